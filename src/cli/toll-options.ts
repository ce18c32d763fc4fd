/** The flags of `onrecord toll`, as the desk takes them. */
import type { TotalQuery } from '../desk/total-tolls.ts';
import {
  TIME_AXES,
  type TimeAxis,
  TOLL_RULES,
  type TollRule,
  VAGUE_PRESETS,
  type VaguePreset,
} from '../desk/vocabulary.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import { dayGiven, wordsOf } from './figure-options.ts';

export const TOLL_OPTIONS: CommandFile['options'] = [
  ['--place <name>', 'counts of this place and of places that certainly lie in it'],
  ['--from <day>', 'counts of what happened on or after this day'],
  ['--until <day>', 'counts of what happened on or before this day'],
  ['--by <name>', 'counts that name this alleged perpetrator'],
  ['--group <words>', 'counts of these people, in the words of sources'],
  ['--incident <id>', 'counts that were joined to this incident: its id or the beginning of it'],
  ['--rule <rule>', 'one rule as the figure; the headline and all three when not given', TOLL_RULES],
  ['--preset <name>', 'turns “dozens” and the like into bounds; none when not given', VAGUE_PRESETS],
  ['--axis <days>', 'also list the steps: by day of saying, or by day of the event', TIME_AXES],
  ['--total', 'add the counts up, each measure by itself'],
  ['--places-apart', 'with --total: places of different names share no ground, whatever the gazetteer knows'],
  ['--seed <number>', 'with --total: where the chance of the simulation starts'],
  [
    '--svg <file>',
    'draw the leading toll, or the leading total, into this new file; names of persons as in a dossier',
  ],
];

/** What the flags ask for beyond the common ones. */
export interface TollAsked extends Pick<TotalQuery, 'scope' | 'preset' | 'placesApart' | 'seed'> {
  /** Id of an incident or its beginning. */
  readonly incident: string | null;
  readonly rule: TollRule | null;
  readonly axis: TimeAxis | null;
  readonly total: boolean;
  readonly svg: string | null;
}

/**
 * Reads the flags.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * tollAsked(call.options).scope?.place; // 'Kessar'
 */
export function tollAsked(options: Options): TollAsked {
  const from = dayGiven(options, 'from', 'toll');
  const until = dayGiven(options, 'until', 'toll');
  if (from !== null && until !== null && from > until)
    throw usageError('--from must not be after --until', 'toll');
  const total = options.total === true;
  for (const flag of ['placesApart', 'seed'])
    if (!total && options[flag] !== undefined)
      throw usageError(
        `${flag === 'seed' ? '--seed' : '--places-apart'} says how a total is made; add --total`,
        'toll',
      );
  const seed = options.seed === undefined ? null : Number(options.seed);
  if (seed !== null && !(Number.isSafeInteger(seed) && seed >= 0))
    throw usageError('--seed must be a whole number, 0 or more', 'toll');
  const preset = VAGUE_PRESETS.find((one): one is VaguePreset => one === options.preset);
  const place = wordsOf(options, 'place');
  const group = wordsOf(options, 'group');
  const by = wordsOf(options, 'by');
  return {
    scope: { place, group, by, from, until },
    ...(preset === undefined ? {} : { preset }),
    placesApart: options.placesApart === true,
    ...(seed === null ? {} : { seed }),
    incident: wordsOf(options, 'incident'),
    rule: TOLL_RULES.find((one) => one === options.rule) ?? null,
    axis: TIME_AXES.find((one) => one === options.axis) ?? null,
    total,
    svg: wordsOf(options, 'svg'),
  };
}
