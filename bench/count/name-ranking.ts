/**
 * Ranks Latin spellings by a name in another script: 1,500 pairs drawn in a fixed order, no spelling twice, each name of the
 * own script asked for its own among all 1,500 Latin ones. Costs never see what they are asked: the pairs lie in five parts by
 * the own spelling, and a part is ranked by costs that were learned without its pairs and without any pair that shares a
 * spelling of either script with them.
 */
import { type NameCosts, readNameCosts, STORED_VERSION } from '../../src/reckon/linkage/names/name-costs.ts';
import { nameEvidence, prepareName } from '../../src/reckon/linkage/names/name-evidence.ts';
import { type LetterPair, learnCosts } from '../../training/names/learn-costs.ts';

const DRAWN = 1500;
const PARTS = 5;

function hashOf(text: string): number {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

/**
 * Pairs in an order that looks like chance and is the same in every run, no spelling of either side twice.
 *
 * @example
 * drawPairs([{ own: 'ана', latin: 'ana', weight: 1 }]).length; // 1
 */
export function drawPairs(pairs: readonly LetterPair[]): readonly LetterPair[] {
  const own = new Set<string>();
  const latin = new Set<string>();
  const drawn: LetterPair[] = [];
  const ranked = pairs.map((pair) => ({ pair, place: hashOf(`${pair.latin}|${pair.own}`) }));
  for (const { pair } of ranked.sort((a, b) => a.place - b.place)) {
    if (drawn.length === DRAWN) break;
    if (own.has(pair.own) || latin.has(pair.latin)) continue;
    own.add(pair.own);
    latin.add(pair.latin);
    drawn.push(pair);
  }
  return drawn;
}

/** Of each drawn pair, which Latin spelling came first. */
export type Ranking = ReadonlyMap<LetterPair, string>;

/**
 * Ranks by a score: the highest first, the earlier drawn where two are even.
 *
 * @example
 * topOf(drawn, drawn, (own, latin) => Number(own === latin));
 */
export function topOf(
  asked: readonly LetterPair[],
  drawn: readonly LetterPair[],
  scoreOf: (own: string) => (latin: string) => number,
): Ranking {
  return new Map(
    asked.map((pair) => {
      const score = scoreOf(pair.own);
      let best = Number.NEGATIVE_INFINITY;
      let first = '';
      for (const { latin } of drawn) {
        const now = score(latin);
        if (now > best) [best, first] = [now, latin];
      }
      return [pair, first];
    }),
  );
}

/**
 * Scores by learned costs.
 *
 * @example
 * evidenceBy(costs)('محمد')('muhammad');
 */
export function evidenceBy(costs: NameCosts): (own: string) => (latin: string) => number {
  return (own) => {
    const name = prepareName(costs, own);
    return (latin) => nameEvidence(costs, name, latin);
  };
}

/**
 * Ranks drawn pairs by costs that never saw them.
 *
 * @param more pairs that are learned from as well, never asked
 * @example
 * crossValidated(pairs, drawPairs(pairs), []).size;
 */
export function crossValidated(
  pairs: readonly LetterPair[],
  drawn: readonly LetterPair[],
  more: readonly LetterPair[],
): Ranking {
  const all = new Map<LetterPair, string>();
  for (let part = 0; part < PARTS; part += 1) {
    const inPart = ({ own }: LetterPair): boolean => hashOf(own) % PARTS === part;
    const asked = drawn.filter(inPart);
    const own = new Set(asked.map((pair) => pair.own));
    const latin = new Set(asked.map((pair) => pair.latin));
    const seen = [...pairs.filter((pair) => !inPart(pair)), ...more].filter(
      (pair) => !own.has(pair.own) && !latin.has(pair.latin),
    );
    const costs = readNameCosts({ version: STORED_VERSION, made: '', ...learnCosts(seen) });
    for (const [pair, first] of topOf(asked, drawn, evidenceBy(costs))) all.set(pair, first);
  }
  return all;
}

/**
 * Share of pairs whose own Latin spelling came first, 0 to 1.
 *
 * @example
 * topOne(new Map([[{ own: 'ана', latin: 'ana', weight: 1 }, 'ana']]), () => true); // 1
 */
export function topOne(ranking: Ranking, counts: (pair: LetterPair) => boolean = () => true): number {
  const asked = [...ranking].filter(([pair]) => counts(pair));
  return asked.filter(([{ latin }, first]) => latin === first).length / Math.max(asked.length, 1);
}
