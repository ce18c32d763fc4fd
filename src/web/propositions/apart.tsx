/** Pairs of propositions that a person holds apart: not suggested again, and suggested again when it is taken back. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../words/language.ts';

interface Side {
  readonly id: string;
  readonly text: string;
}

/** Two propositions, in any order. */
export type Pair = readonly [Side, Side];

interface ApartProps {
  readonly pair: Pair;
  /** False: takes it back. */
  readonly apart: boolean;
  close(): void;
}

/** Asks why they are two, or why they may be one after all. */
export function ApartDialog({ pair, apart, close }: ApartProps) {
  return (
    <ReasonDialog
      title={words(apart ? 'apart.title' : 'apart.back-title')}
      does={words(apart ? 'apart.do' : 'apart.back-do')}
      of={`${apart ? 'apart' : 'again'} ${pair[0].id} ${pair[1].id}`}
      close={close}
      write={(reason) => call('POST /api/apart', { body: { pair: [pair[0].id, pair[1].id], apart, reason } })}
    >
      <ul class="join">
        {pair.map(({ id, text }) => (
          <li key={id}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      <p class="why">{words(apart ? 'apart.text' : 'apart.back-text')}</p>
    </ReasonDialog>
  );
}

/** All pairs that are held apart, or those with one proposition; nothing when there are none. */
export function PairsApart({ proposition }: { readonly proposition?: string }) {
  const query = proposition === undefined ? {} : { proposition };
  const { answer } = useAnswer('GET /api/apart', { query }, { whole: 'pairs' });
  const [back, setBack] = useState<Pair | null>(null);
  if (answer === null || answer.pairs.length === 0) return null;
  return (
    <details class="apart">
      <summary>{words('apart.list', { count: answer.pairs.length })}</summary>
      <ul class="steps">
        {answer.pairs.map(({ sides, at, by, reason }) => {
          const [first, second] = sides;
          if (first === undefined || second === undefined) return null;
          return (
            <li key={first.id + second.id}>
              {sides
                .filter(({ id }) => id !== proposition)
                .map(({ id, text }) => (
                  <p key={id}>
                    <a href={`/propositions/${id}`} dir="auto">
                      {text}
                    </a>
                  </p>
                ))}
              <p class="why">
                {words('apart.told', { by, day: dayWords(at), reason })}{' '}
                <button type="button" class="plain" onClick={() => setBack([first, second])}>
                  {words('apart.back')}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
      {back !== null && <ApartDialog pair={back} apart={false} close={() => setBack(null)} />}
    </details>
  );
}
