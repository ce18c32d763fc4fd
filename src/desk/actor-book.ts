/**
 * Finds the actor behind a name, or makes one, once: names are compared folded, all spellings are kept by the
 * store. Refuses to join actors that exist; it only avoids making a second one of the same folded name, or of another
 * name of one outlet ("AFP" and "Agence France-Presse").
 */
import { type Actor, type ActorKind, createActor, foldName } from '../record/actor.ts';
import type { ActorId, NewId } from '../record/id.ts';
import type { Outlet } from '../record/outlet.ts';
import type { RecordStore } from './ports/record-store.ts';

/** A batch's view of the actors: what the record holds, and those made since it was opened. */
export interface ActorBook {
  /** The actor of that name, preferring the given kind; made when the record has none. Null for a name without letters. */
  actorFor(name: string, kind: ActorKind, aliases?: readonly string[]): Promise<Actor | null>;
  /** Notes that `part` belongs to `whole`. Only for an actor made in this batch; otherwise nothing changes. */
  tie(part: Actor, whole: Actor): void;
  /** Actors made since the last call. */
  takeMade(): readonly Actor[];
}

/**
 * Opens a book over a store.
 *
 * @param outlets those whose names are told to mean one actor
 * @example
 * const book = openActorBook(desk.store, desk.newId, await knownOutlets(desk));
 * const outlet = await book.actorFor('The Valley Post', 'media');
 */
export function openActorBook(
  store: Pick<RecordStore, 'actorsNamed'>,
  newId: NewId,
  outlets: readonly Outlet[],
): ActorBook {
  const known = new Map<string, Actor[]>();
  const outletOf = outletsBySpelling(outlets);
  const listedUnder = async (name: string): Promise<Actor[]> => {
    const folded = foldName(name);
    const listed = known.get(folded) ?? (await store.actorsNamed(name)).filter((one) => goesBy(one, folded));
    known.set(folded, listed);
    return listed;
  };
  /** The medium that the record holds under another name of the same outlet. */
  const sameOutlet = async ({ name, aliases }: Outlet): Promise<Actor | null> => {
    for (const spelling of [name, ...aliases]) {
      const medium = (await listedUnder(spelling)).find((actor) => actor.kind === 'media');
      if (medium !== undefined) return medium;
    }
    return null;
  };
  let made: Actor[] = [];
  return {
    async actorFor(name, kind, aliases = []) {
      const folded = foldName(name);
      if (folded === '') return null;
      const listed = await listedUnder(name);
      const found = listed.find((actor) => actor.kind === kind) ?? listed[0];
      if (found !== undefined) return found;
      const outlet = kind === 'media' ? outletOf.get(folded) : undefined;
      const same = outlet === undefined ? null : await sameOutlet(outlet);
      if (same !== null) {
        listed.push(same);
        return same;
      }
      const others = outlet === undefined ? aliases : [...aliases, outlet.name];
      const actor = newActor(newId('actor'), { name: name.trim(), aliases: others }, kind);
      listed.push(actor);
      made.push(actor);
      return actor;
    },

    tie(part, whole) {
      const at = made.findIndex((actor) => actor.id === part.id);
      const current = made[at];
      if (current === undefined || part.id === whole.id) return;
      if (current.partOf.some((tie) => tie.to === whole.id)) return;
      const tied = createActor({
        ...current,
        partOf: [...current.partOf, { to: whole.id, when: null, claim: null }],
      });
      made[at] = tied;
      for (const list of known.values()) {
        const index = list.findIndex((actor) => actor.id === tied.id);
        if (index >= 0) list[index] = tied;
      }
    },

    takeMade() {
      const taken = made;
      made = [];
      return taken;
    },
  };
}

/** Full spellings alone: "the Times" is no name by itself. */
/**
 * Outlets by the folded form of each full spelling.
 *
 * @example
 * outletsBySpelling(outlets).get(foldName('The Valley Post'))?.code; // 'valley-post'
 */
export function outletsBySpelling(outlets: readonly Outlet[]): ReadonlyMap<string, Outlet> {
  return new Map(
    outlets.flatMap((outlet) =>
      [outlet.name, ...outlet.aliases].map((spelling) => [foldName(spelling), outlet] as const),
    ),
  );
}

const ACRONYM = /^\p{Lu}{2,6}$/u;

/** Initials alone join nobody across texts: two bodies may share them. */
function goesBy(actor: Actor, folded: string): boolean {
  return actor.names.some(
    ({ text, kind }, at) => foldName(text) === folded && (at === 0 || kind !== 'acronym'),
  );
}

/** Spellings that can stand alone: initials, and names of two words or more; "Orr" and "the Centre" cannot. */
function newActor(
  id: ActorId,
  { name, aliases }: { readonly name: string; readonly aliases: readonly string[] },
  kind: ActorKind,
): Actor {
  const others = aliases
    .filter((text) => foldName(text) !== foldName(name) && (ACRONYM.test(text) || text.trim().includes(' ')))
    .map((text) => ({
      text,
      lang: null,
      kind: ACRONYM.test(text) ? ('acronym' as const) : ('alias' as const),
    }));
  const names = [{ text: name, lang: null, kind: 'full' as const }, ...others];
  return createActor({ id, kind, names, ids: {}, perpetratorType: null, partOf: [], spokenForBy: [] });
}
