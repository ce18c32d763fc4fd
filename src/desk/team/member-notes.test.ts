/** Drafts of members: each sees their own; an erasure takes from all of them what speaks of what goes. */
import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { makeAccount, testTeam } from '../../server/team/fixtures/open-team.ts';
import { captureSources } from '../capture-sources.ts';
import { eraseSource } from '../erase-source.ts';
import { everyonesNotes, memberNotes } from './member-notes.ts';

test('each sees their own; what was kept lies sealed', async () => {
  const team = testTeam();
  const [mira, oren] = [await makeAccount(team, { name: 'Mira' }), await makeAccount(team, { name: 'Oren' })];
  const [hers, his] = [memberNotes(team, mira.id), memberNotes(team, oren.id)];
  const note = {
    kind: 'draft' as const,
    name: 'claim',
    source: null,
    body: 'Quillonbrook',
    at: '2031-05-01T12:00:00.000Z',
  };
  await hers.put(note);
  await hers.put({ ...note, body: 'Quillonbrook again' });
  await his.put({ ...note, body: 'mine' });
  expect((await hers.all('draft')).map(({ body }) => body)).toEqual(['Quillonbrook again']);
  expect((await his.all('draft')).map(({ body }) => body)).toEqual(['mine']);
  expect(await hers.all('search')).toEqual([]);
  expect(JSON.stringify(await team.store.list('note'))).not.toContain('Quillonbrook');
  await hers.drop('draft', 'claim');
  expect(await hers.all('draft')).toEqual([]);
  expect(await his.all('draft')).toHaveLength(1);
});

test('an erasure takes the drafts of every member with it that hold words of what goes, and no other', async () => {
  const team = testTeam();
  const desk = { ...memoryDesk(), memberNotes: everyonesNotes(team) };
  const files = memoryFiles(
    new Map([
      ['a.txt', 'The governor said that 12 weavers were held.'],
      ['b.txt', 'Nobody answered.'],
    ]),
  );
  for await (const _event of captureSources(desk, ['a.txt', 'b.txt'], { files, reader: plainReader() }));
  const [gone, stays] = await desk.store.sources();
  const at = desk.clock().toISOString();
  const notes = memberNotes(team, (await makeAccount(team, { name: 'Mira' })).id);
  const put = (name: string, source: string | null, body: string) =>
    notes.put({ kind: 'draft', name, source: source as never, body, at });
  await put('claim gone', gone?.id ?? '', '{"spans":[]}');
  await put('claim stays', stays?.id ?? '', '{"spans":[]}');
  await put('incident', null, JSON.stringify({ about: gone?.id }));
  await eraseSource(desk, {
    source: gone?.id ?? '',
    reason: 'asked for',
    by: 'A. Archivist',
    withParts: false,
  });
  expect((await notes.all('draft')).map(({ name }) => name)).toEqual(['claim stays']);
});
