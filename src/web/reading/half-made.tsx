/** Claims that somebody began in this source and put aside: to go on with, or to throw away. */
import { momentWords } from '../parts/moment.ts';
import { words } from '../words/language.ts';
import type { KeptMaking } from './kept-making.ts';

interface HalfMadeProps {
  readonly makings: readonly KeptMaking[];
  goOn(making: KeptMaking): void;
  discard(making: KeptMaking): void;
}

/** The list; nothing when there are none. */
export function HalfMade({ makings, goOn, discard }: HalfMadeProps) {
  if (makings.length === 0) return null;
  return (
    <section class="notice half-made" aria-label={words('form.half-made')}>
      <p>{words('form.half-made')}</p>
      <ul class="steps">
        {makings.map((making) => (
          <li key={making.name}>
            {making.title} <span class="why">{momentWords(making.at)}</span>
            <p class="row">
              <button type="button" onClick={() => goOn(making)}>
                {words('form.go-on')}
              </button>
              <button type="button" class="plain" onClick={() => discard(making)}>
                {words('form.discard')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
