/** The work sheet on which the faults of one change are noted, and what every check of a reference asks. */
import type { Fault } from '../record/onrecord-error.ts';
import type { Lookup } from './projection/lookup.ts';

/** What a change is checked with. */
export interface ChangeContext {
  readonly lookup: Lookup;
  /** Texts that come with it, by hash. */
  readonly texts: ReadonlyMap<string, string>;
  /** Ids that were erased since: known when an old entry is played again, unknown to a new one. */
  readonly gone?: ReadonlySet<string>;
}

/** The sheet. */
export interface FaultSheet extends ChangeContext {
  readonly faults: Fault[];
  /** Ids first seen in this change. */
  readonly fresh: Set<string>;
  /** Answers of the lookup, asked once. */
  readonly known: Map<string, boolean>;
}

/**
 * Notes a fault.
 *
 * @example
 * fault(sheet, 'reason', 'It is cut without a reason: say why.');
 */
export function fault(sheet: FaultSheet, path: string, message: string): void {
  sheet.faults.push({ path, message });
}

/**
 * Whether an id is in the record, comes with this change, or was erased since.
 *
 * @example
 * isKnown(sheet, 'src_…'); // true
 */
export function isKnown(sheet: FaultSheet, id: string): boolean {
  if (sheet.fresh.has(id) || sheet.gone?.has(id) === true) return true;
  const asked = sheet.known.get(id);
  if (asked !== undefined) return asked;
  const found = sheet.lookup.place(id) !== null;
  sheet.known.set(id, found);
  return found;
}

/**
 * A reference must lead somewhere; null is no reference.
 *
 * @example
 * refer(sheet, 'claim', change.claim);
 */
export function refer(sheet: FaultSheet, path: string, id: string | null): void {
  if (id === null || isKnown(sheet, id)) return;
  fault(sheet, path, `Nothing in the record has the id ${id}: log it first, or in the same entry.`);
}
