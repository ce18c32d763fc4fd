/** CSV files for spreadsheets: the whole record as tables, cells that a spreadsheet will not run, and what each column holds. */

import type { Fault } from '../../record/onrecord-error.ts';
import type { ExchangeFormat, Loss } from '../format.ts';
import type { RecordFileRead } from '../record-file/read-record-file.ts';
import type { RecordFile } from '../record-file/record-file.ts';
import { readTable } from '../tables/read-csv.ts';
import { recordFromTables } from '../tables/record-from-tables.ts';
import { recordTables } from '../tables/record-tables.ts';
import type { Table, TableSet } from '../tables/table-set.ts';
import { writeCsv } from '../tables/write-csv.ts';

const TYPES = { text: 'string', integer: 'integer', real: 'number' } as const;

/** The description of a folder of CSV files (Frictionless Data Package 1, Tabular Data Package profile). */
function dataPackage({ title, about, tables }: TableSet): string {
  const resources = tables.map(({ name, about: description, key, columns }) => ({
    profile: 'tabular-data-resource',
    name: name.replaceAll('_', '-'),
    path: `${name}.csv`,
    description,
    encoding: 'utf-8',
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: TYPES[column.type],
        description: column.about,
      })),
      missingValues: [''],
      ...(key.length > 0 ? { primaryKey: key } : {}),
      foreignKeys: columns.flatMap((column) =>
        column.names === undefined
          ? []
          : [
              {
                fields: column.name,
                // A table that names itself is written as '' (Table Schema, foreign keys).
                reference: {
                  resource: column.names === name ? '' : column.names.replaceAll('_', '-'),
                  fields: 'id',
                },
              },
            ],
      ),
    },
  }));
  return `${JSON.stringify({ profile: 'tabular-data-package', name: 'onrecord-export', title, description: about, resources }, null, 2)}\n`;
}

/** What all formats made of `record.json` leave behind. */
export const STAYS_IN_THE_VAULT: Loss = {
  what: 'reviewers, reasons of decisions, rejected claims, links between reports, estimates',
  why: 'they stand in the vault; links and estimates are shown in the dossier',
};

export const SPREADSHEET: ExchangeFormat = {
  name: 'csv',
  standard: 'CSV (RFC 4180) with a Data Package description (Frictionless, profile tabular-data-package)',
  writes:
    'one CSV file a table, safe to open in a spreadsheet, and datapackage.json, which says what each column holds',
  readsBack: true,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'the difference between an empty text and none',
      why: 'a cell has one way to be empty; no column holds both',
    },
    {
      what: 'texts as they are, where a spreadsheet would run them',
      why: 'an apostrophe stands in front of = + - @; strip it when you read the file with a program',
    },
  ],
  render(file: RecordFile) {
    const set = recordTables(file);
    const files = set.tables.map((table) => ({ path: `${table.name}.csv`, content: writeCsv(table) }));
    return { files: [...files, { path: 'datapackage.json', content: dataPackage(set) }], leftOut: [] };
  },
};

/** The tables of an empty record: the columns that files are read by. */
const EMPTY: RecordFile = {
  format: 'onrecord-record-1',
  title: 'none',
  generatedAt: '2000-01-01T00:00:00Z',
  program: 'none',
  logPosition: 0,
  asOf: null,
  unreviewed: 0,
  propositions: [],
  claims: [],
  actors: [],
  sources: [],
  captures: [],
  responses: [],
  places: [],
};

/**
 * Reads a record back from its CSV files.
 *
 * @param contentOf the text of a file by its name; null: it is not there
 * @example
 * const read = readSpreadsheet((name) => texts.get(name) ?? null);
 */
export function readSpreadsheet(contentOf: (path: string) => string | null): RecordFileRead {
  const faults: Fault[] = [];
  const tables: Table[] = [];
  for (const { rows: _, ...like } of recordTables(EMPTY).tables) {
    const content = contentOf(`${like.name}.csv`);
    if (content === null) {
      faults.push({ path: `${like.name}.csv`, message: 'is not in the folder' });
      continue;
    }
    const read = readTable(content, like);
    if (read.ok) tables.push(read.table);
    else faults.push(...read.faults);
  }
  return faults.length > 0 ? { ok: false, faults } : recordFromTables(tables);
}
