/** Cases on the screen: all, one, those found, what is due, who read what. Nothing is printed before its read is logged. */
import { dayOf } from '../desk/calendar.ts';
import { caseHistory, caseVersion } from '../desk/cases/case-history.ts';
import { caseMeant } from '../desk/cases/case-meant.ts';
import { casesDue } from '../desk/cases/cases-due.ts';
import { caseLines, caseText } from '../desk/cases/list-cases.ts';
import { flushReads, noteRead, readLog } from '../desk/cases/log-reads.ts';
import { memberCards } from '../desk/cases/member-card.ts';
import type { OpenCompartment } from '../desk/cases/open-compartment.ts';
import { type HeldCases, readCase, readCases } from '../desk/cases/read-case.ts';
import { openCaseSearch } from '../desk/cases/search-cases.ts';
import { type Call, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { limitOf } from './figure-options.ts';
import { type MemberCall, textOf, warn } from './member-secret.ts';
import { counted } from './words.ts';

const LETTERS = 12;

/**
 * `case list`.
 *
 * @example
 * await listAll(call, opened, room);
 */
export async function listAll(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const held = await readCases(desk, room);
  await flushReads(desk, room);
  const cases = caseLines(held);
  if (call.terminal.json)
    call.terminal.outJson({ compartment: room.id, label: room.label, cases, faults: held.faults });
  else {
    call.terminal.out(
      `${room.label ?? room.id.slice(0, LETTERS)}: ${counted(cases.length, 'case', 'cases')}`,
    );
    for (const one of cases) {
      const due = one.nextDue === null ? '' : `, next task ${one.nextDue}`;
      const pending = one.pending === 0 ? '' : `, ${one.pending} without an answer`;
      call.terminal.out(
        `${one.id.slice(0, LETTERS)}  ${one.pseudonym}`,
        `  risk ${one.risk}, ${counted(one.people, 'person', 'persons')}${pending}${due}, kept until ${one.retainUntil}`,
        `  looked after by ${one.lookedAfterBy ?? 'nobody'}${isHere(room, one.lookedAfterBy) ? '' : ', who is not in this compartment'}`,
      );
    }
  }
  return ended(call, held);
}

/** Whether somebody is named who can open the case; true when nobody is named. */
function isHere(room: OpenCompartment, name: string | null): boolean {
  return name === null || room.head.members.some((one) => one.name === name);
}

/**
 * `case show`.
 *
 * @example
 * await showOne(call, opened, room);
 */
export async function showOne(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const id = await caseMeant(desk, room, call.args[1] ?? '');
  const asked = versionOf(call);
  const held = asked === null ? await readCase(desk, room, id) : await caseVersion(desk, room, id, asked);
  await flushReads(desk, room);
  const { savedAt, savedBy, version } = held;
  if (call.terminal.json) call.terminal.outJson(held);
  else {
    call.terminal.out(`# version ${version}, saved ${savedAt} by ${savedBy}`);
    call.terminal.out(...caseText(held.case).trimEnd().split('\n'));
  }
  return EXIT.ok;
}

/**
 * `case versions`: the newest first.
 *
 * @example
 * await showVersions(call, opened, room);
 */
export async function showVersions(
  call: Call,
  { desk }: MemberCall,
  room: OpenCompartment,
): Promise<ExitCode> {
  const id = await caseMeant(desk, room, call.args[1] ?? '');
  const { versions, faults } = await caseHistory(desk, room, id);
  await flushReads(desk, room);
  const told = versions.map(({ version, savedAt, savedBy }) => ({ version, savedAt, savedBy }));
  if (call.terminal.json) call.terminal.outJson({ id, versions: told, faults });
  else
    for (const { version, savedAt, savedBy } of told)
      call.terminal.out(`version ${version}, saved ${savedAt} by ${savedBy}`);
  return ended(call, { faults });
}

/**
 * The version that was asked for; null: none was.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * versionOf(call); // 2
 */
export function versionOf({ options }: Pick<Call, 'options'>): number | null {
  if (options.version === undefined) return null;
  const version = Number(options.version);
  if (Number.isSafeInteger(version) && version >= 1) return version;
  throw usageError('--version must be a whole number, 1 or more', 'case');
}

/**
 * `case search`.
 *
 * @example
 * await searchAll(call, opened, room);
 */
export async function searchAll(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { terminal, options, args } = call;
  const { limit = Number.MAX_SAFE_INTEGER } = limitOf(options, {
    json: terminal.json,
    name: 'case',
    usual: 20,
  });
  const held = await readCases(desk, room);
  const words = args.slice(1).map((word) => (/\s/u.test(word) && !word.includes('"') ? `"${word}"` : word));
  const searched = openCaseSearch(held.cases).find(words.join(' '), limit);
  const { found, fitting } = searched;
  const faults = [...held.faults, ...searched.faults];
  noteRead(desk, room, 'search', null);
  await flushReads(desk, room);
  if (terminal.json) terminal.outJson({ found, fitting, faults });
  else {
    for (const { id, pseudonym, fields } of found)
      terminal.out(`${id.slice(0, LETTERS)}  ${pseudonym}`, `  ${fields.join(', ')}`);
    terminal.out(
      fitting > found.length
        ? `${fitting} cases fit; ${found.length} are shown.`
        : `${counted(fitting, 'case fits', 'cases fit')}.`,
    );
  }
  return ended(call, { faults });
}

/**
 * `case due`.
 *
 * @example
 * await showDue(call, opened, room);
 */
export async function showDue(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { terminal } = call;
  const until = textOf(call.options, 'until');
  if (until !== null && (until.length !== 10 || dayOf(until) === null))
    throw usageError('--until must be a day such as 2027-01-31', 'case');
  const held = await readCases(desk, room);
  const found = await casesDue(desk, held.cases.values(), until);
  await flushReads(desk, room);
  if (found.clockIsBehind)
    warn(terminal, 'The clock of this machine is behind the newest entry of the log: set it right.');
  if (terminal.json) terminal.outJson({ ...found, faults: held.faults });
  else {
    for (const { id, pseudonym, what, on, task } of found.due)
      terminal.out(
        `${on ?? 'never'}  ${id.slice(0, LETTERS)}  ${pseudonym}: ${DUE_WORDS[what]}${task === null ? '' : ` ${task}`}`,
      );
    terminal.out(`${counted(found.due.length, 'thing is', 'things are')} due until ${found.asOf}.`);
  }
  return ended(call, held);
}

const DUE_WORDS = {
  retention: 'kept until this day; look at it again or erase it',
  task: 'task',
  'risk-review': 'the risk was not looked at for 90 days',
} as const;

/**
 * `case reads`.
 *
 * @example
 * await showReads(call, opened, room);
 */
export async function showReads(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { reads, faults } = await readLog(desk, room);
  const names = new Map((await memberCards(desk.store)).map(({ id, name }) => [id, name]));
  const told = reads.map(({ by, ...read }) => ({ ...read, by: names.get(by) ?? by }));
  if (call.terminal.json) call.terminal.outJson({ reads: told, faults });
  else
    for (const { at, by, kind, of } of told)
      call.terminal.out(`${at}  ${by}  ${kind}${of === null ? '' : `  ${of.slice(0, LETTERS)}`}`);
  return ended(call, { faults });
}

/** What does not open is told on standard error, and by the exit code. */
function ended({ terminal }: Call, { faults }: Pick<HeldCases, 'faults'>): ExitCode {
  if (!terminal.json) for (const fault of faults) warn(terminal, fault);
  return faults.length === 0 ? EXIT.ok : EXIT.damaged;
}
