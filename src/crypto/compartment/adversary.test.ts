/**
 * A store that lies, an admin who goes, a member who colludes: whole stories, with nothing but what a store has and
 * hands over. Each step says who knows what.
 */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../sha256.ts';
import type { CompartmentHead, HeadMember } from './compartment-head.ts';
import { headHash, signHead } from './compartment-head.ts';
import { createEpochKey, type EpochKey, keyCheck } from './epoch-key.ts';
import { fingerprint } from './fingerprint.ts';
import { followHeads, openEpochKey, type RememberedHead, unconfirmedMembers } from './follow-heads.ts';
import { firstHead, nextHead } from './make-head.ts';
import { createMember, type MemberKeys } from './member-keys.ts';
import { readHead } from './read-head.ts';
import { readWrappedKey } from './read-wraps.ts';
import { recordsHash } from './records-hash.ts';
import { openRecord, rewrapRecord, type SealedRecord, sealRecord } from './sealed-record.ts';
import { type WrappedEpochKey, wrapForMember } from './wrap-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const at = '2026-01-05T09:00:00Z';
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** All that a store holds of one compartment: JSON and ciphertext. */
interface Store {
  heads: CompartmentHead[];
  wraps: WrappedEpochKey[];
  records: Map<string, { record: string; version: number; sealed: SealedRecord }>;
}

/** A member with what is on their own disk. */
interface Person {
  readonly name: string;
  readonly keys: MemberKeys;
  remembered: RememberedHead | null;
}

const person = (name: string): Person => ({ name, keys: createMember(random).keys, remembered: null });
const asMember = ({ name, keys }: Person, role: HeadMember['role'] = 'member'): HeadMember => ({
  name,
  keys: keys.publicKeys,
  role,
});

async function wrapAll(store: Store, key: EpochKey, admin: Person): Promise<void> {
  for (const member of store.heads.at(-1)!.members)
    store.wraps.push(await wrapForMember({ key, member, by: admin, random }));
}

async function found(admin: Person, compartment: string): Promise<{ store: Store; key: EpochKey }> {
  const key = createEpochKey({ compartment, epoch: 1, random });
  const store: Store = {
    heads: [firstHead({ key, label: null, founder: admin, at })],
    wraps: [],
    records: new Map(),
  };
  await wrapAll(store, key, admin);
  return { store, key };
}

async function change(
  store: Store,
  admin: Person,
  members: readonly HeadMember[],
  key: EpochKey,
): Promise<void> {
  const previous = store.heads.at(-1)!;
  const made = nextHead({ previous, members, key, label: null, records: null, at, by: admin });
  if (!made.ok) throw new Error(made.faults.map(({ code }) => code).join());
  store.heads.push(made.head);
  await wrapAll(store, key, admin);
}

/** What a member's own program does with what a store hands over: the key, or the names of the faults. */
async function enter(
  who: Person,
  given: Store,
  compartment = 'north',
): Promise<EpochKey | readonly string[]> {
  const heads = copyOf(given.heads).map(readHead);
  if (heads.some((read) => !read.ok)) return ['form'];
  const chain = heads.flatMap((read) => (read.ok ? [read.head] : []));
  const result = followHeads(compartment, chain, who.remembered);
  if (!result.ok) return result.faults.map(({ code }) => code);
  const wraps = copyOf(given.wraps)
    .map(readWrappedKey)
    .filter((wrapped) => wrapped !== null);
  const key = await openEpochKey({ followed: result.followed, wraps, name: who.name, keys: who.keys });
  if (key === null) return ['no key'];
  who.remembered = result.followed.remember;
  return key;
}

function write(store: Store, key: EpochKey, record: string, version: number, content: string): void {
  const address = { compartment: key.compartment, record, version };
  store.records.set(`${record}/${version}`, {
    record,
    version,
    sealed: sealRecord({ address, content: text(content), key, random }),
  });
}

