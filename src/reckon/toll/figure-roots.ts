/**
 * Whose figure each claim on a count carries, for the toll: each claim is followed to the voice it goes back to by the
 * claims' own words. It counts no origins: the interval comes from `origins/`.
 */
import type { SourceId } from '../../record/id.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import { type Chains, type ClaimBasis, isBefore } from '../origins/claim-basis.ts';

/** A voice whose figure is carried. */
export interface FigureRoot {
  readonly voice: Voice;
  /** Reports that rest only on each other. */
  readonly circle: boolean;
}

export interface FigureRoots {
  readonly chains: Chains;
  readonly roots: readonly FigureRoot[];
  /** For each utterance, the index of its root. */
  readonly rootOf: Int32Array;
}

const NONE = -1;

/**
 * Follows every claim.
 *
 * @example
 * figureRoots(figures, basisOf(figures, { speakerOf })).roots.length; // 1 when all go back to one voice
 */
export function figureRoots(utterances: readonly Utterance[], basis: ClaimBasis): FigureRoots {
  return new RootWalk(utterances, basis).run();
}

/** Walks from each claim to its root. Kept in one object because the walk fills several tables at once. */
class RootWalk {
  private readonly utterances: readonly Utterance[];
  private readonly next: Int32Array;
  private readonly chains: Chains;
  private bySource: Map<SourceId, number[]> | null = null;
  private readonly rootOf: Int32Array;
  private readonly roots: FigureRoot[] = [];
  private readonly rootByVoice = new Map<Voice, number>();

  constructor(utterances: readonly Utterance[], { next, chains }: ClaimBasis) {
    this.utterances = utterances;
    this.next = next;
    this.chains = chains;
    this.rootOf = new Int32Array(utterances.length).fill(NONE);
  }

  run(): FigureRoots {
    const trail: number[] = [];
    const onTrail = new Set<number>();
    for (let start = 0; start < this.utterances.length; start++) {
      let at = start;
      trail.length = 0;
      if (this.next[start] === NONE) {
        if (this.rootOf[start] === NONE) this.rootOf[start] = this.terminal(start);
        continue;
      }
      onTrail.clear();
      while (this.rootOf[at] === NONE && this.next[at] !== NONE && !onTrail.has(at)) {
        trail.push(at);
        onTrail.add(at);
        at = this.next[at] ?? NONE;
      }
      if (this.rootOf[at] === NONE) {
        this.rootOf[at] = onTrail.has(at) ? this.circle(trail.slice(trail.indexOf(at))) : this.terminal(at);
      }
      const root = this.rootOf[at] ?? NONE;
      for (const step of trail) this.rootOf[step] = root;
    }
    return { chains: this.chains, roots: this.roots, rootOf: this.rootOf };
  }

  private terminal(at: number): number {
    const voice = this.chains.cited[at] ?? this.chains.outlet[at] ?? 'anonymous:';
    const before = this.rootByVoice.get(voice);
    if (before !== undefined) return before;
    this.rootByVoice.set(voice, this.roots.length);
    return this.roots.push({ voice, circle: false }) - 1;
  }

  /** A loop is open after all when one of its sources also rests on something outside it. */
  private circle(loop: readonly number[]): number {
    const inside = new Set(loop);
    let exit = NONE;
    for (const source of new Set(loop.map((at) => this.utterances[at]?.source))) {
      for (const at of source === undefined ? [] : this.claimsOf(source)) {
        if (inside.has(at) || this.endOutside(at, inside) === NONE) continue;
        if (exit === NONE || isBefore(at, exit, { utterances: this.utterances, chains: this.chains }))
          exit = at;
      }
    }
    if (exit !== NONE) return this.terminal(this.endOutside(exit, inside));
    const voices = [...new Set(loop.map((at) => this.chains.outlet[at] ?? ('anonymous:' as Voice)))].sort();
    const voice = voices[0] ?? 'anonymous:';
    return this.roots.push({ voice, circle: true }) - 1;
  }

  private claimsOf(source: SourceId): readonly number[] {
    if (this.bySource === null) {
      this.bySource = new Map();
      for (const [at, utterance] of this.utterances.entries()) {
        const list = this.bySource.get(utterance.source);
        if (list === undefined) this.bySource.set(utterance.source, [at]);
        else list.push(at);
      }
    }
    return this.bySource.get(source) ?? [];
  }

  private endOutside(from: number, inside: ReadonlySet<number>): number {
    const seen = new Set<number>();
    let at = from;
    while (!inside.has(at) && !seen.has(at)) {
      if (this.next[at] === NONE) return at;
      seen.add(at);
      at = this.next[at] ?? NONE;
    }
    return NONE;
  }
}
