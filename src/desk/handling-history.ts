/** What was decided about what of a source may leave the vault: when, by whom, and why. */
import { type Handling, letsOut, SOURCE_PARTS, type SourcePart } from '../record/handling.ts';
import { type Desk, OnRecordError } from './desk.ts';
import { findOne } from './find-by-id.ts';

/** One decision; the first is how it came in. */
export interface HandlingDecision {
  readonly at: string;
  readonly by: string;
  readonly handling: Handling;
  /** Null: how it came in. */
  readonly reason: string | null;
}

export interface HandlingHistory {
  readonly handling: Handling;
  /** What leaves now. */
  readonly leaves: readonly SourcePart[];
  /** The latest first. */
  readonly decisions: readonly HandlingDecision[];
}

/**
 * Tells it.
 *
 * @param asked id or its beginning
 * @throws OnRecordError `not-found`
 * @example
 * (await handlingHistory(desk, 'src_7d2')).decisions[0]?.reason;
 */
export async function handlingHistory(
  { store }: Pick<Desk, 'store'>,
  asked: string,
): Promise<HandlingHistory> {
  const id = await findOne(store, asked, 'src');
  const source = await store.source(id);
  if (source === null)
    throw new OnRecordError('not-found', 'The source is gone from the record.', { subject: id });
  const decisions: HandlingDecision[] = [];
  for (const { at, agent, body } of await store.entriesOf(id)) {
    const told = body !== null && 'source' in body ? body.source : null;
    if (typeof told !== 'object' || told === null || !('handling' in told) || told.id !== id) continue;
    if (decisions.at(-1)?.handling === told.handling) continue;
    const reason = body?.action === 'source-described' ? (body.reason ?? null) : null;
    decisions.push({ at, by: agent, handling: told.handling, reason });
  }
  const { handling } = source;
  return {
    handling,
    leaves: SOURCE_PARTS.filter((part) => letsOut(handling, part)),
    decisions: decisions.reverse(),
  };
}
