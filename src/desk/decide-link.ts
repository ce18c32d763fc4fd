/** A person decides on a link between reports, or takes the last decision on it back; always with a reason. */
import type { LinkId } from '../record/id.ts';
import type { LinkDecision, LinkStatus } from '../record/link.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

export interface LinkOrder {
  /** Id or its beginning. */
  readonly link: string;
  readonly decision: LinkDecision;
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

export interface DecidedLink {
  readonly link: LinkId;
  /** As it stands now. */
  readonly status: LinkStatus;
}

/**
 * Confirms or cuts a link, or undoes the last decision.
 *
 * @throws OnRecordError `bad-usage` without a name or a reason, or when it stands so already; `not-found`
 * @example
 * await decideLink(desk, { link: 'lnk_9ab', decision: 'confirmed', by: 'A. Archivist', reason: 'credit line' });
 */
export async function decideLink(desk: Desk, order: LinkOrder): Promise<DecidedLink> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const id = await findOne(desk.store, order.link, 'lnk');
  const link = await desk.store.link(id);
  if (link?.status === order.decision)
    throw new OnRecordError('bad-usage', `This link is ${order.decision} already.`, { subject: id });
  if (order.decision === 'undone' && link?.status === 'proposed')
    throw new OnRecordError('bad-usage', 'Nothing was decided on this link: there is nothing to undo.', {
      subject: id,
    });
  const { decision } = order;
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: id,
      body: { action: 'link-reviewed', link: id, decision, reason },
    },
  ]);
  return { link: id, status: (await desk.store.link(id))?.status ?? 'proposed' };
}

/**
 * The reason that was given.
 *
 * @throws OnRecordError `bad-usage` when there is none
 * @example
 * reasonOf(' one desk '); // 'one desk'
 */
export function reasonOf(reason: string | null): string {
  const given = reason?.trim() ?? '';
  if (given === '')
    throw new OnRecordError('bad-usage', 'Say why: --reason "…". The reason stands in the log.');
  return given;
}
