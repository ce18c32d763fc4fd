/** `onrecord place`: where something is claimed to have happened, and what a person says the words of sources mean. */
import { facetsOf, filterPlaces } from '../desk/places/filter-places.ts';
import { listPlaces } from '../desk/places/list-places.ts';
import { viewPlace } from '../desk/places/place-view.ts';
import { recordPlace, withdrawPlace } from '../desk/places/record-place.ts';
import { PLACE_KINDS } from '../desk/vocabulary.ts';
import type { Call, CommandFile } from './command.ts';
import type { ExitCode } from './exit-codes.ts';
import { BY, INCLUDE_PROPOSED, LIMIT, MEASURE, REASON } from './figure-options.ts';
import { placeLines } from './place-lines.ts';
import { placeFilter, placeOrder } from './place-options.ts';
import { listRecorded, type RecordedThing, runRecorded } from './recorded-things.ts';

export const place: CommandFile = {
  name: 'place',
  summary: 'where it is said to have happened; say what words mean',
  description:
    'list shows the places of which something is claimed, in the words of sources: those that a person put on record, and for the others what the shipped list of places proposes, which nothing rests on. record says what place words mean: a new one, or with PLACE one as it is from now on (what is not given stays, "none" empties a field). Leave coordinates out where they are unknown or must stay secret: the place is never drawn then. withdraw takes one back. The log keeps every version.',
  args: [
    ['<action>', 'list, record or withdraw'],
    ['[place]', 'record, withdraw: id of a recorded place or its beginning'],
  ],
  options: [
    ['--words <words>', 'list: part of a name'],
    ['--kind <kind>', 'what it is; list: only these', [...PLACE_KINDS, 'unplaced']],
    ['--country <code>', 'two capital letters (ISO 3166-1); list: only these'],
    ['--precision <code>', 'how exactly it is known, 1 to 7 (UCDP where_prec); list: only these'],
    MEASURE,
    ['--from <day>', 'list: something of it was said on this day or later'],
    ['--until <day>', 'list: something of it was said on this day or before'],
    INCLUDE_PROPOSED,
    ['--name <name>', 'record: under which it is shown'],
    ['--wording <words...>', 'record: as sources word it; the name when not given'],
    ['--at <degrees>', 'record: latitude,longitude (WGS 84)'],
    ['--site-type <code>', 'record: of a site, such as huridocs-17.0305'],
    ['--part-of <place>', 'record: the recorded place that it lies in'],
    ['--run-by <actor,claim...>', 'record: who runs it, and the claim that says so'],
    LIMIT,
    BY,
    REASON,
  ],
  examples: [
    ['onrecord place list --include-proposed --measure detained', 'where people are said to be detained'],
    [
      'onrecord place record --name Orsa --kind settlement --at -49.35,70.22 --precision 1 --wording Orsa "old Orsa" --by "A. Archivist" --reason "the village"',
      'says what two wordings mean',
    ],
    [
      'onrecord place record plc_7d2kq --at none --by "A. Archivist" --reason "must stay secret"',
      'withholds where it lies',
    ],
    ['onrecord place withdraw plc_7d2kq --by "A. Archivist" --reason "another Orsa"', 'takes it back'],
  ],
  usesVault: true,
  run: (call) => runRecorded(call, PLACE),
};

const PLACE: RecordedThing = {
  name: 'place',
  one: 'a place',
  list,
  record: async (desk, { options }, id, decision) =>
    recordPlace(desk, { ...(await placeOrder(desk, options, id)), ...decision }),
  withdraw: withdrawPlace,
  next: () => null,
  gone: 'Taken back: its words mean no recorded place any more. The log keeps it.',
};

async function list(call: Call): Promise<ExitCode> {
  const filter = placeFilter(call.options);
  return listRecorded(call, {
    name: 'place',
    title: 'Places',
    find: async (desk, includeProposed) => {
      const { openWordings } = await import('../compose.ts');
      const rows = await listPlaces(desk, { includeProposed, locate: await openWordings() });
      return { rows, fitting: filterPlaces(rows, filter) };
    },
    view: viewPlace,
    json: ({ shown, fitting, rows }) => ({ places: shown, fitting, facets: facetsOf(rows) }),
    none: () => 'None fits. Only accepted claims count: add --include-proposed to count proposals, too.',
    lines: placeLines,
  });
}
