/** A printed dossier as what a typesetter needs: a template without a word of the record, and data without a line of program. */
import { type DossierInput, publishedView } from '../published-view.ts';
import { paperData } from './paper-data.ts';
import { PAPER_DATA, PAPER_TEMPLATE } from './paper-template.ts';
import { unsetScripts } from './unset-scripts.ts';

export interface Paper {
  /** A program for Typst 0.14. */
  readonly template: string;
  /** What it reads, by file name. UTF-8. */
  readonly files: ReadonlyMap<string, string>;
  /** Scripts in it for which there is no font: their letters are drawn as boxes. */
  readonly unset: readonly string[];
}

/**
 * Makes what is printed, from what a dossier of the same input shows.
 *
 * @example
 * const { template, files } = renderPaper(input);
 */
export function renderPaper(input: DossierInput): Paper {
  const { data, files } = paperData(publishedView(input).view);
  const text = JSON.stringify(data);
  return {
    template: PAPER_TEMPLATE,
    files: new Map([[PAPER_DATA, text], ...files]),
    unset: unsetScripts([text, ...files.values()]),
  };
}
