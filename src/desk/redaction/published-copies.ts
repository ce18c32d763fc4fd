/** The redacted copies that stand for their sources in what is published: the newest of each form. */
import type { RedactedCopies, Redactions } from '../../dossier/release/redacted-copies.ts';
import type { SourceId } from '../../record/id.ts';
import type { Desk } from '../desk.ts';
import { loggedRedactions } from './logged-redactions.ts';

/**
 * Gathers them.
 *
 * @example
 * (await publishedCopies(desk)).get(source)?.text; // 'cap_…'
 */
export async function publishedCopies(desk: Pick<Desk, 'store'>): Promise<Redactions> {
  const copies = new Map<SourceId, RedactedCopies>();
  for (const { source, copy, hasText, spans } of await loggedRedactions(desk)) {
    const before = copies.get(source) ?? { text: null, picture: null, spans: null };
    copies.set(
      source,
      hasText
        ? { ...before, text: copy, spans: [...(before.spans ?? []), ...(spans ?? [])] }
        : { ...before, picture: copy },
    );
  }
  return copies;
}
