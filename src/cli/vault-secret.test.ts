/** `unlock`, `lock`, `passphrase` and the way of a command to the master key, over keys held in memory. */
import { expect, test } from 'vitest';
import type { VaultKeys, VaultSecret } from '../desk/ports/vault-keys.ts';
import type { Call, CommandFile, Options } from './command.ts';
import { lockCommand } from './lock.ts';
import { passphraseCommand } from './passphrase.ts';
import { unlockCommand } from './unlock.ts';
import { openMaster } from './vault-secret.ts';

const MASTER = 7;
const NEW = 'another six dull words in a row';

/** A vault whose passphrase is "right" and whose recovery key is 32 nines. */
function setUp(typed: readonly string[] = [], encrypted = true) {
  const answers = [...typed];
  const state = {
    opened: [] as VaultSecret['kind'][],
    started: [] as { vaultId: string; first: number | undefined; minutes: number }[],
    masters: [] as Uint8Array[],
    agentHolds: false,
    locked: [] as (string | null)[],
    passphrase: 'right',
    asked: [] as string[],
  };
  const given = (): Uint8Array => {
    const master = new Uint8Array(32).fill(MASTER);
    state.masters.push(master);
    return master;
  };
  const keys: VaultKeys = {
    source: {
      ask: async (question) => {
        state.asked.push(question);
        return answers.shift() ?? null;
      },
      firstLineOfFile: async (path) => ({ line: path, othersCanRead: false }),
      nextLineOfDescriptor: async () => NEW,
    },
    agent: {
      key: async () => (state.agentHolds ? given() : null),
      start: async ({ vaultId, master, minutes }) =>
        void state.started.push({ vaultId, first: master[0], minutes }),
      lock: async (id) => {
        state.locked.push(id);
        return id === null ? 2 : 1;
      },
    },
    describe: async () => ({ dir: '/vaults/kessar', id: 'id-1', encrypted }),
    open: async (_, secret) => {
      state.opened.push(secret.kind);
      const fits =
        secret.kind === 'passphrase' ? secret.passphrase === state.passphrase : secret.key[0] === 9;
      return fits ? given() : null;
    },
    changePassphrase: async (_, change) => {
      expect(change.master[0]).toBe(MASTER);
      state.passphrase = change.passphrase;
    },
    changeRecoveryKey: async () => 'AAAAA-BBBBB\nCCCCC',
    readRecoveryKey: (text) =>
      /^9+$/u.test(text)
        ? { ok: true, key: new Uint8Array(32).fill(9) }
        : text === 'other'
          ? { ok: true, key: new Uint8Array(32).fill(8) }
          : { ok: false, groups: [2], message: 'Group 2 is not as printed.' },
  };
  return { keys, state };
}

function callOf(options: Options, json: boolean): { call: Call; out: string[]; told: string[] } {
  const out: string[] = [];
  const told: string[] = [];
  const terminal = {
    paper: { width: 100, colour: false },
    json,
    redraws: false,
    out: (...lines: string[]) => void out.push(...lines),
    outJson: (value: unknown) => void out.push(JSON.stringify(value)),
    err: (...lines: string[]) => void told.push(...lines),
    errRaw: () => undefined,
  };
  const open = () => Promise.reject(new Error('no desk here'));
  return { call: { args: [], options, terminal, vault: './kessar', database: null, open }, out, told };
}

async function run(
  command: (load: () => Promise<VaultKeys>) => CommandFile,
  keys: VaultKeys,
  options: Options = {},
  json = false,
): Promise<{ exit: number; out: string; told: string }> {
  const { call, out, told } = callOf(options, json);
  const exit = await command(async () => keys).run(call);
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

test('an unlocked vault asks for nothing; a vault without encryption has no key', async () => {
  const unlocked = setUp();
  unlocked.state.agentHolds = true;
  expect((await openMaster(unlocked.keys, callOf({}, false).call))?.[0]).toBe(MASTER);
  expect([unlocked.state.asked, unlocked.state.opened]).toEqual([[], []]);
  expect(await openMaster(setUp([], false).keys, callOf({}, false).call)).toBeNull();
});

test('a person has three tries; a file has one', async () => {
  const third = setUp(['wrong', 'wrong', 'right']);
  const { call, told } = callOf({}, false);
  expect((await openMaster(third.keys, call))?.[0]).toBe(MASTER);
  expect(told).toHaveLength(2);
  const never = setUp(['wrong', 'wrong', 'wrong', 'right']);
  await expect(openMaster(never.keys, callOf({}, false).call)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(/does not open the vault .\/kessar.*recovery key/),
  });
  const file = setUp(['right']);
  await expect(openMaster(file.keys, callOf({ passphraseFile: 'wrong' }, false).call)).rejects.toMatchObject({
    code: 'locked',
  });
  expect(file.state.asked).toEqual([]);
});