function read(store: Store, key: EpochKey, record: string, version: number): string | null {
  const stored = store.records.get(`${record}/${version}`);
  if (stored === undefined) return null;
  const address = { compartment: key.compartment, record, version };
  const content = openRecord({ address, sealed: stored.sealed, key });
  return content && new TextDecoder().decode(content);
}

async function remove(store: Store, admin: Person, name: string, from: EpochKey): Promise<EpochKey> {
  const to = createEpochKey({ compartment: from.compartment, epoch: from.epoch + 1, random });
  store.wraps = [];
  await change(
    store,
    admin,
    store.heads.at(-1)!.members.filter((member) => member.name !== name),
    to,
  );
  for (const stored of store.records.values()) {
    const address = { compartment: from.compartment, record: stored.record, version: stored.version };
    const recordKey = rewrapRecord({ address, recordKey: stored.sealed.recordKey, from, to, random });
    if (recordKey === null) throw new Error('not rewrapped');
    stored.sealed = { ...stored.sealed, recordKey };
  }
  return to;
}

const omar = person('omar');
const lena = person('lena');
const mara = person('mara');
const ghost = person('ghost');
let store: Store;
let key: EpochKey;

beforeEach(async () => {
  for (const who of [omar, lena, mara, ghost]) who.remembered = null;
  ({ store, key } = await found(omar, 'north'));
  await change(store, omar, [asMember(omar, 'admin'), asMember(lena), asMember(mara)], key);
  write(store, key, 'case-1', 1, 'asked on 3 May');
});

test('an honest store: everybody in it has the key, nobody else', async () => {
  for (const who of [omar, lena, mara]) expect(await enter(who, store)).toEqual(key);
  expect(await enter(ghost, store)).toEqual(['no key']);
  expect(read(store, key, 'case-1', 1)).toBe('asked on 3 May');
});

describe('a member is removed', () => {
  let next: EpochKey;
  beforeEach(async () => {
    await enter(mara, store);
    next = await remove(store, omar, 'mara', key);
    write(store, next, 'case-1', 2, 'answered on 9 June');
    write(store, next, 'case-2', 1, 'new family');
  });

  test('those who stay read all of it', async () => {
    const mine = await enter(lena, store);
    expect(mine).toEqual(next);
    for (const [record, version] of [
      ['case-1', 1],
      ['case-1', 2],
      ['case-2', 1],
    ] as const)
      expect(read(store, mine as EpochKey, record, version)).not.toBeNull();
  });

  test('the removed one opens neither what came after nor what was wrapped anew, with any label on the key', async () => {
    expect(await enter(mara, store)).toEqual(['no key']);
    for (const epoch of [1, 2, 3])
      for (const [record, version] of [
        ['case-1', 1],
        ['case-1', 2],
        ['case-2', 1],
      ] as const)
        expect(read(store, { ...key, epoch }, record, version)).toBeNull();
  });

  test('the removed one and the store together cannot let those who stay take the old key', async () => {
    const old = { ...store, heads: store.heads.slice(0, 2) };
    await enter(lena, store);
    expect(await enter(lena, old)).toEqual(['rolled-back']);
    const back = nextHead({
      previous: store.heads[2]!,
      members: store.heads[2]!.members,
      key,
      label: null,
      records: null,
      at,
      by: mara,
    });
    expect(back.ok).toBe(false);
    const { signature: _, ...content } = store.heads[2]!;
    const forged = signHead(
      { ...content, number: 4, previous: headHash(store.heads[2]!), epoch: 1, keyCheck: keyCheck(key) },
      mara.keys,
    );
    expect(await enter(lena, { ...store, heads: [...store.heads, forged] })).toEqual([
      'lower-epoch',
      'bad-signature',
    ]);
  });

  test('a record forged under the old key is not taken for one of the new epoch', () => {
    write(store, key, 'case-3', 1, 'forged');
    expect(read(store, next, 'case-3', 1)).toBeNull();
    const stored = store.records.get('case-3/1')!;
    stored.sealed = { ...stored.sealed, recordKey: { ...stored.sealed.recordKey, epoch: next.epoch } };
    expect(read(store, next, 'case-3', 1)).toBeNull();
  });

  test('their limit, as the documents say it: a wrapped key kept aside opens the version of then, and no later one', async () => {
    const { store: other, key: first } = await found(omar, 'south');
    await change(other, omar, [asMember(omar, 'admin'), asMember(mara)], first);
    write(other, first, 'case-9', 1, 'seen');
    const kept = other.records.get('case-9/1')!.sealed.recordKey;
    const second = await remove(other, omar, 'mara', first);
    write(other, second, 'case-9', 2, 'unseen');
    const openKept = (version: number): Uint8Array | null => {
      const { body } = other.records.get(`case-9/${version}`)!.sealed;
      const address = { compartment: 'south', record: 'case-9', version };
      return openRecord({ address, sealed: { body, recordKey: kept }, key: first });
    };
    expect(openKept(1)).toEqual(text('seen'));
    expect(openKept(2)).toBeNull();
  });
});

