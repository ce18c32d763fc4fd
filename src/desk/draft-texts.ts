/** What a draft says, as far as the desk looks into it: its texts, and the ids that they name. */
import type { DeskNote } from './ports/desk-notes.ts';

/**
 * The name of a draft and every text of its body; the body itself when no page wrote it.
 *
 * @example
 * textsOf({ name: 'place site', body: '{"name":"x"}' }); // ['place site', 'x']
 */
export function textsOf({ name, body }: Pick<DeskNote, 'name' | 'body'>): readonly string[] {
  try {
    const told = [name];
    JSON.parse(body, (_, value: unknown) => {
      if (typeof value === 'string') told.push(value);
      return value;
    });
    return told;
  } catch {
    return [name, body];
  }
}

/**
 * Ids in some texts, whether the record holds them or not.
 *
 * @example
 * idsIn(['claim src_7d2 new']); // ['src_7d2']
 */
export function idsIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(/[a-z]{3}_\w+/gu) ?? []))];
}
