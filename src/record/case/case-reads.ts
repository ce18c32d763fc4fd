/**
 * Who read what in a compartment: sealed in the compartment itself, so that nobody outside learns whose case was opened. One
 * record holds what one member did in one sitting.
 */
import { construct, type Field, idOf, idOfAny, instant, list, object, oneOf } from '../fields.ts';
import type { CaseId, DocumentId, MemberId } from '../id.ts';

export const READ_KINDS = ['list', 'show', 'search', 'document', 'save', 'attach', 'erase'] as const;
/** `list` and `search` touch all cases at once and name none. */
export type ReadKind = (typeof READ_KINDS)[number];

export interface CaseRead {
  /** ISO 8601 instant, UTC, as the clock of that machine claimed. */
  readonly at: string;
  readonly kind: ReadKind;
  /** Null where no single one was meant. */
  readonly of: CaseId | DocumentId | null;
}

export interface CaseReads {
  readonly by: MemberId;
  readonly reads: readonly CaseRead[];
}

const caseReadsField: Field<CaseReads> = object<CaseReads>({
  by: idOf('member'),
  reads: list(
    object<CaseRead>({
      at: instant,
      kind: oneOf(READ_KINDS),
      of: (value, at, faults) => (value === null ? null : idOfAny(['case', 'document'])(value, at, faults)),
    }),
    1,
  ),
});

/**
 * Checks what was read and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createCaseReads({ by: member, reads: [{ at: '2026-11-30T09:00:00Z', kind: 'show', of: caseId }] });
 */
export function createCaseReads(fields: CaseReads): CaseReads {
  return construct('log of reads', caseReadsField, fields);
}
