/** From a passphrase to an open vault: whole processes of `onrecord`, with the work that a new vault asks for here. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeVault } from '../../src/compose.ts';
import { type Argon2Cost, passphraseKey } from '../../src/crypto/passphrase-key.ts';
import { type Context, type Figures, type Part, percentile, rounded } from './part.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'onrecord.mjs');
const PASSPHRASE = 'bench passphrase of six plain words';
const TIMES = 7;

interface Described {
  readonly protection: { readonly envelope: { readonly kdf: Argon2Cost } };
}

function timesOf(work: () => void): readonly number[] {
  return Array.from({ length: TIMES }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

async function run({ folder, say }: Context): Promise<Figures> {
  const base = join(folder, 'unlock');
  rmSync(base, { recursive: true, force: true });
  const dir = join(base, 'vault');
  const made = performance.now();
  await makeVault(dir, { kind: 'passphrase', passphrase: PASSPHRASE });
  const makingMs = performance.now() - made;
  const clear = join(base, 'clear');
  await makeVault(clear, { kind: 'none' });
  const words = join(base, 'words');
  writeFileSync(words, `${PASSPHRASE}\n`, { mode: 0o600 });
  const show = (vault: string, args: readonly string[]) => (): void => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'show', '--vault', vault, ...args], {
      encoding: 'utf8',
      env: { ...process.env, XDG_RUNTIME_DIR: base },
    });
    if (status !== 0) throw new Error(`onrecord show ended with ${status}: ${stderr}`);
  };
  const unlock = percentile(timesOf(show(dir, ['--passphrase-file', words])), 0.5);
  const without = percentile(timesOf(show(clear, [])), 0.5);
  const cost = costIn(dir);
  const derive = percentile(
    timesOf(() => void passphraseKey(PASSPHRASE, { ...cost, salt: new Uint8Array(16) })),
    0.5,
  );
  rmSync(base, { recursive: true });
  say(
    `onrecord show --passphrase-file: ${Math.round(unlock)} ms; of a vault without encryption: ${Math.round(without)} ms (middle of ${TIMES} processes)`,
  );
  say(
    `Argon2id alone: ${Math.round(derive)} ms with ${cost.memoryKib / 1024} MiB, ${cost.passes} passes, ${cost.lanes} lanes; making the vault, measuring included: ${Math.round(makingMs)} ms`,
  );
  return {
    unlock_ms: Math.round(unlock),
    key_derivation_ms: Math.round(derive),
    open_without_key_ms: rounded(without, 0),
    argon2: cost,
  };
}

function costIn(dir: string): Argon2Cost {
  const { protection } = JSON.parse(readFileSync(join(dir, 'vault.json'), 'utf8')) as Described;
  const { memoryKib, passes, lanes } = protection.envelope.kdf;
  return { memoryKib, passes, lanes };
}

export const UNLOCK: Part = {
  name: 'unlock',
  about:
    'A whole process from the passphrase in a file to the record at a glance, on an empty vault made on this machine as `onrecord init` makes it.',
  sizes: [],
  run,
};
