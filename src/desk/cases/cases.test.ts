/** A day with sealed cases, and everything that somebody with the store could try. */
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { sealedRecords } from '../../storage/contract/sample-sealed.ts';
import type { StoredSealed } from '../ports/sealed-store.ts';
import type { CaseDesk } from './case-desk.ts';
import { attachDocument, readDocument } from './case-documents.ts';
import { caseMeant } from './case-meant.ts';
import { casesDue } from './cases-due.ts';
import { addMember, removeMember } from './change-members.ts';
import { createCompartment } from './create-compartment.ts';
import { eraseCase } from './erase-case.ts';
import { caseVault, memberOn, refusal } from './fixtures/case-vault.ts';
import { flushReads, readLog } from './log-reads.ts';
import { type OpenCompartment, openCompartment, rememberSeen } from './open-compartment.ts';
import { readCase, readCases } from './read-case.ts';
import { saveCase } from './save-case.ts';
import { openCaseSearch } from './search-cases.ts';

const MARK = ' Quillonbrook';
const LETTER = { name: `letter${MARK}.pdf`, mediaType: 'application/pdf', bytes: Buffer.from(`%PDF${MARK}`) };

/** Omar founds a compartment with one case and a letter; Lena is added. */
async function twoMembers() {
  const vault = await caseVault();
  const omars = vault.machine('omar');
  const lenas = vault.machine('lena');
  const omar = await memberOn(omars, 'omar');
  const lena = await memberOn(lenas, 'lena');
  await createCompartment(omars, omar.me, `Families${MARK}`);
  const room = await openCompartment(omars, omar.me, null);
  const id = omars.newId('case');
  await saveCase(omars, room, caseOf({ id, documents: [] }, MARK), 0);
  const { id: document } = await attachDocument(omars, room, id, LETTER);
  await addMember(omars, room, { name: 'lena', fingerprint: lena.introduced.fingerprint, role: 'admin' });
  await flushReads(omars, room);
  return { vault, omars, lenas, omar, lena, id, document };
}

/** The same desk over a store that hands over something else. */
function lying(desk: CaseDesk, change: (record: StoredSealed) => StoredSealed | null): CaseDesk {
  const { store } = desk;
  return {
    ...desk,
    store: {
      ...store,
      sealedRecord: async (id) => {
        const record = await store.sealedRecord(id);
        return record === null ? null : change(record);
      },
      eachSealed: (compartment, kind, each) =>
        store.eachSealed(compartment, kind, (record) => {
          const changed = change(record);
          if (changed !== null) each(changed);
        }),
    },
  };
}

test('what one member saves the other reads; what was read stands in the compartment; nothing lies in clear', async () => {
  const { vault, lenas, lena, id, document } = await twoMembers();
  const room = await openCompartment(lenas, lena.me, null);
  expect(room.label).toBe(`Families${MARK}`);
  expect(room.unconfirmed.map(({ name }) => name)).toEqual(['omar']);
  const { cases, faults } = await readCases(lenas, room);
  expect(faults).toEqual([]);
  expect(cases.get(id)).toMatchObject({ version: 2, savedBy: 'omar', case: { pseudonym: `Heron${MARK}` } });
  const letter = await readDocument(lenas, room, id, document);
  expect(Buffer.from(letter.bytes).toString()).toBe(`%PDF${MARK}`);
  const search = openCaseSearch(cases);
  expect(search.find('insulin "safe flat"', 5)).toMatchObject({
    fitting: 1,
    found: [{ id, fields: ['household[0].needs[0]', 'needs[0]'] }],
  });
  expect(search.find('tavr* QUILLONBROOK', 5).fitting).toBe(1);
  expect(search.find('flat insulin nothing', 5).fitting).toBe(0);
  expect(search.find('"daughter a safe"', 5).fitting).toBe(0);
  await flushReads(lenas, room);
  const log = await readLog(lenas, room);
  expect(log.faults).toEqual([]);
  expect(log.reads.filter(({ by }) => by === lena.me.id).map(({ kind }) => kind)).toEqual([
    'list',
    'show',
    'document',
  ]);
  expect((await vault.bytes()).includes('Quillonbrook')).toBe(false);
  expect(await lenas.store.check()).toEqual([]);
});

test('a case is found by id, beginning or pseudonym; to look for a pseudonym is a read, also where nothing is found', async () => {
  const { lenas, lena, id } = await twoMembers();
  const room = await openCompartment(lenas, lena.me, null);
  expect(await caseMeant(lenas, room, id)).toBe(id);
  expect(await caseMeant(lenas, room, id.slice(0, 12))).toBe(id);
  expect((await readLog(lenas, room)).reads.map(({ kind }) => kind)).not.toContain('list');
  expect(await caseMeant(lenas, room, ` heron${MARK.toUpperCase()}`)).toBe(id);
  for (const asked of ['Nobody', '', 'cas_zzzz'])
    expect(await refusal(caseMeant(lenas, room, asked))).toMatchObject({ code: 'not-found' });
  const other = lenas.newId('case');
  await saveCase(lenas, room, caseOf({ id: other, documents: [] }, MARK), 0);
  expect(await refusal(caseMeant(lenas, room, `Heron${MARK}`))).toMatchObject({ code: 'bad-usage' });
  const { reads } = await readLog(lenas, room);
  expect(reads.filter(({ by, kind }) => by === lena.me.id && kind === 'list')).toHaveLength(4);
});

