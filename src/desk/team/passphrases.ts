/**
 * Passphrases of members: Argon2id (RFC 9106), and of its key only a hash under the team's own key, so that whoever has the
 * database alone cannot even begin to guess. A few are tried at a time: each takes much memory.
 */
import { keyedHash, sameHash } from '../../crypto/keyed-hash.ts';
import { passphraseFault, passphraseKeyAside, SALT_BYTES } from '../../crypto/passphrase-key.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { KeptPassphrase } from '../../record/team/account.ts';
import type { Team } from './team.ts';

/** Characters; NIST SP 800-63B-4 asks for 8 beside a second factor. */
const LEAST = 12;
/** Keys that are made at once, and those that may wait for their turn. */
const AT_ONCE = 2;
const MOST_WAITING = 40;

/**
 * What is kept of a new passphrase.
 *
 * @throws OnRecordError `bad-usage` for one that is too short, or the name
 * @example
 * const passphrase = await keepPassphrase(team, 'correct horse battery staple', 'Mira');
 */
export async function keepPassphrase(team: Team, passphrase: string, name: string): Promise<KeptPassphrase> {
  const fault = passphraseFault(passphrase);
  if (fault !== null) throw new OnRecordError('bad-usage', fault);
  if ([...passphrase.normalize('NFKC')].length < LEAST)
    throw new OnRecordError(
      'bad-usage',
      `Choose a passphrase of ${LEAST} characters or more: several words.`,
    );
  if (passphrase.toLowerCase().includes(name.toLowerCase()) && passphrase.length < name.length + LEAST)
    throw new OnRecordError('bad-usage', 'Choose a passphrase that is not your name.');
  const salt = Buffer.from(team.random(SALT_BYTES)).toString('base64');
  const kept = { salt, ...team.cost };
  return { proof: await proofOf(team, passphrase, kept), ...kept };
}

/**
 * Whether it is the passphrase. For an account that is not there, or has none, as much is done, so that nobody learns which.
 *
 * @example
 * await isPassphrase(team, 'wrong', account?.passphrase ?? null); // false
 */
export async function isPassphrase(
  team: Team,
  passphrase: string,
  kept: KeptPassphrase | null,
): Promise<boolean> {
  if (passphraseFault(passphrase) !== null) return false;
  const against = kept ?? { salt: Buffer.alloc(SALT_BYTES).toString('base64'), proof: '', ...team.cost };
  const proof = await proofOf(team, passphrase, against);
  return sameHash(proof, against.proof) && kept !== null;
}

type Work = Omit<KeptPassphrase, 'proof'>;

async function proofOf(team: Team, passphrase: string, work: Work): Promise<string> {
  const { salt, memoryKib, passes, lanes } = work;
  const key = await inTurn(() =>
    passphraseKeyAside(passphrase, { memoryKib, passes, lanes, salt: Buffer.from(salt, 'base64') }),
  );
  const proof = keyedHash(team.key, 'team passphrase', key);
  key.fill(0);
  return proof;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new OnRecordError('vault-busy', 'Too many are signing in at once: try again in a minute.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
