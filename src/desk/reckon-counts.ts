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
import type { Claim, ClaimStatus } from '../record/claim.ts';
import type { PropositionId } from '../record/id.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { VaguePreset } from '../record/toll.ts';
import { type ClaimDetails, claimDetails } from './claim-details.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { type KnownRecord, knownRecord } from './known/known-record.ts';
import { countedStatuses } from './list-claims.ts';
import type { StatusTally } from './ports/record-store.ts';
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
  /** Is given the claims that were opened for days or words, so that nobody opens them again. */
  readonly opening?: (claims: readonly Claim[]) => void;
  /** Leaves the words of what is shown unopened: figures alone. */
  readonly figuresAlone?: boolean;
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
  /** Propositions that say who one of those counted was, which somebody puts forward. */
  readonly identities: readonly Proposition[];
  /** Occurrences and identities that bear on a count: denials of them stand beside it. */
  readonly others: (count: Proposition) => readonly Proposition[];
}

/** How many proposals are not counted. */
export async function proposalsWaiting({ store }: Desk, query: TollQuery): Promise<number> {
  return query.includeProposed ? 0 : (await knownRecord(store)).claims('proposed');
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
  const statuses = countedStatuses(query.includeProposed);
  const known = await knownRecord(store);
  const candidates = only === null ? known.propositions() : [known.find(only)].filter((one) => one !== null);
  const heard = new Map<PropositionId, number>();
  const outside: LeftOutOfTotal[] = [];
  const said: Proposition[] = [];
  for (const proposition of candidates) {
    const { id, kind, measure } = proposition;
    if (kind !== 'count' || measure === null) continue;
    if (query.measure !== undefined && measure !== query.measure) continue;
    const figures = figuresHeard(known.tallies(id), statuses, query.preset !== undefined);
    if (figures === null) continue;
    if (only === null) {
      if (query.among?.has(id) === false) continue;
      const reason = outsideWords(proposition, scope, relate);
      if (reason !== null) outside.push({ proposition: id, reason });
      if (reason !== null) continue;
    }
    heard.set(id, figures);
    said.push(proposition);
  }
  said.sort((a, b) => (heard.get(b.id) ?? 0) - (heard.get(a.id) ?? 0));
  const leading = leadingOf(
    said.map(({ id }) => heard.get(id) ?? 0),
    query.mostFigures,
  );
  const limit = Math.min(query.limit ?? said.length, leading);
  const reckoned = await reckon(desk, { query, limit, said, statuses, known });
  return {
    counts: reckoned.counts,
    fitting: reckoned.fitting,
    outside: [...outside, ...reckoned.outside],
    identities: identitiesOf(known, reckoned.counts, statuses),
    others: (count) => othersOf(known, count),
  };
}

/** Occurrences first. */
function othersOf(known: KnownRecord, count: Proposition): readonly Proposition[] {
  const related = known.related(count);
  return (['occurrence', 'identity'] as const).flatMap((kind) => related.filter((one) => one.kind === kind));
}

/** In log order. */
function identitiesOf(
  known: KnownRecord,
  counts: readonly ReckonedCount[],
  statuses: readonly ClaimStatus[],
): readonly Proposition[] {
  const found = new Set<Proposition>();
  for (const { proposition } of counts)
    for (const other of known.related(proposition))
      if (other.kind === 'identity' && other.measure !== null) found.add(other);
  const isPutForward = ({ id }: Proposition): boolean =>
    known
      .tallies(id)
      .some(
        ({ status, stance, claims }) =>
          claims > 0 && statuses.includes(status) && (stance === 'alleges' || stance === 'confirms'),
      );
  return known.ordered(found).filter(isPutForward);
}

interface Asked {
  readonly query: TollQuery;
  readonly limit: number;
  /** Counts on which somebody said something that a toll shows, most figures first. */
  readonly said: readonly Proposition[];
  readonly statuses: readonly ClaimStatus[];
  readonly known: KnownRecord;
}

/** Kinds of propositions by which somebody may be a party to a count. */
const BLAMING: ReadonlySet<Proposition['kind']> = new Set<Proposition['kind']>([
  'count',
  'occurrence',
  'identity',
  'responsibility',
]);

const NO_DAYS: EventSpan = { days: { earliest: null, latest: null }, complete: false };

/** With a day, days of the event or a preset, which counts have a toll is known only when all are reckoned. */
async function reckon(
  desk: Desk,
  { query, limit, said, statuses, known }: Asked,
): Promise<Pick<ReckonedCounts, 'counts' | 'fitting' | 'outside'>> {
  const { asOf, preset, scope = EVERYTHING } = query;
  const dated = scope.from !== null || scope.until !== null;
  const isKnown = asOf === null && !dated && preset === undefined;
  const wanted = isKnown ? said.slice(0, limit) : said;
  const { actors } = known;
  const counts: ReckonedCount[] = [];
  const outside: LeftOutOfTotal[] = [];
  const withDays = query.withEventDays === true || dated;
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const on = { propositions: some.map(({ id }) => id), statuses };
    const details: ClaimDetails | null =
      withDays || preset !== undefined ? await claimDetails(desk.store, on) : null;
    if (details !== null) query.opening?.(details.claims);
    const plain = await desk.store.utterances(on);
    const { utterances, read } =
      preset === undefined || details === null
        ? { utterances: plain, read: [] }
        : withPreset(plain, details.wordings, preset);
    const traced = await readTraced(
      desk.store,
      utterances.map(({ source }) => source),
    );
    const blaming = some
      .flatMap((count) => known.related(count))
      .filter(({ kind, scope: { by } }) => by !== null && BLAMING.has(kind));
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
  return { counts: counts.slice(0, limit), fitting: isKnown ? said.length : counts.length, outside };
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
 * How many figures stand on a proposition; null: nobody states one or takes a side. With a preset, claims without a number may yet
 * be figures.
 */
function figuresHeard(
  tallies: readonly StatusTally[],
  statuses: readonly ClaimStatus[],
  withPresets: boolean,
): number | null {
  let heard: number | null = null;
  for (const { status, stance, numbered, claims } of tallies) {
    const part =
      claims > 0 && statuses.includes(status) ? partInToll(stance, numbered || withPresets) : 'none';
    if (part !== 'none') heard = (heard ?? 0) + (part === 'figure' ? claims : 0);
  }
  return heard;
}
