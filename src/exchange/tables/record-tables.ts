/**
 * The published record as tables: one row a thing, one table a list. Whole: `recordFromTables` gives the same record back.
 * Positions in text are code points, 0-based, end exclusive; null is not stated, never zero.
 */
import type { TollBound } from '../../record/toll.ts';
import type {
  FiledActor,
  FiledCapture,
  FiledClaim,
  FiledPassage,
  FiledProposition,
  FiledResponse,
  FiledSource,
  FiledStep,
  RecordFile,
} from '../record-file/record-file.ts';
import { type CellColumn, describeTable, textColumn, wholeColumn } from './describe-table.ts';
import { QUESTIONS } from './questions.ts';
import type { Table, TableSet } from './table-set.ts';

/** A thing of a list of some owner, with its place in the list, 0-based. */
interface Listed<O, T> {
  readonly owner: O;
  readonly at: number;
  readonly one: T;
}

function listed<O, T>(owners: readonly O[], listOf: (owner: O) => readonly T[]): readonly Listed<O, T>[] {
  return owners.flatMap((owner) => listOf(owner).map((one, at) => ({ owner, at, one })));
}

const PLACE = 'Place in the list, from 0.';

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

const boundColumns = <T>(
  of: (thing: T) => {
    readonly low: TollBound | null;
    readonly best: TollBound | null;
    readonly high: TollBound | null;
  } | null,
): readonly CellColumn<T>[] =>
  (['low', 'best', 'high'] as const).flatMap((bound) => [
    wholeColumn<T>(
      bound,
      'Persons, or the unit of the measure; null: not stated.',
      (one) => of(one)?.[bound]?.value ?? null,
    ),
    textColumn<T>(
      `${bound}_set_by`,
      'The claim that sets it.',
      (one) => of(one)?.[bound]?.setBy ?? null,
      'claims',
    ),
  ]);

