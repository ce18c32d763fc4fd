/** Custodians and the accounts of each other: nobody is left outside by two who act at once, or by one who acts alone. */
import { expect, test } from 'vitest';
import { makeAccount, movableClock, testTeam } from '../../server/team/fixtures/open-team.ts';
import { accountById } from './accounts.ts';
import { changeMember, waitingRemovals } from './change-members.ts';
import type { Team } from './team.ts';

const CLOSED = { state: 'closed' } as const;

async function three() {
  const { clock, forward } = movableClock();
  const team = testTeam({ clock });
  const named = (name: string) => makeAccount(team, { name, roles: ['custodian'] });
  return { team, forward, oren: await named('Oren'), lena: await named('Lena'), ivo: await named('Ivo') };
}

const stateOf = async (team: Team, id: string) => (await accountById(team, id))?.state;

test('two custodians cannot close each other, alone or at once; whoever opens the vault can', async () => {
  const { team, oren, lena, ivo } = await three();
  await changeMember(team, ivo.id, { change: { roles: ['reader'] }, by: ivo });
  const both = await Promise.allSettled([
    changeMember(team, lena.id, { change: CLOSED, by: oren }),
    changeMember(team, oren.id, { change: { roles: ['reader'] }, by: lena }),
  ]);
  for (const one of both) expect(one.status).toBe('rejected');
  await expect(changeMember(team, lena.id, { change: CLOSED, by: oren })).rejects.toThrow(/third custodian/);
  const left = await Promise.allSettled(
    [oren, lena].map((one) => changeMember(team, one.id, { change: { roles: ['reader'] }, by: one })),
  );
  expect(
    left.filter(({ status }) => status === 'fulfilled'),
    'each lays it down at once',
  ).toHaveLength(1);
  const kept = left[0]?.status === 'fulfilled' ? lena : oren;
  await expect(changeMember(team, kept.id, { change: CLOSED, by: kept })).rejects.toThrow(/only custodian/);
  await expect(changeMember(team, kept.id, { change: CLOSED, by: null })).rejects.toThrow(/only custodian/);
  await makeAccount(team, { name: 'Ada', roles: ['custodian'] });
  expect((await changeMember(team, kept.id, { change: CLOSED, by: null })).account.state).toBe('closed');
});

test('a third one may be removed by two others, who ask for the same within three days', async () => {
  const { team, forward, oren, lena, ivo } = await three();
  const ask = (by: typeof oren, change: object = CLOSED) => changeMember(team, ivo.id, { change, by });
  expect(await ask(oren)).toMatchObject({ waits: true });
  expect(await stateOf(team, ivo.id)).toBe('active');
  expect([...(await waitingRemovals(team))]).toEqual([[ivo.id, 'Oren']]);
  await expect(ask(oren)).rejects.toThrow(/asked already/);
  expect(await ask(lena, { roles: ['reader'] }), 'something else').toMatchObject({ waits: true });
  forward(72 * 3600 + 1);
  expect(await ask(oren, { roles: ['reader'] }), 'too late').toMatchObject({ waits: true });
  expect(await ask(lena, { roles: ['reader'] })).toMatchObject({
    waits: false,
    account: { roles: ['reader'] },
  });
  expect([...(await waitingRemovals(team))]).toEqual([]);
});

test('who asked and is custodian no more counts for nothing', async () => {
  const { team, oren, lena, ivo } = await three();
  const ada = await makeAccount(team, { name: 'Ada', roles: ['custodian'] });
  await changeMember(team, ivo.id, { change: CLOSED, by: oren });
  await changeMember(team, oren.id, { change: { roles: ['reader'] }, by: oren });
  expect(await changeMember(team, ivo.id, { change: CLOSED, by: lena })).toMatchObject({ waits: true });
  expect(await stateOf(team, ivo.id)).toBe('active');
  expect(await changeMember(team, ivo.id, { change: CLOSED, by: ada })).toMatchObject({ waits: false });
});

test('a turn that was left behind by a killed process holds nothing up for long', async () => {
  const { team, forward, oren } = await three();
  const stuck = { kind: 'setting', id: 'turn custodians', owner: null, key: null, body: 'x' } as const;
  await team.store.put({ ...stuck, until: new Date(team.clock().getTime() + 30_000).toISOString() }, 0);
  const leave = () => changeMember(team, oren.id, { change: { roles: ['reader'] }, by: oren });
  await expect(leave()).rejects.toMatchObject({ code: 'vault-busy' });
  forward(31);
  expect((await leave()).account.roles).toEqual(['reader']);
});
