/** What every part of the custody bench is: a name, what it compares, and how it is run. */

/** How large a run is. */
export interface Sizes {
  /** Kills on each store. */
  readonly kills: number;
  /** Bytes flipped at most. */
  readonly flips: number;
  /** Minutes after which flipping stops. */
  readonly flipMinutes: number;
  /** Entries of the log for the proofs. */
  readonly entries: number;
  /** Sources of the large vault. */
  readonly articles: number;
}

export interface Context {
  readonly sizes: Sizes;
  /** A folder for this run; kept when the person named it. */
  readonly folder: string;
  /** One line for people. */
  say(line: string): void;
}

/** Figures of one part, ready for JSON. */
export type Figures = Readonly<Record<string, unknown>>;

export interface Part {
  readonly name: string;
  /** What is compared, on what data. */
  readonly about: string;
  /** Sizes on which the figures depend: a kept result of other sizes is not used. */
  readonly sizes: readonly (keyof Sizes)[];
  run(context: Context): Promise<Figures>;
}

/**
 * The value below which this share of the sorted values lies.
 *
 * @example
 * percentile([3, 1, 2], 0.5); // 2
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Rounded to so many places behind the point.
 *
 * @example
 * rounded(1.2345, 2); // 1.23
 */
export function rounded(value: number, places = 1): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
