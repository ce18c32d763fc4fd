/**
 * Bounds that rest on the word of a party to the matter alone (rule `party-1`). A governor's "two, of natural causes" is a
 * figure like any other and may set the low; whoever reads the low must see whose number it is. A party is: `accused`, a
 * voice whose name, or whose institution's, is that of somebody alleged to have done it; `disputing`, a voice that denies
 * or disputes the same count. It moves no bound: it says whose it is, and what the bounds are without such figures.
 */
import type { Actor } from '../../record/actor.ts';
import type { ActorId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { PartyBound, Toll } from '../../record/toll.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import { latestDay } from '../day-span.ts';
import { foldWords } from '../fold-words.ts';
import { isLive, polarityOf } from '../polarity.ts';
import { fitOfScopes } from '../scope-match.ts';
import { isAnonymous, namesIn, type SpeakerOf } from '../speakers.ts';
import { FigureTally } from './rules.ts';

interface PartyInput {
  readonly proposition: Proposition;
  /** All claims on the proposition. */
  readonly utterances: readonly Utterance[];
  /** The claims whose figures stand. */
  readonly used: readonly Utterance[];
  /** YYYYMMDD; claims said later are not known yet. */
  readonly asOf: number;
  readonly speakerOf: SpeakerOf;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** Propositions that name somebody alleged to have done it. */
  readonly blaming: readonly Proposition[];
}

/** Whose word the bounds rest on, and the headline without those figures. */
export type PartyFigures = Pick<Toll, 'byParty' | 'withoutParties'>;

/**
 * Tells which bounds of a headline only parties put forward.
 *
 * @param headline the bounds of the toll
 * @example
 * partyFigures(input, toll).byParty; // [{ bound: 'low', claim: 'clm_…', party: 'disputing' }]
 */
export function partyFigures(input: PartyInput, headline: Pick<Toll, 'low' | 'best' | 'high'>): PartyFigures {
  const partyOf = parties(input);
  const byParty: PartyBound[] = [];
  for (const bound of ['low', 'best', 'high'] as const) {
    const set = headline[bound];
    const setters = input.used.filter((utterance) => set !== null && utterance[bound] === set.value);
    if (set === null || setters.some((utterance) => partyOf(utterance) === null)) continue;
    const first = setters.find(({ claim }) => claim === set.setBy);
    const party = first === undefined ? null : partyOf(first);
    if (party !== null) byParty.push(Object.freeze({ bound, claim: set.setBy, party }));
  }
  if (byParty.length === 0) return { byParty, withoutParties: null };
  const rest = new FigureTally();
  for (const utterance of input.used) if (partyOf(utterance) === null) rest.add(utterance);
  return { byParty, withoutParties: Object.freeze(rest.headline()) };
}

function parties({ proposition, utterances, asOf, speakerOf, actors, blaming }: PartyInput) {
  const against = new Set<Voice>();
  for (const utterance of utterances) {
    if (!isLive(utterance) || polarityOf(utterance.stance) !== 'against') continue;
    const voice = utterance.voices.at(-1);
    if (voice === undefined || isAnonymous(voice) || latestDay(utterance.saidAt) > asOf) continue;
    against.add(speakerOf(voice).entity);
  }
  const accused = [proposition, ...blaming.filter((other) => blames(other, proposition))].flatMap(
    ({ scope }) => (scope.by === null ? [] : [foldWords(scope.by)]),
  );
  const namesOf = namesIn(actors);
  return (utterance: Utterance): PartyBound['party'] | null => {
    const voice = utterance.voices.at(-1);
    if (voice === undefined || isAnonymous(voice)) return null;
    const { entity, kin } = speakerOf(voice);
    const names = [voice, entity, kin].flatMap(namesOf).map((name) => new Set(foldWords(name)));
    if (accused.some((words) => words.length > 0 && names.some((name) => words.every((w) => name.has(w)))))
      return 'accused';
    return against.has(entity) ? 'disputing' : null;
  };
}

/**
 * Whether a proposition that blames somebody speaks of what is counted here.
 *
 * @example
 * blames(weaversKilledByGuardInDol, weaversKilledInDol); // true
 */
export function blames(other: Proposition, count: Proposition): boolean {
  if (other.id === count.id || other.scope.by === null || other.measure !== count.measure) return false;
  const fit = fitOfScopes(other.scope, count.scope);
  const stated = fit.place === 'same' || fit.place === 'within';
  return stated && fit.group !== 'apart' && fit.by !== 'apart';
}
