/** A person decides on links between reports, or takes the last decision on them back; always with a reason. */
import type { LinkId } from '../record/id.ts';
import type { Link, LinkDecision, LinkStatus } from '../record/link.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { changedMeanwhile, onDay } from './changed-meanwhile.ts';
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
  /** How each stood when it was looked at; absent: as it stands when this begins. */
  readonly seen?: LinkStatus | undefined;
}

export interface DecidedLink {
  readonly link: LinkId;
  /** As it stands now. */
  readonly status: LinkStatus;
}

/**
 * Confirms or cuts links, or undoes the last decision on each; all of them or none.
 *
 * @throws OnRecordError `bad-usage` without a name or a reason, or when one stands so already; `not-found`;
 *   `changed-meanwhile` when somebody else decided otherwise since they were looked at
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
  const standing: { readonly id: LinkId; readonly status: LinkStatus }[] = [];
  for (const id of ids) {
    const link = await store.link(id);
    if (link === null) throw new OnRecordError('not-found', 'The record no longer holds this link.');
    const { status } = link;
    standing.push({ id, status });
    if (order.seen !== undefined && order.seen !== status) throw decidedMeanwhile(link);
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
  try {
    await store.append(
      standing.map((one) => ({
        at,
        agent: by,
        subject: one.id,
        body: { action: 'link-reviewed', link: one.id, decision, reason },
        whileStanding: [one],
      })),
    );
  } catch (error) {
    const changed =
      error instanceof OnRecordError && error.code === 'changed-meanwhile'
        ? await store.link(error.subject as LinkId)
        : null;
    throw changed === null ? error : decidedMeanwhile(changed);
  }
  const decided: DecidedLink[] = [];
  for (const link of ids) decided.push({ link, status: (await store.link(link))?.status ?? 'proposed' });
  return decided;
}

const DONE = {
  confirmed: 'confirmed this link',
  cut: 'cut this link',
  undone: 'took the decision on this link back',
} as const;

function decidedMeanwhile({ id, reviews, status }: Link): OnRecordError {
  const last = reviews.at(-1);
  return changedMeanwhile(
    id,
    last === undefined
      ? `This link is ${status}.`
      : `${last.by} ${DONE[last.decision]} on ${onDay(last.at)}.`,
  );
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
