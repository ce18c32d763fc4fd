/**
 * A member's recovery key given to several people: so many of them together open the member file, fewer learn nothing. The
 * key that was printed before opens nothing from then on; the passphrase stays.
 */
import { changeMemberRecovery } from '../../crypto/compartment/member-file-changes.ts';
import {
  joinShares,
  readShare,
  shareText,
  splitRecoveryKey,
} from '../../crypto/compartment/recovery-shares.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { type MemberSecret, openedFile } from './unlock-member.ts';

const KEY_BYTES = 32;
const MOST_SHARES = 16;

/** Into how many, and how many are enough. */
export interface SplitOrder {
  /** 2 to 16. */
  readonly shares: number;
  /** 2 to `shares`. */
  readonly needed: number;
}

/**
 * Makes a fresh recovery key, puts it in place of the one before, and splits it.
 *
 * @returns the shares as they are printed, once
 * @throws OnRecordError as `unlockMember`; `bad-usage` for other numbers; `read-only`, `disk-full`: the file before stays
 * @example
 * const { shares } = await splitRecovery(desk, 'lena', secret, { shares: 5, needed: 3 });
 */
export async function splitRecovery(
  desk: CaseDesk,
  asked: string | null,
  secret: MemberSecret,
  order: SplitOrder,
): Promise<{ readonly name: string; readonly shares: readonly string[] }> {
  refuseSplit(order);
  const { id, name, file, opened } = await openedFile(desk, asked, secret);
  const recoveryKey = desk.random(KEY_BYTES);
  try {
    const shares = (await splitRecoveryKey({ recoveryKey, ...order })).map((share) => {
      const text = shareText(share);
      share.part.fill(0);
      return text;
    });
    const changed = changeMemberRecovery(file, { secret: opened, recoveryKey, random: desk.random });
    await desk.members.replace(id, `${JSON.stringify(changed, null, 2)}\n`);
    return { name, shares };
  } finally {
    opened.fill(0);
    recoveryKey.fill(0);
  }
}

/**
 * Refuses numbers that are no split, before anybody is asked for a passphrase.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * refuseSplit({ shares: 5, needed: 3 });
 */
export function refuseSplit({ shares, needed }: SplitOrder): void {
  if (Number.isInteger(shares) && Number.isInteger(needed) && needed >= 2 && needed <= shares)
    if (shares <= MOST_SHARES) return;
  throw new OnRecordError(
    'bad-usage',
    `A recovery key is split into 2 to ${MOST_SHARES} shares, of which at least two are needed and not more than there are.`,
  );
}

/**
 * The recovery key of shares as people typed them, one under the other with an empty line between.
 *
 * @returns 32 bytes; overwrite them after use
 * @throws OnRecordError `bad-usage`: which share and which groups are wrong, or how many shares are missing
 * @example
 * const key = await recoveryKeyOfShares('0ABCD-…\n\n0EFGH-…');
 */
export async function recoveryKeyOfShares(typed: string): Promise<Uint8Array> {
  const read = typed
    .split(/\n\s*\n/u)
    .filter((part) => part.trim() !== '')
    .map(readShare);
  const wrong = read.flatMap((one, at) => (one.ok ? [] : [`Share ${at + 1}: ${one.message}`]));
  if (wrong.length > 0) throw new OnRecordError('bad-usage', wrong.join(' '));
  const joined = await joinShares(read.flatMap((one) => (one.ok ? [one.share] : [])));
  for (const one of read) if (one.ok) one.share.part.fill(0);
  if (joined.ok) return joined.key;
  throw new OnRecordError('bad-usage', joined.message);
}
