import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DeskNote } from '../../desk/ports/desk-notes.ts';
import { sampleId } from '../contract/sample-record.ts';
import { copyNotes, NOTES_FILE, notesFile } from './notes-file.ts';

const note = (name: string, fields: Partial<DeskNote> = {}): DeskNote => ({
  kind: 'draft',
  name,
  source: sampleId('source', 1),
  body: `half a claim on wobblethwaite, ${name}`,
  at: '2031-05-01T12:00:00.000Z',
  ...fields,
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-notes-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

async function allBytes(dir: string): Promise<Buffer> {
  const files = await readdir(dir);
  return Buffer.concat(await Promise.all(files.map((name) => readFile(join(dir, name)))));
}

test('notes are kept, replaced, dropped, and read by whoever opens the file again', async () => {
  const file = join(await folder(), NOTES_FILE);
  const notes = notesFile(file, { key: null, readOnly: false });
  expect(await notes.all('draft')).toEqual([]);
  await notes.put(note('one'));
  await notes.put(note('two', { at: '2031-05-02T12:00:00.000Z' }));
  await notes.put(note('one', { body: 'more of it' }));
  await notes.put(note('one', { kind: 'search', source: null }));
  await notes.close();
  const again = notesFile(file, { key: null, readOnly: true });
  expect((await again.all('draft')).map(({ name, body }) => [name, body])).toEqual([
    ['two', 'half a claim on wobblethwaite, two'],
    ['one', 'more of it'],
  ]);
  await expect(again.put(note('three'))).rejects.toMatchObject({ code: 'read-only' });
  await again.close();
  const third = notesFile(file, { key: null, readOnly: false });
  await third.drop('draft', 'one');
  expect((await third.all('draft')).map(({ name }) => name)).toEqual(['two']);
  expect(await third.all('search')).toHaveLength(1);
  await third.close();
});

test('in an encrypted vault no word of them lies in clear, and another key opens nothing', async () => {
  const dir = await folder();
  const key = randomBytes(32);
  const notes = notesFile(join(dir, NOTES_FILE), { key, readOnly: false });
  await notes.put(note('one'));
  expect((await allBytes(dir)).includes('wobblethwaite')).toBe(false);
  await notes.close();
  const other = notesFile(join(dir, NOTES_FILE), { key: randomBytes(32), readOnly: false });
  await expect(other.all('draft')).rejects.toMatchObject({ code: 'damaged' });
  const clear = await folder();
  const open = notesFile(join(clear, NOTES_FILE), { key: null, readOnly: false });
  await open.put(note('one'));
  expect((await allBytes(clear)).includes('wobblethwaite'), 'the same look finds them there').toBe(true);
  await open.close();
});

test('what is forgotten with its source is overwritten', async () => {
  const dir = await folder();
  const notes = notesFile(join(dir, NOTES_FILE), { key: null, readOnly: false });
  await notes.put(note('one'));
  await notes.put(note('two', { source: sampleId('source', 2), body: 'another source' }));
  await notes.forget([sampleId('source', 1)]);
  expect((await notes.all('draft')).map(({ name }) => name)).toEqual(['two']);
  await notes.close();
  const bytes = await allBytes(dir);
  expect([bytes.includes('wobblethwaite'), bytes.includes('another source')]).toEqual([false, true]);
});

test('a change of keys brings them over', async () => {
  const dir = await folder();
  const [old, next] = [randomBytes(32), randomBytes(32)];
  const [from, to] = [join(dir, 'a.sqlite'), join(dir, 'b.sqlite')];
  await copyNotes({ file: from, key: old }, { file: to, key: next });
  expect(await readdir(dir)).toEqual([]);
  const notes = notesFile(from, { key: old, readOnly: false });
  await notes.put(note('one'));
  await notes.close();
  await copyNotes({ file: from, key: old }, { file: to, key: next });
  const fresh = notesFile(to, { key: next, readOnly: true });
  expect(await fresh.all('draft')).toEqual([note('one')]);
  await fresh.close();
});
