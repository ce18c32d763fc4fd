/**
 * Writes the record as a folder of pages. Proposals that nobody reviewed are left out unless asked for, and
 * then marked. Sealed sources never leave the vault: the dossier room takes them out.
 */

import type { DossierAsset, DossierFile } from '../dossier/dossier-file.ts';
import type { MapShapes } from '../dossier/map/draw-map.ts';
import type { PublishedCounts } from '../dossier/published-counts.ts';
import { dossierFiles } from '../dossier/render-dossier.ts';
import type { DossierLang } from '../dossier/words/catalogues.ts';
import type { Desk } from './desk.ts';
import { noteGivenAway } from './given-away.ts';
import type { OutputFolder } from './ports/output-folder.ts';
import { publishedInput } from './published-input.ts';

export interface DossierOrder {
  /** Where to write. */
  readonly folder: string;
  readonly includeProposed: boolean;
  /** In which language the pages speak; English when absent. */
  readonly lang?: DossierLang;
  /** Null: made from what the record is about. */
  readonly title: string | null;
  /** Of the program. */
  readonly version: string;
  readonly assets: readonly DossierAsset[];
  /** Released counts that were asked for. Absent: none. */
  readonly counts?: readonly PublishedCounts[];
  /** Reads the shapes of the world; asked only when there are places to draw. */
  readonly shapes: () => Promise<MapShapes>;
  readonly output: OutputFolder;
  /** Who notes in the log that the head was given away; null: the log cannot be written. */
  readonly log: string | null;
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
 * const { page } = await buildDossier(desk, { folder: './dossier', includeProposed: false, title: null, version, assets, shapes, output, log: 'A. Archivist' });
 */
export async function buildDossier(desk: Desk, order: DossierOrder): Promise<DossierOutcome> {
  const input = await publishedInput(desk, order);
  const { head } = input.options;
  const files = dossierFiles(
    (input.places ?? []).length === 0 ? input : { ...input, shapes: await order.shapes() },
  );
  let written = 0;
  function* counting(all: Iterable<DossierFile>): Generator<DossierFile> {
    for (const file of all) {
      written += 1;
      yield file;
    }
  }
  const folder = await order.output.write(order.folder, counting(files));
  if (order.log !== null && head !== null)
    await noteGivenAway(desk, { size: head.seq, checkpoint: head.checkpoint, to: null }, order.log);
  const { claims } = await desk.store.counts();
  const separator = folder.includes('\\') ? '\\' : '/';
  return {
    folder,
    page: `${folder}${separator}index.html`,
    files: written,
    accepted: claims.accepted,
    proposed: order.includeProposed ? claims.proposed : 0,
    waiting: order.includeProposed ? 0 : claims.proposed,
  };
}
