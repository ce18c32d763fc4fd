/** Counts of hits and of what could be hit, per notion, over the paragraphs of one half. */
import type { ProposedClaim } from '../../../src/text/proposed-claim.ts';
import { rounded } from '../part.ts';
import { givesQuantity, type Match, type Matched, sameChain } from './match.ts';
import type { GoldParagraph, GoldQuantity } from './paragraph.ts';

/** Hits out of all, for one notion. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** A notion that was missed, for the list of misses. */
export interface Miss {
  readonly paragraph: GoldParagraph;
  readonly match: Match;
  readonly what: string;
}

/** Everything that is counted over one half. */
export interface Tally {
  readonly shares: ReadonlyMap<string, Share>;
  readonly misses: readonly Miss[];
  readonly paragraphs: number;
  readonly right: number;
  readonly unfounded: number;
  readonly distracted: number;
}

/**
 * Tallies the matched paragraphs of one half. Notions: `found` and, by phenomenon, `found:NAME`; `chain`, `nested`
 * (whole chain right where it has two steps or more), `stance` and `stance:NAME` of what was found, `referents`
 * (pronouns, "the ministry", surnames, acronyms), `no-answer` (found, with stance and date), `when` of what was found,
 * `quantities` and its kinds (bounds and measure, whoever speaks), `quantities-worded` (those whose act stands in the
 * content), `quantities-attributed` (the speaker right too).
 *
 * @example
 * tally([{ paragraph, matched }]).shares.get('found'); // { hits: 1, of: 1 }
 */
export function tally(
  read: readonly { readonly paragraph: GoldParagraph; readonly matched: Matched }[],
): Tally {
  const shares = new Map<string, { hits: number; of: number }>();
  const misses: Miss[] = [];
  for (const { paragraph, matched } of read) {
    for (const match of matched.matches) {
      if (match.relation.optional) continue;
      for (const [notion, hit] of verdicts(paragraph, match)) {
        const share = shares.get(notion) ?? { hits: 0, of: 0 };
        shares.set(notion, { hits: share.hits + (hit ? 1 : 0), of: share.of + 1 });
        if (!hit && LISTED.includes(notion)) misses.push({ paragraph, match, what: notion });
      }
    }
  }
  const sum = (count: (matched: Matched) => number): number =>
    read.reduce((total, { matched }) => total + count(matched), 0);
  return {
    shares,
    misses,
    paragraphs: read.length,
    right: sum((matched) => matched.right),
    unfounded: sum((matched) => matched.unfounded.length),
    distracted: sum((matched) => matched.distracted.length),
  };
}

/** What the list of misses names; the other notions repeat these. */
const LISTED: readonly string[] = ['found', 'nested', 'stance', 'when', 'no-answer', 'quantities'];

const REFERENTS = ['pronoun', 'definite', 'surname', 'acronym'];

type Verdict = readonly [notion: string, hit: boolean];

function verdicts(paragraph: GoldParagraph, match: Match): readonly Verdict[] {
  const { relation, found } = match;
  const isFound = found.length > 0;
  const whole = found.some((claim) => sameChain(paragraph, relation, claim));
  const all: Verdict[] = [
    ['found', isFound],
    [`found:${relation.kind}`, isFound],
    [`found:in ${paragraph.register}`, isFound],
    ...relation.phenomena.map((phenomenon): Verdict => [`found:${phenomenon}`, isFound]),
  ];
  if (relation.chain.length > 1) all.push(['nested', whole]);
  if (isFound) all.push(['chain', whole], ...stanceVerdicts(match));
  if (isFound && relation.when !== null) all.push(['when', found.some((claim) => sameWhen(claim, match))]);
  if (relation.phenomena.some((phenomenon) => REFERENTS.includes(phenomenon)))
    all.push(['referents', isFound]);
  if (relation.stance === 'silent' || relation.stance === 'declines')
    all.push(['no-answer', found.some((claim) => stanceRight(claim, match) && sameWhen(claim, match))]);
  return [...all, ...quantityVerdicts(match)];
}

function stanceVerdicts(match: Match): readonly Verdict[] {
  const nearest = match.found[0];
  const right = nearest !== undefined && stanceRight(nearest, match);
  return [
    ['stance', right],
    [`stance:${match.relation.stance}`, right],
  ];
}

function stanceRight(claim: ProposedClaim, { relation }: Match): boolean {
  return [relation.stance, ...(relation.stanceAlso ?? [])].includes(claim.stance);
}

function sameWhen(claim: ProposedClaim, { relation }: Match): boolean {
  return relation.when === null || claim.when?.edtf === relation.when;
}

function quantityVerdicts({ relation, near, found }: Match): readonly Verdict[] {
  const read = given(relation.quantities, near);
  const attributed = given(relation.quantities, found);
  return relation.quantities.flatMap((quantity): readonly Verdict[] => [
    ['quantities', read.has(quantity)],
    [`quantities:${formOf(quantity)}`, read.has(quantity)],
    ['quantities-attributed', attributed.has(quantity)],
    ...(quantity.implied ? [] : ([['quantities-worded', read.has(quantity)]] as const)),
  ]);
}

/** The quantities that proposals give, each proposal for one of them. */
function given(
  quantities: readonly GoldQuantity[],
  claims: readonly ProposedClaim[],
): ReadonlySet<GoldQuantity> {
  const free = new Set(claims);
  const hits = new Set<GoldQuantity>();
  for (const quantity of quantities) {
    const giver = [...free].find((claim) => givesQuantity(claim, quantity));
    if (giver === undefined) continue;
    free.delete(giver);
    hits.add(quantity);
  }
  return hits;
}

/**
 * How a figure is put: `exact`, `at least`, `single victim` …
 *
 * @example
 * formOf(figure); // 'at most'
 */
export function formOf({ low, best, high, single, implied }: GoldQuantity): string {
  if (implied) return 'implied';
  if (single) return 'single victim';
  if (high === 0) return 'zero';
  if (low !== null && low === best && best === high) return 'exact';
  if (low !== null && high !== null) return 'range';
  if (low !== null) return 'at least';
  if (high !== null) return 'at most';
  return best === null ? 'vague' : 'about';
}

/**
 * A share as a fraction from 0 to 1; null when there was nothing to hit.
 *
 * @example
 * fractionOf({ hits: 1, of: 4 }); // 0.25
 */
export function fractionOf(share: Share | undefined): number | null {
  return share === undefined || share.of === 0 ? null : rounded(share.hits / share.of);
}
