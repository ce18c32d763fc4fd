/** The scorer of `shared/eval/victims/score.py`, line for line, so that the bench needs no Python. */

/** A fact of the key. */
export interface KeyFact {
  readonly kind: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly approx?: boolean;
  readonly optional: boolean;
}

/** A dispatch with its key. */
export interface KeyedText {
  readonly id: string;
  readonly text: string;
  readonly relevant: boolean;
  readonly facts: readonly KeyFact[];
}

/** A predicted fact. */
export interface PredictedFact {
  readonly kind: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** Precision, recall and their harmonic mean, from 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly matched: number;
  readonly false: number;
  readonly missed: number;
}

function sizeOf(fact: { low: number | null; high: number | null }): number {
  return Math.max(fact.low ?? 0, fact.high ?? 0, 0);
}

function matches(g: KeyFact, p: PredictedFact): boolean {
  if (g.kind !== p.kind) return false;
  const { low: lo, high: hi } = p;
  if (lo === null && hi === null) return false;
  if (lo !== null && hi !== null && hi - lo > Math.max(2, hi / 2)) return false;
  const { low: gl, high: gh } = g;
  if (g.approx === true)
    return [lo, hi].some((x) => x !== null && gl !== null && Math.abs(x - gl) <= 0.1 * gl);
  if (gl !== null && gh !== null && gl === gh)
    return lo !== null && hi !== null ? lo <= gl && gl <= hi : gl === lo || gl === hi;
  if (gl !== null && gh !== null)
    return (lo === null || (gl <= lo && lo <= gh)) && (hi === null || (gl <= hi && hi <= gh));
  const n = gl ?? gh;
  if (n === null) return false;
  if (lo !== null && hi !== null) return lo <= n && n <= hi;
  return (gl !== null ? lo : hi) === n;
}

/**
 * Scores predictions of facts that `keep` takes by size.
 *
 * @example
 * scoreVictims(docs, predicted, (n) => n >= 2).f1;
 */
export function scoreVictims(
  docs: readonly KeyedText[],
  predicted: ReadonlyMap<string, readonly PredictedFact[]>,
  keep: (n: number) => boolean,
): Score {
  let [tp, fn, fp] = [0, 0, 0];
  for (const doc of docs) {
    if (!doc.relevant) continue;
    const numeric = doc.facts.filter((g) => g.low !== null || g.high !== null);
    const plural = new Set(doc.facts.filter((g) => g.low === null && g.high === null).map((g) => g.kind));
    const ps = predicted.get(doc.id) ?? [];
    const used = new Set<number>();
    const order = [...numeric].sort(
      (a, b) => Number(a.optional) - Number(b.optional) || sizeOf(b) - sizeOf(a),
    );
    for (const g of order) {
      const hit = ps.findIndex((p, k) => !used.has(k) && matches(g, p));
      if (hit >= 0) {
        used.add(hit);
        if (keep(sizeOf(g))) tp += 1;
      } else if (keep(sizeOf(g)) && !g.optional) fn += 1;
    }
    fp += ps.filter(
      (p, k) => !used.has(k) && keep(sizeOf(p)) && (p.low !== null || p.high !== null) && !plural.has(p.kind),
    ).length;
  }
  const recall = tp + fn > 0 ? tp / (tp + fn) : 0;
  const precision = tp + fp > 0 ? tp / (tp + fp) : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, matched: tp, false: fp, missed: fn };
}
