import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageDecrypt, ageEncrypt, ageRecipient, ageSecret } from './age-file.ts';

const secret = new Uint8Array(randomBytes(32));
const text = new TextEncoder().encode('A letter from the fictional town of Kessar.');
const CHUNK = 65_536;

test.each([0, 1, 43, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])(
  '%i bytes: read back by us and by the age library, and theirs by us',
  async (length) => {
    const bytes = new Uint8Array(randomBytes(length));
    const ours = await ageEncrypt(bytes, secret);
    expect(Buffer.from((await ageDecrypt(ours, secret)) ?? []).equals(bytes)).toBe(true);
    const decrypter = new Decrypter();
    decrypter.addIdentity(ageSecret(secret));
    expect(Buffer.from(await decrypter.decrypt(ours)).equals(bytes)).toBe(true);
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(ageSecret(secret)));
    const theirs = await encrypter.encrypt(bytes);
    expect(theirs.length).toBe(ours.length);
    expect(Buffer.from((await ageDecrypt(theirs, secret)) ?? []).equals(bytes)).toBe(true);
  },
);

test('the texts of a key are those of the age library', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (one) => {
      expect(ageRecipient(one)).toBe(await identityToRecipient(ageSecret(one)));
    }),
    { numRuns: 20 },
  );
});

test('two files of the same bytes differ, and the text is in neither', async () => {
  const [one, other] = [await ageEncrypt(text, secret), await ageEncrypt(text, secret)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  expect(Buffer.from(one).includes('Kessar')).toBe(false);
});

test('another key opens nothing', async () => {
  expect(await ageDecrypt(await ageEncrypt(text, secret), new Uint8Array(randomBytes(32)))).toBeNull();
});

test('a change of any byte is found', async () => {
  const file = await ageEncrypt(text, secret);
  for (let at = 0; at < file.length; at += 1) {
    const changed = Uint8Array.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect([at, await ageDecrypt(changed, secret)]).toEqual([at, null]);
  }
});

test('cut at any byte, or longer by one, it is not opened', async () => {
  const file = await ageEncrypt(text, secret);
  for (let length = 0; length < file.length; length += 1)
    expect([length, await ageDecrypt(file.subarray(0, length), secret)]).toEqual([length, null]);
  expect(await ageDecrypt(Buffer.concat([file, Buffer.alloc(1)]), secret)).toBeNull();
});

test('cut between chunks, or with chunks in another order, it is not opened', async () => {
  const bytes = new Uint8Array(randomBytes(3 * CHUNK));
  const file = await ageEncrypt(bytes, secret);
  const start = file.length - 3 * (CHUNK + 16);
  const chunk = (index: number) =>
    file.subarray(start + index * (CHUNK + 16), start + (index + 1) * (CHUNK + 16));
  const head = file.subarray(0, start);
  for (const order of [[0], [0, 1], [1, 0, 2], [0, 2], [0, 1, 2, 2]])
    expect([order, await ageDecrypt(Buffer.concat([head, ...order.map(chunk)]), secret)]).toEqual([
      order,
      null,
    ]);
});

test('what is no age file is not opened and does not throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await ageDecrypt(bytes, secret)).toBeNull();
    }),
  );
});

test('a secret of another length is refused', async () => {
  expect(() => ageSecret(secret.subarray(1))).toThrow(/32 bytes/);
  await expect(ageEncrypt(text, secret.subarray(1))).rejects.toThrow(/32 bytes/);
  await expect(ageDecrypt(text, secret.subarray(1))).rejects.toThrow(/32 bytes/);
});
