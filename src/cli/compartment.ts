/** `onrecord compartment`: who holds the keys of sealed cases. */
import type { CaseTools } from '../compose.ts';
import { addMember, removeMember } from '../desk/cases/change-members.ts';
import { confirmMember } from '../desk/cases/confirm-member.ts';
import { createCompartment } from '../desk/cases/create-compartment.ts';
import { listCompartments } from '../desk/cases/list-compartments.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import {
  COMPARTMENT_OPTION,
  MEMBER_OPTIONS,
  type MemberCall,
  openCases,
  textOf,
  unlockedMember,
  withCompartment,
} from './member-secret.ts';
import { counted, para } from './words.ts';

/**
 * The command over what it needs.
 *
 * @example
 * compartmentCommand(loadCaseTools).name; // 'compartment'
 */
export function compartmentCommand(load: () => Promise<CaseTools>): CommandFile {
  return {
    name: 'compartment',
    summary: 'who holds the keys of sealed cases',
    description:
      'A compartment is the set of people who hold one key. new [LABEL] makes one; the label is told to its members alone. list shows all of them: ids, members, how many records; that much everybody with the record can see. add NAME takes a member in who showed keys with onrecord member new: --fingerprint is what that person read to you in person or by telephone, and it must be that of the keys in the log. Whoever is added reads everything in the compartment, also what was there before. remove NAME takes a member out and gives everything a new key, in one step; who is removed keeps what they saw. rotate gives a new key with the members as they are. confirm NAME keeps that you compared a fingerprint yourself: until then every opening says so.',
    args: [
      ['<action>', 'new, list, add, remove, rotate or confirm'],
      ['[name]', 'new: the label; otherwise a member'],
    ],
    options: [
      COMPARTMENT_OPTION,
      ...MEMBER_OPTIONS,
      ['--fingerprint <groups>', 'add, confirm: the eight groups as the member read them'],
      ['--admin', 'add: may change the members, too'],
    ],
    examples: [
      ['onrecord compartment new "Families from the north"', 'makes a compartment; you are its admin'],
      ['onrecord compartment add lena --fingerprint "3KQ0 8ZTF …"', 'takes Lena in'],
      ['onrecord compartment remove omar', 'a new key for everything, without Omar'],
    ],
    usesVault: true,
    run: (call) => run(call, load),
  };
}

async function run(call: Call, load: () => Promise<CaseTools>): Promise<ExitCode> {
  const [action = '', name = null] = call.args;
  if (action === 'list') return list(call, await openCases(call, 'read', load));
  if (!['new', 'add', 'remove', 'rotate', 'confirm'].includes(action))
    throw usageError(
      'The first word after compartment must be new, list, add, remove, rotate or confirm',
      'compartment',
    );
  const named = action === 'add' || action === 'remove' || action === 'confirm';
  if (named && name === null) throw usageError(`${action} needs the name of a member`, 'compartment');
  const fingerprint = textOf(call.options, 'fingerprint');
  if ((action === 'add' || action === 'confirm') && fingerprint === null)
    throw usageError(`${action} needs --fingerprint, as the member read it to you`, 'compartment');
  const opened = await openCases(call, action === 'confirm' ? 'try-write' : 'write', load);
  if (action === 'new') return make(call, opened, name);
  return withCompartment(opened, call, async (room) => {
    const { options } = call;
    const { desk } = opened;
    const who = name ?? '';
    if (action === 'add') {
      const role = options.admin === true ? 'admin' : 'member';
      await addMember(desk, room, { name: who, fingerprint: fingerprint ?? '', role });
      tell(call, `${who} is in ${room.id.slice(0, 12)} now and can read everything in it.`, { added: who });
    } else if (action === 'confirm') {
      await confirmMember(desk, room, { name: who, fingerprint: fingerprint ?? '' });
      tell(call, `The keys of ${who} are the ones you compared.`, { confirmed: who });
    } else {
      const keys = await removeMember(desk, room, action === 'remove' ? who : null);
      const left =
        action === 'remove'
          ? `${who} is out: what is there and what comes opens for them no more; what they saw they keep. `
          : '';
      tell(
        call,
        `${left}${counted(keys, 'record has', 'records have')} a new key. Back up again: backups made before still open with the old one.`,
        { removed: action === 'remove' ? who : null, keys },
      );
    }
    return EXIT.ok;
  });
}

function tell({ terminal }: Call, words: string, json: object): void {
  if (terminal.json) terminal.outJson(json);
  else terminal.out(...para(words, terminal.paper));
}

async function make(call: Call, opened: MemberCall, label: string | null): Promise<ExitCode> {
  const me = await unlockedMember(opened, call);
  try {
    const id = await createCompartment(opened.desk, me, label);
    tell(call, `Compartment ${id.slice(0, 12)} is made. You are its admin. Next: onrecord case new`, { id });
    return EXIT.ok;
  } finally {
    me.lock();
  }
}

async function list({ terminal }: Call, { desk }: MemberCall): Promise<ExitCode> {
  const compartments = await listCompartments(desk);
  if (terminal.json) {
    terminal.outJson({ compartments });
    return EXIT.ok;
  }
  if (compartments.length === 0)
    terminal.out('There is no compartment. Make one with: onrecord compartment new');
  for (const { id, epoch, members, records } of compartments) {
    terminal.out(
      `${id.slice(0, 12)}, epoch ${epoch}, ${counted(records, 'sealed record', 'sealed records')}`,
    );
    for (const { name, role, fingerprint } of members) terminal.out(`  ${name} (${role})  ${fingerprint}`);
  }
  return EXIT.ok;
}
