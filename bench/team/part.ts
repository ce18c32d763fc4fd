/** What every part of the team bench is. */

/** How large a run is. */
export interface Sizes {
  /** Articles that workers take in. */
  readonly articles: number;
  /** Processes killed with -9. */
  readonly kills: number;
  /** Sources of the record that moves. */
  readonly moved: number;
}

export interface Part {
  readonly name: string;
  /** What is compared, on what data. */
  readonly about: string;
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
