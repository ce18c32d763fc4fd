/**
 * Writes down a step of a source's custody that no other entry tells: from whom it was received, what was made of it with
 * which tool, a remark, that somebody opened it. Refuses a day that lies ahead, and an empty remark. Views are kept only where
 * the record's settings ask for it.
 */
import { type CustodyEvent, type CustodyTool, createCustodyEvent } from '../../record/custody.ts';
import type { CaptureId, Sha256, SourceId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { dayOf } from '../calendar.ts';
import { type Desk, MACHINE } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { liesAhead } from '../given-metadata.ts';
import { reviewerName } from '../reviewer.ts';

/** An event of which nothing is said yet. */
export const NO_EVENT = {
  capture: null,
  on: null,
  from: null,
  to: null,
  tool: null,
  input: null,
  output: null,
  statement: null,
  note: null,
} as const;

/** What every order names. */
interface Order {
  /** Id or its beginning. */
  readonly source: string;
  /** Null when not given. */
  readonly by: string | null;
  /** In a person's words; null: nothing said. */
  readonly note: string | null;
}

/**
 * Logs one event of a source.
 *
 * @throws OnRecordError of the store
 * @example
 * await logCustody(desk, { source, by: 'A. Archivist', event });
 */
export async function logCustody(
  desk: Desk,
  { source, by, event }: { readonly source: SourceId; readonly by: string; readonly event: CustodyEvent },
): Promise<LogEntry> {
  const [logged] = await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: source,
      body: { action: 'custody-recorded', source, event },
    },
  ]);
  if (logged === undefined) throw new TypeError('the store logged nothing');
  return logged;
}

/**
 * Records from whom a source was received.
 *
 * @param order.on day or instant as the person says it; null: not known
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await recordReceipt(desk, { source: 'src_7d2', from: 'A courier', on: '2031-03-04', note: null, by: 'A. Archivist' });
 */
export async function recordReceipt(
  desk: Desk,
  order: Order & { readonly from: string; readonly on: string | null },
): Promise<LogEntry> {
  const by = reviewerName(order.by);
  const source = await findOne(desk.store, order.source, 'src');
  const on = dayOrInstant(order.on, desk.clock());
  const from = said(order.from);
  if (from === null) throw new OnRecordError('bad-usage', 'Say from whom it was received.');
  const event = createCustodyEvent({ ...NO_EVENT, kind: 'received', on, from, note: said(order.note) });
  return logCustody(desk, { source, by, event });
}

/**
 * Records a remark on a source's custody.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await recordRemark(desk, { source: 'src_7d2', on: null, note: 'The envelope was open.', by: 'A. Archivist' });
 */
export async function recordRemark(
  desk: Desk,
  order: Order & { readonly on: string | null },
): Promise<LogEntry> {
  const by = reviewerName(order.by);
  const source = await findOne(desk.store, order.source, 'src');
  const on = dayOrInstant(order.on, desk.clock());
  const note = said(order.note);
  if (note === null) throw new OnRecordError('bad-usage', 'Say what is to be noted: --note "…".');
  return logCustody(desk, {
    source,
    by,
    event: createCustodyEvent({ ...NO_EVENT, kind: 'noted', on, note }),
  });
}

/**
 * Records that something was made out of a copy by a tool outside this vault, such as a translation.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await recordDerivation(desk, { source: 'src_7d2', capture: null, tool, input, output, note: null, by: 'A. Archivist' });
 */
export async function recordDerivation(
  desk: Desk,
  order: Order & {
    readonly capture: CaptureId | null;
    readonly tool: CustodyTool;
    readonly input: Sha256;
    readonly output: Sha256;
  },
): Promise<LogEntry> {
  const by = reviewerName(order.by);
  const source = await findOne(desk.store, order.source, 'src');
  const { capture, tool, input, output } = order;
  const event = {
    ...NO_EVENT,
    kind: 'derived',
    capture,
    tool,
    input,
    output,
    note: said(order.note),
  } as const;
  return logCustody(desk, { source, by, event: createCustodyEvent(event) });
}

/**
 * Records that somebody opened a source, where the settings ask for it.
 *
 * @param by null: the program does not know who
 * @returns null when views are not kept
 * @example
 * await recordView(desk, { source, by: 'A. Archivist' });
 */
export async function recordView(
  desk: Desk,
  { source, by }: { readonly source: SourceId; readonly by: string | null },
): Promise<LogEntry | null> {
  if (!(await desk.store.settings()).logViews) return null;
  const event = createCustodyEvent({ ...NO_EVENT, kind: 'viewed' });
  return logCustody(desk, { source, by: by === null ? MACHINE : reviewerName(by), event });
}

function said(text: string | null): string | null {
  const words = (text ?? '').trim().normalize('NFC');
  return words === '' ? null : words;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/u;

/** A year, month, day or instant that has been. */
function dayOrInstant(text: string | null, now: Date): string | null {
  if (text === null) return null;
  const given = text.trim();
  const isInstant =
    INSTANT.test(given) && dayOf(given.slice(0, 10)) !== null && !Number.isNaN(Date.parse(given));
  if (!isInstant && dayOf(given) === null)
    throw new OnRecordError('bad-usage', 'The day must be such as 2031-03-04, 2031-03 or 2031-03-04T14:05Z.');
  if (liesAhead(given.slice(0, 10), now))
    throw new OnRecordError('bad-usage', `${given} lies in the future. Give the day on which it happened.`);
  return given;
}
