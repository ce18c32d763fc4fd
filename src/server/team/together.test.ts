/** Working together: comments and mentions, assignments, and who is changing what; seen by those alone who see the thing. */
import { beforeEach, expect, test } from 'vitest';
import { eraseSource } from '../../desk/erase-source.ts';
import { handleSource } from '../../desk/handle-source.ts';
import { everyonesNotes } from '../../desk/team/member-notes.ts';
import { levelsDesk } from './fixtures/levels-desk.ts';
import { movableClock, openTeam, testTeam } from './fixtures/open-team.ts';

async function open() {
  const { desk, things } = await levelsDesk();
  const moving = movableClock();
  const opened = openTeam({ room: { desk }, team: testTeam({ clock: moving.clock }) });
  const member = (
    name: string,
    role: 'reader' | 'recorder' | 'reviewer' | 'auditor',
    clearance = 'internal',
  ) => opened.join({ name, roles: [role], clearance: clearance as 'internal' });
  const mira = await member('Mira', 'reviewer');
  const oren = await member('Oren', 'recorder', 'sealed');
  const nadia = await member('Nadia', 'reader', 'public');
  const lena = await member('Lena', 'auditor', 'sealed');
  const post = (who: { readonly cookie: string }, path: string, body: unknown) =>
    opened.ask(who.cookie, 'POST', path, { body });
  const get = async (who: { readonly cookie: string }, path: string) =>
    (await opened.ask(who.cookie, 'GET', path)).told as Record<string, unknown>;
  return { ...opened, desk, things, forward: moving.forward, mira, oren, nadia, lena, post, get };
}

let at: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  at = await open();
});

test('a comment: said, changed with its history by its author, settled, taken back; a second version is told', async () => {
  const { mira, oren, nadia, things, post, get } = at;
  const thing = things.internal.claim;
  const said = await post(mira, '/api/comments', { thing, text: ' Is it the same raid? ', mentions: [] });
  expect(said.told).toMatchObject({ text: 'Is it the same raid?', name: 'Mira', earlier: [], version: 1 });
  const path = `/api/comments/${said.told.id}`;
  const otherwise = { text: 'Is it one raid?', mentions: [], version: 1 };
  expect((await post(oren, path, otherwise)).told.error?.code).toBe('bad-usage');
  expect((await post(mira, path, otherwise)).told).toMatchObject({
    earlier: [{ text: 'Is it the same raid?', until: '2031-05-01T12:00:00.000Z' }],
    version: 2,
  });
  const late = await post(oren, `${path}/resolutions`, { settled: true, version: 1 });
  expect([late.status, late.told.error?.code]).toEqual([409, 'changed-meanwhile']);
  expect((await post(oren, `${path}/resolutions`, { settled: true, version: 2 })).told).toMatchObject({
    resolved: { name: 'Oren' },
  });
  expect((await get(oren, `/api/comments?thing=${thing}`)).comments).toMatchObject([
    { text: 'Is it one raid?', version: 3 },
  ]);
  // Who sees less than the thing sees no comment on it, by whatever way.
  expect((await at.ask(nadia.cookie, 'GET', `/api/comments?thing=${thing}`)).status).toBe(404);
  expect((await post(oren, `${path}/withdrawals`, {})).told.error?.code).toBe('bad-usage');
  expect((await post(mira, `${path}/withdrawals`, {})).status).toBe(200);
  expect((await get(oren, `/api/comments?thing=${thing}`)).comments).toEqual([]);
  for (const body of [
    { thing, text: '   ', mentions: [] },
    { thing: 'src_1', text: 'x', mentions: [] },
  ])
    expect([400, 404]).toContain((await post(mira, '/api/comments', body)).status);
});

