/**
 * Follows each claim on one proposition to where its knowledge starts (rule `claim-roots-1`). Every claim rests
 * on at most one next claim, so roots are found in one walk and a closed circle is a plain loop:
 * - the stated basis is taken as complete: an outlet's own words rest on what the same source attributes;
 * - a claim that cites an outlet or body goes on from that body's own claim, if the record holds one that is
 *   not later and has the same figure (or one that the cited figure follows from);
 * - whoever is cited and not held is a root of its own, untraced; two unnamed voices are never taken as one.
 * It judges no text: who cites whom was read or written before. Assumption A1 of shared provenance §4.
 */
import type { Connection } from '../record/attribution.ts';
import type { SourceId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Utterance, Voice } from '../record/utterance.ts';
import { earliestDay, latestDay } from './day-span.ts';
import { type DirectRule, isDirect } from './direct.ts';
import { followsFrom } from './figure.ts';
import { type HeldClaim, HeldFigures } from './held-figures.ts';
import { isAnonymous, type SpeakerOf } from './speakers.ts';

/** One place where knowledge starts. */
export interface Root {
  readonly voice: Voice;
  readonly kind: 'direct' | 'anonymous' | 'untraced' | 'circle';
  /** Voices of one kin are not proved to be different. */
  readonly kin: Voice;
  /** Whether the record holds a claim from the voice's own source. */
  held: boolean;
  /** For a circle, the voices that rest on each other; empty otherwise. */
  readonly members: readonly Voice[];
}

export interface ClaimRoots {
  /** Who publishes and who is cited, for each utterance. */
  readonly chains: Chains;
  readonly roots: readonly Root[];
  /** For each utterance, the index of its root. */
  readonly rootOf: Int32Array;
  /** For each utterance, the index of the utterance it rests on; -1 when it reaches the root itself. */
  readonly next: Int32Array;
  /** Cited outlets of which the record holds no claim on the proposition. */
  readonly toObtain: readonly Voice[];
  /** Utterances that cite a held body with a figure that none of its held, earlier claims has. */
  readonly unmatched: readonly number[];
}

/** How roots are told. */
export interface RootOptions {
  readonly speakerOf: SpeakerOf;
  /** Helps to tell whether a speaker speaks of its own act; null: only stated knowledge counts. */
  readonly proposition?: Proposition | null;
  readonly ownAct?: DirectRule;
  /** How the innermost speaker knows, when `Utterance.connection` is not filled. */
  readonly connectionOf?: (utterance: Utterance) => Connection;
}

