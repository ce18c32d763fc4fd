/** What is believed of the number of unseen people, as mass on a grid: its middle, its limits, its mean and mode. */
import type { UnseenGrid } from './unseen-grid.ts';

/** Mass on each point of a grid; the masses sum to 1. */
export interface GridPosterior {
  readonly grid: UnseenGrid;
  readonly mass: Float64Array;
}

/** Figures of a posterior in persons, the recorded ones included. */
export interface PosteriorFigures {
  readonly median: number;
  /** 95 % equal-tailed. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly mode: number;
  /** Share of the highest density that is left at the upper end of the grid; near 0 when the grid is wide enough. */
  readonly atUpperEnd: number;
}

/**
 * The number that so much of the mass lies at or below, between the points of the grid where one stands for many.
 *
 * @param level between 0 and 1
 * @returns unseen persons, not rounded
 * @example
 * quantileOf(posterior, 0.5);
 */
export function quantileOf({ grid, mass }: GridPosterior, level: number): number {
  let below = 0;
  for (let i = 0; i < mass.length; i += 1) {
    const here = mass[i] ?? 0;
    if (below + here >= level) {
      const width = grid.widths[i] ?? 1;
      const persons = grid.persons[i] ?? 0;
      if (width <= 1) return persons;
      const start = i === 0 ? persons - 0.5 : ((grid.persons[i - 1] ?? 0) + persons) / 2;
      return start + (width * (level - below)) / here;
    }
    below += here;
  }
  return grid.persons.at(-1) ?? 0;
}

/**
 * Middle, limits, mean and mode.
 *
 * @param recordedPeople added to each
 * @example
 * posteriorFigures(posterior, 4400).median;
 */
export function posteriorFigures(posterior: GridPosterior, recordedPeople: number): PosteriorFigures {
  const { grid, mass } = posterior;
  let mean = 0;
  let mode = 0;
  let highest = 0;
  const density = (i: number): number => (mass[i] ?? 0) / (grid.widths[i] ?? 1);
  for (let i = 0; i < mass.length; i += 1) {
    mean += (mass[i] ?? 0) * (grid.persons[i] ?? 0);
    if (density(i) > highest) {
      highest = density(i);
      mode = grid.persons[i] ?? 0;
    }
  }
  return {
    median: recordedPeople + quantileOf(posterior, 0.5),
    low: recordedPeople + quantileOf(posterior, 0.025),
    high: recordedPeople + quantileOf(posterior, 0.975),
    mean: recordedPeople + mean,
    mode: recordedPeople + mode,
    atUpperEnd: density(mass.length - 1) / highest,
  };
}
