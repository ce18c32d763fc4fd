/**
 * A PDF that holds one picture a page and nothing else: no text, no fonts, no metadata, no dates, no id (ISO 32000-1 §7.5, §8.9.5). JPEG data stand in it as
 * they are (DCTDecode, §7.4.8).
 */

export interface PicturePage {
  readonly jpeg: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Points, 1/72 inch. */
  readonly pageWidth: number;
  readonly pageHeight: number;
}

/**
 * Writes it.
 *
 * @param pages at least one
 * @example
 * const bytes = picturesPdf([{ jpeg, width: 1190, height: 1684, pageWidth: 595, pageHeight: 842 }]);
 */
export function picturesPdf(pages: readonly PicturePage[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (...content: readonly (Uint8Array | string)[]): void => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n`);
    for (const part of content) put(part);
    put('\nendobj\n');
  };
  put('%PDF-1.4\n');
  put(new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach(({ jpeg, width, height, pageWidth, pageHeight }, at) => {
    const first = 3 + at * 3;
    const [wide, high] = [pageWidth, pageHeight].map((size) => Number(size.toFixed(2)));
    const drawing = `q ${wide} 0 0 ${high} 0 0 cm /P Do Q`;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources << /XObject << /P ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    );
    object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    );
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`);
  put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
