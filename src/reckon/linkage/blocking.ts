/**
 * Which pairs are compared at all. Each rule is a set of keys that must agree; the rules of a linkage are a union, and the
 * pairs of the union are compared once. Rules are chosen from the data within a budget of pairs: the more general rule stands
 * for the rules that it implies, and where it would give too many pairs its specialisations take its place.
 */
import type { ColumnKind, LinkColumn } from './columns.ts';

/** A part of a column that two records may share. */
export interface BlockingKey {
  readonly column: number;
  /** `same`: the whole value. The others: what of it. */
  readonly part:
    | 'same'
    | 'start'
    | 'sound'
    | 'year'
    | 'day-month'
    | 'first-part'
    | 'last-part'
    | 'skeleton'
    | 'skeleton-start';
}

export interface BlockingRule {
  readonly keys: readonly BlockingKey[];
}

/** A rule with the number of pairs that it gives on the records at hand. */
export interface CostedRule extends BlockingRule {
  readonly pairs: number;
}

const PARTS: Readonly<Record<ColumnKind, readonly BlockingKey['part'][]>> = {
  given: ['same', 'start', 'sound'],
  family: ['same', 'start', 'sound'],
  name: ['same', 'sound', 'first-part', 'last-part'],
  date: ['same', 'year', 'day-month'],
  year: ['same'],
  month: ['same'],
  day: ['same'],
  age: ['same'],
  sex: [],
  place: ['same'],
  code: ['same', 'start'],
  text: ['same', 'start'],
  'across-scripts': ['skeleton', 'skeleton-start'],
};
/** Kinds that tell too little to be half of a rule of two. */
const WEAK: ReadonlySet<ColumnKind> = new Set(['month', 'day', 'age', 'year']);

/**
 * Every rule that may be worth having: one key, two keys of two columns, and three where two tell little.
 *
 * @example
 * candidateRules([{ name: 'family', kind: 'family' }]).length; // 3
 */
export function candidateRules(columns: readonly LinkColumn[]): readonly BlockingRule[] {
  const keys = columns.flatMap(({ kind }, column) =>
    PARTS[kind].map((part): BlockingKey => ({ column, part })),
  );
  const kindOf = (key: BlockingKey): ColumnKind => columns[key.column]?.kind ?? 'text';
  const sourceOf = ({ column }: BlockingKey): number => columns[column]?.across?.of ?? column;
  const ofOne = (a: BlockingKey, b: BlockingKey): boolean => sourceOf(a) === sourceOf(b);
  const rules: BlockingRule[] = keys.filter((key) => !WEAK.has(kindOf(key))).map((key) => ({ keys: [key] }));
  for (const [at, a] of keys.entries()) {
    for (const [beside, b] of keys.slice(at + 1).entries()) {
      if (ofOne(a, b)) continue;
      rules.push({ keys: [a, b] });
      for (const c of keys.slice(at + 2 + beside)) {
        if (ofOne(c, b) || ofOne(c, a)) continue;
        const whole = [a, b, c].filter(({ part }) => part === 'same').length;
        if (whole >= 2 || [a, b, c].some((key) => WEAK.has(kindOf(key)))) rules.push({ keys: [a, b, c] });
      }
    }
  }
  return rules;
}

/** Parts that agree whenever the first agrees. */
const IMPLIED: Partial<Record<BlockingKey['part'], readonly BlockingKey['part'][]>> = {
  same: ['start', 'sound', 'year', 'day-month', 'first-part', 'last-part'],
  skeleton: ['skeleton-start'],
};

/**
 * Whether every pair of the special rule is a pair of the general one.
 *
 * @example
 * implies({ keys: [{ column: 0, part: 'same' }] }, { keys: [{ column: 0, part: 'start' }] }); // true
 */
export function implies(special: BlockingRule, general: BlockingRule): boolean {
  return general.keys.every((want) =>
    special.keys.some(
      (has) =>
        has.column === want.column &&
        (has.part === want.part || IMPLIED[has.part]?.includes(want.part) === true),
    ),
  );
}

/**
 * The most general rules that together stay within the budget of pairs, fewest pairs first. Their pairs overlap, so fewer are
 * compared than the budget says.
 *
 * @param budget pairs, counted once for each rule
 * @example
 * chooseRules([{ keys: [{ column: 0, part: 'same' }], pairs: 120 }], 1000);
 */
export function chooseRules(costed: readonly CostedRule[], budget: number): readonly CostedRule[] {
  const byCost = [...costed].filter(({ pairs }) => pairs > 0).sort((a, b) => a.pairs - b.pairs);
  let low = 0;
  let high = byCost.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const total = mostGeneral(byCost.slice(0, middle)).reduce((sum, { pairs }) => sum + pairs, 0);
    if (total <= budget) low = middle;
    else high = middle - 1;
  }
  return mostGeneral(byCost.slice(0, low));
}

function mostGeneral(rules: readonly CostedRule[]): readonly CostedRule[] {
  return rules.filter(
    (rule, at) =>
      !rules.some(
        (other, place) => place !== at && implies(rule, other) && !(implies(other, rule) && place > at),
      ),
  );
}
