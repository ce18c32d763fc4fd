/** The key of a team's accounts: it outlives a change of the vault's keys, and is another one in another vault. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newVaultFile } from '../keys/new-vault-file.ts';
import { vaultKeys } from '../keys/vault-keys.ts';
import { freshKeys } from '../rekey/fresh-keys.ts';

const made = () => {
  const { file, master } = newVaultFile({
    keys: { kind: 'none' },
    createdAt: '2031-05-01T12:00:00.000Z',
    data: 'data-1',
    record: 'postgres',
    random: randomBytes,
  });
  return { file, keys: vaultKeys(file, master, '/vault') };
};

test('passphrases of members hold after new keys', () => {
  const { file, keys } = made();
  const seed = Uint8Array.from(randomBytes(32));
  const next = () => freshKeys({ root: '/vault', file, keys, seed }, { kind: 'none' } as never).keys;
  const [one, two] = [next(), next()];
  expect(one.team).toEqual(two.team);
  expect(one.backup).not.toEqual(two.backup);
  expect(made().keys.team).not.toEqual(keys.team);
});
