/**
 * Takes a file in as a list of people: looks the whole table through, reads every row, compares with what the record holds of
 * the list, and logs only what changes, in one step with the captured file. With any fault nothing is stored; cells that
 * cannot be read may be set aside by a person who says so. The same file twice changes nothing.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import type { CaptureId, ListId } from '../../record/id.ts';
import type { HeldListing } from '../../record/listing.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { createVictimList, type MappedColumn, type VictimList } from '../../record/victim-list.ts';
import type { Desk } from '../desk.ts';
import type { ListFile } from '../ports/list-files.ts';
import type { HeldList } from '../ports/record-store.ts';
import { reviewerName } from '../reviewer.ts';
import { checkColumns, missingNames } from './check-columns.ts';
import { editMapping, type ListMapping, type MappingEdits, proposeMapping } from './list-mapping.ts';
import { logImport } from './log-import.ts';
import { type GoneListing, type ListChanges, matchListings } from './match-listings.ts';
import { type ListingDraft, type RowRules, readRow, rowKey } from './read-row.ts';
import { type FaultSheet, faultSheet, type RowFault } from './row-faults.ts';
import type { TableSurvey } from './survey-columns.ts';
import { type ImportProgress, ROWS_AT_ONCE, surveyTable } from './survey-table.ts';
import { tableHead } from './table-head.ts';

export interface ListImportOrder {
  readonly file: ListFile;
  /** Of the list; a list of that name is updated. */
  readonly name: string;
  /** Null: the saved one, or else a proposed one. */
  readonly mapping: ListMapping | null;
  readonly edits: MappingEdits;
  /** A person agreed to a proposed mapping. */
  readonly agreed: boolean;
  /** Cells that cannot be read are kept as written. */
  readonly setAside: boolean;
  readonly dryRun: boolean;
  /** Null when not given. */
  readonly by: string | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (told: ImportProgress) => void;
}

export interface ListReport {
  /** `refused`: faults; nothing was stored. `stopped`: by the person; nothing was stored. */
  readonly state: 'imported' | 'unchanged' | 'dry-run' | 'refused' | 'stopped';
  readonly list: { readonly id: ListId | null; readonly name: string };
  readonly file: string;
  readonly capture: CaptureId | null;
  /** Rows below the head. */
  readonly rows: number;
  readonly mapping: ListMapping;
  /** Null where it was not compared. */
  readonly changes: ListChanges['counts'] | null;
  /** Listings that the file no longer has: marked as gone, never deleted. */
  readonly gone: readonly GoneListing[];
  /** The first faults, and how many there are in all. */
  readonly faults: readonly RowFault[];
  readonly faultsInAll: number;
  /** Cells that were kept as written and not read. */
  readonly setAside: number;
  readonly notes: readonly string[];
}

/** Rows of one file that a record takes; more are looked through and refused. */
export const MOST_LISTINGS = 1_000_000;

/**
 * Imports a list.
 *
 * @throws OnRecordError `bad-usage` without a name or an agreed mapping; faults of the file; `disk-full`, `read-only`, `vault-busy`
 * @example
 * const report = await importList(desk, { ...order, file, name: 'Harbour committee', dryRun: true });
 */
