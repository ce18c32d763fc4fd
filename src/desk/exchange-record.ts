/**
 * Writes the published record in a format that others speak: what a dossier of the same order would publish, and nothing
 * else. With the file of a dossier in hand no vault is needed.
 */
import { renderRecord } from '../dossier/render-dossier.ts';
import { type ExportedFile, type LeftOut, type Loss, URN_BASE } from '../exchange/format.ts';
import { EXCHANGE_FORMATS } from '../exchange/formats.ts';
import { lossPage } from '../exchange/loss-page.ts';
import { readRecordFile } from '../exchange/record-file/read-record-file.ts';
import type { RecordFile } from '../exchange/record-file/record-file.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import type { OutputFile, OutputFolder } from './ports/output-folder.ts';
import type { TableDatabase } from './ports/table-database.ts';
import { type PublishedOrder, publishedInput } from './published-input.ts';

export interface ExchangeOrder {
  /** Name of a format. */
  readonly as: string;
  /** Where to write. */
  readonly folder: string;
  /** What ids are put behind; null: `urn:onrecord:`. */
  readonly base: string | null;
  readonly output: OutputFolder;
  readonly database: TableDatabase;
}

export interface ExchangeOutcome {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly format: string;
  readonly standard: string;
  /** Paths in the folder. */
  readonly files: readonly string[];
  readonly claims: number;
  /** Proposals among them. */
  readonly unreviewed: number;
  readonly losses: readonly Loss[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The published record of a vault, as its dossier would hold it.
 *
 * @example
 * const file = await recordOf(desk, { includeProposed: false, title: null, version, log: null });
 */
export async function recordOf(desk: Desk, order: Omit<PublishedOrder, 'assets'>): Promise<RecordFile> {
  const { content } = renderRecord(await publishedInput(desk, { ...order, assets: [] }));
  return recordIn(String(content), 'The published record');
}

/**
 * The record in the text of a `record.json`.
 *
 * @param shown what it is called in an error
 * @throws OnRecordError `unreadable-file` with every fault
 * @example
 * const file = recordIn(text, 'dossier/record.json');
 */
export function recordIn(text: string, shown: string): RecordFile {
  const read = readRecordFile(text);
  if (read.ok) return read.file;
  throw new OnRecordError(
    'unreadable-file',
    `${shown} is no record.json that this version can read: ${read.faults.length === 1 ? 'one fault' : `${read.faults.length} faults`}.`,
    { subject: shown, faults: read.faults },
  );
}

/**
 * Writes a record in a format, with a page beside it that says what the format cannot hold.
 *
 * @throws OnRecordError `bad-usage` for a format that is not known and for a folder with other files
 * @example
 * const { losses } = await exchangeRecord(file, { as: 'csv', folder: './tables', base: null, output, database });
 */
export async function exchangeRecord(file: RecordFile, order: ExchangeOrder): Promise<ExchangeOutcome> {
  const format = EXCHANGE_FORMATS.find(({ name }) => name === order.as);
  if (format === undefined)
    throw new OnRecordError(
      'bad-usage',
      `There is no format "${order.as}". Known are: ${EXCHANGE_FORMATS.map(({ name }) => name).join(', ')}.`,
    );
  const { files, leftOut } = format.render(file, { base: baseOf(order.base) });
  const written: OutputFile[] = [{ path: 'READ-ME.txt', content: lossPage({ file, format, leftOut }) }];
  for (const one of files) written.push(await outputFile(one, order.database));
  const folder = await order.output.write(order.folder, written);
  return {
    folder,
    format: format.name,
    standard: format.standard,
    files: written.map(({ path }) => path),
    claims: file.claims.length,
    unreviewed: file.unreviewed,
    losses: format.losses,
    leftOut,
  };
}

function baseOf(base: string | null): string {
  if (base === null) return URN_BASE;
  if (URL.canParse(base) && /[/#:]$/u.test(base)) return base;
  throw new OnRecordError(
    'bad-usage',
    'The base must be an address that ends with "/", "#" or ":", for example https://example.org/record/',
  );
}

async function outputFile(file: ExportedFile, database: TableDatabase): Promise<OutputFile> {
  return 'tables' in file ? { path: file.path, content: await database.bytes(file.tables) } : file;
}
