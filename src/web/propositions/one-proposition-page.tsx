/** One proposition: what it says, where it stands, and one of two views of it: who says what, or where it comes from. */
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { OriginsView } from '../origins/origins-view.tsx';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { figureWords } from '../parts/figure.tsx';
import { originsText } from '../parts/origins-text.ts';
import { ReasonText } from '../parts/reason-text.tsx';
import { placeAddress } from '../places/place-words.ts';
import { WithinTeam } from '../together/within-team.tsx';
import { words } from '../words/language.ts';
import { ClaimsOf } from './claims-of.tsx';
import { Grouping } from './grouping.tsx';
import { PositionTable } from './position-table.tsx';
import { StandingTags } from './standing-tags.tsx';
import { Wordings } from './wordings.tsx';

interface OneProps {
  readonly id: string;
  readonly part: 'positions' | 'origins';
}

/** The page. */
export function OnePropositionPage({ id, part }: OneProps) {
  const held = useAnswer('GET /api/propositions/{id}', { params: { id } });
  const counted = countsProposals();
  const asked =
    counted === null ? null : ({ proposition: id, includeProposed: counted ? 'true' : 'false' } as const);
  const said = useAnswer('GET /api/positions', asked === null ? null : { query: asked });
  const claims = useAnswer('GET /api/claims', asked === null ? null : { query: { ...asked, limit: 200 } });
  const tolls = useAnswer('GET /api/tolls', asked === null ? null : { query: asked });
  if (held.answer === null)
    return held.fault === null ? (
      <p class="empty">{words('shell.loading')}</p>
    ) : (
      <Fault fault={held.fault} again={held.again} />
    );
  const { proposition, earlier, history } = held.answer;
  const figures = said.answer?.propositions[0];
  return (
    <div class="sheet wide-sheet one-proposition">
      <p class="src">
        <a href="/propositions">← {words('prop.back')}</a>
      </p>
      <h1 dir="auto" lang={proposition.lang}>
        {proposition.text}
      </h1>
      <Scope proposition={proposition} />
      <CountProposals />
      {said.fault !== null && <Fault fault={said.fault} again={said.again} />}
      {figures !== undefined && <Head figures={figures} row={tolls.answer?.tolls[0] ?? null} id={id} />}
      {said.answer !== null && figures === undefined && <p class="notice">{words('prop.nobody')}</p>}
      <nav class="tabs" aria-label={proposition.text}>
        <a href={`/propositions/${id}`} aria-current={part === 'positions' ? 'page' : undefined}>
          {words('prop.tab.positions')}
        </a>
        <a href={`/propositions/${id}/origins`} aria-current={part === 'origins' ? 'page' : undefined}>
          {words('prop.tab.origins')}
        </a>
      </nav>
      {part === 'origins' ? (
        counted !== null &&
        figures !== undefined && (
          <OriginsView id={id} includeProposed={counted} claims={claims.answer?.claims ?? []} />
        )
      ) : (
        <>
          {figures !== undefined && (
            <PositionTable positions={figures.positions} claims={claims.answer?.claims ?? []} />
          )}
          {claims.answer !== null && counted !== null && (
            <ClaimsOf first={claims.answer} id={id} includeProposed={counted} text={proposition.text} />
          )}
          <Wordings proposition={proposition} earlier={earlier} />
          <WithinTeam thing={id} source={null} given />
          <Grouping id={id} text={proposition.text} history={history} />
        </>
      )}
    </div>
  );
}

type Proposition = Answer<'GET /api/propositions/{id}'>['proposition'];

function Scope({ proposition }: { readonly proposition: Proposition }) {
  const { kind, measure, scope } = proposition;
  const about = words(`kind.${kind}`) + (measure === null ? '' : `: ${words(`measure.${measure}`)}`);
  const parts = [
    [words('prop.kind'), about],
    [words('prop.group'), scope.group],
    [words('prop.place'), scope.place, scope.place === null ? null : placeAddress(scope.place)],
    [words('prop.by'), scope.by],
    [words('prop.actor'), scope.actor],
  ] as const;
  return (
    <dl class="facts">
      {parts.map(
        ([name, value, address = null]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {address === null ? (
                  <bdi>{value}</bdi>
                ) : (
                  <a href={address} dir="auto">
                    {value}
                  </a>
                )}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Figures = Answer<'GET /api/positions'>['propositions'][number];
type TollRow = Answer<'GET /api/tolls'>['tolls'][number];

interface HeadProps {
  readonly figures: Figures;
  readonly row: TollRow | null;
  readonly id: string;
}

function Head({ figures, row, id }: HeadProps) {
  const { standing, origins } = figures;
  const toll = row?.toll ?? null;
  const bounds =
    toll === null
      ? null
      : { low: toll.low?.value ?? null, best: toll.best?.value ?? null, high: toll.high?.value ?? null };
  return (
    <section class="stand" aria-label={words('prop.standing')}>
      <StandingTags standing={standing} />
      <p>
        <ReasonText reason={standing.because} />
      </p>
      <p>
        {bounds !== null && toll !== null && (
          <>
            <b>
              {words('prop.toll')}: {words(`measure.${toll.measure}`)},{' '}
              {figureWords(bounds, row?.openFrom ?? null)}
            </b>{' '}
            (<a href={`/tolls/${id}`}>{words('prop.toll-more')}</a>) ·{' '}
          </>
        )}
        {toll === null
          ? originsText(origins.atLeast, origins.atMost)
          : originsText(toll.origins.min, toll.origins.max)}{' '}
        (<a href={`/propositions/${id}/origins`}>{words('prop.origins-more')}</a>)
      </p>
      <p class="why">{words('prop.standing-note')}</p>
    </section>
  );
}
