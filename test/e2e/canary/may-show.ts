/**
 * Where which marks may be seen: one table for everything that comes out of the program. What it does not name may be seen
 * nowhere. Words of cases stand in no row: only a member who unlocked them sees those.
 */
import { type FoundWord, scannerFor } from './hidden-words.ts';
import { MARKS, type MarkKind } from './marked-words.ts';

/** Kinds of output. */
export const MAY_SHOW = {
  /** Pages, tables and files for the public: `dossier`, and `exchange` in every format. */
  published: ['open', 'quoted'],
  /** A package of a public source, to anybody: its bytes as they are, and their custody. */
  'package of a public source': ['open', 'person', 'work'],
  /** A package of an internal source, to somebody who is named. */
  'package of an internal source': ['inside', 'quoted', 'person', 'work'],
  /** What the person whose vault it is reads on their own screen, or in their own desk. */
  'the person at the desk': ['open', 'inside', 'quoted', 'closed', 'person', 'listed', 'work', 'notes'],
  /** Members of a team who may do everything, by what they are cleared for; notes are each person's own. */
  'a member cleared for public': ['open', 'person', 'work'],
  'a member cleared for internal': ['open', 'inside', 'quoted', 'person', 'work'],
  'a member cleared for sealed': ['open', 'inside', 'quoted', 'closed', 'person', 'listed', 'work'],
  /** Somebody without a session. */
  nobody: [],
  /** Errors, progress and logs, of commands and of the desk. */
  told: [],
} as const satisfies Readonly<Record<string, readonly MarkKind[]>>;
export type OutputKind = keyof typeof MAY_SHOW;

/** Looks through outputs and remembers what was seen where. */
export interface MarkTable {
  /** What may not be there. */
  text(kind: OutputKind, what: string, text: string): readonly FoundWord[];
  /** The same of all files of a folder. */
  below(kind: OutputKind, folder: string): readonly FoundWord[];
  /** Kinds of marks that were seen in a kind of output. */
  seen(kind: OutputKind): readonly MarkKind[];
}

/**
 * Makes a table.
 *
 * @example
 * const table = markTable();
 * table.below('published', 'pages'); // []: nothing is there that may not be
 */
export function markTable(): MarkTable {
  const all = scannerFor(Object.values(MARKS));
  const kinds = Object.keys(MARKS) as MarkKind[];
  const seen = new Map<OutputKind, Set<MarkKind>>();
  const judged = (kind: OutputKind, found: readonly FoundWord[]): readonly FoundWord[] =>
    found.filter(({ word }) => {
      const mark = kinds.find((one) => MARKS[one] === word);
      if (mark === undefined) return true;
      seen.set(kind, (seen.get(kind) ?? new Set()).add(mark));
      return !(MAY_SHOW[kind] as readonly MarkKind[]).includes(mark);
    });
  return {
    text: (kind, what, text) => judged(kind, all.inText(`${what} (${kind})`, text)),
    below: (kind, folder) => judged(kind, all.below(folder)),
    seen: (kind) => kinds.filter((mark) => seen.get(kind)?.has(mark) === true),
  };
}
