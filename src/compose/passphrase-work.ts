/** How much work a try of the passphrase is on this machine. */
import type { Argon2Cost } from '../crypto/passphrase-key.ts';

/** Milliseconds of the processor; with starting a process and opening the vault it stays below 1.5 s. */
const WANTED_MS = 800;
const MOST_PASSES = 64;

/**
 * Measures it, in time of the processor: what else the machine does meanwhile must not make a passphrase weaker. The
 * first measurements of a fresh process are slow, so what they gave is measured once more as it will be used.
 *
 * @example
 * const cost = await passphraseWork();
 */
export async function passphraseWork(): Promise<Argon2Cost> {
  const { calibrateCost, measureWith } = await import('../crypto/passphrase-key.ts');
  const measure = measureWith(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });
  const cost = calibrateCost(measure, WANTED_MS);
  const taken = Math.max(1, measure(cost));
  const passes = Math.max(cost.passes, Math.floor((cost.passes * WANTED_MS) / taken));
  return { ...cost, passes: Math.min(passes, MOST_PASSES) };
}
