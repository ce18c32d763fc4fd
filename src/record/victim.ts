/** A person or a counted group that suffered an act. Kept apart from `Actor` on purpose (shared standards §2.5). */
import type { ClaimId, SourceId, VictimId } from './id.ts';
import type { CountingUnit } from './quantity.ts';

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
