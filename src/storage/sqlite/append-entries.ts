/**
 * The one way to write: entries are hashed onto the log and projected onto the tables in one transaction that takes the
 * writer's lock first. A fault in any entry undoes all of them. The gate is open only inside the transaction.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { sealEntry } from '../../crypto/entry-hash.ts';
import { NO_SHA256 } from '../../crypto/sha256.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import type { Change, LogEntry } from '../../record/log-entry.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { SqliteDatabase } from './engine.ts';
import type { Statements } from './statements.ts';
import { writeRows } from './write-rows.ts';

/** What appending needs. */
export interface AppendContext {
  readonly db: SqliteDatabase;
  readonly statements: Statements;
  readonly lookup: Lookup;
  readonly groupKey: GroupKey;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const NO_TEXTS: ReadonlyMap<Sha256, string> = new Map();

/**
 * Appends entries, all or none.
 *
 * @throws OnRecordError `invalid-record` with every fault of the first entry that has one; SQLite's own errors otherwise
 * @example
 * appendEntries(context, [{ at, agent: 'machine', subject: source.id, body }]); // [{ seq: 1, … }]
 */
export function appendEntries(context: AppendContext, entries: readonly NewEntry[]): readonly LogEntry[] {
  if (entries.length === 0) return [];
  const write = context.db.transaction(() => {
    let last = lastSeal(context.statements);
    const sealed = entries.map((entry) => {
      const next = appendOne(context, entry, last);
      last = { seq: next.seq, entrySha256: next.entrySha256 };
      return next;
    });
    setGate(context.statements, null);
    return sealed;
  });
  return write.immediate();
}

interface Seal {
  readonly seq: number;
  readonly entrySha256: Sha256;
}

function lastSeal(statements: Statements): Seal {
  const sql = 'SELECT seq, entry_sha256 AS entrySha256 FROM log ORDER BY seq DESC LIMIT 1';
  return statements<Seal>(sql).get() ?? { seq: 0, entrySha256: NO_SHA256 };
}

/** Opens the gate for one entry, or closes it. */
function setGate(statements: Statements, entry: number | null): void {
  statements('UPDATE append_gate SET entry = ? WHERE only = 1').run(entry);
}

function appendOne(context: AppendContext, entry: NewEntry, last: Seal): LogEntry {
  const seq = last.seq + 1;
  const body = canonicalBody(entry);
  const change = JSON.parse(body) as Change;
  const texts = entry.texts ?? NO_TEXTS;
  const faults = [
    ...headFaults(entry),
    ...storedMeanwhile(context, entry),
    ...changeFaults(change, { lookup: context.lookup, texts }),
  ];
  if (faults.length > 0) throw refusal(entry, faults);
  const { at, agent, subject } = entry;
  const sealed = sealEntry(
    { seq, at, agent, action: change.action, subject, body: change },
    last.entrySha256,
  );
  setGate(context.statements, seq);
  writeLogRow(context.statements, sealed, body);
  const { lookup, groupKey } = context;
  writeRows(context.statements, projectChange({ seq, at, agent, change, texts, lookup, groupKey }));
  return sealed;
}

/**
 * Writes one row of the log.
 *
 * @example
 * writeLogRow(statements, sealed, canonicalJson(sealed.body));
 */
export function writeLogRow(statements: Statements, sealed: LogEntry, body: string): void {
  statements(
    `INSERT INTO log (seq, at, agent, action, subject, body_sha256, previous, entry_sha256, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sealed.seq,
    sealed.at,
    sealed.agent,
    sealed.action,
    sealed.subject,
    sealed.bodySha256,
    sealed.previous,
    sealed.entrySha256,
    body,
  );
}

function canonicalBody(entry: NewEntry): string {
  try {
    return canonicalJson(entry.body);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'It cannot be written as JSON.';
    throw refusal(entry, [{ path: 'body', message }], cause);
  }
}

/** Inside the transaction, so that of two processes with the same file one is refused. */
function storedMeanwhile({ statements }: AppendContext, { unlessStored }: NewEntry): readonly Fault[] {
  if (unlessStored === undefined) return [];
  const sql = 'SELECT 1 FROM captures WHERE sha256 = ? AND warc_record IS NULL';
  if (statements(sql).get(unlessStored) === undefined) return [];
  return [{ path: 'unlessStored', message: 'These bytes are in the record already.' }];
}

function headFaults(entry: NewEntry): readonly Fault[] {
  const faults: Fault[] = [];
  if (!INSTANT.test(entry.at)) {
    faults.push({
      path: 'at',
      message: 'The time of an entry is an ISO 8601 instant in UTC, as 2017-05-18T09:00:00Z.',
    });
  }
  if (entry.agent.trim() === '' || !entry.agent.isWellFormed()) {
    faults.push({
      path: 'agent',
      message: 'An entry names who made it: a person as configured, or "machine".',
    });
  }
  if (entry.subject.trim() === '' || !entry.subject.isWellFormed()) {
    faults.push({ path: 'subject', message: 'An entry names the first id it is about.' });
  }
  return faults;
}

function refusal(entry: NewEntry, faults: readonly Fault[], cause?: unknown): OnRecordError {
  const first = faults[0]?.message ?? '';
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new OnRecordError('invalid-record', `Nothing was stored: ${first}${more}`, {
    subject: entry.subject,
    faults,
    cause,
  });
}
