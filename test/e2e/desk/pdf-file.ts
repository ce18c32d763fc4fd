/** A PDF of some pages with words and a picture on each, and things in it that want to do more than be looked at. */
import { pdfFileOf } from '../../../src/intake/fixtures/small-files.ts';

/**
 * Bytes of the file; `red` pages are filled with a red picture behind their words.
 *
 * @example
 * pdfFile([['One line', 'another'], ['The second page']]);
 */
export function pdfFile(pages: readonly (readonly string[])[]): Buffer {
  const objects: string[] = [
    // What a hostile file would do when it is opened: run a script, go to an address.
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL("http://192.0.2.1/")) >> /AA << /WC << /S /URI /URI (http://192.0.2.1/) >> >> >>`,
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8',
      '\xff\x00\x00',
    ),
  ];
  for (const [index, lines] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${6 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A << /S /URI /URI (http://192.0.2.1/) >> >>] >>`,
      stream(
        '',
        `q 200 0 0 200 60 60 cm /Im Do Q BT /F1 12 Tf 72 720 Td ${lines.map((line) => `(${line}) Tj 0 -14 Td`).join(' ')} ET`,
      ),
    );
  }
  return Buffer.from(pdfFileOf(objects));
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
