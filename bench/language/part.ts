/** What every part of the language bench is: a name, what it compares and on what data, and how it is run. */

/** Figures of one part, ready for JSON; scores are fractions from 0 to 1. */
export type Figures = Readonly<Record<string, unknown>>;

export interface Context {
  /** One line for people. */
  say(line: string): void;
}

export interface Part {
  readonly name: string;
  /** What is compared, on what data. */
  readonly about: string;
  run(context: Context): Promise<Figures>;
}

/**
 * Rounded to so many places behind the point.
 *
 * @example
 * rounded(0.73456, 3); // 0.735
 */
export function rounded(value: number, places = 4): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