/** The ends of each chain and its days, read once. All lists run parallel to the utterances. */
export interface Chains {
  readonly outlet: readonly Voice[];
  /** The entity cited in the end; null when the source speaks in its own voice (or cites itself). */
  readonly cited: readonly (Voice | null)[];
  /** YYYYMMDD. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const NONE = -1;

/**
 * Finds the root of every claim. The utterances are of one proposition and on one side of it.
 *
 * @example
 * rootsOf([outletCitesPaper, paperItself], { speakerOf }).roots.length; // 1: the paper
 */
export function rootsOf(utterances: readonly Utterance[], options: RootOptions): ClaimRoots {
  const { speakerOf } = options;
  const chains = readChains(utterances, speakerOf);
  const held = heldClaims(utterances, chains);
  const inSource = attributedBySource(utterances, chains);
  const next = new Int32Array(utterances.length).fill(NONE);
  const toObtain = new Set<Voice>();
  const unmatched: number[] = [];
  utterances.forEach((utterance, at) => {
    const cited = chains.cited[at] ?? null;
    if (cited === null) {
      next[at] = restInSameSource(at, { utterances, chains }, inSource?.get(utterance.source));
      return;
    }
    if (isAnonymous(cited) || isDirect(utterance, options)) return;
    const own = held.get(cited);
    next[at] = own?.basisOf(utterance, chains.to[at] ?? 0) ?? NONE;
    if (next[at] !== NONE) return;
    if (own !== undefined) unmatched.push(at);
    else if (speakerOf(cited).kind === 'media') toObtain.add(cited);
  });
  const walk = new RootWalk(utterances, { next, chains }, options);
  return { ...walk.run(), chains, next, toObtain: [...toObtain].sort(), unmatched };
}

function readChains(utterances: readonly Utterance[], speakerOf: SpeakerOf): Chains {
  const from = new Int32Array(utterances.length);
  const to = new Int32Array(utterances.length);
  const outlet: Voice[] = [];
  const cited: (Voice | null)[] = [];
  utterances.forEach((utterance, at) => {
    const { voices, saidAt } = utterance;
    from[at] = earliestDay(saidAt);
    to[at] = latestDay(saidAt);
    const first = voices[0];
    const last = voices[voices.length - 1];
    const publisher: Voice =
      first === undefined || isAnonymous(first) ? `anonymous:${utterance.source}` : speakerOf(first).entity;
    const innermost = voices.length < 2 || last === undefined ? null : entityOf(last, speakerOf);
    outlet.push(publisher);
    cited.push(innermost === publisher ? null : innermost);
  });
  return { outlet, cited, from, to };
}

function entityOf(voice: Voice, speakerOf: SpeakerOf): Voice {
  return isAnonymous(voice) ? voice : speakerOf(voice).entity;
}

interface Read {
  readonly utterances: readonly Utterance[];
  readonly chains: Chains;
}

/** For each body that somebody cites: its own claims. */
function heldClaims(utterances: readonly Utterance[], chains: Chains): Map<Voice, HeldFigures> {
  const held = new Map<Voice, HeldFigures>();
  const precedes = (a: HeldClaim, b: HeldClaim): boolean => isBefore(a.at, b.at, { utterances, chains });
  for (const cited of chains.cited) {
    if (cited !== null && !isAnonymous(cited) && !held.has(cited)) held.set(cited, new HeldFigures(precedes));
  }
  if (held.size === 0) return held;
  utterances.forEach((figure, at) => {
    held.get(chains.outlet[at] ?? 'anonymous:')?.add({ at, figure, from: chains.from[at] ?? 0 });
  });
  for (const [entity, own] of held) if (own.isEmpty) held.delete(entity);
  return held;
}

/** Attributed claims of each source that also speaks itself; null when there is no such source, which is usual. */
function attributedBySource(
  utterances: readonly Utterance[],
  chains: Chains,
): Map<SourceId, number[]> | null {
  const ownVoice = new Set<SourceId>();
  utterances.forEach((utterance, at) => {
    if (chains.cited[at] === null) ownVoice.add(utterance.source);
  });
  let bySource: Map<SourceId, number[]> | null = null;
  for (const [at, utterance] of utterances.entries()) {
    if (chains.cited[at] === null || !ownVoice.has(utterance.source)) continue;
    bySource ??= new Map();
    const list = bySource.get(utterance.source);
    if (list === undefined) bySource.set(utterance.source, [at]);
    else list.push(at);
  }
  return bySource;
}

function restInSameSource(at: number, read: Read, attributed: readonly number[] | undefined): number {
  const own = read.utterances[at];
  let chosen = NONE;
  for (const other of attributed ?? []) {
    const basis = read.utterances[other];
    if (own === undefined || basis === undefined || !followsFrom(own, basis)) continue;
    if (chosen === NONE || isBefore(other, chosen, read)) chosen = other;
  }
  return chosen;
}

/** Dated before undated, then by day, then own words before cited ones, then by claim id: never by input order. */
function isBefore(a: number, b: number, { utterances, chains }: Read): boolean {
  const left = utterances[a];
  const right = utterances[b];
  if (left === undefined || right === undefined) return false;
  const dayA = chains.from[a] || Number.POSITIVE_INFINITY;
  const dayB = chains.from[b] || Number.POSITIVE_INFINITY;
  if (dayA !== dayB) return dayA < dayB;
  if (left.voices.length !== right.voices.length) return left.voices.length < right.voices.length;
  return left.claim < right.claim;
}

/** Walks from each claim to its root. Kept in one object because the walk fills several tables at once. */
class RootWalk {
  private readonly utterances: readonly Utterance[];
  private readonly next: Int32Array;
  private readonly chains: Chains;
  private bySource: Map<SourceId, number[]> | null = null;
  private readonly options: RootOptions;
  private readonly rootOf: Int32Array;
  private readonly roots: Root[] = [];
  private readonly rootByVoice = new Map<Voice, number>();

  constructor(
    utterances: readonly Utterance[],
    { next, chains }: { readonly next: Int32Array; readonly chains: Chains },
    options: RootOptions,
  ) {
    this.utterances = utterances;
    this.next = next;
    this.chains = chains;
    this.options = options;
    this.rootOf = new Int32Array(utterances.length).fill(NONE);
  }

  run(): { roots: readonly Root[]; rootOf: Int32Array } {
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
    return { roots: this.roots, rootOf: this.rootOf };
  }

  private terminal(at: number): number {
    const utterance = this.utterances[at];
    if (utterance === undefined) return NONE;
    const { speakerOf } = this.options;
    const cited = this.chains.cited[at] ?? null;
    const speaker = speakerOf(cited ?? this.chains.outlet[at] ?? 'anonymous:');
    const direct = !speaker.anonymous && isDirect(utterance, this.options);
    const unnamed = speaker.anonymous && cited !== null;
    const root: Root = {
      voice: speaker.entity,
      kind: direct ? 'direct' : unnamed ? 'anonymous' : 'untraced',
      kin: speaker.kin,
      held: cited === null,
      members: [],
    };
    return this.place(root);
  }

  private place(root: Root): number {
    const before = this.rootByVoice.get(root.voice);
    const found = before === undefined ? undefined : this.roots[before];
    if (before === undefined || found === undefined) {
      this.rootByVoice.set(root.voice, this.roots.length);
      return this.roots.push(root) - 1;
    }
    const kind = root.kind === 'direct' ? 'direct' : found.kind;
    this.roots[before] = { ...found, kind, held: found.held || root.held };
    return before;
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
    this.roots.push({ voice, kind: 'circle', kin: voice, held: true, members: voices });
    return this.roots.length - 1;
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
