/**
 * Stance: the eight things an actor can do with a proposition, read by the whole reader from invented sentences in
 * many registers (bench/language/stance/). The table was written before the rules were looked at; which half a row
 * falls into is decided by a hash of its text (FNV-1a, lowest bit). `dev` prints every miss; `held-out` is only ever
 * printed as totals. Where it lagged, new rows of the same phenomena were written (`dev-more`): they are no part of the
 * figure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STANCES } from '../../src/record/stance.ts';
import {
  answerFor,
  isRight,
  readStanceCases,
  type StanceAnswer,
  type StanceCase,
} from '../../src/text/stance.cases.ts';
import { type Context, type Figures, type Part, rounded } from './part.ts';

interface Judged {
  readonly row: StanceCase;
  readonly answer: StanceAnswer;
  readonly right: boolean;
}

function judgedOf(file: string): readonly Judged[] {
  const rows = readStanceCases(readFileSync(join(import.meta.dirname, 'stance', file), 'utf8'));
  return rows.map((row) => {
    const answer = answerFor(row);
    return { row, answer, right: isRight(row, answer) };
  });
}

function share(judged: readonly Judged[], right: (one: Judged) => boolean): number {
  return judged.length === 0 ? 1 : rounded(judged.filter(right).length / judged.length);
}

function sayMisses(context: Context, judged: readonly Judged[]): void {
  for (const { row, answer, right } of judged) {
    if (!right)
      context.say(`missed ${row.id} ${row.phenomenon}: ${answer.stance}, not ${row.stance}: ${row.text}`);
    else if (row.date !== undefined && row.date !== answer.date)
      context.say(`date   ${row.id} ${row.phenomenon}: ${answer.date}, not ${row.date}: ${row.text}`);
    else if (answer.force !== null && answer.force !== row.force)
      context.say(`force  ${row.id} ${row.phenomenon}: ${answer.force}, not ${row.force}: ${row.text}`);
  }
}

function sayPhenomena(context: Context, judged: readonly Judged[]): void {
  const names = [...new Set(judged.map(({ row }) => row.phenomenon))].sort();
  for (const name of names) {
    const of = judged.filter(({ row }) => row.phenomenon === name);
    const right = of.filter((one) => one.right).length;
    context.say(`${name.padEnd(22)} ${String(right).padStart(3)} of ${String(of.length).padStart(3)}`);
  }
}

/** Rows: what a careful reader takes; columns: what was read. */
function sayConfusion(context: Context, judged: readonly Judged[]): void {
  const columns = [...STANCES, 'none'] as const;
  context.say(
    `${'expected \\ read'.padEnd(16)}${columns.map((name) => name.slice(0, 8).padStart(9)).join('')}`,
  );
  for (const expected of STANCES) {
    const of = judged.filter(({ row }) => row.stance === expected);
    const cells = columns.map(
      (name) => of.filter(({ answer, right }) => (right ? expected : answer.stance) === name).length,
    );
    context.say(`${expected.padEnd(16)}${cells.map((count) => String(count).padStart(9)).join('')}`);
  }
}

async function run(context: Context): Promise<Figures> {
  const dev = judgedOf('dev.jsonl');
  const heldOut = judgedOf('held-out.jsonl');
  const more = judgedOf('dev-more.jsonl');
  const all = [...dev, ...heldOut];
  sayMisses(context, [...dev, ...more]);
  context.say('');
  sayPhenomena(context, all);
  context.say('');
  sayConfusion(context, all);
  const accuracy = (judged: readonly Judged[]): number => share(judged, (one) => one.right);
  const dated = all.filter(({ row }) => row.date !== undefined);
  const found = all.filter(({ answer }) => answer.force !== null);
  const figures = {
    stance: accuracy(all),
    dev: accuracy(dev),
    held_out: accuracy(heldOut),
    n: all.length,
    dev_more: accuracy(more),
    silent_date: share(dated, ({ row, answer }) => row.date === answer.date),
    force: share(found, ({ row, answer }) => row.force === answer.force),
  };
  context.say('');
  context.say(
    `accuracy ${figures.stance} of ${figures.n} sentences (dev ${figures.dev} of ${dev.length}, held out ` +
      `${figures.held_out} of ${heldOut.length}; written later for tuning, not in the figure: ${figures.dev_more} of ${more.length}); day of silence ${figures.silent_date} of ${dated.length}; ` +
      `force of the cue ${figures.force} of the ${found.length} with a cue`,
  );
  return figures;
}

/** The part `stance`: its figures are fractions of rows, `n` the number of rows. */
export const stance: Part = {
  name: 'stance',
  about: 'speaker and stance of invented sentences in many registers, by the whole reader',
  run,
};
