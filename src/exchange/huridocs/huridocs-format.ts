/**
 * HURIDOCS Events Standard Formats (2001) as CSV, one file a format, with the field names of OpenEvSys and the codes of the
 * micro-thesauri (twelve digits, as OpenEvSys writes them). An event is a proposition that no broader one holds; acts are the
 * counts and occurrences in it; information is each claim; interventions are the answers of states.
 */
import { HARMS, type Measure } from '../../record/proposition.ts';
import { eventSpan } from '../event-data/event-span.ts';
import { placeCodes } from '../event-data/place-codes.ts';
import type { ExchangeFormat, LeftOut } from '../format.ts';
import {
  type FiledActor,
  type FiledClaim,
  type FiledProposition,
  type FiledResponse,
  indexRecord,
  type RecordIndex,
} from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';
import { type CellColumn, describeTable, textColumn, wholeColumn } from '../tables/describe-table.ts';
import type { Table } from '../tables/table-set.ts';
import { writeCsv } from '../tables/write-csv.ts';
import {
  actCode,
  attributionCodes,
  connectionCode,
  responseCode,
  statusCode,
  unitCode,
} from './huridocs-codes.ts';

/** Measures that are acts done to people. */
const ACTS: ReadonlySet<Measure> = new Set(HARMS);

/** The broadest proposition above; itself when there is none. A circle ends where it began. */
function rootOf(one: FiledProposition, index: RecordIndex): FiledProposition {
  const seen = new Set<string>();
  let at = one;
  while (at.narrowerThan !== null && !seen.has(at.id)) {
    seen.add(at.id);
    at = index.propositions.get(at.narrowerThan) ?? at;
    if (seen.has(at.id)) return one;
  }
  return at;
}

const claimsOn = (one: FiledProposition, index: RecordIndex) => index.claimsOn.get(one.id) ?? [];

function dateColumns<T>(of: (thing: T) => readonly FiledClaim[]): readonly CellColumn<T>[] {
  return [
    textColumn('initial_date', 'First day', (one) => eventSpan(of(one))?.start ?? null),
    textColumn('initial_date_type', 'List 48', (one) => pad(eventSpan(of(one))?.huridocs ?? null)),
    textColumn('final_date', 'Last day', (one) => eventSpan(of(one))?.end ?? null),
    textColumn('final_date_type', 'List 48', (one) => pad(eventSpan(of(one))?.huridocs ?? null)),
  ];
}

/** Codes have twelve digits there; ours are cut to the leading ones. */
function pad(code: string | null): string | null {
  return code === null ? null : code.padEnd(12, '0');
}

function eventTable(events: readonly FiledProposition[], index: RecordIndex): Table {
  return describeTable<FiledProposition>(
    { name: 'event', about: 'Events', key: ['event_record_number'] },
    [
      textColumn('event_record_number', 'Id', ({ id }) => id),
      textColumn('event_title', 'Neutral sentence', ({ text }) => text),
      ...dateColumns<FiledProposition>((one) => claimsOn(one, index)),
      textColumn('event_description', 'What was reckoned', (one) => descriptionOf(one)),
      textColumn('local_geographical_area', 'As worded', ({ scope }) => scope.place),
      textColumn('violation_status', 'List 41', ({ standing }) => pad(statusCode(standing.word))),
    ],
    events,
  );
}

function descriptionOf({ standing, origins }: FiledProposition): string {
  const most = origins.atMost === null ? 'or more' : `to ${origins.atMost}`;
  const denied = standing.flags.includes('denied') ? ' Denied.' : '';
  return `Standing: ${standing.word}. Independent origins: ${origins.atLeast} ${most}.${denied}`;
}