describe('a store adds a ghost', () => {
  const withGhost = (head: CompartmentHead): HeadMember[] => [...head.members, asMember(ghost)];

  test('in the last head, in a new head of its own, or as admin in the first', async () => {
    const last = store.heads[1]!;
    const edited = { ...last, members: withGhost(last) };
    expect(await enter(lena, { ...store, heads: [store.heads[0]!, edited] })).toEqual(['bad-signature']);
    const { signature: _, ...content } = last;
    const own = signHead(
      { ...content, number: 3, previous: headHash(last), members: withGhost(last), by: 'ghost' },
      ghost.keys,
    );
    expect(await enter(lena, { ...store, heads: [...store.heads, own] })).toContain('not-an-admin');
    const posing = signHead({ ...own, by: 'omar' }, ghost.keys);
    expect(await enter(lena, { ...store, heads: [...store.heads, posing] })).toContain('bad-signature');
  });

  test('a wrap for the ghost alone does not exist without a member who makes it, and one of their making says nothing to others', async () => {
    const forGhost = await wrapForMember({ key, member: asMember(ghost), by: lena, random });
    expect(await enter(ghost, { ...store, wraps: [...store.wraps, forGhost] })).toEqual(['no key']);
    const own = createEpochKey({ compartment: 'north', epoch: 1, random });
    const forLena = await wrapForMember({
      key: own,
      member: asMember(lena),
      by: { name: 'omar', keys: ghost.keys },
      random,
    });
    expect(await enter(lena, { ...store, wraps: [forLena] })).toEqual(['no key']);
  });

  test('a whole compartment of the store’s making is found by the fingerprint of its admin', async () => {
    const posing = { ...ghost, name: 'omar' };
    const fake = await found(posing, 'north');
    await change(fake.store, posing, [asMember(posing, 'admin'), asMember(lena)], fake.key);
    expect(await enter(lena, fake.store)).toEqual(fake.key);
    const confirmed = new Map([['omar', fingerprint(omar.keys.publicKeys)]]);
    expect(unconfirmedMembers(fake.store.heads[1]!, confirmed)[0]).toMatchObject({
      name: 'omar',
      changed: true,
    });
  });

  test('after the true one was seen, it is found without anybody looking', async () => {
    await enter(lena, store);
    const posing = { ...ghost, name: 'omar' };
    const fake = await found(posing, 'north');
    await change(fake.store, posing, [asMember(posing, 'admin'), asMember(lena)], fake.key);
    expect(await enter(lena, fake.store)).toEqual(['forked']);
  });
});

