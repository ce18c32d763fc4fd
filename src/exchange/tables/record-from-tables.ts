/** The way back: the record that tables were made from. Faults name the table, the row (1-based, without the head) and the column. */
import type { Fault } from '../../record/onrecord-error.ts';
import { type RecordFileRead, readRecordFile } from '../record-file/read-record-file.ts';
import type { Cell, Table } from './table-set.ts';

type Row = Readonly<Record<string, Cell>>;

/** Rows by column name; a table that is not there has none. */
function rowsOf(tables: readonly Table[], name: string): readonly Row[] {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) return [];
  const names = table.columns.map((column) => column.name);
  return table.rows.map((cells) =>
    Object.fromEntries(names.map((column, at) => [column, cells[at] ?? null])),
  );
}

/** Rows of a list by their owner, in the order of their places. */
function byOwner(rows: readonly Row[], owner: string): ReadonlyMap<Cell, readonly Row[]> {
  const groups = new Map<Cell, Row[]>();
  for (const row of rows) {
    const own = groups.get(row[owner] ?? null);
    if (own === undefined) groups.set(row[owner] ?? null, [row]);
    else own.push(row);
  }
  for (const own of groups.values()) own.sort((a, b) => Number(a.position) - Number(b.position));
  return groups;
}

const listIn = (cell: Cell | undefined, at: string, faults: Fault[]): unknown => {
  try {
    return JSON.parse(String(cell));
  } catch {
    faults.push({ path: at, message: 'must be a JSON list' });
    return [];
  }
};

const bound = (row: Row | undefined, name: string) =>
  row === undefined || row[name] === null || row[name] === undefined
    ? null
    : { value: row[name], setBy: row[`${name}_set_by`] };
const bounds = (row: Row | undefined) => ({
  low: bound(row, 'low'),
  best: bound(row, 'best'),
  high: bound(row, 'high'),
});

const passageOf = (row: Row) =>
  row.capture === null
    ? null
    : {
        capture: row.capture,
        textSha256: row.text_sha256,
        start: row.start_at,
        end: row.end_at,
        exact: row.exact,
        prefix: row.prefix ?? '',
        suffix: row.suffix ?? '',
      };

function actorsIn(tables: readonly Table[]): readonly unknown[] {
  const names = byOwner(rowsOf(tables, 'actor_names'), 'actor');
  return rowsOf(tables, 'actors').map(({ id, kind }) => ({
    id,
    kind,
    names: (names.get(id ?? null) ?? []).map((row) => ({ text: row.name, lang: row.lang, kind: row.kind })),
  }));
}

function sourcesIn(tables: readonly Table[]): readonly unknown[] {
  const authors = byOwner(rowsOf(tables, 'source_authors'), 'source');
  return rowsOf(tables, 'sources').map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    publisher: row.publisher,
    authors: (authors.get(row.id ?? null) ?? []).map(({ actor }) => actor),
    publishedAt: row.published_at,
    language: row.language,
    url: row.url,
    revisionOf: row.revision_of,
    handling: row.handling,
  }));
}

function capturesIn(tables: readonly Table[]): readonly unknown[] {
  return rowsOf(tables, 'captures').map((row) => ({
    id: row.id,
    of: row.source,
    capturedAt: row.captured_at,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    text:
      row.text_sha256 === null
        ? null
        : { sha256: row.text_sha256, normaliser: row.normaliser, codePoints: row.code_points },
    noTextReason: row.no_text_reason,
  }));
}

function propositionsIn(tables: readonly Table[], faults: Fault[]): readonly unknown[] {
  const tolls = byOwner(rowsOf(tables, 'tolls'), 'proposition');
  const rules = byOwner(rowsOf(tables, 'toll_rules'), 'proposition');
  const tollClaims = byOwner(rowsOf(tables, 'toll_claims'), 'proposition');
  const positions = byOwner(rowsOf(tables, 'positions'), 'proposition');
  return rowsOf(tables, 'propositions').map((row, at) => {
    const id = row.id ?? null;
    const toll = tolls.get(id)?.[0];
    const counted = tollClaims.get(id) ?? [];
    const used = counted.filter(({ use }) => use === 'used').map(({ claim }) => claim);
    const excluded = counted
      .filter(({ use }) => use === 'excluded')
      .map(({ claim, reason }) => ({ claim, reason }));
    return {
      id,
      kind: row.kind,
      measure: row.measure,
      answer: row.answer,
      scope: { group: row.scope_group, place: row.scope_place, by: row.scope_by, actor: row.scope_actor },
      text: row.text,
      lang: row.lang,
      narrowerThan: row.narrower_than,
      claims: listIn(row.claims, `propositions row ${at + 1} claims`, faults),
      origins: { atLeast: row.origins_at_least, atMost: row.origins_at_most },
      standing: {
        word: row.standing,
        flags: listIn(row.standing_flags, `propositions row ${at + 1} standing_flags`, faults),
        because: row.standing_because ?? '',
      },
      positions: (positions.get(id) ?? []).map((one) => ({
        actor: one.voice,
        latest: one.stance,
        inherited: one.inherited === 1,
      })),
      toll:
        toll === undefined
          ? null
          : {
              ...bounds(toll),
              rules: (rules.get(id) ?? []).map((one) => ({ rule: one.rule, ...bounds(one) })),
              origins: { min: toll.origins_min, max: toll.origins_max },
              used,
              excluded,
            },
    };
  });
}

