/** A capture with all that reading its text takes, as far as the record holds it. */
import { type Actor, shownName } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { CaptureId, Sha256 } from '../record/id.ts';
import type { Source } from '../record/source.ts';
import type { ReadInput } from '../text/proposed-claim.ts';
import type { RecordStore } from './ports/record-store.ts';

export interface CaptureToRead {
  readonly capture: Capture;
  readonly textSha256: Sha256;
  readonly source: Source;
  /** Null: the outlet is not known. */
  readonly outlet: Actor | null;
  readonly input: ReadInput;
}

/**
 * Gathers it; null when there is no such capture, or no text of it.
 *
 * @example
 * const toRead = await captureToRead(desk.store, id);
 */
export async function captureToRead(store: RecordStore, id: CaptureId): Promise<CaptureToRead | null> {
  const capture = await store.capture(id);
  const source = capture === null ? null : await store.source(capture.of);
  const textSha256 = capture?.text?.sha256 ?? null;
  const text = textSha256 === null ? null : await store.text(textSha256);
  if (capture === null || source === null || textSha256 === null || text === null) return null;
  const outlet = source.publisher === null ? null : await store.actor(source.publisher);
  const input = {
    text,
    publishedAt: source.publishedAt,
    outlet: outlet === null ? null : shownName(outlet),
    language: source.language,
  };
  return { capture, textSha256, source, outlet, input };
}
