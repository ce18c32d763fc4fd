/** Pairs of propositions that may be one, over the whole record, best first. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { Pages } from '../parts/pages.tsx';
import { ReasonText } from '../parts/reason-text.tsx';
import { words } from '../words/language.ts';
import { ApartDialog, type Pair, PairsApart } from './apart.tsx';
import { JoinDialog, type Joining } from './join-dialog.tsx';

const PER_PAGE = 20;

/** The page. */
export function AlikePage() {
  const [offset, setOffset] = useState(0);
  const [joining, setJoining] = useState<Joining | null>(null);
  const [declined, setDeclined] = useState<Pair | null>(null);
  const { answer, fault, again } = useAnswer('GET /api/merges', { query: { offset, limit: PER_PAGE } });
  return (
    <div class="sheet">
      <p class="src">
        <a href="/propositions">← {words('prop.back')}</a>
      </p>
      <h1>{words('prop.alike')}</h1>
      <p class="lead">{words('prop.alike-note')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && fault === null && <p class="empty">{words('shell.loading')}</p>}
      {answer !== null && answer.notCompared > 0 && (
        <p class="why">{words('prop.not-compared', { count: answer.notCompared })}</p>
      )}
      {answer?.pairs.length === 0 && <p class="empty">{words('prop.none')}</p>}
      <ol class="pairs">
        {answer?.pairs.map(({ from, into, because }) => (
          <li key={`${from.id}${into.id}`}>
            {[from, into].map((one) => (
              <p key={one.id}>
                <a href={`/propositions/${one.id}`} dir="auto">
                  {one.text}
                </a>{' '}
                <span class="why">{words('prop.claims-count', { count: one.claims })}</span>
              </p>
            ))}
            <p class="why">
              <ReasonText reason={because} />
            </p>
            <p class="row">
              <button type="button" onClick={() => setJoining({ from, into })}>
                {words('prop.join')}
              </button>
              <button type="button" class="plain" onClick={() => setDeclined([from, into])}>
                {words('apart.button')}
              </button>
            </p>
          </li>
        ))}
      </ol>
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
      <PairsApart />
      {declined !== null && <ApartDialog pair={declined} apart close={() => setDeclined(null)} />}
      {joining !== null && <JoinDialog joining={joining} close={() => setJoining(null)} />}
    </div>
  );
}
