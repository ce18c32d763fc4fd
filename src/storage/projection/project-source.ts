/** A source that came in, and one whose metadata changed. */
import type { Capture } from '../../record/capture.ts';
import type { CopyStored, SourceCaptured, SourceDescribed } from '../../record/changes/of-sources.ts';
import { foldText } from '../../record/search/fold-words.ts';
import type { Source } from '../../record/source.ts';
import { projectActors } from './project-actors.ts';
import type { Projection } from './projection.ts';
import type { RowChange } from './row-change.ts';

/**
 * Rows of a captured source: actors, text, source, capture and what is searched.
 *
 * @example
 * projectSourceCaptured(sheet);
 */
export function projectSourceCaptured(sheet: Projection<SourceCaptured>): void {
  const { source, capture, actors } = sheet.change;
  projectActors(sheet, actors);
  addTexts(sheet);
  if (sheet.placeOf(source.id) === null) addSource(sheet, source);
  else changeSource(sheet, source);
  addCapture(sheet, capture, source);
  sheet.rows.push(sourceRow(source.id, sheet.seq));
}

/**
 * Rows of a further copy of a source: its text, its capture and what is searched.
 *
 * @example
 * projectCopy(sheet);
 */
export function projectCopy(sheet: Projection<CopyStored>): void {
  const { capture } = sheet.change;
  const source = sheet.lookup.source(capture.of);
  if (source === null) return;
  addTexts(sheet);
  addCapture(sheet, capture, source);
  sheet.rows.push(sourceRow(source.id, sheet.seq));
}

/**
 * The row that says that an entry concerns a source.
 *
 * @example
 * sourceRow('src_…', 7).table; // 'entry_sources'
 */
export function sourceRow(source: string, entry: number): RowChange {
  return { op: 'insert', table: 'entry_sources', row: { source, entry } };
}

function addTexts(sheet: Projection): void {
  for (const [sha256, content] of sheet.texts) {
    if (!sheet.lookup.hasText(sha256)) {
      sheet.rows.push({ op: 'insert', table: 'texts', row: { sha256, content, entry: sheet.seq } });
    }
  }
}

/**
 * Rows of a source described anew: the source, and the titles that are searched.
 *
 * @example
 * projectSourceDescribed(sheet);
 */
export function projectSourceDescribed(sheet: Projection<SourceDescribed>): void {
  projectActors(sheet, sheet.change.actors);
  changeSource(sheet, sheet.change.source);
  sheet.rows.push(sourceRow(sheet.change.source.id, sheet.seq));
}

function addSource(sheet: Projection, source: Source): void {
  const place = sheet.newPlace(source.id);
  sheet.rows.push({
    op: 'insert',
    table: 'sources',
    row: { place, id: source.id, body: JSON.stringify(source), entry: sheet.seq },
  });
}

function changeSource(sheet: Projection, source: Source): void {
  const place = sheet.knownPlace(source.id);
  const before = sheet.lookup.source(source.id);
  const entry = sheet.seq;
  sheet.rows.push({ op: 'update', table: 'sources', place, set: { body: JSON.stringify(source), entry } });
  if (before === null || before.title === source.title) return;
  const title = foldText(source.title ?? '');
  for (const capture of sheet.lookup.capturesOf(place)) {
    sheet.rows.push({ op: 'update', table: 'search_documents', place: capture, set: { title, entry } });
  }
}

function addCapture(sheet: Projection, capture: Capture, source: Source): void {
  const place = sheet.newPlace(capture.id);
  const entry = sheet.seq;
  const text =
    capture.text === null
      ? ''
      : (sheet.texts.get(capture.text.sha256) ?? sheet.lookup.text(capture.text.sha256));
  sheet.rows.push({
    op: 'insert',
    table: 'captures',
    row: {
      place,
      id: capture.id,
      source: sheet.knownPlace(source.id),
      sha256: capture.sha256,
      warc_record: capture.warc?.recordId ?? null,
      text_sha256: capture.text?.sha256 ?? null,
      working: capture.copy === 'working' ? 1 : 0,
      body: JSON.stringify(capture),
      entry,
    },
  });
  sheet.rows.push({
    op: 'insert',
    table: 'search_documents',
    row: { place, title: foldText(source.title ?? ''), content: foldText(text ?? ''), entry },
  });
}
