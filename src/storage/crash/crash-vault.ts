/** Vaults that the crash tests make, and what must hold in them after anything. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import { sampleId } from '../contract/sample-record.ts';
import { createVault, openVault, type Vault } from '../vault.ts';

/** How a vault of the tests is protected. */
export type Protection = 'encrypted' | 'not encrypted';

/** A vault that another process can open, too. */
export interface CrashVault {
  readonly dir: string;
  /** For the command line of `capture-loop.ts`. */
  readonly key: string;
  open(options?: { readonly readOnly: boolean }): Promise<Vault>;
}

/** The least that is allowed: no passphrase is tried here. */
const COST = { memoryKib: 65_536, passes: 1, lanes: 1 };

/** Makes an empty one. */
export async function crashVault(dir: string, protection: Protection): Promise<CrashVault> {
  const clear = protection === 'not encrypted';
  const keys = clear
    ? ({ kind: 'none' } as const)
    : ({
        kind: 'encrypted',
        passphrase: 'only for tests',
        recoveryKey: randomBytes(32),
        cost: COST,
      } as const);
  const master = Buffer.from(await createVault(dir, { keys }));
  return {
    dir,
    key: clear ? 'none' : master.toString('hex'),
    open: (options) => openVault(dir, { ...options, master: clear ? null : master }),
  };
}

/** No source without its capture, text, bytes and key; nothing that the log does not say. */
export async function expectNothingHalf({ store, blobs }: Pick<Vault, 'store' | 'blobs'>): Promise<void> {
  const counts = await store.counts();
  expect(counts.entries).toBe(counts.captures * 2);
  expect(counts.sources).toBe(counts.captures);
  expect(counts.claims.proposed).toBe(counts.captures * 3);
  const without: string[] = [];
  for (const { id, sha256, text } of await store.captures()) {
    const content = text === null ? null : await store.text(text.sha256);
    const bytes = await blobs.get(sha256);
    if (content === null || bytes === null || sha256Hex(bytes) !== sha256) without.push(id);
  }
  expect(without).toEqual([]);
  expect(await blobs.check()).toEqual([]);
}

/** Each is there with its text and with the same bytes. */
export async function expectStored(
  { store, blobs }: Pick<Vault, 'store' | 'blobs'>,
  numbers: readonly number[],
): Promise<void> {
  for (const number of numbers) {
    const capture = await store.capture(sampleId('capture', number));
    const text = await store.text(capture?.text?.sha256 ?? sha256Hex(''));
    expect(text).toContain(`Report ${number}:`);
    const bytes = await blobs.get(sha256Hex(text ?? ''));
    expect(Buffer.from(bytes ?? []).toString('utf8')).toBe(text);
  }
}
