/**
 * Tables of invented people whose number is known, for parameter recovery: does an interval hold the truth as often as it
 * says? Chance is handed in.
 */
import { type CaptureTable, captureTable } from './capture-table.ts';
import type { RandomDraws } from './random-draws.ts';

/** A part of a population: who in it is on a list is decided for each list by itself. */
export interface PopulationPart {
  /** Share of all people; the shares sum to 1. */
  readonly share: number;
  /** Chance to be on each list. */
  readonly reach: readonly number[];
}

/** One list that feeds another: who is on `from` is on `to` with another chance. */
export interface ListTie {
  readonly from: number;
  readonly to: number;
  readonly chance: number;
}

/**
 * Draws a table out of a population of so many people.
 *
 * @param ties in the order in which they act; `from` before `to` in the order of lists
 * @example
 * simulateTable(2000, { parts: [{ share: 1, reach: [0.3, 0.2, 0.4] }], ties: [] }, draws);
 */
export function simulateTable(
  people: number,
  population: { readonly parts: readonly PopulationPart[]; readonly ties: readonly ListTie[] },
  draws: RandomDraws,
): CaptureTable {
  const { parts, ties } = population;
  const lists = parts[0]?.reach.length ?? 0;
  const cells: (readonly [number, number])[] = [];
  for (let person = 0; person < people; person += 1) {
    let place = draws.uniform();
    const part = parts.find(({ share }) => {
      place -= share;
      return place < 0;
    });
    let history = 0;
    for (let list = 0; list < lists; list += 1) {
      const tie = ties.find(({ from, to }) => to === list && ((history >> from) & 1) === 1);
      const chance = tie?.chance ?? (part ?? parts.at(-1))?.reach[list] ?? 0;
      if (draws.uniform() < chance) history |= 1 << list;
    }
    cells.push([history, 1]);
  }
  return captureTable(
    Array.from({ length: lists }, (_, list) => String.fromCharCode(65 + list)),
    cells,
  );
}