test('mentions: told to those who see the thing and to nobody else, counted until they are seen', async () => {
  const { mira, oren, nadia, lena, things, post, get } = at;
  const thing = things.internal.source;
  const readers = async (one: string) => {
    const { members } = await get(mira, `/api/readers?thing=${one}`);
    return (members as { name: string }[]).map(({ name }) => name);
  };
  expect(await readers(thing)).toEqual(['Mira', 'Oren']);
  expect(await readers(things.public.source)).toEqual(['Mira', 'Nadia', 'Oren']);
  for (const stranger of [nadia, lena]) {
    const body = { thing, text: 'Look.', mentions: [stranger.account.id] };
    expect((await post(mira, '/api/comments', body)).status).toBe(404);
  }
  const { told } = await post(mira, '/api/comments', {
    thing,
    text: 'Look, Oren.',
    mentions: [oren.account.id, mira.account.id],
  });
  expect(await get(mira, '/api/mentions')).toMatchObject({ unread: 0, mentions: [] });
  expect(await get(oren, '/api/mentions')).toMatchObject({
    unread: 1,
    mentions: [{ comment: told.id, thing, name: 'Mira', page: `/read/${thing}`, read: false }],
  });
  const text = (await at.ask(oren.cookie, 'GET', '/api/mentions')).text;
  expect(text).not.toContain('Look, Oren');
  expect((await post(oren, '/api/mentions/readings', { comments: [told.id, 'cmt_x'] })).told).toEqual({
    read: 1,
  });
  expect(await get(oren, '/api/mentions')).toMatchObject({ unread: 0, mentions: [{ read: true }] });
  // Changed so that it mentions him no more, it is not in his list.
  await post(mira, `/api/comments/${told.id}`, { text: 'Look.', mentions: [], version: 1 });
  expect(await get(oren, '/api/mentions')).toMatchObject({ mentions: [] });
});

test('what is sealed later takes its comments, mentions and assignments with it out of sight', async () => {
  const { desk, mira, oren, things, post, get } = at;
  const source = things.internal.source;
  const due = { due: '2031-05-09', note: 'before Friday', version: 0 };
  await post(oren, '/api/comments', { thing: source, text: 'Mira?', mentions: [mira.account.id] });
  expect((await post(mira, '/api/assignments', { thing: source, to: mira.account.id, ...due })).status).toBe(
    200,
  );
  expect(await get(mira, '/api/mentions')).toMatchObject({ unread: 1 });
  await handleSource(desk, { source, handling: 'sealed', reason: 'asked', by: 'Oren' });
  expect(await get(mira, '/api/mentions')).toMatchObject({ unread: 0, mentions: [] });
  expect(await get(mira, '/api/assignments?mine=true')).toEqual({ assignments: [] });
  expect((await at.ask(mira.cookie, 'GET', `/api/comments?thing=${source}`)).status).toBe(404);
  expect((await get(oren, `/api/comments?thing=${source}`)).comments).toHaveLength(1);
});

test('an assignment: given, given to another, done; by whom it was given to or by a reviewer', async () => {
  const { mira, oren, nadia, things, post, get } = at;
  const thing = things.public.incident;
  const give = (who: typeof mira, to: string, version: number, due: string | null = null) =>
    post(who, '/api/assignments', { thing: things.public.source, to, due, note: 'read it', version });
  expect(thing).toMatch(/^inc_/u);
  expect((await give(oren, oren.account.id, 0)).status).toBe(403);
  expect((await give(mira, nadia.account.id, 0, '2031-02-30')).told.error?.code).toBe('bad-usage');
  expect((await give(mira, nadia.account.id, 0, '2031-05-09')).told).toMatchObject({
    toName: 'Nadia',
    byName: 'Mira',
    due: '2031-05-09',
    kind: 'source',
    version: 1,
  });
  expect(await get(nadia, '/api/assignments?mine=true')).toMatchObject({
    assignments: [{ note: 'read it' }],
  });
  expect(await get(oren, '/api/assignments?mine=true')).toEqual({ assignments: [] });
  // Somebody who has not seen that it was given already is told.
  const late = await give(mira, oren.account.id, 0);
  expect(late.told.error).toMatchObject({
    code: 'changed-meanwhile',
    message: expect.stringMatching(/Mira gave this to Nadia/u),
  });
  expect((await give(mira, oren.account.id, 1)).told).toMatchObject({ toName: 'Oren', version: 2 });
  expect(await get(nadia, '/api/assignments?mine=true')).toEqual({ assignments: [] });
  const end = (who: typeof mira) =>
    post(who, '/api/assignments/ends', { thing: things.public.source, version: 2 });
  expect((await end(nadia)).told.error?.code).toBe('bad-usage');
  expect((await end(oren)).told).toMatchObject({ done: { name: 'Oren' } });
  expect((await end(mira)).told.error?.code).toBe('bad-usage');
  expect(await get(oren, '/api/assignments')).toEqual({ assignments: [] });
  expect(await get(oren, '/api/assignments?done=true')).toMatchObject({ assignments: [{ version: 3 }] });
  // Nobody is given what they do not see: nor is it told that it is there.
  const sealed = { thing: things.sealed.source, to: oren.account.id, due: null, note: '', version: 0 };
  expect((await post(mira, '/api/assignments', sealed)).status).toBe(404);
  const other = { ...sealed, thing: things.internal.source, to: nadia.account.id };
  expect((await post(mira, '/api/assignments', other)).status).toBe(404);
  const pair = [...things.internal.listings].sort().join('~');
  expect(
    (await post(mira, '/api/assignments', { ...other, thing: pair, to: mira.account.id })).told,
  ).toMatchObject({
    kind: 'pair',
    page: '/people',
  });
});

