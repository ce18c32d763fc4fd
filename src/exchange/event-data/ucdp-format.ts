/**
 * Rows like those of UCDP's georeferenced event data (GED): one for each proposition that counts people killed, with low, best
 * and high and its precision codes. Columns are UCDP's names where they mean the same; what only UCDP's coders decide (type of
 * violence, sides, conflict) is left empty.
 */
import type { ExchangeFormat } from '../format.ts';
import { type FiledProposition, indexRecord, type RecordIndex } from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';
import type { Cell, Column } from '../tables/table-set.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { type EventSpan, eventSpan } from './event-span.ts';
import { placeCodes } from './place-codes.ts';

const text = (name: string): Column => ({ name, type: 'text', about: name });
const whole = (name: string): Column => ({ name, type: 'integer', about: name });

const COLUMNS: readonly Column[] = [
  text('id'),
  whole('year'),
  text('type_of_violence'),
  text('source_article'),
  text('source_office'),
  text('source_date'),
  text('source_headline'),
  text('source_original'),
  whole('number_of_sources'),
  text('where_description'),
  text('where_prec'),
  { name: 'latitude', type: 'real', about: 'WGS 84' },
  { name: 'longitude', type: 'real', about: 'WGS 84' },
  text('event_clarity'),
  text('date_prec'),
  text('date_start'),
  text('date_end'),
  whole('low'),
  whole('best'),
  whole('high'),
  text('onrecord_text'),
  text('onrecord_standing'),
  text('onrecord_denied'),
  whole('onrecord_origins_at_least'),
  whole('onrecord_origins_at_most'),
];

function counts(one: FiledProposition): boolean {
  return one.measure === 'killed' && one.toll !== null && one.toll.used.length > 0;
}

/** Names of the innermost speakers: UCDP's `source_original`, "the name or type of person or organization". */
function originals(one: FiledProposition, index: RecordIndex): string {
  const names = (one.toll?.used ?? []).flatMap((id) => {
    const inner = index.claims.get(id)?.chain.at(-1);
    const name = index.nameOf(inner?.speaker ?? null) ?? inner?.named ?? '';
    return name === '' ? [] : [name];
  });
  return [...new Set(names)].join('; ');
}

function rowOf(one: FiledProposition, span: EventSpan, index: RecordIndex): readonly Cell[] {
  const { toll } = one;
  const place = placeCodes(one.scope.place, index);
  const sources = [
    ...new Set((toll?.used ?? []).flatMap((id) => index.claims.get(id)?.source ?? [])),
  ].flatMap((id) => index.sources.get(id) ?? []);
  const joined = (of: (source: (typeof sources)[number]) => string | null) =>
    [...new Set(sources.flatMap((source) => of(source) ?? []))].join('; ');
  return [
    one.id,
    span.start.slice(0, 4) === span.end.slice(0, 4) ? Number(span.start.slice(0, 4)) : null,
    null,
    joined(({ url }) => url),
    joined(({ publisher }) => index.nameOf(publisher)),
    joined(({ publishedAt }) => publishedAt),
    joined(({ title }) => title),
    originals(one, index),
    sources.length,
    one.scope.place,
    place.ucdp,
    place.point?.latitude ?? null,
    place.point?.longitude ?? null,
    null,
    span.ucdp,
    span.start,
    span.end,
    toll?.low?.value ?? null,
    toll?.best?.value ?? null,
    toll?.high?.value ?? null,
    one.text,
    one.standing.word,
    one.standing.flags.includes('denied') ? 'yes' : 'no',
    one.origins.atLeast,
    one.origins.atMost,
  ];
}

/** Losses that event data of both makes share. */
export const EVENT_LOSSES = [
  STAYS_IN_THE_VAULT,
  {
    what: 'who denies, in which words',
    why: 'a row is one event; that it is denied stands in a column of ours',
  },
  {
    what: 'everything but figures with a time',
    why: 'a proposition is a row only when its claims say when it happened',
  },
] as const;

export const UCDP: ExchangeFormat = {
  name: 'ucdp',
  standard: 'CSV with the columns of UCDP GED (names as in its codebook), as far as they mean the same',
  writes: 'ucdp.csv: people killed, low, best and high, with date_prec 1 to 5 and where_prec 1 to 7',
  readsBack: false,
  losses: [
    ...EVENT_LOSSES,
    {
      what: 'the meaning of best',
      why: "UCDP's best is a coder's estimate and never empty; here it is a number that somebody states, and empty when nobody does",
    },
    {
      what: 'type of violence, sides, conflict, event clarity',
      why: 'people at UCDP decide on them; the columns are empty',
    },
    {
      what: 'measures other than people killed',
      why: 'GED counts deaths',
    },
  ],
  render(file) {
    const index = indexRecord(file);
    const counted = file.propositions.filter(counts);
    const rows = counted.flatMap((one) => {
      const span = eventSpan(index.claimsOn.get(one.id) ?? []);
      return span === null || span.ucdp === null ? [] : [rowOf(one, span, index)];
    });
    const undated = counted.length - rows.length;
    return {
      files: [{ path: 'ucdp.csv', content: writeCsv({ columns: COLUMNS, rows }) }],
      leftOut:
        undated === 0
          ? []
          : [
              {
                what: 'counts of people killed whose time is open or longer than a year',
                count: undated,
                why: 'date_prec has no code for them',
              },
            ],
    };
  },
};
