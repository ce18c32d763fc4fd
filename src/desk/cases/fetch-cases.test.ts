/** Ciphertexts fetched before the key is there: they are what the store has, never what it had. */
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import type { Case } from '../../record/case/case.ts';
import { createCompartment } from './create-compartment.ts';
import { fetchCases } from './fetch-cases.ts';
import { caseVault, memberOn, passphraseOf, refusal } from './fixtures/case-vault.ts';
import { caseLines } from './list-cases.ts';
import { openCompartment } from './open-compartment.ts';
import { readCase, readCases } from './read-case.ts';
import { saveCase } from './save-case.ts';
import { jsonBytes, sealedEntry } from './sealed-content.ts';
import { openCaseSearch } from './search-cases.ts';
import { unlockMember } from './unlock-member.ts';

const MARK = 'Quillonbrook';

async function oneCase() {
  const desk = (await caseVault()).machine('omar');
  const { me } = await memberOn(desk, 'omar');
  await createCompartment(desk, me, null);
  const room = await openCompartment(desk, me, null);
  const id = desk.newId('case');
  await saveCase(desk, room, caseOf({ id, documents: [] }), 0);
  return { desk, me, room, id };
}

test('fetched while the passphrase is tried, they open as if read afterwards, and the store is not asked again', async () => {
  const { desk, id } = await oneCase();
  let fetched: Awaited<ReturnType<typeof fetchCases>> = null;
  const passphrase = passphraseOf('omar');
  const me = await unlockMember(desk, null, { kind: 'passphrase', passphrase }, async () => {
    fetched = await fetchCases(desk, null);
  });
  const silent = { ...desk, store: { ...desk.store, eachSealed: () => Promise.reject(new Error('asked')) } };
  const room = await openCompartment(silent, me, null, fetched);
  const { cases, faults } = await readCases(silent, room);
  expect([[...cases.keys()], faults]).toEqual([[id], []]);
  await expect(readCases(silent, room)).rejects.toThrow('asked');
});

test('what was saved since is read from the store', async () => {
  const { desk, me, room, id } = await oneCase();
  const fetched = await fetchCases(desk, null);
  const { case: one } = await readCase(desk, room, id);
  await saveCase(desk, room, { ...one, pseudonym: 'Wagtail' }, 1);
  const { cases } = await readCases(desk, await openCompartment(desk, me, null, fetched));
  expect(cases.get(id)?.case.pseudonym).toBe('Wagtail');
});

test('a wrong passphrase stays wrong, whatever goes on meanwhile; a fault meanwhile is no wrong try', async () => {
  const { desk, me } = await oneCase();
  const wrong = { kind: 'passphrase', passphrase: 'no herons' } as const;
  const failing = async (): Promise<void> => Promise.reject(new Error('disk'));
  expect(await refusal(unlockMember(desk, null, wrong, failing))).toMatchObject({ code: 'locked' });
  const right = { kind: 'passphrase', passphrase: passphraseOf('omar') } as const;
  await expect(unlockMember(desk, null, right, failing)).rejects.toThrow('disk');
  expect(JSON.parse((await desk.members.note(me.id, 'tries')) ?? '')).toMatchObject({ count: 0 });
});

test('what the list needs is checked with it; the rest when it is opened or searched, and none of its words is told', async () => {
  const { desk, room, id } = await oneCase();
  const { case: one } = await readCase(desk, room, id);
  const put = async (faulty: object): Promise<void> => {
    const content = jsonBytes({ format: 'onrecord/case/v1', savedAt: '', savedBy: '', case: faulty });
    await desk.store.append([sealedEntry(desk, room, { id: (faulty as Case).id, version: 1, content })]);
  };
  await put({ ...one, id: desk.newId('case'), risk: { level: MARK } });
  const other = desk.newId('case');
  await put({ ...one, id: other, notes: [{ on: MARK, text: 7, [MARK]: MARK }] });
  const held = await readCases(desk, room);
  expect(caseLines(held).map((line) => line.id)).toEqual(expect.arrayContaining([id, other]));
  expect(held.faults).toEqual([expect.stringContaining('risk.level')]);
  const searched = openCaseSearch(held.cases).find('insulin', 9);
  expect(searched).toMatchObject({ fitting: 1, faults: [expect.stringContaining('notes[0].text')] });
  const opened = await refusal(readCase(desk, room, other));
  expect(opened.code).toBe('invalid-record');
  expect([held.faults, searched.faults, opened.message].join(' ')).not.toContain(MARK);
});
