/** Notes of the desk in a backup: there again after a restore, and gone from it when they are gone from the vault. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DeskNote } from '../../desk/ports/desk-notes.ts';
import { sampleId } from '../contract/sample-record.ts';
import { NOTES_FILE, notesFile } from '../notes/notes-file.ts';
import { restoreBackup, surveyBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import { openBackup } from './backup-file.ts';
import { filledVault } from './fixtures/filled-vault.ts';
import { addSources, eraseSource, groupKey } from './fixtures/invented-vault.ts';
import { readBackup } from './read-backup.ts';
import { backupVault } from './write-backup.ts';

const AT = '2031-05-01T12:00:00.000Z';
const HALF: DeskNote = {
  kind: 'draft',
  name: 'claim one',
  source: sampleId('source', 2),
  body: 'half a claim on Wobblethwaite',
  at: AT,
};
const SEARCH: DeskNote = { kind: 'search', name: 'Visas', source: null, body: '/responses', at: AT };

async function noted(notes: readonly DeskNote[]) {
  const { folder, file, vault, ...made } = await filledVault(3);
  for (const note of notes) await vault.notes.put(note);
  const master = async () => made.master.slice();
  let copies = 0;
  /** What a vault restored from the file holds. */
  async function restored(): Promise<readonly DeskNote[]> {
    copies += 1;
    const dir = join(folder, `again-${copies}`);
    await restoreBackup(file, dir, { master, groupKey });
    const again = await openVault(dir, { master: made.master });
    try {
      return [...(await again.notes.all('draft')), ...(await again.notes.all('search'))];
    } finally {
      await again.close();
    }
  }
  /** Everything that can be read in the file, as text: a dropped word must not be there. */
  async function words(): Promise<string> {
    const backup = await openBackup(file);
    const told: string[] = [];
    for await (const event of readBackup(backup, vault.keys.backup)) told.push(JSON.stringify(event));
    await backup.handle.close();
    return told.join('\n');
  }
  return { ...made, vault, file, master, restored, words };
}

test('drafts and kept searches are in the backup, encrypted, and there again after a restore', async () => {
  const { vault, file, restored, master } = await noted([HALF, SEARCH]);
  expect(await backupVault(vault, file)).toMatchObject({ entries: 9, notes: 2, rewritten: null });
  expect((await readFile(file)).includes('Wobblethwaite')).toBe(false);
  expect(await restored()).toEqual([HALF, SEARCH]);
  expect(await surveyBackup(file, { master })).toMatchObject({
    fault: null,
    unfinished: 0,
    end: { notes: 2 },
  });
  await vault.close();
});

test('the next run puts the present notes in the place of those before, and adds nothing else', async () => {
  const long = { ...HALF, body: 'Wobblethwaite '.repeat(2_000) };
  const { vault, file, restored, words } = await noted([long]);
  await backupVault(vault, file);
  const { length } = await readFile(file);
  const again = await backupVault(vault, file);
  expect(again).toMatchObject({ before: 9, cut: 0, notes: 1 });
  expect(again.bytes - length, 'the end of the run, and no second copy').toBeLessThan(2_000);
  await vault.notes.put({ ...HALF, body: 'a third of a claim' });
  await addSources(vault, 4, 4);
  expect(await backupVault(vault, file)).toMatchObject({ before: 9, entries: 12, cut: 0, rewritten: null });
  expect(await words()).not.toContain('Wobblethwaite');
  expect(await restored()).toMatchObject([{ body: 'a third of a claim' }]);
  await vault.notes.drop('draft', HALF.name);
  expect(await backupVault(vault, file)).toMatchObject({ notes: 0, rewritten: null });
  expect(await words()).not.toContain('a third of a claim');
  expect(await restored()).toEqual([]);
  await vault.close();
});

test('a draft goes from the backup with the source whose words it holds', async () => {
  const { vault, file, restored, words } = await noted([HALF, SEARCH]);
  await backupVault(vault, file);
  expect(await words()).toContain('Wobblethwaite');
  await eraseSource(vault, 2);
  await vault.notes.forget([sampleId('source', 2)]);
  expect(await backupVault(vault, file)).toMatchObject({ rewritten: 'erasure', notes: 1 });
  expect(await words()).not.toContain('Wobblethwaite');
  expect(await restored()).toEqual([SEARCH]);
  await vault.close();
});

test('a draft that an erasure takes away while the backup begins is not in it', async () => {
  const { vault, file, words } = await noted([HALF, SEARCH]);
  let asked = 0;
  // Between the first look at the notes and the moment of the record, somebody erases the source.
  const erasing = {
    ...vault.notes,
    all: async (kind: DeskNote['kind']) => {
      const told = await vault.notes.all(kind);
      asked += 1;
      if (asked === 3) {
        await vault.notes.forget([sampleId('source', 2)]);
        await eraseSource(vault, 2);
      }
      return told;
    },
  };
  expect(await backupVault({ ...vault, notes: erasing }, file)).toMatchObject({ entries: 10, notes: 1 });
  expect(await words()).not.toContain('Wobblethwaite');
  await vault.close();
});

test('a backup that breaks off in its notes holds the record whole, and the next run goes on', async () => {
  const { vault, file, restored } = await noted([HALF]);
  await backupVault(vault, file);
  const bytes = await readFile(file);
  for (const cut of [1, 300, 700]) {
    await writeFile(file, bytes.subarray(0, bytes.length - cut));
    expect(await restored()).toEqual([]);
  }
  expect(await backupVault(vault, file)).toMatchObject({ before: 9, entries: 9, notes: 1 });
  expect(await restored()).toEqual([HALF]);
  await vault.close();
});

test('notes that cannot be read keep no record from being backed up', async () => {
  const { dir, vault, file, restored } = await noted([HALF]);
  await vault.notes.drop('draft', HALF.name);
  await writeFile(join(dir, 'data-1', NOTES_FILE), 'no notes at all');
  const broken = {
    ...vault,
    notes: notesFile(join(dir, 'data-1', NOTES_FILE), { key: vault.keys.notes, readOnly: true }),
  };
  expect(await backupVault(broken, file)).toMatchObject({ entries: 9, notes: null });
  expect(await restored()).toEqual([]);
  await vault.close();
});
