/** A person decides that two listings are one person, or two, or takes a decision back; always with a reason. */
import type { DecisionId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import {
  createPeopleDecision,
  type PeopleDecision,
  type PeopleRelation,
} from '../../record/people-decision.ts';
import { reasonOf } from '../decide-link.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { reviewerName } from '../reviewer.ts';
import { refuseContradictions } from './decisions-in-force.ts';

export interface PeopleOrder {
  readonly relation: PeopleRelation;
  /** Ids of listings or their beginnings. */
  readonly a: string;
  readonly b: string;
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * Records a decision on two listings.
 *
 * @throws OnRecordError `bad-usage` without a name or a reason, when it stands so already, or when it contradicts other
 *   decisions, which are named; `not-found`
 * @example
 * await decidePeople(desk, { relation: 'same', a: 'lsg_9ab', b: 'lsg_2cd', by: 'A. Archivist', reason: 'same mother' });
 */
export async function decidePeople(desk: Desk, order: PeopleOrder): Promise<PeopleDecision> {
  const { store } = desk;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const [a, b] = [await findOne(store, order.a, 'lsg'), await findOne(store, order.b, 'lsg')];
  if (a === b)
    throw new OnRecordError('bad-usage', 'These are one and the same: name two listings.', { subject: a });
  const head = await store.head();
  const before = await store.decisions();
  const standing = before.find(
    (one) =>
      one.undone === null &&
      one.relation === order.relation &&
      ((one.a === a && one.b === b) || (one.a === b && one.b === a)),
  );
  if (standing !== undefined)
    throw new OnRecordError('bad-usage', `This is decided so already (${standing.id}).`, {
      subject: standing.id,
    });
  const at = desk.clock().toISOString();
  const decision = createPeopleDecision({
    id: desk.newId('decision'),
    relation: order.relation,
    a,
    b,
    reason,
    by,
    at,
    undone: null,
  });
  refuseContradictions([...before, decision]);
  const { by: _, at: __, undone: ___, ...statement } = decision;
  await store.append([
    {
      at,
      agent: by,
      subject: decision.id,
      body: { action: 'people-decided', decision: statement },
      // What it may contradict was read before: nothing may have come between.
      onHead: head?.seq ?? 0,
    },
  ]);
  return decision;
}

/**
 * Takes a decision back; it stays in the log, marked.
 *
 * @throws OnRecordError `bad-usage` when it was taken back before, `not-found`
 * @example
 * await undoPeople(desk, { decision: 'dcn_9ab', by: 'A. Archivist', reason: 'two brothers' });
 */
export async function undoPeople(
  desk: Desk,
  order: { readonly decision: string; readonly by: string | null; readonly reason: string | null },
): Promise<DecisionId> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const id = await findOne(desk.store, order.decision, 'dcn');
  if ((await desk.store.decision(id))?.undone !== null)
    throw new OnRecordError('bad-usage', 'This decision was taken back before.', { subject: id });
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: id,
      body: { action: 'people-decision-undone', decision: id, reason },
    },
  ]);
  return id;
}
