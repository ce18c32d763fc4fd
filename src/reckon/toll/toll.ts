/**
 * The toll of one proposition: low / best / high by three named rules over independent origins, never over
 * sources, with every claim used, left out or beside. The headline is the conservative low, the
 * representative best and the informative high. It estimates nothing: `high` is the highest number anybody
 * put forward, not a ceiling on what happened. Counting rules: shared counting §8, standards §4.
 */
import type { Actor } from '../../record/actor.ts';
import type { ActorId, ClaimId, PropositionId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Proposition } from '../../record/proposition.ts';
import { TOLL_RULES, type Toll, type TollBound, type TollStep } from '../../record/toll.ts';
import type { Utterance } from '../../record/utterance.ts';
import { isoDay, LAST_DAY, latestDay } from '../day-span.ts';
import { sameFigure } from '../figure.ts';
import { boundClaims } from '../origins/bound-claims.ts';
import { basisOf } from '../origins/claim-basis.ts';
import type { Traced } from '../origins/traced.ts';
import { type SpeakerOf, speakersOf } from '../speakers.ts';
import { CurrentFigures, type FigureChange } from './current-figures.ts';
import { type EventDays, eventAxis } from './event-steps.ts';
import { type ExcludedClaim, effectiveFigures, type FigureClaim, sortClaims } from './figure-claims.ts';
import { type FigureRoots, figureRoots } from './figure-roots.ts';
import { partyFigures } from './party.ts';
import { type Bounds, FigureTally, TOLL_RULE_VERSION } from './rules.ts';

export interface TollInput {
  /** A proposition with a measure. */
  readonly proposition: Proposition;
  /** The claims on it; others are ignored. */
  readonly utterances: readonly Utterance[];
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** ISO day: only what was said on or before it. Absent or null: all that is in the record. */
  readonly asOf?: string | null;
  /** Links between reports and findings about voices; none when absent. */
  readonly traced?: Traced;
  /** Propositions that name somebody alleged to have done it: whoever they name is a party. None when absent. */
  readonly blaming?: readonly Proposition[];
  /** When each claim says that it happened; absent: the toll is not told along the days of the event. */
  readonly eventDays?: EventDays;
}

/** What the tolls of a record are reckoned with. */
export type TollContext = Omit<TollInput, 'proposition' | 'utterances'>;

/**
 * Reckons the toll of one proposition.
 *
 * @throws OnRecordError `invalid-record` when the proposition has no measure
 * @example
 * tollOf({ proposition, utterances, actors }).low?.value; // 26
 */
export function tollOf(input: TollInput): Toll {
  const { proposition, utterances, ...context } = input;
  const own = utterances.filter((utterance) => utterance.proposition === proposition.id);
  return reckon(proposition, own, { ...context, speakerOf: speakersOf(context.actors) });
}

/**
 * Reckons the tolls of all counts in the record, in the order of the propositions. A count on which nobody has
 * said anything has no toll.
 *
 * @example
 * tollsOf(propositions, utterances, { actors }).length; // 1
 */
export function tollsOf(
  propositions: Iterable<Proposition>,
  utterances: readonly Utterance[],
  context: TollContext,
): readonly Toll[] {
  const byProposition = new Map<PropositionId, Utterance[]>();
  const counts: Proposition[] = [];
  for (const proposition of propositions) {
    if (proposition.kind !== 'count' || proposition.measure === null) continue;
    counts.push(proposition);
    byProposition.set(proposition.id, []);
  }
  for (const utterance of utterances) byProposition.get(utterance.proposition)?.push(utterance);
  const speakerOf = speakersOf(context.actors);
  const tolls: Toll[] = [];
  for (const proposition of counts) {
    const own = byProposition.get(proposition.id) ?? [];
    if (own.length > 0) tolls.push(reckon(proposition, own, { ...context, speakerOf }));
  }
  return tolls;
}

interface ReckonOptions extends TollContext {
  readonly speakerOf: SpeakerOf;
}

function reckon(proposition: Proposition, utterances: readonly Utterance[], options: ReckonOptions): Toll {
  const { measure } = proposition;
  if (measure === null) {
    throw new OnRecordError(
      'invalid-record',
      'This proposition counts nothing. Ask for one with a measure.',
      {
        subject: proposition.id,
      },
    );
  }
  const { speakerOf, asOf = null, traced, eventDays } = options;
  const known = asOf === null ? LAST_DAY : latestDay(asOf);
  const { figures, excluded, beside } = sortClaims(utterances, known);
  const basis = basisOf(figures, { speakerOf });
  const roots = figureRoots(figures, basis);
  const claims = effectiveFigures(figures, roots, excluded);
  const { current, tally, steps } = replay(claims, roots);
  const used = claimsInUse(claims, current, excluded);
  const { atLeast, atMost } = boundClaims(figures, basis, {
    speakerOf,
    proposition,
    ...(traced === undefined ? {} : { traced }),
  });
  const headline = setBounds(tally.headline(), used);
  const parties = {
    proposition,
    utterances,
    used: used.map(({ utterance }) => utterance),
    asOf: known,
    speakerOf,
    actors: options.actors,
    blaming: options.blaming ?? [],
  };
  return Object.freeze({
    proposition: proposition.id,
    measure,
    asOf,
    ...headline,
    rules: TOLL_RULES.map((rule) =>
      Object.freeze({ rule, version: TOLL_RULE_VERSION, ...setBounds(tally.bounds(rule), used) }),
    ),
    origins: { min: atLeast, max: atMost },
    used: used.map((claim) => claim.utterance.claim),
    excluded,
    beside,
    steps,
    events: eventDays === undefined ? null : eventAxis(claims, eventDays),
    ...partyFigures(parties, headline),
  });
}

