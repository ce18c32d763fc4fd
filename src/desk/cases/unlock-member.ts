/**
 * Opens a member's keys with their passphrase. A wrong one gives no hint, and each costs a longer wait than the one before;
 * the count is written before the try, so that killing the program does not save one. Whoever has copied the file can try
 * elsewhere, at the cost of Argon2id a try.
 */
import { type MemberFile, openMemberFile, recoverMember } from '../../crypto/compartment/member-file.ts';
import { changeMemberPassphrases } from '../../crypto/compartment/member-file-changes.ts';
import { type MemberKeys, memberKeys, wipeMember } from '../../crypto/compartment/member-keys.ts';
import { parseMemberFile } from '../../crypto/compartment/parse-member-file.ts';
import {
  afterFailure,
  type FailedTries,
  NO_FAILED_TRIES,
  waitBeforeTry,
} from '../../crypto/compartment/passphrase-delay.ts';
import { passphraseFault } from '../../crypto/passphrase-key.ts';
import type { MemberId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';

/** A member's keys, in memory until they are locked. */
export interface UnlockedMember {
  readonly id: MemberId;
  readonly name: string;
  readonly keys: MemberKeys;
  /** Overwrites what can be overwritten. */
  lock(): void;
}

/** A member file on this machine. */
export interface MemberHere {
  readonly id: MemberId;
  readonly name: string;
}

type Files = Pick<CaseDesk, 'members' | 'clock' | 'pause'>;
type Here = MemberHere & { readonly file: MemberFile };

/** What a member opens their file with. */
export type MemberSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-key'; readonly key: Uint8Array };

/**
 * The member whose file is meant.
 *
 * @param asked name or id; null: the only one here
 * @throws OnRecordError `not-found`, `bad-usage` when there are several, `damaged`
 * @example
 * (await memberHere(desk, null)).name;
 */
export async function memberHere(desk: Files, asked: string | null): Promise<MemberHere> {
  const { id, name } = await fileHere(desk, asked);
  return { id, name };
}

/**
 * Opens a member's keys; waits first when the passphrase was wrong before, whatever the clock says now.
 *
 * @param meanwhile runs on this thread while the passphrase is tried on another; what it throws is thrown here
 * @throws OnRecordError `locked` for a wrong passphrase, `not-found`, `bad-usage`, `damaged`
 * @example
 * const me = await unlockMember(desk, 'lena', { kind: 'passphrase', passphrase });
 */
export async function unlockMember(
  desk: Files,
  asked: string | null,
  secret: MemberSecret,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<UnlockedMember> {
  const { id, name, opened } = await openedFile(desk, asked, secret, meanwhile);
  const keys = memberKeys(opened);
  opened.fill(0);
  return { id, name, keys, lock: () => wipeMember(keys) };
}

/** What a member who lost or changes their passphrase gives. */
export interface NewPassphrases {
  readonly passphrase: string;
  /** Typed instead of the passphrase, it destroys the file; null: none, and one that was there goes. */
  readonly destroyPassphrase: string | null;
}

/**
 * Sets other passphrases; the recovery key stays.
 *
 * @param secret the passphrase before, or the recovery key when it is lost
 * @throws OnRecordError as `unlockMember`; `bad-usage` for a passphrase that cannot be used
 * @example
 * await changePassphrase(desk, 'lena', { kind: 'recovery-key', key }, { passphrase, destroyPassphrase: null });
 */
export async function changePassphrase(
  desk: Files & Pick<CaseDesk, 'random' | 'passphraseWork'>,
  asked: string | null,
  secret: MemberSecret,
  next: NewPassphrases,
): Promise<void> {
  refusePassphrases(next);
  const { id, file, opened } = await openedFile(desk, asked, secret);
  const cost = await desk.passphraseWork();
  const changed = changeMemberPassphrases(file, { ...next, secret: opened, cost, random: desk.random });
  opened.fill(0);
  await desk.members.replace(id, `${JSON.stringify(changed, null, 2)}\n`);
}

/**
 * Refuses passphrases that cannot be used.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * refusePassphrases({ passphrase, destroyPassphrase: null });
 */
export function refusePassphrases({ passphrase, destroyPassphrase }: NewPassphrases): void {
  for (const one of [passphrase, destroyPassphrase]) {
    const fault = one === null ? null : passphraseFault(one);
    if (fault !== null) throw new OnRecordError('bad-usage', fault);
  }
  if (destroyPassphrase !== null && passphrase.normalize('NFKC') === destroyPassphrase.normalize('NFKC'))
    throw new OnRecordError(
      'bad-usage',
      'The passphrase that destroys must be another one than the passphrase.',
    );
}

/**
 * The member's file and secret: 32 bytes, to be overwritten.
 *
 * @throws OnRecordError as `unlockMember`
 * @example
 * const { file, opened } = await openedFile(desk, 'lena', secret);
 */
export async function openedFile(
  desk: Files,
  asked: string | null,
  secret: MemberSecret,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Here & { readonly opened: Uint8Array }> {
  const { id, name, file } = await fileHere(desk, asked);
  const tries = await triesOf(desk, id);
  const wait = waitBeforeTry(tries, desk.clock().getTime());
  if (wait > 0) await desk.pause(wait);
  if (secret.kind === 'passphrase') {
    const fault = passphraseFault(secret.passphrase);
    if (fault !== null) throw new OnRecordError('bad-usage', fault);
  }
  await desk.members.keepNote(id, 'tries', JSON.stringify(afterFailure(tries, desk.clock().getTime())));
  const trying = openedBy(file, secret);
  const [tried, aside] = await Promise.allSettled([trying, meanwhile()]);
  if (tried.status === 'rejected') throw tried.reason;
  const opened = tried.value;
  if (opened === 'destroy') {
    await desk.members.destroy(id);
    throw wrongSecret();
  }
  if (opened === null) throw wrongSecret();
  await desk.members.keepNote(id, 'tries', JSON.stringify(NO_FAILED_TRIES));
  if (aside.status === 'rejected') {
    opened.fill(0);
    throw aside.reason;
  }
  return { id, name, file, opened };
}

async function openedBy(file: Here['file'], secret: MemberSecret): Promise<Uint8Array | 'destroy' | null> {
  if (secret.kind === 'recovery-key') return recoverMember(file, secret.key);
  const opened = await openMemberFile(file, secret.passphrase);
  if (opened === null) return null;
  return opened.slot === 'destroy' ? 'destroy' : opened.secret;
}

async function fileHere({ members }: Files, asked: string | null): Promise<Here> {
  const all = (await members.list()).map(({ id, text }) => ({ id, file: parsed(text) }));
  const wanted = asked?.normalize('NFC').trim() ?? null;
  const fitting =
    wanted === null ? all : all.filter(({ id, file }) => id === wanted || file?.name === wanted);
  const [one, two] = fitting;
  const nobody = `No member ${wanted === null ? '' : 'of that name '}has keys on this machine${wanted === null ? ' yet' : ''}`;
  if (one === undefined)
    throw new OnRecordError(
      'not-found',
      `${nobody} (${members.folder}). Make yours with: onrecord member new NAME`,
      {
        subject: members.folder,
        onPage: `${nobody}. Make them: “Make keys for another person on this machine”.`,
      },
    );
  if (two !== undefined)
    throw new OnRecordError(
      'bad-usage',
      'There are several members on this machine: say which with --member NAME.',
    );
  if (one.file === null)
    throw new OnRecordError(
      'damaged',
      `The member file ${one.id}.json cannot be read: it was changed or cut. Put a copy of it back.`,
      { subject: one.id },
    );
  return { id: one.id, name: one.file.name, file: one.file };
}

function parsed(text: string): Here['file'] | null {
  try {
    const read = parseMemberFile(JSON.parse(text));
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}

/** A note that cannot be read counts as many wrong tries: taking it away must not be a way around the wait. */
async function triesOf(
  { members, clock }: Pick<Files, 'members' | 'clock'>,
  id: MemberId,
): Promise<FailedTries> {
  const text = await members.note(id, 'tries');
  if (text === null) return NO_FAILED_TRIES;
  try {
    const { count, last } = JSON.parse(text) as Partial<FailedTries>;
    if (Number.isSafeInteger(count) && Number.isFinite(last))
      return { count: Number(count), last: Number(last) };
  } catch {
    // Told below.
  }
  return { count: 5, last: clock().getTime() };
}

function wrongSecret(): OnRecordError {
  return new OnRecordError('locked', 'It does not open. Nothing was changed.');
}
