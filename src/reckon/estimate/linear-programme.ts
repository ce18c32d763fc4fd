/** A linear programme and who solves it: the solver is handed in, so that this room needs none. */

/** Maximises `objective · x` over x between its bounds, subject to rows between theirs. */
export interface LinearProgramme {
  /** One coefficient for each variable. */
  readonly objective: readonly number[];
  /** Bounds of each variable; infinite where there is none. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
}

export interface LinearRow {
  /** Variables, 0-based, with their coefficients. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly least: number;
  readonly most: number;
}

export type LinearSolution =
  | { readonly status: 'optimal'; readonly value: number }
  | { readonly status: 'infeasible' | 'unbounded' };

/** Solves one programme. */
export type SolveLinear = (programme: LinearProgramme) => LinearSolution;
