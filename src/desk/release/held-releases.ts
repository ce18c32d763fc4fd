/** Releases as the log tells them: who made and approved them, and which takes the place of which. */
import type { ReleaseId, Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PublishedRelease } from '../../record/release/release.ts';
import type { Desk } from '../desk.ts';

/** Somebody’s word that a release may be handed out. */
export interface Approval {
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Number of its entry. */
  readonly seq: number;
  readonly note: string | null;
}

export interface HeldRelease {
  readonly release: PublishedRelease;
  /** Of its statement. */
  readonly statement: Sha256;
  readonly by: string;
  /** Number of the entry that made it. */
  readonly seq: number;
  /** Null: nobody approved it yet. */
  readonly approval: Approval | null;
  /** The approved release that corrects it; null: none does. */
  readonly correctedBy: ReleaseId | null;
}

/**
 * Reads them, oldest first.
 *
 * @example
 * (await heldReleases(desk)).at(-1)?.approval;
 */
export async function heldReleases({ store }: Pick<Desk, 'store'>): Promise<readonly HeldRelease[]> {
  const approvals = new Map<ReleaseId, Approval>();
  for (const { body, agent, at, seq } of await store.entriesWith('release-approved'))
    if (body?.action === 'release-approved' && !approvals.has(body.release))
      approvals.set(body.release, { by: agent, at, seq, note: body.note });
  const made = (await store.entriesWith('release-made')).flatMap(({ body, agent, seq }) =>
    body?.action === 'release-made' ? [{ ...body, by: agent, seq }] : [],
  );
  const corrections = new Map(
    made.flatMap(({ release: { id, corrects } }) =>
      corrects !== null && approvals.has(id) ? [[corrects.release, id] as const] : [],
    ),
  );
  return made.map(({ release, statement, by, seq }) => ({
    release,
    statement,
    by,
    seq,
    approval: approvals.get(release.id) ?? null,
    correctedBy: corrections.get(release.id) ?? null,
  }));
}

/**
 * The one that is meant by an id, the beginning of one, or a number.
 *
 * @throws OnRecordError `not-found`, `bad-usage` when several fit
 * @example
 * releaseNamed(await heldReleases(desk), '2').release.number; // 2
 */
export function releaseNamed(held: readonly HeldRelease[], asked: string): HeldRelease {
  const words = asked.trim().toLowerCase();
  const beginning = words.startsWith('rel_') ? words : `rel_${words}`;
  const found = /^[1-9]\d{0,5}$/u.test(words)
    ? held.filter(({ release }) => release.number === Number(words))
    : held.filter(({ release }) => release.id.startsWith(beginning));
  const [one, other] = found;
  if (one === undefined)
    throw new OnRecordError(
      'not-found',
      `There is no release ${asked}. Releases are listed by: onrecord release list`,
      { subject: asked },
    );
  if (other !== undefined)
    throw new OnRecordError(
      'bad-usage',
      `${asked} fits several releases: ${found.map(({ release }) => release.id).join(', ')}. Give more of it.`,
      { subject: asked },
    );
  return one;
}

/**
 * A release with those whose place it takes, one after another: the newest last.
 *
 * @example
 * earlierOf(held, release).map(({ release }) => release.number); // [1, 2]
 */
export function earlierOf(
  held: readonly HeldRelease[],
  { corrects }: Pick<PublishedRelease, 'corrects'>,
): readonly HeldRelease[] {
  const before = corrects === null ? undefined : held.find(({ release }) => release.id === corrects.release);
  return before === undefined ? [] : [...earlierOf(held, before.release), before];
}
