/**
 * How many independent origins stand behind a set of claims: always an interval (shared provenance §4, rule
 * `origins-1`). It counts voices, not truth. Machine-found and unknown links may widen the interval and never
 * narrow it. Here every link comes from an attribution; `bound-origins.ts` bounds graphs with doubtful links.
 */
import type { Actor } from '../record/actor.ts';
import type { Connection } from '../record/attribution.ts';
import type { ActorId, ClaimId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Utterance, Voice } from '../record/utterance.ts';
import { type ClaimRoots, type Root, rootsOf } from './claim-roots.ts';
import { ownActByName } from './direct.ts';
import { isLive, polarityOf } from './polarity.ts';
import { isAnonymous, type SpeakerOf, speakersOf } from './speakers.ts';

/** Where knowledge of a claim starts. */
export interface Origin {
  readonly voice: Voice;
  /**
   * `direct`: an identified actor on its own act or position. `anonymous`: somebody unnamed.
   * `untraced`: an outlet in its own voice, or a cited actor without stated knowledge. `circle`: reports that rest only on each other.
   */
  readonly kind: 'direct' | 'anonymous' | 'untraced' | 'circle';
  readonly claims: readonly ClaimId[];
}

export interface OriginCount {
  readonly atLeast: number;
  /** Null: open, no upper bound can be given. */
  readonly atMost: number | null;
  /** Identified origins with stated direct knowledge. */
  readonly direct: number;
  readonly origins: readonly Origin[];
  /** For each claim, from its outlet to its origin. */
  readonly paths: readonly { readonly claim: ClaimId; readonly path: readonly Voice[] }[];
  readonly circles: readonly (readonly Voice[])[];
  /** Cited outlets of which the record holds no report: to obtain. */
  readonly toObtain: readonly Voice[];
  /** Claims counted that no person has accepted. */
  readonly unreviewed: number;
  /** Sentences for a person, for example "assumes the stated basis is complete". */
  readonly notes: readonly string[];
}

export interface OriginOptions {
  /** Lets a body count as direct on its own answers and policies. */
  readonly proposition?: Proposition | null;
  /** How the innermost speaker knows, when `Utterance.connection` is not filled. */
  readonly connectionOf?: (utterance: Utterance) => Connection;
}

/**
 * Counts the origins of the claims on one proposition and on one side of it. Rejected and superseded claims
 * are left out. If both sides are handed in, the claims for it are counted and a note says so.
 *
 * @example
 * countOrigins(utterances, snapshot.actors); // { atLeast: 1, atMost: 2, direct: 0, … }
 */
export function countOrigins(
  utterances: readonly Utterance[],
  actors: ReadonlyMap<ActorId, Actor>,
  options: OriginOptions = {},
): OriginCount {
  const { counted, leftOut } = oneSide(utterances.filter(isLive));
  const speakerOf = speakersOf(actors);
  const roots = rootsOf(counted, {
    speakerOf,
    proposition: options.proposition ?? null,
    ownAct: ownActByName(namesIn(actors)),
    ...(options.connectionOf === undefined ? {} : { connectionOf: options.connectionOf }),
  });
  const bounds = boundRoots(roots.roots);
  const circles = roots.roots.filter((root) => root.kind === 'circle').map((root) => root.members);
  return Object.freeze({
    ...bounds,
    origins: originsWithClaims(counted, roots),
    paths: pathsOf(counted, roots, speakerOf),
    circles: circles.toSorted(byFirst),
    toObtain: roots.toObtain,
    unreviewed: counted.filter((utterance) => utterance.status === 'proposed').length,
    notes: notesOn(counted, roots, leftOut),
  });
}

/**
 * The interval that a set of roots gives. At least: the direct origins that no kinship joins, and one when
 * there is any root. At most: every root and every closed circle.
 *
 * @example
 * boundRoots([{ voice, kind: 'anonymous', kin: voice, held: false, members: [] }]).atLeast; // 1
 */
