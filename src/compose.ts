/**
 * The one file that knows adapters: it puts a desk together from them. Everything is loaded when it is asked
 * for, so that a command pays only for what it uses.
 */
import type { Desk } from './desk/desk.ts';
import type { MachineFacts } from './desk/examine-vault.ts';
import type { Clock } from './desk/ports/clock.ts';
import type { DocumentReader } from './desk/ports/document-reader.ts';
import type { InputFiles } from './desk/ports/input-files.ts';
import type { OutputFolder } from './desk/ports/output-folder.ts';
import type { DossierAsset } from './dossier/dossier-file.ts';
import { idMaker, type NewId } from './record/id.ts';
import type { ReadInput, Reading } from './text/proposed-claim.ts';

/** A desk over an open vault. */
export interface OpenDesk extends Desk {
  /** Absolute path of the vault. */
  readonly dir: string;
  readonly readOnly: boolean;
  /** The folder cannot be written, whatever was asked for. */
  readonly unwritable: boolean;
  close(): Promise<void>;
}

export interface OpenDeskOptions {
  readonly readOnly: boolean;
  /** Random when absent. */
  readonly newId?: NewId;
}

const clock: Clock = () => new Date();

/**
 * Opens a vault and puts a desk over it.
 *
 * @throws OnRecordError `no-vault`, `vault-too-new`, `vault-busy`, `read-only`, `damaged`, `unsupported-runtime`
 * @example
 * const desk = await openDesk('./onrecord-vault', { readOnly: true });
 */
export async function openDesk(dir: string, options: OpenDeskOptions): Promise<OpenDesk> {
  const [{ openVault }, { groupKey }] = await Promise.all([
    import('./storage/vault.ts'),
    import('./reckon/group-claims.ts'),
  ]);
  const vault = await openVault(dir, { readOnly: options.readOnly, groupKey, clock });
  return {
    store: vault.store,
    blobs: vault.blobs,
    clock,
    newId: options.newId ?? randomIds(),
    dir: vault.dir,
    readOnly: vault.readOnly,
    unwritable: await isUnwritable(vault.dir),
    close: () => vault.close(),
  };
}

async function isUnwritable(dir: string): Promise<boolean> {
  const { access, constants } = await import('node:fs/promises');
  return access(dir, constants.W_OK).then(
    () => false,
    () => true,
  );
}

function randomIds(): NewId {
  return idMaker((count) => crypto.getRandomValues(new Uint8Array(count)));
}

/**
 * Makes an empty vault.
 *
 * @returns its absolute path
 * @throws OnRecordError `vault-exists`, `read-only`, `disk-full`
 * @example
 * await makeVault('./onrecord-vault');
 */
export async function makeVault(dir: string): Promise<string> {
  const [{ createVault }, { resolve }] = await Promise.all([
    import('./storage/vault.ts'),
    import('node:path'),
  ]);
  await createVault(dir, { clock });
  return resolve(dir);
}

/**
 * Opens the reader of all formats. Close it at the end.
 *
 * @example
 * const reader = await openReader();
 */
export async function openReader(): Promise<DocumentReader> {
  const { openDocumentReader } = await import('./intake/open-document-reader.ts');
  return openDocumentReader({ clock });
}

/**
 * Opens the way to a person's files.
 *
 * @param options.leaveOut folders that are never entered, such as the vault
 * @param options.mostMib MiB; a larger file is refused; null: the usual limit
 * @example
 * const files = await openFiles({ leaveOut: [desk.dir], mostMib: null });
 */
export async function openFiles(options: {
  readonly leaveOut: readonly string[];
  readonly mostMib: number | null;
}): Promise<InputFiles> {
  const { MOST_BYTES, openInputFiles } = await import('./intake/input-files.ts');
  const mostBytes = options.mostMib === null ? MOST_BYTES : Math.floor(options.mostMib * 1_048_576);
  return openInputFiles({ mostBytes, leaveOut: options.leaveOut, stdin: process.stdin });
}

/**
 * Opens the way to folders that a person opens afterwards.
 *
 * @example
 * const out = await openOutput();
 */
export async function openOutput(): Promise<OutputFolder> {
  const { openOutputFolder } = await import('./storage/output-folder.ts');
  return openOutputFolder();
}

/** The language room behind its door: a function, and the name it signs its readings with. */
export interface Extractor {
  readonly extractor: string;
  readonly read: (input: ReadInput) => Reading;
}

/**
 * Loads the extractor.
 *
 * @example
 * const { extractor, read } = await loadExtractor();
 */
export async function loadExtractor(): Promise<Extractor> {
  const { EXTRACTOR, readText } = await import('./text/read-text.ts');
  return { extractor: EXTRACTOR, read: readText };
}

/**
 * The fonts that a dossier carries; empty when they are not installed: system fonts are used then.
 *
 * @example
 * const assets = await loadDossierAssets();
 */
export async function loadDossierAssets(): Promise<readonly DossierAsset[]> {
  const [{ readDossierFonts }, { DOSSIER_FONTS }] = await Promise.all([
    import('./storage/dossier-fonts.ts'),
    import('./dossier/font-faces.ts'),
  ]);
  return readDossierFonts(DOSSIER_FONTS);
}

/**
 * The program's version, from its package file.
 *
 * @example
 * await programVersion(); // '0.1.0'
 */
export async function programVersion(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const content: unknown = JSON.parse(text);
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : null;
  return typeof version === 'string' ? version : 'unknown';
}

/**
 * What the machine says about itself.
 *
 * @param near a path on the disk whose free space matters
 * @example
 * examineMachine(await machineFacts('./onrecord-vault'));
 */
export async function machineFacts(near: string): Promise<MachineFacts> {
  const [{ statfs }, { dirname, resolve }, { loadSqlite }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('./storage/sqlite/engine.ts'),
  ]);
  const disk = await statfs(resolve(near)).catch(() => statfs(dirname(resolve(near))).catch(() => null));
  const engineFault = await loadSqlite().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'it does not load'),
  );
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    engineFault,
    freeBytes: disk === null ? null : disk.bavail * disk.bsize,
    version: await programVersion(),
  };
}

/**
 * Makes a vault for the examples anew: one made by an earlier demo is replaced, any other folder is refused.
 *
 * @returns the vault's absolute path
 * @throws OnRecordError `vault-exists`, `read-only`, `disk-full`
 * @example
 * const dir = await freshExampleVault('./example-vault');
 */
export async function freshExampleVault(dir: string): Promise<string> {
  const { clearExampleVault, markExampleVault } = await import('./storage/example-vault.ts');
  await clearExampleVault(dir);
  const made = await makeVault(dir);
  await markExampleVault(made);
  return made;
}

/**
 * Ids that are the same in every run of the examples: a counter, hashed. Only for the fictional examples.
 *
 * @example
 * const newId = await exampleIds();
 */
export async function exampleIds(): Promise<NewId> {
  const { sha256Hex } = await import('./crypto/sha256.ts');
  let count = 0;
  return idMaker((bytes) => {
    count += 1;
    return Uint8Array.from(Buffer.from(sha256Hex(`example ${count}`), 'hex').subarray(0, bytes));
  });
}

/**
 * The folder of the example reports that come with onrecord.
 *
 * @example
 * exampleReports(); // '…/examples/reports'
 */
export async function exampleReports(): Promise<string> {
  const { fileURLToPath } = await import('node:url');
  return fileURLToPath(new URL('../examples/reports', import.meta.url));
}
