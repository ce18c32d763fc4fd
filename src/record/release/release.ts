/**
 * A release: what was published, from which entries of the log, and what changed since the one it corrects. Made by one person and
 * approved by somebody, both in the log; the same entries, profile and program give the same bytes. It holds ids and figures
 * of the record and none of its words, so that an erasure need not look into it.
 */
import {
  construct,
  idOf,
  instant,
  list,
  object,
  oneOf,
  orNull,
  sha256,
  text,
  upTo,
  whole,
} from '../fields.ts';
import type { PropositionId, ReleaseId, Sha256 } from '../id.ts';
import { profileField, type ReleaseProfile } from './release-profile.ts';

/** What can become of a thing between two releases. `reworded`: a proposition has other words; `figure`: another toll, count of origins or standing. */
export const RELEASE_CHANGES = ['added', 'removed', 'reworded', 'figure', 'claims'] as const;
export type ReleaseChangeKind = (typeof RELEASE_CHANGES)[number];

/** One proposition that is not as it was. */
export interface ReleaseChange {
  readonly kind: ReleaseChangeKind;
  readonly proposition: PropositionId;
  /** Figures and counts before and after, such as "12 to 26"; null where there was or is none. No words of the record. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface PublishedRelease {
  readonly id: ReleaseId;
  /** 1 for the first of this record. */
  readonly number: number;
  readonly profile: ReleaseProfile;
  /** Entries of the log that it is made from. */
  readonly position: number;
  /** Root of the proof tree at that position, hexadecimal. */
  readonly root: Sha256;
  /** Signed head of the log when it was made; it covers the position. */
  readonly checkpoint: string;
  /** ISO 8601 instant, UTC. */
  readonly madeAt: string;
  /** Name and version of the program. */
  readonly program: string;
  /** SHA-256 of the list of the dossier's files with their SHA-256, as `sha256sum` writes it. */
  readonly dossierSha256: Sha256;
  /** Of the dossier. */
  readonly files: number;
  /** The release that it takes the place of, and why; null: it takes none. */
  readonly corrects: { readonly release: ReleaseId; readonly reason: string } | null;
  /** Since the release that it corrects; empty when it corrects none. */
  readonly changes: readonly ReleaseChange[];
}

/** Somebody made a release; it may not be handed out yet. The entry commits to the bytes of its statement. */
export interface ReleaseMade {
  readonly action: 'release-made';
  readonly release: PublishedRelease;
  /** SHA-256 of the statement: what `releaseStatement` writes. */
  readonly statement: Sha256;
}

/** Somebody looked at it and says that it may be handed out. The entry commits to the bytes of its statement. */
export interface ReleaseApproved {
  readonly action: 'release-approved';
  readonly release: ReleaseId;
  /** Of the dossier that was looked at. */
  readonly dossierSha256: Sha256;
  /** In a person's words; null: nothing said. */
  readonly note: string | null;
  /** SHA-256 of the statement: what `approvalStatement` writes. */
  readonly statement: Sha256;
}

const changeField = object<ReleaseChange>({
  kind: oneOf(RELEASE_CHANGES),
  proposition: idOf('proposition'),
  before: orNull(upTo(300, text)),
  after: orNull(upTo(300, text)),
});

const releaseField = object<PublishedRelease>(
  {
    id: idOf('release'),
    number: whole,
    profile: profileField,
    position: whole,
    root: sha256,
    checkpoint: text,
    madeAt: instant,
    program: text,
    dossierSha256: sha256,
    files: whole,
    corrects: orNull(object({ release: idOf('release'), reason: upTo(2000, text) })),
    changes: list(changeField),
  },
  ({ id, number, corrects, position, profile, changes }, fault) => {
    if (number === 0) fault('number', 'must be 1 or more');
    if (corrects?.release === id) fault('corrects', 'must not name the release itself');
    if (corrects === null && changes.length > 0) fault('changes', 'must be empty: it corrects no release');
    if (profile.position !== null && profile.position !== position)
      fault('position', 'must be the one that the profile names');
  },
);

/**
 * Checks a release's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createRelease({ ...fields, number: 1 }).number; // 1
 */
export function createRelease(fields: PublishedRelease): PublishedRelease {
  return construct('release', releaseField, fields);
}