export async function importList(desk: Desk, order: ListImportOrder): Promise<ListReport> {
  const by = order.dryRun ? null : reviewerName(order.by);
  const name = order.name.trim().normalize('NFC');
  if (name === '') throw new OnRecordError('bad-usage', 'Name the list: --name "Harbour committee".');
  const held = await listNamed(desk, name);
  const mapping = await mappingFor(order, held);
  const sheet = faultSheet();
  const survey = await surveyTable(order.file, mapping, order);
  const checked = checkColumns(mapping.columns, survey ?? NOTHING);
  for (const fault of checked.faults) sheet.note(fault);
  const list = listOf(desk, { held, name, mapping: { ...mapping, columns: checked.columns } });
  const base = { name, held, order, mapping: { ...mapping, columns: checked.columns }, sheet };
  if (survey === null) return reported(base, { state: 'stopped' });
  const notes = [...order.file.notes(), ...checked.notes];
  const headers = new Set(survey.columns.map(({ header }) => header));
  if (survey.rows > MOST_LISTINGS || list.columns.some(({ header }) => !headers.has(header))) {
    if (survey.rows > MOST_LISTINGS) sheet.note(tooMany(survey.rows));
    return reported(base, { state: 'refused', survey, notes });
  }
  const drafts = await readAll(order, {
    list,
    survey,
    sheet,
    today: desk.clock().toISOString().slice(0, 10),
  });
  if (drafts === null) return reported(base, { state: 'stopped', survey });
  const { all, hard } = sheet.counts();
  if (hard > 0 || (all > 0 && !order.setAside)) return reported(base, { state: 'refused', survey, notes });
  const changes = await compared(desk, { list, held, drafts });
  const told = { survey, notes: [...notes, ...keyNotes(list.columns, changes)], changes };
  if (order.signal?.aborted === true) return reported(base, { state: 'stopped', survey });
  if (by === null) return reported(base, { state: 'dry-run', ...told });
  const mappingChanged = held !== null && canonicalJson(held.list) !== canonicalJson(list);
  if (held !== null && changes.listings.length + changes.gone.length === 0 && !mappingChanged)
    return reported(base, { state: 'unchanged', ...told });
  order.onProgress?.({ step: 'writing', rows: changes.listings.length });
  const logged = await logImport(desk, {
    file: order.file,
    list,
    changes,
    by,
    before: held?.capture ?? null,
  });
  const more = logged.sealed ? [] : [NOT_SEALED];
  return reported(base, {
    state: 'imported',
    ...told,
    notes: [...told.notes, ...more],
    list,
    capture: logged.capture,
  });
}

const NOT_SEALED =
  'These bytes were captured before as a source that is not sealed: what it says may come into a dossier. Erase that source, or see that it is handled as sealed.';

const NOTHING: TableSurvey = { rows: 0, columns: [] };

async function listNamed(desk: Desk, name: string): Promise<HeldList | null> {
  const asked = name.toLowerCase();
  return (await desk.store.lists()).find(({ list }) => list.name.toLowerCase() === asked) ?? null;
}

async function mappingFor(order: ListImportOrder, held: HeldList | null): Promise<ListMapping> {
  const given = order.mapping ?? (held === null ? null : held.list);
  const asked = { sheet: given?.sheet ?? null, headerRow: given?.headerRow ?? null };
  const head = await tableHead(order.file, asked);
  const proposed = given === null;
  const start = given === null ? proposeMapping(head, null) : { ...given, headerRow: head.headerRow };
  const { columns, sheet, headerRow } = editMapping(start, order.edits);
  if (columns.length === 0)
    throw new OnRecordError(
      'bad-usage',
      'No column of this file has a header that is known. Say what they hold with --mapping FILE or --column "HEADER=property"; onrecord list columns FILE shows the headers.',
    );
  const edited = order.edits.columns.length > 0;
  if (proposed && !order.agreed && !order.dryRun && !edited)
    throw new OnRecordError(
      'bad-usage',
      'This list has no mapping yet. Look at the proposed one with: onrecord list columns FILE. Agree to it with --agree, or give your own with --mapping FILE or --column "HEADER=property".',
    );
  return { columns, sheet, headerRow };
}

function listOf(
  desk: Desk,
  given: { readonly held: HeldList | null; readonly name: string; readonly mapping: ListMapping },
): VictimList {
  const { held, name, mapping } = given;
  return createVictimList({
    id: held?.list.id ?? desk.newId('list'),
    name: held?.list.name ?? name,
    columns: mapping.columns,
    headerRow: mapping.headerRow ?? 1,
    sheet: mapping.sheet,
  });
}

function tooMany(rows: number): RowFault {
  const message = `holds ${rows} rows; a record takes ${MOST_LISTINGS} of one file. Split it by place or year, and import each part as a list of its own`;
  return { row: null, column: null, message, canSetAside: false };
}

interface ReadingAll {
  readonly list: VictimList;
  readonly survey: TableSurvey;
  readonly sheet: FaultSheet;
  readonly today: string;
}

