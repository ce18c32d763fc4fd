/** Bytes to documents: finds the format, calls its reader, follows attachments and archive pages down to a depth. */

import { gunzipSync } from 'node:zlib';
import type { ReadDocument } from '../desk/ports/document-reader.ts';
import { NOTHING_STATED } from '../desk/ports/document-reader.ts';
import type { ArchivePart, HostileOutcome } from './hostile/hostile-messages.ts';
import type { HostileReader } from './hostile/hostile-reader.ts';
import { readHtml, wholeHtmlText } from './html/read-html.ts';
import type { Limits } from './limits.ts';
import { readMail } from './mail/read-mail.ts';
import { readCsv } from './plain/read-csv.ts';
import { readMarkdown } from './plain/read-markdown.ts';
import { readPlain } from './plain/read-plain.ts';
import { readSocialJson } from './plain/read-social-json.ts';
import { type Reading, withoutText, withText } from './reading.ts';
import { sniffFormat } from './sniff-format.ts';
import { statedLanguage, statedLine, statedNames, statedUrl } from './stated-metadata.ts';

/** One file, attachment or archive page. */
export interface Item {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** Encoding that the envelope declares; null when none. */
  readonly charset: string | null;
  /** 0 for the file itself. */
  readonly depth: number;
}

/** What reading needs besides the item. */
export interface ReadingRoom {
  readonly limits: Limits;
  readonly now: Date;
  readonly hostile: HostileReader;
}

function documentOf(reading: Reading, item: Item): ReadDocument {
  return { ...reading, bytes: item.bytes, warc: null, innerName: item.depth === 0 ? null : item.fileName };
}

/** How much more text, and at least how many code units more, the shown page must have to be read in its place. */
const MUCH_MORE = 1.3;
const A_PARAGRAPH = 100;

const NORMALISERS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf-2' };

function fromOutcome(outcome: HostileOutcome, limits: Limits): Reading {
  const { mediaType, raw, reason, notes } = outcome;
  if (raw === null) return withoutText(mediaType, reason ?? 'No text could be read.', notes);
  const stated = {
    ...NOTHING_STATED,
    kind: 'document' as const,
    title: statedLine(outcome.title),
    authors: statedNames(outcome.author?.split(/\s*;\s*/) ?? []),
    language: statedLanguage(outcome.language),
  };
  const text = outcome.form === 'html' ? wholeHtmlText(raw, limits) : raw;
  const normaliser = NORMALISERS[mediaType] ?? 'docx-1';
  return withText({ mediaType, raw: text, normaliser, stated, notes, textUnits: limits.textUnits });
}

/** A page of a web archive, read like a file of its own. */
/** A time as WARC 1.1 writes it, from a year to fractions of a second. */
const WARC_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?)?$/u;

function archivedNote(stated: string | null): readonly string[] {
  if (stated === null) return [];
  if (WARC_DATE.test(stated)) return [`Archived from the web on ${stated} (WARC-Date).`];
  return ['When it was archived is stated in a way that cannot be read (WARC-Date).'];
}

async function readPart(part: ArchivePart, room: ReadingRoom): Promise<readonly ReadDocument[]> {
  const ending =
    part.mediaType === 'application/pdf' ? 'pdf' : part.mediaType === 'text/plain' ? 'txt' : 'html';
  const item: Item = {
    bytes: part.bytes,
    fileName: `page.${ending}`,
    charset: part.charset,
    depth: room.limits.attachmentDepth,
  };
  const documents = await readAny(item, room);
  return documents.slice(0, 1).map((document) => ({
    ...document,
    stated: { ...document.stated, url: document.stated.url ?? statedUrl(part.url) },
    warc: { recordId: part.recordId, offset: part.offset },
    innerName: part.innerName,
    notes: [...archivedNote(part.capturedAt), ...document.notes],
  }));
}

