/** Writes the record as one PDF: what a dossier shows, with footnotes, tagged, the same bytes from the same record and options. */
import type { MapShapes } from '../dossier/map/draw-map.ts';
import { renderPaper } from '../dossier/paper/render-paper.ts';
import type { Desk } from './desk.ts';
import { noteGivenAway } from './given-away.ts';
import type { SingleFiles } from './ports/single-files.ts';
import type { Typesetter } from './ports/typesetting.ts';
import { type PublishedOrder, publishedInput } from './published-input.ts';

export interface PrintOrder extends Omit<PublishedOrder, 'assets'> {
  /** Where to write; a file that is there is never replaced. */
  readonly file: string;
  readonly shapes: () => Promise<MapShapes>;
  readonly typesetter: Typesetter;
  readonly files: SingleFiles;
}

export interface PrintOutcome {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: number;
  /** Name and version of the typesetter. */
  readonly by: string;
  readonly checkedUa1: boolean;
  /** Scripts whose letters are drawn as boxes, by name: there is no font for them. */
  readonly unset: readonly string[];
}

/**
 * Prints a dossier.
 *
 * @throws OnRecordError `bad-usage` for a file that is there, `unsupported-runtime`, `read-only`, `disk-full`
 * @example
 * const { file, by } = await printDossier(desk, { file: 'dossier.pdf', includeProposed: false, title: null, version, shapes, typesetter, files, log });
 */
export async function printDossier(desk: Desk, order: PrintOrder): Promise<PrintOutcome> {
  const input = await publishedInput(desk, { ...order, assets: [] });
  const shapes = (input.places ?? []).length === 0 ? {} : { shapes: await order.shapes() };
  const { template, files, unset } = renderPaper({ ...input, ...shapes });
  const { pdf, by, checkedUa1 } = await order.typesetter.set({
    template,
    files,
    at: input.options.generatedAt,
  });
  const staged = await order.files.stage(order.file, pdf);
  await staged.keep();
  const { head } = input.options;
  if (order.log !== null && head !== null)
    await noteGivenAway(desk, { size: head.seq, checkpoint: head.checkpoint, to: null }, order.log);
  return { file: staged.path, bytes: pdf.length, by, checkedUa1, unset };
}
