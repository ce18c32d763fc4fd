/**
 * The stored formats, byte for byte, from randomness that is a counter: a change here closes compartments that exist.
 * A new format gets a new label in `binding.ts`; these stay.
 */
import { expect, test } from 'vitest';
import { sha256Hex } from '../sha256.ts';
import { headHash } from './compartment-head.ts';
import { openLabel, sealLabel } from './compartment-label.ts';
import { sealForCustodian } from './custody-copy.ts';
import { createEpochKey, keyCheck } from './epoch-key.ts';
import { fingerprint } from './fingerprint.ts';
import { firstHead } from './make-head.ts';
import { createMemberFile, openMemberFile } from './member-file.ts';
import { createMember } from './member-keys.ts';
import { shareText } from './recovery-shares.ts';
import { openRecord, sealRecord } from './sealed-record.ts';
import { wrapForMember } from './wrap-key.ts';

/** Bytes 0, 1, 2 … from a beginning of its own for each use. */
const counting =
  (from: number) =>
  (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, (_, at) => (from + at) & 255);

const lena = createMember(counting(1));
const omar = createMember(counting(2));
const key = createEpochKey({ compartment: 'north', epoch: 1, random: counting(3) });
const address = { compartment: 'north', record: 'case-7', version: 1 };
const content = new TextEncoder().encode('asked on 3 May');
const hashOf = (value: unknown): string => sha256Hex(JSON.stringify(value));

test('a member’s keys and their fingerprint', () => {
  expect({ ...lena.keys.publicKeys, fingerprint: fingerprint(lena.keys.publicKeys) }).toMatchInlineSnapshot(`
    {
      "fingerprint": "H764 0VZH B9YS GECB 1P3E RQE4 3KVT 98A1",
      "receive": "+dLhtSSlrWdhL1qmkdM5MTYXXVS6wnVMOSdPAhx7VzA=",
      "sign": "eReVWK9G6MseZ0ZqlXC0cL1SfG4tBh5nCdoXasRXa6s=",
    }
  `);
});

test('a sealed record', () => {
  const sealed = sealRecord({ address, content, key, random: counting(4) });
  expect({ body: sha256Hex(sealed.body), wrapped: sealed.recordKey.wrapped }).toMatchInlineSnapshot(`
    {
      "body": "b1040822aee65b606282f9ced96cc140a721f573c2a05debe07e0999af2ba7de",
      "wrapped": "BAUGBwgJCgsMDQ4PEBESExQVFhcYGRoby8VaR8x5zGATNCZwjn2tiku4hh0idRB8SnvIA1AlAmEX7JMS7DQDxAW98JuqOjFF",
    }
  `);
  expect(openRecord({ address, sealed, key })).toEqual(content);
});

test('a wrapped key and a custodian’s copy', async () => {
  const member = { name: 'lena', keys: lena.keys.publicKeys };
  const wrapped = await wrapForMember({
    key,
    member,
    by: { name: 'omar', keys: omar.keys },
    random: counting(5),
  });
  const copy = await sealForCustodian({
    member: { name: 'lena', secret: lena.secret },
    custodian: { name: 'omar', keys: omar.keys.publicKeys },
    random: counting(6),
  });
  expect({ wrapped: hashOf(wrapped), copy: hashOf(copy) }).toMatchInlineSnapshot(`
    {
      "copy": "c44e5b3cfc739b6971235545b0a03baf70f7d0e07a0ac62bf95a2d1c26b222f0",
      "wrapped": "641aa3e2d5f5dcd51c46cd72adccfbdcdfc7bb08ec5efb8b3a1b320afcec41ba",
    }
  `);
});

test('a label, what a head says of its key, and the head', () => {
  const label = sealLabel({ key, label: 'Families from the north', random: counting(7) });
  const head = firstHead({
    key,
    label,
    founder: { name: 'omar', keys: omar.keys },
    at: '2026-01-05T09:00:00Z',
  });
  expect({ check: keyCheck(key), label: sha256Hex(label), head: headHash(head) }).toMatchInlineSnapshot(`
    {
      "check": "O7Ql5b1XYQ13BAOU2E0zMLyg8MpOvO/ab2MTeyglge4=",
      "head": "a0bbe0320c0bbf532a795754f06f4eb0ef632f1c4c7c503f8bd783cdf425440d",
      "label": "a24680cabf769fb1709281c954063c66309e2620991fdd166810fc09e3703d13",
    }
  `);
  expect(openLabel({ key, sealed: label })).toBe('Families from the north');
});

test('a member file and a printed share', async () => {
  const file = createMemberFile({
    name: 'lena',
    secret: lena.secret,
    passphrase: 'old words',
    destroyPassphrase: 'other words',
    recoveryKey: counting(8)(32),
    cost: { memoryKib: 65_536, passes: 1, lanes: 1 },
    random: counting(9),
  });
  const share = { needed: 3, number: 7, check: counting(10)(4), part: counting(11)(32) };
  expect({ file: hashOf(file), share: shareText(share) }).toMatchInlineSnapshot(`
    {
      "file": "b8bf7f8f881aba756a00ad9692338b245aa50f0c532258afe97cbca5ea1926a6",
      "share": "185G5-R3832-0W5GS-R38E0-1W81D
    24GKM-2GAH7-C5RRV-34D1K-P70X2
    3RFJ0-0892T-4CJ26-A9H7A-50MJD
    M0008",
    }
  `);
  expect(await openMemberFile(file, 'other words')).toEqual({ slot: 'destroy' });
});
