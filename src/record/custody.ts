/**
 * One step in the life of a source's bytes (Berkeley Protocol §167): who had it, what was done, with which tool. What
 * the log itself tells (captured, described, read, erased) is not written a second time.
 */
import { construct, idOf, object, oneOf, orNull, sha256, text, textByKey } from './fields.ts';
import type { CaptureId, Sha256 } from './id.ts';

/**
 * `received`: handed to us before it was captured. `copied`: a working copy left the vault. `derived`: something was
 * made from it (tool, input, output). `transferred`: control passed, both parties signed. `exported`: part of a
 * package. `redacted`: a copy with parts taken out. `viewed`: somebody opened it (kept only where asked for).
 */
export const CUSTODY_KINDS = [
  'received',
  'copied',
  'derived',
  'transferred',
  'exported',
  'redacted',
  'viewed',
  'noted',
] as const;
export type CustodyKind = (typeof CUSTODY_KINDS)[number];

/** What made one thing out of another. */
export interface CustodyTool {
  readonly name: string;
  readonly version: string;
  /** As given on the tool's command line or in its settings. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface CustodyEvent {
  readonly kind: CustodyKind;
  /** Which copy; null: the source as a whole. */
  readonly capture: CaptureId | null;
  /** ISO 8601 instant or EDTF day as a person says it; null: when it was logged. */
  readonly on: string | null;
  /** Who gave it; null: not said. */
  readonly from: string | null;
  /** Who got it; null: nobody, or not said. */
  readonly to: string | null;
  readonly tool: CustodyTool | null;
  /** Hash of what went in; null: does not apply. */
  readonly input: Sha256 | null;
  /** Hash of what came out; null: does not apply. */
  readonly output: Sha256 | null;
  /** A transfer's statement as signed note with the signatures of both parties; null otherwise. */
  readonly statement: string | null;
  /** Why, where, how, in a person's words; null: nothing said. */
  readonly note: string | null;
}

const custodyField = object<CustodyEvent>(
  {
    kind: oneOf(CUSTODY_KINDS),
    capture: orNull(idOf('capture')),
    on: orNull(text),
    from: orNull(text),
    to: orNull(text),
    tool: orNull(object<CustodyTool>({ name: text, version: text, parameters: textByKey })),
    input: orNull(sha256),
    output: orNull(sha256),
    statement: orNull(text),
    note: orNull(text),
  },
  (event, fault) => {
    if (event.kind === 'derived' && (event.tool === null || event.input === null || event.output === null))
      fault('tool', 'must name the tool, what went in and what came out');
    if (event.kind === 'transferred' && (event.statement === null || event.to === null))
      fault('statement', 'must hold the signed statement, and to whom');
  },
);

/**
 * Checks an event's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createCustodyEvent({ kind: 'received', capture: null, on: '2031-03-04', from: 'A courier', to: null, tool: null, input: null, output: null, statement: null, note: null });
 */
export function createCustodyEvent(fields: CustodyEvent): CustodyEvent {
  return construct('custody event', custodyField, fields);
}
