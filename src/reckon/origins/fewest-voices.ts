/**
 * The fewest voices that can explain a set of origins when some pairs are proved to be different: the
 * chromatic number of the graph of such pairs. Exact by DSATUR branch and bound (Brélaz 1979) from a greedy
 * clique; if the search grows too long, the clique is returned, which is a valid lower bound.
 */

/** Steps after which the search is given up for the clique. */
const STEPS = 2_000_000;

/**
 * Finds the fewest voices. No origins need none.
 *
 * @param different for each origin (0-based), those proved to be another voice; symmetric
 * @example
 * fewestVoices([new Set([1]), new Set([0]), new Set()]); // 2
 */
export function fewestVoices(different: readonly ReadonlySet<number>[]): number {
  if (different.length === 0) return 0;
  const clique = greedyClique(different);
  const search = new Colouring(different, clique);
  return search.fewest();
}

function greedyClique(different: readonly ReadonlySet<number>[]): readonly number[] {
  const byDegree = [...different.keys()].sort((a, b) => degree(different, b) - degree(different, a) || a - b);
  const clique: number[] = [];
  for (const node of byDegree) {
    if (clique.every((member) => different[node]?.has(member) === true)) clique.push(node);
  }
  return clique;
}

function degree(different: readonly ReadonlySet<number>[], node: number): number {
  return different[node]?.size ?? 0;
}

/** Holds the colours while the search tries and takes back. */
class Colouring {
  private readonly different: readonly ReadonlySet<number>[];
  private readonly colours: Int32Array;
  private readonly floor: number;
  private best: number;
  private steps = 0;

  constructor(different: readonly ReadonlySet<number>[], clique: readonly number[]) {
    this.different = different;
    this.floor = clique.length;
    this.best = different.length;
    this.colours = new Int32Array(different.length).fill(-1);
    clique.forEach((node, colour) => {
      this.colours[node] = colour;
    });
  }

  fewest(): number {
    this.colourRest(this.different.length - this.floor, this.floor);
    return this.steps > STEPS ? this.floor : this.best;
  }

  private colourRest(left: number, used: number): void {
    if (used >= this.best || ++this.steps > STEPS) return;
    if (left === 0) {
      this.best = used;
      return;
    }
    const node = this.mostConstrained();
    const taken = this.takenAround(node);
    for (let colour = 0; colour <= used && colour < this.best; colour++) {
      if (taken.has(colour)) continue;
      this.colours[node] = colour;
      this.colourRest(left - 1, Math.max(used, colour + 1));
      this.colours[node] = -1;
      if (this.best === this.floor) return;
    }
  }

  private mostConstrained(): number {
    let chosen = -1;
    let most = -1;
    for (const node of this.different.keys()) {
      if ((this.colours[node] ?? 0) >= 0) continue;
      const rank = this.takenAround(node).size * (this.different.length + 1) + degree(this.different, node);
      if (rank > most) {
        chosen = node;
        most = rank;
      }
    }
    return chosen;
  }

  private takenAround(node: number): ReadonlySet<number> {
    const taken = new Set<number>();
    for (const other of this.different[node] ?? []) {
      const colour = this.colours[other] ?? -1;
      if (colour >= 0) taken.add(colour);
    }
    return taken;
  }
}
