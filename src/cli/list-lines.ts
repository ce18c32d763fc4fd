/** Lists, their columns, their listings and the report of an import as lines for people. */
import type { ListReport } from '../desk/lists/import-list.ts';
import type { ColumnsView } from '../desk/lists/list-columns.ts';
import type { RowFault } from '../desk/lists/row-faults.ts';
import type { ListingStep, ListingView, ListView } from '../desk/lists/show-lists.ts';
import { ink, oneLine, type Paper } from './paper.ts';
import { counted, heading, para } from './words.ts';

const SHAPES = { number: 'numbers', date: 'dates', words: 'words' } as const;
const CHANGES = {
  added: 'added',
  changed: 'changed',
  back: 'there again',
  gone: 'gone from the list',
} as const;

/**
 * The columns of a table and what they are proposed to hold.
 *
 * @example
 * terminal.out(...columnsLines(view, terminal.paper));
 */
export function columnsLines(view: ColumnsView, paper: Paper): string[] {
  const head = view.headerRow === 0 ? 'no row heads the columns' : `row ${view.headerRow} heads the columns`;
  return [
    ...heading(`${counted(view.rows, 'row')}, ${counted(view.columns.length, 'column')}; ${head}`, paper),
    ...view.columns.flatMap(({ header, proposed, filled, empty, shapes }) => {
      const looks = Object.entries(shapes).map(
        ([shape, { count }]) => `${count} ${SHAPES[shape as keyof typeof SHAPES]}`,
      );
      const what =
        proposed === null
          ? 'left out'
          : [proposed.property, proposed.lang, proposed.dates].filter((one) => one !== null).join(', ');
      return [
        ...para(`${ink(paper, 'strong', oneLine(header))}: ${what}`, paper),
        ...para(filled === 0 ? 'empty' : `${looks.join(', ')}; ${empty} empty`, paper, '  '),
      ];
    }),
    ...noteLines(view.notes, paper),
    ...faultLines(view.faults, view.faults.length, { paper, most: 30 }),
  ];
}

/**
 * What an import did, or why it did nothing.
 *
 * @param most faults and gone listings to tell
 * @example
 * terminal.out(...reportLines(report, terminal.paper, 30));
 */
export function reportLines(report: ListReport, paper: Paper, most: number): string[] {
  return [
    ...para(headLine(report), paper),
    ...para(
      `Columns: ${report.mapping.columns.map(({ header, property }) => `${oneLine(header)} = ${property}`).join(', ')}.`,
      paper,
    ),
    ...noteLines(report.notes, paper),
    ...faultLines(report.faults, report.faultsInAll, { paper, most }),
    ...goneLines(report, paper, most),
    ...nextLines(report, paper),
  ];
}

function headLine({ state, list, changes, rows, setAside }: ListReport): string {
  const name = oneLine(list.name);
  const numbers =
    changes === null
      ? ''
      : `${changes.added} new, ${changes.changed} changed, ${changes.back} there again, ${changes.unchanged} as before`;
  const aside =
    setAside === 0
      ? ''
      : ` ${counted(setAside, 'fault')} set aside: what cannot be read is kept as it is written.`;
  switch (state) {
    case 'imported':
      return `${name}: ${counted(rows, 'row')} read; ${numbers}.${aside}`;
    case 'unchanged':
      return `${name}: ${counted(rows, 'row')} read; nothing has changed, nothing was written.`;
    case 'dry-run':
      return `${name}: ${counted(rows, 'row')} read; an import would give ${numbers}. Nothing was written.${aside}`;
    case 'refused':
      return `${name}: ${counted(rows, 'row')} looked at. Nothing was stored.`;
    case 'stopped':
      return `${name}: stopped. Nothing was stored.`;
    default:
      return state satisfies never;
  }
}

function noteLines(notes: readonly string[], paper: Paper): string[] {
  return notes.flatMap((note) => para(`· ${oneLine(note)}`, paper));
}