describe('an admin who is not honest', () => {
  test('cannot give two members different keys for one epoch', async () => {
    const other = createEpochKey({ compartment: 'north', epoch: 1, random });
    const split = await wrapForMember({ key: other, member: asMember(lena), by: omar, random });
    expect(await enter(lena, { ...store, wraps: [split] })).toEqual(['no key']);
  });

  test('cannot put another key for a member who stays', async () => {
    const previous = store.heads[1]!;
    const members = previous.members.map((member) =>
      member.name === 'lena' ? { ...asMember(ghost), name: 'lena' } : member,
    );
    const made = nextHead({ previous, members, key, label: null, records: null, at, by: omar });
    expect(made.ok ? [] : made.faults.map(({ code }) => code)).toEqual(['swapped-key']);
  });

  test('can remove and add again with another key, and whoever compared fingerprints is told', async () => {
    const next = await remove(store, omar, 'lena', key);
    const { members } = store.heads.at(-1)!;
    await change(store, omar, [...members, { ...asMember(ghost), name: 'lena' }], next);
    const confirmed = new Map(
      [omar, lena, mara].map(({ name, keys }) => [name, fingerprint(keys.publicKeys)]),
    );
    expect(unconfirmedMembers(store.heads.at(-1)!, confirmed)).toMatchObject([
      { name: 'lena', changed: true },
    ]);
  });
});

describe('a store moves records about', () => {
  beforeEach(() => {
    write(store, key, 'case-1', 2, 'withdrawn');
    write(store, key, 'case-2', 1, 'another');
  });

  test('an old version under the number of the new one, and records exchanged, do not open', () => {
    const [old, now, other] = ['case-1/1', 'case-1/2', 'case-2/1'].map((id) => store.records.get(id)!.sealed);
    for (const [id, sealed] of [
      ['case-1/2', old],
      ['case-1/1', now],
      ['case-1/2', other],
      ['case-2/1', old],
    ] as const)
      store.records.set(id, { ...store.records.get(id)!, sealed: sealed! });
    for (const [record, version] of [
      ['case-1', 1],
      ['case-1', 2],
      ['case-2', 1],
    ] as const)
      expect(read(store, key, record, version)).toBeNull();
  });

  test('halves of two records do not open together, whichever are taken', () => {
    const all = [...store.records.values()];
    for (const one of all)
      for (const two of all.filter((stored) => stored !== one)) {
        const address = { compartment: 'north', record: one.record, version: one.version };
        const mixed = { body: one.sealed.body, recordKey: two.sealed.recordKey };
        expect(openRecord({ address, sealed: mixed, key })).toBeNull();
      }
  });

  test('records of one compartment do not open in another, with one key in both', () => {
    const south = { ...key, compartment: 'south' };
    expect(read(store, south, 'case-1', 1)).toBeNull();
  });

  test('a version withheld shows in the hash that a head carries', () => {
    const statesOf = (ids: readonly string[]) =>
      ids.map((id) => {
        const { record, version, sealed } = store.records.get(id)!;
        return { record, version, body: sha256Hex(sealed.body) };
      });
    const whole = recordsHash(statesOf(['case-1/2', 'case-2/1']));
    expect(recordsHash(statesOf(['case-1/1', 'case-2/1']))).not.toBe(whole);
    expect(recordsHash(statesOf(['case-1/2']))).not.toBe(whole);
    expect(recordsHash(statesOf(['case-2/1', 'case-1/2']))).toBe(whole);
  });
});

test('heads in any order, with any left out or repeated: only a beginning of the true chain is followed', async () => {
  const next = await remove(store, omar, 'mara', key);
  await change(store, omar, [...store.heads.at(-1)!.members, asMember(ghost)], next);
  const { heads } = store;
  fc.assert(
    fc.property(fc.array(fc.nat(heads.length - 1), { maxLength: 6 }), (picked) => {
      const chain = picked.map((index) => heads[index]!);
      const isBeginning = picked.length > 0 && picked.every((index, place) => index === place);
      expect(followHeads('north', chain, null).ok).toBe(isBeginning);
    }),
    { numRuns: 500 },
  );
});

test('bytes from nowhere never open, never throw, and all give the same answer', () => {
  const address = { compartment: 'north', record: 'case-1', version: 1 };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), fc.uint8Array({ maxLength: 100 }), (body, wrapped) => {
      const recordKey = { epoch: 1, wrapped: Buffer.from(wrapped).toString('base64') };
      expect(openRecord({ address, sealed: { body, recordKey }, key })).toBeNull();
    }),
  );
});
