import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemberFile, type MemberFile, openMemberFile, recoverMember } from './member-file.ts';
import { changeMemberPassphrases, changeMemberRecovery } from './member-file-changes.ts';
import { createMember, publicKeysOf } from './member-keys.ts';
import { parseMemberFile } from './parse-member-file.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const cost = { memoryKib: 65_536, passes: 1, lanes: 1 };
const { secret } = createMember(random);
const recoveryKey = random(32);
const input = { name: 'lena', secret, passphrase: 'old words', recoveryKey, cost, random };
const plain = createMemberFile({ ...input, destroyPassphrase: null });
const armed = createMemberFile({ ...input, destroyPassphrase: 'other words' });
const mine = { slot: 'member', secret };

test('the passphrase and the recovery key give the secret, others nothing', async () => {
  for (const file of [plain, armed]) {
    expect(await openMemberFile(file, 'old words')).toEqual(mine);
    expect(await openMemberFile(file, 'old word')).toBeNull();
    expect(recoverMember(file, recoveryKey)).toEqual(secret);
    expect(recoverMember(file, random(32))).toBeNull();
  }
});

test('the destroy passphrase opens the second slot alone, and only where it was set', async () => {
  expect(await openMemberFile(armed, 'other words')).toEqual({ slot: 'destroy' });
  expect(await openMemberFile(plain, 'other words')).toBeNull();
});

test('a used second slot looks like an unused one', () => {
  const shapeOf = (file: MemberFile): unknown =>
    JSON.parse(JSON.stringify(file), (_, value) => (typeof value === 'string' ? value.length : value));
  expect(shapeOf(armed)).toEqual(shapeOf(plain));
  expect(Object.keys(armed)).toEqual(Object.keys(plain));
  expect(JSON.stringify(armed).length).toBe(JSON.stringify(plain).length);
  const again = createMemberFile({ ...input, destroyPassphrase: null });
  expect(again.second).not.toBe(plain.second);
});

test('the slots cannot stand for each other', async () => {
  const { envelope, second } = armed;
  const swapped = { ...armed, envelope: { ...envelope, passphrase: second }, second: envelope.passphrase };
  expect(await openMemberFile(swapped, 'old words')).toBeNull();
  expect(await openMemberFile(swapped, 'other words')).toBeNull();
  const recovery = { ...armed, envelope: { ...envelope, recovery: envelope.passphrase } };
  expect(recoverMember(recovery, recoveryKey)).toBeNull();
});

test('changed passphrases keep secret and recovery key; the old ones are gone, the destroy passphrase too', async () => {
  const changed = changeMemberPassphrases(armed, {
    secret,
    passphrase: 'new words',
    destroyPassphrase: null,
    cost,
    random,
  });
  expect(await openMemberFile(changed, 'new words')).toEqual(mine);
  expect(await openMemberFile(changed, 'old words')).toBeNull();
  expect(await openMemberFile(changed, 'other words')).toBeNull();
  expect(recoverMember(changed, recoveryKey)).toEqual(secret);
});

test('a changed recovery key makes the old paper worthless', async () => {
  const next = random(32);
  const changed = changeMemberRecovery(armed, { secret, recoveryKey: next, random });
  expect(recoverMember(changed, next)).toEqual(secret);
  expect(recoverMember(changed, recoveryKey)).toBeNull();
  expect(await openMemberFile(changed, 'other words')).toEqual({ slot: 'destroy' });
});

test('other public keys put into the file open nothing', async () => {
  const other = { ...plain, publicKeys: publicKeysOf(random(32)) };
  expect(await openMemberFile(other, 'old words')).toBeNull();
  expect(recoverMember(other, recoveryKey)).toBeNull();
});

test('nothing secret stands in it, and it survives JSON', () => {
  const text = JSON.stringify(armed);
  for (const hidden of [secret, recoveryKey]) {
    expect(text).not.toContain(Buffer.from(hidden).toString('base64'));
    expect(text).not.toContain(Buffer.from(hidden).toString('hex'));
  }
  expect(text).not.toContain('words');
  expect(parseMemberFile(JSON.parse(text))).toEqual({ ok: true, value: armed });
});

test.each<readonly [string, unknown, readonly string[]]>([
  ['null', null, ['']],
  ['a list', [], ['']],
  ['nothing', {}, ['format', 'name', 'publicKeys', 'envelope', 'second']],
  [
    'a weak cost',
    { ...plain, envelope: { ...plain.envelope, kdf: { ...plain.envelope.kdf, memoryKib: 8 } } },
    ['envelope.kdf.memoryKib'],
  ],
  ['a short second slot', { ...plain, second: 'AAAA' }, ['second']],
  ['a member nobody knows', { ...plain, hint: 'x' }, ['hint']],
  ['keys that are none', { ...plain, publicKeys: { sign: '', receive: '' } }, ['publicKeys']],
])('%s: every fault is told', (_, given, paths) => {
  const parsed = parseMemberFile(given);
  expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual(paths);
});

test('misuse is refused', async () => {
  const same = { ...input, destroyPassphrase: 'old words' };
  expect(() => createMemberFile(same)).toThrow(/another one/);
  expect(() => createMemberFile({ ...input, destroyPassphrase: '' })).toThrow(/empty/);
  expect(() => createMemberFile({ ...input, secret: random(31), destroyPassphrase: null })).toThrow(
    /32 bytes/,
  );
  expect(() => changeMemberRecovery(plain, { secret: random(32), recoveryKey, random })).toThrow(
    /another member/,
  );
  await expect(openMemberFile(plain, '')).rejects.toThrow(/empty/);
});
