/** How much work a try of the passphrase is on this machine. */
import type { Argon2Cost } from '../crypto/passphrase-key.ts';

/**
 * Measures it, in time of the processor: what else the machine does meanwhile must not make a passphrase weaker.
 *
 * @example
 * const cost = await passphraseWork();
 */
export async function passphraseWork(): Promise<Argon2Cost> {
  const { calibrateCost, measureWith } = await import('../crypto/passphrase-key.ts');
  return calibrateCost(
    measureWith(() => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    }),
  );
}
