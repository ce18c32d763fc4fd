/**
 * Counts with their tolls, straight from the narrow view of the claims: a large record is reckoned without opening a
 * claim, unless days of the event or vague words are asked for.
 */
import type { CountInTotal, LeftOutOfTotal } from '../reckon/toll/count-in-total.ts';
import { type EventSpan, eventSpan } from '../reckon/toll/event-span.ts';
import { partInToll } from '../reckon/toll/figure-claims.ts';
import { type RelatePlaces, relateWordings } from '../reckon/toll/place-relation.ts';
import { EVERYTHING, insideDays, outsideWords, type TollScope } from '../reckon/toll/scope.ts';
import { tollsOf } from '../reckon/toll/toll.ts';
import { type ReadWording, withPreset } from '../reckon/toll/vague-bounds.ts';
import type { ClaimStatus } from '../record/claim.ts';
import type { PropositionId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { VaguePreset } from '../record/toll.ts';
import { type ClaimDetails, claimDetails } from './claim-details.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { countedStatuses } from './list-claims.ts';
import type { ClaimTally } from './ports/record-store.ts';
import { readTraced } from './read-traced.ts';

export interface TollQuery {
  readonly includeProposed: boolean;
  readonly measure?: Measure;
  /** Id or its beginning. */
  readonly proposition?: string;
  /** Any of these alone, such as those of an incident; all when absent. */
  readonly among?: ReadonlySet<PropositionId>;
  /** ISO day; null: all that is in the record. */
  readonly asOf: string | null;
  /** Tolls; all when absent. */
  readonly limit?: number;
  /** Stops after the leading counts that have this many figures together, one count at least; never when absent. */
  readonly mostFigures?: number;
  /** Place, people, alleged perpetrator and days; all when absent. */
  readonly scope?: TollScope;
  /** How places lie to each other; by their words when absent. */
  readonly relate?: RelatePlaces;
  /** What vague words become; they set no bound when absent. */
  readonly preset?: VaguePreset;
  /** Opens the claims, so that tolls are told along the days of the event, too. */
  readonly withEventDays?: boolean;
}

/** A count with all that a total needs. */
export interface ReckonedCount extends CountInTotal {
  readonly read: readonly ReadWording[];
}

/** What was reckoned, before anything is opened to be shown. */
export interface ReckonedCounts {
  readonly counts: readonly ReckonedCount[];
  readonly fitting: number;
  readonly outside: readonly LeftOutOfTotal[];
  /** Propositions that say who somebody was, which somebody puts forward. */
  readonly identities: readonly Proposition[];
  /** Occurrences and identities: denials of them stand beside a count. */
  readonly others: readonly Proposition[];
}

/** How many proposals are not counted. */
export async function proposalsWaiting({ store }: Desk, query: TollQuery): Promise<number> {
  return query.includeProposed ? 0 : (await store.counts()).claims.proposed;
}

/**
 * Reckons counts without opening what is only shown.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { counts } = await reckonCounts(desk, { includeProposed: false, asOf: null, withEventDays: true });
 */
export async function reckonCounts(desk: Desk, query: TollQuery): Promise<ReckonedCounts> {
  const { store } = desk;
  const { scope = EVERYTHING, relate = relateWordings } = query;
  const only = query.proposition === undefined ? null : await findOne(store, query.proposition, 'prp');
  const measured = query.measure === undefined ? {} : { measure: query.measure };
  const statuses = countedStatuses(query.includeProposed);
  const propositions = await store.propositions({ kind: 'count', ...measured });
  const heard = hearingOf(await store.tallies(statuses), query.preset !== undefined);
  const outside: LeftOutOfTotal[] = [];
  const said = propositions
    .filter((proposition) => {
      if (proposition.measure === null || !heard.has(proposition.id)) return false;
      if (only !== null) return proposition.id === only;
      if (query.among?.has(proposition.id) === false) return false;
      const reason = outsideWords(proposition, scope, relate);
      if (reason !== null) outside.push({ proposition: proposition.id, reason });
      return reason === null;
    })
    .toSorted((a, b) => (heard.get(b.id) ?? 0) - (heard.get(a.id) ?? 0));
  const leading = leadingOf(
    said.map(({ id }) => heard.get(id) ?? 0),
    query.mostFigures,
  );
  const others = [
    ...(await store.propositions({ kind: 'occurrence' })),
    ...(await store.propositions({ kind: 'identity' })),
  ];
  const blaming = [...propositions, ...others, ...(await store.propositions({ kind: 'responsibility' }))];
  const reckoned = await reckon(desk, {
    query,
    limit: Math.min(query.limit ?? said.length, leading),
    said,
    statuses,
    blaming: blaming.filter(({ scope: { by } }) => by !== null),
  });
  const named = new Set((await namedIn(desk, statuses, others)).map(({ id }) => id));
  return {
    counts: reckoned.counts,
    fitting: reckoned.fitting,
    outside: [...outside, ...reckoned.outside],
    identities: others.filter(({ id }) => named.has(id)),
    others,
  };
}

async function namedIn(
  { store }: Desk,
  statuses: readonly ClaimStatus[],
  others: readonly Proposition[],
): Promise<readonly Proposition[]> {
  const identities = others.filter(({ kind, measure }) => kind === 'identity' && measure !== null);
  if (identities.length === 0) return [];
  const putForward = new Set(
    (await store.tallies(statuses))
      .filter(({ stance }) => stance === 'alleges' || stance === 'confirms')
      .map(({ proposition }) => proposition),
  );
  return identities.filter(({ id }) => putForward.has(id));
}

interface Asked {
  readonly query: TollQuery;
  readonly limit: number;
  /** Counts on which somebody said something that a toll shows, most figures first. */
  readonly said: readonly Proposition[];
  readonly statuses: readonly ClaimStatus[];
  readonly blaming: readonly Proposition[];
}

const NO_DAYS: EventSpan = { days: { earliest: null, latest: null }, complete: false };

/** With a day, days of the event or a preset, which counts have a toll is known only when all are reckoned. */
async function reckon(
  desk: Desk,
  { query, limit, said, statuses, blaming }: Asked,
): Promise<Pick<ReckonedCounts, 'counts' | 'fitting' | 'outside'>> {
  const { asOf, preset, scope = EVERYTHING } = query;
  const dated = scope.from !== null || scope.until !== null;
  const known = asOf === null && !dated && preset === undefined;
  const wanted = known ? said.slice(0, limit) : said;
  const actors = new Map((await desk.store.actors()).map((actor) => [actor.id, actor]));
  const counts: ReckonedCount[] = [];
  const outside: LeftOutOfTotal[] = [];
  const withDays = query.withEventDays === true || dated;
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const on = { propositions: some.map(({ id }) => id), statuses };
    const details: ClaimDetails | null =
      withDays || preset !== undefined ? await claimDetails(desk.store, on) : null;
    const plain = await desk.store.utterances(on);
    const { utterances, read } =
      preset === undefined || details === null
        ? { utterances: plain, read: [] }
        : withPreset(plain, details.wordings, preset);
    const traced = await readTraced(
      desk.store,
      utterances.map(({ source }) => source),
    );
    const days = withDays && details !== null ? { eventDays: details.days } : {};
    const byId = new Map(utterances.map((utterance) => [utterance.claim, utterance]));
    const propositions = new Map(some.map((proposition) => [proposition.id, proposition]));
    for (const toll of tollsOf(some, utterances, { actors, asOf, traced, blaming, ...days })) {
      const proposition = propositions.get(toll.proposition);
      if (proposition === undefined || toll.used.length + toll.beside.length === 0) continue;
      const span = withDays && details !== null ? eventSpan(toll.used, details.days) : NO_DAYS;
      const verdict = insideDays(span, scope);
      if (!verdict.inside) {
        outside.push({ proposition: proposition.id, reason: verdict.because });
        continue;
      }
      const figures = toll.used.flatMap((claim) => byId.get(claim) ?? []);
      const mine = read.filter(({ claim }) => byId.get(claim)?.proposition === proposition.id);
      counts.push({ proposition, toll, figures, span, surelyInside: verdict.surely, read: mine });
    }
  }
  return { counts: counts.slice(0, limit), fitting: known ? said.length : counts.length, outside };
}

/** How many counts, from the first on, keep within the figures that may be reckoned. */
function leadingOf(figures: readonly number[], most: number = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  const over = figures.findIndex((each) => {
    sum += each;
    return sum > most;
  });
  return over < 0 ? figures.length : Math.max(1, over);
}

/** Counts whose claims are held in memory together. */
const AT_ONCE = 500;

/**
 * How many figures stand on each proposition; only propositions with a figure or with somebody who takes a side. With a
 * preset, claims without a number may yet be figures.
 */
function hearingOf(tallies: readonly ClaimTally[], withPresets: boolean): ReadonlyMap<PropositionId, number> {
  const heard = new Map<PropositionId, number>();
  for (const { proposition, stance, numbered, claims } of tallies) {
    const part = partInToll(stance, numbered || withPresets);
    if (part === 'none') continue;
    heard.set(proposition, (heard.get(proposition) ?? 0) + (part === 'figure' ? claims : 0));
  }
  return heard;
}
