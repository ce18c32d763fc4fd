/** What the commands for things that people put on record share: list, record and withdraw, and how each tells what it did. */
import type { OpenDesk } from '../compose.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { type Call, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { byOf, limitOf, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { heading, type Page, para, shortId } from './words.ts';

interface Decision {
  readonly by: string | null;
  readonly reason: string | null;
}

export interface RecordedThing {
  /** The command's word, such as `incident`. */
  readonly name: string;
  /** With its article: `an incident`. */
  readonly one: string;
  list(call: Call): Promise<ExitCode>;
  /** @param id of the thing to change, or its beginning; null for a new one */
  record(desk: OpenDesk, call: Call, id: string | null, decision: Decision): Promise<string>;
  withdraw(desk: OpenDesk, decision: Decision & { readonly id: string }): Promise<string>;
  /** What else one can do with what was put on record; null for nothing. @param name its short id, with the vault's flags */
  next(name: string): string | null;
  /** What is said once it was taken back. */
  readonly gone: string;
}

/**
 * Runs one action of the command.
 *
 * @throws OnRecordError `bad-usage` for another action, or an id where none is wanted or wanted where none is
 * @example
 * await runRecorded(call, INCIDENT); // EXIT.ok
 */
export async function runRecorded(call: Call, thing: RecordedThing): Promise<ExitCode> {
  const [action, id = null] = call.args;
  const { name } = thing;
  if (action === 'list') {
    if (id !== null) throw usageError('list takes no id; narrow it with --words', name);
    return thing.list(call);
  }
  if (action !== 'record' && action !== 'withdraw')
    throw usageError(`The first word after ${name} must be list, record or withdraw`, name);
  const { options, terminal } = call;
  const decision = { by: byOf(options), reason: wordsOf(options, 'reason') };
  if (action === 'withdraw') {
    if (id === null) throw usageError(`withdraw needs ${thing.one}`, name);
    const gone = await thing.withdraw(await call.open('write'), { id, ...decision });
    if (terminal.json) terminal.outJson({ id: gone });
    else terminal.out(thing.gone);
    return EXIT.ok;
  }
  const desk = await call.open('write');
  const made = await thing.record(desk, call, id, decision);
  if (terminal.json) terminal.outJson({ id: made });
  else {
    const short = shortId(made, { paper: terminal.paper, letters: idLetters(await desk.store.counts()) });
    const named = `${short}${placeFlags(call)}`;
    const next = thing.next(named);
    const back = `Take it back with: onrecord ${name} withdraw ${named} --reason "…"`;
    terminal.out([`On record: ${short}.`, ...(next === null ? [] : [next]), back].join(' '));
  }
  return EXIT.ok;
}

/** How the action `list` finds and shows things. */
export interface RecordedList<Row, View> {
  /** The command's word. */
  readonly name: string;
  readonly title: string;
  /** All rows there are, and of these the ones that fit what was asked for. */
  find(
    desk: OpenDesk,
    includeProposed: boolean,
  ): Promise<{ readonly rows: readonly Row[]; readonly fitting: readonly Row[] }>;
  view(row: Row): View;
  /** The answer for programs. */
  json(answer: {
    readonly shown: readonly View[];
    readonly fitting: number;
    readonly rows: readonly Row[];
  }): object;
  /** What is said where no row fits. */
  none(rows: readonly Row[]): string;
  lines(row: Row, page: Page): readonly string[];
}

/**
 * Shows the rows that fit, as many as were asked for (30 when nothing was said).
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * await listRecorded(call, { name: 'place', title: 'Places', find, view: viewPlace, json, none, lines: placeLines });
 */
export async function listRecorded<Row, View>(call: Call, list: RecordedList<Row, View>): Promise<ExitCode> {
  const { options, terminal } = call;
  const { limit } = limitOf(options, { json: terminal.json, name: list.name, usual: 30 });
  const desk = await call.open('read');
  const { rows, fitting } = await list.find(desk, options.includeProposed === true);
  const shown = fitting.slice(0, limit);
  if (terminal.json) {
    terminal.outJson(list.json({ shown: shown.map(list.view), fitting: fitting.length, rows }));
    return EXIT.ok;
  }
  const { paper } = terminal;
  const page = { paper, letters: idLetters(await desk.store.counts()) };
  terminal.out(...heading(list.title, paper));
  if (fitting.length === 0) terminal.out(...para(list.none(rows), paper));
  for (const row of shown) terminal.out(...list.lines(row, page));
  const left = fitting.length - shown.length;
  if (left > 0) terminal.out('', ...para(`${left} more: --limit shows more of them.`, paper));
  return EXIT.ok;
}
