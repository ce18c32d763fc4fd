/** A person or a counted group that suffered an act. Kept apart from `Actor` on purpose (shared standards §2.5). */
import { construct, idOf, language, list, object, oneOf, orNull, text, within } from './fields.ts';
import type { ClaimId, SourceId, VictimId } from './id.ts';
import { COUNTING_UNITS, type CountingUnit } from './quantity.ts';

/** One value about a victim as one list states it. */
export interface VictimStatement {
  readonly property: string;
  readonly value: string;
  readonly lang: string | null;
  /** The value before any cleaning. */
  readonly original: string;
}

/** One entry of one list. */
export interface VictimRecord {
  readonly list: SourceId;
  readonly entry: string;
  readonly statements: readonly VictimStatement[];
}

/** A decision that two victim records are, or are not, one person. */
export interface VictimLink {
  readonly to: VictimId;
  /** Match weight in bits; null when a person decided without one. */
  readonly weight: number | null;
  readonly decision: 'same' | 'different' | 'undecided';
}

export interface Victim {
  readonly id: VictimId;
  readonly naming: 'named' | 'pseudonym' | 'group';
  readonly unit: CountingUnit;
  /** Persons in a group; null when not stated or for one person. */
  readonly size: number | null;
  readonly records: readonly VictimRecord[];
  readonly links: readonly VictimLink[];
  readonly basis: readonly ClaimId[];
}

const statementField = object<VictimStatement>({
  property: text,
  value: text,
  lang: orNull(language),
  original: text,
});
const victimRecordField = object<VictimRecord>({
  list: idOf('source'),
  entry: text,
  statements: list(statementField),
});
const linkField = object<VictimLink>({
  to: idOf('victim'),
  weight: orNull(within(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)),
  decision: oneOf(['same', 'different', 'undecided']),
});

const victimField = object<Victim>(
  {
    id: idOf('victim'),
    naming: oneOf(['named', 'pseudonym', 'group']),
    unit: oneOf(COUNTING_UNITS),
    size: orNull(within(1, Number.MAX_SAFE_INTEGER)),
    records: list(victimRecordField),
    links: list(linkField),
    basis: list(idOf('claim')),
  },
  (victim, fault) => {
    if (victim.size !== null && !Number.isInteger(victim.size))
      fault('size', 'must be a whole number of persons');
    if (victim.naming !== 'group' && victim.size !== null && victim.size > 1)
      fault('size', 'must be null for one person');
    if (victim.links.some((link) => link.to === victim.id)) fault('links', 'must not name the victim itself');
    if (victim.records.length === 0 && victim.basis.length === 0) {
      fault('basis', 'must name a claim when no list names the victim');
    }
  },
);

/**
 * Checks a victim's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createVictim({ id, naming: 'group', unit: 'individual', size: 12, records: [], links: [], basis: [claimId] });
 */
export function createVictim(fields: Victim): Victim {
  return construct('victim', victimField, fields);
}
