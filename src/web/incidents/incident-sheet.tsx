/** One incident: when, where, what is claimed of it, what it follows from, and who put it on record. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ClaimedList } from '../parts/claimed-list.tsx';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { Pages } from '../parts/pages.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { placeAddress } from '../places/place-words.ts';
import { go } from '../shell/location.ts';
import { WithinTeam } from '../together/within-team.tsx';
import { TotalsPanel } from '../tolls/totals-panel.tsx';
import { words } from '../words/language.ts';
import { basisOf, draftOf } from './incident-draft.ts';
import { IncidentForm } from './incident-form.tsx';
import { whenWords } from './incident-words.ts';

const PER_PAGE = 30;
type One = Answer<'GET /api/incidents/{id}'>;

/** The page. */
export function IncidentSheet({ id }: { readonly id: string }) {
  const counted = countsProposals();
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer(
    'GET /api/incidents/{id}',
    counted === null
      ? null
      : { params: { id }, query: { offset, limit: PER_PAGE, includeProposed: `${counted}` } },
  );
  if (answer === null)
    return (
      <div class="sheet">
        <h1>{words('nav.incidents')}</h1>
        {fault === null ? (
          <p class="empty">{words('shell.loading')}</p>
        ) : fault.code === 'not-found' ? (
          <p class="empty">{words('incidents.gone')}</p>
        ) : (
          <Fault fault={fault} again={again} />
        )}
      </div>
    );
  const { figures, fitting, before, after, history } = answer;
  return (
    <div class="sheet">
      <Head one={answer} />
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      <h2>{words('incidents.figures', { count: fitting })}</h2>
      {fitting === 0 && <p class="empty">{words('incidents.figures.none')}</p>}
      {counted !== null && figures.filter(({ range }) => range !== null).length > 1 && (
        <TotalsPanel scope={{ incident: id, includeProposed: `${counted}` }} />
      )}
      <ClaimedList figures={figures} />
      <Pages offset={offset} fitting={fitting} perPage={PER_PAGE} go={setOffset} />
      <Chain name="before" incidents={before} />
      <Chain name="after" incidents={after} />
      <WithinTeam thing={answer.incident.id} source={null} given />
      <h2>{words('incidents.history')}</h2>
      <ol class="lines">
        {history.toReversed().map(({ seq, at, by, reason }) => (
          <li key={seq}>
            {momentWords(at)}, <bdi>{by}</bdi>: <bdi>{reason}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Head({ one }: { readonly one: One }) {
  const { id, title, kind, when, clarity, place } = one.incident;
  const [doing, setDoing] = useState<'form' | 'withdraw' | null>(null);
  return (
    <>
      <p>
        <a href="/incidents">{words('nav.incidents')}</a>
      </p>
      <h1 dir="auto">{title}</h1>
      <p>
        {whenWords(when)} · <bdi>{kind}</bdi> · {words(`incidents.clarity.${clarity}`)}
        {place !== null && (
          <>
            {' · '}
            <a dir="auto" href={placeAddress(place.key)}>
              {place.name}
            </a>
          </>
        )}
      </p>
      {doing === 'form' ? (
        <IncidentForm id={id} begin={draftOf(one)} basis={basisOf(one)} close={() => setDoing(null)} />
      ) : (
        <p class="row">
          <button type="button" onClick={() => setDoing('form')}>
            {words('incidents.change')}
          </button>
          <button type="button" class="plain" onClick={() => setDoing('withdraw')}>
            {words('incidents.withdraw')}
          </button>
        </p>
      )}
      {doing === 'withdraw' && (
        <ReasonDialog
          of={`withdraw ${id}`}
          title={words('incidents.withdraw-title')}
          does={words('incidents.withdraw')}
          close={() => setDoing(null)}
          write={async (reason) => {
            const seen = one.history.at(-1)?.seq;
            await call('POST /api/incidents/withdrawals', {
              body: { id, reason, ...(seen === undefined ? {} : { seen }) },
            });
            go('/incidents');
          }}
        >
          <p class="why">{words('incidents.withdraw-text')}</p>
        </ReasonDialog>
      )}
    </>
  );
}

interface ChainProps {
  readonly name: 'before' | 'after';
  readonly incidents: One['before'];
}

function Chain({ name, incidents }: ChainProps) {
  if (incidents.length === 0) return null;
  return (
    <section>
      <h2>{words(`incidents.${name}`)}</h2>
      <ul>
        {incidents.map(({ id, title }) => (
          <li key={id}>
            <a dir="auto" href={`/incidents/${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
