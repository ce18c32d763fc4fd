/** One place: where it lies and who says so, who is said to run it, what is claimed there, incidents there. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ClaimedList } from '../parts/claimed-list.tsx';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { Pages } from '../parts/pages.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { countryName } from '../parts/region-names.ts';
import { SaidClaim } from '../parts/said-claim.tsx';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { reasonIn } from '../words/reasons.ts';
import { PlaceForm } from './place-form.tsx';
import { placeAddress, precisionWords, siteTypeWords } from './place-words.ts';

const PER_PAGE = 30;
type One = Answer<'GET /api/places/{key}'>;

/** The page. */
export function PlaceSheet({ id }: { readonly id: string }) {
  const counted = countsProposals();
  const [offset, setOffset] = useState(0);
  const [doing, setDoing] = useState<'form' | 'withdraw' | null>(null);
  const { answer, fault, again } = useAnswer(
    'GET /api/places/{key}',
    counted === null
      ? null
      : { params: { key: id }, query: { offset, limit: PER_PAGE, includeProposed: `${counted}` } },
  );
  if (answer === null)
    return (
      <div class="sheet">
        <h1>{words('nav.places')}</h1>
        {fault === null ? (
          <p class="empty">{words('shell.loading')}</p>
        ) : fault.code === 'not-found' ? (
          <p class="empty">{words('places.gone')}</p>
        ) : (
          <Fault fault={fault} again={again} />
        )}
      </div>
    );
  const { place, figures, fitting, incidents, recorded } = answer;
  const opens = place.placing === 'recorded' ? 'change' : place.placing === 'proposed' ? 'confirm' : 'record';
  return (
    <div class="sheet">
      <p>
        <a href="/places">{words('nav.places')}</a>
      </p>
      <h1 dir="auto">{place.name}</h1>
      <Known one={answer} />
      {doing === 'form' ? (
        <PlaceForm
          one={answer}
          close={(made) => {
            setDoing(null);
            if (made !== null && made !== id) go(placeAddress(made), { replace: true });
          }}
        />
      ) : (
        <p class="row">
          <button type="button" onClick={() => setDoing('form')}>
            {words(`places.${opens}`)}
          </button>
          {recorded !== null && (
            <button type="button" class="plain" onClick={() => setDoing('withdraw')}>
              {words('places.withdraw')}
            </button>
          )}
        </p>
      )}
      {doing === 'withdraw' && (
        <ReasonDialog
          of={`withdraw ${place.key}`}
          title={words('places.withdraw-title')}
          does={words('places.withdraw')}
          close={() => setDoing(null)}
          write={async (reason) => {
            await call('POST /api/places/withdrawals', { body: { id: place.key, reason } });
            go('/places');
          }}
        >
          <p class="why">{words('places.withdraw-text')}</p>
        </ReasonDialog>
      )}
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      {incidents.length > 0 && (
        <section>
          <h2>{words('places.incidents')}</h2>
          <ul>
            {incidents.map((incident) => (
              <li key={incident.id}>
                <a dir="auto" href={`/incidents/${incident.id}`}>
                  {incident.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{words('places.figures', { count: fitting })}</h2>
      {fitting === 0 && <p class="empty">{words('places.figures.none')}</p>}
      <ClaimedList figures={figures} />
      <Pages offset={offset} fitting={fitting} perPage={PER_PAGE} go={setOffset} />
    </div>
  );
}

function Known({ one: { place, partOf, recorded, runBy } }: { readonly one: One }) {
  const { kind, country, precision, wordings, because, candidates, siteType, first, last } = place;
  return (
    <>
      <p>
        {words(`places.kind.${kind ?? 'unplaced'}`)}
        {siteType !== null && ` · ${siteTypeWords(siteType)}`}
        {country !== null && kind !== 'country' && ` · ${countryName(country)}`}
        {kind !== null && ` · ${words('places.precision')}: ${precisionWords(precision)}`}
        {partOf !== null && (
          <>
            {` · ${words('places.part-of')} `}
            <a dir="auto" href={placeAddress(partOf.key)}>
              {partOf.name}
            </a>
          </>
        )}
      </p>
      <p class="why">
        {words('places.worded', { words: wordings.join(' · ') || '—' })}
        {first !== null && ` · ${words('places.said', { first: dayWords(first), last: dayWords(last) })}`}
      </p>
      <p class={`notice ${place.placing === 'recorded' ? 'good' : 'warn'}`}>
        {recorded === null
          ? `${words(`places.placing.${place.placing}`)}. ${words(
              kind === null ? 'places.why-not' : 'places.why-placed',
              { because: reasonIn(because).text },
            )}`
          : words('places.by', { by: recorded.by, at: momentWords(recorded.at), reason: recorded.reason })}
        {candidates.length > 0 && ` ${words('places.may-be', { names: candidates.join('; ') })}`}
      </p>
      {runBy.length > 0 && (
        <section>
          <h2>{words('places.run-by')}</h2>
          <ul class="hits">
            {runBy.map(({ actor, claim }) => (
              <li key={`${actor.id} ${claim.id}`}>
                <a dir="auto" href={`/actors/${actor.id}`}>
                  {actor.name}
                </a>
                , {words('places.run-by.says')}:
                <ol class="hits">
                  <SaidClaim claim={claim} />
                </ol>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
