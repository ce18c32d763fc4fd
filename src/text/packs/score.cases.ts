/**
 * How a pack's table of sentences is scored. Half of each table is held out: sentences with an odd number (counted
 * from 0). They were written together with the others, before the rules were tuned; while tuning only their totals
 * are printed, never which of them fail.
 */
import type { ProposedClaim } from '../proposed-claim.ts';
import { namedAsSubject } from './named-as-subject.cases.ts';
import type { LanguagePack } from './pack.ts';
import { readByPack } from './read-pack.ts';

/** One claim that a sentence makes. */
export interface ExpectedClaim {
  /** Outermost first: for each step the resolved name, or words of the mention. Empty: the report itself. */
  readonly by: readonly string[];
  readonly stance: ProposedClaim['stance'];
  /** Words that the content holds. */
  readonly says: string;
  /** "26", "26+" (at least), ">100", "<=30", "<10", "~50", "30-40", "vague"; null: none. Absent: not asked. */
  readonly n?: string | null;
  readonly measure?: ProposedClaim['draft']['measure'];
  /** The words say that it did not happen. */
  readonly not?: true;
  readonly when?: string;
}

/** A sentence with all its claims; none: nothing may be proposed. */
export type PackCase = readonly [text: string, claims: readonly ExpectedClaim[]];

/** Counts of one half of a table; scores are fractions of what is expected, from 0 to 1. */
export interface PackScore {
  readonly sentences: number;
  readonly claims: number;
  /** Right speakers in the right order with the right words. */
  readonly relation: number;
  /** The same and the right stance. */
  readonly stance: number;
  /** Expected figures (with measure) found in the right claim. */
  readonly quantity: number;
  readonly quantities: number;
  /** Claims proposed that nobody expects, by expected claim. */
  readonly extra: number;
  readonly failures: readonly string[];
}

/** The day on which all sentences are published: a Thursday. */
export const PUBLISHED = '2024-06-20';

/** A claimed quantity in the notation of the tables. */
export function shortFigure({ quantity }: ProposedClaim): string | null {
  if (quantity === null) return null;
  const { low, best, high, comparator } = quantity;
  switch (comparator) {
    case 'exactly':
      return String(best);
    case 'at-least':
      return `${low}+`;
    case 'more-than':
      return `>${(low ?? 1) - 1}`;
    case 'at-most':
      return `<=${high}`;
    case 'fewer-than':
      return `<${(high ?? 0) + 1}`;
    case 'about':
      return `~${best}`;
    case 'between':
      return `${low}-${high}`;
    default:
      return 'vague';
  }
}

function wordsOf(text: readonly string[], claim: ProposedClaim): string {
  return claim.content.map(({ start, end }) => text.slice(start, end).join('')).join(' … ');
}

function related(
  pack: LanguagePack,
  text: readonly string[],
  claim: ProposedClaim,
  expected: ExpectedClaim,
): boolean {
  const steps = claim.chain.length === expected.by.length;
  const all = expected.by.every((who, i) => {
    const step = claim.chain[i];
    const name = step?.resolved ?? step?.named ?? '';
    return step !== undefined && (name.includes(who) || name.includes(namedAsSubject(pack, who)));
  });
  return steps && all && wordsOf(text, claim).includes(expected.says);
}

function figured(claim: ProposedClaim, { n, measure, not }: ExpectedClaim): boolean {
  if (n !== undefined && shortFigure(claim) !== n) return false;
  if (measure !== undefined && claim.draft.measure !== measure) return false;
  return not === undefined || claim.draft.negated === true;
}

function shown(text: readonly string[], claim: ProposedClaim): string {
  const chain = claim.chain.map(({ named, resolved }) => resolved ?? `(${named})`).join(' > ');
  const not = claim.draft.negated === true ? ' not' : '';
  return `${claim.stance} [${chain}] ${wordsOf(text, claim)} | ${shortFigure(claim)} ${claim.draft.measure}${not} ${claim.when?.edtf ?? ''}`;
}

interface Tally {
  relation: number;
  stance: number;
  quantity: number;
  quantities: number;
  extra: number;
}

function tally(
  pack: LanguagePack,
  sum: Tally,
  claims: readonly ProposedClaim[],
  [text, expected]: PackCase,
): boolean {
  const points = [...text];
  const free = new Set(claims);
  let whole = true;
  for (const one of expected) {
    const asks = one.n !== undefined || one.measure !== undefined;
    if (asks) sum.quantities += 1;
    const fits = [...free].filter((claim) => related(pack, points, claim, one));
    const hit = fits.find((claim) => claim.stance === one.stance && figured(claim, one)) ?? fits[0];
    if (hit !== undefined) {
      free.delete(hit);
      sum.relation += 1;
      if (hit.stance === one.stance) sum.stance += 1;
      if (asks && figured(hit, one)) sum.quantity += 1;
    }
    const dated = one.when === undefined || hit?.when?.edtf === one.when;
    whole &&= hit !== undefined && hit.stance === one.stance && figured(hit, one) && dated;
  }
  sum.extra += free.size;
  return whole && free.size === 0;
}

/**
 * Scores one half of a table.
 *
 * @example
 * scoreCases(RU, RU_CASES, 'held-out').relation; // a fraction
 */
export function scoreCases(
  pack: LanguagePack,
  cases: readonly PackCase[],
  half: 'dev' | 'held-out',
): PackScore {
  const chosen = cases.filter((_, i) => (i % 2 === 1) === (half === 'held-out'));
  const sum: Tally = { relation: 0, stance: 0, quantity: 0, quantities: 0, extra: 0 };
  const failures: string[] = [];
  for (const one of chosen) {
    const input = { text: one[0], publishedAt: PUBLISHED, outlet: null, language: pack.code };
    const { claims } = readByPack(input, pack);
    if (tally(pack, sum, claims, one) || half === 'held-out') continue;
    failures.push([one[0], ...claims.map((claim) => `    ${shown([...one[0]], claim)}`)].join('\n'));
  }
  const claims = chosen.reduce((total, [, expected]) => total + expected.length, 0);
  return {
    sentences: chosen.length,
    claims,
    relation: sum.relation / claims,
    stance: sum.stance / claims,
    quantity: sum.quantities === 0 ? 1 : sum.quantity / sum.quantities,
    quantities: sum.quantities,
    extra: sum.extra / claims,
    failures,
  };
}