function claimsIn(tables: readonly Table[]): readonly unknown[] {
  const steps = byOwner(rowsOf(tables, 'chain_steps'), 'claim');
  const passages = byOwner(rowsOf(tables, 'passages'), 'claim');
  return rowsOf(tables, 'claims').map((row) => ({
    id: row.id,
    source: row.source,
    proposition: row.proposition,
    stance: row.stance,
    status: row.status,
    chain: (steps.get(row.id ?? null) ?? []).map((step) => ({
      speaker: step.speaker,
      named: step.named ?? '',
      cue:
        step.cue === null
          ? null
          : { text: step.cue, lemma: step.cue_lemma, lang: step.cue_lang, force: step.cue_force },
      passage: passageOf(step),
      connection: step.connection,
      anonymity: step.anonymity,
      stated: step.stated_min === null ? null : { min: step.stated_min, max: step.stated_max },
    })),
    quantity:
      row.comparator === null
        ? null
        : {
            low: row.low,
            best: row.best,
            high: row.high,
            comparator: row.comparator,
            unit: row.unit,
            wording: row.wording,
          },
    when: row.happened_at === null ? null : { edtf: row.happened_at, extent: row.happened_extent },
    where: row.happened_where,
    saidAt: row.said_at,
    passages: (passages.get(row.id ?? null) ?? []).map(passageOf),
    extractedBy: row.extracted_by,
  }));
}

function placesIn(tables: readonly Table[]): readonly unknown[] {
  const words = byOwner(rowsOf(tables, 'place_wordings'), 'place');
  return rowsOf(tables, 'places').map((row) => ({
    id: row.id,
    kind: row.kind,
    latitude: row.latitude,
    longitude: row.longitude,
    precision:
      row.precision_scheme === null ? null : { scheme: row.precision_scheme, code: row.precision_code },
    wordings: (words.get(row.id ?? null) ?? []).map((one) => one.words),
  }));
}

function responsesIn(tables: readonly Table[], faults: Fault[]): readonly unknown[] {
  return rowsOf(tables, 'responses').map((row, at) => ({
    by: row.responder,
    byName: row.responder_name,
    measure: row.measure,
    answer: row.answer,
    reason: row.reason,
    count: row.counted === 1 ? { low: row.low, best: row.best, high: row.high } : null,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    reportedAt: row.reported_at,
    toward: row.toward,
    statedBy: row.stated_by,
    basis: listIn(row.basis, `responses row ${at + 1} basis`, faults),
    deniedBy: listIn(row.denied_by, `responses row ${at + 1} denied_by`, faults),
  }));
}

/**
 * Makes the record from its tables.
 *
 * @example
 * const read = recordFromTables(recordTables(file).tables);
 * if (read.ok) read.file; // equal to file
 */
export function recordFromTables(tables: readonly Table[]): RecordFileRead {
  const faults: Fault[] = [];
  const about = new Map(rowsOf(tables, 'about').map(({ name, value }) => [name, value]));
  const content = {
    format: about.get('format') ?? null,
    title: about.get('title') ?? null,
    generatedAt: about.get('generated_at') ?? null,
    program: about.get('program') ?? null,
    logPosition: Number(about.get('log_position') ?? Number.NaN),
    asOf: about.get('as_of') ?? null,
    unreviewed: Number(about.get('unreviewed') ?? Number.NaN),
    propositions: propositionsIn(tables, faults),
    claims: claimsIn(tables),
    actors: actorsIn(tables),
    sources: sourcesIn(tables),
    captures: capturesIn(tables),
    responses: responsesIn(tables, faults),
    places: placesIn(tables),
  };
  if (faults.length > 0) return { ok: false, faults };
  return readRecordFile(JSON.stringify(content));
}
