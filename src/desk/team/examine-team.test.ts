import { expect, test } from 'vitest';
import { makeAccount, movableClock, testTeam } from '../../server/team/fixtures/open-team.ts';
import { noteAccess } from './accesses.ts';
import { examineTeam } from './examine-team.ts';

test('custodians are counted, what waits too long for the log is told, and what was changed is damage', async () => {
  const { clock, forward } = movableClock();
  const team = testTeam({ clock });
  expect(await examineTeam(team)).toMatchObject([{ state: 'good' }]);
  await makeAccount(team, { name: 'Mira' });
  expect(await examineTeam(team)).toMatchObject([
    { state: 'bad', message: expect.stringContaining('Nobody') },
  ]);
  for (const name of ['Oren', 'Lena']) await makeAccount(team, { name, roles: ['custodian'] });
  expect(await examineTeam(team)).toMatchObject([{ state: 'note' }]);
  await makeAccount(team, { name: 'Ivo', roles: ['custodian'] });
  await noteAccess(team, null, { act: 'sign-in-failed', route: 'POST /api/team/sign-in' });
  expect(await examineTeam(team)).toMatchObject([
    { state: 'good', message: expect.stringContaining('4 may') },
  ]);
  forward(601);
  expect(await examineTeam(team)).toMatchObject([{ state: 'good' }, { state: 'note' }]);
  const [item] = await team.store.list('account');
  await team.store.put({ ...item!, body: 'x' }, 1);
  expect(await examineTeam(team)).toMatchObject([{ state: 'bad' }]);
});
