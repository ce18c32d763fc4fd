/** `onrecord team`: the people of a team, from the machine that holds the vault. */

import { OnRecordError } from '../desk/desk.ts';
import { noteAccess } from '../desk/team/accesses.ts';
import { accountNamed, listAccounts, shownAccount } from '../desk/team/accounts.ts';
import { changeMember } from '../desk/team/change-members.ts';
import { invite, listInvitations } from '../desk/team/invitations.ts';
import { putRecovery } from '../desk/team/recovery.ts';
import type { Team } from '../desk/team/team.ts';
import { type Account, HANDLINGS, ROLES } from '../desk/vocabulary.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { para } from './words.ts';

export const team: CommandFile = {
  name: 'team',
  summary: 'who may sign in to the team’s desk; invite the first ones',
  description:
    'Shows the members of a team and the invitations that wait, or invites somebody, or gives a member who lost every way in a new one. It works where the vault can be opened and needs no account: so the first custodian is made; everybody else is better invited by a custodian in the desk. invite NAME prints a token once: behind the address of the desk, as https://desk.example/join#TOKEN, it opens one account, once, within three days. Hand it over by a way that nobody else reads. The name stands in the log beside all they do; a pseudonym will do. --roles says what they may do, --clearance what they may see. recover NAME prints such a token for a member who is there: their old ways in and their sessions end when it is used; where there are two custodians they do it in the desk, together. close NAME closes an account and ends its sessions: for a custodian, whom no other one can remove alone. What was done from here is kept for whoever audits the team.',
  args: [
    ['[action]', 'list, invite, recover or close'],
    ['[name]', 'invite, recover and close: under which they sign in'],
  ],
  options: [
    ['--roles <roles>', `invite: some of ${ROLES.join(', ')}, with commas between`],
    [
      '--clearance <handling>',
      'invite: the most protected handling that they see (internal when not given)',
      HANDLINGS,
    ],
    ['--public-address <address>', 'invite and recover: of the desk, to print the whole address'],
  ],
  examples: [
    ['onrecord team invite Oren --roles custodian,auditor --clearance sealed', 'makes the first custodian'],
    ['onrecord team', 'who is in the team'],
  ],
  usesVault: true,
  async run(call) {
    const [action = 'list', ...words] = call.args;
    if (action !== 'list' && action !== 'invite' && action !== 'recover' && action !== 'close')
      throw usageError('The first word after team must be list, invite, recover or close', 'team');
    const desk = await call.open('write');
    const people = await desk.openTeam();
    try {
      if (action === 'list') return await list(call, people);
      if (action === 'invite') return await inviteOne(call, people, words);
      return action === 'close' ? await close(call, people, words) : await recover(call, people, words);
    } finally {
      await people.store.close();
    }
  },
};

async function list({ terminal }: Call, people: Team): Promise<ExitCode> {
  const members = (await listAccounts(people)).map(shownAccount);
  const invitations = await listInvitations(people);
  if (terminal.json) {
    terminal.outJson({ members, invitations });
    return EXIT.ok;
  }
  for (const { name, roles, clearance, state } of members)
    terminal.out(`${name}: ${roles.join(', ')}; sees ${clearance}${state === 'closed' ? '; closed' : ''}`);
  for (const { name, roles, clearance, until } of invitations)
    terminal.out(`${name}, invited until ${until}: ${roles.join(', ')}; sees ${clearance}`);
  if (members.length + invitations.length === 0)
    terminal.out(
      ...para('Nobody can sign in yet: onrecord team invite NAME --roles custodian', terminal.paper),
    );
  return EXIT.ok;
}

async function inviteOne(call: Call, people: Team, [name, ...more]: readonly string[]): Promise<ExitCode> {
  const { options } = call;
  if (name === undefined || more.length > 0) throw usageError('invite needs one name', 'team');
  const asked = String(options.roles ?? '')
    .split(',')
    .map((one) => one.trim());
  const roles = ROLES.filter((role) => asked.includes(role));
  if (roles.length === 0 || asked.some((one) => !ROLES.some((role) => role === one)))
    throw usageError(`--roles must be some of ${ROLES.join(', ')}, with commas between`, 'team');
  const clearance = HANDLINGS.find((one) => one === options.clearance) ?? 'internal';
  const invited = await invite(people, { name, roles, clearance }, 'onrecord team');
  await noteAccess(people, null, {
    act: 'invited',
    route: 'onrecord team invite',
    about: [invited.id],
    detail: `roles ${roles.join(' ')}, clearance ${clearance}`,
  });
  printToken(call, invited, `${name} is invited until ${invited.until}. This opens the account, once:`);
  return EXIT.ok;
}

async function recover(call: Call, people: Team, [name, ...more]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || more.length > 0) throw usageError('recover needs one name', 'team');
  const account = await memberNamed(people, name);
  const made = await putRecovery(people, account, 'onrecord team');
  const noted = { act: 'recovery-asked', route: 'onrecord team recover', about: [account.id] } as const;
  await noteAccess(people, null, noted);
  printToken(call, made, `Until ${made.until} this opens the account of ${account.name} anew, once:`);
  return EXIT.ok;
}

async function close(call: Call, people: Team, [name, ...more]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || more.length > 0) throw usageError('close needs one name', 'team');
  const { terminal } = call;
  const { id } = await memberNamed(people, name);
  const { account } = await changeMember(people, id, { change: { state: 'closed' }, by: null });
  const noted = { act: 'account-changed', route: 'onrecord team close', about: [id] } as const;
  await noteAccess(people, null, { ...noted, detail: 'closed' });
  if (terminal.json) terminal.outJson({ closed: shownAccount(account) });
  else terminal.out(...para(`${account.name} is closed, and signed out everywhere.`, terminal.paper));
  return EXIT.ok;
}

async function memberNamed(people: Team, name: string): Promise<Account> {
  const account = await accountNamed(people, name);
  if (account === null || account.state !== 'active')
    throw new OnRecordError('not-found', 'The team has no such member: onrecord team shows all.');
  return account;
}

function printToken(
  { terminal, options }: Call,
  made: { readonly id: string; readonly token: string; readonly until: string },
  says: string,
): void {
  if (terminal.json) {
    terminal.outJson(made);
    return;
  }
  const address =
    typeof options.publicAddress === 'string' ? options.publicAddress : 'the address of the desk';
  terminal.out(...para(says, terminal.paper), `  ${address}/join#${made.token}`);
}
