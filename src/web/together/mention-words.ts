/** Mentions in what is being typed: who is meant, and the one that is being written. Positions are code units, 0-based. */

export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Whom a text mentions: "@" and the whole name, the longest name first.
 *
 * @example
 * mentionedIn('@Mira Lund, look', [{ id: 'a', name: 'Mira' }, { id: 'b', name: 'Mira Lund' }]); // ['b']
 */
export function mentionedIn(text: string, members: readonly Named[]): readonly string[] {
  let left = text;
  const found: string[] = [];
  for (const { id, name } of members.toSorted((a, b) => b.name.length - a.name.length)) {
    const parts = left.split(`@${name}`);
    if (parts.length === 1) continue;
    // The end of a word: "@Mirabel" does not mention Mira.
    if (parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after))) found.push(id);
    left = parts.join('\u0000');
  }
  return found;
}

/**
 * The mention that is being written before the caret; null: none is.
 *
 * @example
 * mentionAt('look, @mi', 9); // { from: 6, typed: 'mi' }
 */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly typed: string } | null {
  const found = /(?:^|[\s(])@([^@\n]{0,60})$/u.exec(text.slice(0, caret));
  if (found === null) return null;
  const typed = found[1] ?? '';
  return { from: caret - typed.length - 1, typed };
}

/**
 * Members whose name, or a word of it, begins so.
 *
 * @example
 * fittingMembers([{ id: 'b', name: 'Mira Lund' }], 'lu'); // [{ id: 'b', name: 'Mira Lund' }]
 */
export function fittingMembers(members: readonly Named[], typed: string): readonly Named[] {
  const asked = typed.toLowerCase();
  return members.filter(({ name }) => {
    const folded = name.toLowerCase();
    return folded.startsWith(asked) || folded.split(' ').some((word) => word.startsWith(asked));
  });
}

/**
 * The text with the mention written out, and where the caret is then.
 *
 * @example
 * withMention('look, @mi', { from: 6, caret: 9, name: 'Mira' }); // { text: 'look, @Mira ', caret: 12 }
 */
export function withMention(
  text: string,
  { from, caret, name }: { readonly from: number; readonly caret: number; readonly name: string },
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(caret).trimStart(), caret: before.length };
}
