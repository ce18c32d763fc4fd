/**
 * A SQLite file with the whole record as tables, and the metadata by which Datasette shows it: titles, units, what each column
 * holds, and saved questions. The file itself is written by an adapter; here is only what stands in it.
 */
import type { ExchangeFormat } from '../format.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';
import { recordTables } from '../tables/record-tables.ts';
import type { TableSet } from '../tables/table-set.ts';

/** Name of the database; Datasette shows it in addresses. */
const DATABASE = 'record';

/** Datasette's metadata (docs.datasette.io, "Metadata"): the keys are its own. */
function metadata({ title, about, tables, questions }: TableSet): string {
  const described = {
    title,
    description: about,
    databases: {
      [DATABASE]: {
        tables: Object.fromEntries(
          tables.map((table) => [
            table.name,
            {
              description: table.about,
              columns: Object.fromEntries(table.columns.map((column) => [column.name, column.about])),
              ...(table.columns.some(({ name }) => name === 'text') ? { label_column: 'text' } : {}),
              ...(table.columns.some(({ name }) => name === 'shown_name')
                ? { label_column: 'shown_name' }
                : {}),
              ...(table.name === 'sources' ? { label_column: 'title' } : {}),
            },
          ]),
        ),
        queries: Object.fromEntries(
          questions.map(({ name, title: asked, sql }) => [name, { title: asked, sql }]),
        ),
      },
    },
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

export const DATASETTE: ExchangeFormat = {
  name: 'sqlite',
  standard: 'SQLite 3, with Datasette metadata (datasette record.sqlite --metadata metadata.json)',
  writes:
    'record.sqlite with the same tables as csv, keys between them, and metadata.json with saved questions',
  readsBack: true,
  losses: [STAYS_IN_THE_VAULT],
  render(file) {
    const set = recordTables(file);
    return {
      files: [
        { path: `${DATABASE}.sqlite`, tables: set },
        { path: 'metadata.json', content: metadata(set) },
      ],
      leftOut: [],
    };
  },
};
