/**
 * Which proposals stand for which gold relation. The reader may make one claim of an attribution or one for each
 * figure in it: proposals of the right speaker that lie mostly inside the gold words are taken together. Chains are
 * compared by folded names without the outlet; other spellings that the paragraph allows and titles count.
 */
import { foldName } from '../../../src/record/actor.ts';
import type { Span } from '../../../src/record/passage.ts';
import type { ProposedClaim } from '../../../src/text/proposed-claim.ts';
import type { Chain, GoldParagraph, GoldQuantity, GoldRelation } from './paragraph.ts';

const ENOUGH = 0.5;

/** What the reader made of one gold relation. */
export interface Match {
  readonly relation: GoldRelation;
  /** Proposals of the right innermost speaker for these words, nearest first; empty: not found. */
  readonly found: readonly ProposedClaim[];
  /** Proposals mostly inside these words or overlapping them enough, whoever speaks in them; nearest first. */
  readonly near: readonly ProposedClaim[];
  /** Whether `near` together has the words, whoever speaks in them. */
  readonly heard: boolean;
  /** Proposals whose words share anything with these words, or with its cue where it is a refusal or a silence. */
  readonly touching: readonly ProposedClaim[];
}

/** Of a paragraph: every relation with its proposals, and the proposals that are wrong. */
export interface Matched {
  readonly matches: readonly Match[];
  /** How many proposals stand for a gold relation. */
  readonly right: number;
  /** With a speaker and for no gold relation. */
  readonly unfounded: readonly ProposedClaim[];
  /** Mostly inside words that must not become a claim. */
  readonly distracted: readonly ProposedClaim[];
}

/**
 * Matches the proposals for one paragraph. What the outlet says in its own voice beyond the gold is neither right
 * nor wrong unless it lies in a distractor.
 *
 * @example
 * matchParagraph(paragraph, claims).matches.filter(({ found }) => found.length > 0).length; // relations found
 */
export function matchParagraph(paragraph: GoldParagraph, claims: readonly ProposedClaim[]): Matched {
  const matches = paragraph.relations.map((relation) => matchRelation(paragraph, relation, claims));
  const used = new Set(matches.flatMap(({ found }) => found));
  const rest = claims.filter((claim) => !used.has(claim));
  const lures = points(paragraph.distractors);
  const distracted = rest.filter((claim) => shareInside(points(claim.content), lures) >= ENOUGH);
  const unfounded = rest.filter(
    (claim) => !distracted.includes(claim) && chainOf(paragraph, claim).length > 0,
  );
  return { matches, right: used.size, unfounded, distracted };
}

function matchRelation(
  paragraph: GoldParagraph,
  relation: GoldRelation,
  claims: readonly ProposedClaim[],
): Match {
  const gold = points(relation.content);
  const near = claims
    .map((claim) => ({ claim, inside: shareInside(points(claim.content), gold) }))
    .filter(({ claim, inside }) => inside >= ENOUGH || jaccard(points(claim.content), gold) >= ENOUGH)
    .map(({ claim }) => ({ claim, near: jaccard(points(claim.content), gold) }))
    .sort((a, b) => b.near - a.near)
    .map(({ claim }) => claim);
  const spoken = near.filter((claim) => sameSpeaker(paragraph, relation, claim));
  const answers = isNoAnswer(relation)
    ? claims.filter((claim) => isNoAnswer(claim) && sameSpeaker(paragraph, relation, claim))
    : [];
  const unanswered = answers.filter((claim) => jaccard(withCue(claim), withCue(relation)) > 0);
  return {
    relation,
    found: covers(spoken, gold) ? spoken : unanswered,
    near,
    heard: covers(near, gold),
    touching: isNoAnswer(relation)
      ? claims.filter((claim) => jaccard(withCue(claim), withCue(relation)) > 0)
      : claims.filter((claim) => jaccard(points(claim.content), gold) > 0),
  };
}

/**
 * Whether proposals have these words, one of them or all together: a Jaccard of 0.5 and more.
 *
 * @example
 * enough(claims, relation.content); // true
 */
export function enough(claims: readonly ProposedClaim[], content: readonly Span[]): boolean {
  return covers(claims, points(content));
}

/**
 * Jaccard of two lists of spans, in code points.
 *
 * @example
 * overlap([{ start: 0, end: 2 }], [{ start: 1, end: 3 }]); // 0.333…
 */
