/** `member entrust` and `member restore`: a second custodian, who can make a member's file anew. */
import { custodianFor, entrustMember } from '../desk/cases/entrust-member.ts';
import { memberNamed } from '../desk/cases/member-card.ts';
import { keptCopy, openedCopy, restoreMember } from '../desk/cases/restore-member.ts';
import { memberHere } from '../desk/cases/unlock-member.ts';
import { OnRecordError } from '../desk/desk.ts';
import { type Call, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { newMemberLines } from './member-lines.ts';
import {
  type MemberCall,
  newPassphrases,
  secretOfMember,
  textOf,
  unlockedMember,
  warn,
} from './member-secret.ts';
import { para } from './words.ts';

const ENTRUST = 'onrecord member entrust';

/**
 * Seals a copy of a member's secret for another member: into a file that is named, else beside the member files.
 *
 * @throws OnRecordError `bad-usage`, `not-found`, `locked`, `read-only`, `disk-full`
 * @example
 * await entrust(call, opened, null);
 */
export async function entrust(call: Call, opened: MemberCall, asked: string | null): Promise<ExitCode> {
  const { terminal, options } = call;
  const { desk, tools } = opened;
  const to = textOf(options, 'to');
  if (to === null) throw usageError('entrust needs --to, the member who is to keep the copy', 'member');
  const order = { to, fingerprint: textOf(options, 'fingerprint') };
  const { name: custodian } = await custodianFor(desk, asked, order);
  if (!terminal.json) terminal.err(...para(beforeEntrusting(custodian), terminal.paper), '');
  const copy = await entrustMember(desk, asked, await secretOfMember(opened, call, asked), order);
  const out = textOf(options, 'out');
  if (out === null) await desk.members.keepCopyFor(copy.id, copy.custodian.id, copy.text);
  else await (await tools.files.stage(out, new TextEncoder().encode(copy.text))).keep();
  if (terminal.json) terminal.outJson({ entrusted: copy.name, to: copy.custodian.name, file: out });
  else {
    const where =
      out === null
        ? `It lies in ${desk.members.folder}, in no backup. If ${copy.name} loses passphrase and recovery key, ${custodian} types here: onrecord member restore --from ${copy.name} --member ${custodian}`
        : `Give ${out} to ${custodian}, and keep no copy. If ${copy.name} loses passphrase and recovery key, ${custodian} types: onrecord member restore --from ${out} --member ${custodian}`;
    terminal.out(...para(`The copy of ${copy.name} for ${custodian} is made. ${where}`, terminal.paper));
  }
  return EXIT.ok;
}

function beforeEntrusting(custodian: string): string {
  return `Whoever holds this copy and the keys of ${custodian} can open everything that is sealed for you, now and later, and sign as you; nothing shows that they did. It cannot be called back: your keys stay the same. Entrust it to somebody to whom you would give the cases themselves.`;
}

/**
 * Makes a member's file anew from the copy that they entrusted.
 *
 * @throws OnRecordError as `openedCopy`; `locked`, `bad-usage`, `read-only`, `disk-full`
 * @example
 * await restore(call, opened);
 */
export async function restore(call: Call, opened: MemberCall): Promise<ExitCode> {
  const { terminal, options } = call;
  const { desk, tools } = opened;
  const from = textOf(options, 'from');
  if (from === null)
    throw usageError('restore needs --from, a member who entrusted their keys, or the file', 'member');
  // Told before anybody is asked for a passphrase.
  await memberHere(desk, textOf(options, 'member'));
  const given = await givenFile(opened, from);
  const me = await unlockedMember(opened, call);
  try {
    const copy = await openedCopy(desk, me, given ?? (await keptCopy(desk, me, from)));
    const { name } = copy.card;
    try {
      if (!copy.compared)
        warn(
          terminal,
          `You have never compared the keys of ${name}. If other members have, ask them for the fingerprint; it must be the one below.`,
        );
      if (!terminal.json)
        terminal.err(
          ...para(
            `${name} chooses the new passphrase, and types it here: whoever knows it is ${name} from now on.`,
            terminal.paper,
          ),
          '',
        );
      const next = await newPassphrases(tools, call, {
        before: 'new-member',
        question: `New passphrase of member ${name}: `,
      });
      const made = await restoreMember(desk, copy, next);
      if (terminal.json)
        terminal.outJson({ ...made, recoveryKey: made.recoveryKey.replaceAll('\n', '-'), by: me.name });
      else
        terminal.out(
          ...newMemberLines(made, terminal),
          ...para(
            `The passphrase and the recovery key before open nothing in this file; copies of the file made before still open with them. If somebody else may have one, make new keys under another name and let an admin take ${name} out. Compare the fingerprints of the other members anew.`,
            terminal.paper,
          ),
        );
      return EXIT.ok;
    } finally {
      copy.forget();
    }
  } finally {
    me.lock();
  }
}

/** The text of a named file; null when it is a member that is named. */
async function givenFile({ desk, tools }: MemberCall, from: string): Promise<string | null> {
  const isMember = await memberNamed(desk.store, from).then(
    () => true,
    (error: unknown) => {
      if (error instanceof OnRecordError && error.code === 'not-found') return false;
      throw error;
    },
  );
  if (isMember) return null;
  try {
    return new TextDecoder().decode(await tools.files.read(from));
  } catch (error) {
    if (!(error instanceof OnRecordError && error.code === 'not-found')) throw error;
    throw new OnRecordError(
      'not-found',
      `${from} is neither a member who has shown keys here nor a file. A copy is made with: ${ENTRUST} --to NAME`,
      { subject: from },
    );
  }
}
