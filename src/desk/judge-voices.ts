/** A person finds that voices are one, or that two are two, or takes such a finding back; always with a reason. */
import type { FindingId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { createVoiceFinding, type FoundVoice, type VoiceFinding } from '../record/voice-finding.ts';
import { reasonOf } from './decide-link.ts';
import type { Desk } from './desk.ts';
import { type AskedKind, findById, findOne } from './find-by-id.ts';
import { reviewerName } from './reviewer.ts';

export interface VoicesOrder {
  readonly relation: VoiceFinding['relation'];
  /**
   * Two, or more that are one. Ids or their beginnings: an actor, a source, a claim (its unnamed speaker) or a link (the text it
   * cites).
   */
  readonly voices: readonly string[];
  /** Id or its beginning; null: for all propositions. */
  readonly proposition: string | null;
  readonly by: string | null;
  readonly reason: string | null;
}

const KINDS = ['act', 'src', 'clm', 'lnk'] as const satisfies readonly AskedKind[];

/**
 * Records what was found about voices: one finding for two, or one for the first with each other, all or none.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await judgeVoices(desk, { relation: 'same', voices: ['act_9ab', 'src_2cd'], proposition: null, by: 'A. Archivist', reason: 'one desk' });
 */
export async function judgeVoices(desk: Desk, order: VoicesOrder): Promise<readonly VoiceFinding[]> {
  const { store } = desk;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const voices: FoundVoice[] = [];
  for (const text of order.voices) voices.push((await findById(store, text, KINDS)).id);
  const [a, ...others] = voices;
  if (a === undefined || others.length === 0)
    throw new OnRecordError('bad-usage', 'Name two voices or more.');
  if (new Set(voices).size < voices.length)
    throw new OnRecordError('bad-usage', 'These are one and the same: name each voice once.', { subject: a });
  if (order.relation === 'distinct' && others.length > 1)
    throw new OnRecordError('bad-usage', 'That voices are distinct is said of two at a time: name two.', {
      subject: a,
    });
  const at = desk.clock().toISOString();
  const proposition = order.proposition === null ? null : await findOne(store, order.proposition, 'prp');
  const findings = others.map((b) =>
    createVoiceFinding({
      id: desk.newId('finding'),
      relation: order.relation,
      a,
      b,
      proposition,
      reason,
      by,
      at,
      undone: null,
    }),
  );
  await store.append(
    findings.map(({ by: _, at: __, undone: ___, ...statement }) => ({
      at,
      agent: by,
      subject: statement.id,
      body: { action: 'voices-judged' as const, finding: statement },
    })),
  );
  return findings;
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
