/** A person finds that two voices are one, or that they are two, or takes such a finding back; always with a reason. */
import type { FindingId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { createVoiceFinding, type VoiceFinding } from '../record/voice-finding.ts';
import { reasonOf } from './decide-link.ts';
import type { Desk } from './desk.ts';
import { type AskedKind, findById, findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

export interface VoicesOrder {
  readonly relation: VoiceFinding['relation'];
  /** Ids or their beginnings: an actor, a source, a claim (its unnamed speaker) or a link (the text it cites). */
  readonly a: string;
  readonly b: string;
  /** Id or its beginning; null: for all propositions. */
  readonly proposition: string | null;
  readonly by: string | null;
  readonly reason: string | null;
}

const KINDS = ['act', 'src', 'clm', 'lnk'] as const satisfies readonly AskedKind[];

/**
 * Records a finding about two voices.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await judgeVoices(desk, { relation: 'same', a: 'act_9ab', b: 'src_2cd', proposition: null, by: 'A. Archivist', reason: 'one desk' });
 */
export async function judgeVoices(desk: Desk, order: VoicesOrder): Promise<VoiceFinding> {
  const { store } = desk;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const [a, b] = [(await findById(store, order.a, KINDS)).id, (await findById(store, order.b, KINDS)).id];
  if (a === b)
    throw new OnRecordError('bad-usage', 'These are one and the same: name two voices.', { subject: a });
  const at = desk.clock().toISOString();
  const finding = createVoiceFinding({
    id: desk.newId('finding'),
    relation: order.relation,
    a,
    b,
    proposition: order.proposition === null ? null : await findOne(store, order.proposition, 'prp'),
    reason,
    by,
    at,
    undone: null,
  });
  const { by: _, at: __, undone: ___, ...statement } = finding;
  await store.append([
    { at, agent: by, subject: finding.id, body: { action: 'voices-judged', finding: statement } },
  ]);
  return finding;
}

/**
 * Takes a finding back; it stays in the log, marked.
 *
 * @throws OnRecordError `bad-usage` when it was taken back before, `not-found`
 * @example
 * await undoFinding(desk, { finding: 'fnd_9ab', by: 'A. Archivist', reason: 'two desks after all' });
 */
export async function undoFinding(
  desk: Desk,
  order: { readonly finding: string; readonly by: string | null; readonly reason: string | null },
): Promise<FindingId> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const finding = await findOne(desk.store, order.finding, 'fnd');
  if ((await desk.store.finding(finding))?.undone !== null)
    throw new OnRecordError('bad-usage', 'This finding was taken back before.', { subject: finding });
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: finding,
      body: { action: 'finding-undone', finding, reason },
    },
  ]);
  return finding;
}
