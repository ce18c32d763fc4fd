/** What the commands for things that people put on record share: list, record and withdraw, and how each tells what it did. */
import type { OpenDesk } from '../compose.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { type Call, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { byOf, wordsOf } from './figure-options.ts';
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

/**
 * Prints a list's rows, as many as were asked for.
 *
 * @param limit undefined: all
 * @param none what is said where no row fits
 * @example
 * await printRows(call, desk, { title: 'Places', rows: fitting, limit: 30, none: 'None fits.', lines: placeLines });
 */
export async function printRows<T>(
  { terminal }: Call,
  desk: OpenDesk,
  list: {
    readonly title: string;
    readonly rows: readonly T[];
    readonly limit: number | undefined;
    readonly none: string;
    lines(row: T, page: Page): readonly string[];
  },
): Promise<void> {
  const { paper } = terminal;
  const page = { paper, letters: idLetters(await desk.store.counts()) };
  const shown = list.rows.slice(0, list.limit);
  terminal.out(...heading(list.title, paper));
  if (list.rows.length === 0) terminal.out(...para(list.none, paper));
  for (const row of shown) terminal.out(...list.lines(row, page));
  const left = list.rows.length - shown.length;
  if (left > 0) terminal.out('', ...para(`${left} more: --limit shows more of them.`, paper));
}
