/**
 * The claims that one body made itself, kept so that the one another outlet repeats is found fast: by figure,
 * and for looser figures ("over 20" from "26") by order. An index; it decides nothing that `figure.ts` does not.
 */
import { ceilingOf, type Figure, figureKey, floorOf, followsFrom, hasNumber } from './figure.ts';

/** A claim by its place in the list of utterances, with its days as YYYYMMDD (`from` 0: unknown). */
export interface HeldClaim {
  readonly at: number;
  readonly figure: Figure;
  readonly from: number;
}

/** Whether one claim is to be taken before another: a strict order that does not depend on the input's. */
export type Precedes = (a: HeldClaim, b: HeldClaim) => boolean;

export class HeldFigures {
  private readonly precedes: Precedes;
  private readonly dated = new Map<number | string, HeldClaim>();
  private readonly undated = new Map<number | string, HeldClaim>();
  private byFloor: readonly Rung[] | null = null;

  constructor(precedes: Precedes) {
    this.precedes = precedes;
  }

  /** Keeps the first claim of each figure; dated and undated ones apart. */
  add(claim: HeldClaim): void {
    const kept = claim.from === 0 ? this.undated : this.dated;
    const key = figureKey(claim.figure);
    const before = kept.get(key);
    if (before === undefined || this.precedes(claim, before)) kept.set(key, claim);
    this.byFloor = null;
  }

  get isEmpty(): boolean {
    return this.dated.size + this.undated.size === 0;
  }

  /** The claim that a citation of `figure`, made no later than `until`, goes on from; -1 when none fits. */
  basisOf(figure: Figure, until: number): number {
    const key = figureKey(figure);
    const exact = this.dated.get(key);
    if (exact !== undefined && exact.from <= until) return exact.at;
    const loose = this.undated.get(key) ?? this.looseBasis(figure, until);
    return loose?.at ?? -1;
  }

  private looseBasis(figure: Figure, until: number): HeldClaim | null {
    const openAbove = hasNumber(figure) && ceilingOf(figure) === Number.POSITIVE_INFINITY;
    if (openAbove) return this.atLeast(floorOf(figure), until) ?? this.scan(figure, until, NUMBERLESS);
    if (hasNumber(figure) && floorOf(figure) === ceilingOf(figure)) {
      return this.samePoint(figure, until) ?? this.scan(figure, until, NUMBERLESS);
    }
    return this.scan(figure, until, null);
  }

  /** An exact number follows only from that number, however it is written. */
  private samePoint(figure: Figure, until: number): HeldClaim | null {
    const point = floorOf(figure);
    const keys = [point, `|${point}|`, `${point}|${point}|`, `|${point}|${point}`, `${point}||${point}`];
    return this.scan(figure, until, keys);
  }

  private scan(figure: Figure, until: number, keys: readonly (number | string)[] | null): HeldClaim | null {
    let found: HeldClaim | null = null;
    for (const kept of [this.dated, this.undated]) {
      for (const key of keys ?? kept.keys()) {
        const claim = kept.get(key);
        if (claim === undefined || claim.from > until || !followsFrom(figure, claim.figure)) continue;
        if (found === null || this.precedes(claim, found)) found = claim;
      }
    }
    return found;
  }

  private atLeast(floor: number, until: number): HeldClaim | null {
    this.byFloor ??= this.ladder();
    let low = 0;
    let high = this.byFloor.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.byFloor[middle]?.floor ?? 0) < floor) low = middle + 1;
      else high = middle;
    }
    const rung = this.byFloor[low];
    if (rung === undefined) return null;
    if (rung.dated !== null && rung.dated.from <= until) return rung.dated;
    return rung.undated;
  }

  /** For each floor, upwards, the first claim whose floor is as high or higher. */
  private ladder(): readonly Rung[] {
    const claims = [...this.dated.values(), ...this.undated.values()].filter(({ figure }) =>
      hasNumber(figure),
    );
    claims.sort((a, b) => floorOf(b.figure) - floorOf(a.figure));
    const rungs: Rung[] = [];
    let dated: HeldClaim | null = null;
    let undated: HeldClaim | null = null;
    for (const claim of claims) {
      if (claim.from === 0) undated = undated === null || this.precedes(claim, undated) ? claim : undated;
      else dated = dated === null || this.precedes(claim, dated) ? claim : dated;
      rungs.push({ floor: floorOf(claim.figure), dated, undated });
    }
    return lowestRungs(rungs.reverse());
  }
}

interface Rung {
  readonly floor: number;
  readonly dated: HeldClaim | null;
  readonly undated: HeldClaim | null;
}

/** Key of a claim without a number. */
const NUMBERLESS = ['||'] as const;

/** Of rungs with one floor the first knows all claims of that floor. */
function lowestRungs(rungs: readonly Rung[]): readonly Rung[] {
  return rungs.filter((rung, at) => rung.floor !== rungs[at - 1]?.floor);
}
