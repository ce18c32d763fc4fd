/**
 * The bench's gold tells a chain by names alone. Here every mouth gets the mention nearest to its telling: where the reader has
 * the whole chain, its mentions; else those of other relations of the paragraph, or where the name itself stands.
 */
import { matchParagraph, sameChain } from '../../bench/language/gold/match.ts';
import type { GoldParagraph, GoldRelation, GoldSpan } from '../../bench/language/gold/paragraph.ts';
import type { ProposedClaim } from '../../src/text/proposed-claim.ts';
import type { Place, Telling } from './annotated.ts';

/** Code units before each code point, and after the last. */
function unitsOf(text: string): number[] {
  const units = [0];
  for (const point of text) units.push((units.at(-1) ?? 0) + point.length);
  return units;
}

function occurrences(text: string, word: string): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? ''))
      found.push([at, at + word.length]);
  return found;
}

/** Where the name stands in the text, or its last word where that is a surname. */
function named(paragraph: GoldParagraph, name: string): Place[] {
  const { text, names } = paragraph;
  const spellings = [name, ...(names[name] ?? [])].filter((one) => one !== null);
  const last = name.split(' ').at(-1) ?? name;
  const all = spellings.flatMap((one) => occurrences(text, one));
  return name.includes(' ') && /^\p{Lu}/u.test(last) ? [...all, ...occurrences(text, last)] : all;
}

/** Mentions before the cue are nearer than those behind it. */
function distance([start, end]: Place, cue: number): number {
  return end <= cue ? cue - end : 2 * (start - cue) + 20;
}

/**
 * The tellings of one paragraph of the gold.
 *
 * @param claims what the reader proposes there
 * @example
 * tellingsOf(paragraph, claims)[0]?.mouths.length;
 */
export function tellingsOf(paragraph: GoldParagraph, claims: readonly ProposedClaim[]): Telling[] {
  const units = unitsOf(paragraph.text);
  const place = ({ start, end }: Pick<GoldSpan, 'start' | 'end'>): Place => [
    units[start] ?? 0,
    units[end] ?? 0,
  ];
  const { matches } = matchParagraph(paragraph, claims);
  const others = paragraph.relations.filter(({ source }) => source !== null);
  const carrier = (
    relation: GoldRelation,
    at: number,
    read: ProposedClaim | undefined,
  ): Place | 'unknown' => {
    const span = read?.chain[read.chain.length - relation.chain.length + at]?.span;
    if (span !== undefined && span !== null) return place(span);
    const name = relation.chain[at] ?? null;
    const front = relation.chain.slice(0, at + 1);
    const same = others.filter((other) =>
      name === null
        ? other.chain.length === front.length && other.chain.every((one, k) => one === front[k])
        : other.resolved === name,
    );
    const sources = same.flatMap(({ source }) => (source === null ? [] : [place(source)]));
    const words = relation.content.map(place);
    const cue = place(relation.cue ?? relation.content[0] ?? { start: 0, end: 0 })[0];
    const found = [...sources, ...(name === null ? [] : named(paragraph, name))].filter(
      ([start]) => !words.some(([from, to]) => from <= start && start < to),
    );
    return found.sort((a, b) => distance(a, cue) - distance(b, cue))[0] ?? 'unknown';
  };
  return matches.map(({ relation, found }): Telling => {
    const read = found.find((claim) => sameChain(paragraph, relation, claim));
    return {
      cue: relation.cue === null ? null : place(relation.cue),
      words: relation.content.map(place),
      mouths: relation.chain.map((name, at) => ({
        name,
        at:
          at < relation.chain.length - 1
            ? carrier(relation, at, read)
            : relation.source === null
              ? null
              : place(relation.source),
      })),
    };
  });
}