function actTables(acts: readonly FiledProposition[], index: RecordIndex): readonly Table[] {
  const blamed = acts.filter(({ scope }) => scope.by !== null);
  return [
    describeTable<FiledProposition>(
      { name: 'act', about: 'Acts', key: ['act_record_number'] },
      [
        textColumn('act_record_number', 'Id', ({ id }) => `${id}-act`),
        textColumn('event', 'Event', (one) => rootOf(one, index).id),
        textColumn('victim', 'Person', ({ id, scope }) => (scope.group === null ? null : `${id}-victims`)),
        textColumn('type_of_act', 'List 4', ({ measure }) => pad(actCode(measure))),
        ...dateColumns<FiledProposition>((one) => claimsOn(one, index)),
        textColumn('exact_location', 'As worded', ({ scope }) => scope.place),
        textColumn('attribution', 'List 28, more than one by "; "', (one) =>
          attributionCodes(one, index)
            .map((code) => pad(code))
            .join('; '),
        ),
        textColumn('remarks', 'Neutral sentence', ({ text }) => text),
        {
          name: 'act_location_latitude',
          type: 'real',
          about: 'WGS 84',
          of: ({ scope }) => placeCodes(scope.place, index).point?.latitude ?? null,
        },
        {
          name: 'act_location_longitude',
          type: 'real',
          about: 'WGS 84',
          of: ({ scope }) => placeCodes(scope.place, index).point?.longitude ?? null,
        },
      ],
      acts,
    ),
    describeTable<FiledProposition>(
      { name: 'involvement', about: 'Alleged perpetrators, as worded', key: ['involvement_record_number'] },
      [
        textColumn('involvement_record_number', 'Id', ({ id }) => `${id}-involvement`),
        textColumn('act', 'Act', ({ id }) => `${id}-act`),
        textColumn('perpetrator', 'Person', ({ id }) => `${id}-blamed`),
        textColumn('event', 'Event', (one) => rootOf(one, index).id),
        textColumn('degree_of_involvement', 'List 18: suspected', () => pad('0106')),
      ],
      blamed,
    ),
  ];
}

/** Everybody in one list, "whatever their role": speakers, counted groups and those blamed. */
interface Someone {
  readonly id: string;
  readonly name: string | null;
  readonly others: string | null;
  readonly unit: string | null;
  readonly group: string | null;
  readonly count: number | null;
}

function someone(actor: FiledActor): Someone {
  const [first, ...others] = actor.names.map(({ text }) => text);
  const unit = actor.kind === 'person' ? 'individual' : 'group';
  return {
    id: actor.id,
    name: first ?? null,
    others: others.join('; ') || null,
    unit,
    group: null,
    count: null,
  };
}

function groupsOf(acts: readonly FiledProposition[], index: RecordIndex): readonly Someone[] {
  return acts.flatMap((one) => {
    const unit = claimsOn(one, index).find(({ quantity }) => quantity !== null)?.quantity?.unit ?? 'people';
    const victims =
      one.scope.group === null
        ? []
        : [
            {
              id: `${one.id}-victims`,
              name: null,
              others: null,
              unit,
              group: one.scope.group,
              count: one.toll?.best?.value ?? null,
            },
          ];
    const blamed =
      one.scope.by === null
        ? []
        : [
            {
              id: `${one.id}-blamed`,
              name: one.scope.by,
              others: null,
              unit: 'group',
              group: null,
              count: null,
            },
          ];
    return [...victims, ...blamed];
  });
}

function personTable(people: readonly Someone[]): Table {
  return describeTable<Someone>(
    { name: 'person', about: 'Persons and groups', key: ['person_record_number'] },
    [
      textColumn('person_record_number', 'Id', ({ id }) => id),
      textColumn('counting_unit', 'List 7', ({ unit }) => pad(unitCode(unit))),
      textColumn('person_name', 'As published', ({ name }) => name),
      textColumn('other_names', 'Other spellings', ({ others }) => others),
      textColumn('group_description', 'As worded', ({ group }) => group),
      wholeColumn(
        'number_of_persons_in_group',
        'Stated as the number; empty: not stated',
        ({ count }) => count,
      ),
    ],
    people,
  );
}

function informationTable(claims: readonly FiledClaim[], index: RecordIndex): Table {
  return describeTable<FiledClaim>(
    { name: 'information', about: 'Claims', key: ['information_record_number'] },
    [
      textColumn('information_record_number', 'Id', ({ id }) => id),
      textColumn('event', 'Event', ({ proposition }) => {
        const one = index.propositions.get(proposition);
        return one === undefined ? null : rootOf(one, index).id;
      }),
      textColumn('source', 'Person', ({ chain }) => chain.at(-1)?.speaker ?? null),
      textColumn('source_connection_to_information', 'List 19', ({ chain }) =>
        pad(connectionCode(chain.at(-1)?.connection ?? null)),
      ),
      textColumn(
        'language_of_source_material',
        'BCP 47',
        ({ source }) => index.sources.get(source)?.language ?? null,
      ),
      textColumn(
        'date_of_source_material',
        'EDTF',
        ({ source }) => index.sources.get(source)?.publishedAt ?? null,
      ),
      textColumn(
        'type_of_source_material',
        'In our words',
        ({ source }) => index.sources.get(source)?.kind ?? null,
      ),
      textColumn('reliability_of_information', 'List 42: not rated', () => pad('99')),
      textColumn(
        'remarks',
        'Stance and exact words',
        ({ stance, passages }) => `${stance}: ${passages[0]?.exact ?? ''}`,
      ),
    ],
    claims,
  );
}

