/**
 * The three named rules over the current figures of independent origins, version 1 (after eventreport's
 * aggregations): `conservative` takes the lowest, `representative` the most frequent (of equally frequent ones
 * the lowest), `informative` the highest. Every rule keeps low ≤ best ≤ high: a low that some claimed figure
 * lies under, or a high that some claimed figure lies over, is no bound and becomes null (unbounded). When the
 * largest number is an "at least", the informative answer is that low, open above.
 */
import type { TollRule } from '../../record/toll.ts';
import type { Figure } from '../figure.ts';
import { ValueVotes } from './value-votes.ts';

export const TOLL_RULE_VERSION = 1;

/** Bounds without the claims that set them. */
export type Bounds = Figure;

/** The current figures of all origins: one vote a figure that an origin holds. */
export class FigureTally {
  private readonly lows = new ValueVotes();
  private readonly bests = new ValueVotes();
  private readonly highs = new ValueVotes();

  add(figure: Figure): void {
    this.count(figure, 1);
  }

  remove(figure: Figure): void {
    this.count(figure, -1);
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
    return { low: this.lowestLow(), best: this.bests.mostFrequent(), high: this.highestHigh() };
  }

  private count(figure: Figure, by: 1 | -1): void {
    this.lows.count(figure.low, by);
    this.bests.count(figure.best, by);
    this.highs.count(figure.high, by);
  }

  private conservative(): Bounds {
    const low = this.lowestLow();
    const best = this.bests.lowest();
    return { low, best, high: this.highs.within(best ?? low, null).lowest() };
  }

  private representative(): Bounds {
    const best = this.bests.mostFrequent();
    const low = this.lows.within(null, best).mostFrequent();
    return { low, best, high: this.highs.within(best ?? low, null).mostFrequent() };
  }

  private informative(): Bounds {
    const high = this.highestHigh();
    const best = this.bests.highest();
    const low = this.lows.highest();
    if (high === null && isUnder(best, low)) return { low, best: null, high: null };
    return { low: this.lows.within(null, best ?? high).highest(), best, high };
  }

  private lowestLow(): number | null {
    const low = this.lows.lowest();
    return isUnder(this.bests.lowest(), low) || isUnder(this.highs.lowest(), low) ? null : low;
  }

  private highestHigh(): number | null {
    const high = this.highs.highest();
    return isUnder(high, this.bests.highest()) || isUnder(high, this.lows.highest()) ? null : high;
  }
}

function isUnder(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a < b;
}
