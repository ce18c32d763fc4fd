/**
 * Reads every capture that the extractor has not read and logs what it proposes: one entry a capture. Running
 * it again proposes nothing new. It refuses to decide: every claim is born `proposed`, and a speaker whose name
 * is not told stays unnamed.
 */

import type { Handling } from '../record/handling.ts';
import type { CaptureId, SourceId } from '../record/id.ts';
import type { Reading } from '../text/proposed-claim.ts';
import { type ActorBook, openActorBook } from './actor-book.ts';
import { type CaptureToRead, captureToRead } from './capture-to-read.ts';
import { claimsOfReading } from './claims-of-reading.ts';
import { type Desk, MACHINE } from './desk.ts';
import { openGrouping } from './group-drafts.ts';
import { inOrder } from './in-order.ts';
import { knownOutlets } from './outlet-list.ts';
import type { NewEntry } from './ports/record-store.ts';
import { isNotRead, type ReadOutcome, type TextReading } from './ports/text-reading.ts';
import { withoutProposed } from './without-proposed.ts';

/** What came of one capture, told when it is safely stored. */
export interface ProposeEvent {
  readonly source: SourceId;
  readonly capture: CaptureId;
  readonly title: string | null;
  /** Claims proposed; 0 with `language` null when the language cannot be read. */
  readonly claims: number;
  /** BCP 47; null when the extractor cannot read the language, or did not come to read it. */
  readonly language: string | null;
  /** Why the text was not read, in words; null when it was. It stays unread and is tried again by the next call. */
  readonly notRead: string | null;
  /** True: its handling forbids to hand it to this reader, so nobody read it. */
  readonly withheld: boolean;
  /** Proposals left out because the record holds the same one from another extractor. */
  readonly alreadyThere: number;
  /** Captures read so far in this call, and in all. */
  readonly done: number;
  readonly total: number;
}

export interface ProposeOptions extends TextReading {
  /** Stops: what has been read is stored, what is under way stays unread. */
  readonly signal?: AbortSignal;
  /** Sources of these handlings alone are handed to the reader; absent: all. */
  readonly handlings?: readonly Handling[];
  /** These captures alone, as far as they are unread; absent: all. */
  readonly captures?: readonly CaptureId[];
  /** Leaves out what another extractor proposed of the same words: this reader stands beside a main one. */
  readonly beside?: boolean;
}

/** Captures logged together: few enough to lose nothing worth naming, enough to spare the disk. */
const TOGETHER = 8;
/** UTF-16 code units of texts under way at once, so that long texts do not pile up in memory. */
const MOST_UNDER_WAY = 16_000_000;

/** Its place among the unread ones, from 0. */
interface Unread extends CaptureToRead {
  readonly index: number;
}

interface Made {
  /** Null: nothing to log, for the text was not read. */
  readonly entry: NewEntry | null;
  readonly event: ProposeEvent;
}

/**
 * Proposes claims for all unread captures, in the order in which they came in. Several texts may be read at once; what is
 * made of them, and the order of it, is the same as with one reader.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`, and what the reader throws
 * @example
 * for await (const event of proposeClaims(desk, { extractor: EXTRACTOR, read: readText })) show(event);
 */
export async function* proposeClaims(desk: Desk, options: ProposeOptions): AsyncGenerator<ProposeEvent> {
  const unread = await toRead(desk, options);
  const turn: Turn = {
    desk,
    book: openActorBook(desk.store, desk.newId, await knownOutlets(desk)),
    grouping: openGrouping(desk),
    total: unread.length,
    beside: options.beside === true,
  };
  let waiting: Made[] = [];
  try {
    for await (const [text, outcome] of readingsOf(desk, unread, options)) {
      waiting.push(await madeOf(turn, text, outcome));
      if (waiting.length < TOGETHER) continue;
      const full = waiting;
      waiting = [];
      yield* await stored(desk, full);
    }
  } finally {
    // Also when a reader ends the work with an error: what has been read is kept.
    yield* await stored(desk, waiting);
  }
}

