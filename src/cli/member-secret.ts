/**
 * Asks a member for their passphrase: at the terminal without showing it, from a file, or from an open descriptor; never from
 * the command line. It is another one than the vault's. Unlocks the member and opens the compartment for a command.
 */

import type { CaseTools } from '../compose.ts';
import type { CaseDesk } from '../desk/cases/case-desk.ts';
import { type FetchedCases, fetchCases } from '../desk/cases/fetch-cases.ts';
import { type OpenCompartment, openCompartment } from '../desk/cases/open-compartment.ts';
import { recoveryKeyOfShares } from '../desk/cases/split-recovery.ts';
import {
  type MemberSecret,
  memberHere,
  type NewPassphrases,
  type UnlockedMember,
  unlockMember,
} from '../desk/cases/unlock-member.ts';
import { OnRecordError } from '../desk/desk.ts';
import { durationWords } from '../desk/duration-words.ts';
import type { Call, CommandFile, OpenMode, Options } from './command.ts';
import { oneLine, wrap } from './paper.ts';
import type { Terminal } from './terminal.ts';

type OptionRow = CommandFile['options'][number];

/** The flag of every command that looks for member files. */
export const MEMBER_FOLDER: OptionRow = [
  '--member-folder <folder>',
  'where the member files of this machine lie (else ONRECORD_MEMBER_FOLDER, else members in the vault)',
];

/** Flags of every command that unlocks a member. */
export const MEMBER_OPTIONS: readonly OptionRow[] = [
  ['--member <name>', 'whose keys to use (else the only member on this machine)'],
  MEMBER_FOLDER,
  [
    '--member-passphrase-file <file>',
    'read the member’s passphrase from the first line of a file (else ONRECORD_MEMBER_PASSPHRASE_FILE)',
  ],
  ['--member-passphrase-fd <number>', 'read it from the next line of an open descriptor'],
  ['--member-recovery-key-file <file>', 'open with the recovery key in the first line of a file instead'],
];

/** The flag of every command that opens a compartment. */
export const COMPARTMENT_OPTION: OptionRow = [
  '--compartment <id>',
  'which compartment: its id or the beginning of it (else the only one)',
];

/** What a command works with. */
export interface MemberCall {
  readonly desk: CaseDesk;
  readonly tools: CaseTools;
}

/**
 * The vault opened for compartments.
 *
 * @example
 * const { desk, tools } = await openCases(call, 'write');
 */
export async function openCases(
  call: Call,
  mode: OpenMode,
  load: () => Promise<CaseTools>,
): Promise<MemberCall> {
  const tools = await load();
  const open = await call.open(mode);
  const desk = tools.over(open, memberFolderOf(call.options), (milliseconds) =>
    warn(
      call.terminal,
      `The passphrase was wrong several times: waiting ${durationWords(Math.ceil(milliseconds / 1000) * 1000)}.`,
    ),
  );
  return { desk, tools };
}

/**
 * The folder of the member files of this machine; null: `members` in the vault.
 *
 * @example
 * memberFolderOf(call.options); // '/home/lena/.onrecord'
 */
export function memberFolderOf(options: Options): string | null {
  return textOf(options, 'memberFolder') ?? (process.env.ONRECORD_MEMBER_FOLDER || null);
}

/**
 * Unlocks the member that the command names.
 *
 * @param meanwhile runs while the passphrase is tried on another thread
 * @throws OnRecordError `locked`, `not-found`, `bad-usage`
 * @example
 * const me = await unlockedMember(opened, call);
 */
export async function unlockedMember(
  { desk, tools }: MemberCall,
  call: Call,
  meanwhile?: () => Promise<void>,
): Promise<UnlockedMember> {
  const asked = textOf(call.options, 'member');
  return unlockMember(desk, asked, await secretOfMember({ desk, tools }, call, asked), meanwhile);
}

/**
 * What a member opens their file with: shares or the recovery key when their file was named, else the passphrase.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * const secret = await secretOfMember(opened, call, 'lena');
 */
export async function secretOfMember(
  { desk, tools }: MemberCall,
  call: Call,
  asked: string | null,
): Promise<MemberSecret> {
  const { name } = await memberHere(desk, asked);
  const shares = textOf(call.options, 'memberSharesFile');
  if (shares !== null) {
    const bytes = shares === '-' ? await tools.readInput() : await tools.files.read(shares);
    const key = await recoveryKeyOfShares(new TextDecoder().decode(bytes));
    bytes.fill(0);
    return { kind: 'recovery-key', key };
  }
  const file = textOf(call.options, 'memberRecoveryKeyFile');
  if (file === null) {
    const question = `Passphrase of member ${name}: `;
    const passphrase = await memberPassphrase(tools, call, { before: 'member', question, twice: false });
    return { kind: 'passphrase', passphrase };
  }
  const read = tools.readRecoveryKey((await tools.source.firstLineOfFile(file)).line);
  if (read.ok) return { kind: 'recovery-key', key: read.key };
  throw new OnRecordError('bad-usage', read.message);
}

