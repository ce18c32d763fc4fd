/** The flag that a suggested command line needs so that it finds the same vault. */
import { DEFAULT_VAULT } from './command.ts';

/**
 * Nothing for the vault that is found without a flag.
 *
 * @example
 * vaultFlag('./other'); // ' --vault ./other'
 */
export function vaultFlag(vault: string): string {
  if (vault === DEFAULT_VAULT || vault === process.env.ONRECORD_VAULT) return '';
  return ` --vault ${/^[\w./\\:~-]+$/u.test(vault) ? vault : `"${vault}"`}`;
}
