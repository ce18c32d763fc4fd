/** Two people changed one thing: field by field what each changed since the version that both began with, and both put together. */
import { wordsOfBoth } from './word-changes.ts';

/** How a field is put together: as words, as a list of things, or not at all. */
export type FieldKind = 'words' | 'list' | 'whole';
export type FieldKinds<D> = { readonly [F in keyof D]?: FieldKind };

/** What became of a field. `both`: the changes of both stand in it; `open`: somebody must choose. */
export type Outcome = 'theirs' | 'yours' | 'both' | 'open';

export interface FieldOfBoth<D> {
  readonly field: keyof D;
  readonly outcome: Outcome;
  /** Both together; null: they cannot be put together. */
  readonly both: D[keyof D] | null;
}

export interface Versions<D> {
  /** What both began with. */
  readonly base: D;
  readonly theirs: D;
  readonly yours: D;
}

/**
 * The fields that somebody changed, in the order of `kinds`; none: nobody changed anything that the other does not have.
 *
 * @example
 * fieldsOfBoth({ base, theirs, yours }, { title: 'words', chain: 'list' }).filter(({ outcome }) => outcome === 'open');
 */
export function fieldsOfBoth<D>(
  { base, theirs, yours }: Versions<D>,
  kinds: FieldKinds<D>,
): readonly FieldOfBoth<D>[] {
  const found: FieldOfBoth<D>[] = [];
  for (const [field, kind] of Object.entries(kinds) as [keyof D, FieldKind][]) {
    const [o, a, b] = [base[field], theirs[field], yours[field]];
    if (isAlike(a, b)) continue;
    if (isAlike(b, o)) found.push({ field, outcome: 'theirs', both: null });
    else if (isAlike(a, o)) found.push({ field, outcome: 'yours', both: null });
    else {
      const both = together(kind, [o, a, b]) as D[keyof D] | null;
      found.push({ field, outcome: both === null ? 'open' : 'both', both });
    }
  }
  return found;
}

function together(kind: FieldKind, [o, a, b]: readonly [unknown, unknown, unknown]): unknown {
  if (kind === 'words') return wordsOfBoth(String(o), String(a), String(b));
  if (kind === 'list') return listOfBoth(o as Things, a as Things, b as Things);
  return null;
}

type Things = readonly unknown[];

/** What either took out is out, what either put in is in: theirs first. */
function listOfBoth(base: Things, theirs: Things, yours: Things): Things {
  const holds = (list: Things, one: unknown): boolean =>
    list.some((other) => isAlike(keyOf(other), keyOf(one)));
  const kept = theirs.filter((one) => !holds(base, one) || holds(yours, one));
  return [...kept, ...yours.filter((one) => !holds(base, one) && !holds(kept, one))];
}

/** Things of one id are one, whatever words are shown for them. */
function keyOf(thing: unknown): unknown {
  return typeof thing === 'object' && thing !== null && 'id' in thing ? thing.id : thing;
}

/**
 * The thing as it is after somebody chose.
 *
 * @param chosen by field; a field that nobody changed is as theirs
 * @example
 * chosenFrom({ base, theirs, yours }, together, { title: 'both' }).title;
 */
export function chosenFrom<D>(
  { theirs, yours }: Versions<D>,
  together: readonly FieldOfBoth<D>[],
  chosen: { readonly [F in keyof D]?: Outcome },
): D {
  const made = { ...theirs };
  for (const { field, outcome, both } of together) {
    const choice = chosen[field] ?? outcome;
    if (choice === 'yours' || choice === 'open') made[field] = yours[field];
    else if (choice === 'both' && both !== null) made[field] = both;
  }
  return made;
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
