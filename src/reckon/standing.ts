/**
 * Where a proposition stands: computed, never typed in (shared standards §3.4, rule `standing-1`). A denial is
 * a flag and lowers nothing. Only a person may say "verified"; the program has no such word.
 */
import type { Actor } from '../record/actor.ts';
import type { ActorId, ClaimId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Utterance } from '../record/utterance.ts';
import type { OriginCount } from './origins/origin-count.ts';
import { isLive, polarityOf } from './polarity.ts';
import { fitOfActors, fitOfScopes } from './scope-match.ts';
import { isAnonymous, namesIn, speakersOf } from './speakers.ts';

/** In the order in which the first that holds wins. */
export const STANDINGS = [
  'discounted',
  'conceded',
  'contested',
  'corroborated',
  'single-origin',
  'origin-unknown',
] as const;
export type StandingWord = (typeof STANDINGS)[number];

/** What is shown beside a standing and is none. */
export const STANDING_FLAGS = ['denied', 'disputed', 'declined', 'silent', 'circular', 'unreviewed'] as const;
/** Shown beside a standing. */
export type StandingFlag = StandingWord | (typeof STANDING_FLAGS)[number];

export interface Standing {
  readonly word: StandingWord;
  readonly flags: readonly StandingFlag[];
  /** A sentence a tired person understands. */
  readonly because: string;
  readonly claims: readonly ClaimId[];
}

export interface StandingInput {
  readonly proposition: Proposition;
  /** The claims on it, of both sides. */
  readonly utterances: readonly Utterance[];
  /** `countOrigins` of the claims for it. */
  readonly origins: OriginCount;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** `inheritedUtterances`: denials and refusals to comment on what it depends on. Flags only. */
  readonly inherited?: readonly Utterance[];
  /** `rivalsOf`, with their claims: who else is blamed for the same. */
  readonly rivals?: readonly {
    readonly proposition: Proposition;
    readonly utterances: readonly Utterance[];
  }[];
}

/**
 * Works out the standing of one proposition and everything to be shown beside it.
 *
 * @example
 * const origins = countOrigins(utterances, actors);
 * standingOf({ proposition, utterances, origins, actors }).word; // 'single-origin'
 */
export function standingOf(input: StandingInput): Standing {
  const holding = findings(input);
  const first = holding[0];
  const word = first?.word ?? 'origin-unknown';
  const besides = holding.slice(1).map((finding) => finding.word);
  return Object.freeze({
    word,
    flags: Object.freeze([...besides, ...besideFlags(input)]),
    because: first?.because ?? 'Nobody in the record puts this forward.',
    claims: Object.freeze([...new Set(holding.flatMap((finding) => finding.claims))].toSorted()),
  });
}

/**
 * The propositions that say the same of another perpetrator: same kind and measure, scopes that fit, and an
 * alleged perpetrator that excludes this one's.
 *
 * @example
 * rivalsOf(blamesGuard, propositions); // [blamesMilitia]
 */
export function rivalsOf(
  proposition: Proposition,
  propositions: Iterable<Proposition>,
): readonly Proposition[] {
  const rivals: Proposition[] = [];
  for (const other of propositions) {
    if (other.kind !== proposition.kind || other.measure !== proposition.measure) continue;
    if (proposition.measure === null && proposition.kind !== 'responsibility') continue;
    const fit = fitOfScopes(proposition.scope, other.scope);
    const sameThing = fit.group !== 'open' || fit.place !== 'open';
    if (fit.by === 'apart' && fit.group !== 'apart' && fit.place !== 'apart' && sameThing) rivals.push(other);
  }
  return rivals;
}

interface Finding {
  readonly word: StandingWord;
  readonly because: string;
  readonly claims: readonly ClaimId[];
}

function findings(input: StandingInput): readonly Finding[] {
  const found = [discounted(input), conceded(input), contested(input), byOrigins(input)];
  return found.filter((finding) => finding !== null);
}

function discounted({ utterances }: StandingInput): Finding | null {
  const putForward = utterances.filter((utterance) => polarityOf(utterance.stance) === 'for');
  const decided = putForward.filter((utterance) => utterance.status !== 'superseded');
  if (decided.length === 0 || decided.some((utterance) => utterance.status !== 'rejected')) return null;
  const because = 'Reviewers rejected every claim that puts this forward; their reasons are with the claims.';
  return { word: 'discounted', because, claims: decided.map((utterance) => utterance.claim) };
}

function conceded({ proposition, utterances, actors }: StandingInput): Finding | null {
  const by = proposition.scope.by;
  if (by === null) return null;
  const speakerOf = speakersOf(actors);
  const namesOf = namesIn(actors);
  const claims = utterances.filter((utterance) => {
    const voice = utterance.voices[utterance.voices.length - 1];
    if (utterance.stance !== 'confirms' || !isLive(utterance) || voice === undefined) return false;
    if (isAnonymous(voice)) return false;
    const speaker = speakerOf(voice);
    return [speaker.voice, speaker.entity].some((who) =>
      namesOf(who).some((name) => fitOfActors(name, by) === 'same'),
    );
  });
  if (claims.length === 0) return null;
  const because = `${by}, alleged to be responsible, confirms it.`;
  return { word: 'conceded', because, claims: claims.map((utterance) => utterance.claim) };
}

function contested({ proposition, utterances, rivals }: StandingInput): Finding | null {
  const own = claimsFor(utterances);
  if (own.length === 0) return null;
  for (const rival of rivals ?? []) {
    const against = claimsFor(rival.utterances);
    if (against.length === 0) continue;
    const because = `Some blame ${proposition.scope.by ?? 'one side'}, others ${rival.proposition.scope.by ?? 'another'}.`;
    return { word: 'contested', because, claims: [...own, ...against] };
  }
  return null;
}

function byOrigins({ utterances, origins }: StandingInput): Finding | null {
  const claims = claimsFor(utterances);
  if (claims.length === 0) return null;
  const { atLeast, atMost } = origins;
  if (atLeast >= 2) {
    return {
      word: 'corroborated',
      because: `At least ${atLeast} independent origins stand behind it.`,
      claims,
    };
  }
  if (atMost !== null && atMost <= 1) {
    return { word: 'single-origin', because: 'All reports go back to one origin at most.', claims };
  }
  const most = atMost === null ? 'an open number of' : `at most ${atMost}`;
  const because = `Between ${atLeast} and ${most} independent origins: the record cannot tell whether they share one.`;
  return { word: 'origin-unknown', because, claims };
}

function claimsFor(utterances: readonly Utterance[]): readonly ClaimId[] {
  const putForward = utterances.filter(
    (utterance) => isLive(utterance) && polarityOf(utterance.stance) === 'for',
  );
  return putForward.map((utterance) => utterance.claim);
}

function besideFlags({ utterances, inherited, origins }: StandingInput): readonly StandingFlag[] {
  const live = [...utterances, ...(inherited ?? [])].filter(isLive);
  const stances = new Set(live.map((utterance) => utterance.stance));
  const flags: StandingFlag[] = [];
  if (stances.has('denies')) flags.push('denied');
  if (stances.has('disputes')) flags.push('disputed');
  if (stances.has('declines')) flags.push('declined');
  if (stances.has('silent')) flags.push('silent');
  if (origins.circles.length > 0) flags.push('circular');
  if (utterances.some((utterance) => utterance.status === 'proposed')) flags.push('unreviewed');
  return flags;
}
