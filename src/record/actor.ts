/**
 * Somebody who can speak, act or answer. All spellings of a name are kept; comparing is done on folded names.
 * Two actors with one folded name are candidates for being one, never joined by it.
 */
import {
  construct,
  type Field,
  idOf,
  language,
  list,
  object,
  oneOf,
  orNull,
  text,
  textByKey,
} from './fields.ts';
import type { ActorId, ClaimId } from './id.ts';
import { type When, whenField } from './when.ts';

export const ACTOR_KINDS = [
  'person',
  'public-body',
  'state',
  'organisation',
  'media',
  'unit',
  'community',
  'unnamed',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

const NAME_KINDS = ['full', 'short', 'alias', 'acronym'] as const;

/** One name in one spelling; all spellings are kept. */
export interface Name {
  readonly text: string;
  /** BCP 47 with script where it matters; null when unknown. */
  readonly lang: string | null;
  readonly kind: (typeof NAME_KINDS)[number];
}

/** A tie between two actors, with the claim it rests on; null claim: told by the user or by the vocabulary. */
export interface ActorTie {
  readonly to: ActorId;
  readonly when: When | null;
  readonly claim: ClaimId | null;
}

export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  /** At least one; the first is shown. */
  readonly names: readonly Name[];
  /** External identifiers, for example { wikidata: 'Q1' }. */
  readonly ids: Readonly<Record<string, string>>;
  /** HURIDOCS list 24 code; null when not a perpetrator or not known. */
  readonly perpetratorType: string | null;
  /** A ministry is part of its state; a unit of its army. */
  readonly partOf: readonly ActorTie[];
  readonly spokenForBy: readonly ActorTie[];
}

/** Reads a name. */
export const nameField: Field<Name> = object<Name>({ text, lang: orNull(language), kind: oneOf(NAME_KINDS) });

const tieField = object<ActorTie>({
  to: idOf('actor'),
  when: orNull(whenField),
  claim: orNull(idOf('claim')),
});

const actorField = object<Actor>(
  {
    id: idOf('actor'),
    kind: oneOf(ACTOR_KINDS),
    names: list(nameField, 1),
    ids: textByKey,
    perpetratorType: orNull(text),
    partOf: list(tieField),
    spokenForBy: list(tieField),
  },
  (actor, fault) => {
    if (actor.partOf.some((tie) => tie.to === actor.id)) fault('partOf', 'must not name the actor itself');
  },
);

/**
 * Checks an actor's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createActor({ id: newId('actor'), kind: 'media', names: [{ text: 'The Daily', lang: 'en', kind: 'full' }], ids: {}, perpetratorType: null, partOf: [], spokenForBy: [] });
 */
export function createActor(fields: Actor): Actor {
  return construct('actor', actorField, fields);
}

/**
 * The name to show: the first one.
 *
 * @example
 * const [outlet] = actors.values();
 * shownName(outlet); // 'The Valley Post'
 */
export function shownName(actor: Actor): string {
  return actor.names[0]?.text ?? actor.id;
}

/** Letters that Unicode does not take apart into a base letter and an accent, or not for this purpose. */
const UNDIVIDED: Readonly<Record<string, string>> = Object.freeze({
  ё: 'е',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
});

/**
 * A name as it is compared: without case, accents, punctuation, possessive and leading "the"; ё as е. Scripts are
 * kept: nothing is transliterated. '' when the name holds no letter or digit.
 *
 * @example
 * foldName('The Gazéta’s'); // 'gazeta'
 */
export function foldName(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '')
    .replace(/(?<=[аеиоуыэюя])\u0301/gu, '')
    .normalize('NFKC')
    .replace(/[ёłøđßæœıðþ]/gu, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(/['’ʼ]s(?=\s|$)/gu, '')
    .replace(/(?<=\p{L})['’ʼ.](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return bare.replace(/^the (?=.)/u, '');
}
