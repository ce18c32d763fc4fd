/** A team's accounts in backups and moves: there again with the record, sealed on the way; sessions and invitations never. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadMoving } from '../../compose/moves.ts';
import { carryAccesses, logAccesses, noteAccess } from '../../desk/team/accesses.ts';
import { accountNamed, addAccount } from '../../desk/team/accounts.ts';
import { invite, listInvitations } from '../../desk/team/invitations.ts';
import { keep } from '../../desk/team/kept.ts';
import { accountOutside, takeIdentity } from '../../desk/team/outside/identities.ts';
import { beginSession } from '../../desk/team/sessions.ts';
import type { Team } from '../../desk/team/team.ts';
import { movableClock, testTeam } from '../../server/team/fixtures/open-team.ts';
import { openBackup } from '../backup/backup-file.ts';
import { filledVault } from '../backup/fixtures/filled-vault.ts';
import { groupKey } from '../backup/fixtures/invented-vault.ts';
import { readBackup } from '../backup/read-backup.ts';
import { backupVault } from '../backup/write-backup.ts';
import { startTestServer, type TestServer } from '../postgres/fixtures/test-server.ts';
import { restoreBackup, surveyBackup } from '../restore/restore-vault.ts';
import { openVault, type Vault } from '../vault.ts';
import { openPostgresTeam } from './postgres-team.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const IDENTITY = { issuer: 'https://id.example', subject: '4f2c' };
const { clock } = movableClock();

/** The people beside a vault's record; close their store. */
async function peopleOf(vault: Pick<Vault, 'keys'>, database: string): Promise<Team> {
  return testTeam({ store: await openPostgresTeam(database), key: vault.keys.team, clock });
}

test('backed up and restored; they stay when the record moves into a file, and are there when it is back', async () => {
  const database = await tests.emptyDatabase();
  const { folder, file, master, vault } = await filledVault(0, { database });
  expect(await backupVault(vault, file)).toMatchObject({ accounts: null });

  const people = await peopleOf(vault, database);
  const id = people.newId('account');
  const codes = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', lastStep: 7 };
  await addAccount(people, {
    ...{ id, name: 'Mira', roles: ['custodian'], clearance: 'internal', state: 'active', codes },
    ...{ passphrase: null, passkeys: [], outside: await takeIdentity(people, IDENTITY, id) },
    createdAt: clock().toISOString(),
  });
  const { secret } = await beginSession(people, id, { device: 'a test' });
  await invite(people, { name: 'Lena', roles: ['reader'], clearance: 'public' }, 'Mira');
  await keep(people, { kind: 'note', id: 'draft one', owner: id }, { body: 'half a claim' }, 0);
  await noteAccess(people, { id, name: 'Mira' }, { act: 'signed-in', route: 'POST /api/team/sign-in' });
  const desk = { store: vault.store, clock } as never;
  await logAccesses(people, desk);
  await people.store.close();

  expect(await backupVault(vault, file)).toMatchObject({ accounts: 1 });
  expect(await backupVault(vault, file), 'run after run').toMatchObject({ accounts: 1, rewritten: null });
  const lies = (await readFile(file)).toString('latin1');
  for (const word of ['Mira', codes.secret, secret, '"kind":"account"']) expect(lies).not.toContain(word);
  const backup = await openBackup(file);
  const kinds = new Set<string>();
  for await (const event of readBackup(backup, vault.keys.backup))
    if (event.kind === 'team') for (const { kind } of event.items) kinds.add(kind);
  await backup.handle.close();
  expect([...kinds].sort()).toEqual(['account', 'note', 'outside']);
  expect(await surveyBackup(file, { master: async () => master.slice() })).toMatchObject({ fault: null });

  const work = { master: async () => master.slice(), groupKey };
  await expect(restoreBackup(file, join(folder, 'same'), { ...work, database })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  const flat = await restoreBackup(file, join(folder, 'flat'), work);
  expect(flat.accounts).toEqual({ held: 1, restored: 0 });

  const other = await tests.emptyDatabase();
  const into = join(folder, 'again');
  const report = await restoreBackup(file, into, { ...work, database: other });
  expect(report.accounts).toEqual({ held: 1, restored: 1 });
  const again = await openVault(into, { master: master.slice(), groupKey, database: other });
  const restored = await peopleOf(again, other);
  expect(await accountOutside(restored, IDENTITY)).toEqual(await accountNamed(restored, 'mira'));
  expect(await accountNamed(restored, 'Mira')).toMatchObject({ codes, roles: ['custodian'] });
  expect(await restored.store.list('session')).toEqual([]);
  expect(await listInvitations(restored)).toEqual([]);
  // Who saw what comes back from the log, under its numbers.
  expect(await restored.store.accesses({ limit: 9 })).toEqual([]);
  await carryAccesses(restored, again);
  expect(await restored.store.accesses({ limit: 9 })).toMatchObject([{ seq: 1, name: 'Mira', logged: 1 }]);
  await restored.store.close();
  await again.close();
  await vault.close();

  const { move } = await loadMoving();
  const out = await move(into, { master: master.slice(), from: other, to: null });
  expect(out.accounts).toBe(1);
  const back = await move(into, { master: master.slice(), from: null, to: other });
  expect(back.accounts).toBe(0);
  const last = await openVault(into, { master: master.slice(), groupKey, database: other });
  const stayed = await peopleOf(last, other);
  expect(await accountNamed(stayed, 'Mira')).toMatchObject({ codes });
  await stayed.store.close();
  await last.close();
}, 120_000);