/**
 * Unlocks the member, opens the compartment, runs the work, and locks again whatever happens.
 *
 * @param reads whether the work will read all cases: their ciphertexts are fetched while the passphrase is tried then
 * @example
 * return withCompartment(opened, call, async (room) => EXIT.ok);
 */
export async function withCompartment<T>(
  opened: MemberCall,
  call: Call,
  work: (room: OpenCompartment) => Promise<T>,
  reads: 'all' | 'some' = 'some',
): Promise<T> {
  const asked = textOf(call.options, 'compartment');
  let fetched: FetchedCases | null = null;
  const me = await unlockedMember(opened, call, async () => {
    if (reads === 'all') fetched = await fetchCases(opened.desk, asked);
  });
  let room: OpenCompartment | null = null;
  try {
    room = await openCompartment(opened.desk, me, asked, fetched);
    for (const { name, fingerprint, changed } of room.unconfirmed)
      warn(
        call.terminal,
        `${changed ? `The keys of ${name} are OTHER ones than you compared before` : `You have not compared the keys of ${name}`}. Have ${name} read their fingerprint to you in person or by telephone; it must be ${fingerprint}. Then: onrecord compartment confirm ${name} --fingerprint "…"`,
      );
    return await work(room);
  } finally {
    room?.lock();
    me.lock();
  }
}

/** Which passphrase is asked for, and how. */
interface Asked {
  /** Before `-passphrase-file` and `-passphrase-fd`. */
  readonly before: 'member' | 'new-member' | 'destroy';
  readonly question: string;
  /** Asked twice at the terminal. */
  readonly twice: boolean;
}

/**
 * A passphrase by the first way that is given.
 *
 * @throws OnRecordError `bad-usage` when there is no way, or the two are not the same
 * @example
 * await memberPassphrase(tools, call, { before: 'member', question: 'Passphrase: ', twice: true });
 */
async function memberPassphrase(
  { source }: Pick<CaseTools, 'source'>,
  { options, terminal }: Pick<Call, 'options' | 'terminal'>,
  { before, question, twice }: Asked,
): Promise<string> {
  const camel = before.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
  const descriptor = options[`${camel}PassphraseFd`];
  const named = options[`${camel}PassphraseFile`];
  if (descriptor !== undefined) return source.nextLineOfDescriptor(Number(descriptor));
  const variable = before === 'member' ? (process.env.ONRECORD_MEMBER_PASSPHRASE_FILE ?? '') : '';
  const path = named === undefined ? variable : String(named);
  if (path !== '') {
    const { line, othersCanRead } = await source.firstLineOfFile(path);
    if (othersCanRead)
      warn(terminal, `Other users of this machine can read ${path}. Make it yours alone: chmod 600 ${path}`);
    return line;
  }
  const typed = await source.ask(question);
  if (typed === null)
    throw new OnRecordError(
      'bad-usage',
      `A passphrase is needed, and there is no terminal to ask at. Give --${before}-passphrase-file FILE.`,
    );
  if (!twice || (await source.ask('The same again: ')) === typed) return typed;
  throw new OnRecordError('bad-usage', 'The two were not the same: nothing was changed.');
}

/**
 * A new passphrase, asked twice at the terminal, and the one that destroys when its file was named.
 *
 * @throws OnRecordError as `memberPassphrase`
 * @example
 * const next = await newPassphrases(tools, call, { before: 'new-member', question: 'New passphrase: ' });
 */
export async function newPassphrases(
  tools: Pick<CaseTools, 'source'>,
  call: Call,
  asked: Pick<Asked, 'before' | 'question'>,
): Promise<NewPassphrases> {
  const passphrase = await memberPassphrase(tools, call, { ...asked, twice: true });
  const destroyPassphrase =
    textOf(call.options, 'destroyPassphraseFile') === null
      ? null
      : await memberPassphrase(tools, call, { before: 'destroy', question: '', twice: false });
  return { passphrase, destroyPassphrase };
}

/**
 * A word given with an option; null when it was not given.
 *
 * @example
 * textOf(call.options, 'member'); // 'lena'
 */
export function textOf(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/**
 * A notice on standard error; with --json as a line of JSON.
 *
 * @example
 * warn(terminal, 'The file outside is not sealed.');
 */
export function warn(terminal: Terminal, words: string): void {
  if (terminal.json)
    terminal.err(JSON.stringify({ notice: { code: 'compartment', message: oneLine(words) } }));
  else terminal.err(...wrap({ width: terminal.paper.width, colour: false }, oneLine(words)));
}
