/**
 * A second member looks at a prepared release and stands for it. The attack is run once more, with everything that was
 * released since it was prepared; only then is it kept, and may be given away.
 */
import type { AttackReport } from '../../reckon/disclosure/attack-release.ts';
import { type Release, signedOff, withheldIn } from '../../reckon/disclosure/release.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { CountsDesk } from './prepare-counts.ts';

/** What the second member is shown: where something is withheld, never how much. */
export interface WithheldList {
  readonly table: string;
  readonly cells: readonly (readonly string[])[];
}

/**
 * Cells that a release withholds, table by table, without values.
 *
 * @example
 * withheldLists(release)[0]?.cells;
 */
export function withheldLists(release: Release): readonly WithheldList[] {
  return release.tables.map((table) => ({ table: table.name, cells: withheldIn(table) }));
}

/**
 * Signs it off and keeps it.
 *
 * @throws OnRecordError `bad-usage` when the member prepared it; `verify-failed` when something else was released since, or the attack recovers something;
 *   `vault-busy` when another release came in between
 * @example
 * const release = await signOffCounts(desk, prepared.release, { by: 'Bero', at });
 */
export async function signOffCounts(
  { releases, work }: CountsDesk,
  release: Release,
  member: { readonly by: string; readonly at: string },
): Promise<{ readonly release: Release; readonly attack: AttackReport }> {
  const signed = signedOff(release, member);
  const earlier = await releases.of(release.compartment);
  if (earlier.some(({ id }) => id === release.id))
    throw new OnRecordError('bad-usage', 'This release is signed off already.', { subject: release.id });
  if (earlier.some(({ signedOffAt }) => signedOffAt !== null && signedOffAt >= release.at))
    throw overtaken(release.id);
  const attack = await work.attack([...earlier, signed]);
  if (attack.recovered > 0 && attack.recovered > (await work.attack(earlier)).recovered)
    throw overtaken(release.id);
  await releases.append(signed, earlier.at(-1)?.id ?? null);
  return { release: signed, attack };
}

function overtaken(id: string): OnRecordError {
  return new OnRecordError(
    'verify-failed',
    'Something else was released since this was prepared: it has to be prepared anew, against that as well.',
    { subject: id },
  );
}