function propositionTables(file: RecordFile): readonly Table[] {
  const tolled = file.propositions.flatMap((owner) =>
    owner.toll === null ? [] : [{ owner, toll: owner.toll }],
  );
  return [
    describeTable<FiledProposition>(
      { name: 'propositions', about: 'Neutral sentences that claims are about.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn('kind', 'occurrence, count, responsibility and the like.', ({ kind }) => kind),
        textColumn('measure', 'What is counted or done.', ({ measure }) => measure),
        textColumn(
          'answer',
          'For an answer of a state: granted, refused, partly, pending, declined, silent.',
          ({ answer }) => answer,
        ),
        textColumn('scope_group', 'The people, in the words of the sources.', ({ scope }) => scope.group),
        textColumn('scope_place', 'Place, in the words of the sources.', ({ scope }) => scope.place),
        textColumn('scope_by', 'Alleged perpetrator, in the words of the sources.', ({ scope }) => scope.by),
        textColumn('scope_actor', 'Who answers, in the words of the sources.', ({ scope }) => scope.actor),
        textColumn('text', 'The sentence.', ({ text }) => text),
        textColumn('lang', 'BCP 47 of the sentence.', ({ lang }) => lang),
        textColumn(
          'narrower_than',
          'A broader proposition.',
          ({ narrowerThan }) => narrowerThan,
          'propositions',
        ),
        textColumn('standing', 'Computed word.', ({ standing }) => standing.word),
        textColumn('standing_flags', 'What else holds, a JSON list.', ({ standing }) =>
          JSON.stringify(standing.flags),
        ),
        textColumn('standing_because', 'In a sentence.', ({ standing }) => standing.because),
        wholeColumn('origins_at_least', 'Independent origins, lower end.', ({ origins }) => origins.atLeast),
        wholeColumn('origins_at_most', 'Upper end; null: open.', ({ origins }) => origins.atMost),
        textColumn('claims', 'Ids by day of saying, a JSON list.', ({ claims }) => JSON.stringify(claims)),
      ],
      file.propositions,
    ),
    describeTable<(typeof tolled)[number]>(
      { name: 'tolls', about: 'Figures computed from claims.', key: ['proposition'] },
      [
        textColumn('proposition', 'Of what.', ({ owner }) => owner.id, 'propositions'),
        ...boundColumns<(typeof tolled)[number]>(({ toll }) => toll),
        wholeColumn(
          'origins_min',
          'Independent origins of the claims that state a number.',
          ({ toll }) => toll.origins.min,
        ),
        wholeColumn('origins_max', 'Null: open.', ({ toll }) => toll.origins.max),
      ],
      tolled,
    ),
    describeTable<Listed<(typeof tolled)[number], (typeof tolled)[number]['toll']['rules'][number]>>(
      { name: 'toll_rules', about: 'The same by each named rule.', key: ['proposition', 'position'] },
      [
        textColumn('proposition', 'Of what.', ({ owner }) => owner.owner.id, 'propositions'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('rule', 'conservative, representative, informative.', ({ one }) => one.rule),
        ...boundColumns<Listed<(typeof tolled)[number], (typeof tolled)[number]['toll']['rules'][number]>>(
          ({ one }) => one,
        ),
      ],
      listed(tolled, ({ toll }) => toll.rules),
    ),
    describeTable<{ id: string; at: number; claim: string; reason: string | null }>(
      {
        name: 'toll_claims',
        about: 'Claims that a figure uses, and those left out with the reason.',
        key: ['proposition', 'use', 'position'],
      },
      [
        textColumn('proposition', 'Of what.', ({ id }) => id, 'propositions'),
        textColumn('use', 'used, or excluded.', ({ reason }) => (reason === null ? 'used' : 'excluded')),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('claim', 'Which.', ({ claim }) => claim, 'claims'),
        textColumn('reason', 'Why it was left out.', ({ reason }) => reason),
      ],
      tolled.flatMap(({ owner: { id }, toll }) => [
        ...toll.used.map((claim, at) => ({ id, at, claim, reason: null })),
        ...toll.excluded.map(({ claim, reason }, at) => ({ id, at, claim, reason })),
      ]),
    ),
    describeTable<Listed<FiledProposition, FiledProposition['positions'][number]>>(
      {
        name: 'positions',
        about: 'What each voice says of a proposition now.',
        key: ['proposition', 'position'],
      },
      [
        textColumn('proposition', 'Of what.', ({ owner }) => owner.id, 'propositions'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('voice', 'Id of an actor, or anonymous:SOURCE:CLAIM.', ({ one }) => one.actor),
        textColumn('stance', 'Latest stance.', ({ one }) => one.latest),
        wholeColumn('inherited', '1: said of the whole occurrence or of a part of it.', ({ one }) =>
          one.inherited ? 1 : 0,
        ),
      ],
      listed(file.propositions, ({ positions }) => positions),
    ),
  ];
}

const passageColumns = <T>(of: (thing: T) => FiledPassage | null): readonly CellColumn<T>[] => [
  textColumn('capture', 'In which copy.', (one) => of(one)?.capture ?? null, 'captures'),
  textColumn(
    'text_sha256',
    'Text that the positions count in; null: it is not published, and they count in nothing.',
    (one) => of(one)?.textSha256 ?? null,
  ),
  wholeColumn('start_at', 'Code points, 0-based.', (one) => of(one)?.start ?? null),
  wholeColumn('end_at', 'Code points, exclusive.', (one) => of(one)?.end ?? null),
  textColumn('exact', 'The words.', (one) => of(one)?.exact ?? null),
  textColumn('prefix', 'Words before.', (one) => of(one)?.prefix ?? null),
  textColumn('suffix', 'Words after.', (one) => of(one)?.suffix ?? null),
];

function claimTables(file: RecordFile): readonly Table[] {
  return [
    describeTable<FiledClaim>(
      { name: 'claims', about: 'One speech act of one actor about one proposition.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn('source', 'Where it stands.', ({ source }) => source, 'sources'),
        textColumn('proposition', 'What it is about.', ({ proposition }) => proposition, 'propositions'),
        textColumn(
          'stance',
          'alleges, confirms, denies, disputes, declines, silent, asks, undertakes.',
          ({ stance }) => stance,
        ),
        textColumn('status', 'accepted, or proposed: nobody has reviewed it.', ({ status }) => status),
        textColumn('said_at', 'EDTF.', ({ saidAt }) => saidAt),
        textColumn(
          'happened_at',
          'EDTF; when it is said to have happened.',
          ({ when }) => when?.edtf ?? null,
        ),
        textColumn('happened_extent', 'throughout, or within.', ({ when }) => when?.extent ?? null),
        textColumn('happened_where', 'As worded.', ({ where }) => where),
        wholeColumn('low', 'Lowest; null: unbounded.', ({ quantity }) => quantity?.low ?? null),
        wholeColumn('best', 'Stated as the number.', ({ quantity }) => quantity?.best ?? null),
        wholeColumn('high', 'Highest; null: unbounded.', ({ quantity }) => quantity?.high ?? null),
        textColumn(
          'comparator',
          'exactly, at-least, about and the like; null: no number is stated.',
          ({ quantity }) => quantity?.comparator ?? null,
        ),
        textColumn(
          'unit',
          'individual, family, group and the like.',
          ({ quantity }) => quantity?.unit ?? null,
        ),
        textColumn(
          'wording',
          'The number in the words of the source.',
          ({ quantity }) => quantity?.wording ?? null,
        ),
        textColumn(
          'extracted_by',
          'Program that proposed it; null: made by hand.',
          ({ extractedBy }) => extractedBy,
        ),
      ],
      file.claims,
    ),
    describeTable<Listed<FiledClaim, FiledStep>>(
      { name: 'chain_steps', about: 'Who says that who says, outermost first.', key: ['claim', 'position'] },
      [
        textColumn('claim', 'Of which claim.', ({ owner }) => owner.id, 'claims'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('speaker', 'Null: unnamed.', ({ one }) => one.speaker, 'actors'),
        textColumn('named', 'As written.', ({ one }) => one.named),
        textColumn('cue', 'Attributing words; null: the outlet itself.', ({ one }) => one.cue?.text ?? null),
        textColumn('cue_lemma', 'Dictionary form.', ({ one }) => one.cue?.lemma ?? null),
        textColumn('cue_lang', 'BCP 47.', ({ one }) => one.cue?.lang ?? null),
        textColumn('cue_force', 'neutral, distancing, endorsing.', ({ one }) => one.cue?.force ?? null),
        textColumn('connection', 'How the speaker knows.', ({ one }) => one.connection),
        textColumn('anonymity', 'named, role, anonymous.', ({ one }) => one.anonymity),
        wholeColumn('stated_min', 'Unnamed speakers, at least.', ({ one }) => one.stated?.min ?? null),
        wholeColumn(
          'stated_max',
          'At most; null: open, or none stated.',
          ({ one }) => one.stated?.max ?? null,
        ),
        ...passageColumns<Listed<FiledClaim, FiledStep>>(({ one }) => one.passage),
      ],
      listed(file.claims, ({ chain }) => chain),
    ),
    describeTable<Listed<FiledClaim, FiledPassage>>(
      {
        name: 'passages',
        about: 'The exact words of claims: the content first, then words in support.',
        key: ['claim', 'position'],
      },
      [
        textColumn('claim', 'Of which claim.', ({ owner }) => owner.id, 'claims'),
        wholeColumn('position', PLACE, ({ at }) => at),
        ...passageColumns<Listed<FiledClaim, FiledPassage>>(({ one }) => one),
      ],
      listed(file.claims, ({ passages }) => passages),
    ),
  ];
}

function responseTables(file: RecordFile): readonly Table[] {
  const numbered = file.responses.map((one, at) => ({ one, at }));
  return [
    describeTable<{ readonly one: FiledResponse; readonly at: number }>(
      { name: 'responses', about: 'Answers of states and institutions.', key: ['position'] },
      [
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('responder', 'Null: no one actor of that name.', ({ one }) => one.by, 'actors'),
        textColumn('responder_name', 'As the sources name it.', ({ one }) => one.byName),
        textColumn(
          'measure',
          'visa, asylum, relocation, evacuation, investigation, statement.',
          ({ one }) => one.measure,
        ),
        textColumn('answer', 'granted, refused, partly, pending, declined, silent.', ({ one }) => one.answer),
        textColumn('reason', 'In its own words.', ({ one }) => one.reason),
        wholeColumn('low', 'Persons; null: not stated.', ({ one }) => one.count?.low ?? null),
        wholeColumn('best', 'Persons.', ({ one }) => one.count?.best ?? null),
        wholeColumn('high', 'Persons.', ({ one }) => one.count?.high ?? null),
        wholeColumn('counted', '1: a number of persons is stated.', ({ one }) =>
          one.count === null ? 0 : 1,
        ),
        textColumn('asked_at', 'EDTF.', ({ one }) => one.askedAt),
        textColumn('answered_at', 'EDTF; null unless it says so itself.', ({ one }) => one.answeredAt),
        textColumn('reported_at', 'EDTF; first report.', ({ one }) => one.reportedAt),
        textColumn('toward', 'For whom, as worded.', ({ one }) => one.toward),
        textColumn('stated_by', 'itself, or others.', ({ one }) => one.statedBy),
        textColumn('basis', 'Claims it rests on, a JSON list.', ({ one }) => JSON.stringify(one.basis)),
        textColumn('denied_by', 'Claims in which it denies this, a JSON list.', ({ one }) =>
          JSON.stringify(one.deniedBy),
        ),
      ],
      numbered,
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
    ],
    questions: QUESTIONS,
  };
}
