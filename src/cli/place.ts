/** `onrecord place`: where something is claimed to have happened, and what a person says the words of sources mean. */
import { idLetters } from '../desk/find-by-id.ts';
import { facetsOf, filterPlaces } from '../desk/places/filter-places.ts';
import { listPlaces } from '../desk/places/list-places.ts';
import { viewPlace } from '../desk/places/place-view.ts';
import { recordPlace, withdrawPlace } from '../desk/places/record-place.ts';
import { PLACE_KINDS } from '../desk/vocabulary.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, INCLUDE_PROPOSED, LIMIT, limitOf, MEASURE, REASON, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { placeLines } from './place-lines.ts';
import { placeFilter, placeOrder } from './place-options.ts';
import { heading, para, shortId } from './words.ts';

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
  async run(call) {
    const [action, id = null] = call.args;
    if (action === 'list') return list(call, id);
    if (action === 'record') return record(call, id);
    if (action === 'withdraw') return withdraw(call, id);
    throw usageError('The first word after place must be list, record or withdraw', 'place');
  },
};

async function list(call: Call, more: string | null): Promise<ExitCode> {
  const { options, terminal } = call;
  if (more !== null) throw usageError('list takes no id; narrow it with --words', 'place');
  const filter = placeFilter(options);
  const { limit } = limitOf(options, { json: terminal.json, name: 'place', usual: 30 });
  const { openWordings } = await import('../compose.ts');
  const desk = await call.open('read');
  const locate = await openWordings();
  const rows = await listPlaces(desk, { includeProposed: options.includeProposed === true, locate });
  const fitting = filterPlaces(rows, filter);
  const shown = fitting.slice(0, limit);
  if (terminal.json) {
    terminal.outJson({ places: shown.map(viewPlace), fitting: fitting.length, facets: facetsOf(rows) });
    return EXIT.ok;
  }
  const { paper } = terminal;
  const page = { paper, letters: idLetters(await desk.store.counts()) };
  terminal.out(...heading('Places', paper));
  if (fitting.length === 0)
    terminal.out(
      ...para(
        'None fits. Only accepted claims count: add --include-proposed to count proposals, too.',
        paper,
      ),
    );
  for (const one of shown) terminal.out(...placeLines(one, page));
  const left = fitting.length - shown.length;
  if (left > 0) terminal.out('', ...para(`${left} more: --limit shows more of them.`, paper));
  return EXIT.ok;
}

async function record(call: Call, id: string | null): Promise<ExitCode> {
  const { options, terminal } = call;
  const decision = { by: byOf(options), reason: wordsOf(options, 'reason') };
  const desk = await call.open('write');
  const made = await recordPlace(desk, { ...(await placeOrder(desk, options, id)), ...decision });
  if (terminal.json) terminal.outJson({ id: made });
  else {
    const short = shortId(made, { paper: terminal.paper, letters: idLetters(await desk.store.counts()) });
    terminal.out(
      `On record: ${short}. Take it back with: onrecord place withdraw ${short}${placeFlags(call)} --reason "…"`,
    );
  }
  return EXIT.ok;
}

async function withdraw(call: Call, id: string | null): Promise<ExitCode> {
  const { options, terminal } = call;
  if (id === null) throw usageError('withdraw needs a place', 'place');
  const decision = { id, by: byOf(options), reason: wordsOf(options, 'reason') };
  const gone = await withdrawPlace(await call.open('write'), decision);
  if (terminal.json) terminal.outJson({ id: gone });
  else terminal.out('Taken back: its words mean no recorded place any more. The log keeps it.');
  return EXIT.ok;
}
