/** A linear programme and who solves it: the solver is handed in, so that this room needs none. */

/** Maximises `objective · x` over x between its bounds, subject to rows between theirs. */
export interface LinearProgramme {
  /** One coefficient for each variable. */
  readonly objective: readonly number[];
  /** Bounds of each variable; infinite where there is none. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
  /** Only whole numbers are looked at for every variable. */
  readonly whole?: boolean;
  /** Steps of the search for whole numbers after which it is unanswered; absent: the solver's own patience. */
  readonly steps?: number;
}

export interface LinearRow {
  /** Variables, 0-based, with their coefficients. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly least: number;
  readonly most: number;
}

/** `unanswered`: the solver gave up, or says something else than the other three; nothing may be concluded from it. */
export type LinearSolution =
  | {
      readonly status: 'optimal';
      readonly value: number;
      /** One for each variable. */
      readonly values: readonly number[];
      /** Change of the optimum by change of each row's bound; zeros where only whole numbers are looked at. */
      readonly prices: readonly number[];
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'unanswered' };

/** Solves one programme. */
export type SolveLinear = (programme: LinearProgramme) => LinearSolution;