test('a second save of the same version is refused whole, and says so', async () => {
  const { omars, lenas, omar, lena, id } = await twoMembers();
  const [hers, his] = [
    await openCompartment(lenas, lena.me, null),
    await openCompartment(omars, omar.me, null),
  ];
  const one = (await readCase(lenas, hers, id)).case;
  expect(await saveCase(omars, his, { ...one, needs: ['a lawyer'] }, 2)).toBe(3);
  const error = await refusal(saveCase(lenas, hers, { ...one, needs: ['a doctor'] }, 2));
  expect(error).toMatchObject({
    code: 'vault-busy',
    message: expect.stringContaining('saved by somebody else'),
  });
  expect((await readCase(lenas, hers, id)).case.needs).toEqual(['a lawyer']);
});

test('who is removed opens nothing any more; who stays reads everything', async () => {
  const { omars, lenas, omar, lena, id, document } = await twoMembers();
  const [hers, his] = [
    await openCompartment(lenas, lena.me, null),
    await openCompartment(omars, omar.me, null),
  ];
  expect(await removeMember(omars, his, 'lena')).toBe(4);
  expect(await refusal(openCompartment(lenas, lena.me, null))).toMatchObject({ code: 'locked' });
  // Her key of the epoch before, with what the store holds now.
  expect(await refusal(readCase(lenas, hers, id))).toMatchObject({ code: 'damaged' });
  expect(await refusal(saveCase(lenas, hers, caseOf({ id: lenas.newId('case') }), 0))).toMatchObject({
    code: 'vault-busy',
  });
  const after = await openCompartment(omars, omar.me, null);
  expect([after.head.epoch, after.label]).toEqual([2, `Families${MARK}`]);
  expect((await readCases(omars, after)).faults).toEqual([]);
  expect((await readDocument(omars, after, id, document)).bytes).toHaveLength(LETTER.bytes.length);
  expect(await omars.store.check()).toEqual([]);
});

test('members are added by admins alone, with the fingerprint of the keys in the log', async () => {
  const { vault, omars, omar } = await twoMembers();
  const noor = vault.machine('noor');
  const { introduced, me } = await memberOn(noor, 'noor');
  const room = await openCompartment(omars, omar.me, null);
  const swapped = { ...introduced, fingerprint: omar.introduced.fingerprint };
  const error = await refusal(addMember(omars, room, { ...swapped, role: 'member' }));
  expect(error).toMatchObject({ code: 'bad-usage', message: expect.stringContaining('fingerprint') });
  await addMember(omars, room, { ...introduced, role: 'member' });
  const hers = await openCompartment(noor, me, null);
  expect(await refusal(removeMember(noor, hers, 'lena'))).toMatchObject({
    message: expect.stringContaining('admin'),
  });
  expect(await refusal(removeMember(omars, room, 'omar'))).toMatchObject({ code: 'bad-usage' });
  const stale = await refusal(removeMember(omars, room, 'lena'));
  expect(stale).toMatchObject({ code: 'vault-busy' });
});

test('another key under a known name is refused by whoever remembers', async () => {
  const { omars, lenas, omar, lena } = await twoMembers();
  await rememberSeen(lenas, await openCompartment(lenas, lena.me, null));
  const entries = await omars.store.entriesWith('compartment-changed');
  const forged = entries.map((entry) => ({
    ...entry,
    body:
      entry.body?.action === 'compartment-changed'
        ? { ...entry.body, head: entry.body.head.replaceAll(omar.introduced.name, 'omer') }
        : entry.body,
  }));
  const store = { ...lenas.store, entriesWith: async () => forged } as CaseDesk['store'];
  expect(await refusal(openCompartment({ ...lenas, store }, lena.me, null))).toMatchObject({
    code: 'verify-failed',
  });
  const older = { ...lenas.store, entriesWith: async () => entries.slice(0, 1) } as CaseDesk['store'];
  expect(await refusal(openCompartment({ ...lenas, store: older }, lena.me, null))).toMatchObject({
    code: 'verify-failed',
    message: expect.stringContaining('old state'),
  });
});

