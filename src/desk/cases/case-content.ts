/**
 * What stands in the sealed record of a case, version 2: two lines of JSON. The first is who saved it when, and the head of
 * the case, which is all that a list of many cases reads; the second is the rest. Version 1, one value with the whole case,
 * is still read.
 */
import { type Case, createCase } from '../../record/case/case.ts';
import { type CaseHead, createCaseHead, headOf } from '../../record/case/case-head.ts';
import type { CaseId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import { jsonBytes, jsonValue } from './sealed-content.ts';

/** Who saved a version, and when. */
export interface Saved {
  /** ISO 8601 instant, UTC, as the clock of whoever saved it claimed. */
  readonly savedAt: string;
  /** Name of the member who saved it. */
  readonly savedBy: string;
}

/** A case out of its sealed record, its head checked. */
export interface OpenedContent extends Saved {
  readonly head: CaseHead;
  /**
   * Reads and checks the rest, once.
   *
   * @throws OnRecordError `invalid-record`
   */
  whole(): Case;
}

interface FirstLine extends Partial<Saved> {
  readonly format: 'onrecord/case/v2';
  readonly head: CaseHead;
}

interface VersionOne extends Partial<Saved> {
  readonly format: 'onrecord/case/v1';
  readonly case: Case;
}

const LINE_END = 10;
/** What cases did not hold that were saved before onrecord knew it. */
const UNSAID = { lookedAfterBy: null } as const;

/**
 * The bytes to seal.
 *
 * @throws OnRecordError `invalid-record` naming paths, never words
 * @example
 * const content = caseContent(one, { savedAt, savedBy: 'lena' });
 */
export function caseContent(one: Case, { savedAt, savedBy }: Saved): Uint8Array {
  const { id, pseudonym, lookedAfterBy, risk, applications, tasks, retainUntil, ...rest } = createCase(one);
  const head = headOf({ id, pseudonym, lookedAfterBy, risk, applications, tasks, retainUntil, ...rest });
  const first: FirstLine = { format: 'onrecord/case/v2', savedAt, savedBy, head };
  const [before, after] = [jsonBytes(first), jsonBytes(rest)];
  const content = new Uint8Array(new ArrayBuffer(before.length + 1 + after.length));
  content.set(before);
  content[before.length] = LINE_END;
  content.set(after, before.length + 1);
  return content;
}

/**
 * Opens them: the head at once, the rest when it is asked for.
 *
 * @param content kept until the rest was read, and overwritten then
 * @throws OnRecordError `damaged`, or `invalid-record` with every fault of the head
 * @example
 * readCaseContent(id, content).head.pseudonym; // 'Heron'
 */
export function readCaseContent(id: CaseId, content: Uint8Array): OpenedContent {
  const end = content.indexOf(LINE_END);
  if (end < 0) return versionOne(jsonValue(id, content) as VersionOne);
  const { savedAt = '', savedBy = '', ...first } = jsonValue(id, content.subarray(0, end)) as FirstLine;
  const head = createCaseHead({ ...UNSAID, ...first.head });
  const read = (): Case => {
    const rest = jsonValue(id, content.subarray(end + 1)) as Case;
    const { people: _, documents: __, ...known } = head;
    const one = createCase({ ...rest, ...known });
    const { people, documents } = headOf(one);
    if (people !== head.people || documents !== head.documents) throw differs(id);
    content.fill(0);
    return one;
  };
  return { head, savedAt, savedBy, whole: once(read) };
}

function versionOne({ savedAt = '', savedBy = '', ...content }: VersionOne): OpenedContent {
  // `createCase` tells what is wrong when there is no case at all.
  const given = { ...UNSAID, ...(content.case ?? createCase(content.case)) };
  return { head: createCaseHead(headOf(given)), savedAt, savedBy, whole: once(() => createCase(given)) };
}

function once(read: () => Case): () => Case {
  let work: (() => Case) | null = read;
  let whole: Case | null = null;
  return () => {
    if (work !== null) {
      whole = work();
      work = null;
    }
    return whole as Case;
  };
}

function differs(subject: CaseId): OnRecordError {
  return new OnRecordError('invalid-record', `${subject} does not hold what its first line says.`, {
    subject,
  });
}
