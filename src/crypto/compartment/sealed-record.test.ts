import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOUND, bindingOf } from './binding.ts';
import { createEpochKey, type EpochKey, keyCheck, wipeEpochKey } from './epoch-key.ts';
import { readWrappedRecordKey } from './read-wraps.ts';
import {
  openRecord,
  type RecordAddress,
  rewrapRecord,
  type SealedRecord,
  sealRecord,
} from './sealed-record.ts';
import { openBytes, sealBytes } from './xchacha.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const keyOf = (compartment: string, epoch: number): EpochKey =>
  createEpochKey({ compartment, epoch, random });
const key = keyOf('north', 1);
const address = { compartment: 'north', record: 'case-7', version: 2 };
const text = new TextEncoder().encode('Şükran, two children, asked on 3 May');
const sealed = sealRecord({ address, content: text, key, random });

test('what was sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      fc.string({ minLength: 1 }).filter((id) => id.isWellFormed()),
      fc.integer({ min: 1, max: 2 ** 40 }),
      (content, record, version) => {
        const where = { compartment: 'north', record, version };
        const closed = sealRecord({ address: where, content, key, random });
        expect(openRecord({ address: where, sealed: closed, key })).toEqual(content);
      },
    ),
    { numRuns: 200 },
  );
});

test('a wrong key never opens', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      fc.pre(!Buffer.from(bytes).equals(key.key));
      expect(openRecord({ address, sealed, key: { ...key, key: bytes } })).toBeNull();
    }),
  );
});

test('every single flipped bit of the body and of the wrapped key is found', () => {
  for (let bit = 0; bit < sealed.body.length * 8; bit += 1) {
    expect(openRecord({ address, sealed: { ...sealed, body: flipped(sealed.body, bit) }, key })).toBeNull();
  }
  const wrapped = Buffer.from(sealed.recordKey.wrapped, 'base64');
  for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
    const recordKey = { epoch: 1, wrapped: Buffer.from(flipped(wrapped, bit)).toString('base64') };
    expect(openRecord({ address, sealed: { ...sealed, recordKey }, key })).toBeNull();
  }
});

test.each<readonly [string, SealedRecord]>([
  ['an empty body', { ...sealed, body: new Uint8Array(0) }],
  ['a body cut short', { ...sealed, body: sealed.body.subarray(0, -1) }],
  ['a body with more', { ...sealed, body: Buffer.concat([sealed.body, Buffer.alloc(1)]) }],
  ['no wrapped key', { ...sealed, recordKey: { epoch: 1, wrapped: '' } }],
  ['text that is not base64', { ...sealed, recordKey: { epoch: 1, wrapped: '%%' } }],
  ['a wrapped key of another epoch', { ...sealed, recordKey: { ...sealed.recordKey, epoch: 2 } }],
])('%s does not open', (_, changed) => {
  expect(openRecord({ address, sealed: changed, key })).toBeNull();
});

test('another record, version, epoch or compartment does not open', () => {
  expect(openRecord({ address: { ...address, record: 'case-8' }, sealed, key })).toBeNull();
  expect(openRecord({ address: { ...address, version: 3 }, sealed, key })).toBeNull();
  const relabelled = { ...sealed, recordKey: { ...sealed.recordKey, epoch: 2 } };
  expect(openRecord({ address, sealed: relabelled, key: { ...key, epoch: 2 } })).toBeNull();
  const south = { ...key, compartment: 'south' };
  expect(openRecord({ address: { ...address, compartment: 'south' }, sealed, key: south })).toBeNull();
});

test('body and wrapped key of two versions do not mix', () => {
  const next = sealRecord({ address: { ...address, version: 3 }, content: text, key, random });
  expect(openRecord({ address, sealed: { ...sealed, body: next.body }, key })).toBeNull();
  expect(openRecord({ address, sealed: { ...sealed, recordKey: next.recordKey }, key })).toBeNull();
});

test('a member who wraps a record’s key for another place does not get its content opened there', () => {
  const bindingAt = (at: RecordAddress) => bindingOf(BOUND.dek, [at.compartment, 1, at.record, at.version]);
  const wrapped = Buffer.from(sealed.recordKey.wrapped, 'base64');
  const dek = openBytes({ key: key.key, sealed: wrapped, binding: bindingAt(address) });
  if (dek === null) throw new Error('not opened');
  const openedAt = (at: RecordAddress, under: EpochKey): Uint8Array | null => {
    const bytes = sealBytes({ key: under.key, content: dek, binding: bindingAt(at), random });
    const recordKey = { epoch: 1, wrapped: Buffer.from(bytes).toString('base64') };
    return openRecord({ address: at, sealed: { ...sealed, recordKey }, key: under });
  };
  expect(openedAt(address, key)).toEqual(text);
  expect(openedAt({ ...address, version: 3 }, key)).toBeNull();
  expect(openedAt({ ...address, record: 'case-8' }, key)).toBeNull();
  expect(openedAt({ ...address, compartment: 'south' }, { ...key, compartment: 'south' })).toBeNull();
});

test('a key proves itself for its own compartment and epoch', () => {
  const checks = [key, { ...key, epoch: 2 }, { ...key, compartment: 'south' }, keyOf('north', 1)].map(
    keyCheck,
  );
  expect(new Set(checks).size).toBe(4);
  expect(keyCheck({ ...key })).toBe(checks[0]);
});

test('a wrapped key is read strictly', () => {
  const { recordKey } = sealed;
  expect(readWrappedRecordKey(JSON.parse(JSON.stringify(recordKey)))).toEqual(recordKey);
  for (const bad of [
    null,
    {},
    { ...recordKey, epoch: 0 },
    { ...recordKey, wrapped: 'AA==' },
    { ...recordKey, a: 1 },
  ])
    expect(readWrappedRecordKey(bad)).toBeNull();
});

test('rotation: the new key opens, the old one does not, the body is untouched', () => {
  const to = keyOf('north', 2);
  const recordKey = rewrapRecord({ address, recordKey: sealed.recordKey, from: key, to, random });
  if (recordKey === null) throw new Error('not rewrapped');
  const rotated = { ...sealed, recordKey };
  expect(openRecord({ address, sealed: rotated, key: to })).toEqual(text);
  expect(openRecord({ address, sealed: rotated, key })).toBeNull();
  expect(openRecord({ address, sealed: rotated, key: { ...key, epoch: 2 } })).toBeNull();
  expect(rewrapRecord({ address, recordKey, from: key, to, random })).toBeNull();
});

test('records of one padded size look alike, and the same content twice does not', () => {
  const sizes = [0, 1, 100, 252].map(
    (length) => sealRecord({ address, content: new Uint8Array(length), key, random }).body.length,
  );
  expect(new Set(sizes).size).toBe(1);
  expect(sealRecord({ address, content: text, key, random }).body).not.toEqual(sealed.body);
});

test('misuse is refused, and a wiped key opens nothing', () => {
  const other = keyOf('south', 1);
  expect(() => sealRecord({ address, content: text, key: other, random })).toThrow(/another compartment/);
  expect(() => openRecord({ address, sealed, key: other })).toThrow(/another compartment/);
  expect(() => sealRecord({ address: { ...address, version: 0 }, content: text, key, random })).toThrow(
    /version/,
  );
  expect(() => sealRecord({ address: { ...address, record: '' }, content: text, key, random })).toThrow(/id/);
  const gone = { ...key, key: key.key.slice() };
  wipeEpochKey(gone);
  expect(openRecord({ address, sealed, key: gone })).toBeNull();
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
