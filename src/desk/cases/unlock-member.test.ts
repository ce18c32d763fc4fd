/** Passphrases of members: wrong ones wait and give no hint, whatever the clock says; recovery; the one that destroys. */
import { expect, test } from 'vitest';
import { caseVault, memberOn, passphraseOf, printedKey, refusal } from './fixtures/case-vault.ts';
import { introduceMember } from './introduce-member.ts';
import { changePassphrase, memberHere, unlockMember } from './unlock-member.ts';

const wrong = { kind: 'passphrase', passphrase: 'eight herons' } as const;
const right = { kind: 'passphrase', passphrase: passphraseOf('lena') } as const;

test('wrong passphrases wait longer and longer, also with the clock set back, and all end in the same words', async () => {
  const vault = await caseVault();
  const desk = vault.machine('lena');
  await memberOn(desk, 'lena');
  const words = new Set<string>();
  for (let tries = 0; tries < 5; tries += 1) {
    const error = await refusal(unlockMember(desk, 'lena', wrong));
    words.add(`${error.code} ${error.message}`);
    vault.now = new Date(vault.now.getTime() - 86_400_000);
  }
  expect([...words]).toEqual(['locked It does not open. Nothing was changed.']);
  expect(vault.waits).toEqual([2000, 4000]);
  await unlockMember(desk, 'lena', right);
  expect(vault.waits).toEqual([2000, 4000, 8000]);
  await unlockMember(desk, 'lena', right);
  expect(vault.waits).toHaveLength(3);
});

test('the printed key opens it; another member’s does not', async () => {
  const vault = await caseVault();
  const desk = vault.machine('lena');
  const { introduced, me } = await memberOn(desk, 'lena');
  const other = await memberOn(vault.machine('omar'), 'omar');
  const by = (text: string) => unlockMember(desk, null, { kind: 'recovery-key', key: printedKey(text) });
  expect((await by(introduced.recoveryKey)).keys.publicKeys).toEqual(me.keys.publicKeys);
  expect(await refusal(by(other.introduced.recoveryKey))).toMatchObject({ code: 'locked' });
});

test('with the printed key a new passphrase is set; the old one opens nothing', async () => {
  const vault = await caseVault();
  const desk = vault.machine('lena');
  const { introduced } = await memberOn(desk, 'lena', 'nine herons burn it');
  const next = { passphrase: 'ten herons at the weir', destroyPassphrase: null };
  const key = printedKey(introduced.recoveryKey);
  await changePassphrase(desk, 'lena', { kind: 'recovery-key', key }, next);
  expect((await unlockMember(desk, 'lena', { kind: 'passphrase', ...next })).name).toBe('lena');
  expect(await refusal(unlockMember(desk, 'lena', right))).toMatchObject({ code: 'locked' });
  const burn = { kind: 'passphrase', passphrase: 'nine herons burn it' } as const;
  expect(await refusal(unlockMember(desk, 'lena', burn))).toMatchObject({ code: 'locked' });
  expect(await desk.members.list()).toHaveLength(1);
});

test('the passphrase that destroys takes the file away and says what a wrong one says', async () => {
  const vault = await caseVault();
  const desk = vault.machine('lena');
  await memberOn(desk, 'lena', 'nine herons burn it');
  const before = await refusal(unlockMember(desk, 'lena', wrong));
  const error = await refusal(
    unlockMember(desk, 'lena', { kind: 'passphrase', passphrase: 'nine herons burn it' }),
  );
  expect([error.code, error.message]).toEqual([before.code, before.message]);
  expect(await desk.members.list()).toEqual([]);
  expect(await refusal(memberHere(desk, 'lena'))).toMatchObject({ code: 'not-found' });
});

test('a name that is taken or cannot be read is refused, and nothing is left behind', async () => {
  const vault = await caseVault();
  const desk = vault.machine('lena');
  await memberOn(desk, 'lena');
  const make = (name: string, passphrase = 'x'.repeat(20)) =>
    introduceMember(desk, { name, passphrase, destroyPassphrase: null });
  for (const name of ['Lena', '', ' ', 'a\u202eb', 'x'.repeat(61), '../lena'])
    expect(await refusal(make(name)), name).toMatchObject({ code: 'bad-usage' });
  expect(await refusal(make('noor', ''))).toMatchObject({ code: 'bad-usage' });
  expect(await desk.members.list()).toHaveLength(1);
});
