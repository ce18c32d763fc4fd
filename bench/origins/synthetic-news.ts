/**
 * Articles of an invented press, from a seed, any one without the others: of 100,000 articles 5,215 are copies of 1,043
 * wire dispatches (300 words; one copy whole, four cut to 50–100 % of their length with 0–20 % of the words edited), 18,000
 * hold one of 6,000 passages (25–80 words; one as it was, two with 0–30 % edited), the rest is background. 400 outlets in 50
 * houses; three of four articles end, and half begin, with the standing text of the house. What was planted is told.
 */
import { CLOSES, chanceFrom, OPENS, openWordModel, seedOf } from './word-model.ts';

/** Two articles that share text because it was planted. Only pairs of different outlets. */
export interface PlantedPair {
  readonly kind: 'wire' | 'passage';
  /** Article numbers, `a` less than `b`. */
  readonly a: number;
  readonly b: number;
  /** Words of the original that stand in both, before editing. */
  readonly words: number;
  /** Share of words edited in either: 1 − (1 − edits of a)(1 − edits of b). */
  readonly edits: number;
}

export interface SyntheticNews {
  readonly articles: number;
  text(article: number): string;
  /** From 1 on. */
  outlet(article: number): number;
  planted(): Generator<PlantedPair>;
}

const WIRE_SHARE = 0.01043;
const WIRE_COPIES = 5;
const WIRE_WORDS = 300;
const PASSAGE_SHARE = 0.06;
const PASSAGE_COPIES = 3;
const HOUSES = 50;
const OUTLETS_OF_HOUSE = 8;
const EDIT_RATES = [0, 0.05, 0.1, 0.2, 0.3];
const WIRE_EDIT_RATES = [0.05, 0.1, 0.15, 0.2, 0];

/** Kinds of seeds. */
const [WIRE, PASSAGE, BODY, HOUSE, COPY, OUTLET] = [1, 2, 3, 4, 5, 6];

interface Copy {
  readonly kind: 'wire' | 'passage';
  /** Number of the dispatch or passage. */
  readonly of: number;
  readonly copy: number;
  /** Words of the original that are in it, from its beginning. */
  readonly words: number;
  readonly edits: number;
}

