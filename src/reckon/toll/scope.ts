/**
 * Which counts belong to a scope that is asked for: a place, days of the event, an alleged perpetrator, a group of people
 * (rule `toll-scope-1`). A count that does not say, or says something wider, is left out with the reason: who lies inside
 * it cannot be told. Place and days hold only where they are certain.
 */
import type { Proposition, Scope } from '../../record/proposition.ts';
import { foldWords } from '../fold-words.ts';
import { fitOfActors, fitOfGroups } from '../scope-match.ts';
import type { EventSpan } from './event-span.ts';
import type { RelatePlaces } from './place-relation.ts';

/** What is asked for; null asks nothing. */
export interface TollScope {
  readonly place: string | null;
  /** Words for the people, as sources use them. */
  readonly group: string | null;
  /** Alleged perpetrator. */
  readonly by: string | null;
  /** ISO days of the event, both inclusive. */
  readonly from: string | null;
  readonly until: string | null;
}

export const EVERYTHING: TollScope = { place: null, group: null, by: null, from: null, until: null };

/** `surely` false: it may lie partly outside the days. It then adds to a high and not to a low. */
export type ScopeVerdict =
  | { readonly inside: true; readonly surely: boolean }
  | { readonly inside: false; readonly because: string };

/**
 * Whether a count belongs to a scope by its words: place, group and alleged perpetrator.
 *
 * @returns null when it does, else the reason why it is left out
 * @example
 * outsideWords(count, { ...EVERYTHING, place: 'Kessar' }, relateWordings); // 'does not say where'
 */
export function outsideWords(
  { scope }: Pick<Proposition, 'scope'>,
  asked: TollScope,
  relate: RelatePlaces,
): string | null {
  return outsidePlace(scope, asked, relate) ?? outsideGroup(scope, asked) ?? outsideBy(scope, asked);
}

function outsidePlace(scope: Scope, asked: TollScope, relate: RelatePlaces): string | null {
  if (asked.place === null) return null;
  if (scope.place === null) return 'does not say where';
  switch (relate(scope.place, asked.place)) {
    case 'same':
    case 'inside':
      return null;
    case 'holds':
      return `is about a wider place: ${scope.place}`;
    case 'apart':
      return `is about another place: ${scope.place}`;
    case 'unknown':
      return `whether ${scope.place} lies in ${asked.place} is not certain`;
  }
}

function outsideGroup(scope: Scope, asked: TollScope): string | null {
  if (asked.group === null) return null;
  if (scope.group === null) return 'does not say which people';
  const fit = fitOfGroups(scope.group, asked.group);
  if (fit === 'same' || holdsWords(scope.group, asked.group)) return null;
  return fit === 'within' || fit === 'open'
    ? `is about wider or unnamed people: ${scope.group}`
    : `is about other people: ${scope.group}`;
}

function outsideBy(scope: Scope, asked: TollScope): string | null {
  if (asked.by === null) return null;
  if (scope.by === null) return 'does not say by whom';
  const fit = fitOfActors(scope.by, asked.by);
  if (fit === 'same' || (fit === 'within' && holdsWords(scope.by, asked.by))) return null;
  return `says another or a wider doer: ${scope.by}`;
}

/** "gay men" holds the words of "men", and so speaks of a part of them. */
function holdsWords(narrow: string, wide: string): boolean {
  const words = new Set(foldWords(narrow));
  const asked = foldWords(wide);
  return asked.length > 0 && asked.every((word) => words.has(word));
}

/**
 * Whether a count belongs to the days that are asked for.
 *
 * @example
 * insideDays({ days: { earliest: '2031-04-01', latest: '2031-05-12' }, complete: true }, { ...EVERYTHING, from: '2031-05-01' });
 * // { inside: true, surely: false }
 */
export function insideDays({ days, complete }: EventSpan, { from, until }: TollScope): ScopeVerdict {
  if (from === null && until === null) return { inside: true, surely: true };
  const { earliest, latest } = days;
  if (earliest === null && latest === null) return { inside: false, because: 'does not say when' };
  if (until !== null && earliest !== null && earliest > until && complete)
    return { inside: false, because: `begins after ${until}` };
  if (from !== null && latest !== null && latest < from && complete)
    return { inside: false, because: `ends before ${from}` };
  const surely =
    complete &&
    (from === null || (earliest !== null && earliest >= from)) &&
    (until === null || (latest !== null && latest <= until));
  return { inside: true, surely };
}
