/** `onrecord member`: people who hold keys of their own. */
import type { CaseTools } from '../compose.ts';
import { introduceMember, memberName, refuseTaken } from '../desk/cases/introduce-member.ts';
import { listMembers } from '../desk/cases/member-card.ts';
import { refuseSplit, splitRecovery } from '../desk/cases/split-recovery.ts';
import { changePassphrase } from '../desk/cases/unlock-member.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { MEMBER_OPTIONS, memberPassphrase, openCases, secretOfMember, textOf } from './member-secret.ts';
import { para } from './words.ts';

/** Said before anything is made. */
const BEFORE =
  'Your passphrase opens your keys, and nobody else has it: not the vault, not its server, not the other members. A recovery key is printed once. If you lose both, everything that was sealed for you alone is lost, and nobody can bring it back. Keep a copy of your member file with your backups: the recovery key opens it and is worth nothing without it.';

/**
 * The command over what it needs.
 *
 * @example
 * memberCommand(loadCaseTools).name; // 'member'
 */
export function memberCommand(load: () => Promise<CaseTools>): CommandFile {
  return {
    name: 'member',
    summary: 'people who hold keys of their own for sealed cases',
    description:
      'new NAME makes keys for a person on this machine, under a passphrase of their own, and shows the public ones in the log. The name is seen by everybody with the record: a pseudonym will do. It prints a recovery key, once. list shows who has shown keys, each with a fingerprint of eight groups; show NAME shows one. passphrase [NAME] sets a new passphrase; when the old one is lost, --member-recovery-key-file opens the member file instead. It writes the second passphrase anew as well: give it again, or it is gone. split [NAME] --shares 5 --needed 3 makes a fresh recovery key and prints it as shares for five people, of whom any three together open the member file; the key that was printed before opens nothing then. To open it, type their shares into a file, an empty line between, and set a new passphrase: passphrase NAME --member-shares-file FILE. Whoever adds a member to a compartment has that person read the fingerprint aloud first. With --destroy-passphrase-file a second passphrase is set that destroys the member file when it is typed in place of the first: it protects against somebody who makes you type and has not copied the file before; it does not protect against somebody who has a copy, and it opens nothing.',
    args: [
      ['<action>', 'new, list, show, passphrase or split'],
      ['[name]', 'the member'],
    ],
    options: [
      ...MEMBER_OPTIONS.slice(1),
      ['--new-member-passphrase-file <file>', 'passphrase: read the new one from the first line of a file'],
      ['--new-member-passphrase-fd <number>', 'passphrase: read it from the next line of an open descriptor'],
      [
        '--member-shares-file <file>',
        'passphrase, split: open with shares of a recovery key, an empty line between; - for standard input',
      ],
      ['--shares <number>', 'split: into how many, 2 to 16'],
      ['--needed <number>', 'split: how many of them together are enough'],
      ['--destroy-passphrase-file <file>', 'a second passphrase that destroys the member file'],
    ],
    examples: [
      ['onrecord member new lena', 'asks twice for a passphrase, prints a recovery key'],
      ['onrecord member show lena', 'the fingerprint to read aloud'],
      [
        'onrecord member split --shares 5 --needed 3',
        'five shares to give away; any three open the member file',
      ],
    ],
    usesVault: true,
    run: (call) => run(call, load),
  };
}

async function run(call: Call, load: () => Promise<CaseTools>): Promise<ExitCode> {
  const [action, name] = call.args;
  if (action === 'new') return make(call, load, name);
  if (action === 'passphrase') return change(call, load, name ?? null);
  if (action === 'split') return split(call, load, name ?? null);
  if (action !== 'list' && action !== 'show')
    throw usageError('The first word after member must be new, list, show, passphrase or split', 'member');
  const { terminal } = call;
  const { desk } = await openCases(call, 'read', load);
  const all = await listMembers(desk);
  const members = name === undefined ? all : all.filter((one) => one.name === name || one.id === name);
  if (action === 'show' && members.length !== 1)
    throw usageError('show needs the name of a member', 'member');
  if (terminal.json) {
    terminal.outJson(action === 'show' ? members[0] : { members });
    return EXIT.ok;
  }
  if (members.length === 0) terminal.out('Nobody has shown keys yet. Begin with: onrecord member new NAME');
  for (const { name: shown, fingerprint, here, id } of members)
    terminal.out(shown, `  ${fingerprint}`, `  ${id.slice(0, 12)}${here ? ', on this machine' : ''}`);
  return EXIT.ok;
}

