/** `onrecord list`: lists of people, taken in from a table, updated from the next one, and shown. */
import { importList, type ListReport } from '../desk/lists/import-list.ts';
import { listColumns } from '../desk/lists/list-columns.ts';
import { type ListMapping, readMapping, writeMapping } from '../desk/lists/list-mapping.ts';
import { findList, showListing, showListings, showLists } from '../desk/lists/show-lists.ts';
import type { ImportProgress } from '../desk/lists/survey-table.ts';
import { type Call, type CommandFile, type Options, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, LIMIT, limitOf, wordsOf } from './figure-options.ts';
import { columnsLines, listingLines, listLines, listsLines, reportLines } from './list-lines.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { utf8Text } from './utf8-file.ts';
import { para } from './words.ts';

export const list: CommandFile = {
  name: 'list',
  summary: 'lists of people: take a table in, update it, look at it',
  description:
    'columns FILE shows the columns of a table (CSV or .xlsx) and proposes what each holds. import FILE --name NAME takes it in as a list of people, or updates the list of that name: only rows that changed are written, rows that the file no longer has are marked as gone and never deleted, and the same file twice changes nothing. With any fault in the table every fault is told, with its row, its column and what to do, and nothing is stored. show lists all lists, the listings of one, or one listing with its history. Listings are confidential: they stand in no dossier and in no package.',
  args: [
    ['<action>', 'columns, import or show'],
    ['[what]', 'columns and import: the file; show: a list, by its name or id'],
    ['[listing]', 'show: one listing, by its id or by the identifier that the list gives it'],
  ],
  options: [
    ['--name <name>', 'import: what the list is called in this record'],
    [
      '--mapping <file>',
      'import: what the columns hold (see docs/guide/lists.md); else as saved with the list',
    ],
    ['--column <mapping...>', 'import: "HEADER=property", for one column that is to be read otherwise'],
    ['--leave <header...>', 'import: a column to leave out'],
    ['--dates <order>', 'import: how dates such as 03/04/2021 are written', ['dmy', 'mdy', 'ymd']],
    ['--agree', 'import: the proposed mapping is right'],
    ['--set-aside', 'import: keep cells that cannot be read as they are written, and go on'],
    ['--dry-run', 'import: only say what would change'],
    ['--sheet <name>', 'the sheet of a workbook (the first)'],
    ['--header-row <number>', 'the row that heads the columns, 1 or more; 0: none does (found out)'],
    ['--encoding <name>', 'of a text file, for example windows-1251 (found out)'],
    ['--out <file>', 'columns: write the proposed mapping to this new file'],
    LIMIT,
    BY,
  ],
  examples: [
    [
      'onrecord list columns committee.csv --out committee.yaml',
      'looks at a table and writes a mapping to edit',
    ],
    [
      'onrecord list import committee.csv --name "Harbour committee" --mapping committee.yaml --by "A. Archivist"',
      'takes it in',
    ],
    [
      'onrecord list import committee-may.xlsx --name "Harbour committee" --dry-run',
      'says what the next file would change',
    ],
    ['onrecord list show "Harbour committee" K-17', 'one listing with its history'],
  ],
  usesVault: true,
  async run(call) {
    const [action] = call.args;
    if (action === 'columns') return columns(call);
    if (action === 'import') return takeIn(call);
    if (action === 'show') return show(call);
    throw usageError('Say what to do: columns, import or show', 'list');
  },
};

async function columns(call: Call): Promise<ExitCode> {
  const { terminal, options } = call;
  const { tables, files } = await tools();
  const file = await tables.open(fileOf(call), wordsOf(options, 'encoding'));
  const asked = { sheet: wordsOf(options, 'sheet'), headerRow: headerRowOf(options) };
  const view = await watched(call, (walk) => listColumns(file, asked, walk));
  if (view === null) return EXIT.someFailed;
  const out = wordsOf(options, 'out');
  if (out !== null) {
    const leftOut = view.columns.filter(({ proposed }) => proposed === null).map(({ header }) => header);
    const text = writeMapping(view.mapping, leftOut);
    await (await files.stage(out, new TextEncoder().encode(text))).keep();
  }
  if (terminal.json) terminal.outJson(view);
  else terminal.out(...columnsLines(view, terminal.paper));
  return EXIT.ok;
}

