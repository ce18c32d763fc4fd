/**
 * The published record as tables: one row a thing, one table a list. Whole: `recordFromTables` gives the same record back.
 * Positions in text are code points, 0-based, end exclusive; null is not stated, never zero.
 */
import type {
  FiledActor,
  FiledCapture,
  FiledPlace,
  FiledSource,
  RecordFile,
} from '../record-file/record-file.ts';
import { claimTables, responseTables } from './claim-tables.ts';
import { describeTable, type Listed, listed, PLACE, textColumn, wholeColumn } from './describe-table.ts';
import { propositionTables } from './proposition-tables.ts';
import { QUESTIONS } from './questions.ts';
import type { Table, TableSet } from './table-set.ts';

function aboutTable(file: RecordFile): Table {
  const facts: readonly (readonly [string, string | null])[] = [
    ['format', file.format],
    ['title', file.title],
    ['generated_at', file.generatedAt],
    ['program', file.program],
    ['log_position', String(file.logPosition)],
    ['as_of', file.asOf],
    ['unreviewed', String(file.unreviewed)],
  ];
  return describeTable<readonly [string, string | null]>(
    {
      name: 'about',
      about: 'What this file is: when it was made, from which position of the log.',
      key: ['name'],
    },
    [textColumn('name', 'Name.', ([name]) => name), textColumn('value', 'Value.', ([, value]) => value)],
    facts,
  );
}

function actorTables(file: RecordFile): readonly Table[] {
  return [
    describeTable<FiledActor>(
      { name: 'actors', about: 'Everybody who speaks, publishes or answers.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn(
          'kind',
          'person, public-body, state, organisation, media, unit, community, unnamed.',
          ({ kind }) => kind,
        ),
        textColumn('shown_name', 'The first name.', ({ names }) => names[0]?.text ?? null),
      ],
      file.actors,
    ),
    describeTable<Listed<FiledActor, FiledActor['names'][number]>>(
      { name: 'actor_names', about: 'All spellings of names.', key: ['actor', 'position'] },
      [
        textColumn('actor', 'Whose.', ({ owner }) => owner.id, 'actors'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('name', 'As written.', ({ one }) => one.text),
        textColumn('lang', 'BCP 47; null: not known.', ({ one }) => one.lang),
        textColumn('kind', 'full, short, alias, acronym.', ({ one }) => one.kind),
      ],
      listed(file.actors, ({ names }) => names),
    ),
  ];
}

function sourceTables(file: RecordFile): readonly Table[] {
  return [
    describeTable<FiledSource>(
      { name: 'sources', about: 'What was published or given.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn('kind', 'news-article, press-release and the like.', ({ kind }) => kind),
        textColumn('title', 'Title.', ({ title }) => title),
        textColumn('publisher', 'Who put it out.', ({ publisher }) => publisher, 'actors'),
        textColumn('published_at', 'EDTF, UTC day.', ({ publishedAt }) => publishedAt),
        textColumn('language', 'BCP 47.', ({ language }) => language),
        textColumn('url', 'As the source states it; never fetched.', ({ url }) => url),
        textColumn('revision_of', 'The source that it revises.', ({ revisionOf }) => revisionOf, 'sources'),
        textColumn(
          'handling',
          'public, or internal: then without title, authors, address and text.',
          ({ handling }) => handling,
        ),
      ],
      file.sources,
    ),
    describeTable<Listed<FiledSource, string>>(
      { name: 'source_authors', about: 'Authors of sources.', key: ['source', 'position'] },
      [
        textColumn('source', 'Of what.', ({ owner }) => owner.id, 'sources'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('actor', 'Who.', ({ one }) => one, 'actors'),
      ],
      listed(file.sources, ({ authors }) => authors),
    ),
    describeTable<FiledCapture>(
      { name: 'captures', about: 'Copies of the bytes of sources.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn('source', 'Of what.', ({ of }) => of, 'sources'),
        textColumn('captured_at', 'Instant, UTC.', ({ capturedAt }) => capturedAt),
        textColumn('media_type', 'Media type.', ({ mediaType }) => mediaType),
        wholeColumn('size', 'Bytes; null for an internal source.', ({ size }) => size),
        textColumn(
          'sha256',
          'Of the bytes, hexadecimal; null for an internal source.',
          ({ sha256 }) => sha256,
        ),
        textColumn(
          'text_sha256',
          'Of the text that passages count in; null: no text.',
          ({ text }) => text?.sha256 ?? null,
        ),
        textColumn('normaliser', 'By what the text was read.', ({ text }) => text?.normaliser ?? null),
        wholeColumn(
          'code_points',
          'Length of the text in code points.',
          ({ text }) => text?.codePoints ?? null,
        ),
        textColumn('no_text_reason', 'Why there is no text.', ({ noTextReason }) => noTextReason),
      ],
      file.captures,
    ),
  ];
}

function placeTables(file: RecordFile): readonly Table[] {
  return [
    describeTable<FiledPlace>(
      { name: 'places', about: 'Places that persons put on record.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn('kind', 'point, settlement, adm2, adm1, country, site.', ({ kind }) => kind),
        {
          name: 'latitude',
          type: 'real',
          about: 'WGS 84 degrees; null: not known or withheld.',
          of: ({ latitude }) => latitude,
        },
        { name: 'longitude', type: 'real', about: 'WGS 84 degrees.', of: ({ longitude }) => longitude },
        textColumn(
          'precision_scheme',
          'Code list of the precision.',
          ({ precision }) => precision?.scheme ?? null,
        ),
        textColumn('precision_code', 'How exactly it is known.', ({ precision }) => precision?.code ?? null),
      ],
      file.places,
    ),
    describeTable<Listed<FiledPlace, string>>(
      {
        name: 'place_wordings',
        about: 'Words of propositions and claims that mean a place.',
        key: ['place', 'position'],
      },
      [
        textColumn('place', 'Which.', ({ owner }) => owner.id, 'places'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('words', 'As published.', ({ one }) => one),
      ],
      listed(file.places, ({ wordings }) => wordings),
    ),
  ];
}

/**
 * The tables of a record.
 *
 * @example
 * recordTables(file).tables.map(({ name }) => name); // ['about', 'actors', …]
 */
export function recordTables(file: RecordFile): TableSet {
  return {
    title: file.title,
    about:
      'Who claims what, who denies it, and where the exact words are. Null is not stated, never zero. A denial never lowers a standing.',
    tables: [
      aboutTable(file),
      ...actorTables(file),
      ...sourceTables(file),
      ...propositionTables(file),
      ...claimTables(file),
      ...responseTables(file),
      ...placeTables(file),
    ],
    questions: QUESTIONS,
  };
}
