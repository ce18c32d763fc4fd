/** A person decides on links between reports, or takes the last decision on them back; always with a reason. */
import type { LinkId } from '../record/id.ts';
import type { LinkDecision, LinkStatus } from '../record/link.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

export interface LinkOrder {
  /** Ids or their beginnings; each is decided on once. */
  readonly links: readonly string[];
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
 * Confirms or cuts links, or undoes the last decision on each; all of them or none.
 *
 * @throws OnRecordError `bad-usage` without a name or a reason, or when one stands so already; `not-found`
 * @example
 * await decideLinks(desk, { links: ['lnk_9ab'], decision: 'confirmed', by: 'A. Archivist', reason: 'credit line' });
 */
export async function decideLinks(desk: Desk, order: LinkOrder): Promise<readonly DecidedLink[]> {
  const { store } = desk;
  const { decision } = order;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const ids = new Set<LinkId>();
  for (const asked of order.links) ids.add(await findOne(store, asked, 'lnk'));
  for (const id of ids) {
    const status = (await store.link(id))?.status;
    if (status === decision)
      throw new OnRecordError('bad-usage', `${id.slice(0, 12)} is ${decision} already.`, { subject: id });
    if (decision === 'undone' && status === 'proposed')
      throw new OnRecordError(
        'bad-usage',
        `Nothing was decided on ${id.slice(0, 12)}: there is nothing to undo.`,
        { subject: id },
      );
  }
  const at = desk.clock().toISOString();
  await store.append(
    [...ids].map((link) => ({
      at,
      agent: by,
      subject: link,
      body: { action: 'link-reviewed', link, decision, reason },
    })),
  );
  const decided: DecidedLink[] = [];
  for (const link of ids) decided.push({ link, status: (await store.link(link))?.status ?? 'proposed' });
  return decided;
}

/**
 * The reason that was given.
 *
 * @throws OnRecordError `bad-usage` when there is none
 * @example
 * reasonOf(' one desk '); // 'one desk'
 */
export function reasonOf(reason: string | null, flag = '--reason'): string {
  const given = reason?.trim() ?? '';
  if (given === '')
    throw new OnRecordError('bad-usage', `Say why: ${flag} "…". The reason stands in the log.`);
  return given;
}
