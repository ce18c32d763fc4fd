/**
 * Approves a release: it is made again from the log, its gates are asked as of today, and where the settings ask for a second person,
 * somebody else than who made it must say so. The head of the log that covers both acts is noted as given away: packages carry it.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { approvalStatement } from '../../exchange/custody-package/release/release-statement.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PublishedRelease } from '../../record/release/release.ts';
import type { Desk } from '../desk.ts';
import { noteGivenAway } from '../given-away.ts';
import { reviewerName, samePerson } from '../reviewer.ts';
import { heldReleases, releaseNamed } from './held-releases.ts';
import { contentOf } from './make-release.ts';
import { type ReleaseMaking, releasedState } from './release-content.ts';
import { askGates, type GateAnswer, refuseClosed } from './release-gates.ts';

export interface ApprovalOrder {
  /** Id, beginning of one, or number. */
  readonly release: string;
  readonly by: string | null;
  readonly note: string | null;
}

/**
 * Approves one.
 *
 * @throws OnRecordError `bad-usage` with every closed gate, or when the same person made it; `not-found`, `verify-failed`
 * @example
 * await approveRelease(desk, { release: '1', by: 'B. Second', note: null }, making);
 */
export async function approveRelease(
  desk: Desk,
  order: ApprovalOrder,
  making: ReleaseMaking,
): Promise<{ readonly release: PublishedRelease; readonly gates: readonly GateAnswer[] }> {
  const by = reviewerName(order.by);
  const held = await heldReleases(desk);
  const one = releaseNamed(held, order.release);
  const { release, approval } = one;
  if (approval !== null)
    throw new OnRecordError('bad-usage', `Release ${release.number} was approved on ${approval.at}.`, {
      subject: release.id,
    });
  const { secondPerson } = await desk.store.settings();
  if (secondPerson === true && samePerson(by, one.by))
    throw new OnRecordError(
      'bad-usage',
      `Release ${release.number} was made by ${one.by}: somebody else must approve it (onrecord settings --second-person).`,
      { subject: release.id },
    );
  const head = (await desk.store.head())?.seq ?? 0;
  const gates = await gatesOf(desk, release, making);
  refuseClosed(gates);
  await contentOf(desk, one, { making });
  const note = (order.note ?? '').trim().normalize('NFC');
  const { id, dossierSha256 } = release;
  const bytes = approvalStatement(release);
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: id,
      body: {
        action: 'release-approved',
        release: id,
        dossierSha256,
        note: note === '' ? null : note,
        statement: sha256Hex(bytes),
      },
      bytes,
      onHead: head,
    },
  ]);
  await noteHead(desk, by);
  return { release, gates };
}

/**
 * What the gates say of a release today.
 *
 * @example
 * (await gatesOf(desk, release, making)).every(({ open }) => open);
 */
export async function gatesOf(
  desk: Desk,
  release: PublishedRelease,
  making: ReleaseMaking,
): Promise<readonly GateAnswer[]> {
  const state = await releasedState(desk, release, making);
  try {
    return await askGates({ desk, state, release });
  } finally {
    await state.close();
  }
}

async function noteHead(desk: Desk, agent: string): Promise<void> {
  const checkpoint = await desk.store.checkpoint();
  if (checkpoint === null) return;
  await noteGivenAway(desk, { size: checkpoint.size, checkpoint: checkpoint.note, to: null }, agent);
}
