/** `case counts`: counts from cases, prepared by one member and signed off by another. */

import { CASE_AXES, type CaseAxis, COUNT_PERIODS } from '../desk/cases/case-rows.ts';
import {
  type CountOrder,
  listCaseCounts,
  lookAtCounts,
  prepareCaseCounts,
  signCaseCounts,
} from '../desk/cases/count-cases.ts';
import { dropCounts } from '../desk/cases/erase-case.ts';
import { flushReads } from '../desk/cases/log-reads.ts';
import type { OpenCompartment } from '../desk/cases/open-compartment.ts';
import { type ShownCounts, shownCounts } from '../desk/cases/shown-counts.ts';
import { disclosureRule } from '../desk/disclosure/check-sheets.ts';
import { countsWorkHere } from '../desk/disclosure/counts-work-here.ts';
import type { CountsWork } from '../desk/ports/counts-work.ts';
import { type Call, type Options, usageError } from './command.ts';
import { attackLines, tableLines, verdict } from './counts-lines.ts';
import { groupsGiven, ruleGiven } from './disclosure-options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type MemberCall, textOf } from './member-secret.ts';
import type { Paper } from './paper.ts';
import { counted, para } from './words.ts';

const LETTERS = 12;

/**
 * `case counts`: axes prepare, `list`, `show ID`, `sign ID` and `drop ID` do the rest.
 *
 * @example
 * await countCases(call, opened, room);
 */
export async function countCases(call: Call, opened: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const [, first = '', second = '', ...more] = call.args;
  if (first === 'list' && second === '') return listAll(call, opened, room);
  if (first === 'show' && second !== '' && more.length === 0) return showOne(call, opened, room);
  if (first === 'sign' && second !== '' && more.length === 0) return signOne(call, opened, room);
  if (first === 'drop' && second !== '' && more.length === 0) return dropOne(call, opened, room);
  return prepare(call, opened, room);
}

async function prepare(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { terminal } = call;
  const order = orderOf(call.args.slice(1), call.options);
  const { release, prepared } = await prepareCaseCounts(desk, room, order, await worker());
  await flushReads(desk, room);
  const shown = shownCounts(release, prepared.attack);
  const { protectedNumbers, complementary, cost, leastCost } = prepared;
  const took = { rule: release.rule, protectedNumbers, complementary, cost, leastCost };
  if (terminal.json) terminal.outJson({ ...shown, ...took });
  else {
    terminal.out(...tableLines(shown.tables, terminal.paper), '');
    terminal.out(...para(verdict({ ...took, withheld: shown.withheld }), terminal.paper));
    terminal.out(...attackLines(shown, terminal.paper), '');
    terminal.out(...labelLines(shown, terminal.paper));
    terminal.out(
      ...para(
        `${release.id.slice(0, LETTERS)} waits, sealed, for a second member: onrecord case counts sign ${release.id.slice(0, LETTERS)}. Until then nothing of it may be given away.`,
        terminal.paper,
      ),
    );
  }
  return EXIT.ok;
}

function orderOf(words: readonly string[], options: Options): CountOrder {
  const axes = words.filter((word): word is CaseAxis => CASE_AXES.some((axis) => axis === word));
  if (axes.length === 0 || axes.length < words.length || axes.length > 4)
    throw usageError(
      `counts takes one to four of ${CASE_AXES.join(', ')}; or list, show ID, sign ID, drop ID`,
      'case',
    );
  const unit = textOf(options, 'unit');
  if (unit !== null && unit !== 'cases' && unit !== 'applications')
    throw usageError('--unit must be cases or applications', 'case');
  const period = COUNT_PERIODS.find((one) => one === (textOf(options, 'period') ?? 'year'));
  if (period === undefined) throw usageError(`--period must be one of ${COUNT_PERIODS.join(', ')}`, 'case');
  return {
    axes,
    unit,
    period,
    groups: groupsGiven(options, 'case'),
    rule: disclosureRule(ruleGiven(options, 'case')),
  };
}

async function listAll(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { terminal } = call;
  const { waiting, released } = await listCaseCounts(desk, room);
  await flushReads(desk, room);
  const all = [...released, ...waiting].map((one) => shownCounts(one, null));
  if (terminal.json)
    terminal.outJson({ counts: all.map(({ intervals: _, changes: __, ...shown }) => shown) });
  else {
    for (const one of all)
      terminal.out(
        `${one.id.slice(0, LETTERS)}  ${one.tables.map(({ file }) => file).join(', ')}`,
        `  ${told(one)}`,
      );
    terminal.out(
      `${counted(released.length, 'release', 'releases')}; ${waiting.length} waiting for a second member.`,
    );
  }
  return EXIT.ok;
}

async function showOne(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { release, attack } = await lookAtCounts(desk, room, call.args[2] ?? '', await worker());
  await flushReads(desk, room);
  const shown = shownCounts(release, attack);
  if (call.terminal.json) call.terminal.outJson(shown);
  else show(call, shown);
  return EXIT.ok;
}

async function signOne(call: Call, { desk, tools }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { terminal, options } = call;
  const work = await worker();
  const { release, attack } = await lookAtCounts(desk, room, call.args[2] ?? '', work);
  const shown = shownCounts(release, attack);
  if (options.yes !== true) {
    if (!terminal.json) show(call, shown);
    const short = release.id.slice(0, LETTERS);
    const answer = await tools.source.ask(
      `What is signed off may be published and cannot be called back. Type ${short} to sign: `,
      { visible: true },
    );
    if (answer === null)
      throw usageError('Nobody is there to answer: give --yes to sign without being asked', 'case');
    if (answer.trim() !== short) throw usageError('That is another id. Nothing was signed', 'case');
  }
  const signed = await signCaseCounts(desk, room, release.id, work);
  await flushReads(desk, room);
  const done = shownCounts(signed.release, signed.attack);
  if (terminal.json) terminal.outJson(done);
  else terminal.out(...para(`${done.id.slice(0, LETTERS)} is released: ${told(done)}.`, terminal.paper));
  return EXIT.ok;
}

async function dropOne(call: Call, { desk }: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const id = await dropCounts(desk, room, call.args[2] ?? '');
  if (call.terminal.json) call.terminal.outJson({ gone: [id] });
  else call.terminal.out(`${id.slice(0, LETTERS)} is erased. What was released stays in the log.`);
  return EXIT.ok;
}

function show({ terminal }: Call, shown: ShownCounts): void {
  terminal.out(...tableLines(shown.tables, terminal.paper), '');
  terminal.out(...para(`${told(shown)}.`, terminal.paper));
  terminal.out(...attackLines(shown, terminal.paper), ...labelLines(shown, terminal.paper));
}

/** What was typed, and would be read by anybody. */
function labelLines({ typedLabels }: ShownCounts, paper: Paper): readonly string[] {
  if (typedLabels.length === 0) return [];
  return para(
    `These labels were typed and are published as they stand: ${typedLabels.join('; ')}. Nobody may be known by them.`,
    paper,
  );
}

function told({ asOf, population, preparedBy, signedOffBy, rule, withheld }: ShownCounts): string {
  const how = rule.kind === 'round' ? `rounded to ${rule.base}` : `threshold ${rule.threshold}`;
  const signed = signedOffBy === null ? 'not signed off yet' : `signed off by ${signedOffBy}`;
  return `${population} on ${asOf}, ${how}, ${counted(withheld, 'cell')} withheld, prepared by ${preparedBy}, ${signed}`;
}

async function worker(): Promise<CountsWork> {
  const { countsTools } = await import('../compose.ts');
  return countsWorkHere((await countsTools()).solve);
}
