import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type CustodyCopy, openAsCustodian, sealForCustodian } from './custody-copy.ts';
import { createMember } from './member-keys.ts';
import { readCustodyCopy } from './read-wraps.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const lena = createMember(random);
const omar = createMember(random);
const ghost = createMember(random);
const copy = await sealForCustodian({
  member: { name: 'lena', secret: lena.secret },
  custodian: { name: 'omar', keys: omar.keys.publicKeys },
  random,
});
const asked = {
  copy,
  member: { name: 'lena', keys: lena.keys.publicKeys },
  custodian: { name: 'omar', keys: omar.keys },
};

test('the custodian opens it, also after JSON', async () => {
  const stored = readCustodyCopy(JSON.parse(JSON.stringify(copy)));
  expect(stored).toEqual(copy);
  expect(await openAsCustodian({ ...asked, copy: stored as CustodyCopy })).toEqual(lena.secret);
});

test('nobody else does, and not under another name', async () => {
  expect(await openAsCustodian({ ...asked, custodian: { name: 'omar', keys: ghost.keys } })).toBeNull();
  expect(await openAsCustodian({ ...asked, custodian: { name: 'mara', keys: omar.keys } })).toBeNull();
  expect(await openAsCustodian({ ...asked, member: { ...asked.member, name: 'mara' } })).toBeNull();
});

test('a copy by somebody else who says they are the member is refused', async () => {
  const forged = await sealForCustodian({
    member: { name: 'lena', secret: ghost.secret },
    custodian: { name: 'omar', keys: omar.keys.publicKeys },
    random,
  });
  expect(await openAsCustodian({ ...asked, copy: forged })).toBeNull();
  const dressed = { ...forged, memberKeys: lena.keys.publicKeys };
  expect(await openAsCustodian({ ...asked, copy: dressed })).toBeNull();
});

test('every flipped bit is found', async () => {
  for (const field of ['enc', 'ct', 'signature', 'custodianKey'] as const) {
    const bytes = Buffer.from(copy[field], 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const flipped = { ...copy, [field]: changed.toString('base64') };
      expect(await openAsCustodian({ ...asked, copy: flipped })).toBeNull();
    }
  }
});

test('other forms are not read', () => {
  for (const bad of [null, [], {}, { ...copy, more: 1 }, { ...copy, ct: 'AA==' }, { ...copy, member: '' }])
    expect(readCustodyCopy(bad)).toBeNull();
});
