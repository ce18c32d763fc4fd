/** Finds propositions, actors and people on lists by words of their names. Refuses a question without a word. */
import type { ActorKind } from '../../record/actor.ts';
import type { ActorId, PropositionId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Measure, PropositionKind } from '../../record/proposition.ts';
import { allStandIn, markedWords } from '../../record/search/marked-words.ts';
import { parseSearch, type SearchTerm } from '../../record/search/search-terms.ts';
import type { Indexed, NameIndex } from './name-index.ts';
import type { FoundPerson } from './named-things.ts';

/** Hits are marked with ⟦ and ⟧. */
export interface FoundNames {
  readonly propositions: readonly {
    readonly id: PropositionId;
    readonly marked: string;
    readonly kind: PropositionKind;
    readonly measure: Measure | null;
    readonly claims: number;
  }[];
  readonly actors: readonly { readonly id: ActorId; readonly kind: ActorKind; readonly marked: string }[];
  readonly people: readonly (Omit<FoundPerson, 'name'> & { readonly marked: string })[];
  /** How many fit in all. */
  readonly fitting: { readonly propositions: number; readonly actors: number; readonly people: number };
}

/**
 * The terms of a question.
 *
 * @throws OnRecordError `bad-usage` for a question without a word
 * @example
 * searchTerms('"old mill" held').length; // 2
 */
export function searchTerms(query: string): readonly SearchTerm[] {
  const terms = parseSearch(query);
  if (terms.length > 0) return terms;
  throw new OnRecordError('bad-usage', 'Give at least one word to search for.');
}

/**
 * Looks through an index.
 *
 * @param page of each kind: rows left out, and rows at most
 * @throws OnRecordError `bad-usage` for a question without a word
 * @example
 * foundNames(await index(), 'kessar', { start: 0, limit: 20 }).propositions[0]?.marked; // 'weavers killed in ⟦Kessar⟧'
 */
export function foundNames(
  index: NameIndex,
  query: string,
  { start, limit }: { readonly start: number; readonly limit: number },
): FoundNames {
  const end = start + limit;
  const terms = searchTerms(query);
  const propositions = fitting(index.propositions, terms);
  const actors = fitting(index.actors, terms);
  const people = fitting(index.people, terms);
  return {
    propositions: propositions.slice(start, end).map(({ id, text, kind, measure, claims }) => ({
      id,
      marked: markedWords(text, terms) ?? text,
      kind,
      measure,
      claims,
    })),
    actors: actors
      .slice(start, end)
      .map(({ id, kind, name, names }) => ({ id, kind, marked: markedName(name, names, terms) })),
    people: people
      .slice(start, end)
      .map(({ name, ...person }) => ({ ...person, marked: markedWords(name, terms) ?? name })),
    fitting: { propositions: propositions.length, actors: actors.length, people: people.length },
  };
}

function fitting<T>(all: readonly Indexed<T>[], terms: readonly SearchTerm[]): T[] {
  return all.filter(({ folded }) => allStandIn(folded, terms)).map(({ item }) => item);
}

/** The shown name; behind it the spelling that was found, where that is another. */
function markedName(name: string, names: readonly string[], terms: readonly SearchTerm[]): string {
  const own = markedWords(name, terms);
  if (own !== null) return own;
  for (const other of names) {
    const marked = markedWords(other, terms);
    if (marked !== null) return `${name} — ${marked}`;
  }
  return name;
}
