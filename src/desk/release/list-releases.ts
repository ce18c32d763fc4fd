/** Releases as people look at them: who made and approved each, whether its day has come, what corrected it, and what changed with it. */
import type { PropositionId, ReleaseId, Sha256 } from '../../record/id.ts';
import type { ReleaseChangeKind } from '../../record/release/release.ts';
import type { ReleaseProfile } from '../../record/release/release-profile.ts';
import type { Desk } from '../desk.ts';
import { type Approval, type HeldRelease, heldReleases, releaseNamed } from './held-releases.ts';

/** How far a release has come. */
export const RELEASE_STATES = [
  'waits-for-approval',
  'under-embargo',
  'may-be-handed-out',
  'corrected',
] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

export interface ListedRelease {
  readonly id: ReleaseId;
  readonly number: number;
  readonly profile: ReleaseProfile;
  /** Entries of the log that it is made from. */
  readonly position: number;
  /** ISO 8601 instant, UTC. */
  readonly madeAt: string;
  readonly by: string;
  readonly program: string;
  readonly dossierSha256: Sha256;
  readonly files: number;
  readonly approval: Approval | null;
  readonly state: ReleaseState;
  /** The number of the release that it takes the place of, and why; null: it takes none. */
  readonly corrects: { readonly number: number | null; readonly reason: string } | null;
  /** Number of the approved release that takes its place; null: none does. */
  readonly correctedBy: number | null;
  readonly changes: number;
}

/** A change with the words of its proposition as they are now; null: it is not there any more, or may not be seen. */
export interface ToldChange {
  readonly kind: ReleaseChangeKind;
  readonly proposition: { readonly id: PropositionId; readonly text: string } | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Lists them, the newest first.
 *
 * @example
 * (await listReleases(desk)).releases[0]?.state; // 'waits-for-approval'
 */
export async function listReleases(desk: Pick<Desk, 'store' | 'clock'>): Promise<{
  /** Whether somebody else than who made a release must approve it. */
  readonly secondPerson: boolean;
  readonly releases: readonly ListedRelease[];
}> {
  const held = await heldReleases(desk);
  const today = desk.clock().toISOString().slice(0, 10);
  return {
    secondPerson: (await desk.store.settings()).secondPerson === true,
    releases: held.map((one) => listed(one, held, today)).reverse(),
  };
}

/**
 * One of them, with what changed since the one it corrects.
 *
 * @param asked id, beginning of one, or number
 * @throws OnRecordError `not-found`, `bad-usage` when several fit
 * @example
 * (await oneRelease(desk, '2')).changes[0]?.kind; // 'figure'
 */
export async function oneRelease(
  desk: Pick<Desk, 'store' | 'clock'>,
  asked: string,
): Promise<{ readonly release: ListedRelease; readonly changes: readonly ToldChange[] }> {
  const held = await heldReleases(desk);
  const one = releaseNamed(held, asked);
  const changes: ToldChange[] = [];
  for (const { kind, proposition, before, after } of one.release.changes) {
    const now = await desk.store.proposition(proposition);
    changes.push({
      kind,
      proposition: now === null ? null : { id: proposition, text: now.text },
      before,
      after,
    });
  }
  return { release: listed(one, held, desk.clock().toISOString().slice(0, 10)), changes };
}

function listed(one: HeldRelease, held: readonly HeldRelease[], today: string): ListedRelease {
  const { release, by, approval, correctedBy } = one;
  const { checkpoint: _checkpoint, root: _root, corrects, changes, ...told } = release;
  const numberOf = (id: ReleaseId | null): number | null =>
    held.find((other) => other.release.id === id)?.release.number ?? null;
  return {
    ...told,
    by,
    approval,
    state: stateOf(one, today),
    corrects: corrects === null ? null : { number: numberOf(corrects.release), reason: corrects.reason },
    correctedBy: numberOf(correctedBy),
    changes: changes.length,
  };
}

function stateOf({ release: { profile }, approval, correctedBy }: HeldRelease, today: string): ReleaseState {
  if (approval === null) return 'waits-for-approval';
  if (correctedBy !== null) return 'corrected';
  return profile.embargo !== null && today < profile.embargo ? 'under-embargo' : 'may-be-handed-out';
}