test('who is changing a thing is told to the others, and is over by itself', async () => {
  const { mira, oren, nadia, things, post, get, forward } = at;
  const thing = things.internal.proposition;
  const present = () => get(oren, `/api/presence?thing=${thing}`);
  const here = (editing: boolean) => post(mira, '/api/presence', { thing, editing });
  expect((await post(nadia, '/api/presence', { thing, editing: true })).status).toBe(403);
  await here(true);
  forward(60);
  await here(true);
  forward(60);
  expect(await present()).toEqual({ present: [{ name: 'Mira', since: '2031-05-01T12:00:00.000Z' }] });
  expect(await get(mira, `/api/presence?thing=${thing}`)).toEqual({ present: [] });
  forward(20);
  expect(await present()).toEqual({ present: [] });
  await here(true);
  expect(await present()).toMatchObject({ present: [{ since: '2031-05-01T12:02:20.000Z' }] });
  await here(false);
  expect(await present()).toEqual({ present: [] });
});

test('an erasure takes comments, mentions and assignments of what goes, and leaves the others', async () => {
  const { desk, team, mira, oren, things, post, get } = at;
  for (const level of ['public', 'internal'] as const)
    for (const thing of [things[level].source, things[level].claim, things[level].proposition])
      await post(mira, '/api/comments', { thing, text: 'Oren?', mentions: [oren.account.id] });
  const { source } = things.internal;
  await post(mira, '/api/assignments', {
    thing: source,
    to: oren.account.id,
    due: null,
    note: 'x',
    version: 0,
  });
  expect(await get(oren, '/api/mentions')).toMatchObject({ unread: 6 });
  await eraseSource(
    { ...desk, memberNotes: everyonesNotes(team) },
    { source, reason: 'asked', by: 'Oren', withParts: false },
  );
  expect((await team.store.list('comment')).map(({ owner }) => owner).sort()).toEqual(
    [things.public.source, things.public.claim, things.public.proposition].sort(),
  );
  expect(await team.store.list('mention')).toHaveLength(3);
  expect(await team.store.list('assignment')).toEqual([]);
});

test('who said, gave and noted what is kept under kinds of its own, as ids; seeing it is kept, too', async () => {
  const { team, mira, oren, things, post, get } = at;
  const thing = things.internal.claim;
  const { told } = await post(mira, '/api/comments', { thing, text: 'the words', mentions: [] });
  await post(mira, '/api/assignments', {
    thing,
    to: oren.account.id,
    due: null,
    note: 'the note',
    version: 0,
  });
  await post(oren, '/api/assignments/ends', { thing, version: 1 });
  await post(mira, '/api/presence', { thing, editing: true });
  await get(oren, `/api/comments?thing=${thing}`);
  const accesses = [...(await team.store.accesses({ limit: 50 }))].reverse();
  expect(accesses.map(({ act, name }) => `${name} ${act}`)).toEqual([
    'Mira commented',
    'Mira assigned',
    'Oren assignment-ended',
    'Oren read',
  ]);
  expect(accesses[0]?.about).toEqual(expect.arrayContaining([thing, told.id]));
  expect(accesses[3]?.about).toEqual([things.internal.source]);
  expect(JSON.stringify(accesses)).not.toMatch(/the words|the note/u);
  for (const item of [...(await team.store.list('comment')), ...(await team.store.list('assignment'))])
    expect(JSON.stringify(item)).not.toMatch(/the words|the note/u);
});
