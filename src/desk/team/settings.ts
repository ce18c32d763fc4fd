/**
 * What a team agrees on for all its members. Whether a second person is wanted is a setting of the record, which stands in its log;
 * what concerns accounts alone lies with them.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { loggedSettings } from '../change-settings.ts';
import { type Desk, MACHINE } from '../desk.ts';
import { keep, kept } from './kept.ts';
import type { Team } from './team.ts';

export interface TeamSettings {
  /** Whether a claim that somebody made by hand, or a release, must be accepted by another person: the record's own setting. */
  readonly secondPerson: boolean;
  /** Whether whom the organisation's sign-in vouches for may make an account of their own: a reader who sees what is public. */
  readonly outsideSignUp: boolean;
}

/** As they lie with the accounts. */
interface Held {
  readonly outsideSignUp?: boolean;
  /** Where older versions kept it; carried into the record. */
  readonly secondPerson?: boolean;
}

/** The record as it is read and written to. */
type Written = Pick<Desk, 'store' | 'clock'>;

/** Whether people may sign up by the organisation's sign-in. */
export async function isSignUpOpen(team: Team): Promise<boolean> {
  return (await kept<Held>(team, 'setting', 'team'))?.value.outsideSignUp === true;
}

/** As they are now. */
export async function teamSettings(team: Team, desk: Pick<Desk, 'store'>): Promise<TeamSettings> {
  const { secondPerson = false } = await desk.store.settings();
  return { secondPerson, outsideSignUp: await isSignUpOpen(team) };
}

/**
 * Changes them.
 *
 * @param by who changes them, as it stands in the log
 * @throws OnRecordError `vault-busy`, `read-only`
 * @example
 * await changeTeamSettings(team, desk, { change: { secondPerson: true }, by: 'Oren' });
 */
export async function changeTeamSettings(
  team: Team,
  desk: Written,
  { change, by }: { readonly change: Partial<TeamSettings>; readonly by: string },
): Promise<TeamSettings> {
  const { secondPerson, outsideSignUp } = change;
  if (secondPerson !== undefined) await loggedSettings(desk, { secondPerson }, by);
  if (outsideSignUp !== undefined) {
    const held = await kept<Held>(team, 'setting', 'team');
    const next: Held = { ...held?.value, outsideSignUp };
    if (!(await keep(team, { kind: 'setting', id: 'team' }, next, held?.version ?? 0)))
      throw new OnRecordError('vault-busy', 'Somebody else is changing the settings: try again.');
  }
  return teamSettings(team, desk);
}

/**
 * Carries a second person that an older version kept with the accounts into the record, once. Cut off in between it is done again,
 * to the same end; where the record says yes already, or the team said no, nothing is written to the log.
 *
 * @returns whether there was something to carry
 * @example
 * await carrySecondPerson(team, desk);
 */
export async function carrySecondPerson(team: Team, desk: Written): Promise<boolean> {
  const held = await kept<Held>(team, 'setting', 'team');
  if (held?.value.secondPerson === undefined) return false;
  const { secondPerson, ...rest } = held.value;
  if (secondPerson) await loggedSettings(desk, { secondPerson }, MACHINE);
  await keep(team, { kind: 'setting', id: 'team' }, rest, held.version);
  return true;
}
