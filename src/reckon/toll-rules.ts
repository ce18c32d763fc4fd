/**
 * The three named rules over the current figures of independent origins, version 1 (after eventreport's
 * aggregations): `conservative` takes the lowest, `representative` the most frequent (of equally frequent ones
 * the lowest), `informative` the highest. Every rule keeps low ≤ best ≤ high: a low that some claimed figure
 * lies under, or a high that some claimed figure lies over, is no bound and becomes null (unbounded).
 */
import type { TollRule } from '../record/toll.ts';
import type { Figure } from './figure.ts';

export const TOLL_RULE_VERSION = 1;

/** Bounds without the claims that set them. */
export type Bounds = Figure;

/** How often each value is claimed, one vote a figure that an origin holds. */
export class FigureTally {
  private readonly lows = new Map<number, number>();
  private readonly bests = new Map<number, number>();
  private readonly highs = new Map<number, number>();

  add(figure: Figure): void {
    count(this.lows, figure.low, 1);
    count(this.bests, figure.best, 1);
    count(this.highs, figure.high, 1);
  }

  remove(figure: Figure): void {
    count(this.lows, figure.low, -1);
    count(this.bests, figure.best, -1);
    count(this.highs, figure.high, -1);
  }

  /** The bounds that a rule gives. */
  bounds(rule: TollRule): Bounds {
    switch (rule) {
      case 'conservative':
        return this.conservative();
      case 'representative':
        return this.representative();
      case 'informative':
        return this.informative();
      default:
        return rule satisfies never;
    }
  }

  /** Lowest low, most frequent best, highest high. */
  headline(): Bounds {
    return { low: this.lowestLow(), best: mostFrequent(this.bests), high: this.highestHigh() };
  }

  private conservative(): Bounds {
    const low = this.lowestLow();
    const best = lowest(this.bests.keys());
    return { low, best, high: lowest(atLeast(this.highs.keys(), best ?? low)) };
  }

  private representative(): Bounds {
    const best = mostFrequent(this.bests);
    const low = mostFrequent(this.lows, (value) => best === null || value <= best);
    const floor = best ?? low;
    return { low, best, high: mostFrequent(this.highs, (value) => floor === null || value >= floor) };
  }

  private informative(): Bounds {
    const high = this.highestHigh();
    const best = highest(this.bests.keys());
    return { low: highest(atMost(this.lows.keys(), best ?? high)), best, high };
  }

  private lowestLow(): number | null {
    const low = lowest(this.lows.keys());
    const under = lowest([...this.bests.keys(), ...this.highs.keys()]);
    return low !== null && under !== null && under < low ? null : low;
  }

  private highestHigh(): number | null {
    const high = highest(this.highs.keys());
    const over = highest([...this.bests.keys(), ...this.lows.keys()]);
    return high !== null && over !== null && over > high ? null : high;
  }
}

function count(values: Map<number, number>, value: number | null, by: 1 | -1): void {
  if (value === null) return;
  const after = (values.get(value) ?? 0) + by;
  if (after === 0) values.delete(value);
  else values.set(value, after);
}

function mostFrequent(
  values: ReadonlyMap<number, number>,
  fits: (value: number) => boolean = () => true,
): number | null {
  let found: number | null = null;
  let votes = 0;
  for (const [value, times] of values) {
    if (!fits(value)) continue;
    if (found === null || times > votes || (times === votes && value < found)) {
      found = value;
      votes = times;
    }
  }
  return found;
}

function lowest(values: Iterable<number>): number | null {
  let found: number | null = null;
  for (const value of values) if (found === null || value < found) found = value;
  return found;
}

function highest(values: Iterable<number>): number | null {
  let found: number | null = null;
  for (const value of values) if (found === null || value > found) found = value;
  return found;
}

function atLeast(values: Iterable<number>, floor: number | null): readonly number[] {
  return [...values].filter((value) => floor === null || value >= floor);
}

function atMost(values: Iterable<number>, ceiling: number | null): readonly number[] {
  return [...values].filter((value) => ceiling === null || value <= ceiling);
}
