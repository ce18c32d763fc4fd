/**
 * The record of one estimate: everything that it takes to get the same digits again, and what came out. Signed and dated
 * by the log when it is put there; a file of its own otherwise.
 */
import { canonicalJson } from '../crypto/canonical-json.ts';
import { type Sha256Hex, sha256Hex } from '../crypto/sha256.ts';
import { type CaptureTable, captureTable, MOST_LISTS } from '../reckon/estimate/capture-table.ts';
import type { EstimateOptions } from '../reckon/estimate/estimate-options.ts';
import type { EstimateReport } from '../reckon/estimate/estimate-report.ts';
import type { LinkageAverage } from '../reckon/estimate/linkage-average.ts';
import { OnRecordError } from '../record/onrecord-error.ts';

/** Name and version of the format. */
export const ESTIMATE_FORMAT = 'onrecord-estimate-1';

/** A table as text: one row a history that somebody has. */
export interface WrittenTable {
  readonly lists: readonly string[];
  /** "1010": 1 for each list that the person is on, in the order of the names; and how many people. */
  readonly cells: readonly (readonly [history: string, people: number])[];
}

export interface EstimateRecord {
  readonly format: typeof ESTIMATE_FORMAT;
  /** Program, its version, and the runtime whose arithmetic was used. */
  readonly program: string;
  readonly runtime: string;
  /** One, or one for each posterior linkage. */
  readonly tables: readonly WrittenTable[];
  /** SHA-256 of the canonical JSON of `tables`. */
  readonly tableSha256: Sha256Hex;
  readonly options: EstimateOptions;
  readonly results:
    | { readonly kind: 'one-table'; readonly report: EstimateReport }
    | { readonly kind: 'linkages'; readonly pooled: LinkageAverage };
}

/**
 * A table as it stands in a record.
 *
 * @example
 * writtenTable(kosovo).cells[0]; // ['1000', 1131]
 */
export function writtenTable({ lists, counts }: CaptureTable): WrittenTable {
  const cells = counts.flatMap((people, history) =>
    people === 0
      ? []
      : [[lists.map((_, list) => (((history >> list) & 1) === 1 ? '1' : '0')).join(''), people] as const],
  );
  return { lists, cells };
}

/** SHA-256 of tables as they stand in a record. */
export function tablesSha256(tables: readonly WrittenTable[]): Sha256Hex {
  return sha256Hex(canonicalJson(tables));
}

/**
 * Reads what is needed to run a record again, and checks that its tables are those it names.
 *
 * @throws OnRecordError `invalid-record`
 * @example
 * const { tables, options } = readEstimateRecord(JSON.parse(text), 'estimate.json');
 */
export function readEstimateRecord(
  value: unknown,
  file: string,
): { readonly record: EstimateRecord; readonly tables: readonly CaptureTable[] } {
  const wrong = (why: string): OnRecordError =>
    new OnRecordError('invalid-record', `${file} cannot be run again: ${why}.`, { subject: file });
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== ESTIMATE_FORMAT)
    throw wrong(`it is no estimate record of the format ${ESTIMATE_FORMAT}`);
  // The shape below is checked where a wrong one would be run; the results are only compared.
  const record = value as EstimateRecord;
  const { tables, options } = record;
  if (!Array.isArray(tables) || tables.length === 0 || !tables.every(isWrittenTable))
    throw wrong('its tables are not tables of capture histories');
  if (typeof options !== 'object' || options === null || !isOptions(options))
    throw wrong('its options are missing or out of bounds');
  if (tablesSha256(tables) !== record.tableSha256)
    throw wrong('its tables have another hash than it says: they were changed');
  return { record, tables: tables.map(tableOf) };
}

function isWrittenTable(value: unknown): value is WrittenTable {
  if (typeof value !== 'object' || value === null) return false;
  const { lists, cells } = value as Partial<WrittenTable>;
  if (!Array.isArray(lists) || lists.length === 0 || lists.length > MOST_LISTS || !Array.isArray(cells))
    return false;
  const history = new RegExp(`^[01]{${lists.length}}$`, 'u');
  return (
    lists.every((name) => typeof name === 'string') &&
    cells.every(
      (cell: unknown) =>
        Array.isArray(cell) &&
        history.test(String(cell[0])) &&
        Number.isSafeInteger(cell[1]) &&
        Number(cell[1]) >= 0,
    )
  );
}

function isOptions(options: EstimateOptions): boolean {
  const { seed, chains, latentClass, factor, deltas, factors, limits } = options;
  const count = (value: unknown, most: number): boolean =>
    Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most;
  return (
    Number.isSafeInteger(seed) &&
    seed >= 0 &&
    count(chains, 1000) &&
    count(latentClass?.classes, 1000) &&
    count(latentClass?.steps, 1e9) &&
    count(latentClass?.kept, 1e6) &&
    Number.isSafeInteger(latentClass?.warmUp) &&
    Number.isFinite(factor) &&
    Array.isArray(deltas) &&
    Array.isArray(factors) &&
    typeof limits === 'object'
  );
}

function tableOf({ lists, cells }: WrittenTable): CaptureTable {
  return captureTable(
    lists,
    cells.map(([history, people]) => [
      [...history].reduce((bits, on, list) => (on === '1' ? bits | (1 << list) : bits), 0),
      people,
    ]),
  );
}