async function readHostile(
  kind: 'pdf' | 'zip' | 'warc',
  item: Item,
  room: ReadingRoom,
): Promise<readonly ReadDocument[]> {
  const { outcome, parts } = await room.hostile.parse(kind, item.bytes);
  const documents: ReadDocument[] = [documentOf(fromOutcome(outcome, room.limits), item)];
  const pageAt = new Map<string | null, number>();
  for (const part of parts) {
    const read = await readPart(part, room);
    if (!part.isRendered) {
      pageAt.set(part.url, documents.length);
      documents.push(...read);
      continue;
    }
    const at = pageAt.get(part.url);
    const received = at === undefined ? undefined : documents[at];
    if (at !== undefined && received !== undefined) documents[at] = fuller(received, read[0]);
  }
  return documents;
}

/** A page whose text comes only after its scripts ran is read as the browser showed it. */
function fuller(received: ReadDocument, shown: ReadDocument | undefined): ReadDocument {
  const has = received.text?.content.length ?? 0;
  const would = shown?.text?.content.length ?? 0;
  if (shown === undefined || would <= has * MUCH_MORE || would - has < A_PARAGRAPH) return received;
  const note = 'The text is that of the page as the browser showed it; the HTML as received holds much less.';
  return { ...shown, notes: [...shown.notes, note] };
}

async function readMailAndMore(item: Item, room: ReadingRoom): Promise<readonly ReadDocument[]> {
  const { limits } = room;
  const { reading, attachments } = await readMail(
    item.bytes,
    { charset: item.charset, now: room.now },
    limits,
  );
  const isDeep = item.depth >= limits.attachmentDepth && attachments.length > 0;
  const isMany = attachments.length > limits.attachments;
  const notes = [...reading.notes];
  if (isDeep) notes.push(`Attachments nested deeper than ${limits.attachmentDepth} were not read.`);
  if (isMany)
    notes.push(`Only the first ${limits.attachments} of ${attachments.length} attachments were read.`);
  const documents: ReadDocument[] = [documentOf({ ...reading, notes }, item)];
  if (isDeep) return documents;
  for (const { name, bytes } of attachments.slice(0, limits.attachments)) {
    const inner: Item = { bytes, fileName: name ?? 'attachment', charset: null, depth: item.depth + 1 };
    documents.push(...(await readAny(inner, room)));
  }
  return documents;
}

/** A gzip file is read when it holds a web archive: its first bytes tell. */
function holdsWarc(bytes: Uint8Array): boolean {
  try {
    // Z_SYNC_FLUSH: the first bytes are enough, the member may go on past the part handed in.
    const head = gunzipSync(bytes.subarray(0, 4096), { finishFlush: 2, maxOutputLength: 4_000_000 });
    return /^WARC\/\d/.test(head.subarray(0, 10).toString('latin1'));
  } catch {
    return false;
  }
}

/**
 * Reads one item and what is in it.
 *
 * @example
 * (await readAny({ bytes, fileName: 'a.eml', charset: null, depth: 0 }, room)).length
 */
export async function readAny(item: Item, room: ReadingRoom): Promise<readonly ReadDocument[]> {
  const { bytes, fileName, charset } = item;
  const { limits } = room;
  const hints = { charset, now: room.now };
  const one = (reading: Reading): readonly ReadDocument[] => [documentOf(reading, item)];
  const format = sniffFormat(bytes, fileName);
  switch (format.kind) {
    case 'empty':
      return one(withoutText('application/x-empty', 'The file is empty (0 bytes).'));
    case 'html':
      return one(readHtml(bytes, hints, limits));
    case 'markdown':
      return one(readMarkdown(bytes, hints, limits));
    case 'plain':
      return one(readPlain(bytes, hints, limits));
    case 'csv':
      return one(readCsv(bytes, hints, limits));
    case 'json':
      return one(readSocialJson(bytes, hints, limits));
    case 'mail':
      return readMailAndMore(item, room);
    case 'pdf':
    case 'zip':
    case 'warc':
      return readHostile(format.kind, item, room);
    case 'gzip':
      if (holdsWarc(bytes)) return readHostile('warc', item, room);
      return one(
        withoutText(
          'application/gzip',
          'A gzip file that holds no web archive: unpack it and capture its content.',
        ),
      );
    case 'unsupported':
      return one(withoutText(format.mediaType, format.reason));
    default:
      return format satisfies never;
  }
}
