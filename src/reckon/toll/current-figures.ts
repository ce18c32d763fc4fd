/**
 * The figures that one origin holds as claims come in, oldest first. A claim sets aside those whose last
 * possible day is before its first possible day; claims of one day or of unknown day stay side by side.
 */
import { FIRST_DAY } from '../day-span.ts';
import { sameFigure } from '../figure.ts';
import type { FigureClaim } from './figure-claims.ts';

/** What changed when a claim came in. */
export interface FigureChange {
  readonly added: FigureClaim | null;
  readonly removed: readonly FigureClaim[];
}

const NOTHING: readonly FigureClaim[] = Object.freeze([]);

export class CurrentFigures {
  private latest = FIRST_DAY;
  private claims: FigureClaim[] = [];

  /** Takes in a claim that is not older than those before it. */
  add(claim: FigureClaim): FigureChange {
    let removed = NOTHING;
    if (claim.from > this.latest) {
      this.latest = claim.from;
      removed = this.claims.filter((old) => old.to < this.latest);
      if (removed.length > 0) this.claims = this.claims.filter((old) => old.to >= this.latest);
    }
    const twin = this.claims.findIndex((old) => sameFigure(old.utterance, claim.utterance));
    if (twin < 0) {
      this.claims.push(claim);
      return { added: claim, removed };
    }
    const old = this.claims[twin];
    if (old !== undefined && isNewer(claim, old)) this.claims[twin] = claim;
    return { added: null, removed };
  }

  /** One claim for each figure that stands. */
  current(): readonly FigureClaim[] {
    return this.claims;
  }
}

/** Of two claims with one figure the newer stands, on one day the one with the smaller id. */
function isNewer(claim: FigureClaim, old: FigureClaim): boolean {
  if (claim.to !== old.to) return claim.to > old.to;
  if (claim.from !== old.from) return claim.from > old.from;
  return claim.utterance.claim < old.utterance.claim;
}
