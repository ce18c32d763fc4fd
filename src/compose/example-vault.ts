/** The vault and the reports of the demo: fictional, in clear, made anew each time. */
import { idMaker, type NewId } from '../record/id.ts';
import { makeVault } from './vault-keys.ts';

/**
 * Makes a vault for the examples anew: one made by an earlier demo is replaced, any other folder is refused.
 *
 * @returns the vault's absolute path
 * @throws OnRecordError `vault-exists`, `read-only`, `disk-full`
 * @example
 * const dir = await freshExampleVault('./example-vault');
 */
export async function freshExampleVault(dir: string): Promise<string> {
  const { clearExampleVault, markExampleVault } = await import('../storage/example-vault.ts');
  await clearExampleVault(dir);
  const { dir: made } = await makeVault(dir, { kind: 'none' });
  await markExampleVault(made);
  return made;
}

/**
 * Ids that are the same in every run of the examples: a counter, hashed. Only for the fictional examples.
 *
 * @example
 * const newId = await exampleIds();
 */
export async function exampleIds(): Promise<NewId> {
  const { sha256Hex } = await import('../crypto/sha256.ts');
  let count = 0;
  return idMaker((bytes) => {
    count += 1;
    return Uint8Array.from(Buffer.from(sha256Hex(`example ${count}`), 'hex').subarray(0, bytes));
  });
}

/**
 * The folder of the example reports that come with onrecord.
 *
 * @example
 * exampleReports(); // '…/examples/reports'
 */
export async function exampleReports(): Promise<string> {
  const { fileURLToPath } = await import('node:url');
  const { packageRoot } = await import('./package-root.ts');
  return fileURLToPath(new URL('examples/reports', packageRoot()));
}
