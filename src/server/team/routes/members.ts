/** Answers about the members of a team. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Desk, OnRecordError } from '../../../desk/desk.ts';
import { noteAccess } from '../../../desk/team/accesses.ts';
import { listAccounts, shownAccount } from '../../../desk/team/accounts.ts';
import { changeMember, signOutMember, waitingRemovals } from '../../../desk/team/change-members.ts';
import { invite, listInvitations, withdrawInvitation } from '../../../desk/team/invitations.ts';
import { askRecovery, waitingRecoveries } from '../../../desk/team/recovery.ts';
import { changeTeamSettings, teamSettings } from '../../../desk/team/settings.ts';
import * as contract from '../api/member-routes.ts';
import type { TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';
import { withoutAbsent } from '../without-absent.ts';

/** Adds the routes of member-routes.ts. */
export function addMemberRoutes(
  app: OpenAPIHono<TeamEnv>,
  { team }: TeamRoom,
  desk: Pick<Desk, 'store' | 'clock'>,
): void {
  app.openapi(contract.listNames, async (c) => {
    const active = (await listAccounts(team)).filter(({ state }) => state === 'active');
    return c.json({ members: active.map(({ id, name }) => ({ id, name })) }, 200);
  });
  app.openapi(contract.listMembers, async (c) => {
    const asked = await waitingRecoveries(team);
    const removals = await waitingRemovals(team);
    const members = (await listAccounts(team)).map((account) => ({
      ...shownAccount(account),
      recoveryAskedBy: asked.get(account.id) ?? null,
      removalAskedBy: removals.get(account.id) ?? null,
    }));
    const invitations = (await listInvitations(team)).map((one) => ({
      ...one,
      recovers: one.recovers !== null,
    }));
    return c.json({ members, invitations }, 200);
  });
  app.openapi(contract.inviteMember, async (c) => {
    const { account } = c.get('held');
    const { name, roles, clearance } = c.req.valid('json');
    const invited = await invite(team, { name, roles, clearance }, account.name);
    await noteAccess(team, account, {
      act: 'invited',
      route: c.get('route'),
      about: [invited.id],
      detail: rightsLine({ roles, clearance }),
    });
    return c.json(invited, 200);
  });
  app.openapi(contract.withdrawInvitation, async (c) => {
    const { invitation } = c.req.valid('json');
    if (!(await withdrawInvitation(team, invitation)))
      throw new OnRecordError('not-found', 'No such invitation waits any more.');
    const noted = { act: 'account-changed', route: c.get('route'), about: [invitation] } as const;
    await noteAccess(team, c.get('held').account, noted);
    return c.json({ done: true } as const, 200);
  });
  app.openapi(contract.changeMember, async (c) => {
    const { account: by } = c.get('held');
    const change = withoutAbsent(c.req.valid('json'));
    const { account, waits } = await changeMember(team, c.req.valid('param').id, { change, by });
    await noteAccess(team, by, {
      act: 'account-changed',
      route: c.get('route'),
      about: [account.id],
      detail: waits ? 'asked for; a second custodian must, too' : `${rightsLine(account)}, ${account.state}`,
    });
    return c.json({ ...shownAccount(account), waits }, 200);
  });
  app.openapi(contract.signOutMember, async (c) => {
    const { id, ended } = await signOutMember(team, c.req.valid('param').id);
    const noted = { act: 'session-ended', route: c.get('route'), about: [id] } as const;
    await noteAccess(team, c.get('held').account, noted);
    return c.json({ ended }, 200);
  });
  app.openapi(contract.askRecovery, async (c) => {
    const { account } = c.get('held');
    const { id } = c.req.valid('param');
    const { state, until, ...made } = await askRecovery(team, account, id);
    await noteAccess(team, account, {
      act: 'recovery-asked',
      route: c.get('route'),
      about: [id],
      detail: state,
    });
    return c.json({ state, until, token: 'token' in made ? made.token : null }, 200);
  });
  app.openapi(contract.readTeamSettings, async (c) => c.json(await teamSettings(team, desk), 200));
  app.openapi(contract.changeTeamSettings, async (c) => {
    const { account } = c.get('held');
    const change = withoutAbsent(c.req.valid('json'));
    const settings = await changeTeamSettings(team, desk, { change, by: account.name });
    await noteAccess(team, account, {
      act: 'settings-changed',
      route: c.get('route'),
      detail: `second person ${settings.secondPerson}, outside sign-up ${settings.outsideSignUp}`,
    });
    return c.json(settings, 200);
  });
}

function rightsLine({
  roles,
  clearance,
}: {
  readonly roles: readonly string[];
  readonly clearance: string;
}): string {
  return `roles ${roles.join(' ')}, clearance ${clearance}`;
}