async function takeIn(call: Call): Promise<ExitCode> {
  const { terminal, options } = call;
  const name = wordsOf(options, 'name');
  if (name === null) throw usageError('Name the list: --name "Harbour committee"', 'list');
  const dryRun = options.dryRun === true;
  const path = fileOf(call);
  const { tables, files } = await tools();
  const mapping = await mappingOf(options, files);
  // Before the work: a vault that cannot be written is told at once.
  const desk = await call.open(dryRun ? 'read' : 'write');
  const file = await tables.open(path, wordsOf(options, 'encoding'));
  const report = await watched(call, (walk) =>
    importList(desk, {
      ...walk,
      file,
      name,
      mapping,
      edits: {
        columns: many(options, 'column'),
        leave: many(options, 'leave'),
        dates: (wordsOf(options, 'dates') ?? null) as 'dmy' | 'mdy' | 'ymd' | null,
      },
      agreed: options.agree === true,
      setAside: options.setAside === true,
      dryRun,
      by: byOf(options),
    }),
  );
  if (terminal.json) terminal.outJson(report);
  else
    terminal.out(
      ...reportLines(
        report,
        terminal.paper,
        limitOf(options, { json: false, name: 'list', usual: 30 }).limit ?? 30,
      ),
    );
  return exitOf(report);
}

function exitOf({ state }: ListReport): ExitCode {
  if (state === 'refused') return EXIT.usage;
  return state === 'stopped' ? EXIT.someFailed : EXIT.ok;
}

async function show(call: Call): Promise<ExitCode> {
  const { args, terminal, options } = call;
  const [, name, listing] = args;
  const desk = await call.open('read');
  if (name === undefined) {
    const lists = await showLists(desk);
    if (terminal.json) terminal.outJson({ lists, fitting: lists.length });
    else terminal.out(...listsLines(lists, terminal.paper));
    return EXIT.ok;
  }
  const view = await findList(desk, name);
  if (listing !== undefined) {
    const one = await showListing(desk, view, listing);
    if (terminal.json) terminal.outJson(one);
    else terminal.out(...listingLines(one.listing, terminal.paper, one.steps));
    return EXIT.ok;
  }
  const limit =
    limitOf(options, { json: terminal.json, name: 'list', usual: 20 }).limit ?? Number.POSITIVE_INFINITY;
  if (!terminal.json) terminal.out(...listLines(view, terminal.paper));
  let shown = 0;
  for await (const one of showListings(desk, view)) {
    if (shown >= limit) break;
    shown += 1;
    // One JSON document a line: a list may be larger than one document should be.
    if (terminal.json) terminal.out(JSON.stringify(one));
    else terminal.out(...listingLines(one, terminal.paper, null));
  }
  const left = view.listings + view.gone - shown;
  if (!terminal.json && left > 0)
    terminal.out('', ...para(`${left} more: --limit shows more of them.`, terminal.paper));
  return EXIT.ok;
}

async function tools() {
  const { listTools } = await import('../compose.ts');
  return listTools();
}

function fileOf({ args }: Call): string {
  const [action, path] = args;
  if (path === undefined) throw usageError(`Name the file after ${action}`, 'list');
  return path;
}

function headerRowOf(options: Options): number | null {
  const row = wordsOf(options, 'headerRow');
  if (row === null) return null;
  if (!/^\d{1,7}$/u.test(row)) throw usageError('--header-row must be a whole number, 0 or more', 'list');
  return Number(row);
}

async function mappingOf(
  options: Options,
  files: { read(path: string): Promise<Uint8Array> },
): Promise<ListMapping | null> {
  const path = wordsOf(options, 'mapping');
  const [sheet, headerRow] = [wordsOf(options, 'sheet'), headerRowOf(options)];
  if (path === null) {
    if (sheet === null && headerRow === null) return null;
    throw usageError('--sheet and --header-row belong to columns, or to import with --mapping', 'list');
  }
  const text = utf8Text(await files.read(path), path);
  const mapping = readMapping(text, path);
  return { ...mapping, sheet: sheet ?? mapping.sheet, headerRow: headerRow ?? mapping.headerRow };
}

function many(options: Options, name: string): readonly string[] {
  const value = options[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

const STEPS = { looking: 'looked through', reading: 'read', writing: 'changed, now written' } as const;

/** Runs a walk with progress; Ctrl-C stops it before anything is stored. */
async function watched<T>(
  { terminal }: Call,
  work: (walk: { signal: AbortSignal; onProgress: (told: ImportProgress) => void }) => Promise<T>,
): Promise<T> {
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: nothing is stored.'));
  try {
    return await work({
      signal: stop.signal,
      onProgress: ({ step, rows }) => progress.tell(`${rows} rows ${STEPS[step]}`),
    });
  } finally {
    progress.end();
    stop.release();
  }
}
