/**
 * Words a proposition anew by a person's decision, and tells every wording it had. What it is about stays, and so does every
 * claim on it; the wordings before stay in the log and can be taken again.
 */

import type { Wording } from '../record/changes/of-claims.ts';
import type { PropositionId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { createProposition, cueIn, type Proposition } from '../record/proposition.ts';
import { changedMeanwhile, onDay } from './changed-meanwhile.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

/** A wording that was replaced. */
export interface EarlierWording extends Wording {
  /** Number of the log entry that replaced it. */
  readonly seq: number;
  /** When it was replaced: ISO 8601 instant, UTC. */
  readonly until: string;
  /** Who replaced it. */
  readonly by: string;
  /** Why it was replaced. */
  readonly reason: string;
}

export interface RewordOutcome {
  readonly proposition: PropositionId;
  readonly before: Wording;
  readonly after: Wording;
  /** Words of the new sentence that attribute it to somebody, so that it is not neutral; null: none that are known. */
  readonly cue: string | null;
}

interface Order {
  /** Id or its beginning. */
  readonly proposition: string;
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * Words a proposition anew.
 *
 * @param order.lang BCP 47 of the new words; null: that of the words before
 * @param order.seen the words that one looked at; absent: those that stand when this begins
 * @throws OnRecordError `bad-usage`, `not-found`, `changed-meanwhile` when somebody else worded it since
 * @example
 * await rewordProposition(desk, { proposition: 'prp_2cd', text: 'weavers killed in Kessar', lang: null, by: 'A. Archivist', reason: 'no group was named' });
 */
export async function rewordProposition(
  desk: Desk,
  order: Order & { readonly text: string; readonly lang: string | null; readonly seen?: string | undefined },
): Promise<RewordOutcome> {
  const held = await heldProposition(desk, order.proposition);
  if (order.seen !== undefined && order.seen !== held.text) throw await wordedMeanwhile(desk, held.id);
  return write(desk, held, { ...order, after: { text: order.text, lang: order.lang ?? held.lang } });
}

/**
 * Takes the last rewording back: the words before it stand again. Taken back twice, the later words do.
 *
 * @throws OnRecordError `bad-usage` when it was never worded anew, `not-found`
 * @example
 * await undoRewording(desk, { proposition: 'prp_2cd', by: 'A. Archivist', reason: null });
 */
export async function undoRewording(desk: Desk, order: Order): Promise<RewordOutcome> {
  const held = await heldProposition(desk, order.proposition);
  const [last] = await earlierWordings(desk, held.id);
  if (last === undefined)
    throw new OnRecordError(
      'bad-usage',
      'This proposition was never worded anew: there is nothing to undo.',
      {
        subject: held.id,
      },
    );
  const { text, lang } = last;
  return write(desk, held, { ...order, reason: order.reason?.trim() || 'undone', after: { text, lang } });
}

/**
 * The wordings that a proposition had before its present one, the latest first.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * (await earlierWordings(desk, 'prp_2cd'))[0]?.text; // 'men killed in Kessar'
 */
export async function earlierWordings(
  { store }: Pick<Desk, 'store'>,
  proposition: string,
): Promise<readonly EarlierWording[]> {
  const id = await findOne(store, proposition, 'prp');
  const earlier: EarlierWording[] = [];
  for (const { seq, at, agent, body } of await store.entriesWith('proposition-reworded')) {
    if (body?.action !== 'proposition-reworded' || body.proposition !== id) continue;
    earlier.push({ ...body.before, seq, until: at, by: agent, reason: body.reason });
  }
  return earlier.reverse();
}

async function wordedMeanwhile(desk: Desk, id: PropositionId): Promise<OnRecordError> {
  const [last] = await earlierWordings(desk, id);
  return changedMeanwhile(
    id,
    last === undefined ? 'It was worded anew.' : `${last.by} worded it anew on ${onDay(last.until)}.`,
  );
}

async function heldProposition({ store }: Desk, text: string): Promise<Proposition> {
  const id = await findOne(store, text, 'prp');
  const held = await store.proposition(id);
  if (held === null)
    throw new OnRecordError('not-found', 'The record does not hold this proposition.', { subject: id });
  return held;
}

async function write(
  desk: Desk,
  held: Proposition,
  { by, reason, after }: Pick<Order, 'by' | 'reason'> & { readonly after: Wording },
): Promise<RewordOutcome> {
  const agent = reviewerName(by);
  const why = reason?.trim() ?? '';
  if (why === '')
    throw new OnRecordError('bad-usage', 'Say why: --reason "…". The reason stands in the log.');
  const { text, lang } = createProposition({ ...held, ...after, text: after.text.trim() });
  if (text === held.text && lang === held.lang)
    throw new OnRecordError('bad-usage', 'The proposition has this wording already.', { subject: held.id });
  const before = { text: held.text, lang: held.lang };
  const body = {
    action: 'proposition-reworded' as const,
    proposition: held.id,
    before,
    after: { text, lang },
    reason: why,
  };
  try {
    await desk.store.append([{ at: desk.clock().toISOString(), agent, subject: held.id, body }]);
  } catch (error) {
    // The record compares the words before inside its transaction: somebody was quicker by a moment.
    if (error instanceof OnRecordError && error.faults.some(({ path }) => path === 'before'))
      throw await wordedMeanwhile(desk, held.id);
    throw error;
  }
  return { proposition: held.id, before, after: { text, lang }, cue: cueIn(text, lang) };
}
