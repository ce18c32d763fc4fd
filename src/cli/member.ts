/** `onrecord member`: people who hold keys of their own. */
import type { CaseTools } from '../compose.ts';
import { introduceMember, memberName, refuseTaken } from '../desk/cases/introduce-member.ts';
import { listMembers } from '../desk/cases/member-card.ts';
import { refuseSplit, splitRecovery } from '../desk/cases/split-recovery.ts';
import { changePassphrase } from '../desk/cases/unlock-member.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { entrust, restore } from './member-custody.ts';
import { newMemberLines } from './member-lines.ts';
import { MEMBER_OPTIONS, newPassphrases, openCases, secretOfMember, textOf } from './member-secret.ts';
import { para } from './words.ts';

/** Said before anything is made. */
const BEFORE =
  'Your passphrase opens your keys, and nobody else has it: not the vault, not its server, not the other members. A recovery key is printed once. If you lose both, and have entrusted your keys to nobody, everything that was sealed for you alone is lost, and nobody can bring it back. Keep a copy of your member file with your backups: the recovery key opens it and is worth nothing without it. Two more ways can be made now, and not afterwards: onrecord member split gives the recovery key to several people, onrecord member entrust gives your keys to another member.';

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
      'new NAME makes keys for a person on this machine, under a passphrase of their own, and shows the public ones in the log. The name is seen by everybody with the record: a pseudonym will do. It prints a recovery key, once. list shows who has shown keys, each with a fingerprint of eight groups; show NAME shows one. passphrase [NAME] sets a new passphrase; when the old one is lost, --member-recovery-key-file opens the member file instead. It writes the second passphrase anew as well: give it again, or it is gone. split [NAME] --shares 5 --needed 3 makes a fresh recovery key and prints it as shares for five people, of whom any three together open the member file; the key that was printed before opens nothing then. To open it, type their shares into a file, an empty line between, and set a new passphrase: passphrase NAME --member-shares-file FILE. entrust [NAME] --to OTHER seals a copy of the member’s keys for another member, who becomes a second custodian: into the file --out, to be given to them, or else beside the member files. --fingerprint is what that person read aloud, unless it was compared before. restore --from NAME, or --from FILE, opens that copy with the custodian’s passphrase and makes the member’s file anew, under a new passphrase and with a new recovery key. Whoever can do that is the member for everything sealed: a copy cannot be called back, and no log shows that it was used. Whoever adds a member to a compartment has that person read the fingerprint aloud first. With --destroy-passphrase-file a second passphrase is set that destroys the member file when it is typed in place of the first: it protects against somebody who makes you type and has not copied the file before; it does not protect against somebody who has a copy, and it opens nothing.',
    args: [
      ['<action>', 'new, list, show, passphrase, split, entrust or restore'],
      ['[name]', 'the member; restore: none'],
    ],
    options: [
      ...MEMBER_OPTIONS,
      [
        '--new-member-passphrase-file <file>',
        'passphrase, restore: read the new one from the first line of a file',
      ],
      [
        '--new-member-passphrase-fd <number>',
        'passphrase, restore: read it from the next line of an open descriptor',
      ],
      [
        '--member-shares-file <file>',
        'passphrase, split, entrust: open with shares of a recovery key, an empty line between; - for standard input',
      ],
      ['--shares <number>', 'split: into how many, 2 to 16'],
      ['--needed <number>', 'split: how many of them together are enough'],
      ['--to <member>', 'entrust: the second custodian'],
      ['--fingerprint <groups>', 'entrust: the eight groups as the custodian read them'],
      ['--out <file>', 'entrust: write the copy there instead; nothing that is there is replaced'],
      ['--from <member or file>', 'restore: who entrusted their keys, or the file they gave away'],
      ['--destroy-passphrase-file <file>', 'a second passphrase that destroys the member file'],
    ],
    examples: [
      ['onrecord member new lena', 'asks twice for a passphrase, prints a recovery key'],
      ['onrecord member show lena', 'the fingerprint to read aloud'],
      [
        'onrecord member split --shares 5 --needed 3',
        'five shares to give away; any three open the member file',
      ],
      [
        'onrecord member entrust lena --to omar --out lena-for-omar.json',
        'Omar can make Lena’s file anew when she has lost passphrase and recovery key',
      ],
      ['onrecord member restore --from lena-for-omar.json --member omar', 'he does'],
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
  if (action === 'entrust')
    return entrust(call, await openCases(call, 'try-write', load), name ?? textOf(call.options, 'member'));
  if (action === 'restore') {
    if (name !== undefined) throw usageError('restore takes the member as --from NAME', 'member');
    return restore(call, await openCases(call, 'try-write', load));
  }
  if (action !== 'list' && action !== 'show')
    throw usageError(
      'The first word after member must be new, list, show, passphrase, split, entrust or restore',
      'member',
    );
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
  const question = 'New passphrase of this member: ';
  const next = await newPassphrases(opened.tools, call, { before: 'new-member', question });
  await changePassphrase(opened.desk, asked, secret, next);
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
  const question = `New passphrase of member ${name}: `;
  const passphrases = await newPassphrases(tools, call, { before: 'member', question });
  const made = await introduceMember(desk, { name, ...passphrases });
  if (terminal.json) {
    terminal.outJson({ ...made, recoveryKey: made.recoveryKey.replaceAll('\n', '-') });
    return EXIT.ok;
  }
  terminal.out(...newMemberLines(made, terminal));
  return EXIT.ok;
}
