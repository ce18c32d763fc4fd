/** Reads tables of others whose heads are known: each row with words becomes a text. All faults are told, with their lines. */
import type { Fault } from '../../record/onrecord-error.ts';
import { type CsvRow, readCsv } from '../tables/read-csv.ts';
import {
  addressIn,
  dayIn,
  type ImportFormat,
  type ImportItem,
  type ImportRead,
  type NotTaken,
  textWith,
} from './import-item.ts';

/** Heads are compared in lower case. */
interface KnownTable {
  /** Columns that must be there; what the file is told by. */
  readonly needs: readonly string[];
  readonly title: string;
  /** The words; the first that is there and filled. */
  readonly body: readonly string[];
  readonly url: string;
  readonly date: string;
  readonly id: string | null;
  /** Columns that are not shown above the words: empty in meaning, or said elsewhere. */
  readonly quiet: readonly string[];
  /** A row that is not taken, and why; null: it is. */
  skip(cells: Readonly<Record<string, string>>): { readonly what: string; readonly why: string } | null;
}

function lower({ cells }: CsvRow): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [name.trim().toLowerCase(), value]));
}

function itemOf(table: KnownTable, row: CsvRow, faults: Fault[]): ImportItem | null {
  const at = `line ${row.line}`;
  const cells = lower(row);
  const cell = (name: string): string => cells[name]?.trim() ?? '';
  const bodyAt = table.body.find((name) => cell(name) !== '') ?? null;
  const said = new Set([...table.quiet, bodyAt, table.title]);
  const heads = Object.entries(row.cells).filter(([name]) => !said.has(name.trim().toLowerCase()));
  const title = cell(table.title);
  const url = addressIn(cell(table.url), at, faults);
  if (title === '' && bodyAt === null) {
    faults.push({ path: at, message: 'has neither a title nor words: nothing could be kept of it' });
    return null;
  }
  const id = table.id === null ? String(row.line) : cell(table.id) || String(row.line);
  return {
    at,
    name: `row ${id}`.replace(/[^\p{L}\p{N}._ -]+/gu, ' '),
    text: textWith([['Title', title], ...heads], bodyAt === null ? null : cell(bodyAt)),
    title: title === '' ? null : title,
    url,
    date: dayIn(cell(table.date), at, faults),
    lang: null,
    publisher: null,
  };
}

function readTable(table: KnownTable, content: string): ImportRead {
  const read = readCsv(content);
  if (!read.ok) return read;
  const heads = new Set(read.head.map((name) => name.trim().toLowerCase()));
  const missing = table.needs.filter((name) => !heads.has(name));
  if (missing.length > 0)
    return {
      ok: false,
      faults: missing.map((name) => ({
        path: 'line 1',
        message: `has no column "${name}": is this the right export?`,
      })),
    };
  const faults: Fault[] = [];
  const items: ImportItem[] = [];
  const left = new Map<string, { what: string; why: string; count: number }>();
  for (const row of read.rows) {
    const skipped = table.skip(lower(row));
    if (skipped !== null) {
      const known = left.get(skipped.what);
      left.set(skipped.what, { ...skipped, count: (known?.count ?? 0) + 1 });
      continue;
    }
    const item = itemOf(table, row, faults);
    if (item !== null) items.push(item);
  }
  const notTaken: readonly NotTaken[] = [...left.values()];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, items, notTaken };
}

/** The sheet that Bellingcat's Auto Archiver reads its links from and writes its results to, saved as CSV. */
export const AUTO_ARCHIVER: ImportFormat = {
  name: 'auto-archiver',
  file: 'the sheet of Auto Archiver (gsheet_feeder_db, default column names), saved as CSV',
  takes:
    'each archived row becomes a source with its address, title, day of upload, text and the hashes that Auto Archiver noted',
  leaves: 'the archived files themselves: capture the WACZ or the saved files with onrecord capture',
  read: (content) =>
    readTable(
      {
        needs: ['link', 'archive status'],
        title: 'upload title',
        body: ['text content'],
        url: 'link',
        date: 'upload timestamp',
        id: null,
        quiet: ['thumbnail', 'screenshot', 'replaywebpage', 'destination folder'],
        skip: (cells) =>
          (cells['archive status'] ?? '').trim().toLowerCase().includes('success') ||
          (cells['upload title'] ?? '').trim() !== ''
            ? null
            : {
                what: 'rows that were not archived',
                why: 'Auto Archiver found nothing there, or has not looked yet',
              },
      },
      content,
    ),
};

/** Entities of Uwazi (HURIDOCS), exported from its library as CSV. */
export const UWAZI: ImportFormat = {
  name: 'uwazi',
  file: 'the CSV that Uwazi exports from its library (columns Title, Date added, Template, …, Published)',
  takes: 'each entity becomes a source whose text holds every property with its label',
  leaves: 'relations between entities (their labels stay as words) and documents (capture the files)',
  read: (content) =>
    readTable(
      {
        needs: ['title', 'template', 'date added'],
        title: 'title',
        body: ['description', 'summary', 'text', 'content'],
        // A link is written "label|address" and a date under any label: both stay as words, nothing is guessed.
        url: '',
        date: '',
        id: null,
        quiet: ['published'],
        skip: () => null,
      },
      content,
    ),
};

/** Bulletins of Bayanat (SJAC), exported as CSV. */
export const BAYANAT: ImportFormat = {
  name: 'bayanat',
  file: 'bulletins exported from Bayanat as CSV (columns id, title, description, source_link, publish_date, …)',
  takes:
    'each bulletin becomes a source with its link, day of publication and description; labels, sources and events stay as words above the text',
  leaves:
    'media (capture the files), reviewers and comments, and actors: they are people, take their CSV in with onrecord list import',
  read: (content) =>
    readTable(
      {
        needs: ['id', 'title', 'description', 'source_link', 'publish_date'],
        title: 'title',
        body: ['description'],
        url: 'source_link',
        date: 'publish_date',
        id: 'id',
        quiet: [
          'comments',
          'assigned_to',
          'first_peer_reviewer',
          'second_peer_reviewer',
          'review',
          'review_action',
          'status',
          'roles',
        ],
        skip: () => null,
      },
      content,
    ),
};
