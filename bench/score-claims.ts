/**
 * Scores proposed claims against what a careful reader accepts. A claim is found when a proposal overlaps its
 * passage (Jaccard of code points ≥ 0.5) with the same speaker, stance and quantity. A proposal is wrong when its
 * speaker is not the outlet and it overlaps no expected passage, or overlaps one with another speaker, stance
 * or quantity. Where two readings are fair, either counts; what is optional is neither owed nor wrong.
 */
import { foldName } from '../src/record/actor.ts';
import type { Span } from '../src/record/passage.ts';

/** Bounds only; null is unbounded. */
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** One way to read a claim. Chains leave out the outlet of the report; null is somebody unnamed. */
export interface FairReading {
  /** Where the words may stand: several spans when they occur more than once. */
  readonly spans: readonly Span[];
  readonly chain: readonly (string | null)[];
  readonly stance: string;
  readonly quantity: Bounds | null;
}

/** One claim of the careful reader. */
export interface ReaderClaim extends FairReading {
  readonly name: string;
  /** Other readings that are as fair. */
  readonly alternatives?: readonly FairReading[];
  /** Background or a headline: it may be proposed as read here and need not be. */
  readonly optional?: boolean;
}

/** One proposal, reduced to what is scored. */
export interface MachineClaim {
  readonly words: string;
  readonly spans: readonly Span[];
  readonly chain: readonly (string | null)[];
  readonly stance: string;
  readonly quantity: Bounds | null;
}

export interface Verdict {
  readonly claim: ReaderClaim;
  readonly found: MachineClaim | null;
  /** When not found: the nearest proposal and what differs; null when nothing overlaps. */
  readonly nearest: { readonly claim: MachineClaim; readonly differs: string } | null;
}

export interface Score {
  readonly verdicts: readonly Verdict[];
  readonly wrong: readonly { readonly claim: MachineClaim; readonly because: string }[];
}

const NEAR = 0.5;

/**
 * Matches proposals with expected claims, one to one, best overlap first.
 *
 * @example
 * scoreClaims(expected, proposed).verdicts.filter((v) => v.found).length; // how many were found
 */
export function scoreClaims(expected: readonly ReaderClaim[], proposed: readonly MachineClaim[]): Score {
  const pairs = expected
    .flatMap((reader) => proposed.map((machine) => pairOf(reader, machine)))
    .filter((pair) => pair.near > 0)
    .sort((a, b) => b.near - a.near);
  const foundBy = new Map<ReaderClaim, MachineClaim>();
  const taken = new Set<MachineClaim>();
  for (const { reader, machine, near, differs } of pairs) {
    if (near < NEAR || foundBy.has(reader) || taken.has(machine) || differs !== null) continue;
    foundBy.set(reader, machine);
    taken.add(machine);
  }
  const verdicts = expected.map((claim): Verdict => {
    const found = foundBy.get(claim) ?? null;
    const best = pairs.find((pair) => pair.reader === claim);
    if (found || !best) return { claim, found, nearest: null };
    const differs = best.differs ?? `overlap ${best.near.toFixed(2)}`;
    return { claim, found, nearest: { claim: best.machine, differs } };
  });
  const wrong: { claim: MachineClaim; because: string }[] = [];
  for (const machine of proposed) {
    if (taken.has(machine) || machine.chain.length === 0) continue;
    const rivals = pairs.filter((pair) => pair.machine === machine);
    const same = rivals.some((pair) => pair.differs === null);
    if (same) continue;
    const rival = rivals[0];
    wrong.push({
      claim: machine,
      because: rival ? `${rival.reader.name}: ${rival.differs}` : 'overlaps nothing expected',
    });
  }
  return { verdicts, wrong };
}

interface Pair {
  readonly reader: ReaderClaim;
  readonly machine: MachineClaim;
  readonly near: number;
  readonly differs: string | null;
}

/** The fair reading nearest to the proposal: one that agrees and overlaps enough first, then one that agrees. */
function pairOf(reader: ReaderClaim, machine: MachineClaim): Pair {
  const rank = (pair: Pair): number =>
    pair.near + (pair.differs === null && pair.near > 0 ? (pair.near >= NEAR ? 2 : 1) : 0);
  return [reader, ...(reader.alternatives ?? [])]
    .map(
      (one): Pair => ({
        reader,
        machine,
        near: overlap(one.spans, machine.spans),
        differs: difference(one, machine),
      }),
    )
    .reduce((best, pair) => (rank(pair) > rank(best) ? pair : best));
}

/** Every place where the words occur, in code points. */
export function occurrences(text: string, words: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const start = [...text.slice(0, at)].length;
    spans.push({ start, end: start + [...words].length });
  }
  return spans;
}

/** The best Jaccard overlap of one of the reader's places with all of the machine's spans together. */
function overlap(reader: readonly Span[], machine: readonly Span[]): number {
  const size = machine.reduce((sum, span) => sum + span.end - span.start, 0);
  let best = 0;
  for (const place of reader) {
    let shared = 0;
    for (const span of machine)
      shared += Math.max(0, Math.min(place.end, span.end) - Math.max(place.start, span.start));
    best = Math.max(best, shared / (place.end - place.start + size - shared));
  }
  return best;
}

/** What differs, in words; null when speaker, stance and quantity agree. */
function difference(reader: FairReading, machine: MachineClaim): string | null {
  if (!sameChain(reader.chain, machine.chain)) {
    return `speaker ${named(machine.chain)} instead of ${named(reader.chain)}`;
  }
  if (reader.stance !== machine.stance) return `stance ${machine.stance} instead of ${reader.stance}`;
  if (bounds(reader.quantity) !== bounds(machine.quantity)) {
    return `quantity ${bounds(machine.quantity)} instead of ${bounds(reader.quantity)}`;
  }
  return null;
}

function sameChain(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((name, at) => {
    const other = b[at] ?? null;
    return name === null || other === null ? name === other : foldName(name) === foldName(other);
  });
}

function named(chain: readonly (string | null)[]): string {
  return chain.length === 0 ? 'the outlet' : chain.map((name) => name ?? 'unnamed').join(' > ');
}

function bounds(quantity: Bounds | null): string {
  if (!quantity) return 'none';
  return `${quantity.low ?? '–'}/${quantity.best ?? '–'}/${quantity.high ?? '–'}`;
}
