/** What every part of the team bench is. */

/** How large a run is. */
export interface Sizes {
  /** Articles that workers take in. */
  readonly articles: number;
  /** Processes killed with -9. */
  readonly kills: number;
  /** Sources of the record that moves. */
  readonly moved: number;
  /** Sources of the records in which answers are timed. */
  readonly scale: readonly number[];
  /** Folder in which those records are kept; null: they go with the run. */
  readonly kept: string | null;
  /** Reports of the records in which tracing is timed. */
  readonly traced: readonly number[];
  /** Minutes for which reviewers decide. */
  readonly minutes: number;
  /** Reports that are read before, so that reviewers have something to decide on, for each minute. */
  readonly reports: number;
  /** Disturbances of each kind. */
  readonly disturbances: number;
}

export interface Part {
  readonly name: string;
  /** What is compared, on what data. */
  readonly about: string;
  /** The sizes that it goes by. */
  readonly uses: readonly (keyof Sizes)[];
  run(sizes: Sizes, say: (line: string) => void): Promise<Readonly<Record<string, number>>>;
}

/**
 * Rounded to two places behind the point.
 *
 * @example
 * rounded(1.2345); // 1.23
 */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * The value below which a share of all lie.
 *
 * @param share 0 to 1
 * @example
 * percentile([1, 2, 3, 4], 0.5); // 2
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
