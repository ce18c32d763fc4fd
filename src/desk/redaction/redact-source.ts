/**
 * Takes parts out of a source into new copies: stretches of its text into a text with blocks in their place, boxes on pictures and pages
 * into pictures drawn anew. What earlier redactions of the source took out is taken out again. The original stays as it is; the log
 * says who, when, which stretches and boxes, the hash of the copy and a category, and never the words.
 */
import type { Capture } from '../../record/capture.ts';
import type { CustodyTool } from '../../record/custody.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Span } from '../../record/passage.ts';
import {
  blockedText,
  boxesText,
  REDACTION_REASONS,
  type RedactionBox,
  type RedactionReason,
  spansText,
} from '../../record/redaction.ts';
import { evidentiaryCopy } from '../custody/evidentiary-copy.ts';
import { type StoredCopy, storeCopy } from '../custody/store-copy.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import type { PictureRedaction } from '../ports/picture-redaction.ts';
import { reviewerName } from '../reviewer.ts';
import { loggedRedactions } from './logged-redactions.ts';

export interface RedactionOrder {
  /** Id or its beginning. */
  readonly source: string;
  /** Of the text of the original; code points. */
  readonly passages: readonly Span[];
  /** Taken out wherever they stand in that text. */
  readonly words: readonly string[];
  readonly boxes: readonly RedactionBox[];
  /** Null when not given. */
  readonly reason: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

export interface RedactionTools {
  readonly reader: DocumentReader;
  /** Opened only when there are boxes. */
  pictures(): Promise<PictureRedaction>;
  /** Of this program. */
  readonly version: string;
}

/**
 * Redacts a source.
 *
 * @returns the copies that were made: of its text, of its pictures, or both
 * @throws OnRecordError `bad-usage`, `not-found`, `damaged`, `unreadable-file`, `too-large`, `disk-full`, `read-only`
 * @example
 * await redactSource(desk, { source: 'src_7d2', passages: [{ start: 10, end: 20 }], words: [], boxes: [], reason: 'person', by: 'A. Archivist' }, tools);
 */
export async function redactSource(
  desk: Desk,
  order: RedactionOrder,
  tools: RedactionTools,
): Promise<readonly StoredCopy[]> {
  const by = reviewerName(order.by);
  const reason = reasonAsked(order.reason);
  if (order.passages.length + order.words.length + order.boxes.length === 0)
    throw new OnRecordError(
      'bad-usage',
      'Say what to take out: --passage START-END, --words WORDS or --box PAGE,X,Y,WIDTH,HEIGHT.',
    );
  const source = await findOne(desk.store, order.source, 'src');
  const original = await evidentiaryCopy(desk, source);
  const before = (await loggedRedactions(desk)).filter((one) => one.source === source);
  const content = await textOf(desk, original);
  const said = order.words.length === 0 ? [] : placesOf(content ?? '', order.words);
  const spans = merged([...before.flatMap((one) => one.spans ?? []), ...order.passages, ...said]);
  const boxes = [
    ...new Map(
      [...before.flatMap((one) => one.boxes ?? []), ...order.boxes].map((box) => [boxesText([box]), box]),
    ).values(),
  ];
  const copy = { source, kind: 'redacted', reason, by } as const;
  const made: StoredCopy[] = [];
  const seen =
    spans.length > 0 && boxes.length > 0
      ? ['What was taken out of the text is covered on the pages only where a box lies: look at the copy.']
      : [];
  const asksText = order.passages.length + order.words.length > 0;
  const text = asksText ? textWithout(content, original, spans) : null;
  const picture = order.boxes.length === 0 ? null : await pictureWithout(desk, original, { boxes, tools });
  if (text !== null)
    made.push(
      await storeCopy(
        desk,
        {
          ...copy,
          bytes: new TextEncoder().encode(text),
          fileName: 'redacted.txt',
          tool: toolOf(tools, { passages: spansText(spans) }),
        },
        tools.reader,
      ),
    );
  if (picture !== null)
    made.push(
      await storeCopy(
        desk,
        {
          ...copy,
          bytes: picture.bytes,
          fileName: `redacted.${picture.extension}`,
          tool: toolOf(tools, { boxes: boxesText(boxes), drawn: picture.drawn }),
        },
        tools.reader,
      ),
    );
  return made.map((copy) => ({ ...copy, notes: [...copy.notes, ...seen] }));
}

function toolOf({ version }: RedactionTools, parameters: Readonly<Record<string, string>>): CustodyTool {
  return { name: 'onrecord redact', version, parameters };
}

function reasonAsked(reason: string | null): RedactionReason {
  const found = REDACTION_REASONS.find((one) => one === reason);
  if (found !== undefined) return found;
  throw new OnRecordError(
    'bad-usage',
    `Say why, as a category: --why with one of ${REDACTION_REASONS.join(', ')}. Words that tell more would stay in the log.`,
  );
}

/** In order, those that touch made one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = out.at(-1);
    if (before !== undefined && span.start <= before.end)
      out[out.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else out.push(span);
  }
  return out;
}

async function textOf(desk: Desk, original: Capture): Promise<string | null> {
  return original.text === null ? null : desk.store.text(original.text.sha256);
}

/** Every place of some words, whatever their case. */
function placesOf(text: string, words: readonly string[]): readonly Span[] {
  const spans = words.flatMap((wanted) => {
    const sought = [...wanted.normalize('NFC').trim()].map((point) => point.toLowerCase());
    const points = [...text].map((point) => point.toLowerCase());
    if (sought.length === 0) return [];
    return points.flatMap((_, start) =>
      sought.every((point, at) => points[start + at] === point)
        ? [{ start, end: start + sought.length }]
        : [],
    );
  });
  if (spans.length > 0) return spans;
  throw new OnRecordError(
    'bad-usage',
    'The words stand nowhere in the text of this source: nothing was taken out.',
  );
}

function textWithout(text: string | null, original: Capture, spans: readonly Span[]): string {
  if (text === null)
    throw new OnRecordError(
      'bad-usage',
      'This source has no text to take passages out of. For a picture or a scan give boxes: --box.',
      { subject: original.id },
    );
  const length = [...text].length;
  const outside = spans.find(({ end }) => end > length);
  if (outside !== undefined)
    throw new OnRecordError(
      'bad-usage',
      `The passage ${outside.start}-${outside.end} does not lie in a text of ${length} code points.`,
      { subject: original.id },
    );
  return blockedText(text, spans);
}

async function pictureWithout(
  desk: Desk,
  original: Capture,
  { boxes, tools }: { readonly boxes: readonly RedactionBox[]; readonly tools: RedactionTools },
): Promise<{ readonly bytes: Uint8Array; readonly extension: string; readonly drawn: string }> {
  const bytes = await desk.blobs.get(original.sha256);
  if (bytes === null)
    throw new OnRecordError('damaged', 'The stored bytes are missing. Run: onrecord verify', {
      subject: original.id,
    });
  const pictures = await tools.pictures();
  try {
    const drawn = await pictures.redact(bytes, original.mediaType, boxes);
    return { ...drawn, drawn: `${pictures.tool.name} ${pictures.tool.version}, ${drawn.pages} pages` };
  } finally {
    await pictures.close();
  }
}
