/** Gates of a release: open or closed, what was found, and where a closed one is mended. */
import type { Answer } from '../api/call.ts';
import { words } from '../words/language.ts';
import { reasonIn } from '../words/reasons.ts';

type Gate = Answer<'GET /api/releases/{id}/gates'>['gates'][number];

/** Rooms in which a gate is mended; the others are fields of the form. */
const MENDED: Readonly<Partial<Record<Gate['gate'], string>>> = {
  proposals: '/',
  names: '/leaving/persons',
  people: '/leaving/persons',
  handling: '/leaving',
  redaction: '/leaving',
  counts: '/cases',
};

/** The list, with a sentence above it that says how they stand. */
export function GateList({ gates }: { readonly gates: readonly Gate[] }) {
  const closed = gates.filter(({ open }) => !open).length;
  return (
    <>
      <p class={`notice ${closed === 0 ? 'good' : 'stop'}`} role="status">
        {closed === 0 ? words('releases.gates.all-open') : words('releases.gates.some', { count: closed })}
      </p>
      <ul class="gates">
        {gates
          .toSorted((a, b) => Number(a.open) - Number(b.open))
          .map(({ gate, open, words: told }) => {
            const { text, lang } = reasonIn(told);
            const way = MENDED[gate];
            return (
              <li key={gate} class={open ? 'open' : 'closed'}>
                <span class="gate-sign" aria-hidden="true">
                  {open ? '✓' : '✗'}
                </span>
                <div>
                  <strong>{words(`releases.gate.${gate}`)}</strong>{' '}
                  <span class="why">{words(open ? 'releases.gates.open' : 'releases.gates.closed')}</span>
                  <p lang={lang} dir="auto">
                    {text}
                  </p>
                  {!open && way !== undefined && (
                    <p>
                      <a
                        href={way}
                        aria-label={`${words('releases.gates.mend')}: ${words(`releases.gate.${gate}`)}`}
                      >
                        {words('releases.gates.mend')}
                      </a>
                    </p>
                  )}
                </div>
              </li>
            );
          })}
      </ul>
    </>
  );
}
