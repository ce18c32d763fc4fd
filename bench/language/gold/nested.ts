/**
 * Where chains of two mouths and more go wrong, as totals: which step, which depth, which words, which stance. Each owed
 * chain is laid beside the proposal that comes nearest to it, so that a half of which nobody may read a paragraph can
 * still tell what its reader lacks.
 */
import type { ProposedClaim } from '../../../src/text/proposed-claim.ts';
import { chainOf, enough, fairChains, type Match, overlap, sameName } from './match.ts';
import type { Chain, GoldParagraph } from './paragraph.ts';
import type { Share } from './tally.ts';

/** What can be right or wrong of one chain; `middle` only of three steps and more. */
const PARTS = ['words', 'depth', 'outermost', 'middle', 'innermost', 'stance'] as const;
type PartOfChain = (typeof PARTS)[number];

/**
 * Totals over owed chains of two steps and more: `owed` and `whole` by depth; each part right, of all (`words`: the
 * content covered, whoever speaks); `only NAME wrong`: that part alone is; and what the chain read is beside the owed one
 * (`outermost missing`, `a step too many`, `a name left open` …), each chain in one such class.
 *
 * @example
 * nestedApart([{ paragraph, matches: [match] }]).get('outermost'); // { hits: 1, of: 1 }
 */
export function nestedApart(
  read: readonly { readonly paragraph: GoldParagraph; readonly matches: readonly Match[] }[],
): ReadonlyMap<string, Share> {
  const owed = read.flatMap(({ paragraph, matches }) =>
    matches
      .filter(({ relation }) => relation.chain.length > 1 && relation.optional !== true)
      .map((match) => judge(paragraph, match)),
  );
  const shares = new Map<string, { hits: number; of: number }>();
  const count = (notion: string, hit: boolean): void => {
    const share = shares.get(notion) ?? { hits: 0, of: 0 };
    shares.set(notion, { hits: share.hits + (hit ? 1 : 0), of: share.of + 1 });
  };
  for (const { depth, whole, right, shape } of owed) {
    count(`whole, ${depth} steps`, whole);
    for (const part of PARTS) {
      const is = right.get(part);
      if (is !== undefined) count(`${part} right`, is);
      count(`only ${part} wrong`, is === false && [...right.values()].filter((one) => !one).length === 1);
    }
    for (const name of SHAPES) count(`read: ${name}`, name === shape);
  }
  return shares;
}

interface Judged {
  readonly depth: number;
  readonly whole: boolean;
  readonly right: ReadonlyMap<PartOfChain, boolean>;
  readonly shape: Shape;
}

function judge(paragraph: GoldParagraph, match: Match): Judged {
  const { relation, touching } = match;
  const depth = relation.chain.length;
  let best: { readonly right: ReadonlyMap<PartOfChain, boolean>; score: number; shape: Shape } | undefined;
  for (const claim of touching)
    for (const owed of fairChains(relation)) {
      const right = partsRight(paragraph, match, owed, claim);
      const chain = chainOf(paragraph, claim);
      const shape = shapeOf(paragraph, owed, chain);
      // The chain first, then words and stance: the one proposal that the owed one should have been.
      const score =
        10 * (shape === 'whole chain' ? 6 : 0) +
        [...right.values()].filter(Boolean).length +
        overlap(claim.content, relation.content);
      if (best === undefined || score > best.score) best = { right, score, shape };
    }
  if (best === undefined)
    return {
      depth,
      whole: false,
      right: new Map(PARTS.filter((part) => part !== 'middle' || depth > 2).map((part) => [part, false])),
      shape: 'nothing proposed on these words',
    };
  return { depth, whole: best.shape === 'whole chain' && best.right.get('words') === true, ...best };
}

function partsRight(
  paragraph: GoldParagraph,
  { relation, touching }: Match,
  owed: Chain,
  claim: ProposedClaim,
): ReadonlyMap<PartOfChain, boolean> {
  const chain = chainOf(paragraph, claim);
  const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
    a !== undefined && b !== undefined && sameName(paragraph, a, b);
  // One attribution may be several claims, one a figure: those of the same chain count together.
  const beside = touching.filter((other) => sameNames(chain, chainOf(paragraph, other)));
  const right = new Map<PartOfChain, boolean>([
    ['words', enough(beside, relation.content)],
    ['depth', chain.length === owed.length],
    ['outermost', same(owed[0], chain[0])],
    ['innermost', same(owed.at(-1), chain.at(-1))],
    ['stance', [relation.stance, ...(relation.stanceAlso ?? [])].includes(claim.stance)],
  ]);
  if (owed.length > 2)
    right.set(
      'middle',
      owed.length === chain.length && owed.slice(1, -1).every((name, at) => same(name, chain[at + 1])),
    );
  return right;
}

function sameNames(a: Chain, b: Chain): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

const SHAPES = [
  'whole chain',
  'nothing proposed on these words',
  'the outlet alone',
  'outermost alone',
  'innermost alone',
  'outermost missing',
  'innermost missing',
  'a middle step missing',
  'a step too many',
  'a name left open',
  'a name for somebody unnamed',
  'another name, outermost',
  'another name, innermost',
  'another name, middle',
  'two names or more wrong',
  'other',
] as const;
type Shape = (typeof SHAPES)[number];

/** What the chain read is beside the owed one. */
function shapeOf(paragraph: GoldParagraph, owed: Chain, read: Chain): Shape {
  const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
    a !== undefined && b !== undefined && sameName(paragraph, a, b);
  const fits = (a: Chain, b: Chain): boolean =>
    a.length === b.length && a.every((name, at) => same(name, b[at]));
  if (fits(owed, read)) return 'whole chain';
  if (read.length === 0) return 'the outlet alone';
  if (read.length === 1 && same(owed[0], read[0]) && !same(owed.at(-1), read[0])) return 'outermost alone';
  if (read.length === 1 && same(owed.at(-1), read[0])) return 'innermost alone';
  if (fits(owed.slice(1), read)) return 'outermost missing';
  if (fits(owed.slice(0, -1), read)) return 'innermost missing';
  if (read.some((_, at) => fits(owed, read.toSpliced(at, 1)))) return 'a step too many';
  if (owed.some((_, at) => fits(owed.toSpliced(at, 1), read))) return 'a middle step missing';
  if (owed.length !== read.length) return 'other';
  const wrong = owed.flatMap((name, at) => (same(name, read[at]) ? [] : [at]));
  const [at] = wrong;
  if (wrong.length !== 1 || at === undefined) return 'two names or more wrong';
  if (read[at] === null) return 'a name left open';
  if (owed[at] === null) return 'a name for somebody unnamed';
  if (at === 0) return 'another name, outermost';
  return at === owed.length - 1 ? 'another name, innermost' : 'another name, middle';
}

/**
 * The totals that bear something, as lines: a share a line.
 *
 * @example
 * nestedLines(nestedApart(read)); // ['outermost right   40 of   50', …]
 */
export function nestedLines(shares: ReadonlyMap<string, Share>): readonly string[] {
  return [...shares]
    .filter(([notion, { hits }]) => hits > 0 || !/^(read|only)/u.test(notion))
    .map(
      ([notion, { hits, of }]) =>
        `${notion.padEnd(38)} ${String(hits).padStart(4)} of ${String(of).padStart(4)}`,
    );
}