export function boundRoots(roots: readonly Root[]): { atLeast: number; atMost: number; direct: number } {
  const kins = new Set<Voice>();
  let open = 0;
  for (const root of roots) {
    if (root.kind === 'direct') kins.add(root.kin);
    if (root.kind !== 'circle') open++;
  }
  return { atLeast: Math.max(kins.size, Math.min(open, 1)), atMost: roots.length, direct: kins.size };
}

/**
 * All names under which the record knows a voice.
 *
 * @example
 * namesIn(actors)(unitedStates); // ['United States', 'US']
 */
export function namesIn(actors: ReadonlyMap<ActorId, Actor>): (voice: Voice) => readonly string[] {
  return (voice) => (isAnonymous(voice) ? [] : (actors.get(voice)?.names.map((name) => name.text) ?? []));
}

function oneSide(live: readonly Utterance[]): { counted: readonly Utterance[]; leftOut: number } {
  const putForward = live.filter((utterance) => polarityOf(utterance.stance) === 'for');
  if (putForward.length === 0) return { counted: live, leftOut: 0 };
  return { counted: putForward, leftOut: live.length - putForward.length };
}

function originsWithClaims(counted: readonly Utterance[], roots: ClaimRoots): readonly Origin[] {
  const claims: ClaimId[][] = roots.roots.map(() => []);
  for (const [at, utterance] of counted.entries()) claims[roots.rootOf[at] ?? -1]?.push(utterance.claim);
  const origins = roots.roots.map((root, at) => ({
    voice: root.voice,
    kind: root.kind,
    claims: (claims[at] ?? []).toSorted(),
  }));
  return origins.toSorted((a, b) => compare(a.voice, b.voice) || compare(a.kind, b.kind));
}

function pathsOf(
  counted: readonly Utterance[],
  roots: ClaimRoots,
  speakerOf: SpeakerOf,
): OriginCount['paths'] {
  const paths = counted.map((utterance, start) => {
    const path: Voice[] = [];
    const seen = new Set<number>();
    for (let at = start; at >= 0 && !seen.has(at); at = roots.next[at] ?? -1) {
      seen.add(at);
      for (const voice of stepsOf(counted[at], roots.chains.outlet[at], speakerOf))
        if (path.at(-1) !== voice) path.push(voice);
    }
    return { claim: utterance.claim, path };
  });
  return paths.toSorted((a, b) => compare(a.claim, b.claim));
}

function stepsOf(
  utterance: Utterance | undefined,
  outlet: Voice | undefined,
  speakerOf: SpeakerOf,
): readonly Voice[] {
  if (utterance === undefined || outlet === undefined) return [];
  return [outlet, ...utterance.voices.slice(1).map((voice) => speakerOf(voice).entity)];
}

function notesOn(counted: readonly Utterance[], roots: ClaimRoots, leftOut: number): readonly string[] {
  const notes = ['Assumes that each report names the whole basis of what it says.'];
  const untraced = roots.roots.filter((root) => root.kind === 'untraced').length;
  const anonymous = roots.roots.filter((root) => root.kind === 'anonymous').length;
  if (untraced > 1)
    notes.push(`${untraced} untraced voices may share one basis: they count once in "at least".`);
  if (anonymous > 0) {
    notes.push(`${phrase(anonymous, 'unnamed voice')} may be any other voice and never raises "at least".`);
  }
  if (roots.toObtain.length > 0) {
    notes.push(
      `${phrase(roots.toObtain.length, 'cited outlet')} not in the record: obtain the report to narrow this.`,
    );
  }
  if (roots.unmatched.length > 0) {
    const ids = roots.unmatched.map((at) => counted[at]?.claim ?? '').toSorted();
    notes.push(`Cited with a figure that the record does not hold from the cited voice: ${ids.join(', ')}.`);
  }
  if (roots.roots.some((root) => root.kind === 'circle')) {
    notes.push(
      'Reports that rest only on each other establish nothing: counted as at most one unknown origin.',
    );
  }
  if (leftOut > 0)
    notes.push(`${phrase(leftOut, 'claim')} against or beside the proposition left out of the count.`);
  return notes;
}

function phrase(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byFirst(a: readonly string[], b: readonly string[]): number {
  return compare(a[0] ?? '', b[0] ?? '');
}
