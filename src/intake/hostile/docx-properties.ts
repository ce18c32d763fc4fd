/**
 * What a Word document states about itself in docProps/core.xml (ECMA-376 part 2, Dublin Core): title, author,
 * language. Its dates say when the file was made or saved, never when something was published: they are not read.
 */
import { Parser } from 'htmlparser2';

/** Statements as written; null when absent or empty. */
export interface DocxProperties {
  readonly title: string | null;
  /** dc:creator only; who saved the file last is no author. */
  readonly author: string | null;
  readonly language: string | null;
}

/**
 * Reads the properties part.
 *
 * @param xml content of docProps/core.xml; null when the document has none
 * @example
 * docxProperties('<p xmlns:dc="…"><dc:title>Two held</dc:title></p>').title // 'Two held'
 */
export function docxProperties(xml: string | null): DocxProperties {
  const found = new Map<string, string>();
  let open: string | null = null;
  const parser = new Parser(
    {
      onopentag: (name) => {
        open = /^dc:(title|creator|language)$/.exec(name)?.[1] ?? null;
      },
      ontext: (text) => {
        if (open !== null) found.set(open, (found.get(open) ?? '') + text);
      },
      onclosetag: () => {
        open = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml ?? '');
  const stated = (name: string): string | null => found.get(name)?.trim() || null;
  return { title: stated('title'), author: stated('creator'), language: stated('language') };
}
