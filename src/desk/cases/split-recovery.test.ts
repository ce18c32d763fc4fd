import { expect, test } from 'vitest';
import { caseVault, memberOn, passphraseOf, printedKey, refusal } from './fixtures/case-vault.ts';
import { recoveryKeyOfShares, splitRecovery } from './split-recovery.ts';
import { unlockMember } from './unlock-member.ts';

test('so many shares open the member file, fewer do not; the key printed before opens nothing, the passphrase stays', async () => {
  const desk = (await caseVault()).machine('lena');
  const { introduced } = await memberOn(desk, 'lena');
  const secret = { kind: 'passphrase', passphrase: passphraseOf('lena') } as const;
  const { name, shares } = await splitRecovery(desk, null, secret, { shares: 4, needed: 3 });
  expect([name, shares.length]).toEqual(['lena', 4]);
  const [first = '', second = '', third = ''] = shares.toReversed();
  const key = await recoveryKeyOfShares(`\n${[first, second, third].join('\n \n')}\n`);
  expect((await unlockMember(desk, 'lena', { kind: 'recovery-key', key })).name).toBe('lena');
  expect(await refusal(recoveryKeyOfShares(`${first}\n\n${second}`))).toMatchObject({
    code: 'bad-usage',
    message: expect.stringContaining('1 more of the 3 shares'),
  });
  const typo = await refusal(recoveryKeyOfShares(`${first}\n\n${second.slice(1)}`));
  expect(typo.message).toMatch(/^Share 2: /);
  expect(typo.message).not.toContain(second.slice(0, 11));
  const before = { kind: 'recovery-key', key: printedKey(introduced.recoveryKey) } as const;
  expect(await refusal(unlockMember(desk, 'lena', before))).toMatchObject({ code: 'locked' });
  await unlockMember(desk, 'lena', secret);
});

test.each([
  [1, 1],
  [3, 1],
  [2, 3],
  [17, 2],
  [Number.NaN, 2],
])('%i shares of which %i are needed: refused before the passphrase counts', async (shares, needed) => {
  const desk = (await caseVault()).machine('lena');
  const wrong = { kind: 'passphrase', passphrase: 'no herons' } as const;
  const error = await refusal(splitRecovery(desk, null, wrong, { shares, needed }));
  expect(error).toMatchObject({ code: 'bad-usage', message: expect.stringContaining('2 to 16') });
});
