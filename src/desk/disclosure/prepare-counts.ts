/** Prepares counts of a compartment for release: what may be published, and what anybody could compute from it. Nothing is kept. */

import type { CountTable } from '../../reckon/disclosure/count-table.ts';
import type { DisclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import type { PreparedTables } from '../../reckon/disclosure/prepare-release.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import type { CountReleases } from '../ports/count-releases.ts';
import type { CountsWork } from '../ports/counts-work.ts';

/** What the use cases of this folder need. */
export interface CountsDesk {
  readonly releases: CountReleases;
  readonly work: CountsWork;
}

/**
 * Prepares them.
 *
 * @param given `at`: now, an instant in UTC; `id`: of the new release
 * @returns the release, not signed off, and what it took
 * @throws OnRecordError as `prepareTables`
 * @example
 * const { release, prepared } = await prepareCounts(desk, { compartment, tables, rule, by: 'Ansa', at, id });
 */
export async function prepareCounts(
  { releases, work }: CountsDesk,
  given: {
    readonly compartment: string;
    readonly tables: readonly CountTable[];
    readonly rule: DisclosureRule;
    readonly by: string;
    readonly at: string;
    readonly id: string;
  },
): Promise<{ readonly release: Release; readonly prepared: PreparedTables }> {
  const { compartment, tables, rule, by, at, id } = given;
  const earlier = await releases.of(compartment);
  const prepared = await work.prepare({ tables, rule, earlier });
  const release: Release = Object.freeze({
    id,
    compartment,
    at,
    tables: prepared.tables,
    rule,
    preparedBy: by.trim(),
    signedOffBy: null,
    signedOffAt: null,
  });
  return { release, prepared };
}
