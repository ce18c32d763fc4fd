import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkHead } from './check-head.ts';
import { type CompartmentHead, type HeadContent, headHash, signHead } from './compartment-head.ts';
import { openLabel, sealLabel } from './compartment-label.ts';
import { createEpochKey, type EpochKey, keyCheck } from './epoch-key.ts';
import { fingerprint, isFingerprintOf } from './fingerprint.ts';
import { followHeads, openEpochKey, unconfirmedMembers } from './follow-heads.ts';
import { firstHead, nextHead } from './make-head.ts';
import { createMember, type MemberKeys } from './member-keys.ts';
import { readHead } from './read-head.ts';
import { readWrappedKey } from './read-wraps.ts';
import { recordsHash } from './records-hash.ts';
import { wrapForMember } from './wrap-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const at = '2026-01-05T09:00:00Z';
const omar = createMember(random).keys;
const lena = createMember(random).keys;
const mara = createMember(random).keys;
const ghost = createMember(random).keys;
const by = { name: 'omar', keys: omar };
const one = createEpochKey({ compartment: 'north', epoch: 1, random });
const two = createEpochKey({ compartment: 'north', epoch: 2, random });
const label = sealLabel({ key: one, label: 'Families from the north', random });

const memberOf = (name: string, keys: MemberKeys, role: 'admin' | 'member' = 'member') => ({
  name,
  keys: keys.publicKeys,
  role,
});

function made(previous: CompartmentHead, members: CompartmentHead['members'], key = one): CompartmentHead {
  const result = nextHead({ previous, members, key, label, records: null, at, by });
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join('; '));
  return result.head;
}

const first = firstHead({ key: one, label, founder: by, at });
const second = made(first, [memberOf('omar', omar, 'admin'), memberOf('lena', lena), memberOf('mara', mara)]);
const third = made(second, [memberOf('omar', omar, 'admin'), memberOf('lena', lena)], two);
const chain = [first, second, third];

/** A head after the second one, changed and signed by somebody. */
function forged(changes: Partial<HeadContent>, keys: MemberKeys = omar): CompartmentHead {
  const { signature: _, ...content } = third;
  return signHead({ ...content, ...changes }, keys);
}

const codesOf = (previous: CompartmentHead | null, next: CompartmentHead): readonly string[] =>
  checkHead(previous, next).map(({ code }) => code);

test('heads that are right follow each other', () => {
  expect(codesOf(null, first)).toEqual([]);
  expect(codesOf(first, second)).toEqual([]);
  expect(codesOf(second, third)).toEqual([]);
  expect(codesOf(second, forged({}))).toEqual([]);
});

const withGhost = [...third.members, memberOf('ghost', ghost, 'admin')];
const swapped = third.members.map((member) => (member.name === 'lena' ? memberOf('lena', ghost) : member));
const plain = third.members.map((member) => ({ ...member, role: 'member' as const }));

test.each<readonly [string, CompartmentHead, readonly string[]]>([
  ['another compartment', forged({ compartment: 'south' }), ['other-compartment']],
  ['an old number', forged({ number: 2 }), ['replayed']],
  ['the head before once more', second, ['replayed', 'broken-chain']],
  ['an older head', first, ['replayed', 'broken-chain', 'not-rotated', 'not-rotated']],
  ['a number left out', forged({ number: 5 }), ['gap']],
  ['another chain', forged({ previous: headHash(first) }), ['broken-chain']],
  ['no chain', forged({ previous: null }), ['broken-chain']],
  ['an epoch left out', forged({ epoch: 3 }), ['skipped-epoch']],
  ['a ghost member, signed by nobody', { ...third, members: withGhost }, ['bad-signature']],
  ['a ghost who signs as admin', forged({ members: withGhost }, ghost), ['bad-signature']],
  ['a ghost in their own name', forged({ members: withGhost, by: 'ghost' }, ghost), ['not-an-admin']],
  ['a member who signs', forged({ by: 'lena' }, lena), ['not-an-admin']],
  ['a removed member who signs', forged({ by: 'mara' }, mara), ['not-an-admin', 'signer-leaves']],
  ['a key swapped', forged({ members: swapped }), ['swapped-key']],
  [
    'a name twice',
    forged({ members: [...third.members, memberOf('lena', ghost)] }),
    ['name-twice', 'swapped-key'],
  ],
  ['a key twice', forged({ members: [...third.members, memberOf('nadia', lena)] }), ['key-twice']],
  ['no admin', forged({ members: plain }), ['no-admin']],
  ['a removal without a new key', forged({ epoch: 1, keyCheck: keyCheck(one) }), ['not-rotated']],
  ['another key in the same epoch', forged({ epoch: 1, members: second.members }), ['key-changed']],
  ['the old key in a new epoch', forged({ keyCheck: keyCheck(one) }), ['key-kept']],
])('%s is a named fault', (_, head, codes) => {
  expect(codesOf(second, head).toSorted()).toEqual(codes.toSorted());
});

