/**
 * The text layer of a PDF (`pdf-2`), rebuilt from the places of its words: words to lines, lines to paragraphs,
 * hyphens at line ends joined. Runs in the thread only. Reads no picture and runs no script of the PDF.
 */
import { getDocumentProxy, getMeta } from 'unpdf';
import type { Limits } from '../limits.ts';
import { type HostileOutcome, noText } from './hostile-messages.ts';
import type { PlacedText } from './pdf-lines.ts';
import { paragraphsOfPages } from './pdf-paragraphs.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const MEDIA_TYPE = 'application/pdf';

function failure(error: unknown): HostileOutcome {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return noText(MEDIA_TYPE, 'The PDF is encrypted. Save a copy without password and capture that as well.');
  }
  return noText(
    MEDIA_TYPE,
    'The PDF is damaged or cut short and could not be read. Get a complete copy of the file.',
  );
}

function line(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The placed words of the first pages. */
async function pagesOf(pdf: PdfDocument, count: number): Promise<readonly (readonly PlacedText[])[]> {
  const pages: PlacedText[][] = [];
  for (let number = 1; number <= count; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const placed = items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const { str: text, transform, width } = item;
      const size = Math.hypot(Number(transform[2]), Number(transform[3]));
      return [{ text, x: Number(transform[4]), y: Number(transform[5]), width, size }];
    });
    pages.push(placed);
    page.cleanup();
  }
  return pages;
}

/**
 * Parses one PDF.
 *
 * @example
 * (await parsePdf(bytes, DEFAULT_LIMITS)).raw
 */
export async function parsePdf(bytes: Uint8Array, limits: Limits): Promise<HostileOutcome> {
  try {
    const quiet = { isEvalSupported: false, stopAtErrors: false, disableFontFace: true, verbosity: 0 };
    const pdf = await getDocumentProxy(new Uint8Array(bytes), quiet);
    const count = Math.min(pdf.numPages, limits.pdfPages);
    const pages = await pagesOf(pdf, count);
    const { info } = await getMeta(pdf);
    const raw = paragraphsOfPages(pages).join('\n\n');
    const notes = pdf.numPages > count ? [`Only the first ${count} of ${pdf.numPages} pages were read.`] : [];
    if (raw.trim() === '') {
      return noText(
        MEDIA_TYPE,
        'The PDF has no text layer (a scan?). Run text recognition and capture the result as well.',
        notes,
      );
    }
    const title = line(info.Title);
    return {
      mediaType: MEDIA_TYPE,
      raw,
      form: 'text',
      reason: null,
      title,
      author: line(info.Author),
      language: line(info.Language),
      notes,
    };
  } catch (error) {
    return failure(error);
  }
}