/** The press of one seed. */
export function openSyntheticNews(articles: number, seed: number): SyntheticNews {
  const model = openWordModel(seed);
  const wires = Math.round(articles * WIRE_SHARE);
  const passages = Math.round(articles * PASSAGE_SHARE);
  const { slotOf, articleOf } = permutation(articles);
  const outlet = (article: number): number =>
    1 + Math.floor(chanceFrom(seedOf(seed, OUTLET, article))() * HOUSES * OUTLETS_OF_HOUSE);
  const original = (kind: 'wire' | 'passage', of: number): Uint32Array => {
    const chance = chanceFrom(seedOf(seed, kind === 'wire' ? WIRE : PASSAGE, of));
    return model.write(kind === 'wire' ? WIRE_WORDS : 25 + Math.floor(chance() * 56), chance);
  };
  const copyOfSlot = (slot: number): Copy | null => {
    if (slot < wires * WIRE_COPIES) {
      const copy = slot % WIRE_COPIES;
      const chance = chanceFrom(seedOf(seed, COPY, slot));
      const words = copy === 0 ? WIRE_WORDS : Math.round(WIRE_WORDS * (0.5 + chance() / 2));
      const of = Math.floor(slot / WIRE_COPIES);
      return { kind: 'wire', of, copy, words, edits: copy === 0 ? 0 : (WIRE_EDIT_RATES[copy - 1] ?? 0) };
    }
    const left = slot - wires * WIRE_COPIES;
    if (left >= passages * PASSAGE_COPIES) return null;
    const copy = left % PASSAGE_COPIES;
    const chance = chanceFrom(seedOf(seed, COPY, slot));
    const edits = copy === 0 ? 0 : (EDIT_RATES[Math.floor(chance() * EDIT_RATES.length)] ?? 0);
    const of = Math.floor(left / PASSAGE_COPIES);
    return { kind: 'passage', of, copy, words: original('passage', of).length, edits };
  };
  const houseText = (house: number, part: number): Uint32Array => {
    const chance = chanceFrom(seedOf(seed, HOUSE, house * 2 + part));
    return model.write(part === 0 ? 12 + Math.floor(chance() * 12) : 40 + Math.floor(chance() * 30), chance);
  };
  const houseTexts = Array.from({ length: HOUSES * 2 }, (_, i) => houseText(i >> 1, i & 1));
  const edited = (words: Uint32Array, rate: number, chance: () => number): number[] => {
    const out: number[] = [];
    for (const word of words) {
      if (chance() >= rate) {
        out.push(word);
        continue;
      }
      const how = chance();
      if (how < 1 / 6) continue;
      if (how < 2 / 6) out.push(word);
      out.push(model.anyWord(chance) | (word & ~0xfffff & ~OPENS & ~CLOSES));
    }
    return out;
  };
  const bodyOf = (article: number): number[] => {
    const chance = chanceFrom(seedOf(seed, BODY, article));
    const copy = copyOfSlot(slotOf(article));
    const copied =
      copy === null ? [] : edited(original(copy.kind, copy.of).subarray(0, copy.words), copy.edits, chance);
    if (copy?.kind === 'wire') return copied;
    const own = model.write(180 + Math.floor(chance() * 240), chance);
    const at = Math.floor(chance() * own.length);
    return [...own.subarray(0, at), ...copied, ...own.subarray(at)];
  };
  return {
    articles,
    outlet,
    text(article) {
      const house = Math.floor((outlet(article) - 1) / OUTLETS_OF_HOUSE);
      const chance = chanceFrom(seedOf(seed, BODY + 100, article));
      const head = chance() < 0.5 ? `${model.render(houseTexts[house * 2] ?? new Uint32Array())}\n\n` : '';
      const tail =
        chance() < 0.75 ? `\n\n${model.render(houseTexts[house * 2 + 1] ?? new Uint32Array())}` : '';
      return `${head}${model.render(Uint32Array.from(bodyOf(article)))}${tail}`;
    },
    *planted() {
      for (const [first, groups, size] of [
        [0, wires, WIRE_COPIES],
        [wires * WIRE_COPIES, passages, PASSAGE_COPIES],
      ] as const) {
        for (let group = 0; group < groups; group += 1) {
          const slots = Array.from({ length: size }, (_, i) => first + group * size + i);
          for (const [i, one] of slots.entries())
            for (const other of slots.slice(i + 1)) {
              const [x, y] = [articleOf(one), articleOf(other)];
              const [xCopy, yCopy] = [copyOfSlot(one), copyOfSlot(other)];
              if (xCopy === null || yCopy === null || outlet(x) === outlet(y)) continue;
              yield {
                kind: xCopy.kind,
                a: Math.min(x, y),
                b: Math.max(x, y),
                words: Math.min(xCopy.words, yCopy.words),
                edits: 1 - (1 - xCopy.edits) * (1 - yCopy.edits),
              };
            }
        }
      }
    },
  };
}

/** A fixed shuffle of 0 to n − 1 that needs no room: multiplication by a number without common factor. */
function permutation(n: number): { slotOf(article: number): number; articleOf(slot: number): number } {
  const gcd = (x: number, y: number): number => (y === 0 ? x : gcd(y, x % y));
  let factor = Math.max(1, Math.floor(n * 0.6180339887));
  while (gcd(factor, n) !== 1) factor += 1;
  let inverse = 0n;
  let [r0, r1, s0, s1] = [BigInt(n), BigInt(factor), 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  inverse = ((s0 % BigInt(n)) + BigInt(n)) % BigInt(n);
  const back = Number(inverse);
  // Below 2^53 for n up to 9 × 10^7.
  return { slotOf: (article) => (article * factor) % n, articleOf: (slot) => (slot * back) % n };
}