async function toRead(desk: Desk, { extractor, captures }: ProposeOptions): Promise<readonly CaptureId[]> {
  const unread = await desk.store.unreadCaptures(extractor);
  if (captures === undefined) return unread;
  const asked = new Set(captures);
  return unread.filter((id) => asked.has(id));
}

type Outcome = ReadOutcome | typeof WITHHELD;

/** Readings in the order of the captures; they end early when the signal is raised. */
async function* readingsOf(
  desk: Desk,
  unread: readonly CaptureId[],
  options: ProposeOptions,
): AsyncGenerator<readonly [Unread, Outcome]> {
  const { signal, handlings } = options;
  const bounds = {
    atOnce: options.atOnce ?? 1,
    weight: ({ input }: Unread) => input.text.length,
    mostWeight: MOST_UNDER_WAY,
  };
  const read = ({ source, input }: Unread): Outcome | Promise<Outcome> =>
    handlings === undefined || handlings.includes(source.handling) ? options.read(input, signal) : WITHHELD;
  try {
    yield* inOrder(textsOf(desk, unread, signal), read, bounds);
  } catch (error) {
    // A reader that was told to stop says so by throwing; that is no fault.
    if (signal?.aborted !== true) throw error;
  }
}

async function* textsOf(
  desk: Desk,
  unread: readonly CaptureId[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Unread> {
  for (const [index, id] of unread.entries()) {
    if (signal?.aborted === true) return;
    const toRead = await captureToRead(desk.store, id);
    if (toRead !== null) yield { ...toRead, index };
  }
}

/** Logs what was made, then tells of it. */
async function stored(desk: Desk, made: readonly Made[]): Promise<readonly ProposeEvent[]> {
  const entries = made.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  if (entries.length > 0) await desk.store.append(entries);
  return made.map(({ event }) => event);
}

interface Turn {
  readonly desk: Desk;
  readonly book: ActorBook;
  readonly grouping: ReturnType<typeof openGrouping>;
  readonly total: number;
  readonly beside: boolean;
}

/** What stands in for the outcome of a text that must not be read. */
const WITHHELD = 'withheld';

async function madeOf(turn: Turn, unread: Unread, outcome: Outcome): Promise<Made> {
  const { capture, source, index } = unread;
  const event = {
    source: source.id,
    capture: capture.id,
    title: source.title,
    done: index + 1,
    total: turn.total,
  };
  const nothing = { claims: 0, language: null, notRead: null, withheld: false, alreadyThere: 0 };
  if (outcome === WITHHELD) return { entry: null, event: { ...event, ...nothing, withheld: true } };
  if (isNotRead(outcome)) return { entry: null, event: { ...event, ...nothing, notRead: outcome.notRead } };
  const fresh = turn.beside ? await withoutProposed(turn.desk.store, source.id, outcome) : outcome;
  const { claims, language } = fresh;
  const alreadyThere = outcome.claims.length - claims.length;
  return {
    entry: await entryOf(turn, unread, fresh),
    event: { ...event, ...nothing, claims: claims.length, language, alreadyThere },
  };
}

async function entryOf(turn: Turn, unread: Unread, reading: Reading): Promise<NewEntry> {
  const { desk, book, grouping } = turn;
  const { capture, textSha256, source, outlet, input } = unread;
  const claims = await claimsOfReading(reading, {
    capture: capture.id,
    textSha256,
    text: input.text,
    source,
    outlet,
    book,
    grouping,
    newId: desk.newId,
  });
  return {
    at: desk.clock().toISOString(),
    agent: MACHINE,
    subject: capture.id,
    unlessRead: { captures: [capture.id], extractor: reading.extractor },
    body: {
      action: 'claims-proposed',
      capture: capture.id,
      extractor: reading.extractor,
      actors: book.takeMade(),
      propositions: grouping.takeMade(),
      claims,
    },
  };
}