function faultLines(
  faults: readonly RowFault[],
  inAll: number,
  { paper, most }: { readonly paper: Paper; readonly most: number },
): string[] {
  if (inAll === 0) return [];
  const told = faults.slice(0, most);
  return [
    '',
    ...heading(counted(inAll, 'fault'), paper),
    ...told.flatMap(({ row, column, message }) => {
      const at = [row === null ? null : `row ${row}`, column === null ? null : oneLine(column)]
        .filter((one) => one !== null)
        .join(', ');
      return para(`${at === '' ? 'the table' : at}: ${message}.`, paper);
    }),
    ...(inAll > told.length
      ? para(`… and ${inAll - told.length} more; --json tells them all, up to 10,000.`, paper)
      : []),
  ];
}

function goneLines({ gone, state }: ListReport, paper: Paper, most: number): string[] {
  if (gone.length === 0) return [];
  const how = state === 'dry-run' ? 'would be marked as gone' : 'are marked as gone';
  return [
    '',
    ...heading(`${counted(gone.length, 'listing')} of earlier files ${how}, not deleted`, paper),
    ...gone.slice(0, most).map(({ key, row }) => `${oneLine(key)} (row ${row} there)`),
    ...(gone.length > most ? [`… and ${gone.length - most} more`] : []),
  ];
}

function nextLines({ state, faults, faultsInAll }: ListReport, paper: Paper): string[] {
  if (state !== 'refused' || faultsInAll === 0) return [];
  const aside = faults.every(({ canSetAside }) => canSetAside)
    ? ' Or import with --set-aside: what cannot be read is then kept as it is written, and not read.'
    : '';
  return ['', ...para(`Correct the table or the mapping and import it again.${aside}`, paper)];
}

/**
 * All lists at a glance.
 *
 * @example
 * terminal.out(...listsLines(await showLists(desk), terminal.paper));
 */
export function listsLines(lists: readonly ListView[], paper: Paper): string[] {
  if (lists.length === 0)
    return para('No lists of people yet. Look at a table with: onrecord list columns FILE', paper);
  const people = lists.reduce((sum, { listings }) => sum + listings, 0);
  return [
    ...lists.flatMap((view) => listLines(view, paper)),
    '',
    ...para(
      `${counted(lists.length, 'list')} with ${counted(people, 'listing')}. Listings are not people: one person may stand on several lists, or twice on one.`,
      paper,
    ),
  ];
}

/**
 * One list at a glance.
 *
 * @example
 * terminal.out(...listLines(view, terminal.paper));
 */
export function listLines({ list, listings, gone, fileName }: ListView, paper: Paper): string[] {
  const marked = gone === 0 ? '' : `, and ${gone} that the newest file no longer has`;
  return [
    ...para(ink(paper, 'strong', oneLine(`${list.name} · ${list.id.slice(0, 12)}`)), paper),
    ...para(
      `${counted(listings, 'listing')}${marked}; newest file: ${oneLine(fileName ?? 'not named')}`,
      paper,
      '  ',
    ),
    ...para(
      list.columns.map(({ header, property }) => `${oneLine(header)} = ${property}`).join(', '),
      paper,
      '  ',
    ),
  ];
}

/**
 * One listing, with its history when it is given.
 *
 * @example
 * terminal.out(...listingLines(listing, terminal.paper, null));
 */
export function listingLines(
  view: ListingView,
  paper: Paper,
  steps: readonly ListingStep[] | null,
): string[] {
  const head = `${view.listing.slice(0, 12)} · row ${view.row}${view.gone ? ' · gone' : ''}`;
  return [
    '',
    ...para(ink(paper, 'strong', head), paper),
    ...view.statements.flatMap((one) => para(statementWords(one), paper, '  ')),
    ...(steps ?? []).flatMap(({ at, by, change, entry, statements }) => [
      ...para(`${at.slice(0, 10)}, entry ${entry}, by ${oneLine(by)}: ${CHANGES[change]}`, paper),
      ...statements.flatMap((one) => para(statementWords(one), paper, '  ')),
    ]),
  ];
}

function statementWords({ header, value, written }: ListingView['statements'][number]): string {
  const as =
    value === null
      ? `“${oneLine(written)}”, not read`
      : value === written
        ? oneLine(value)
        : `${oneLine(value)} (written “${oneLine(written)}”)`;
  return `${oneLine(header)}: ${as}`;
}
