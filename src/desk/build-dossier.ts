/**
 * Writes the record as a folder of pages. Proposals that nobody reviewed are left out unless asked for, and
 * then marked. Sealed sources never leave the vault: the dossier room takes them out.
 */

import type { DossierAsset } from '../dossier/dossier-file.ts';
import { renderDossier } from '../dossier/render-dossier.ts';
import type { Sha256 } from '../record/id.ts';
import type { Desk } from './desk.ts';
import type { OutputFolder } from './ports/output-folder.ts';

export interface DossierOrder {
  /** Where to write. */
  readonly folder: string;
  readonly includeProposed: boolean;
  /** Null: made from what the record is about. */
  readonly title: string | null;
  /** Of the program. */
  readonly version: string;
  readonly assets: readonly DossierAsset[];
  readonly output: OutputFolder;
}

export interface DossierOutcome {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path of the first page. */
  readonly page: string;
  readonly files: number;
  /** Claims in it that people accepted, and proposals in it. */
  readonly accepted: number;
  readonly proposed: number;
  /** Proposals that were left out. */
  readonly waiting: number;
}

/**
 * Builds and writes a dossier.
 *
 * @throws OnRecordError `bad-usage` for a folder that holds other files, `read-only`, `disk-full`
 * @example
 * const { page } = await buildDossier(desk, { folder: './dossier', includeProposed: false, title: null, version, assets, output });
 */
export async function buildDossier(desk: Desk, order: DossierOrder): Promise<DossierOutcome> {
  const snapshot = await desk.store.snapshot();
  const texts = new Map<Sha256, string>();
  for (const capture of snapshot.captures.values()) {
    const content = capture.text === null ? null : await desk.store.text(capture.text.sha256);
    if (capture.text !== null && content !== null) texts.set(capture.text.sha256, content);
  }
  const head = await desk.store.head();
  const files = renderDossier({
    snapshot,
    texts,
    assets: order.assets,
    options: {
      title: order.title,
      includeProposed: order.includeProposed,
      generatedAt: desk.clock().toISOString(),
      version: order.version,
      head: head === null ? null : { seq: head.seq, entrySha256: head.entrySha256 },
    },
  });
  const folder = await order.output.write(order.folder, files);
  const { claims } = await desk.store.counts();
  const separator = folder.includes('\\') ? '\\' : '/';
  return {
    folder,
    page: `${folder}${separator}index.html`,
    files: files.length,
    accepted: claims.accepted,
    proposed: order.includeProposed ? claims.proposed : 0,
    waiting: order.includeProposed ? 0 : claims.proposed,
  };
}
