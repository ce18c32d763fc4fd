/**
 * Rows like those of ACLED: one for each proposition that counts people harmed, with its sub-event type and precision codes.
 * Names of columns and types are ACLED's; nothing is copied from its data.
 */
import type { Measure } from '../../record/proposition.ts';
import type { ExchangeFormat } from '../format.ts';
import { type FiledProposition, indexRecord, type RecordIndex } from '../record-file/record-file.ts';
import type { Cell, Column } from '../tables/table-set.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { type EventSpan, eventSpan } from './event-span.ts';
import { placeCodes } from './place-codes.ts';
import { EVENT_LOSSES } from './ucdp-format.ts';

/** Event type and sub-event type by measure; a measure that is not here is no event of ACLED. */
const TYPES: Readonly<Partial<Record<Measure, readonly [event: string, sub: string]>>> = {
  killed: ['Violence against civilians', 'Attack'],
  injured: ['Violence against civilians', 'Attack'],
  tortured: ['Violence against civilians', 'Attack'],
  'sexual-violence': ['Violence against civilians', 'Sexual violence'],
  abducted: ['Violence against civilians', 'Abduction/forced disappearance'],
  disappeared: ['Violence against civilians', 'Abduction/forced disappearance'],
  detained: ['Strategic developments', 'Arrests'],
};

const text = (name: string): Column => ({ name, type: 'text', about: name });
const whole = (name: string): Column => ({ name, type: 'integer', about: name });

const COLUMNS: readonly Column[] = [
  text('event_id_cnty'),
  text('event_date'),
  whole('year'),
  text('time_precision'),
  text('event_type'),
  text('sub_event_type'),
  text('actor1'),
  text('civilian_targeting'),
  text('location'),
  { name: 'latitude', type: 'real', about: 'WGS 84' },
  { name: 'longitude', type: 'real', about: 'WGS 84' },
  text('geo_precision'),
  text('source'),
  text('notes'),
  whole('fatalities'),
  text('onrecord_date_end'),
  text('onrecord_measure'),
  whole('onrecord_low'),
  whole('onrecord_best'),
  whole('onrecord_high'),
  text('onrecord_denied'),
  whole('onrecord_origins_at_least'),
  whole('onrecord_origins_at_most'),
];

function rowOf(one: FiledProposition, span: EventSpan, index: RecordIndex): readonly Cell[] {
  const [event = null, sub = null] = TYPES[one.measure ?? 'statement'] ?? [];
  const place = placeCodes(one.scope.place, index);
  const outlets = (index.claimsOn.get(one.id) ?? []).flatMap(({ source }) => {
    const name = index.nameOf(index.sources.get(source)?.publisher ?? null);
    return name === null ? [] : [name];
  });
  const { toll } = one;
  const deaths = one.measure === 'killed' ? (toll?.best?.value ?? toll?.low?.value ?? null) : null;
  return [
    one.id,
    span.start,
    Number(span.start.slice(0, 4)),
    span.acled,
    event,
    sub,
    one.scope.by,
    event === 'Violence against civilians' ? 'Civilian targeting' : null,
    one.scope.place,
    place.point?.latitude ?? null,
    place.point?.longitude ?? null,
    place.acled,
    [...new Set(outlets)].join('; '),
    one.text,
    deaths,
    span.end,
    one.measure,
    toll?.low?.value ?? null,
    toll?.best?.value ?? null,
    toll?.high?.value ?? null,
    one.standing.flags.includes('denied') ? 'yes' : 'no',
    one.origins.atLeast,
    one.origins.atMost,
  ];
}

export const ACLED: ExchangeFormat = {
  name: 'acled',
  standard: 'CSV with the columns of ACLED (names as in its codebook), as far as they mean the same',
  writes:
    'acled.csv: people killed, injured, tortured, abducted, disappeared, detained, with time_precision and geo_precision 1 to 3',
  readsBack: false,
  losses: [
    ...EVENT_LOSSES,
    {
      what: 'ranges',
      why: 'fatalities is one number: the one stated, else the lowest; the range stands in columns of ours. Where ACLED writes 0 for an unknown number, the cell is empty',
    },
    {
      what: 'the last day of a span',
      why: 'event_date is one day, the first; the last stands in a column of ours',
    },
    {
      what: 'actor types, interaction, admin units',
      why: "ACLED's coders decide on them; there are no such columns",
    },
  ],
  render(file) {
    const index = indexRecord(file);
    const counted = file.propositions.filter(
      ({ measure, toll }) =>
        measure !== null && TYPES[measure] !== undefined && toll !== null && toll.used.length > 0,
    );
    const rows = counted.flatMap((one) => {
      const span = eventSpan(index.claimsOn.get(one.id) ?? []);
      return span === null || span.acled === null ? [] : [rowOf(one, span, index)];
    });
    const left = counted.length - rows.length;
    return {
      files: [{ path: 'acled.csv', content: writeCsv({ columns: COLUMNS, rows }) }],
      leftOut:
        left === 0
          ? []
          : [
              {
                what: 'figures whose time is open or longer than a month',
                count: left,
                why: 'time_precision has no code for them',
              },
            ],
    };
  },
};
