/**
 * The mapping of a list's columns as people write and keep it: a YAML file, or flags. The format is described in
 * docs/guide/lists.md. A mapping names columns by their headers, so that a file with its columns in another order is read alike.
 */
import { parse, stringify } from 'yaml';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import {
  DATE_ORDERS,
  DATE_PROPERTIES,
  type DateOrder,
  LIST_PROPERTIES,
  type ListProperty,
  type MappedColumn,
  type VictimList,
} from '../../record/victim-list.ts';
import { propertiesNamed } from './header-words.ts';
import { canonicalLanguage } from './languages.ts';
import type { TableHead } from './table-head.ts';

/** Name and version of the format. */
export const MAPPING_FORMAT = 'onrecord-list-mapping-1';

/** How a table is to be read. */
export type ListMapping = Pick<VictimList, 'columns' | 'sheet'> & {
  /** Null: to be found out. */
  readonly headerRow: number | null;
};

/**
 * Proposes a mapping from the headers of a table; columns that are not known are left out.
 *
 * @example
 * proposeMapping({ headerRow: 1, headers: ['No', 'Name', 'Age'] }, null).columns.length; // 3
 */
export function proposeMapping(head: TableHead, sheet: string | null): ListMapping {
  const taken = new Set<ListProperty>();
  const headed = head.headers.map((header) => header.replace(/ \(\d+\)$/, ''));
  const properties = propertiesNamed(headed);
  const columns = head.headers.flatMap((header, at): readonly MappedColumn[] => {
    const property = properties[at] ?? null;
    if (property === null || (taken.has(property) && !MANY.has(property))) return [];
    taken.add(property);
    return [{ header, property, lang: canonicalLanguage(header), dates: null }];
  });
  return { columns, sheet, headerRow: head.headerRow };
}

const MANY: ReadonlySet<ListProperty> = new Set<ListProperty>([
  'name',
  'given',
  'family',
  'father',
  'born-at',
  'lived-at',
  'died-at',
  'note',
]);

/**
 * A mapping as a file, with the headers that it leaves out named for people.
 *
 * @example
 * writeMapping(mapping, ['Remarks']);
 */
export function writeMapping(mapping: ListMapping, leftOut: readonly string[]): string {
  return stringify({
    format: MAPPING_FORMAT,
    ...(mapping.sheet === null ? {} : { sheet: mapping.sheet }),
    ...(mapping.headerRow === null ? {} : { 'header-row': mapping.headerRow }),
    columns: mapping.columns.map(({ header, property, lang, dates }) => ({
      header,
      is: property,
      ...(lang === null ? {} : { lang }),
      ...(dates === null ? {} : { dates }),
    })),
    ...(leftOut.length === 0 ? {} : { 'left-out': leftOut }),
  });
}

/**
 * Reads a mapping file.
 *
 * @param name of the file, for messages
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * readMapping('format: onrecord-list-mapping-1\ncolumns:\n  - {header: Name, is: name}\n', 'map.yaml').columns.length; // 1
 */
export function readMapping(text: string, name: string): ListMapping {
  const faults: Fault[] = [];
  const note = (path: string, message: string): void => void faults.push({ path, message });
  const given = parsed(text, name);
  if (given.format !== MAPPING_FORMAT) note('format', `must be ${MAPPING_FORMAT}`);
  for (const key of Object.keys(given))
    if (!['format', 'sheet', 'header-row', 'columns', 'left-out'].includes(key))
      note(key, 'is no part of a mapping: format, sheet, header-row, columns, left-out');
  const headerRow = given['header-row'] ?? null;
  if (headerRow !== null && !(Number.isSafeInteger(headerRow) && Number(headerRow) >= 0))
    note('header-row', 'must be the number of a row, 0 for none');
  const sheet = given.sheet ?? null;
  if (sheet !== null && typeof sheet !== 'string') note('sheet', 'must be the name of a sheet');
  const listed: readonly unknown[] = Array.isArray(given.columns) ? given.columns : [];
  if (listed.length === 0) note('columns', 'must list at least one column, each with header and is');
  const columns = listed.map((one, at) =>
    readColumn(one, (key, message) => note(`columns[${at}]${key}`, message)),
  );
  if (faults.length > 0)
    throw new OnRecordError('invalid-record', `${name} is no mapping that can be used.`, {
      faults,
      subject: name,
    });
  return { columns, sheet: sheet as string | null, headerRow: headerRow as number | null };
}

function parsed(text: string, name: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read))
      return read as Record<string, unknown>;
  } catch {
    // Told below; what the parser says may repeat the file.
  }
  throw new OnRecordError('invalid-record', `${name} is no YAML with the fields of a mapping.`, {
    subject: name,
  });
}

function readColumn(given: unknown, note: (key: string, message: string) => void): MappedColumn {
  const { header, is, lang, dates, ...rest } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Record<string, unknown>;
  for (const key of Object.keys(rest)) note(`.${key}`, 'is no part of a column: header, is, lang, dates');
  if (typeof header !== 'string' || header.trim() === '')
    note('.header', 'must be the header as the file has it');
  const property = LIST_PROPERTIES.find((one) => one === is);
  if (property === undefined) note('.is', `must be one of: ${LIST_PROPERTIES.join(', ')}`);
  const order = DATE_ORDERS.find((one) => one === dates);
  if (dates !== undefined && order === undefined) note('.dates', `must be one of: ${DATE_ORDERS.join(', ')}`);
  return {
    header: String(header),
    property: property ?? 'note',
    lang: typeof lang === 'string' ? lang : null,
    dates: order ?? null,
  };
}

/** What flags change of a mapping. */
export interface MappingEdits {
  /** "HEADER=property", as many as there are. */
  readonly columns: readonly string[];
  /** Headers to leave out. */
  readonly leave: readonly string[];
  /** Order of all dates; null: not said. */
  readonly dates: DateOrder | null;
}

/**
 * A mapping with what flags change of it.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * editMapping(mapping, { columns: ['Surname=family'], leave: [], dates: 'dmy' });
 */
export function editMapping(mapping: ListMapping, edits: MappingEdits): ListMapping {
  let columns = mapping.columns.filter(({ header }) => !edits.leave.includes(header));
  for (const edit of edits.columns) {
    const at = edit.lastIndexOf('=');
    const [header, is] = [edit.slice(0, at).trim(), edit.slice(at + 1).trim()];
    const property = LIST_PROPERTIES.find((one) => one === is);
    if (at < 1 || property === undefined)
      throw new OnRecordError(
        'bad-usage',
        `--column takes "HEADER=what it is"; what it is must be one of: ${LIST_PROPERTIES.join(', ')}.`,
      );
    const known = columns.find((one) => one.header === header);
    const changed: MappedColumn = { header, lang: null, dates: null, ...known, property };
    columns =
      known === undefined ? [...columns, changed] : columns.map((one) => (one === known ? changed : one));
  }
  const { dates } = edits;
  if (dates === null) return { ...mapping, columns };
  const holdsDates = (property: ListProperty): boolean => DATE_PROPERTIES.some((one) => one === property);
  return {
    ...mapping,
    columns: columns.map((one) => (holdsDates(one.property) ? { ...one, dates } : one)),
  };
}
