/** Two propositions that a person looked at and holds apart: they are suggested as one no more, until it is taken back. */
import type { PropositionId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

/** A pair that is held apart. */
export interface HeldApart {
  /** In the order of their ids. */
  readonly pair: readonly [PropositionId, PropositionId];
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

interface Order {
  /** Ids or their beginnings, in any order. */
  readonly pair: readonly [string, string];
  /** False: takes it back. */
  readonly apart: boolean;
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * Holds two propositions apart, or takes that back.
 *
 * @throws OnRecordError `bad-usage` also when nothing would change, `not-found`
 * @example
 * await holdApart(desk, { pair: ['prp_9ab', 'prp_2cd'], apart: true, by: 'A. Archivist', reason: 'two raids' });
 */
export async function holdApart(desk: Desk, order: Order): Promise<HeldApart> {
  const [first, second] = [
    await findOne(desk.store, order.pair[0], 'prp'),
    await findOne(desk.store, order.pair[1], 'prp'),
  ];
  if (first === second)
    throw new OnRecordError('bad-usage', 'These are one proposition already: name two.', { subject: first });
  const pair: HeldApart['pair'] = first < second ? [first, second] : [second, first];
  const by = reviewerName(order.by);
  const reason = order.reason?.trim() || (order.apart ? '' : 'taken back');
  if (reason === '') throw new OnRecordError('bad-usage', 'Say why: the reason stands in the log.');
  const held = await pairsHeldApart(desk);
  if (held.some((one) => pairKey(...one.pair) === pairKey(...pair)) === order.apart)
    throw new OnRecordError(
      'bad-usage',
      order.apart ? 'These two are held apart already.' : 'Nobody holds these two apart.',
      { subject: pair[0] },
    );
  const at = desk.clock().toISOString();
  const { apart } = order;
  await desk.store.append([
    {
      at,
      agent: by,
      subject: pair[0],
      body: { action: 'propositions-held-apart', pair, apart, reason },
    },
  ]);
  return { pair, at, by, reason };
}

/**
 * All pairs that are held apart now, the latest first.
 *
 * @example
 * (await pairsHeldApart(desk))[0]?.reason; // 'two raids'
 */
export async function pairsHeldApart({ store }: Pick<Desk, 'store'>): Promise<readonly HeldApart[]> {
  const held = new Map<string, HeldApart>();
  for (const { at, agent, body } of await store.entriesWith('propositions-held-apart')) {
    if (body?.action !== 'propositions-held-apart') continue;
    const key = pairKey(...body.pair);
    held.delete(key);
    if (body.apart) held.set(key, { pair: body.pair, at, by: agent, reason: body.reason });
  }
  return [...held.values()].reverse();
}

/** A pair that is held apart, as people read it. */
export interface ToldApart extends Omit<HeldApart, 'pair'> {
  readonly sides: readonly { readonly id: PropositionId; readonly text: string }[];
}

/**
 * Pairs that are held apart with their words, the latest first.
 *
 * @param proposition id or its beginning: pairs with it alone; absent: all
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * (await listHeldApart(desk))[0]?.sides.map(({ text }) => text);
 */
export async function listHeldApart(
  { store }: Pick<Desk, 'store'>,
  proposition?: string,
): Promise<readonly ToldApart[]> {
  const only = proposition === undefined ? null : await findOne(store, proposition, 'prp');
  const held = (await pairsHeldApart({ store })).filter(({ pair }) => only === null || pair.includes(only));
  const sideOf = async (id: PropositionId) => ({ id, text: (await store.proposition(id))?.text ?? id });
  return Promise.all(
    held.map(async ({ pair, ...decision }) => ({ ...decision, sides: await Promise.all(pair.map(sideOf)) })),
  );
}

/**
 * The same for both orders of a pair.
 *
 * @example
 * pairKey(a, b) === pairKey(b, a); // true
 */
export function pairKey(a: PropositionId, b: PropositionId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
