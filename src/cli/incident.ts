/** `onrecord incident`: what happened, or is said to have happened, as people put it on record. No program makes one. */
import { kindsOf, viewIncident } from '../desk/incidents/incident-view.ts';
import { filterIncidents, listIncidents } from '../desk/incidents/list-incidents.ts';
import { recordIncident, withdrawIncident } from '../desk/incidents/record-incident.ts';
import type { Call, CommandFile } from './command.ts';
import type { ExitCode } from './exit-codes.ts';
import { BY, INCLUDE_PROPOSED, LIMIT, MEASURE, REASON } from './figure-options.ts';
import { incidentFilter, incidentOrder } from './incident-options.ts';
import { incidentLines } from './place-lines.ts';
import { listRecorded, type RecordedThing, runRecorded } from './recorded-things.ts';

export const incident: CommandFile = {
  name: 'incident',
  summary: 'what is said to have happened: which propositions speak of it',
  description:
    'list shows the incidents that people put on record, the earliest first. record puts one on record from propositions that speak of it: a new one, or with INCIDENT one as it is from now on (what is not given stays, "none" empties a field). Word the title neutrally: no speaker, no number. withdraw takes one back; its propositions stay. The log keeps every version. Its counts: onrecord toll --incident.',
  args: [
    ['<action>', 'list, record or withdraw'],
    ['[incident]', 'record, withdraw: id of an incident or its beginning'],
  ],
  options: [
    ['--words <words>', 'list: part of a title'],
    ['--kind <kind>', 'what kind it is, in your words; list: only these'],
    ['--place <place>', 'id of a recorded place or its beginning; list: only these'],
    MEASURE,
    ['--from <day>', 'list: it may have happened on this day or later'],
    ['--until <day>', 'list: it may have happened on this day or before'],
    INCLUDE_PROPOSED,
    ['--title <words>', 'record: what happened, neutrally'],
    ['--when <edtf>', 'record: a day, a month, a year or an interval of them, such as 2031-03/2031-05'],
    ['--throughout', 'record: it went on all that time; at some time within it when not given'],
    [
      '--clarity <number>',
      'record: 1 identifiable, 2 not (UCDP event_clarity); 1 when not given',
      ['1', '2'],
    ],
    ['--proposition <id...>', 'record: those that speak of it'],
    ['--follows <incident...>', 'record: incidents that it follows from'],
    LIMIT,
    BY,
    REASON,
  ],
  examples: [
    ['onrecord incident list --from 2031-03-01', 'what may have happened since March'],
    [
      'onrecord incident record --title "Arrests in Kessar" --kind "mass roundup" --when 2031-03/2031-05 --proposition prp_2cdef --by "A. Archivist" --reason "the same weeks"',
      'puts one on record',
    ],
    [
      'onrecord incident withdraw inc_7d2kq --by "A. Archivist" --reason "two raids"',
      'takes it back; its propositions stay',
    ],
  ],
  usesVault: true,
  run: (call) => runRecorded(call, INCIDENT),
};

const INCIDENT: RecordedThing = {
  name: 'incident',
  one: 'an incident',
  list,
  record: async (desk, { options }, id, decision) =>
    recordIncident(desk, { ...(await incidentOrder(desk, options, id)), ...decision }),
  withdraw: withdrawIncident,
  next: (name) => `Its counts: onrecord toll --incident ${name}.`,
  gone: 'Taken back; its propositions stay. The log keeps it.',
};

async function list(call: Call): Promise<ExitCode> {
  return listRecorded(call, {
    name: 'incident',
    title: 'Incidents',
    find: async (desk, includeProposed) => {
      const filter = await incidentFilter(desk, call.options);
      const rows = await listIncidents(desk, { includeProposed });
      return { rows, fitting: filterIncidents(rows, filter) };
    },
    view: viewIncident,
    json: ({ shown, fitting, rows }) => ({ incidents: shown, fitting, kinds: kindsOf(rows) }),
    none: (rows) => (rows.length === 0 ? 'Nobody has put one on record yet.' : 'None fits.'),
    lines: incidentLines,
  });
}
