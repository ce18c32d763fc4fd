/** A computed figure: low / best / high of one measure, by a named rule, with every claim used and left out. */
import { construct, day, idOf, list, object, oneOf, orNull, text, whole } from './fields.ts';
import type { ClaimId, PropositionId } from './id.ts';
import { MEASURES, type Measure } from './proposition.ts';
import { checkBounds } from './quantity.ts';

/** One bound and the claim that sets it. */
export interface TollBound {
  readonly value: number;
  readonly setBy: ClaimId;
}

export const TOLL_RULES = ['conservative', 'representative', 'informative'] as const;
/** Over independent origins: the lowest, the most frequent, the highest (eventreport's three aggregations). */
export type TollRule = (typeof TOLL_RULES)[number];

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
  if (toll.steps.some((step, i) => step.day < (toll.steps[i - 1]?.day ?? '')))
    fault('steps', 'must go from old to new');
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
