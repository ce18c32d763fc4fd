/** One hash over all records of a compartment, for a head to say what there was when it was made. */
import { sha256Hex } from '../sha256.ts';
import { BOUND, bindingOf } from './binding.ts';

/** The current version of one record. */
export interface RecordState {
  readonly record: string;
  readonly version: number;
  /** SHA-256 of the sealed body, hexadecimal. */
  readonly body: string;
}

/**
 * SHA-256, hexadecimal; the order of the records does not matter.
 *
 * @example
 * recordsHash([{ record: 'case-7', version: 2, body: sha256Hex(sealed.body) }]);
 */
export function recordsHash(records: readonly RecordState[]): string {
  const lines = records.map(({ record, version, body }) => [record, version, body] as const);
  const sorted = lines.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256Hex(bindingOf(BOUND.records, [sorted]));
}
