/**
 * Learns a linkage model without labels, in the order that works: u from random pairs, the prior from deterministic rules with
 * a stated recall, m by expectation maximisation under one training rule after another, each time leaving out the columns that
 * the rule holds fixed, then averaged. EM over all blocked pairs at once finds the wrong two groups (RLdata10000: F1 .22).
 * A column is averaged by the expected matches that it has values in: under some rules there are none, as for names within one
 * script where all pairs of the rule are of two.
 * Fellegi and Sunter 1969; Winkler 2000; Linacre et al., Splink (2022).
 */
import { LEVELS, type LinkColumn, topLevel } from './columns.ts';
import { maximise } from './expectation.ts';
import type { PatternCount } from './patterns.ts';
import { guessedRates, normalised, type Rates } from './rates.ts';

/** A model of how records of one person agree. */
export interface LinkageModel {
  readonly columns: readonly LinkColumn[];
  /** Share of all pairs that are one person. */
  readonly prior: number;
  readonly m: Rates;
  readonly u: Rates;
  /** What was learned from what. */
  readonly training: TrainingRecord;
}

export interface TrainingRecord {
  /** Pairs that could be made of the records. */
  readonly allPairs: number;
  /** Sets of columns whose full agreement was taken for one person, for the prior. */
  readonly deterministic: readonly (readonly string[])[];
  readonly deterministicPairs: number;
  /** Share of the true pairs that the deterministic rules are held to find, 0 to 1. */
  readonly recall: number;
  /** The rules under which m was learned. */
  readonly rules: readonly {
    readonly columns: readonly string[];
    readonly pairs: number;
    readonly matches: number;
  }[];
  /** Columns whose m no rule could teach: a general guess stands. */
  readonly untaught: readonly string[];
}

export interface TrainingInput {
  readonly columns: readonly LinkColumn[];
  /** The compared pairs. */
  readonly patterns: readonly PatternCount[];
  readonly u: Rates;
  /** n (n − 1) / 2. */
  readonly allPairs: number;
  /** Whether every pair that fully agrees in these columns (0-based) was compared. */
  readonly covered: (columns: readonly number[]) => boolean;
  /** Stated by the person who links. */
  readonly recall: number;
}

/** Columns in a rule at most. */
const LONGEST = 4;

interface AgreementSet {
  readonly columns: readonly number[];
  readonly pairs: number;
  /** Pairs that chance alone would give. */
  readonly chance: number;
}

/**
 * Trains the model.
 *
 * @example
 * trainModel({ columns, patterns, u, allPairs: 499_500, covered: () => true, recall: 0.8 }).prior;
 */
export function trainModel(input: TrainingInput): LinkageModel {
  const { columns, patterns, u, allPairs, recall } = input;
  const sets = agreementSets(input);
  const certain = sets.filter(({ pairs, chance }) => chance <= 0.05 * pairs);
  const deterministic = minimal(certain);
  const found = deterministic.length > 0 ? countUnion(patterns, columns, deterministic) : 1;
  const prior = Math.min(0.5, Math.max(found, 1) / recall / allPairs);
  const rules = trainingRules(sets, columns.length);
  const sums = columns.map(({ kind }) => new Float64Array(LEVELS[kind].length));
  const taught = new Set<number>();
  const told: TrainingRecord['rules'][number][] = [];
  for (const rule of rules) {
    const fit = maximise({
      patterns: patterns.filter((one) => agrees(one, rule.columns, columns)),
      columns,
      u,
      held: rule.columns,
    });
    told.push({
      columns: rule.columns.map((at) => columns[at]?.name ?? ''),
      pairs: rule.pairs,
      matches: fit.matches,
    });
    if (fit.matches < 5) continue;
    for (const [at, rates] of fit.m.entries()) {
      const weight = fit.seen[at] ?? 0;
      if (rule.columns.includes(at) || weight < 5) continue;
      taught.add(at);
      for (const [level, rate] of rates.entries()) {
        const sum = sums[at];
        if (sum !== undefined) sum[level] = (sum[level] ?? 0) + rate * weight;
      }
    }
  }
  const m = columns.map(({ kind }, at) =>
    taught.has(at) ? normalised(sums[at] ?? new Float64Array(1)) : guessedRates(LEVELS[kind].length),
  );
  return {
    columns,
    prior,
    m,
    u,
    training: {
      allPairs,
      deterministic: deterministic.map((set) => set.columns.map((at) => columns[at]?.name ?? '')),
      deterministicPairs: found,
      recall,
      rules: told,
      untaught: columns.filter((_, at) => !taught.has(at)).map(({ name }) => name),
    },
  };
}

function agrees(pattern: PatternCount, set: readonly number[], columns: readonly LinkColumn[]): boolean {
  return set.every((at) => pattern.levels[at] === topLevel(columns[at]?.kind ?? 'sex'));
}

/** Sets of one to three columns with the pairs that fully agree in them. */
function agreementSets({ columns, patterns, u, allPairs, covered }: TrainingInput): readonly AgreementSet[] {
  const sets: AgreementSet[] = [];
  const grow = (set: readonly number[], from: number): void => {
    if (set.length > 0 && covered(set)) {
      const pairs = patterns.reduce((sum, one) => (agrees(one, set, columns) ? sum + one.pairs : sum), 0);
      const chance = set.reduce((share, at) => share * (u[at]?.at(-1) ?? 1), allPairs);
      if (pairs > 0) sets.push({ columns: set, pairs, chance });
    }
    if (set.length === LONGEST) return;
    for (let at = from; at < columns.length; at += 1) grow([...set, at], at + 1);
  };
  grow([], 0);
  return sets;
}

function minimal(sets: readonly AgreementSet[]): readonly AgreementSet[] {
  return sets.filter(
    (set) =>
      set.columns.length > 1 &&
      !sets.some(
        (other) =>
          other.columns.length > 1 && other !== set && other.columns.every((at) => set.columns.includes(at)),
      ),
  );
}

function countUnion(
  patterns: readonly PatternCount[],
  columns: readonly LinkColumn[],
  sets: readonly AgreementSet[],
): number {
  return patterns.reduce(
    (sum, one) => (sets.some((set) => agrees(one, set.columns, columns)) ? sum + one.pairs : sum),
    0,
  );
}

/** The rules with most pairs beyond chance, at least half of whose pairs are beyond chance; every column left out of one at least. */
function trainingRules(sets: readonly AgreementSet[], width: number): readonly AgreementSet[] {
  const beyond = ({ pairs, chance }: AgreementSet): number => pairs - chance;
  const ranked = sets
    .filter((set) => set.columns.length < width && beyond(set) >= 10 && set.chance < 0.5 * set.pairs)
    .sort((a, b) => beyond(b) - beyond(a));
  const chosen: AgreementSet[] = [];
  for (const set of ranked) {
    if (chosen.length >= 8) break;
    if (chosen.some((other) => other.columns.every((at) => set.columns.includes(at)))) continue;
    chosen.push(set);
  }
  for (let at = 0; at < width; at += 1) {
    if (chosen.some((set) => !set.columns.includes(at))) continue;
    const other = ranked.find((set) => !set.columns.includes(at));
    if (other !== undefined) chosen.push(other);
  }
  return chosen;
}
