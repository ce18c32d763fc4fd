/** What every keeper of a team's things must do. */
import { expect, test } from 'vitest';
import type { NewAccess, TeamItem, TeamStore } from '../../desk/ports/team-store.ts';

const account = (id: string, more: Partial<TeamItem> = {}): TeamItem => ({
  kind: 'account',
  id,
  owner: null,
  key: null,
  body: 'sealed',
  until: null,
  ...more,
});

const seen = (name: string, about: readonly string[], more: Partial<NewAccess> = {}): NewAccess => ({
  at: '2031-05-01T12:00:00.000Z',
  account: `acc_${name}` as never,
  name,
  act: 'read',
  route: 'GET /api/sources/{id}',
  about,
  detail: null,
  ...more,
});

/** @param open an empty one */
export function teamContract(open: () => Promise<TeamStore>): void {
  test('an item is kept once under its id and its key, changed only from the version that was read', async () => {
    const team = await open();
    expect(await team.get('account', 'a')).toBeNull();
    expect(await team.put(account('a', { key: 'k' }), 0)).toBe(true);
    expect(await team.put(account('a'), 0)).toBe(false);
    expect(await team.put(account('b', { key: 'k' }), 0)).toBe(false);
    expect(await team.byKey('account', 'k')).toEqual({ ...account('a', { key: 'k' }), version: 1 });
    expect(await team.put(account('a', { key: 'k', body: 'two' }), 2)).toBe(false);
    expect(await team.put(account('a', { key: 'l', body: 'two' }), 1)).toBe(true);
    expect(await team.byKey('account', 'k')).toBeNull();
    expect(await team.get('account', 'a')).toMatchObject({ body: 'two', version: 2 });
    expect(await team.byKey('session', 'l')).toBeNull();
  });

  test('of many that change or drop it at once one succeeds', async () => {
    const team = await open();
    await team.put(account('a'), 0);
    const puts = await Promise.all(
      [1, 2, 3, 4, 5].map((body) => team.put(account('a', { body: `${body}` }), 1)),
    );
    expect(puts.filter(Boolean)).toHaveLength(1);
    const drops = await Promise.all([1, 2, 3].map(() => team.drop('account', 'a')));
    expect(drops.filter(Boolean)).toHaveLength(1);
  });

  test('lists by kind and owner; what is past its time is swept', async () => {
    const team = await open();
    for (const id of ['c', 'a', 'b'])
      await team.put(
        {
          ...account(id),
          kind: 'session',
          owner: id === 'b' ? 'x' : 'y',
          until: `2031-0${id === 'a' ? 1 : 9}-01`,
        },
        0,
      );
    expect((await team.list('session')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect((await team.list('session', 'y')).map(({ id }) => id)).toEqual(['a', 'c']);
    await team.sweep('2031-05-01');
    expect((await team.list('session', 'y')).map(({ id }) => id)).toEqual(['c']);
  });

  test('tries are counted at once by many, and forgotten', async () => {
    const team = await open();
    const counted = await Promise.all(
      Array.from({ length: 12 }, () => team.countTry('k', '2031-05-01T12:00', '2031-05-01T11:45')),
    );
    expect(counted.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await team.countTry('k', '2031-05-01T12:16', '2031-05-01T12:01')).toBe(1);
    await team.forgetTries('k');
    expect(await team.countTry('k', '2031-05-01T12:17', '2031-05-01T12:02')).toBe(1);
  });

  test('who saw what: by name, record, kind and time, and handed to the log once', async () => {
    const team = await open();
    await team.addAccesses([
      seen('Mira', ['src_1', 'src_2']),
      seen('Oren', ['src_2'], { at: '2031-06-01T00:00:00.000Z' }),
    ]);
    await team.addAccesses([seen('Mira', [], { act: 'signed-in', account: null })]);
    expect((await team.accesses({ limit: 9, about: 'src_2' })).map(({ name }) => name)).toEqual([
      'Oren',
      'Mira',
    ]);
    expect(await team.accesses({ limit: 9, about: 'src_2', to: '2031-05-02' })).toMatchObject([
      { name: 'Mira', about: ['src_1', 'src_2'], logged: null },
    ]);
    expect(await team.accesses({ limit: 9, act: 'signed-in' })).toHaveLength(1);
    expect(await team.accesses({ limit: 9, account: 'acc_Mira' })).toHaveLength(1);
    const handed: number[] = [];
    const log = async (accesses: readonly { seq: number }[]): Promise<number> => {
      handed.push(...accesses.map(({ seq }) => seq));
      return 7;
    };
    expect(await team.logAccesses(2, log)).toBe(2);
    await expect(
      team.logAccesses(2, async () => {
        throw new Error('the log is away');
      }),
    ).rejects.toThrow();
    expect(await team.logAccesses(2, log)).toBe(1);
    expect(await team.logAccesses(2, log)).toBe(0);
    expect(handed).toHaveLength(new Set(handed).size);
    expect((await team.accesses({ limit: 9 })).map(({ logged }) => logged)).toEqual([7, 7, 7]);
    const again = await open();
    await again.refill([...(await team.accesses({ limit: 9 }))].reverse());
    expect(await again.accesses({ limit: 9 })).toEqual(await team.accesses({ limit: 9 }));
    await again.refill(await team.accesses({ limit: 9 }));
    await again.addAccesses([seen('Ivo', [])]);
    expect(await again.accesses({ limit: 9 })).toMatchObject([{ name: 'Ivo', logged: null }, {}, {}, {}]);
    const [newest] = await team.accesses({ limit: 1 });
    expect(await team.accesses({ limit: 9, before: newest?.seq ?? 0 })).toHaveLength(2);
  });

  test('tells what is kept and dropped of what people work on together, and of sessions their end alone', async () => {
    const team = await open();
    const told: string[] = [];
    const end = team.watch((change) => void told.push(`${change?.kind} ${change?.id} ${change?.gone}`));
    const until = async (last: string): Promise<void> => {
      await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe(last);
    };
    // It may take a moment until it listens.
    let asked = 0;
    await expect
      .poll(
        async () => {
          asked += 1;
          await team.put({ ...account(`first ${asked}`), kind: 'lock', owner: 'src_1' }, 0);
          return told.length;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    await until(`lock first ${asked} false`);
    told.length = 0;
    await team.put({ ...account('c'), kind: 'comment', owner: 'src_1' }, 0);
    expect(await team.put({ ...account('c'), kind: 'comment', owner: 'src_1' }, 7)).toBe(false);
    await team.put({ ...account('s'), kind: 'session', owner: 'acc_1' }, 0);
    await team.put(account('a'), 0);
    await team.put({ ...account('c'), kind: 'comment', owner: 'src_1', body: 'two' }, 1);
    expect(await team.drop('comment', 'c')).toBe(true);
    expect(await team.drop('comment', 'c')).toBe(false);
    await team.drop('session', 's');
    await until('session s true');
    expect(told).toEqual(['comment c false', 'comment c false', 'comment c true', 'session s true']);
    end();
    await team.put({ ...account('d'), kind: 'comment', owner: 'src_1' }, 0);
    expect(told).toHaveLength(4);
  });
}
