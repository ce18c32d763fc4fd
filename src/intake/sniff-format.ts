/**
 * What kind of file bytes are: by their first bytes and their look, then by the ending of the name. The ending
 * never overrules what the bytes show. Knows no more than the reader can use or must refuse with a reason.
 */
import { unmarkedUtf16 } from './unmarked-utf16.ts';

/** How a file is to be read. */
export type Format =
  | { readonly kind: 'empty' }
  | {
      readonly kind:
        | 'html'
        | 'plain'
        | 'markdown'
        | 'csv'
        | 'json'
        | 'mail'
        | 'pdf'
        | 'zip'
        | 'warc'
        | 'gzip';
    }
  | { readonly kind: 'unsupported'; readonly mediaType: string; readonly reason: string };

interface Signature {
  readonly mediaType: string;
  readonly reason: string;
  readonly magic: string;
  /** Bytes from the start. */
  readonly at?: number;
}

const PICTURE = 'A picture: no text is read from pictures. Describe it, or capture a text version as well.';
const SOUND = 'A recording: no text is read from recordings. Capture a transcript as well.';
const OLD_WORD = 'An old Office file (before 2007): save it as DOCX or PDF and capture that as well.';

/** Magic bytes, one character a byte. */
const SIGNATURES: readonly Signature[] = [
  { mediaType: 'image/png', reason: PICTURE, magic: '\x89PNG' },
  { mediaType: 'image/jpeg', reason: PICTURE, magic: '\xff\xd8\xff' },
  { mediaType: 'image/gif', reason: PICTURE, magic: 'GIF8' },
  { mediaType: 'image/tiff', reason: PICTURE, magic: 'II*\0' },
  { mediaType: 'image/tiff', reason: PICTURE, magic: 'MM\0*' },
  { mediaType: 'image/webp', reason: PICTURE, magic: 'WEBP', at: 8 },
  { mediaType: 'image/heic', reason: PICTURE, magic: 'ftyphei', at: 4 },
  { mediaType: 'image/avif', reason: PICTURE, magic: 'ftypavif', at: 4 },
  { mediaType: 'image/bmp', reason: PICTURE, magic: 'BM' },
  { mediaType: 'video/mp4', reason: SOUND, magic: 'ftyp', at: 4 },
  { mediaType: 'video/webm', reason: SOUND, magic: '\x1a\x45\xdf\xa3' },
  { mediaType: 'audio/wav', reason: SOUND, magic: 'WAVE', at: 8 },
  { mediaType: 'audio/mpeg', reason: SOUND, magic: 'ID3' },
  { mediaType: 'audio/ogg', reason: SOUND, magic: 'OggS' },
  { mediaType: 'application/x-ole-storage', reason: OLD_WORD, magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  {
    mediaType: 'application/rtf',
    reason: 'A rich text file: save it as DOCX or PDF and capture that as well.',
    magic: '{\\rtf',
  },
  {
    mediaType: 'application/x-7z-compressed',
    reason: 'A 7z archive: unpack it and capture the files in it.',
    magic: '7z\xbc\xaf',
  },
  {
    mediaType: 'application/vnd.rar',
    reason: 'A RAR archive: unpack it and capture the files in it.',
    magic: 'Rar!',
  },
];

const BINARY_REASON =
  'The bytes are no text and no known document format. If it is a document, save it as PDF or text.';
const MAIL_HEADER =
  /^(received|return-path|delivered-to|mime-version|message-id|from|to|cc|subject|date|reply-to|content-type|dkim-signature|x-[\w-]+|snapshot-content-location):/i;
const HTML_TAG =
  /<(!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|table|span|meta|title|section|ul|blockquote)\b[^>]*>/i;

function latin(bytes: Uint8Array, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(0, length)) text += String.fromCharCode(byte);
  return text;
}

/** Control characters that no text file holds; UTF-16 has a zero in every other byte and is left to the decoder. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const isMarked16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (isMarked16 || unmarkedUtf16(bytes) !== null) return false;
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros += 1;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
      controls += 1;
  }
  if (controls > sample.length * 0.02) return true;
  return zeros > Math.max(8, sample.length * 0.02);
}

function looksLikeMail(head: string): boolean {
  const lines = head.replace(/^From .*\r?\n/, '').split(/\r?\n/);
  let headers = 0;
  for (const line of lines) {
    if (line === '') break;
    if (MAIL_HEADER.test(line)) headers += 1;
    else if (!/^([\w-]+:|[ \t])/.test(line)) return false;
  }
  return headers >= 3;
}

function endingOf(fileName: string | null): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
}

function textFormat(bytes: Uint8Array, ending: string): Format {
  const isWide = bytes.subarray(0, 200).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;
  const head = latin(bytes, 8192)
    .replaceAll(isWide ? '\0' : '\uFFFF', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const start = head.trimStart();
  if (/^(<!doctype\s+html|<html[\s>])/i.test(start)) return { kind: 'html' };
  if (/^WARC\/\d/.test(start)) return { kind: 'warc' };
  if (looksLikeMail(head)) return { kind: 'mail' };
  if (/^[{[]/.test(start) && ending !== 'md' && ending !== 'markdown') return { kind: 'json' };
  if (/^(<\?xml|<!--|<[a-z])/i.test(start) && HTML_TAG.test(head)) return { kind: 'html' };
  if (['html', 'htm', 'xhtml'].includes(ending)) return { kind: HTML_TAG.test(head) ? 'html' : 'plain' };
  if (ending === 'csv' || ending === 'tsv') return { kind: 'csv' };
  if (ending === 'md' || ending === 'markdown') return { kind: 'markdown' };
  if (/^---\r?\n[A-Za-z_-]+:/.test(start)) return { kind: 'markdown' };
  if (ending === 'eml' && /^[\w-]+:/.test(start)) return { kind: 'mail' };
  return { kind: 'plain' };
}

/**
 * Names the format of bytes.
 *
 * @param fileName base name; its ending decides only between formats that the bytes allow
 * @example
 * sniffFormat(new TextEncoder().encode('%PDF-1.7'), 'report.html').kind // 'pdf'
 */
export function sniffFormat(bytes: Uint8Array, fileName: string | null): Format {
  if (bytes.length === 0) return { kind: 'empty' };
  const head = latin(bytes, 1024);
  const isBinary = looksBinary(bytes);
  if (head.startsWith('%PDF-') || (isBinary && head.includes('%PDF-'))) return { kind: 'pdf' };
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (head.startsWith('\x1f\x8b')) return { kind: 'gzip' };
  // A web archive holds pictures and packed pages as they are: it looks binary.
  if (/^WARC\/\d\.\d\r?\n/.test(head)) return { kind: 'warc' };
  for (const { magic, at = 0, mediaType, reason } of SIGNATURES) {
    const isSure = isBinary || mediaType === 'application/rtf';
    if (isSure && head.startsWith(magic, at)) return { kind: 'unsupported', mediaType, reason };
  }
  if (isBinary) {
    return { kind: 'unsupported', mediaType: 'application/octet-stream', reason: BINARY_REASON };
  }
  return textFormat(bytes, endingOf(fileName));
}
