/** `onrecord import`: takes in files of other tools, or says what would be taken in. */
import { exchangeTools, openReader } from '../compose.ts';
import { type ImportReport, importFile } from '../desk/import-file.ts';
import { HANDLINGS } from '../desk/vocabulary.ts';
import { IMPORT_FORMATS } from '../exchange/imports/import-formats.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { listenForStop } from './stop-signal.ts';
import { utf8Text } from './utf8-file.ts';
import { counted, para } from './words.ts';

export const importCommand: CommandFile = {
  name: 'import',
  summary: 'take in files of other tools',
  description:
    'Without arguments, lists what is taken in. With a format and a file, each text in the file becomes a source, with what the file says of it (title, address, day, language, publisher), as capture would keep it; propose reads it afterwards like any other. With any fault in the file every fault is told, with its line and what to do, and nothing is stored. The same file twice stores nothing new; --dry-run only says what would be stored. Web archives (WACZ, WARC) are taken in with capture, lists of people with list import. No claim is taken from an entity of others: nobody says in which words it is so.',
  args: [
    ['[format]', 'which tool the file comes from'],
    ['[file]', 'the file'],
  ],
  options: [
    ['--dry-run', 'only say what would be stored'],
    ['--handling <handling>', 'who may see the sources (internal when not given)', HANDLINGS],
    BY,
  ],
  examples: [
    ['onrecord import', 'lists what is taken in'],
    ['onrecord import uwazi cases.csv --dry-run', 'says what of an export of Uwazi would be stored'],
    ['onrecord import auto-archiver sheet.csv --by "A. Archivist"', 'takes a sheet of Auto Archiver in'],
  ],
  usesVault: true,
  async run(call) {
    const [format, path, extra] = call.args;
    if (format === undefined) return listed(call);
    if (path === undefined || extra !== undefined) throw usageError('Name the format and one file', 'import');
    const { terminal, options } = call;
    const dryRun = options.dryRun === true;
    const { files } = await exchangeTools();
    const desk = await call.open(dryRun ? 'read' : 'write');
    const content = utf8Text(await files.read(path), path);
    const reader = await openReader();
    const stop = listenForStop(() => terminal.err('Stopping after this text.'));
    try {
      const report = await importFile(desk, {
        format,
        content,
        shown: path,
        dryRun,
        handling: HANDLINGS.find((one) => one === wordsOf(options, 'handling')) ?? null,
        reader,
        agent: byOf(options),
        signal: stop.signal,
      });
      if (terminal.json) terminal.outJson(report);
      else terminal.out(...reportLines(report, path, call));
      return exitOf(report);
    } finally {
      stop.release();
      await reader.close();
    }
  },
};

function exitOf({ state, failed }: ImportReport): ExitCode {
  if (state === 'refused') return EXIT.usage;
  return state === 'stopped' || failed.length > 0 ? EXIT.someFailed : EXIT.ok;
}

function listed({ terminal }: Call): ExitCode {
  if (terminal.json) {
    terminal.outJson({
      formats: IMPORT_FORMATS.map(({ name, file, takes, leaves }) => ({ name, file, takes, leaves })),
    });
    return EXIT.ok;
  }
  const lines = IMPORT_FORMATS.flatMap(({ name, file, takes, leaves }) => [
    name,
    ...para(`  From ${file}: ${takes}. Leaves ${leaves}.`, terminal.paper),
    '',
  ]);
  terminal.out(
    ...lines,
    ...para(
      'Web archives (WACZ, WARC) are taken in with: onrecord capture. Lists of people with: onrecord list import.',
      terminal.paper,
    ),
  );
  return EXIT.ok;
}

function reportLines(report: ImportReport, path: string, { terminal }: Call): readonly string[] {
  const { paper } = terminal;
  if (report.state === 'refused')
    return [
      `${path} has ${counted(report.faults.length, 'fault')}. Nothing was stored.`,
      ...report.faults.flatMap(({ path: at, message }) => para(`  ${at} ${message}.`, paper)),
    ];
  const texts = counted(report.found, 'text');
  const sum =
    report.state === 'planned'
      ? `${texts} found: ${report.fresh} would be stored, ${report.known} already stored.`
      : `${texts} found: ${report.fresh} newly stored, ${report.known} already stored.`;
  return [
    sum,
    ...report.notTaken.flatMap(({ what, count, why }) =>
      para(`  ${count} ${what} not taken: ${why}.`, paper),
    ),
    ...report.failed.flatMap(({ path: at, message }) => para(`  ${at}: ${message}`, paper)),
    ...(report.state === 'stopped' ? ['Stopped. Run it again to go on: what is stored stays.'] : []),
  ];
}
