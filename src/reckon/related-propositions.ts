/**
 * Which propositions of a record bear on one: those it depends on, its rivals, those that blame somebody for what it counts, and
 * those that say who one of those counted was. Found by place, so that it costs what is found and not what the record holds;
 * what it finds is what `dependsOn`, `rivalsOf`, `partyFigures` and `netOfNamed` would find among all.
 */
import type { PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import { dependsOn } from './dependence.ts';
import { fitOfPlaces, placeWords } from './scope-match.ts';
import { rivalsOf } from './standing.ts';
import { isAmongCounted } from './toll/net-of-named.ts';
import { blames } from './toll/party.ts';

/** Words of a place of which all choices are tried; with more, each word is looked up by itself. */
const MOST_WORDS = 6;

/** Propositions of one kind and measure, by place. */
interface Shelf {
  /** Without a word for a place. */
  readonly placeless: Proposition[];
  readonly byPlace: Map<string, Proposition[]>;
  readonly byWord: Map<string, Proposition[]>;
}

export interface RelatedPropositions {
  /** Adds one, or puts it in the place of the one with its id. */
  add(proposition: Proposition): void;
  /** Those that bear on one, in the order in which they were added first; itself is not among them. */
  of(proposition: Proposition): readonly Proposition[];
  /** The given ones in the order in which they were added first. */
  ordered(propositions: Iterable<Proposition>): readonly Proposition[];
}

/**
 * Begins without any.
 *
 * @example
 * const related = relatedPropositions();
 * for (const proposition of propositions) related.add(proposition);
 * related.of(countOfDetained); // the occurrence that it counts, …
 */
export function relatedPropositions(): RelatedPropositions {
  const current = new Map<PropositionId, { readonly proposition: Proposition; readonly at: number }>();
  // What others rest on lies on one shelf; on the other what names somebody alleged to have done it.
  const [restedOn, blaming] = [new Map<string, Shelf>(), new Map<string, Shelf>()];
  const kindsOf = new Map<string, Set<Proposition['kind']>>();
  return {
    add: (proposition) => {
      const before = current.get(proposition.id);
      const at = before?.at ?? current.size;
      current.set(proposition.id, { proposition, at });
      // What lies on a shelf is looked up by its id; what was moved lies on the old shelf, too, and does no harm there.
      if (before !== undefined && isShelvedSame(before.proposition, proposition)) return;
      const { kind, measure, scope } = proposition;
      if (RESTED_ON.has(kind)) shelve(restedOn, proposition);
      if (scope.by === null) return;
      shelve(blaming, proposition);
      const kinds = kindsOf.get(measure ?? '') ?? new Set();
      kindsOf.set(measure ?? '', kinds.add(kind));
    },
    ordered: (propositions) => {
      const at = ({ id }: Proposition): number => current.get(id)?.at ?? current.size;
      return [...propositions].sort((a, b) => at(a) - at(b));
    },
    of: (proposition) => {
      const { kind, measure, narrowerThan } = proposition;
      const found = new Map<PropositionId, { readonly proposition: Proposition; readonly at: number }>();
      const take = ({ id }: Pick<Proposition, 'id'>): void => {
        const held = current.get(id);
        if (held === undefined || id === proposition.id || found.has(id)) return;
        if (bearsOn(held.proposition, proposition)) found.set(id, held);
      };
      if (narrowerThan !== null) take({ id: narrowerThan });
      for (const key of [
        `occurrence|${measure ?? ''}`,
        'occurrence|',
        `identity|${measure ?? ''}`,
        `response|${measure ?? ''}`,
      ])
        for (const each of near(restedOn.get(key), proposition)) take(each);
      for (const each of kindsOf.get(measure ?? '') ?? [kind])
        for (const one of near(blaming.get(`${each}|${measure ?? ''}`), proposition)) take(one);
      return [...found.values()].sort((a, b) => a.at - b.at).map((held) => held.proposition);
    },
  };
}

/** Kinds on which others may depend. */
const RESTED_ON: ReadonlySet<Proposition['kind']> = new Set<Proposition['kind']>([
  'occurrence',
  'identity',
  'response',
]);

function bearsOn(other: Proposition, proposition: Proposition): boolean {
  return (
    dependsOn(proposition, other) ||
    rivalsOf(proposition, [other]).length > 0 ||
    blames(other, proposition) ||
    (other.kind === 'identity' && isAmongCounted(other, proposition))
  );
}

function isShelvedSame(a: Proposition, b: Proposition): boolean {
  return (
    a.kind === b.kind &&
    a.measure === b.measure &&
    a.scope.place === b.scope.place &&
    (a.scope.by === null) === (b.scope.by === null)
  );
}

function shelve(shelves: Map<string, Shelf>, proposition: Proposition): void {
  const key = `${proposition.kind}|${proposition.measure ?? ''}`;
  let shelf = shelves.get(key);
  if (shelf === undefined) {
    shelf = { placeless: [], byPlace: new Map(), byWord: new Map() };
    shelves.set(key, shelf);
  }
  const words = wordsOf(proposition);
  if (words.length === 0) shelf.placeless.push(proposition);
  else put(shelf.byPlace, words.join(' '), proposition);
  for (const word of words) put(shelf.byWord, word, proposition);
}

function put(lists: Map<string, Proposition[]>, key: string, proposition: Proposition): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [proposition]);
  else list.push(proposition);
}

const wordsOf = ({ scope }: Proposition): readonly string[] => [...placeWords(scope.place)].sort();

/** Those on a shelf whose place may fit: of none, of some of its words, or of all of them and more. */
function* near(shelf: Shelf | undefined, proposition: Proposition): Generator<Proposition> {
  if (shelf === undefined) return;
  const words = wordsOf(proposition);
  yield* shelf.placeless;
  if (words.length === 0) {
    for (const list of shelf.byPlace.values()) yield* list;
    return;
  }
  const lists = words.map((word) => shelf.byWord.get(word) ?? []);
  if (words.length > MOST_WORDS) {
    for (const list of lists) yield* list;
    return;
  }
  for (const some of choicesOf(words)) yield* shelf.byPlace.get(some) ?? [];
  const rarest = lists.toSorted((a, b) => a.length - b.length)[0] ?? [];
  for (const each of rarest)
    if (fitOfPlaces(each.scope.place, proposition.scope.place) !== 'apart') yield each;
}

/** Every choice of some of the words, in their order. */
function choicesOf(words: readonly string[]): readonly string[] {
  const choices: string[] = [];
  for (let chosen = 1; chosen < 1 << words.length; chosen += 1)
    choices.push(words.filter((_, at) => (chosen & (1 << at)) !== 0).join(' '));
  return choices;
}
