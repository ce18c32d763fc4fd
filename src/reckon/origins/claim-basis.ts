/**
 * What each claim on one proposition rests on, by its own words (rule `claim-roots-2`); at most one next claim:
 * - the stated basis is taken as complete: an outlet's own words rest on what the same source attributes;
 * - a claim that cites an outlet or body goes on from that body's own claim, if the record holds one that is
 *   not later and has the same figure (or one that the cited figure follows from);
 * - a claim that cites somebody unnamed through an outlet ("The Courier reported, citing three witnesses") goes on from that outlet's
 *   own claim in the words of somebody unnamed, on the same terms;
 * - whoever is cited and not held is where it ends; two unnamed voices are never taken as one.
 * It judges no text and counts nothing: who cites whom was read or written before. Assumption A1 of shared provenance §4.
 */
import type { Connection } from '../../record/attribution.ts';
import type { SourceId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import { earliestDay, latestDay } from '../day-span.ts';
import { followsFrom } from '../figure.ts';
import { type HeldClaim, HeldFigures } from '../held-figures.ts';
import { isAnonymous, type SpeakerOf } from '../speakers.ts';
import { type DirectRule, isDirect } from './direct.ts';

/** What each claim rests on. All lists run parallel to the utterances. */
export interface ClaimBasis {
  /** Who publishes and who is cited. */
  readonly chains: Chains;
  /** The utterance that it rests on; -1 when it reaches where its knowledge starts, as far as claims tell. */
  readonly next: Int32Array;
  /** Cited outlets of which the record holds no claim on the proposition. */
  readonly toObtain: readonly Voice[];
  /** Utterances that cite a held body with a figure that none of its held, earlier claims has. */
  readonly unmatched: readonly number[];
}

/** How bases are told. */
export interface BasisOptions {
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
  /** Through whom somebody unnamed is cited: the last named step before, other than the publisher; null: nobody, or the cited has a name. */
  readonly through: readonly (Voice | null)[];
  /** YYYYMMDD. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const NONE = -1;

/**
 * Finds what every claim rests on. The utterances are of one proposition and on one side of it.
 *
 * @example
 * basisOf([outletCitesPaper, paperItself], { speakerOf }).next; // Int32Array [1, -1]
 */
export function basisOf(utterances: readonly Utterance[], options: BasisOptions): ClaimBasis {
  const { speakerOf } = options;
  const chains = readChains(utterances, speakerOf);
  const held = heldClaims(utterances, chains, { cited: chains.cited, counts: () => true });
  const toldByUnnamed = heldClaims(utterances, chains, {
    cited: chains.through,
    counts: (at) => isUnnamed(chains.cited[at] ?? null),
  });
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
    if (isAnonymous(cited)) {
      const through = chains.through[at] ?? null;
      const told = through === null ? undefined : toldByUnnamed.get(through);
      next[at] = told?.basisOf(utterance, chains.to[at] ?? 0) ?? NONE;
      return;
    }
    if (isDirect(utterance, options)) return;
    const own = held.get(cited);
    next[at] = own?.basisOf(utterance, chains.to[at] ?? 0) ?? NONE;
    if (next[at] !== NONE) return;
    if (own !== undefined) unmatched.push(at);
    else if (speakerOf(cited).kind === 'media') toObtain.add(cited);
  });
  return { chains, next, toObtain: [...toObtain].sort(), unmatched };
}

function readChains(utterances: readonly Utterance[], speakerOf: SpeakerOf): Chains {
  const from = new Int32Array(utterances.length);
  const to = new Int32Array(utterances.length);
  const outlet: Voice[] = [];
  const cited: (Voice | null)[] = [];
  const through: (Voice | null)[] = [];
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
    through.push(isUnnamed(innermost) ? throughWhom(voices, publisher, speakerOf) : null);
  });
  return { outlet, cited, through, from, to };
}

function throughWhom(voices: readonly Voice[], publisher: Voice, speakerOf: SpeakerOf): Voice | null {
  const step = voices.slice(1, -1).findLast((voice) => !isAnonymous(voice));
  const entity = step === undefined ? null : entityOf(step, speakerOf);
  return entity === publisher ? null : entity;
}

function isUnnamed(voice: Voice | null): boolean {
  return voice !== null && isAnonymous(voice);
}

function entityOf(voice: Voice, speakerOf: SpeakerOf): Voice {
  return isAnonymous(voice) ? voice : speakerOf(voice).entity;
}

/** Utterances with their chains. */
export interface ReadClaims {
  readonly utterances: readonly Utterance[];
  readonly chains: Chains;
}

interface HeldOptions {
  /** Of whom claims are looked for. */
  readonly cited: readonly (Voice | null)[];
  /** Which of their claims can be gone on from. */
  counts(at: number): boolean;
}

/** For each body that somebody cites: its own claims. */
function heldClaims(
  utterances: readonly Utterance[],
  chains: Chains,
  { cited, counts }: HeldOptions,
): Map<Voice, HeldFigures> {
  const held = new Map<Voice, HeldFigures>();
  const precedes = (a: HeldClaim, b: HeldClaim): boolean => isBefore(a.at, b.at, { utterances, chains });
  for (const body of cited) {
    if (body !== null && !isAnonymous(body) && !held.has(body)) held.set(body, new HeldFigures(precedes));
  }
  if (held.size === 0) return held;
  utterances.forEach((figure, at) => {
    if (counts(at))
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

function restInSameSource(at: number, read: ReadClaims, attributed: readonly number[] | undefined): number {
  const own = read.utterances[at];
  let chosen = NONE;
  for (const other of attributed ?? []) {
    const basis = read.utterances[other];
    if (own === undefined || basis === undefined || !followsFrom(own, basis)) continue;
    if (chosen === NONE || isBefore(other, chosen, read)) chosen = other;
  }
  return chosen;
}

/**
 * Whether one claim is to be taken before another: dated before undated, then by day, then own words before cited ones, then by claim id; never by
 * input order.
 *
 * @example
 * isBefore(0, 1, { utterances, chains }); // true when the first is a day older
 */
export function isBefore(a: number, b: number, { utterances, chains }: ReadClaims): boolean {
  const left = utterances[a];
  const right = utterances[b];
  if (left === undefined || right === undefined) return false;
  const dayA = chains.from[a] || Number.POSITIVE_INFINITY;
  const dayB = chains.from[b] || Number.POSITIVE_INFINITY;
  if (dayA !== dayB) return dayA < dayB;
  if (left.voices.length !== right.voices.length) return left.voices.length < right.voices.length;
  return left.claim < right.claim;
}

/**
 * Whether a claim is an outlet's own words for which the same source gives no other basis.
 *
 * @example
 * readsOwnWords(basis, 0); // true for a report in its own voice
 */
export function readsOwnWords({ chains, next }: ClaimBasis, at: number): boolean {
  return chains.cited[at] === null && next[at] === NONE;
}
