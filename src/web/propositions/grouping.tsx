/** What may be the same proposition, with why; joining, and taking back what people did. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { ReasonText } from '../parts/reason-text.tsx';
import { useActions } from '../shell/actions.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { ApartDialog, type Pair, PairsApart } from './apart.tsx';
import { JoinDialog, type Joining } from './join-dialog.tsx';

type History = Answer<'GET /api/propositions/{id}'>['history'];

interface GroupingProps {
  readonly id: string;
  readonly text: string;
  readonly history: History;
}

const MOST_ALIKE = 8;
const MOST_FOUND = 8;

/** The section. */
export function Grouping({ id, text, history }: GroupingProps) {
  const alike = useAnswer('GET /api/alike', { query: { proposition: id, limit: MOST_ALIKE } });
  const [joining, setJoining] = useState<Joining | null>(null);
  const [declined, setDeclined] = useState<Pair | null>(null);
  const [undoing, setUndoing] = useState(false);
  useActions(
    () =>
      history.length === 0 ? [] : [{ name: words('prop.undo'), key: null, run: () => setUndoing(true) }],
    [history.length],
    'grouping',
  );
  return (
    <section aria-labelledby="grouping">
      <h2 id="grouping">{words('prop.grouping')}</h2>
      {alike.fault !== null && <Fault fault={alike.fault} again={alike.again} />}
      <p class="why">
        {alike.answer?.pairs.length === 0 ? words('prop.alike-none') : words('prop.alike-note')}
      </p>
      <ul class="pairs">
        {alike.answer?.pairs.map((pair) => {
          const other = pair.into.id === id ? pair.from : pair.into;
          const here = { id, text };
          return (
            <li key={other.id}>
              <a href={`/propositions/${other.id}`} dir="auto">
                {other.text}
              </a>{' '}
              <span class="why">{words('prop.claims-count', { count: other.claims })}</span>
              <p class="why">
                <ReasonText reason={pair.because} />
              </p>
              <p class="row">
                <button type="button" onClick={() => setJoining({ from: other, into: here })}>
                  {words('prop.into-this')}
                </button>
                <button type="button" onClick={() => setJoining({ from: here, into: other })}>
                  {words('prop.into-that')}
                </button>
                <button type="button" class="plain" onClick={() => setDeclined([here, other])}>
                  {words('apart.button')}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
      <PairsApart proposition={id} />
      <FindOther id={id} choose={(other) => setJoining({ from: { id, text }, into: other })} />
      <h3>{words('prop.history')}</h3>
      {history.length === 0 ? (
        <p class="why">{words('prop.history-none')}</p>
      ) : (
        <>
          <ul class="steps">
            {history.map(({ seq, at, by, claims, made, reason }) => (
              <li key={seq}>
                {words(made ? 'prop.step-made' : 'prop.step-put', { by, claims, day: dayWords(at), reason })}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => setUndoing(true)}>
            {words('prop.undo')}
          </button>
        </>
      )}
      {joining !== null && (
        <JoinDialog
          joining={joining}
          close={() => setJoining(null)}
          joined={(into) => into !== id && go(`/propositions/${into}`)}
        />
      )}
      {declined !== null && <ApartDialog pair={declined} apart close={() => setDeclined(null)} />}
      {undoing && (
        <ReasonDialog
          title={words('prop.undo-title')}
          does={words('prop.undo-do')}
          of={`undo ${id}`}
          close={() => setUndoing(false)}
          write={async (reason) => {
            const { to } = await call('POST /api/propositions/undos', { body: { proposition: id, reason } });
            if (to[0] !== undefined) go(`/propositions/${to[0]}`);
          }}
        >
          <p>{words('prop.undo-text')}</p>
        </ReasonDialog>
      )}
    </section>
  );
}

interface FindProps {
  readonly id: string;
  choose(other: { readonly id: string; readonly text: string }): void;
}

function FindOther({ id, choose }: FindProps) {
  const [q, setQ] = useState('');
  const found = useAnswer(
    'GET /api/propositions',
    q.trim() === '' ? null : { query: { q, limit: MOST_FOUND } },
  );
  return (
    <div class="find-other">
      <label>
        {words('prop.join-other')}
        <input type="search" value={q} onInput={(event) => setQ(event.currentTarget.value)} />
      </label>
      {q.trim() !== '' && (
        <ul class="choices">
          {found.answer?.propositions
            .filter((one) => one.id !== id)
            .map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => choose(one)} dir="auto">
                  {words('form.same-as', { text: one.text, claims: one.claims })}
                </button>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}
