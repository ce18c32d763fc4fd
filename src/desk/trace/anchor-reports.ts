/**
 * Reads the held reports for what would survive a translation or a rewrite, and keeps what comparing them takes; the texts
 * themselves are not kept. Only reports that a new one may be compared with are read: those within the window of days, and
 * those of which no day is known. One unknown day among the new ones means that all are read.
 */
import type { CaptureId, SourceId } from '../../record/id.ts';
import { hostOf } from '../../record/outlet.ts';
import type { Source } from '../../record/source.ts';
import { type AnchorIndex, buildAnchorIndex } from '../../text/anchors/anchor-index.ts';
import { type AnchoredText, readAnchors } from '../../text/anchors/read-anchors.ts';
import { type CaptureToRead, captureToRead } from '../capture-to-read.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { addressKey } from './held-reports.ts';

/** Days between two publications beyond which nothing is compared. */
export const WINDOW_DAYS = 30;

/** A capture that was read, at the place of its number in the index. */
export interface AnchoredCapture {
  readonly capture: CaptureId;
  readonly source: SourceId;
  /** BCP 47, its first part; null when unknown. */
  readonly language: string | null;
}

export interface AnchoredCaptures {
  readonly index: AnchorIndex;
  readonly captures: readonly AnchoredCapture[];
}

/**
 * Days since 1970 of an EDTF day; null when it names no single day.
 *
 * @example
 * dayNumber('2031-04-01'); // 22370
 */
export function dayNumber(edtf: string | null): number | null {
  return edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf) ? Date.parse(edtf) / 86_400_000 : null;
}

/**
 * Reads the anchors of one capture with its text.
 *
 * @example
 * anchorsOf(toRead).anchors.length; // 12
 */
export function anchorsOf({ capture, source, input }: CaptureToRead): AnchoredText {
  const { trail } = capture;
  const own = source.url === null ? null : hostOf(source.url);
  const links = (trail?.links ?? []).filter(({ url }) => own === null || hostOf(url) !== own);
  return readAnchors({
    text: input.text,
    publishedAt: input.publishedAt,
    language: input.language,
    addresses: links.flatMap(({ url }) => addressKey(url) ?? []),
    images: [...(trail?.images ?? []).flatMap((url) => addressKey(url) ?? []), ...(trail?.imageHashes ?? [])],
  });
}

/** Who publishes: the actor, else the host of its address; null when neither is known. */
function outletOf({ publisher, url }: Source): string | null {
  return publisher ?? (url === null ? null : hostOf(url));
}

export interface ToCompare {
  /** Captures that were not traced yet. */
  readonly waiting: readonly CaptureId[];
  readonly signal?: AbortSignal | undefined;
}

/** Told while reading, so that somebody who waits sees that it goes on. */
const TELL_EVERY = 200;

/**
 * Reads what the waiting captures may be compared with, and them; yields now and then how many were read.
 *
 * @returns null when the signal was raised
 * @example
 * const read = yield* anchoredCaptures(desk.store, { waiting });
 */
export async function* anchoredCaptures(
  store: RecordStore,
  { waiting, signal }: ToCompare,
): AsyncGenerator<number, AnchoredCaptures | null> {
  const builder = buildAnchorIndex();
  const captures: AnchoredCapture[] = [];
  for (const id of await comparable(store, new Set(waiting))) {
    if (signal?.aborted === true) return null;
    const toRead = await captureToRead(store, id);
    if (toRead === null) continue;
    const { source } = toRead;
    const { language, anchors } = anchorsOf(toRead);
    builder.add({ outlet: outletOf(source), day: dayNumber(source.publishedAt), anchors });
    if (captures.push({ capture: id, source: source.id, language }) % TELL_EVERY === 0) yield captures.length;
  }
  return { index: builder.build(), captures };
}

/** Captures to read, in log order: of captures of one source with one text, the first, or the one that waits. */
async function comparable(
  store: RecordStore,
  waiting: ReadonlySet<CaptureId>,
): Promise<readonly CaptureId[]> {
  const sources = new Map((await store.sources()).map((source) => [source.id, source]));
  const all = await store.captures();
  const dayOf = (source: SourceId): number | null => dayNumber(sources.get(source)?.publishedAt ?? null);
  const days = new Set(all.filter(({ id }) => waiting.has(id)).map(({ of }) => dayOf(of)));
  const covered = daysAround(days);
  const near = (day: number | null): boolean => day === null || days.has(null) || covered.has(day);
  const chosen = new Map<string, CaptureId>();
  for (const { id, of, text, copy } of all) {
    if (text === null || copy === 'working' || !near(dayOf(of))) continue;
    const key = `${of} ${text.sha256}`;
    if (!chosen.has(key) || waiting.has(id)) chosen.set(key, id);
  }
  return [...chosen.values()];
}

function daysAround(days: ReadonlySet<number | null>): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const day of days) {
    if (day === null) continue;
    for (let near = day - WINDOW_DAYS; near <= day + WINDOW_DAYS; near += 1) covered.add(near);
  }
  return covered;
}
