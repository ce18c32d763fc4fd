/** Claims as tables, with chains and exact words; and answers of states. */
import type {
  FiledClaim,
  FiledPassage,
  FiledResponse,
  FiledStep,
  RecordFile,
} from '../record-file/record-file.ts';
import {
  type CellColumn,
  describeTable,
  type Listed,
  listed,
  PLACE,
  textColumn,
  wholeColumn,
} from './describe-table.ts';
import type { Table } from './table-set.ts';

const passageColumns = <T>(of: (thing: T) => FiledPassage | null): readonly CellColumn<T>[] => [
  textColumn('capture', 'In which capture.', (one) => of(one)?.capture ?? null, 'captures'),
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

/**
 * The tables of claims.
 *
 * @example
 * claimTables(file).map(({ name }) => name); // ['claims', 'chain_steps', 'passages']
 */
export function claimTables(file: RecordFile): readonly Table[] {
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

/**
 * The table of answers.
 *
 * @example
 * responseTables(file)[0]?.rows.length;
 */
export function responseTables(file: RecordFile): readonly Table[] {
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