test('a lower epoch is refused, also when everything else is right', () => {
  const back = signHead(
    { ...withoutSignature(third), number: 4, previous: headHash(third), epoch: 1, keyCheck: keyCheck(one) },
    omar,
  );
  expect(codesOf(third, back)).toEqual(
    ['lower-epoch', 'key-changed'].filter((code) => code !== 'key-changed'),
  );
});

test('an admin cannot remove themselves, another admin can', () => {
  const both = made(first, [memberOf('omar', omar, 'admin'), memberOf('lena', lena, 'admin')]);
  const input = { previous: both, key: two, label: null, records: null, at };
  const alone = { ...input, members: [memberOf('lena', lena, 'admin')] };
  expect(nextHead({ ...alone, by })).toMatchObject({ ok: false, faults: [{ code: 'signer-leaves' }] });
  expect(nextHead({ ...alone, by: { name: 'lena', keys: lena } })).toMatchObject({ ok: true });
});

test('every flipped bit of a head is found', () => {
  const bytes = Buffer.from(JSON.stringify(third));
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const read = readHead(orNull(copy.toString('utf8')));
    if (read.ok) expect(checkHead(second, read.head)).not.toEqual([]);
  }
});

test('a head is read strictly and survives JSON', () => {
  expect(readHead(JSON.parse(JSON.stringify(third)))).toEqual({ ok: true, head: third });
  const bad = { ...third, number: 0, label: 5, at: 'today', more: 1, previous: 'x' };
  const read = readHead(bad);
  expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual([
    'number',
    'label',
    'previous',
    'at',
    'more',
  ]);
  const member = readHead({ ...third, members: [{ name: ' omar', keys: {}, role: 'king' }] });
  expect(member.ok ? [] : member.faults.map(({ path }) => path)).toEqual([
    'members.0.name',
    'members.0.keys',
    'members.0.role',
  ]);
  for (const nothing of [null, [], 5, 'x']) expect(readHead(nothing).ok).toBe(false);
});

test('a chain is followed to its end; an old state and another history are found out', () => {
  const followed = followHeads('north', chain, null);
  if (!followed.ok) throw new Error('not followed');
  const { remember } = followed.followed;
  expect(remember).toEqual({ compartment: 'north', number: 3, hash: headHash(third) });
  expect(followHeads('north', chain, remember).ok).toBe(true);
  expect(faultOf(followHeads('north', chain.slice(0, 2), remember))).toEqual(['rolled-back']);
  expect(faultOf(followHeads('north', [], remember))).toEqual(['rolled-back']);
  expect(faultOf(followHeads('south', chain, null))).toEqual(['other-compartment']);
  const other = made(second, second.members, two);
  expect(faultOf(followHeads('north', [first, second, other], remember))).toEqual(['forked']);
  expect(faultOf(followHeads('north', [first, third], null))).toEqual(['gap', 'broken-chain']);
  expect(faultOf(followHeads('north', [second, third], null))).toContain('gap');
});

test('a clock set back changes nothing: heads are ordered by number', () => {
  const members = third.members;
  const earlier = nextHead({
    previous: third,
    members,
    key: two,
    label,
    records: null,
    at: '1999-01-01T00:00:00Z',
    by,
  });
  expect(earlier.ok && checkHead(third, earlier.head)).toEqual([]);
});

