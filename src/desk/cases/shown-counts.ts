/** Counts from cases as a member is shown them: the table as it would be published, and what anybody could compute. */
import type { AttackReport } from '../../reckon/disclosure/attack-release.ts';
import { DRAFT } from '../../reckon/disclosure/prepare-release.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import { type CheckedSheets, type CheckedTable, shownTables } from '../disclosure/check-sheets.ts';
import { typedLabels } from './count-labels.ts';

export interface ShownCounts
  extends Pick<Release, 'id' | 'at' | 'rule' | 'preparedBy' | 'signedOffBy' | 'signedOffAt'> {
  /** Day of the count, ISO 8601. */
  readonly asOf: string;
  /** What is counted, in words. */
  readonly population: string;
  /** `count` null: withheld. */
  readonly tables: readonly CheckedTable[];
  readonly withheld: number;
  /** Labels that people typed: they are published as they stand. */
  readonly typedLabels: readonly string[];
  /** What is computed from these and all released counts of the compartment; `high` null: nothing bounds it. */
  readonly intervals: CheckedSheets['intervals'];
  /** Changes since released counts of another day; `since` is that day. */
  readonly changes: CheckedSheets['changes'];
}

/**
 * Puts it together.
 *
 * @param attack of the release together with everything that is out; null: nothing is computed
 * @example
 * shownCounts(release, prepared.attack).withheld; // 4
 */
export function shownCounts(release: Release, attack: AttackReport | null): ShownCounts {
  const { id, at, rule, preparedBy, signedOffBy, signedOffAt } = release;
  const tables = shownTables(release.tables);
  const days = new Set(release.tables.map(({ asOf }) => asOf));
  const [first] = release.tables;
  return {
    id,
    at,
    rule,
    preparedBy,
    signedOffBy,
    signedOffAt,
    asOf: first?.asOf ?? '',
    population: first?.population ?? '',
    tables,
    withheld: tables.flatMap(({ rows }) => rows).filter(({ count }) => count === null).length,
    typedLabels: typedLabels(release),
    intervals: (attack?.cells ?? [])
      .filter((cell) => cell.release === id || cell.release === DRAFT)
      .map(({ table, labels, low, high, recovered }) => ({ file: table, labels, low, high, recovered })),
    changes: (attack?.changes ?? [])
      .filter(({ to }) => days.has(to))
      .map(({ labels, from, low, high, recovered }) => ({ labels, since: from, low, high, recovered })),
  };
}
