/**
 * The one place that knows adapters: it puts a desk together from them. Everything is loaded when it is asked
 * for, so that a command pays only for what it uses. The files of compose/ are behind this door.
 */

import { programVersion } from './compose/program-version.ts';
import type { MachineFacts } from './desk/examine-vault.ts';
import type { Clock } from './desk/ports/clock.ts';
import type { DocumentReader } from './desk/ports/document-reader.ts';
import type { InputFiles } from './desk/ports/input-files.ts';
import type { OutputFolder } from './desk/ports/output-folder.ts';
import type { SingleFiles } from './desk/ports/single-files.ts';
import type { WebPages } from './desk/ports/web-page.ts';
import { MIB } from './desk/size-words.ts';
import type { DossierAsset } from './dossier/dossier-file.ts';

export { loadBackups } from './compose/backups.ts';
export { type CaseTools, caseTools } from './compose/case-tools.ts';
export { type CountsTools, countsTools } from './compose/counts-tools.ts';
export {
  type CustodyTools,
  custodyTools,
  openPackages,
  openPackagesForReading,
  openTimestampRoom,
  publicRoots,
  type TimestampRoom,
} from './compose/custody-tools.ts';
export {
  type EndpointChoice,
  type EndpointReading,
  openEndpointReading,
} from './compose/endpoint-reading.ts';
export { type EstimateTools, estimateTools } from './compose/estimate-tools.ts';
export { exampleIds, exampleReports, freshExampleVault } from './compose/example-vault.ts';
export { type ExchangeTools, exchangeTools } from './compose/exchange-tools.ts';
export { jobTools, type WorkTools } from './compose/job-tools.ts';
export { type ListTools, listTools } from './compose/list-tools.ts';
export { openWordings, readMapShapes } from './compose/map-tools.ts';
export { loadMoving } from './compose/moves.ts';
export { type OpenDesk, type OpenDeskOptions, openDesk } from './compose/open-desk.ts';
export { type Answered, type OpenOperations, openOperations } from './compose/operations.ts';
export { type PaperTools, paperTools } from './compose/paper-tools.ts';
export { peopleBeside, peopleEngine } from './compose/people-tools.ts';
export { programVersion } from './compose/program-version.ts';
export { loadExtractor, openReaders, type Readers } from './compose/reading.ts';
export { type ReleaseTools, releaseTools } from './compose/release-tools.ts';
export { type RunningServer, type ServeChoice, serveDesk, serveTeam } from './compose/serve-desk.ts';
export { type TollTools, tollTools } from './compose/toll-tools.ts';
export {
  loadVaultKeys,
  type MadeVault,
  makeVault,
  type VaultProtectionChoice,
} from './compose/vault-keys.ts';
export { type VerifyTools, verifyTools } from './compose/verify-tools.ts';

const clock: Clock = () => new Date();

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
  const mostBytes = options.mostMib === null ? MOST_BYTES : Math.floor(options.mostMib * MIB);
  return openInputFiles({ mostBytes, leaveOut: options.leaveOut, stdin: process.stdin });
}

/**
 * Opens the way to web pages: the one door through which anything of capture reaches the network.
 *
 * @param options.browser path of the browser; null: the one found
 * @param options.proxy null: what the environment says
 * @example
 * const pages = await openWebPages({ way: 'fetch', browser: null, proxy: null });
 */
export async function openWebPages(options: {
  readonly way: 'browser' | 'fetch';
  readonly browser: string | null;
  readonly proxy: string | null;
}): Promise<WebPages> {
  const { openWebPages: open } = await import('./intake/web/open-web-pages.ts');
  return open({ ...options, clock, env: process.env, scratch: null });
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

/**
 * Opens the way to one file that a person names.
 *
 * @example
 * const staged = await (await openSingleFile()).stage('origins.svg', bytes);
 */
export async function openSingleFile(): Promise<SingleFiles> {
  const { openSingleFiles } = await import('./storage/single-files.ts');
  return openSingleFiles();
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
