/** What is wrong with an import of a list before it is logged. */
import type { ListImported } from '../record/changes/of-people.ts';
import { type FaultSheet, fault, isKnown, refer } from './fault-sheet.ts';

/**
 * Checks an import.
 *
 * @example
 * checkListImported(sheet, change);
 */
export function checkListImported(sheet: FaultSheet, change: ListImported): void {
  const { list, capture, listings, gone, part, parts } = change;
  refer(sheet, 'capture', capture);
  if (part < 1 || part > parts) fault(sheet, 'part', `Part ${part} of ${parts} cannot be.`);
  const seen = new Set<string>();
  for (const [index, { id, values }] of listings.entries()) {
    if (seen.has(id)) fault(sheet, `listings[${index}].id`, `${id} is given twice in one import.`);
    seen.add(id);
    if (values.length !== list.columns.length)
      fault(sheet, `listings[${index}].values`, `${id} must have a value for each column of the list.`);
  }
  for (const [index, id] of gone.entries()) {
    if (seen.has(id)) fault(sheet, `gone[${index}]`, `${id} is given as gone and as there.`);
    else if (!isKnown(sheet, id)) refer(sheet, `gone[${index}]`, id);
  }
}
