import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  changePassphrase,
  changeRecoveryKey,
  createEnvelope,
  openWithPassphrase,
  openWithRecoveryKey,
  parseEnvelope,
} from './key-envelope.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const cost = { memoryKib: 65_536, passes: 1, lanes: 1 };
const master = random(32);
const recoveryKey = random(32);
const envelope = createEnvelope({ master, passphrase: 'old words', recoveryKey, cost, random });

test('the passphrase and the recovery key open it, others do not', () => {
  expect(openWithPassphrase(envelope, 'old words')).toEqual(master);
  expect(openWithPassphrase(envelope, 'old word')).toBeNull();
  expect(openWithRecoveryKey(envelope, recoveryKey)).toEqual(master);
  expect(openWithRecoveryKey(envelope, random(32))).toBeNull();
});

test('a changed passphrase keeps the master key and the recovery key', () => {
  const changed = changePassphrase(envelope, { master, passphrase: 'new words', cost, random });
  expect(openWithPassphrase(changed, 'new words')).toEqual(master);
  expect(openWithPassphrase(changed, 'old words')).toBeNull();
  expect(changed.recovery).toBe(envelope.recovery);
  expect(changed.kdf.salt).not.toBe(envelope.kdf.salt);
});

test('a changed recovery key makes the old paper worthless', () => {
  const next = random(32);
  const changed = changeRecoveryKey(envelope, { master, recoveryKey: next, random });
  expect(openWithRecoveryKey(changed, next)).toEqual(master);
  expect(openWithRecoveryKey(changed, recoveryKey)).toBeNull();
  expect(openWithPassphrase(changed, 'old words')).toEqual(master);
});

test('the two wrapped keys cannot stand for each other', () => {
  const swapped = { ...envelope, passphrase: envelope.recovery, recovery: envelope.passphrase };
  expect(openWithPassphrase(swapped, 'old words')).toBeNull();
  expect(openWithRecoveryKey(swapped, recoveryKey)).toBeNull();
});

test('a changed cost or salt opens nothing', () => {
  const slower = { ...envelope, kdf: { ...envelope.kdf, passes: 2 } };
  expect(openWithPassphrase(slower, 'old words')).toBeNull();
});

test('nothing secret stands in it, and it survives JSON', () => {
  const text = JSON.stringify(envelope);
  for (const secret of [master, recoveryKey]) {
    expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
  }
  expect(text).not.toContain('old words');
  expect(parseEnvelope(JSON.parse(text))).toEqual({ ok: true, value: envelope });
});

test.each<readonly [string, unknown, readonly string[]]>([
  ['null', null, ['']],
  ['a list', [], ['']],
  ['nothing', {}, ['kdf', 'passphrase', 'recovery']],
  ['another function', { ...envelope, kdf: { ...envelope.kdf, name: 'scrypt' } }, ['kdf.name']],
  [
    'a cost that would take 100 GB',
    { ...envelope, kdf: { ...envelope.kdf, memoryKib: 100_000_000, passes: 1e9 } },
    ['kdf.memoryKib', 'kdf.passes'],
  ],
  ['a weak cost', { ...envelope, kdf: { ...envelope.kdf, memoryKib: 19_456 } }, ['kdf.memoryKib']],
  ['a short salt', { ...envelope, kdf: { ...envelope.kdf, salt: 'AAAA' } }, ['kdf.salt']],
  [
    'a salt with a line break',
    { ...envelope, kdf: { ...envelope.kdf, salt: `${envelope.kdf.salt}\n` } },
    ['kdf.salt'],
  ],
  ['texts as numbers', { ...envelope, kdf: { ...envelope.kdf, passes: '1' } }, ['kdf.passes']],
  ['a short wrapped key', { ...envelope, recovery: 'AAAA' }, ['recovery']],
  [
    'a member nobody knows',
    { ...envelope, hint: 'x', kdf: { ...envelope.kdf, pepper: 1 } },
    ['kdf.pepper', 'hint'],
  ],
])('%s: every fault is told', (_, input, paths) => {
  const parsed = parseEnvelope(input);
  expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual(paths);
});

test('misuse is refused', () => {
  const short = random(31);
  const input = { master, passphrase: 'words', recoveryKey, cost, random };
  expect(() => createEnvelope({ ...input, master: short })).toThrow(/32 bytes/);
  expect(() => createEnvelope({ ...input, recoveryKey: short })).toThrow(/32 bytes/);
  expect(() => createEnvelope({ ...input, passphrase: '' })).toThrow(/empty/);
  expect(() => openWithPassphrase(envelope, '')).toThrow(/empty/);
});