/** The second walk; null: stopped. */
async function readAll(
  order: ListImportOrder,
  { list, survey, sheet, today }: ReadingAll,
): Promise<readonly ListingDraft[] | null> {
  const rules: RowRules = {
    columns: list.columns,
    places: list.columns.map((one) => survey.columns.findIndex(({ header }) => header === one.header)),
    width: survey.columns.length,
    numbersAreDays: order.file.numbersAreDays,
    today,
  };
  const drafts: ListingDraft[] = [];
  const keys = keeper(list.columns, sheet);
  for await (const row of order.file.rows(list.sheet)) {
    if (row.row <= list.headerRow) continue;
    const draft = readRow(row, rules, sheet.note);
    drafts.push({ ...draft, key: keys(draft) });
    if (drafts.length % ROWS_AT_ONCE !== 0) continue;
    if (order.signal?.aborted === true) return null;
    order.onProgress?.({ step: 'reading', rows: drafts.length });
  }
  const unnamed = drafts.filter(({ named }) => !named).length;
  const missing = missingNames(list.columns, unnamed, drafts.length);
  if (missing !== null) sheet.note(missing);
  return drafts;
}

/** Gives each row the key by which it is found again; an id that stands twice is a fault. */
function keeper(columns: readonly MappedColumn[], sheet: FaultSheet): (draft: ListingDraft) => string {
  const byId = columns.find(({ property }) => property === 'id') ?? null;
  const rows = new Map<string, ListingDraft>();
  const times = new Map<string, number>();
  return (draft) => {
    if (byId === null) {
      const key = rowKey(draft, columns, 0);
      const before = times.get(key) ?? 0;
      times.set(key, before + 1);
      return before === 0 ? key : rowKey(draft, columns, before);
    }
    const first = rows.get(draft.key);
    if (first === undefined) rows.set(draft.key, draft);
    else if (draft.key !== '') {
      const words = ({ values, written }: ListingDraft): string => JSON.stringify([values, written]);
      const same = words(first) === words(draft);
      const message = same
        ? `repeats row ${first.row} word for word: delete one of the two rows`
        : `stands in row ${first.row}, too, with other words: give each row an id of its own`;
      sheet.note({ row: draft.row, column: byId.header, message, canSetAside: false });
    }
    return draft.key;
  };
}

async function compared(
  desk: Desk,
  given: {
    readonly list: VictimList;
    readonly held: HeldList | null;
    readonly drafts: readonly ListingDraft[];
  },
): Promise<ListChanges> {
  const { list, held, drafts } = given;
  const known = new Map<string, HeldListing>();
  if (held !== null) for await (const one of desk.store.listings(list.id)) known.set(one.listing.key, one);
  return matchListings(drafts, known, { columns: list.columns, newId: () => desk.newId('listing') });
}

function keyNotes(columns: readonly MappedColumn[], { counts, gone }: ListChanges): readonly string[] {
  if (columns.some(({ property }) => property === 'id')) return [];
  const twofold = counts.added > 0 && gone.length > 0;
  return [
    `The list has no column of ids: a row is found again only while it says the same${twofold ? '; a row that was changed counts here as gone and as new' : ''}.`,
  ];
}

interface ReportBase {
  readonly name: string;
  readonly held: HeldList | null;
  readonly order: ListImportOrder;
  readonly mapping: ListMapping;
  readonly sheet: FaultSheet;
}

function reported(
  { name, held, order, mapping, sheet }: ReportBase,
  told: {
    readonly state: ListReport['state'];
    readonly survey?: TableSurvey;
    readonly notes?: readonly string[];
    readonly changes?: ListChanges;
    readonly list?: VictimList;
    readonly capture?: CaptureId;
  },
): ListReport {
  const { state, survey, notes = [], changes, list, capture } = told;
  const refused = state === 'refused' || state === 'stopped';
  return {
    state,
    list: { id: list?.id ?? held?.list.id ?? null, name: held?.list.name ?? name },
    file: order.file.shownAs,
    capture: capture ?? null,
    rows: survey?.rows ?? 0,
    mapping,
    changes: changes?.counts ?? null,
    gone: changes?.gone ?? [],
    faults: sheet.faults,
    faultsInAll: sheet.counts().all,
    setAside: refused ? 0 : sheet.counts().all,
    notes,
  };
}
