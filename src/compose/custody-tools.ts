/** What the commands of custody reach outside the vault for: time-stamp authorities, packages, roots. */
import type { Desk } from '../desk/desk.ts';
import type { DocumentReader } from '../desk/ports/document-reader.ts';
import type { NoteSigning } from '../desk/ports/note-signing.ts';
import type { PackageReader } from '../desk/ports/package-files.ts';
import type { PackageFolder } from '../desk/ports/package-folder.ts';
import type { PictureRedaction } from '../desk/ports/picture-redaction.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import type { TimestampDesk } from '../desk/timestamp-checkpoint.ts';
import type { TimeAuthority } from '../record/record-settings.ts';

/** What `onrecord timestamp` works on. */
export interface TimestampRoom extends TimestampDesk {
  authorities(): Promise<readonly TimeAuthority[]>;
  /** Writes the list to the settings. */
  remember(authorities: readonly TimeAuthority[]): Promise<void>;
}

/**
 * Opens the way to time-stamp authorities for a record.
 *
 * @param agent who asks, as it will stand in the log
 * @example
 * const room = await openTimestampRoom(desk, 'machine');
 */
export async function openTimestampRoom(desk: Desk, agent: string): Promise<TimestampRoom> {
  const { openTimestampAuthority } = await import('../intake/timestamp-authority.ts');
  const { store, clock } = desk;
  const log = async (body: Parameters<typeof store.append>[0][number]['body']): Promise<void> => {
    await store.append([{ at: clock().toISOString(), agent, subject: 'log', body }]);
  };
  return {
    authority: openTimestampAuthority(),
    clock,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    log: {
      checkpoint: () => store.checkpoint(),
      anchors: async () =>
        (await store.entriesWith('checkpoint-anchored')).flatMap(({ seq, body }) =>
          body?.action === 'checkpoint-anchored' ? [{ ...body, seq }] : [],
        ),
      append: log,
    },
    authorities: async () => (await store.settings()).authorities,
    remember: async (authorities) => {
      const { loggedSettings } = await import('../desk/change-settings.ts');
      await loggedSettings(desk, { authorities }, agent);
    },
  };
}

/**
 * Root certificates that this Node trusts, PEM; empty where it has none.
 *
 * @example
 * (await publicRoots()).length > 0; // true
 */
export async function publicRoots(): Promise<readonly string[]> {
  const { rootCertificates } = await import('node:tls');
  return rootCertificates;
}

/**
 * Opens the way to a folder that a package is written to.
 *
 * @example
 * const folder = await openPackages();
 */
export async function openPackages(): Promise<PackageFolder> {
  const { openPackageFolder } = await import('../storage/package-folder.ts');
  return openPackageFolder();
}

/**
 * Opens the reader of packages: folders and .zip files.
 *
 * @example
 * const reader = await openPackagesForReading();
 */
export async function openPackagesForReading(): Promise<PackageReader> {
  const { openPackageReader } = await import('../intake/package-files.ts');
  return openPackageReader();
}

/** What the commands on custody need beside a desk. */
export interface CustodyTools {
  files(): Promise<SingleFiles>;
  reader(): Promise<DocumentReader>;
  pictures(): Promise<PictureRedaction>;
  signing(desk: NoteSigning): Promise<NoteSigning>;
  publicRoots(): Promise<readonly string[]>;
  version(): Promise<string>;
  ask(question: string): Promise<string | null>;
}

/**
 * Gathers what the commands on custody need; each thing is loaded when it is asked for.
 *
 * @example
 * const tools = custodyTools(programVersion);
 */
export function custodyTools(version: () => Promise<string>): CustodyTools {
  return {
    files: async () => (await import('../storage/single-files.ts')).openSingleFiles(),
    reader: async () => {
      const { openDocumentReader } = await import('../intake/open-document-reader.ts');
      return openDocumentReader({ clock: () => new Date() });
    },
    pictures: async () =>
      (await import('../intake/redaction/open-picture-redaction.ts')).openPictureRedaction(),
    signing: async (desk) => ({ signNote: (text) => desk.signNote(text) }),
    publicRoots,
    version,
    ask: async (question) => {
      const { openPassphraseSource } = await import('../intake/passphrase-source.ts');
      return openPassphraseSource().ask(question, { visible: true });
    },
  };
}
