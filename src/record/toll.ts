/** A computed figure: low / best / high of one measure, by a named rule, with every claim used and left out. */
import { construct, day, idOf, list, object, oneOf, orNull, text, whole } from './fields.ts';
import type { ClaimId, PropositionId } from './id.ts';
import { MEASURES, type Measure } from './proposition.ts';
import { type Bounds, checkBounds } from './quantity.ts';

/** One bound and the claim that sets it. */
export interface TollBound {
  readonly value: number;
  readonly setBy: ClaimId;
}

export const TOLL_RULES = ['conservative', 'representative', 'informative'] as const;
/** Over independent origins: the lowest, the most frequent, the highest (eventreport's three aggregations). */
export type TollRule = (typeof TOLL_RULES)[number];

export const TIME_AXES = ['known', 'event'] as const;
/** `known`: as it became known. `event`: as it is known now to have happened by each day. */
export type TimeAxis = (typeof TIME_AXES)[number];

export const VAGUE_PRESETS = ['acled', 'ucdp'] as const;
/** Whose manner of turning "dozens" into bounds a reviewer chooses; none is the default (`vocab/vague-quantities.json`). */
export type VaguePreset = (typeof VAGUE_PRESETS)[number];

/** One rule's answer. A null bound is unbounded or not stated, never zero. */
export interface TollByRule {
  readonly rule: TollRule;
  readonly version: number;
  readonly low: TollBound | null;
  readonly best: TollBound | null;
  readonly high: TollBound | null;
}

/** The toll as it stood on one day. */
export interface TollStep {
  /** ISO day; the day the claim that changed it was made. */
  readonly day: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly changedBy: ClaimId;
}

/** How many independent origins stand behind it; a null maximum is open. */
export interface OriginInterval {
  readonly min: number;
  readonly max: number | null;
}

/** A claim that was not counted, and why. */
export interface LeftOut {
  readonly claim: ClaimId;
  readonly reason: string;
}

/** A bound that only parties to the matter put forward: those accused, or those who deny or dispute the count. */
export interface PartyBound {
  readonly bound: 'low' | 'best' | 'high';
  readonly claim: ClaimId;
  readonly party: (typeof PARTIES)[number];
}

const PARTIES = ['accused', 'disputing'] as const;

/** A toll along the days of the event, instead of the days on which it became known. */
export interface EventAxis {
  /** What is known now to have happened by each day, oldest first. */
  readonly steps: readonly TollStep[];
  /** Claims with a figure that do not say when it happened. */
  readonly undated: readonly ClaimId[];
}

export interface Toll {
  readonly proposition: PropositionId;
  readonly measure: Measure;
  /** ISO day the figure is as of; null: all that is in the record. */
  readonly asOf: string | null;
  readonly low: TollBound | null;
  readonly best: TollBound | null;
  readonly high: TollBound | null;
  readonly rules: readonly TollByRule[];
  readonly origins: OriginInterval;
  readonly used: readonly ClaimId[];
  readonly excluded: readonly LeftOut[];
  /** Denials and refusals to comment: shown beside, moving no bound. */
  readonly beside: readonly ClaimId[];
  /** As known on each day on which it changed, oldest first. */
  readonly steps: readonly TollStep[];
  /** Along the days of the event; null when the times of the event were not asked for. */
  readonly events: EventAxis | null;
  /** Bounds that rest on the word of a party alone. */
  readonly byParty: readonly PartyBound[];
  /** The headline without the figures of such parties; null when no bound rests on them alone. */
  readonly withoutParties: Bounds | null;
}

const boundField = object<TollBound>({ value: whole, setBy: idOf('claim') });
const bounds = { low: orNull(boundField), best: orNull(boundField), high: orNull(boundField) };

type SetBounds = Pick<Toll, 'low' | 'best' | 'high'>;
type NoteFault = (path: string, message: string) => void;

function checkSetBounds({ low, best, high }: SetBounds, fault: NoteFault): void {
  checkBounds({ low: low?.value ?? null, best: best?.value ?? null, high: high?.value ?? null }, fault);
}

const byRuleField = object<TollByRule>(
  { rule: oneOf(TOLL_RULES), version: whole, ...bounds },
  checkSetBounds,
);
const stepField = object<TollStep>(
  { day, low: orNull(whole), best: orNull(whole), high: orNull(whole), changedBy: idOf('claim') },
  checkBounds,
);
const originsField = object<OriginInterval>({ min: whole, max: orNull(whole) }, (origins, fault) => {
  if (origins.max !== null && origins.max < origins.min) fault('max', 'must not be smaller than min');
});

const tollField = object<Toll>(
  {
    proposition: idOf('proposition'),
    measure: oneOf(MEASURES),
    asOf: orNull(day),
    ...bounds,
    rules: list(byRuleField),
    origins: originsField,
    used: list(idOf('claim')),
    excluded: list(object<LeftOut>({ claim: idOf('claim'), reason: text })),
    beside: list(idOf('claim')),
    steps: list(stepField),
    events: orNull(object<EventAxis>({ steps: list(stepField), undated: list(idOf('claim')) })),
    byParty: list(
      object<PartyBound>({
        bound: oneOf(['low', 'best', 'high'] as const),
        claim: idOf('claim'),
        party: oneOf(PARTIES),
      }),
    ),
    withoutParties: orNull(
      object<Bounds>({ low: orNull(whole), best: orNull(whole), high: orNull(whole) }, checkBounds),
    ),
  },
  checkToll,
);

function checkToll(toll: Toll, fault: NoteFault): void {
  checkSetBounds(toll, fault);
  const used = new Set(toll.used);
  for (const bound of ['low', 'best', 'high'] as const) {
    const setBy = toll[bound]?.setBy;
    if (setBy !== undefined && !used.has(setBy))
      fault(bound, 'must be set by a claim that is listed as used');
  }
  if (toll.excluded.some(({ claim }) => used.has(claim)))
    fault('excluded', 'must not list a claim that is used');
  for (const [path, steps] of [
    ['steps', toll.steps],
    ['events', toll.events?.steps ?? []],
  ] as const)
    if (steps.some((step, i) => step.day < (steps[i - 1]?.day ?? ''))) fault(path, 'must go from old to new');
  if (toll.byParty.some(({ claim }) => !used.has(claim)))
    fault('byParty', 'must name claims that are listed as used');
}

/**
 * Checks a toll's fields and freezes a copy: the last guard before a figure is shown.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createToll({ ...figures, low: { value: 26, setBy: claimId }, used: [claimId] }).low?.value; // 26
 */
export function createToll(fields: Toll): Toll {
  return construct('toll', tollField, fields);
}
