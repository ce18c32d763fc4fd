/**
 * Makes what hides names in publications: everybody in the record who is a person by name and is not cleared, under a pseudonym.
 * An institution is public; a named person is private until somebody clears them.
 */
import { commit } from '../../crypto/commitment.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { NAME_WITHHELD, type NameCover } from '../../dossier/release/name-cover.ts';
import type { ActorId, Sha256 } from '../../record/id.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import { foldWord, latinOf, mayHoldName, nameTokens, openPersonFinder } from '../../text/person-names.ts';
import { type KnownPerson, knownPersons } from './known-persons.ts';
import { nameHash, pseudonyms } from './pseudonym.ts';

/** Who may be named: actors, and names by their keyed hashes. */
export interface Cleared {
  readonly actors: ReadonlySet<ActorId>;
  readonly names: ReadonlySet<Sha256>;
}

export interface CoverGround {
  readonly record: Pick<RecordSnapshot, 'actors' | 'propositions' | 'claims'>;
  /** Spellings of everybody on a list of people, one entry a person. */
  readonly listed: Iterable<readonly string[]>;
  readonly cleared: Cleared;
  /** 64 hexadecimal digits. */
  readonly key: string;
}

/** A person as publications show them. */
export interface ShownPerson extends KnownPerson {
  readonly pseudonym: string;
  readonly cleared: boolean;
}

/**
 * Everybody with pseudonym and whether they may be named.
 *
 * @example
 * shownPersons(ground)[0]; // { name: 'Oren Tasch', pseudonym: 'Person 4K7QM', cleared: false, … }
 */
export function shownPersons({ record, listed, cleared, key }: CoverGround): readonly ShownPerson[] {
  const known = knownPersons(record, listed);
  const called = pseudonyms(
    key,
    known.map(({ name }) => name),
  );
  return known.map((person) => ({
    ...person,
    pseudonym: called.get(person.name) ?? 'Person',
    cleared: isCleared(person, cleared, key),
  }));
}

/** Of several actors of one name all must be cleared: a text does not say which of them is meant. */
function isCleared({ actors, spellings }: KnownPerson, cleared: Cleared, key: string): boolean {
  if (actors.length > 0) return actors.every((actor) => cleared.actors.has(actor));
  return cleared.names.size > 0 && spellings.some((name) => cleared.names.has(nameHash(key, name)));
}

/** Letters of a name by which an address gives it away. */
const TELLING = 4;

/**
 * Opens a cover.
 *
 * @example
 * covered(nameCover(ground), 'Oren Tasch said'); // '[Person 4K7QM] said'
 */
export function nameCover(ground: CoverGround): NameCover {
  const { record, key } = ground;
  const persons = shownPersons(ground);
  const hidden = persons.filter((person) => !person.cleared);
  const others = [...record.actors.values()].filter(({ kind }) => kind !== 'person');
  const bodies = others.flatMap(({ names }) => names.map(({ text }) => text));
  const places = [...record.propositions.values()].flatMap(({ scope }) => scope.place ?? []);
  const shown = persons.filter((person) => person.cleared).flatMap(({ spellings }) => spellings);
  const find = openPersonFinder(
    hidden.map(({ pseudonym, spellings, whole }) => ({ key: pseudonym, spellings, whole })),
    [...bodies, ...places, ...shown],
  );
  const labels = new Map(hidden.flatMap(({ actors, pseudonym }) => actors.map((id) => [id, pseudonym])));
  const known = new Set(
    [...bodies, ...places, ...shown].flatMap((name) => nameTokens(name).flatMap(({ folds }) => folds)),
  );
  const telling = new Set(
    hidden
      .filter(({ whole }) => !whole)
      .flatMap(({ spellings }) => spellings.flatMap((name) => name.split(/[^\p{L}\p{M}]+/u)))
      .map((word) => latinOf(foldWord(word)))
      .filter((word) => word.length >= TELLING),
  );
  return {
    edits: remembered((words) =>
      find(words).map(({ start, end, key: one }) => ({ start, end, label: one ?? NAME_WITHHELD })),
    ),
    actorLabel: (actor) => labels.get(actor) ?? null,
    inAddress: (address) => {
      const read = latinOf(decoded(address).toLowerCase());
      return [...telling].some((word) => read.includes(word));
    },
    mayHoldName: (words) => mayHoldName(words, (fold) => known.has(fold)),
    seal: (words) => commit(key, `onrecord/quote/v1\n${words}`).slice(0, 16),
    hash: (text) => sha256Hex(text),
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Most strings come again and again. */
function remembered<T>(make: (words: string) => T): (words: string) => T {
  const made = new Map<string, T>();
  return (words) => {
    const before = made.get(words);
    if (before !== undefined) return before;
    const now = make(words);
    if (words.length < 400) made.set(words, now);
    return now;
  };
}
