/** Somebody decides what of a source may leave the vault; always with a reason. */
import type { Handling } from '../record/handling.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { createSource, type Source } from '../record/source.ts';
import { reasonOf } from './decide-link.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

export interface HandlingOrder {
  /** Id or its beginning. */
  readonly source: string;
  readonly handling: Handling;
  readonly reason: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

/**
 * Sets the handling of a source.
 *
 * @throws OnRecordError `bad-usage` when it is so already or no reason is given, `not-found`
 * @example
 * await handleSource(desk, { source: 'src_7d2', handling: 'public', reason: 'printed by a newspaper', by: 'A. Archivist' });
 */
export async function handleSource(desk: Desk, order: HandlingOrder): Promise<Source> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason, '--because');
  const id = await findOne(desk.store, order.source, 'src');
  const before = await desk.store.source(id);
  if (before === null)
    throw new OnRecordError('not-found', 'The source is gone from the record.', { subject: id });
  if (before.handling === order.handling)
    throw new OnRecordError('bad-usage', `The source is ${order.handling} already.`, { subject: id });
  const source = createSource({ ...before, handling: order.handling });
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: id,
      body: { action: 'source-described', source, actors: [], reason },
    },
  ]);
  return source;
}