export function overlap(a: readonly Span[], b: readonly Span[]): number {
  return jaccard(points(a), points(b));
}

function covers(claims: readonly ProposedClaim[], gold: ReadonlySet<number>): boolean {
  if (claims.some((claim) => jaccard(points(claim.content), gold) >= ENOUGH)) return true;
  return jaccard(points(claims.flatMap(({ content }) => content)), gold) >= ENOUGH;
}

function isNoAnswer({ stance }: { readonly stance: string }): boolean {
  return stance === 'declines' || stance === 'silent';
}

/** Cue and content together: of a missing answer nobody can say where the one ends and the other begins. */
function withCue(one: GoldRelation | ProposedClaim): ReadonlySet<number> {
  const cue = 'cue' in one ? one.cue : one.chain.at(-1)?.cue.span;
  return points(cue === null || cue === undefined ? one.content : [cue, ...one.content]);
}

/**
 * Names of a proposal's speakers, without the outlet where the reader put it in front.
 *
 * @example
 * chainOf(paragraph, claim); // ['The Courier', null]
 */
export function chainOf({ outlet, outletNames }: GoldParagraph, { chain }: ProposedClaim): Chain {
  const names = chain.map(({ resolved }) => resolved);
  const own = [...(outlet === null ? [] : [outlet]), ...outletNames].map(foldName);
  return typeof names[0] === 'string' && own.includes(foldName(names[0])) ? names.slice(1) : names;
}

function sameSpeaker(paragraph: GoldParagraph, relation: GoldRelation, claim: ProposedClaim): boolean {
  const read = chainOf(paragraph, claim);
  return fairChains(relation).some((chain) =>
    chain.length === 0 || read.length === 0
      ? chain.length === read.length
      : sameName(paragraph, chain.at(-1) ?? null, read.at(-1) ?? null),
  );
}

/**
 * Whether every step of the chain is the gold's.
 *
 * @example
 * sameChain(paragraph, relation, claim); // true
 */
export function sameChain(paragraph: GoldParagraph, relation: GoldRelation, claim: ProposedClaim): boolean {
  const read = chainOf(paragraph, claim);
  return fairChains(relation).some(
    (chain) =>
      chain.length === read.length && chain.every((name, at) => sameName(paragraph, name, read[at] ?? null)),
  );
}

/**
 * The chain of a relation and the others that are as fair.
 *
 * @example
 * fairChains(relation).length; // 1 or more
 */
export function fairChains({ chain, chainAlso = [] }: GoldRelation): readonly Chain[] {
  return [chain, ...chainAlso];
}

/**
 * Whether a name read is the gold's, another spelling the paragraph allows, or the name with a title.
 *
 * @example
 * sameName(paragraph, 'Dell Otway', 'Sheriff Dell Otway'); // true
 */
export function sameName({ names }: GoldParagraph, gold: string | null, read: string | null): boolean {
  const fair = gold === null ? [null] : [gold, ...(names[gold] ?? [])];
  return fair.some((name) =>
    name === null || read === null ? name === read : isName(foldName(name), foldName(read)),
  );
}

/** The name itself, or a name of two words and more with a title or a kind word: "Sheriff Dell Otway", "Ann Lee KC". */
function isName(gold: string, read: string): boolean {
  if (gold === read) return true;
  const extra = read.split(' ').length - gold.split(' ').length;
  return gold.includes(' ') && extra > 0 && extra <= 2 && ` ${read} `.includes(` ${gold} `);
}

/**
 * Whether a proposal gives this number of this measure. For zero a negated proposition without a number says the same.
 *
 * @example
 * givesQuantity(claim, quantity); // true
 */
export function givesQuantity({ draft, quantity: read }: ProposedClaim, gold: GoldQuantity): boolean {
  const fair: readonly (string | null)[] = [gold.measure, ...(gold.measureAlso ?? [])];
  if (!fair.includes(draft.measure)) return false;
  if (read === null) return gold.high === 0 && draft.negated === true;
  return read.low === gold.low && read.best === gold.best && read.high === gold.high;
}

function points(spans: readonly Span[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { start, end } of spans) for (let at = start; at < end; at += 1) all.add(at);
  return all;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const at of a) if (b.has(at)) count += 1;
  return count;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

function shareInside(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size === 0 ? 0 : shared(a, b) / a.size;
}
