/** What came out of pasted reports: each proposition with its range, its origins and everybody's position beside each other. */

import { type Claim, shownName, type WeighedProposition, type WeighedReports } from '../../index.ts';
import { counted } from '../../record/number-words.ts';
import { StanceSign } from '../parts/stance-sign.tsx';

/** "26", "at least 100", "between 3 and 7"; null when no figure was given. */
function range({ toll }: WeighedProposition): string | null {
  const [low, best, high] = [toll?.low?.value, toll?.best?.value, toll?.high?.value];
  if (low !== undefined && high !== undefined && low !== high)
    return `${low} to ${high}${best === undefined ? '' : `, best ${best}`}`;
  if (low !== undefined && high === undefined) return `at least ${low}`;
  if (low === undefined && high !== undefined) return `at most ${high}`;
  const one = best ?? low;
  return one === undefined ? null : String(one);
}

function origins(weighed: WeighedProposition): string {
  const { atLeast, atMost, reports } = weighed.origins;
  const many =
    atMost === null
      ? `at least ${atLeast} independent`
      : atLeast === atMost
        ? `${atLeast} independent`
        : `${atLeast} to ${atMost} independent`;
  const only = atLeast === 1 && (atMost ?? 1) === 1;
  return `${many} ${only ? 'origin' : 'origins'} behind ${counted(reports, 'report')}`;
}

/** Whose words, from the outlet inwards. */
function chain(claim: Claim, { actors }: WeighedReports): string {
  return claim.chain
    .map(({ speaker, named }) => {
      const actor = speaker === null ? undefined : actors.get(speaker);
      return actor === undefined ? named : shownName(actor);
    })
    .join(' → ');
}

/** What a proposition is about, in words for its head. */
const KINDS: Readonly<Record<WeighedProposition['proposition']['kind'], string>> = {
  occurrence: 'Whether it happened',
  count: 'How many',
  responsibility: 'Who did it',
  place: 'Where',
  identity: 'Who it was',
  response: 'An answer',
  policy: 'A policy',
  status: 'What became of it',
  process: 'A procedure',
};

function Said({ claim, all }: { readonly claim: Claim; readonly all: WeighedReports }) {
  return (
    <li>
      <StanceSign stance={claim.stance} /> <span dir="auto">{chain(claim, all)}</span>:{' '}
      <q dir="auto">{claim.passages.map(({ exact }) => exact).join(' … ')}</q>
    </li>
  );
}

function One({
  weighed,
  all,
  claims,
}: {
  readonly weighed: WeighedProposition;
  readonly all: WeighedReports;
  readonly claims: ReadonlyMap<string, Claim>;
}) {
  const figure = range(weighed);
  const own = weighed.utterances.flatMap(({ claim }) => claims.get(claim) ?? []);
  const beside = weighed.positions
    .filter(({ inherited }) => inherited)
    .flatMap(({ history }) => history.flatMap(({ claim }) => claims.get(claim) ?? []));
  return (
    <article>
      <p class="kind">{KINDS[weighed.proposition.kind]}</p>
      <h2 dir="auto">{weighed.proposition.text}</h2>
      {figure === null ? null : <p class="figure">{figure}</p>}
      <p>
        {weighed.origins.reports === 0 ? 'Nobody puts it forward.' : `${origins(weighed)}.`}{' '}
        {weighed.denials === null ? '' : 'It is denied.'}
      </p>
      <ul>
        {own.map((claim) => (
          <Said key={claim.id} claim={claim} all={all} />
        ))}
      </ul>
      {beside.length === 0 ? null : (
        <>
          <p>Said of what it depends on:</p>
          <ul>
            {beside.map((claim) => (
              <Said key={claim.id} claim={claim} all={all} />
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

/** All propositions, the most spoken-of first. */
export function Weighed({ weighed }: { readonly weighed: WeighedReports }) {
  const claims = new Map(
    weighed.reports.flatMap((report) => report.claims.map((claim) => [claim.id, claim])),
  );
  const unread = weighed.reports.filter(({ language }) => language === null).length;
  if (claims.size === 0)
    return (
      <p>
        No claim was found. {unread > 0 ? 'A text is in a language that this program does not read.' : ''}
      </p>
    );
  return (
    <>
      <p>
        {claims.size} claims on {weighed.propositions.length} propositions. All are proposals.
      </p>
      {weighed.propositions.map((each) => (
        <One key={each.proposition.id} weighed={each} all={weighed} claims={claims} />
      ))}
    </>
  );
}