function interventionTable(responses: readonly FiledResponse[]): Table {
  const numbered = responses.map((one, at) => ({ one, at }));
  return describeTable<{ readonly one: FiledResponse; readonly at: number }>(
    {
      name: 'intervention',
      about: 'What was asked of states, and what they answered',
      key: ['intervention_record_number'],
    },
    [
      textColumn('intervention_record_number', 'Id', ({ at }) => `intervention-${at + 1}`),
      textColumn('parties_requested', 'As the sources name it', ({ one }) => one.byName),
      textColumn('type_of_intervention', 'List 20', ({ one }) =>
        one.measure === 'investigation' ? pad('0201') : null,
      ),
      textColumn('date_of_intervention', 'EDTF', ({ one }) => one.askedAt),
      textColumn('response', 'List 27', ({ one }) => pad(responseCode(one.answer))),
      textColumn('intervention_status', 'List 45', ({ one }) =>
        one.answer === 'pending' ? pad('05') : null,
      ),
      textColumn('remarks', 'In our words', ({ one }) =>
        [`${one.measure}: ${one.answer}`, one.reason, one.toward === null ? null : `for ${one.toward}`]
          .filter((part) => part !== null)
          .join('. '),
      ),
    ],
    numbered,
  );
}

function leftOutOf(
  acts: readonly FiledProposition[],
  responses: readonly FiledResponse[],
): readonly LeftOut[] {
  return [
    {
      what: 'codes of acts',
      count: acts.filter(({ measure }) => actCode(measure) === null).length,
      why: 'list 4 has no code for the measure alone; a person must read the words',
    },
    {
      what: 'codes of answers',
      count: responses.filter(({ answer }) => responseCode(answer) === null && answer !== 'pending').length,
      why: 'list 27 has no word for a refusal or a part; the remarks have',
    },
  ].filter(({ count }) => count > 0);
}

export const HURIDOCS: ExchangeFormat = {
  name: 'huridocs',
  standard: 'HURIDOCS Events Standard Formats and Micro-thesauri (2001), with the field names of OpenEvSys',
  writes:
    'event, act, person, involvement, information and intervention as CSV, with codes of lists 4, 7, 18, 19, 20, 27, 28, 41, 42, 45, 48',
  readsBack: false,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'one claim for each question',
      why: 'list 28 mixes whether it happened and who is responsible; the codes are put together from the positions of those who are blamed',
    },
    {
      what: 'low and high',
      why: 'a group has one number; it is empty where nobody states one',
    },
    {
      what: 'chains of speakers and positions in text',
      why: 'information has one source; the words stand in the remarks',
    },
    {
      what: 'confirmed violations',
      why: 'only a person may say so: the machine sets no code of list 41 above "likely"',
    },
    {
      what: 'types of source material as codes',
      why: 'list 16 is not shipped; the words are ours',
    },
  ],
  render(file) {
    const index = indexRecord(file);
    const spoken = file.propositions.filter(({ kind }) => kind !== 'response');
    const roots = new Set(spoken.map((one) => rootOf(one, index).id));
    const events = spoken.filter(({ id }) => roots.has(id));
    const acts = spoken.filter(({ measure }) => measure !== null && ACTS.has(measure));
    const people = [...file.actors.map(someone), ...groupsOf(acts, index)];
    const claims = file.claims.filter(
      ({ proposition }) => index.propositions.get(proposition)?.kind !== 'response',
    );
    const tables = [
      eventTable(events, index),
      ...actTables(acts, index),
      personTable(people),
      informationTable(claims, index),
      interventionTable(file.responses),
    ];
    return {
      files: tables.map((table) => ({ path: `${table.name}.csv`, content: writeCsv(table) })),
      leftOut: leftOutOf(acts, file.responses),
    };
  },
};
