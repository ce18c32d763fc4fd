/**
 * Leaves out of a reading what the record holds already: the same stance on the same words of the same text, from whichever
 * extractor or person, whatever was decided on it. A rejected claim does not come back under another name.
 */
import type { Claim } from '../record/claim.ts';
import type { SourceId } from '../record/id.ts';
import type { Span } from '../record/passage.ts';
import type { ProposedClaim, Reading } from '../text/proposed-claim.ts';
import type { RecordStore } from './ports/record-store.ts';

/** Share of the words of both together that must be common. */
const SAME_WORDS = 0.5;

/**
 * The reading without them. Proposals that point at others of the reading (`sameAs`) are not renumbered: a reader whose
 * proposals do must not be used beside another.
 *
 * @example
 * const fresh = await withoutProposed(desk.store, source.id, reading);
 */
export async function withoutProposed(
  store: RecordStore,
  source: SourceId,
  reading: Reading,
): Promise<Reading> {
  const held = (await store.claims({ source })).filter(
    ({ extraction }) => extraction?.by !== reading.extractor,
  );
  return { ...reading, claims: reading.claims.filter((claim) => !held.some((one) => isSame(one, claim))) };
}

function isSame(held: Claim, proposed: ProposedClaim): boolean {
  if (held.stance !== proposed.stance) return false;
  return held.passages.some((passage) =>
    proposed.content.some((span) => shareOf(passage, span) >= SAME_WORDS),
  );
}

function shareOf(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
