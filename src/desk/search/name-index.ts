/**
 * Everything in the record that is called by a few words — propositions, actors, people on lists — folded once and held, so
 * that every key press can ask all of it. What the log adds is looked at before each question; it is read anew only when
 * something came that has names in it, so that a decision on a claim does not cost a reading.
 */
import { shownName } from '../../record/actor.ts';
import { statementsOf } from '../../record/listing.ts';
import { foldForSearch } from '../../record/search/marked-words.ts';
import { NAME_PROPERTIES } from '../../record/victim-list.ts';
import type { Desk } from '../desk.ts';
import { type FoundProposition, readPropositions } from '../find-propositions.ts';
import { mayChange } from '../log/action-effects.ts';
import type { FoundActor, FoundPerson } from './named-things.ts';

/** A thing with the text it is found by. */
export interface Indexed<T> {
  readonly item: T;
  readonly folded: string;
}

export interface NameIndex {
  readonly propositions: readonly Indexed<FoundProposition>[];
  readonly actors: readonly Indexed<FoundActor>[];
  readonly people: readonly Indexed<FoundPerson>[];
}

/**
 * Opens an index over a store; nothing is read yet.
 *
 * @example
 * const index = openNameIndex(desk);
 * (await index()).actors.length;
 */
export function openNameIndex(desk: Pick<Desk, 'store'>): () => Promise<NameIndex> {
  let held: { readonly index: Promise<NameIndex>; seq: number } | null = null;
  return async () => {
    const seq = (await desk.store.head())?.seq ?? 0;
    if (held !== null && !(await mayChange(desk.store, 'names', { from: held.seq, to: seq }))) {
      held.seq = seq;
      return held.index;
    }
    const reading = { index: readIndex(desk), seq };
    held = reading;
    reading.index.catch(() => {
      if (held === reading) held = null;
    });
    return reading.index;
  };
}

async function readIndex(desk: Pick<Desk, 'store'>): Promise<NameIndex> {
  const [propositions, actors] = await Promise.all([readPropositions(desk), desk.store.actors()]);
  return {
    propositions: propositions.map((item) => ({ item, folded: foldForSearch(item.text) })),
    actors: actors.map((actor) => {
      const names = actor.names.map(({ text }) => text);
      const item = { id: actor.id, kind: actor.kind, name: shownName(actor), names };
      return { item, folded: names.map(foldForSearch).join('\n') };
    }),
    people: await readPeople(desk),
  };
}

const NAMES: ReadonlySet<string> = new Set(NAME_PROPERTIES);

async function readPeople({ store }: Pick<Desk, 'store'>): Promise<Indexed<FoundPerson>[]> {
  const lists = await store.lists();
  if (lists.length === 0) return [];
  const nameOf = new Map(lists.map(({ list }) => [list.id, list.name]));
  const people: Indexed<FoundPerson>[] = [];
  for await (const held of store.listings()) {
    const name = statementsOf(held)
      .filter(({ property }) => NAMES.has(property))
      .map(({ written }) => written)
      .join(' ');
    if (name === '') continue;
    const { id, row } = held.listing;
    const item = { id, name, list: nameOf.get(held.list) ?? '', row, gone: held.gone };
    people.push({ item, folded: foldForSearch(name) });
  }
  return people;
}