interface Replay {
  /** By root. */
  readonly current: readonly (CurrentFigures | undefined)[];
  readonly tally: FigureTally;
  readonly steps: readonly TollStep[];
}

/** Takes the claims in by day and notes each day on which the headline changed. Unknown days come last, without a step. */
function replay(claims: readonly FigureClaim[], roots: FigureRoots): Replay {
  const current: (CurrentFigures | undefined)[] = new Array(roots.roots.length);
  const tally = new FigureTally();
  const steps: TollStep[] = [];
  let before: Bounds = { low: null, best: null, high: null };
  let day: FigureClaim[] = [];
  const closeDay = (): void => {
    const step = day.length === 0 ? null : stepOf(before, tally.headline(), day);
    if (step !== null) {
      steps.push(step);
      before = step;
    }
    day = [];
  };
  for (const claim of byDay(claims)) {
    if (day.length > 0 && day[0]?.to !== claim.to) closeDay();
    let figures = current[claim.root];
    if (figures === undefined) {
      figures = new CurrentFigures();
      current[claim.root] = figures;
    }
    take(figures.add(claim), tally);
    day.push(claim);
  }
  closeDay();
  return { current, tally, steps };
}

function take(change: FigureChange, tally: FigureTally): void {
  if (change.added !== null) tally.add(change.added.utterance);
  for (const old of change.removed) tally.remove(old.utterance);
}

/** Sorted by last possible day: numbers sort far faster than objects do. */
function byDay(claims: readonly FigureClaim[]): readonly FigureClaim[] {
  const span = Math.max(claims.length, 1);
  const keys = new Float64Array(claims.length);
  for (let at = 0; at < claims.length; at++) keys[at] = (claims[at]?.to ?? LAST_DAY) * span + at;
  keys.sort();
  const sorted: FigureClaim[] = [];
  for (const key of keys) {
    const claim = claims[key % span];
    if (claim !== undefined) sorted.push(claim);
  }
  return sorted;
}

function stepOf(before: Bounds, after: Bounds, changed: readonly FigureClaim[]): TollStep | null {
  const day = isoDay(changed[0]?.to ?? LAST_DAY);
  if (day === null || sameFigure(before, after)) return null;
  const moved = (['low', 'best', 'high'] as const).filter((bound) => before[bound] !== after[bound]);
  const setters = changed.filter(({ utterance }) => moved.some((bound) => utterance[bound] === after[bound]));
  const ids = (setters.length > 0 ? setters : changed).map(({ utterance }) => utterance.claim);
  const changedBy = ids.reduce((least, id) => (id < least ? id : least));
  return Object.freeze({ day, low: after.low, best: after.best, high: after.high, changedBy });
}

/** The claims whose figures stand; every other one goes to `excluded` with its reason. */
function claimsInUse(
  claims: readonly FigureClaim[],
  current: readonly (CurrentFigures | undefined)[],
  excluded: ExcludedClaim[],
): readonly FigureClaim[] {
  const standing = new Set<FigureClaim>();
  for (const figures of current) for (const claim of figures?.current() ?? []) standing.add(claim);
  const used: FigureClaim[] = [];
  for (const claim of claims) {
    if (standing.has(claim)) {
      used.push(claim);
      continue;
    }
    const now = current[claim.root]?.current() ?? [];
    const twin = now.find(({ utterance }) => sameFigure(utterance, claim.utterance));
    const by = (twin ?? newest(now))?.utterance.claim ?? '';
    const reason = twin === undefined ? `superseded by ${by}` : `repeated by ${by}`;
    excluded.push({ claim: claim.utterance.claim, reason });
  }
  return used;
}

function newest(claims: readonly FigureClaim[]): FigureClaim | undefined {
  let found = claims[0];
  for (const claim of claims) {
    if (found === undefined || claim.from > found.from) found = claim;
    else if (claim.from === found.from && claim.utterance.claim < found.utterance.claim) found = claim;
  }
  return found;
}

function setBounds(bounds: Bounds, used: readonly FigureClaim[]): Pick<Toll, 'low' | 'best' | 'high'> {
  return {
    low: boundSetBy('low', bounds.low, used),
    best: boundSetBy('best', bounds.best, used),
    high: boundSetBy('high', bounds.high, used),
  };
}

/** The first claim, by day and id, that puts the value forward. */
function boundSetBy(
  bound: 'low' | 'best' | 'high',
  value: number | null,
  used: readonly FigureClaim[],
): TollBound | null {
  if (value === null) return null;
  let setBy: ClaimId | null = null;
  let day = LAST_DAY;
  for (const { utterance, to } of used) {
    if (utterance[bound] !== value || to > day) continue;
    if (setBy === null || to < day || utterance.claim < setBy) {
      setBy = utterance.claim;
      day = to;
    }
  }
  return setBy === null ? null : Object.freeze({ value, setBy });
}
