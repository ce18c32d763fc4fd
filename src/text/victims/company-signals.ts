/**
 * How a group stands to the other candidates of its text: whether single people told one by one are that group, whether
 * another number is given for the same noun, what else is told of the same people and in the same sentence.
 */
import type { Candidate } from './candidates.ts';
import { VICTIM_KINDS } from './victim-fact.ts';

const NOTHING = -8;
const LIKELY = -1;
const MOST = 20;

function chanceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function shareNoun(a: Candidate, b: Candidate): boolean {
  for (const head of a.people.heads) if (b.people.heads.has(head)) return true;
  return false;
}

interface Singles {
  readonly sum: number;
  readonly likely: number;
  readonly named: number;
  readonly later: number;
}

/** The single people of the same kind of harm. */
function singlesOf(list: readonly Candidate[], scores: ArrayLike<number>, index: number): Singles {
  let [sum, likely, named, later] = [0, 0, 0, 0];
  const own = list[index];
  const from = own?.people.mentions[0]?.first ?? 0;
  for (const [at, { people, kind }] of list.entries()) {
    if (at === index || kind !== own?.kind || people.type === 'count') continue;
    const score = scores[at] ?? NOTHING;
    sum += chanceOf(score);
    if (score <= LIKELY) continue;
    likely += 1;
    if (people.type === 'name') named += 1;
    if ((people.mentions[0]?.first ?? 0) > from) later += 1;
  }
  return { sum, likely, named, later };
}

interface Rivals {
  sameNoun: number;
  sameNounRatio: number;
  sameNumber: number;
  best: number;
  bestRatio: number;
  bestFar: number;
  here: number;
  hereAny: number;
  above: number;
  earlier: number;
}

/** The other counted groups. */
function rivalsOf(list: readonly Candidate[], scores: ArrayLike<number>, index: number): Rivals {
  const found: Rivals = {
    sameNoun: NOTHING,
    sameNounRatio: 0,
    sameNumber: NOTHING,
    best: NOTHING,
    bestRatio: 0,
    bestFar: MOST,
    here: NOTHING,
    hereAny: NOTHING,
    above: 0,
    earlier: 0,
  };
  const own = list[index];
  if (own === undefined) return found;
  const sentence = own.people.mentions[0]?.sentence ?? 0;
  for (const [at, other] of list.entries()) {
    if (at === index || other.people === own.people) continue;
    const score = scores[at] ?? NOTHING;
    const near = other.people.mentions.some((mention) => mention.sentence === sentence);
    if (near) found.hereAny = Math.max(found.hereAny, score);
    if (other.kind !== own.kind) continue;
    if (near) found.here = Math.max(found.here, score);
    if (other.people.type !== 'count') continue;
    const ratio = Math.log(own.people.n / other.people.n);
    if (score > (scores[index] ?? NOTHING)) found.above += 1;
    if (score > LIKELY && (other.people.mentions[0]?.sentence ?? 0) < sentence) found.earlier += 1;
    if (ratio === 0) found.sameNumber = Math.max(found.sameNumber, score);
    else if (shareNoun(own, other) && score > found.sameNoun) {
      found.sameNoun = score;
      found.sameNounRatio = ratio;
    }
    if (score <= found.best) continue;
    found.best = score;
    found.bestRatio = ratio;
    found.bestFar = Math.max(-MOST, Math.min(MOST, sentence - (other.people.mentions[0]?.sentence ?? 0)));
  }
  return found;
}

/**
 * Signals of the candidate at an index, from the first scores of all candidates of its text.
 *
 * @example
 * companySignals(list, scores, 0).length; // 20
 */
export function companySignals(
  list: readonly Candidate[],
  scores: ArrayLike<number>,
  index: number,
): number[] {
  const own = list[index];
  if (own === undefined) return [];
  const singles = singlesOf(list, scores, index);
  const rivals = rivalsOf(list, scores, index);
  const { n } = own.people;
  const within = (value: number): number => Math.max(-MOST, Math.min(MOST, value));
  const ofSame = VICTIM_KINDS.map((kind) => {
    const at = list.findIndex((other) => other.people === own.people && other.kind === kind);
    return at < 0 ? NOTHING : (scores[at] ?? NOTHING);
  });
  return [
    singles.sum,
    singles.likely,
    singles.named,
    within(singles.likely - n),
    within(singles.later - n),
    within(singles.sum - n),
    ...ofSame,
    rivals.sameNoun,
    rivals.sameNounRatio,
    rivals.sameNumber,
    rivals.best,
    rivals.bestRatio,
    rivals.bestFar,
    (scores[index] ?? NOTHING) - rivals.best,
    rivals.here,
    rivals.hereAny,
    rivals.above,
    rivals.earlier,
  ];
}
