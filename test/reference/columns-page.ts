/** docs/guide/columns.md, from what the formats of `onrecord exchange` write of an invented record. */
import { kessarFile } from '../../src/exchange/fixtures/kessar-file.ts';
import { URN_BASE } from '../../src/exchange/format.ts';
import { EXCHANGE_FORMATS } from '../../src/exchange/formats.ts';

interface Resource {
  readonly path: string;
  readonly description: string;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
    }[];
  };
}

const cell = (words: string): string => words.replaceAll('|', '\\|');

function described({ path, description, schema }: Resource): readonly string[] {
  return [
    `### ${path}`,
    '',
    description,
    '',
    '| column | type | what it holds |',
    '|---|---|---|',
    ...schema.fields.map(
      ({ name, type, description: about }) => `| \`${name}\` | ${type} | ${cell(about)} |`,
    ),
    '',
  ];
}

function named(path: string, content: string): readonly string[] {
  const head = (content.replace(/^\uFEFF/u, '').split(/\r?\n/u)[0] ?? '').split(',');
  return [`### ${path}`, '', head.map((name) => `\`${name.replaceAll('"', '')}\``).join(', '), ''];
}

const textOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/**
 * The whole page.
 *
 * @example
 * writeFileSync('docs/guide/columns.md', columnsPage());
 */
export function columnsPage(): string {
  const lines = [
    '# Columns of exports',
    '',
    'Made from what the program writes; not by hand. An empty cell is null: not stated, never zero. In tables for people a text that a',
    'spreadsheet would take for a formula has an apostrophe before it. Positions in texts are code points, 0-based, end exclusive.',
    'The columns that `estimate` and `counts` read and write stand with these commands in [all commands](cli.md); the fields of',
    '`record.json` in [record.json](record-json.md).',
    '',
  ];
  for (const format of EXCHANGE_FORMATS) {
    const { files } = format.render(kessarFile(), { base: URN_BASE });
    const texts = new Map(
      files.flatMap((file) => ('content' in file ? [[file.path, textOf(file.content)] as const] : [])),
    );
    const tables = [...texts].filter(([path]) => path.endsWith('.csv'));
    if (tables.length === 0) continue;
    const about = texts.get('datapackage.json');
    lines.push(`## ${format.name}`, '', `${format.standard}.`, '');
    if (about === undefined) lines.push(...tables.flatMap(([path, content]) => named(path, content)));
    else {
      const { resources } = JSON.parse(about) as { resources: readonly Resource[] };
      lines.push(...resources.flatMap(described));
    }
    if (format.name === 'csv') lines.push('`sqlite` writes the same tables and columns.', '');
  }
  return lines.join('\n');
}
