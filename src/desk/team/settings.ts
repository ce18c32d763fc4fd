/** What a team agrees on for all its members. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { keep, kept } from './kept.ts';
import type { Team } from './team.ts';

export interface TeamSettings {
  /** Whether a claim that somebody made by hand must be accepted by another person. */
  readonly secondPerson: boolean;
  /** Whether whom the organisation's sign-in vouches for may make an account of their own: a reader who sees what is public. */
  readonly outsideSignUp: boolean;
}

const USUAL: TeamSettings = { secondPerson: false, outsideSignUp: false };

/** As they are now. */
export async function teamSettings(team: Team): Promise<TeamSettings> {
  return { ...USUAL, ...(await kept<Partial<TeamSettings>>(team, 'setting', 'team'))?.value };
}

/**
 * Changes them.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * await changeTeamSettings(team, { secondPerson: true });
 */
export async function changeTeamSettings(team: Team, change: Partial<TeamSettings>): Promise<TeamSettings> {
  const held = await kept<Partial<TeamSettings>>(team, 'setting', 'team');
  const next = { ...USUAL, ...held?.value, ...change };
  if (!(await keep(team, { kind: 'setting', id: 'team' }, next, held?.version ?? 0)))
    throw new OnRecordError('vault-busy', 'Somebody else is changing the settings: try again.');
  return next;
}
