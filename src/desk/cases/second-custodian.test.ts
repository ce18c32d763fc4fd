/** A second custodian: the file made anew, and everything that must not open. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CustodyCopy } from '../../crypto/compartment/custody-copy.ts';
import { createCompartment } from './create-compartment.ts';
import { entrustMember } from './entrust-member.ts';
import {
  type CaseVault,
  caseVault,
  memberOn,
  passphraseOf,
  printedKey,
  refusal,
} from './fixtures/case-vault.ts';
import { openCompartment } from './open-compartment.ts';
import { keptCopy, openedCopy, restoreMember } from './restore-member.ts';
import { keepSeen, seenBefore } from './seen-before.ts';
import { unlockMember } from './unlock-member.ts';

const right = (name: string) => ({ kind: 'passphrase', passphrase: passphraseOf(name) }) as const;
const next = { passphrase: 'ten herons at the weir', destroyPassphrase: null };

async function lenaAndOmar(vault: CaseVault) {
  const [at, there] = [vault.machine('lena'), vault.machine('omar')];
  const lena = await memberOn(at, 'lena');
  const omar = await memberOn(there, 'omar');
  const order = { to: 'omar', fingerprint: omar.introduced.fingerprint };
  return { at, there, lena, omar, order };
}

test('the custodian makes the file anew on their machine; the member opens what was sealed for them', async () => {
  const vault = await caseVault();
  const { at, there, lena, omar, order } = await lenaAndOmar(vault);
  const room = await createCompartment(at, lena.me, 'Families');
  const copy = await entrustMember(at, null, right('lena'), order);
  expect(copy).toMatchObject({ name: 'lena', custodian: { name: 'omar', id: omar.introduced.id } });
  const opened = await openedCopy(there, omar.me, copy.text);
  expect(opened.compared).toBe(false);
  const made = await restoreMember(there, opened, next);
  expect(made.fingerprint).toBe(lena.introduced.fingerprint);
  const again = await unlockMember(there, 'lena', { kind: 'passphrase', passphrase: next.passphrase });
  expect((await openCompartment(there, again, room)).label).toBe('Families');
  const key = printedKey(made.recoveryKey);
  expect((await unlockMember(there, 'lena', { kind: 'recovery-key', key })).id).toBe(lena.introduced.id);
  expect(await refusal(unlockMember(there, 'lena', right('lena')))).toMatchObject({ code: 'locked' });
});

test('kept beside the member files: the lost file is replaced, the waits of wrong tries are gone, and destroying takes it', async () => {
  const vault = await caseVault();
  const desk = vault.machine('both');
  const lena = await memberOn(desk, 'lena', 'nine herons burn it');
  const omar = await memberOn(desk, 'omar');
  const order = { to: 'omar', fingerprint: omar.introduced.fingerprint };
  const copy = await entrustMember(desk, 'lena', right('lena'), order);
  await desk.members.keepCopyFor(copy.id, copy.custodian.id, copy.text);
  for (let tries = 0; tries < 3; tries += 1) await refusal(unlockMember(desk, 'lena', right('nobody')));
  const waited = vault.waits.length;
  const text = await keptCopy(desk, omar.me, 'lena');
  await restoreMember(desk, await openedCopy(desk, omar.me, text), next);
  await unlockMember(desk, 'lena', { kind: 'passphrase', passphrase: next.passphrase });
  expect(vault.waits).toHaveLength(waited);
  expect((await desk.members.list()).length).toBe(2);
  // Compared once, the fingerprint need not be given again.
  const secret = { kind: 'passphrase', passphrase: next.passphrase } as const;
  expect((await entrustMember(desk, 'lena', secret, { to: 'omar', fingerprint: null })).name).toBe('lena');
  await desk.members.destroy(lena.introduced.id);
  expect(await refusal(keptCopy(desk, omar.me, 'lena'))).toMatchObject({ code: 'not-found' });
  expect((await vault.bytes()).includes((JSON.parse(copy.text) as CustodyCopy).ct)).toBe(false);
});

test('nobody else restores it: another member, the member themselves, a copy for keys the custodian had before', async () => {
  const vault = await caseVault();
  const { at, there, lena, omar, order } = await lenaAndOmar(vault);
  const mira = await memberOn(vault.machine('mira'), 'mira');
  const { text } = await entrustMember(at, null, right('lena'), order);
  for (const me of [mira.me, lena.me, { ...mira.me, name: 'omar' }])
    expect(await refusal(openedCopy(there, me, text))).toMatchObject({ code: 'bad-usage' });
  expect(await refusal(keptCopy(there, omar.me, 'lena'))).toMatchObject({ code: 'not-found' });
  const elsewhere = await lenaAndOmar(await caseVault());
  expect(await refusal(openedCopy(elsewhere.there, elsewhere.omar.me, text))).toMatchObject({
    code: 'bad-usage',
  });
});

test('a copy that is altered, or replayed under another name or for other keys, restores nothing', async () => {
  const vault = await caseVault();
  const { at, there, omar, order } = await lenaAndOmar(vault);
  await memberOn(vault.machine('mira'), 'mira');
  const { text } = await entrustMember(at, null, right('lena'), order);
  const copy = JSON.parse(text) as CustodyCopy;
  const mirrored = await entrustMember(vault.machine('mira'), null, right('mira'), order);
  const other = JSON.parse(mirrored.text) as CustodyCopy;
  const flip = (base64: string) => `${base64[0] === 'A' ? 'B' : 'A'}${base64.slice(1)}`;
  const wrong: readonly [string, object | string][] = [
    ['verify-failed', { ...copy, ct: flip(copy.ct) }],
    ['verify-failed', { ...copy, enc: flip(copy.enc) }],
    ['verify-failed', { ...copy, signature: flip(copy.signature) }],
    ['verify-failed', { ...copy, member: 'mira' }],
    ['verify-failed', { ...copy, memberKeys: other.memberKeys }],
    ['verify-failed', { ...other, member: 'lena', memberKeys: copy.memberKeys }],
    ['bad-usage', { ...copy, custodian: 'mira' }],
    ['not-found', { ...copy, member: 'noor' }],
    ['damaged', { ...copy, more: 1 }],
    ['damaged', text.slice(0, -20)],
    ['damaged', ''],
  ];
  for (const [code, changed] of wrong) {
    const given = typeof changed === 'string' ? changed : JSON.stringify(changed);
    expect(await refusal(openedCopy(there, omar.me, given)), given).toMatchObject({ code });
  }
  expect(await there.members.list()).toHaveLength(1);
});

test('keys in the log that are not the ones compared: the custodian is told, and nothing is restored', async () => {
  const vault = await caseVault();
  const { at, there, omar, order } = await lenaAndOmar(vault);
  const { text } = await entrustMember(at, null, right('lena'), order);
  const seen = await seenBefore(there, omar.me.id);
  seen.confirmed.set('lena', omar.introduced.fingerprint);
  await keepSeen(there, omar.me.id, seen);
  expect(await refusal(openedCopy(there, omar.me, text))).toMatchObject({
    code: 'verify-failed',
    message: expect.stringContaining('OTHER ones'),
  });
});

test('nothing is entrusted to oneself, to nobody, to keys that were not compared, or with a wrong passphrase', async () => {
  const vault = await caseVault();
  const { at, lena, order } = await lenaAndOmar(vault);
  const give = (to: string, fingerprint: string | null, who = 'lena') =>
    refusal(entrustMember(at, null, right(who), { to, fingerprint }));
  expect(await give('lena', lena.introduced.fingerprint)).toMatchObject({ code: 'bad-usage' });
  expect(await give('noor', null)).toMatchObject({ code: 'not-found' });
  expect((await give('omar', null)).message).toContain('You have not compared');
  expect((await give('omar', lena.introduced.fingerprint)).message).toContain('No copy was made');
  expect(await give('omar', order.fingerprint, 'omar')).toMatchObject({ code: 'locked' });
  const seen = await seenBefore(at, lena.me.id);
  seen.confirmed.set('omar', lena.introduced.fingerprint);
  await keepSeen(at, lena.me.id, seen);
  expect((await give('omar', null)).message).toContain('OTHER ones');
});

test('a new passphrase that cannot be used leaves the file before whole', async () => {
  const vault = await caseVault();
  const desk = vault.machine('both');
  const lena = await memberOn(desk, 'lena');
  const omar = await memberOn(desk, 'omar');
  const order = { to: 'omar', fingerprint: omar.introduced.fingerprint };
  const { text } = await entrustMember(desk, 'lena', right('lena'), order);
  const path = join(vault.dir, '..', 'both', 'members', `${lena.introduced.id}.json`);
  const before = await readFile(path, 'utf8');
  const opened = await openedCopy(desk, omar.me, text);
  for (const bad of [
    { passphrase: '', destroyPassphrase: null },
    { ...next, destroyPassphrase: next.passphrase },
  ])
    expect(await refusal(restoreMember(desk, opened, bad))).toMatchObject({ code: 'bad-usage' });
  expect(await readFile(path, 'utf8')).toBe(before);
  await writeFile(path, 'cut');
  await restoreMember(desk, opened, next);
  expect((await unlockMember(desk, 'lena', { kind: 'passphrase', passphrase: next.passphrase })).name).toBe(
    'lena',
  );
});
