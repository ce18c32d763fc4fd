import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createEpochKey, keyCheck } from './epoch-key.ts';
import { createMember, memberKeys, publicKeysOf, readPublicKeys } from './member-keys.ts';
import { unwrapKey, type WrappedEpochKey, wrapForMember } from './wrap-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const admin = createMember(random);
const member = createMember(random);
const outsider = createMember(random);
const key = createEpochKey({ compartment: 'north', epoch: 3, random });
const by = { name: 'omar', keys: admin.keys };
const expected = { compartment: 'north', epoch: 3, member: 'lena' };
const trusted = { name: 'omar', keys: admin.keys.publicKeys };
const wrapped = await wrapForMember({
  key,
  member: { name: 'lena', keys: member.keys.publicKeys },
  by,
  random,
});
const asked = { wrapped, expected, keys: member.keys, admin: trusted };

test('the member gets the same key, also after JSON', async () => {
  const stored = JSON.parse(JSON.stringify(wrapped)) as WrappedEpochKey;
  const opened = await unwrapKey({ ...asked, wrapped: stored });
  expect(opened).toEqual(key);
  expect(opened && keyCheck(opened)).toBe(keyCheck(key));
});

test('somebody else does not, and a wrap cannot be turned to them', async () => {
  expect(await unwrapKey({ ...asked, keys: outsider.keys })).toBeNull();
  const turned = { ...wrapped, memberKey: outsider.keys.publicKeys.receive };
  expect(await unwrapKey({ ...asked, wrapped: turned, keys: outsider.keys })).toBeNull();
});

test('a wrap of another admin, compartment, epoch or member is refused', async () => {
  const forged = await wrapForMember({
    key,
    member: { name: 'lena', keys: member.keys.publicKeys },
    by: { name: 'omar', keys: outsider.keys },
    random,
  });
  expect(await unwrapKey({ ...asked, wrapped: forged })).toBeNull();
  expect(await unwrapKey({ ...asked, admin: { name: 'mara', keys: trusted.keys } })).toBeNull();
  for (const change of [{ compartment: 'south' }, { epoch: 4 }, { member: 'mara' }]) {
    expect(await unwrapKey({ ...asked, expected: { ...expected, ...change } })).toBeNull();
    const relabelled = { ...wrapped, ...change };
    expect(
      await unwrapKey({ ...asked, wrapped: relabelled, expected: { ...expected, ...change } }),
    ).toBeNull();
  }
});

/** Signs as an admin would who changes their own wrap. */
function signedAnew(changed: WrappedEpochKey): WrappedEpochKey {
  const { signature: _, ...unsigned } = changed;
  const sorted = Object.fromEntries(Object.entries(unsigned).sort());
  const message = Buffer.from(JSON.stringify(['onrecord/epoch-key-wrap/v1', sorted]));
  return { ...changed, signature: Buffer.from(admin.keys.sign(message)).toString('base64') };
}

test('a wrap relabelled and signed anew does not open either: HPKE is bound to the place', async () => {
  expect(await unwrapKey({ ...asked, wrapped: signedAnew(wrapped) })).toEqual(key);
  const later = signedAnew({ ...wrapped, epoch: 4 });
  expect(await unwrapKey({ ...asked, wrapped: later, expected: { ...expected, epoch: 4 } })).toBeNull();
});

test('every flipped bit of the sealed parts and of the signature is found', async () => {
  for (const field of ['enc', 'ct', 'signature'] as const) {
    const bytes = Buffer.from(wrapped[field], 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = { ...wrapped, [field]: copy.toString('base64') };
      expect(await unwrapKey({ ...asked, wrapped: changed })).toBeNull();
    }
  }
});

test('a key nothing can be sealed to is refused', async () => {
  const zero = { sign: admin.keys.publicKeys.sign, receive: Buffer.alloc(32).toString('base64') };
  await expect(wrapForMember({ key, member: { name: 'x', keys: zero }, by, random })).rejects.toThrow(
    /sealed to this/,
  );
});

test('one secret gives one pair of keys; public keys are read strictly', () => {
  expect(memberKeys(member.secret).publicKeys).toEqual(member.keys.publicKeys);
  expect(publicKeysOf(member.secret)).toEqual(member.keys.publicKeys);
  expect(readPublicKeys(JSON.parse(JSON.stringify(member.keys.publicKeys)))).toEqual(member.keys.publicKeys);
  for (const bad of [null, {}, { sign: 'AA==', receive: 'AA==' }, { ...member.keys.publicKeys, more: 1 }])
    expect(readPublicKeys(bad)).toBeNull();
});