test('a member gets the key that the head says, and no other', async () => {
  const followed = followHeads('north', chain, null);
  if (!followed.ok) throw new Error('not followed');
  const wrapFor = (key: EpochKey, keys: MemberKeys = lena, name = 'lena', admin = by) =>
    wrapForMember({ key, member: { name, keys: keys.publicKeys }, by: admin, random });
  const good = await wrapFor(two);
  const asked = { followed: followed.followed, name: 'lena', keys: lena };
  const old = await wrapFor(one);
  const wrong = await wrapFor(createEpochKey({ compartment: 'north', epoch: 2, random }));
  const byGhost = await wrapFor(two, lena, 'lena', { name: 'omar', keys: ghost });
  const byMember = await wrapFor(two, lena, 'lena', { name: 'lena', keys: lena });
  const forOther = await wrapFor(two, omar, 'omar');
  expect(await openEpochKey({ ...asked, wraps: [old, wrong, byGhost, byMember, forOther, good] })).toEqual(
    two,
  );
  for (const wraps of [[], [old], [wrong], [byGhost], [byMember], [forOther]])
    expect(await openEpochKey({ ...asked, wraps })).toBeNull();
  expect(await openEpochKey({ ...asked, wraps: [good], name: 'mara', keys: mara })).toBeNull();
  expect(readWrappedKey(JSON.parse(JSON.stringify(good)))).toEqual(good);
  expect(readWrappedKey({ ...good, more: 1 })).toBeNull();
  expect(readWrappedKey({ ...good, ct: '' })).toBeNull();
});

test('fingerprints: eight groups, told on the phone, another key is another one', () => {
  const told = fingerprint(lena.publicKeys);
  expect(told).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(isFingerprintOf(told.toLowerCase().replaceAll(' ', '-'), lena.publicKeys)).toBe(true);
  expect(isFingerprintOf(told.slice(0, 34), lena.publicKeys)).toBe(false);
  expect(isFingerprintOf('', lena.publicKeys)).toBe(false);
  expect(isFingerprintOf(told, ghost.publicKeys)).toBe(false);
  const half = { ...lena.publicKeys, receive: ghost.publicKeys.receive };
  expect(fingerprint(half)).not.toBe(told);
  const swappedHalves = { sign: lena.publicKeys.receive, receive: lena.publicKeys.sign };
  expect(fingerprint(swappedHalves)).not.toBe(told);
});

test('members whose keys nobody compared are told, also after a removal and a return with other keys', () => {
  const confirmed = new Map([['omar', fingerprint(omar.publicKeys)]]);
  expect(unconfirmedMembers(third, confirmed)).toEqual([
    { name: 'lena', fingerprint: fingerprint(lena.publicKeys), changed: false },
  ]);
  confirmed.set('lena', fingerprint(ghost.publicKeys));
  expect(unconfirmedMembers(third, confirmed)).toMatchObject([{ name: 'lena', changed: true }]);
});

test('the label opens with its own epoch, and all labels have one size', () => {
  expect(openLabel({ key: one, sealed: label })).toBe('Families from the north');
  expect(openLabel({ key: two, sealed: label })).toBeNull();
  expect(openLabel({ key: { ...one, epoch: 2 }, sealed: label })).toBeNull();
  expect(openLabel({ key: one, sealed: 'no' })).toBeNull();
  expect(sealLabel({ key: one, label: '', random }).length).toBe(label.length);
  expect(() => sealLabel({ key: one, label: 'ş'.repeat(200), random })).toThrow(/252/);
});

test('the hash over records does not depend on their order, and on all else', () => {
  const records = ['a', 'b', 'c'].map((record) => ({ record, version: 1, body: headHash(first) }));
  const hash = recordsHash(records);
  expect(recordsHash(records.toReversed())).toBe(hash);
  expect(recordsHash(records.slice(1))).not.toBe(hash);
  expect(recordsHash([{ ...records[0]!, version: 2 }, ...records.slice(1)])).not.toBe(hash);
});

function withoutSignature({ signature: _, ...content }: CompartmentHead): HeadContent {
  return content;
}

function faultOf(result: ReturnType<typeof followHeads>): readonly string[] {
  return result.ok ? [] : result.faults.map(({ code }) => code);
}

function orNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
