import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { noteSigner } from '../../crypto/note-key.ts';
import { openNote, signNote } from '../../crypto/signed-note.ts';
import { custodyChain } from './custody-chain.ts';
import { heldSource } from './custody-fixture.cases.ts';
import { countersignTransfer, offerTransfer, receiveTransfer } from './transfer.ts';
import { transferSignatures } from './transfer-signatures.ts';
import { readStatement, type TransferStatement, writeStatement } from './transfer-statement.ts';

async function offered(toKey: string | null = null) {
  const giver = await heldSource('archive.example/log');
  const receiver = await heldSource('court.example/log');
  const order = { source: giver.source, to: 'The court', toKey, reason: 'summons 12', by: 'A. Archivist' };
  const offer = await offerTransfer(giver.desk, giver.desk, order);
  return { giver, receiver, offer };
}

async function countersigned() {
  const both = await offered();
  const signed = await countersignTransfer(both.receiver.desk, both.receiver.desk, {
    note: both.offer.note,
    by: 'C. Clerk',
  });
  return { ...both, signed };
}

test('one side signed: it stands as waiting; both signed: the entry holds both', async () => {
  const { giver, receiver, offer, signed } = await countersigned();
  const waiting = await custodyChain(giver.desk, giver.source, { publicRoots: [] });
  expect(waiting.steps.at(-1)?.detail).toMatchObject({
    kind: 'transfer-offered',
    to: 'The court',
    completedIn: null,
  });
  expect(waiting.unknown.join(' ')).toContain(
    'signed by one side only; the receiver (The court) has not signed',
  );
  expect(signed.logged.body).toMatchObject({
    event: { kind: 'received', from: 'A. Archivist', statement: signed.note },
  });
  expect(signed.note.startsWith(offer.note)).toBe(true);
  const again = await countersignTransfer(receiver.desk, receiver.desk, { note: offer.note, by: 'C. Clerk' });
  expect([again.note, again.logged.seq]).toEqual([signed.note, signed.logged.seq]);

  const order = { note: signed.note, receiverKey: signed.vkey, by: 'A. Archivist' };
  const { logged } = await receiveTransfer(giver.desk, order);
  expect(logged.body).toMatchObject({
    event: { kind: 'transferred', statement: signed.note, to: 'The court' },
  });
  const done = await custodyChain(giver.desk, giver.source, { publicRoots: [] });
  const [first, last] = done.steps.slice(-2);
  expect(first?.detail).toMatchObject({ kind: 'transfer-offered', completedIn: logged.seq });
  expect(last?.detail).toMatchObject({
    kind: 'transferred',
    fault: null,
    signedBy: [
      { name: 'A. Archivist', vkey: giver.desk.store.identity.vkey },
      { name: 'The court', vkey: receiver.desk.store.identity.vkey },
    ],
  });
  expect(done.unknown.join(' ')).not.toContain('one side only');
  await expect(receiveTransfer(giver.desk, order)).rejects.toMatchObject({ code: 'bad-usage' });
});

test('the key may be named in the statement: then no other will do', async () => {
  const court = memoryDesk({ origin: 'court.example/log' });
  const { giver, receiver, offer } = await offered(court.store.identity.vkey);
  const { note } = await countersignTransfer(receiver.desk, receiver.desk, {
    note: offer.note,
    by: 'C. Clerk',
  });
  const other = memoryDesk({ origin: 'other.example/log' }).store.identity.vkey;
  const by = 'A. Archivist';
  await expect(receiveTransfer(giver.desk, { note, receiverKey: other, by })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  expect((await receiveTransfer(giver.desk, { note, receiverKey: null, by })).receiverKey).toBe(
    court.store.identity.vkey,
  );
  const stranger = await heldSource('other.example/log');
  await expect(
    countersignTransfer(stranger.desk, stranger.desk, { note: offer.note, by: 'X' }),
  ).rejects.toMatchObject({ code: 'bad-usage' });
});

test('who does not hold the bytes cannot sign for them; the giver cannot sign for both', async () => {
  const { giver, offer } = await offered();
  const empty = memoryDesk({ origin: 'court.example/log' });
  await expect(countersignTransfer(empty, empty, { note: offer.note, by: 'C. Clerk' })).rejects.toMatchObject(
    {
      code: 'not-found',
    },
  );
  await expect(
    countersignTransfer(giver.desk, giver.desk, { note: offer.note, by: 'A. Archivist' }),
  ).rejects.toMatchObject({ code: 'bad-usage' });
});

test.each<readonly [string, (note: string, vkey: string) => readonly [string, string | null], string]>([
  [
    'without a receiver’s line',
    (note, vkey) => [note.split('\n').slice(0, -2).join('\n').concat('\n'), vkey],
    'verify-failed',
  ],
  [
    'with another key',
    (note) => [note, memoryDesk({ origin: 'x.example/log' }).store.identity.vkey],
    'verify-failed',
  ],
  ['without a key', (note) => [note, null], 'bad-usage'],
  ['with a key that is none', (note) => [note, 'court'], 'bad-usage'],
  [
    'with a changed reason',
    (note, vkey) => [note.replace('summons 12', 'summons 13'), vkey],
    'verify-failed',
  ],
  ['with a damaged signature', (note, vkey) => [note.replace(/.{6}\n$/u, 'AAAA==\n'), vkey], 'verify-failed'],
  ['with lines of another text', (_, vkey) => ['hello\n\n— a AAAAAAE=\n', vkey], 'unreadable-file'],
  ['as no note', (_, vkey) => ['hello', vkey], 'unreadable-file'],
])('a receipt %s is refused', async (_, change, code) => {
  const { giver, signed } = await countersigned();
  const [note, receiverKey] = change(signed.note, signed.vkey);
  const before = giver.desk.entries.length;
  await expect(receiveTransfer(giver.desk, { note, receiverKey, by: 'A. Archivist' })).rejects.toMatchObject({
    code,
  });
  expect(giver.desk.entries.length).toBe(before);
});

test('a statement is read only in its exact form', () => {
  const giver = memoryDesk({ origin: 'archive.example/log' });
  const statement: TransferStatement = {
    source: giver.newId('source'),
    sha256: 'ab'.repeat(32) as TransferStatement['sha256'],
    size: 12,
    giver: 'A. Archivist',
    giverKey: giver.store.identity.vkey,
    receiver: 'Суд',
    receiverKey: null,
    on: '2031-05-01T12:00:00.000Z',
    reason: 'Reason: with a colon',
  };
  const text = writeStatement(statement);
  expect(readStatement(text)).toEqual(statement);
  for (const wrong of [
    `${text}x`,
    text.slice(1),
    text.replace('version 1', 'version 2'),
    text.replace('Size in bytes: 12', 'Size in bytes: 012'),
    text.replace('abab', 'ABAB'),
    text.replace('Суд', ''),
    text.replace('\nReason', '\nNote: x\nReason'),
    text.replace('2031-05-01T12', '2031-05-41T12'),
  ])
    expect(readStatement(wrong)).toBeNull();
  expect(() => writeStatement({ ...statement, reason: 'a\nReceived by: B' })).toThrow(/one line/);
});

test('both keys the same prove nothing, even under two names', () => {
  const seed = new Uint8Array(32).fill(7);
  const [one, two] = [noteSigner('a.example', seed), noteSigner('b.example', seed)];
  expect(openNote(signNote('x\n', one), [two]).ok).toBe(false);
  expect(transferSignatures('nothing', null)).toEqual({
    signedBy: [],
    fault: 'The statement cannot be read.',
  });
});
