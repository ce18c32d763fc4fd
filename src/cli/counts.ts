/** `onrecord counts`: what of a table of counts may be published, and what anybody could compute from it. */
import type { CountsTools } from '../compose.ts';
import type { CheckedSheets } from '../desk/disclosure/check-sheets.ts';
import type { SheetReading } from '../desk/disclosure/sheet-tables.ts';
import type { CountSheet } from '../exchange/count-sheet.ts';
import { type Call, type CommandFile, type Options, usageError } from './command.ts';
import { countsLines } from './counts-lines.ts';
import { GROUP_OPTION, groupsGiven, RULE_OPTIONS, ruleGiven } from './disclosure-options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { wordsOf } from './figure-options.ts';
import { utf8Text } from './utf8-file.ts';

export const counts: CommandFile = {
  name: 'counts',
  summary: 'small numbers in tables: what may be published of them',
  description:
    'Checks tables of counts of people before they are published. Cells of few people are withheld, and with them as many others as it takes so that nobody can compute a withheld one from the sums; the attack on the result is run and shown, together with all tables that were published before. Several tables given at once count the same people and are published together. Nothing is published or kept, and no vault is opened. FILE.csv is long, with a column "count" and one for each axis, or crossed, with both axes named in its corner ("state \\ answer").',
  args: [
    ['<action>', 'check'],
    ['<tables...>', 'tables of counts, CSV, with their totals'],
  ],
  options: [
    ['--earlier <file...>', 'tables as they were published before, the oldest first; empty or “x”: withheld'],
    ...RULE_OPTIONS,
    [
      '--sensitive <axis...>',
      'axes that say something about a person, such as an answer: a full row is protected',
    ],
    GROUP_OPTION,
    ['--total <label>', 'label of the totals (total, all and the like when not given)'],
    ['--out <file>', 'write the table as it may be published to this new file, CSV'],
  ],
  examples: [
    ['onrecord counts check states.csv', 'shows what to withhold and what an attacker gets'],
    ['onrecord counts check july.csv --earlier may.csv june.csv', 'compares with what is out already'],
    ['onrecord counts check states.csv --round 5 --out public.csv', 'rounds, and writes the result'],
  ],
  usesVault: false,
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const [action, ...paths] = call.args;
  if (action !== 'check') throw usageError('Say what to do: check', 'counts');
  const { options, terminal } = call;
  const out = wordsOf(options, 'out');
  if (out !== null && paths.length > 1)
    throw usageError('--out writes one table: give one, or take --json', 'counts');
  const [{ checkSheets, disclosureRule, MOST_EARLIER }, { countsTools }] = await Promise.all([
    import('../desk/disclosure/check-sheets.ts'),
    import('../compose.ts'),
  ]);
  const earlierPaths = listOf(options, 'earlier');
  if (earlierPaths.length > MOST_EARLIER)
    throw usageError(`--earlier takes at most ${MOST_EARLIER} tables`, 'counts');
  const rule = disclosureRule(ruleGiven(options, 'counts'));
  const reading = readingOf(options);
  const tools = await countsTools();
  const [sheets, earlier] = [await sheetsAt(tools, paths), await sheetsAt(tools, earlierPaths)];
  const checked = checkSheets({ sheets, earlier, reading, rule, solve: tools.solve });
  if (out !== null) await write(tools, out, checked);
  if (terminal.json) terminal.outJson(checked);
  else terminal.out(...countsLines(checked, terminal.paper));
  return EXIT.ok;
}

function readingOf(options: Options): SheetReading {
  const groups = groupsGiven(options, 'counts');
  return { total: wordsOf(options, 'total'), groups, sensitive: listOf(options, 'sensitive') };
}

function listOf(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

async function sheetsAt({ files }: CountsTools, paths: readonly string[]): Promise<readonly CountSheet[]> {
  const { readCountSheet } = await import('../exchange/count-sheet.ts');
  const found: CountSheet[] = [];
  for (const path of paths) {
    const bytes = await files.read(path);
    found.push(readCountSheet(utf8Text(bytes, path), path));
  }
  return found;
}

async function write({ files }: CountsTools, out: string, { tables }: CheckedSheets): Promise<void> {
  const { writeCountSheet } = await import('../exchange/count-sheet.ts');
  const [table] = tables;
  if (table === undefined) return;
  const staged = await files.stage(out, new TextEncoder().encode(writeCountSheet(table)));
  await staged.keep();
}
