/** Who did and who saw what: kept, told again by record and person, and written into the log once. */
import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { makeAccount, testTeam } from '../../server/team/fixtures/open-team.ts';
import { changeFaults } from '../../storage/change-faults.ts';
import { eachAccess, listAccesses, logAccesses, noteAccess } from './accesses.ts';

const id = (number: number): string => `src_${String(number).padStart(26, '0')}`;

test('1,200 accesses are told in parts, and go into the log in two entries, each once', async () => {
  const team = testTeam();
  const desk = memoryDesk();
  const mira = await makeAccount(team, { name: 'Mira' });
  for (let turn = 0; turn < 1_200; turn += 1)
    await noteAccess(team, mira, { act: 'read', route: 'GET /api/sources/{id}', about: [id(turn % 7)] });
  const all: number[] = [];
  for await (const some of eachAccess(team, {})) all.push(...some.map(({ seq }) => seq));
  expect(all).toHaveLength(1_200);
  expect(new Set(all).size).toBe(1_200);
  expect((await listAccesses(team, { about: id(3), limit: 5 })).accesses).toMatchObject([
    { name: 'Mira', logged: null },
    {},
    {},
    {},
    {},
  ]);
  expect(await Promise.all([logAccesses(team, desk), logAccesses(team, desk)])).toContain(1_200);
  expect(await logAccesses(team, desk)).toBe(0);
  const entries = await desk.store.entriesWith('accesses-logged');
  expect(entries.map(({ agent }) => agent)).toEqual(['machine', 'machine']);
  const logged = entries.flatMap(({ body }) => (body?.action === 'accesses-logged' ? body.accesses : []));
  expect(logged.map(({ seq }) => seq)).toEqual(Array.from({ length: 1_200 }, (_, at) => at + 1));
  expect((await listAccesses(team, { limit: 1 })).accesses[0]?.logged).toBe(2);
});

test('what goes into the log holds ids and known acts, in order, and no words', () => {
  const context = { lookup: {} as never, texts: new Map() };
  const access = {
    seq: 1,
    at: '2031-05-01T12:00:00.000Z',
    account: null,
    name: '',
    act: 'read' as const,
    route: '',
    about: [id(1)],
    detail: null,
  };
  const faults = (...accesses: readonly object[]) =>
    changeFaults({ action: 'accesses-logged', accesses: accesses as never }, context).map(({ path }) => path);
  expect(faults(access)).toEqual([]);
  expect(faults()).toEqual(['accesses']);
  expect(faults(access, access)).toEqual(['accesses[1].seq']);
  expect(faults({ ...access, at: 'today', act: 'wept', about: ['the testimony'] })).toEqual([
    'accesses[0].at',
    'accesses[0].act',
    'accesses[0].about',
  ]);
});