async function change(call: Call, load: () => Promise<CaseTools>, asked: string | null): Promise<ExitCode> {
  const opened = await openCases(call, 'try-write', load);
  const secret = await secretOfMember(opened, call, asked);
  const passphrase = await memberPassphrase(opened.tools, call, {
    before: 'new-member',
    question: 'New passphrase of this member: ',
    twice: true,
  });
  const destroyPassphrase = await destroyPassphraseOf(opened.tools, call);
  await changePassphrase(opened.desk, asked, secret, { passphrase, destroyPassphrase });
  if (call.terminal.json) call.terminal.outJson({ passphraseChanged: true });
  else
    call.terminal.out(
      ...para(
        'The passphrase is changed; the recovery key stays. Copies of the member file made before still open with the old one: destroy them.',
        call.terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function split(call: Call, load: () => Promise<CaseTools>, asked: string | null): Promise<ExitCode> {
  const { terminal, options } = call;
  const order = { shares: Number(options.shares), needed: Number(options.needed) };
  refuseSplit(order);
  const opened = await openCases(call, 'try-write', load);
  const { name, shares } = await splitRecovery(
    opened.desk,
    asked,
    await secretOfMember(opened, call, asked),
    order,
  );
  if (terminal.json) {
    terminal.outJson({ name, needed: order.needed, shares: shares.map((one) => one.replaceAll('\n', '-')) });
    return EXIT.ok;
  }
  for (const [at, share] of shares.entries())
    terminal.out(
      `Share ${at + 1} of ${shares.length}:`,
      '',
      ...share.split('\n').map((line) => `    ${line}`),
      '',
    );
  terminal.out(
    ...para(
      `Any ${order.needed} of these together open the member file of ${name}. Write each on paper of its own and give it to another person; they are not shown again. The recovery key that was printed before opens nothing any more; the passphrase stays. Copies of the member file made before still open with the old key: make the copy anew, and destroy them.`,
      terminal.paper,
    ),
  );
  return EXIT.ok;
}

async function destroyPassphraseOf(tools: CaseTools, call: Call): Promise<string | null> {
  if (textOf(call.options, 'destroyPassphraseFile') === null) return null;
  return memberPassphrase(tools, call, { before: 'destroy', question: '', twice: false });
}

async function make(
  call: Call,
  load: () => Promise<CaseTools>,
  given: string | undefined,
): Promise<ExitCode> {
  const { terminal } = call;
  if (given === undefined) throw usageError('new needs a name', 'member');
  const { desk, tools } = await openCases(call, 'write', load);
  const name = memberName(given);
  await refuseTaken(desk, name);
  if (!terminal.json) terminal.err(...para(BEFORE, terminal.paper), '');
  const passphrase = await memberPassphrase(tools, call, {
    before: 'member',
    question: `New passphrase of member ${name}: `,
    twice: true,
  });
  const destroyPassphrase = await destroyPassphraseOf(tools, call);
  const made = await introduceMember(desk, { name, passphrase, destroyPassphrase });
  if (terminal.json) {
    terminal.outJson({ ...made, recoveryKey: made.recoveryKey.replaceAll('\n', '-') });
    return EXIT.ok;
  }
  terminal.out(
    `Member ${made.name}, ${made.id.slice(0, 12)}. Fingerprint:`,
    '',
    `    ${made.fingerprint}`,
    '',
    'Recovery key:',
    '',
    ...made.recoveryKey.split('\n').map((line) => `    ${line}`),
    '',
    ...para(
      `Write it on paper now, keep it away from this machine, and do not photograph it: it is not shown again. The member file lies in ${made.folder}.`,
      terminal.paper,
    ),
  );
  return EXIT.ok;
}
