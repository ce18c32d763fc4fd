/**
 * Reads every capture that the extractor has not read and logs what it proposes: one entry a capture. Running
 * it again proposes nothing new. It refuses to decide: every claim is born `proposed`, and a speaker whose name
 * is not told stays unnamed.
 */

import { shownName } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { CaptureId, SourceId } from '../record/id.ts';
import type { Source } from '../record/source.ts';
import type { ReadInput, Reading } from '../text/proposed-claim.ts';
import { type ActorBook, openActorBook } from './actor-book.ts';
import { claimsOfReading } from './claims-of-reading.ts';
import { type Desk, MACHINE } from './desk.ts';
import { openGrouping } from './group-drafts.ts';
import type { NewEntry } from './ports/record-store.ts';

/** What came of one capture, told when it is safely stored. */
export interface ProposeEvent {
  readonly source: SourceId;
  readonly capture: CaptureId;
  readonly title: string | null;
  /** Claims proposed; 0 with `language` null when the language cannot be read. */
  readonly claims: number;
  /** BCP 47; null when the extractor cannot read the language. */
  readonly language: string | null;
  /** Captures read so far in this call, and in all. */
  readonly done: number;
  readonly total: number;
}

export interface ProposeOptions {
  /** Name and version of the extractor, as its readings carry it. */
  readonly extractor: string;
  readonly read: (input: ReadInput) => Reading;
  /** Stops after the current capture. */
  readonly signal?: AbortSignal;
}

/** Captures logged together: few enough to lose nothing worth naming, enough to spare the disk. */
const TOGETHER = 8;

/**
 * Proposes claims for all unread captures, in the order in which they came in.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`
 * @example
 * for await (const event of proposeClaims(desk, { extractor: EXTRACTOR, read: readText })) show(event);
 */
export async function* proposeClaims(desk: Desk, options: ProposeOptions): AsyncGenerator<ProposeEvent> {
  const unread = await desk.store.unreadCaptures(options.extractor);
  const book = openActorBook(desk.store, desk.newId);
  const grouping = openGrouping(desk);
  let waiting: { entry: NewEntry; event: ProposeEvent }[] = [];
  for (const [index, id] of unread.entries()) {
    if (options.signal?.aborted === true) break;
    const capture = await desk.store.capture(id);
    const made = capture === null ? null : await readCapture({ desk, book, grouping, capture, options });
    if (made !== null)
      waiting.push({ entry: made.entry, event: { ...made.event, done: index + 1, total: unread.length } });
    if (waiting.length >= TOGETHER || index === unread.length - 1) {
      await desk.store.append(waiting.map(({ entry }) => entry));
      yield* waiting.map(({ event }) => event);
      waiting = [];
    }
  }
  if (waiting.length === 0) return;
  await desk.store.append(waiting.map(({ entry }) => entry));
  yield* waiting.map(({ event }) => event);
}

interface Turn {
  readonly desk: Desk;
  readonly book: ActorBook;
  readonly grouping: ReturnType<typeof openGrouping>;
  readonly capture: Capture;
  readonly options: ProposeOptions;
}

async function readCapture(
  turn: Turn,
): Promise<{ entry: NewEntry; event: Omit<ProposeEvent, 'done' | 'total'> } | null> {
  const { desk, capture, options } = turn;
  const source = await desk.store.source(capture.of);
  const text = capture.text === null ? null : await desk.store.text(capture.text.sha256);
  if (source === null || capture.text === null || text === null) return null;
  const outlet = source.publisher === null ? null : await desk.store.actor(source.publisher);
  const reading = options.read({
    text,
    publishedAt: source.publishedAt,
    outlet: outlet === null ? null : shownName(outlet),
    language: source.language,
  });
  const claims = await claimsOfReading(reading, {
    capture: capture.id,
    textSha256: capture.text.sha256,
    text,
    source,
    outlet,
    book: turn.book,
    grouping: turn.grouping,
    newId: desk.newId,
  });
  const entry: NewEntry = {
    at: desk.clock().toISOString(),
    agent: MACHINE,
    subject: capture.id,
    body: {
      action: 'claims-proposed',
      capture: capture.id,
      extractor: reading.extractor,
      actors: turn.book.takeMade(),
      propositions: turn.grouping.takeMade(),
      claims,
    },
  };
  return { entry, event: eventOf(capture, source, reading) };
}

function eventOf(capture: Capture, source: Source, reading: Reading): Omit<ProposeEvent, 'done' | 'total'> {
  return {
    source: source.id,
    capture: capture.id,
    title: source.title,
    claims: reading.claims.length,
    language: reading.language,
  };
}
