/**
 * Reads every capture that the extractor has not read and logs what it proposes: one entry a capture. Running
 * it again proposes nothing new. It refuses to decide: every claim is born `proposed`, and a speaker whose name
 * is not told stays unnamed.
 */

import type { Handling } from '../record/handling.ts';
import type { CaptureId, SourceId } from '../record/id.ts';
import type { Reading } from '../text/proposed-claim.ts';
import { type CaptureToRead, captureToRead } from './capture-to-read.ts';
import { claimsOfReading } from './claims-of-reading.ts';
import { type Desk, MACHINE } from './desk.ts';
import { inOrder } from './in-order.ts';
import { type EntryMaker, type MakingView, openEntryMaker } from './make-entries.ts';
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
  /** Captures logged together; 8 when absent. */
  readonly together?: number;
}

/** Captures logged together when nobody says: few enough to lose nothing worth naming, enough to spare the disk. */
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
  const proposing: Proposing = {
    desk,
    maker: openEntryMaker(desk),
    total: unread.length,
    beside: options.beside === true,
  };
  const { together = TOGETHER } = options;
  let waiting: Read[] = [];
  try {
    for await (const [unreadText, outcome] of readingsOf(desk, unread, options)) {
      waiting.push({ unread: unreadText, outcome });
      if (waiting.length < together) continue;
      const full = waiting;
      waiting = [];
      yield* await stored(proposing, full);
    }
  } finally {
    // Also when a reader ends the work with an error: what has been read is kept.
    yield* await stored(proposing, waiting);
  }
}

async function toRead(desk: Desk, { extractor, captures }: ProposeOptions): Promise<readonly CaptureId[]> {
  return desk.store.unreadCaptures(extractor, captures);
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

/** Logs what is made of the readings, then tells of it. */
async function stored(proposing: Proposing, read: readonly Read[]): Promise<readonly ProposeEvent[]> {
  if (read.length === 0) return [];
  let made: Made[] = [];
  await proposing.maker.append(async (view) => {
    made = [];
    for (const { unread, outcome } of read)
      made.push(await madeOf({ ...proposing, ...view }, unread, outcome));
    return made.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  });
  return made.map(({ event }) => event);
}

/** A text, and what a reader made of it. */
interface Read {
  readonly unread: Unread;
  readonly outcome: Outcome;
}

interface Proposing {
  readonly desk: Desk;
  readonly maker: EntryMaker;
  readonly total: number;
  readonly beside: boolean;
}

interface Turn extends Proposing, MakingView {}

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