test('an old version, a flipped bit, another record and a missing one are told, and nothing of them is opened', async () => {
  const { omars, lenas, lena, id } = await twoMembers();
  const old = await firstVersion(omars, id);
  const room = await openCompartment(lenas, lena.me, null);
  await readCases(lenas, room);
  const flip = (record: StoredSealed): StoredSealed => {
    const bytes = Buffer.from(record.sealed ?? '', 'base64');
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    return { ...record, sealed: bytes.toString('base64') };
  };
  const lies: readonly (readonly [string, (record: StoredSealed) => StoredSealed | null, string])[] = [
    ['an old version', (record) => ({ ...record, ...old }), 'old state'],
    ['an old version by a new number', (record) => ({ ...record, ...old, version: 2 }), 'does not open'],
    ['a flipped bit', flip, 'does not open'],
    ['no key', (record) => ({ ...record, key: null }), 'does not open'],
    ['another id', (record) => ({ ...record, id: lenas.newId('case') }), 'does not open'],
    ['nothing', () => null, 'missing'],
  ];
  for (const [what, lie, words] of lies) {
    const desk = lying(lenas, lie);
    if (what === 'nothing') desk.store.sealedState = async () => null;
    const { cases, faults } = await readCases(desk, room);
    expect([what, cases.size, faults.join(' ')]).toEqual([what, 0, expect.stringContaining(words)]);
    expect(faults.join(' ')).not.toContain('Quillonbrook');
  }
  expect((await readCases(lenas, room)).cases.size).toBe(1);
});

/** Version 1 of a case as the log holds it. */
async function firstVersion(
  desk: CaseDesk,
  id: string,
): Promise<Pick<StoredSealed, 'version' | 'sealed' | 'key'>> {
  for await (const { body } of desk.store.log())
    if (body?.action === 'record-sealed' && body.record === id) {
      const keys = await desk.store.recordKeys(body.compartment);
      const key = keys.find(({ record, version }) => record === id && version === 1) ?? null;
      return { version: 1, sealed: body.sealed, key };
    }
  throw new Error('no such case');
}

test('a key that does not open stops a change of members before anything is changed', async () => {
  const { omars, omar } = await twoMembers();
  const room = await openCompartment(omars, omar.me, null);
  const { recordKeys } = omars.store;
  const store = {
    ...omars.store,
    recordKeys: async (compartment: OpenCompartment['id']) =>
      (await recordKeys(compartment)).map((key, at) => (at === 1 ? { ...key, version: 7 } : key)),
  };
  expect(await refusal(removeMember({ ...omars, store }, room, 'lena'))).toMatchObject({ code: 'damaged' });
  expect((await openCompartment(omars, omar.me, null)).head.epoch).toBe(1);
});

test('erased is erased: case, documents, every version; others remember no fault', async () => {
  const { vault, omars, lenas, omar, lena, id, document } = await twoMembers();
  const hers = await openCompartment(lenas, lena.me, null);
  await readCases(lenas, hers);
  const room = await openCompartment(omars, omar.me, null);
  const { gone } = await eraseCase(omars, room, id, null);
  expect(gone).toEqual([id, document]);
  expect(await refusal(readCase(omars, room, id))).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('erased'),
  });
  expect(await readCases(lenas, await openCompartment(lenas, lena.me, null))).toMatchObject({ faults: [] });
  expect(await omars.store.sealedBlobs()).toEqual([]);
  expect(await omars.store.check()).toEqual([]);
  const blobs: string[] = [];
  for await (const sha256 of omars.blobs.list()) blobs.push(sha256);
  expect(blobs).toEqual([]);
  expect((await vault.bytes()).includes('Quillonbrook')).toBe(false);
});

test('one document is erased and the case goes on without it', async () => {
  const { omars, omar, id, document } = await twoMembers();
  const room = await openCompartment(omars, omar.me, null);
  expect(await eraseCase(omars, room, id, document.slice(0, 12))).toMatchObject({ gone: [document] });
  expect((await readCase(omars, room, id)).case.documents).toEqual([]);
  expect(await omars.store.sealedRecord(document)).toBeNull();
  expect(await omars.store.check()).toEqual([]);
});

test('what is due is due on the day of the newest entry when the clock was set back', async () => {
  const { vault, omars, omar, id } = await twoMembers();
  const room = await openCompartment(omars, omar.me, null);
  const { cases } = await readCases(omars, room);
  const due = async () => (await casesDue(omars, cases.values(), null)).due.map(({ what }) => what);
  vault.now = new Date('2026-12-02T09:00:00Z');
  expect(await due()).toEqual(['task']);
  vault.now = new Date('2028-01-05T09:00:00Z');
  await saveCase(omars, room, { ...(cases.get(id)?.case ?? caseOf({ id })), notes: [] }, 2);
  vault.now = new Date('2020-01-01T09:00:00Z');
  expect(await due()).toEqual(['task', 'risk-review', 'retention']);
  expect(await casesDue(omars, cases.values(), null)).toMatchObject({
    clockIsBehind: true,
    asOf: '2028-01-05',
  });
  expect((await readCases(omars, await openCompartment(omars, omar.me, null))).faults).toEqual([]);
});

test('after the lock the key is zeros', async () => {
  const { omars, omar } = await twoMembers();
  const room = await openCompartment(omars, omar.me, null);
  room.lock();
  omar.me.lock();
  expect([...room.key.key, ...omar.me.keys.receiveSecret].every((byte) => byte === 0)).toBe(true);
});

test('a compartment that nobody signed is refused', async () => {
  const { omars, omar } = await twoMembers();
  await omars.store.append(sealedRecords().slice(1, 2));
  const other = (await omars.store.compartments()).at(-1)?.id ?? '';
  expect(await refusal(openCompartment(omars, omar.me, other))).toMatchObject({ code: 'damaged' });
});
