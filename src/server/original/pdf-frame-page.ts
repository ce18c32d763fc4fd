/**
 * The page of the frame in which a PDF is drawn: its one script and the file's bytes stand in it, so that it asks for nothing; its
 * policy lets nothing but that script run and nothing out. It has no origin: what it holds cannot reach the desk.
 */
import { createHash } from 'node:crypto';
import { OnRecordError } from '../../desk/desk.ts';
import type { PageFiles } from '../server-room.ts';

/** Name of the script among the pages. */
export const PDF_FRAME = 'pdf-frame.js';

const STYLE =
  'html{color-scheme:light}body{margin:0;background:#fff}canvas{display:block;width:100%;height:auto}';

/** A page with the policy it is sent with. */
export interface FramedPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * The page for the bytes of a PDF.
 *
 * @throws OnRecordError `not-found` when this copy of onrecord holds no such script
 * @example
 * pdfFramePage(room.pages, bytes).policy;
 */
export function pdfFramePage(pages: PageFiles, bytes: Uint8Array): FramedPage {
  const script = scriptOf(pages);
  const held = Buffer.from(bytes).toString('base64');
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>PDF</title><style>${STYLE}</style></head><body><script type="text/plain" id="bytes">${held}</script><script>${script}</script></body></html>`,
    policy: [
      "default-src 'none'",
      `script-src 'sha256-${digest(script)}'`,
      `style-src 'sha256-${digest(STYLE)}'`,
      'img-src data: blob:',
      'font-src data: blob:',
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      'sandbox allow-scripts',
    ].join('; '),
  };
}

function scriptOf(pages: PageFiles): string {
  const file = pages.get(`/${PDF_FRAME}`);
  if (file === undefined)
    throw new OnRecordError('not-found', 'This copy of onrecord cannot draw a PDF: save a copy of it.');
  // Inside a page a script ends at the first such sign, also where it stands in a text.
  return new TextDecoder().decode(file.bytes).replace(/<(?=\/script|!--)/giu, '\\x3c');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
