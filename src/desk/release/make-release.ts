/**
 * Makes a release: fixes from which entries of the log, renders it, asks every gate, and logs what came out with its hash. Nothing is
 * handed out yet. A correction is a release that takes the place of an approved one, with a reason and what changed.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { releaseStatement } from '../../exchange/custody-package/release/release-statement.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { createRelease, type PublishedRelease } from '../../record/release/release.ts';
import type { ReleaseProfile } from '../../record/release/release-profile.ts';
import type { Desk } from '../desk.ts';
import { recordIn } from '../exchange-record.ts';
import { pseudonymKey } from '../names/pseudonym-key.ts';
import { reviewerName } from '../reviewer.ts';
import { earlierOf, type HeldRelease, heldReleases, releaseNamed } from './held-releases.ts';
import { releaseChanges } from './release-changes.ts';
import {
  type ContentWanted,
  type ReleaseContent,
  type ReleasedState,
  type ReleaseMaking,
  releaseContent,
  releasedState,
  releaseRecord,
} from './release-content.ts';
import { askGates, type GateAnswer, refuseClosed } from './release-gates.ts';

export interface ReleaseOrder {
  readonly profile: ReleaseProfile;
  /** Null when not given. */
  readonly by: string | null;
  /** The approved release whose place it takes, and why; null: none. */
  readonly corrects: { readonly release: string; readonly reason: string | null } | null;
}

export interface ReleaseOutcome {
  readonly release: PublishedRelease;
  readonly gates: readonly GateAnswer[];
}

/**
 * Makes one.
 *
 * @throws OnRecordError `bad-usage` with every closed gate, `not-found`, `invalid-record`, `vault-busy` when a release was made meanwhile
 * @example
 * const { release } = await makeRelease(desk, { profile, by: 'A. Archivist', corrects: null }, making);
 */
export async function makeRelease(
  desk: Desk,
  order: ReleaseOrder,
  making: ReleaseMaking,
): Promise<ReleaseOutcome> {
  const by = reviewerName(order.by);
  // The first publication makes the key; the position must cover it.
  await pseudonymKey(desk, by);
  const held = await heldReleases(desk);
  const corrected = order.corrects === null ? null : correctable(held, order.corrects.release);
  const corrects =
    order.corrects === null || corrected === null
      ? null
      : { release: corrected.release.id, reason: reasonOf(order.corrects.reason) };
  const checkpoint = await desk.store.checkpoint();
  if (checkpoint === null)
    throw new OnRecordError(
      'not-found',
      'The record is empty: there is nothing to release. Take reports in first: onrecord capture FILE',
    );
  const { profile } = order;
  const position = profile.position ?? checkpoint.size;
  if (corrected !== null && position < corrected.release.position)
    throw new OnRecordError(
      'bad-usage',
      `A correction is made from the position of the release it corrects (${corrected.release.position}) or a later one; the profile says ${position}.`,
    );
  const draft = {
    id: desk.newId('release'),
    number: held.length + 1,
    profile,
    position,
    checkpoint: checkpoint.note,
    madeAt: desk.clock().toISOString(),
    corrects,
  };
  const state = await releasedState(desk, draft, making);
  try {
    const gates = await askGates({ desk, state, release: draft });
    refuseClosed(gates);
    const earlier = earlierOf(held, draft).map(({ release }) => release);
    // What changed is compared before it can be told: in the pages of neither.
    const changes =
      corrected === null
        ? []
        : releaseChanges(
            recordOf((await contentOf(desk, corrected, { making })).record),
            recordOf(String(releaseRecord(state, { ...draft, changes: [] }, earlier).content)),
          );
    const content = await releaseContent(state, { ...draft, changes }, { earlier });
    const release = createRelease({
      ...draft,
      root: state.root,
      program: `onrecord ${making.version}`,
      dossierSha256: content.dossierSha256,
      files: content.hashes.size,
      changes,
    });
    const bytes = releaseStatement(release);
    await desk.store.append([
      {
        at: draft.madeAt,
        agent: by,
        subject: release.id,
        body: { action: 'release-made', release, statement: sha256Hex(bytes) },
        bytes,
        // The number and the gates hold for this log.
        onHead: checkpoint.size,
      },
    ]);
    return { release, gates };
  } finally {
    await state.close();
  }
}

function correctable(held: readonly HeldRelease[], asked: string): HeldRelease {
  const one = releaseNamed(held, asked);
  const { release, approval, correctedBy } = one;
  if (approval === null)
    throw new OnRecordError(
      'bad-usage',
      `Release ${release.number} was never approved, so there is nothing to correct: make a new one.`,
      { subject: release.id },
    );
  if (correctedBy === null) return one;
  const by = held.find(({ release: { id } }) => id === correctedBy)?.release.number ?? correctedBy;
  throw new OnRecordError(
    'bad-usage',
    `Release ${release.number} was corrected by release ${by}: correct that one.`,
    { subject: release.id },
  );
}

function reasonOf(reason: string | null): string {
  const given = (reason ?? '').trim().normalize('NFC');
  if (given !== '') return given;
  throw new OnRecordError(
    'bad-usage',
    'Say what was wrong: --reason "…". It is published with the correction and stays in the log.',
  );
}

/**
 * The dossier of a release that was made before, made again from the log, with the part of the record that it shows.
 *
 * @throws OnRecordError `verify-failed` when it comes out otherwise
 * @example
 * const { hashes } = await contentOf(desk, held, { making });
 */
export async function contentOf(
  desk: Desk,
  { release }: Pick<HeldRelease, 'release'>,
  { making, take }: { readonly making: ReleaseMaking } & Pick<ContentWanted, 'take'>,
): Promise<ReleaseContent & Pick<ReleasedState, 'snapshot'>> {
  const held = await heldReleases(desk);
  const state = await releasedState(desk, release, making);
  try {
    const earlier = earlierOf(held, release).map(({ release: one }) => one);
    const content = await releaseContent(state, release, {
      earlier,
      ...(take === undefined ? {} : { take }),
    });
    if (content.dossierSha256 === release.dossierSha256) return { ...content, snapshot: state.snapshot };
    throw new OnRecordError('verify-failed', await whyOther(desk, release, making), { subject: release.id });
  } finally {
    await state.close();
  }
}

async function whyOther(
  desk: Desk,
  { number, program, position, dossierSha256 }: PublishedRelease,
  { version }: ReleaseMaking,
): Promise<string> {
  const told = `Release ${number} cannot be made again with the same bytes (SHA-256 ${dossierSha256.slice(0, 12)}…)`;
  if (program !== `onrecord ${version}`)
    return `${told}: it was made by ${program}, and this is onrecord ${version}. Use that version.`;
  const erased = (await desk.store.entriesWith('source-erased')).filter(({ seq }) => seq > position).length;
  if (erased > 0)
    return `${told}: ${erased === 1 ? 'a source was' : `${erased} sources were`} erased since. Copies that were handed out stay as they are; correct the release.`;
  return `${told}, although program and entries are the same. Run: onrecord verify`;
}

function recordOf(text: string): ReturnType<typeof recordIn> {
  return recordIn(text, 'record.json');
}
