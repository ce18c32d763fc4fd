/** `onrecord exchange`: writes the published record in a format that other programs speak, and says what that format cannot hold. */
import { exchangeTools, programVersion } from '../compose.ts';
import { MACHINE } from '../desk/desk.ts';
import { type ExchangeOutcome, exchangeRecord, recordIn, recordOf } from '../desk/exchange-record.ts';
import { EXCHANGE_FORMATS } from '../exchange/formats.ts';
import type { RecordFile } from '../exchange/record-file/record-file.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { counted, para } from './words.ts';

export const exchange: CommandFile = {
  name: 'exchange',
  summary: 'write the published record in a format of others',
  description:
    'Without --as, lists the formats with what each cannot hold. With --as and --out, writes a folder with what a dossier of the same record would publish, in that format, and a READ-ME.txt that says what was lost. Claims that people accepted are written; --include-proposed adds what nobody has reviewed, marked as such. With --from, a record.json of a dossier is read and no vault is opened, so that anybody who has a dossier can do it. A folder that onrecord wrote before is replaced; any other is left alone.',
  args: [],
  options: [
    ['--as <format>', 'which format', EXCHANGE_FORMATS.map(({ name }) => name)],
    ['--out <folder>', 'where to write it; a folder that is new or empty, or an export'],
    ['--from <file>', 'a record.json of a dossier, instead of a vault'],
    ['--base <address>', 'what ids are put behind, for example https://example.org/record/ (urn:onrecord:)'],
    ['--title <words>', 'title of the export'],
    ['--include-proposed', 'put machine proposals in that nobody has reviewed, marked as such'],
    BY,
  ],
  examples: [
    ['onrecord exchange', 'lists the formats and what each loses'],
    ['onrecord exchange --as csv --out ./tables', 'writes tables that are safe to open in a spreadsheet'],
    [
      'onrecord exchange --as sqlite --from ./onrecord-dossier/record.json --out ./database',
      'makes a database of a published dossier, without its vault',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const as = wordsOf(options, 'as');
    if (as === null) return formats(call);
    const folder = wordsOf(options, 'out');
    if (folder === null) throw usageError('--out names the folder that is written', 'exchange');
    const { files, output, database } = await exchangeTools();
    const file = await recordFor(call, files);
    const order = { as, folder, base: wordsOf(options, 'base'), output, database };
    const outcome = await exchangeRecord(file, order);
    if (terminal.json) terminal.outJson(outcome);
    else terminal.out(...outcomeLines(outcome, call));
    return EXIT.ok;
  },
};

async function recordFor(
  call: Call,
  files: { read(path: string): Promise<Uint8Array> },
): Promise<RecordFile> {
  const { options } = call;
  const from = wordsOf(options, 'from');
  if (from === null) {
    const desk = await call.open('try-write');
    return recordOf(desk, {
      log: desk.readOnly ? null : (byOf(options) ?? MACHINE),
      includeProposed: options.includeProposed === true,
      title: wordsOf(options, 'title'),
      version: await programVersion(),
    });
  }
  if (options.includeProposed === true || wordsOf(options, 'title') !== null)
    throw usageError(
      '--title and --include-proposed belong to a vault: a record.json is taken as it is',
      'exchange',
    );
  return recordIn(new TextDecoder().decode(await files.read(from)), from);
}

function formats({ terminal }: Call): ExitCode {
  if (terminal.json) {
    terminal.outJson({
      formats: EXCHANGE_FORMATS.map(({ name, standard, writes, readsBack, losses }) => ({
        name,
        standard,
        writes,
        readsBack,
        losses,
      })),
    });
    return EXIT.ok;
  }
  const lines = EXCHANGE_FORMATS.flatMap(({ name, standard, writes, losses }) => [
    name,
    ...para(`  ${standard}`, terminal.paper),
    ...para(`  Writes ${writes}.`, terminal.paper),
    ...para(`  Loses: ${losses.map(({ what }) => what).join('; ')}.`, terminal.paper),
    '',
  ]);
  terminal.out(...lines, 'Write one with: onrecord exchange --as FORMAT --out FOLDER');
  return EXIT.ok;
}

function outcomeLines(outcome: ExchangeOutcome, { terminal }: Call): readonly string[] {
  const { paper } = terminal;
  const claims =
    outcome.unreviewed === 0
      ? counted(outcome.claims, 'accepted claim')
      : `${counted(outcome.claims, 'claim')}, of which ${outcome.unreviewed} nobody has reviewed`;
  return [
    `Written as ${outcome.format}: ${counted(outcome.files.length, 'file')}, ${claims}.`,
    '',
    'This format cannot hold:',
    ...outcome.losses.flatMap(({ what, why }) => para(`  ${what}: ${why}.`, paper)),
    ...(outcome.leftOut.length === 0 ? [] : ['', 'Left out of it:']),
    ...outcome.leftOut.flatMap(({ what, count, why }) => para(`  ${count} ${what}: ${why}.`, paper)),
    '',
    outcome.folder,
  ];
}
