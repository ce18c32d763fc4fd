/** Says that letters are missing from a picture or a PDF, and where they are shown. */
import type { Paper } from './paper.ts';
import { para } from './words.ts';

/**
 * The lines.
 *
 * @param scripts by name
 * @example
 * terminal.err(...unsetLines(['Georgian'], terminal.paper));
 */
export function unsetLines(scripts: readonly string[], paper: Paper): string[] {
  return para(
    `No font is bundled for letters of: ${scripts.join(', ')}. They are drawn as boxes here; the folder of pages and SVG show them in the reader’s own fonts.`,
    paper,
  );
}