test('unlock hands the key over for so many minutes and forgets its own copy', async () => {
  const { keys, state } = setUp(['right']);
  const { exit, out } = await run(unlockCommand, keys, { minutes: '5' });
  expect([exit, state.started]).toEqual([0, [{ vaultId: 'id-1', first: MASTER, minutes: 5 }]]);
  expect(out).toMatch(/5 minutes without use[\s\S]*onrecord lock --vault .\/kessar/);
  expect(state.masters.every((master) => master.every((byte) => byte === 0))).toBe(true);
});

test('unlock asks even when the vault is unlocked, and 15 minutes are usual', async () => {
  const { keys, state } = setUp(['right']);
  state.agentHolds = true;
  const { out } = await run(unlockCommand, keys, {}, true);
  expect(state.opened).toEqual(['passphrase']);
  expect(JSON.parse(out)).toEqual({ vault: '/vaults/kessar', unlocked: true, minutes: 15 });
});

test.each(['0', '481', '-1', '1.5', 'x', ''])(
  'unlock --minutes "%s" is refused before anything is asked',
  async (minutes) => {
    const { keys, state } = setUp(['right']);
    await expect(run(unlockCommand, keys, { minutes })).rejects.toMatchObject({ code: 'bad-usage' });
    expect(state.asked).toEqual([]);
  },
);

test('lock means all vaults unless one is named', async () => {
  const { keys, state } = setUp();
  expect((await run(lockCommand, keys)).out).toBe('Locked: 2 vaults.');
  expect((await run(lockCommand, keys, { vault: './kessar' })).out).toBe('Locked: 1 vault.');
  expect(state.locked).toEqual([null, 'id-1']);
});

test('the passphrase is changed with the old one, asked for even while unlocked', async () => {
  const { keys, state } = setUp(['right', NEW, NEW]);
  state.agentHolds = true;
  const { exit, out } = await run(passphraseCommand, keys);
  expect([exit, state.passphrase, state.opened]).toEqual([0, NEW, ['passphrase']]);
  expect(out).toMatch(/is changed.*Backups/);
  expect(out).not.toContain(NEW);
  expect(state.masters.every((master) => master.every((byte) => byte === 0))).toBe(true);
});

test('nothing is changed when the old one is wrong or the new ones differ', async () => {
  for (const typed of [
    ['wrong', 'wrong', 'wrong'],
    ['right', NEW, 'x', NEW, 'y', NEW, 'z'],
  ]) {
    const { keys, state } = setUp(typed);
    await expect(run(passphraseCommand, keys)).rejects.toThrow(/does not open|3 tries/);
    expect(state.passphrase).toBe('right');
  }
});

test('a lost passphrase is replaced with the recovery key, typed or from a file', async () => {
  const typed = setUp(['mistyped', '9999', NEW, NEW]);
  const { told } = await run(passphraseCommand, typed.keys, { recoveryKey: true });
  expect([typed.state.passphrase, typed.state.opened]).toEqual([NEW, ['recovery-key']]);
  expect(told).toMatch(/Group 2/);
  const file = setUp();
  await run(passphraseCommand, file.keys, { recoveryKeyFile: '9999', newPassphraseFd: '3' });
  expect(file.state.passphrase).toBe(NEW);
});

test('the recovery key of another vault is told apart from a mistyped one', async () => {
  await expect(run(passphraseCommand, setUp(['other']).keys, { recoveryKey: true })).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringMatching(/another vault/),
  });
  await expect(run(passphraseCommand, setUp().keys, { recoveryKeyFile: 'mistyped' })).rejects.toMatchObject({
    code: 'bad-usage',
  });
});

test('a fresh recovery key is printed once, with what to do', async () => {
  const { keys, state } = setUp(['right']);
  const { out } = await run(passphraseCommand, keys, { newRecoveryKey: true });
  expect(out).toMatch(/ {4}AAAAA-BBBBB\n {4}CCCCC\n[\s\S]*on paper/);
  expect(state.passphrase).toBe('right');
  const json = await run(passphraseCommand, setUp(['right']).keys, { newRecoveryKey: true }, true);
  expect(JSON.parse(json.out).recoveryKey).toBe('AAAAA-BBBBB-CCCCC');
});

test.each([unlockCommand, passphraseCommand])('a vault without encryption is told so', async (command) => {
  await expect(run(command, setUp([], false).keys)).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(/not encrypted/),
  });
});
