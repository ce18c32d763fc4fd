/** What was given away: tables as published, the rule they were made by, and who answers for it. No value of a withheld cell is in it. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Axis } from './axis.ts';
import { labelsOf } from './cell-grid.ts';
import type { ReleasedCount } from './count-brand.ts';
import type { DisclosureRule } from './disclosure-rule.ts';

export interface ReleasedTable {
  readonly name: string;
  readonly population: string;
  /** Day of the count, ISO 8601. */
  readonly asOf: string;
  readonly grows: boolean;
  readonly axes: readonly Axis[];
  /** One for each cell of the grid; null: withheld, for a reason that is never told. */
  readonly cells: readonly (ReleasedCount | null)[];
  /** Cells in which nobody can be, as everybody knows. */
  readonly impossible: readonly boolean[];
}

export interface Release {
  readonly id: string;
  readonly compartment: string;
  /** When it was prepared; an instant in UTC, ISO 8601. */
  readonly at: string;
  readonly tables: readonly ReleasedTable[];
  readonly rule: DisclosureRule;
  /** Member who prepared it. */
  readonly preparedBy: string;
  /** Another member of the compartment, who looked at it; null: not signed off, and not to be given away. */
  readonly signedOffBy: string | null;
  readonly signedOffAt: string | null;
}

/**
 * The withheld cells of a table, by their labels and without values.
 *
 * @example
 * withheldIn(release.tables[0]); // [['Aldland', 'refused'], …]
 */
export function withheldIn({ axes, cells }: ReleasedTable): readonly (readonly string[])[] {
  return cells.flatMap((cell, at) => (cell === null ? [labelsOf(axes, at)] : []));
}

/**
 * The release with the name of the second member who stands for it.
 *
 * @throws OnRecordError `bad-usage` when that member prepared it, or when it is signed off already
 * @example
 * signedOff(release, { by: 'Ansa', at: '2017-06-02T09:00:00Z' });
 */
export function signedOff(
  release: Release,
  { by, at }: { readonly by: string; readonly at: string },
): Release {
  const name = by.trim();
  if (name === '') throw new OnRecordError('bad-usage', 'A sign-off needs the name of a member.');
  if (sameMember(name, release.preparedBy))
    throw new OnRecordError(
      'bad-usage',
      'Whoever prepared a release cannot sign it off: a second member has to look at it.',
      { subject: release.id },
    );
  if (release.signedOffBy !== null)
    throw new OnRecordError('bad-usage', 'This release is signed off already.', { subject: release.id });
  return Object.freeze({ ...release, signedOffBy: name, signedOffAt: at });
}

/**
 * Whether two names are those of one member.
 *
 * @example
 * sameMember("Ansa ", "ansa"); // true
 */
export function sameMember(a: string, b: string): boolean {
  const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
  return fold(a) === fold(b);
}
