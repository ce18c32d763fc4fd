/**
 * Which actors speak with one voice. An institution and everybody who speaks for it are one voice (shared
 * provenance §4); two bodies of one state are not proved to be different voices, and not taken to be one either.
 * Ties come from the record; nothing is inferred from names.
 */
import type { Actor, ActorKind } from '../record/actor.ts';
import type { ActorId } from '../record/id.ts';
import type { Voice } from '../record/utterance.ts';

/** What counting needs to know about a voice. */
export interface Speaker {
  readonly voice: Voice;
  /** The institution it speaks for, or itself. */
  readonly entity: Voice;
  /** The whole that the entity is part of (its state, its army), or the entity: voices of one kin may share a source. */
  readonly kin: Voice;
  /** Kind of the entity; `unnamed` for an anonymous voice and for an actor the record does not hold. */
  readonly kind: ActorKind;
  readonly anonymous: boolean;
}

/** Looks a voice up; the answers are kept. */
export type SpeakerOf = (voice: Voice) => Speaker;

/**
 * Whether a voice is somebody unnamed.
 *
 * @example
 * isAnonymous('anonymous:src_…:clm_…'); // true
 */
export function isAnonymous(voice: Voice): voice is `anonymous:${string}` {
  return voice.startsWith('anonymous:');
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

/**
 * Builds the look-up from the actors of the record.
 *
 * @example
 * const speakerOf = speakersOf(snapshot.actors);
 * speakerOf(pressSecretary).entity; // the ministry
 */
export function speakersOf(actors: ReadonlyMap<ActorId, Actor>): SpeakerOf {
  const institutions = institutionsBySpokesperson(actors);
  const known = new Map<Voice, Speaker>();
  return (voice) => {
    if (isAnonymous(voice)) return unnamed(voice);
    const found = known.get(voice);
    if (found !== undefined) return found;
    const speaker = named(voice, actors, institutions);
    known.set(voice, speaker);
    return speaker;
  };
}

/**
 * Whether one actor is another, speaks for it, or is a part of it at any depth.
 *
 * @example
 * belongsTo(stateDepartment, unitedStates, actors); // true
 */
export function belongsTo(part: ActorId, whole: ActorId, actors: ReadonlyMap<ActorId, Actor>): boolean {
  if (part === whole) return true;
  const seen = new Set<ActorId>([part]);
  const open: ActorId[] = [part];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const tie of actors.get(next)?.partOf ?? []) {
      if (tie.to === whole) return true;
      if (!seen.has(tie.to)) {
        seen.add(tie.to);
        open.push(tie.to);
      }
    }
  }
  for (const id of seen) {
    if (id !== whole && actors.get(whole)?.spokenForBy.some((tie) => tie.to === id)) return true;
  }
  return false;
}

function unnamed(voice: Voice): Speaker {
  return { voice, entity: voice, kin: voice, kind: 'unnamed', anonymous: true };
}

function named(
  id: ActorId,
  actors: ReadonlyMap<ActorId, Actor>,
  institutions: ReadonlyMap<ActorId, ActorId>,
): Speaker {
  const entity = entityOf(id, actors, institutions);
  const kind = actors.get(entity)?.kind ?? 'unnamed';
  return { voice: id, entity, kin: topOf(entity, actors), kind, anonymous: false };
}

function institutionsBySpokesperson(actors: ReadonlyMap<ActorId, Actor>): Map<ActorId, ActorId> {
  const institutions = new Map<ActorId, ActorId>();
  for (const actor of actors.values()) {
    for (const tie of actor.spokenForBy) {
      const before = institutions.get(tie.to);
      if (before === undefined || actor.id < before) institutions.set(tie.to, actor.id);
    }
  }
  return institutions;
}

/** From a person to the institution that it speaks for or holds an office in; institutions stay themselves. */
function entityOf(
  id: ActorId,
  actors: ReadonlyMap<ActorId, Actor>,
  institutions: ReadonlyMap<ActorId, ActorId>,
): ActorId {
  const seen = new Set<ActorId>([id]);
  let at = id;
  for (;;) {
    const kind = actors.get(at)?.kind;
    const up = institutions.get(at) ?? (kind === 'person' ? actors.get(at)?.partOf[0]?.to : undefined);
    if (up === undefined || seen.has(up)) return at;
    seen.add(up);
    at = up;
  }
}

function topOf(id: ActorId, actors: ReadonlyMap<ActorId, Actor>): ActorId {
  const seen = new Set<ActorId>([id]);
  let at = id;
  for (;;) {
    const up = actors.get(at)?.partOf[0]?.to;
    if (up === undefined || seen.has(up)) return at;
    seen.add(up);
    at = up;
  }
}
