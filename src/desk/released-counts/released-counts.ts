/**
 * Counts that left a compartment, as the log holds them, for a publication. No compartment is opened: the release stands in
 * clear, and its two signatures are checked against the keys in the compartment's signed heads. Who prepared and who signed is
 * not handed on: a publication says that two members did.
 */
import { followHeads } from '../../crypto/compartment/follow-heads.ts';
import type { PublishedCounts } from '../../dossier/published-counts.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import type { CountsReleased } from '../../record/changes/of-compartments.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import { checkedRelease } from './checked-release.ts';
import { headsOf, signKeysOf } from './compartment-heads.ts';

export type { PublishedCounts } from '../../dossier/published-counts.ts';

/**
 * The released counts that were asked for, in that order.
 *
 * @param asked ids or their beginnings
 * @throws OnRecordError `not-found`, `bad-usage` for a beginning that several share or one asked for twice; `verify-failed`
 *   when signatures or heads are not as they must be, or an entry stands twice; `damaged`
 * @example
 * const counts = await releasedCounts(desk.store, ['cnt_7d2']);
 */
export async function releasedCounts(
  store: Desk['store'],
  asked: readonly string[],
): Promise<readonly PublishedCounts[]> {
  const logged = (await store.entriesWith('counts-released')).flatMap(({ body }) =>
    body?.action === 'counts-released' ? [body] : [],
  );
  const meant = asked.map((word) => meantBy(word, logged));
  const twice = meant.find(({ record }, at) => meant.findIndex((one) => one.record === record) !== at);
  if (twice !== undefined)
    throw new OnRecordError('bad-usage', `The counts ${twice.record} are asked for twice.`, {
      subject: twice.record,
    });
  const found: PublishedCounts[] = [];
  for (const entry of meant) found.push(published(await checked(store, entry)));
  return found;
}

function meantBy(word: string, logged: readonly CountsReleased[]): CountsReleased {
  const fitting = logged.filter(({ record }) => word !== '' && record.startsWith(word));
  const [one] = fitting;
  if (one === undefined)
    throw new OnRecordError(
      'not-found',
      `No released counts have the id ${word.slice(0, 60)}. Counts that nobody else has signed yet are not released. See: onrecord case counts list`,
    );
  if (new Set(fitting.map(({ record }) => record)).size > 1)
    throw new OnRecordError(
      'bad-usage',
      `Several counts begin with ${word.slice(0, 60)}: give more of the id.`,
    );
  if (fitting.length > 1)
    throw new OnRecordError(
      'verify-failed',
      `The counts ${one.record} stand in the log twice: one of them was put in. Run: onrecord verify`,
      { subject: one.record },
    );
  return one;
}

async function checked(store: Desk['store'], entry: CountsReleased): Promise<Release> {
  const { record, compartment } = entry;
  const heads = await headsOf(store, compartment);
  const result = followHeads(compartment, heads, null);
  if (!result.ok)
    throw new OnRecordError(
      'verify-failed',
      `The counts ${record} cannot be held to the members of their compartment: ${result.faults.map(({ message }) => message).join(' ')}`,
      { subject: record },
    );
  return checkedRelease(entry, { id: record, compartment, keys: signKeysOf(result.followed.chain) });
}

function published({ id, rule, tables, signedOffAt }: Release): PublishedCounts {
  if (signedOffAt === null)
    throw new OnRecordError(
      'verify-failed',
      `The counts ${id} stand in the log without a second signature.`,
      {
        subject: id,
      },
    );
  return { id, rule, tables, releasedAt: signedOffAt };
}
