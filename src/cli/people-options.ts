/** Flags of commands that link lists. */
import { PEOPLE_DEFAULTS, type PeopleOptions } from '../desk/people/link-people.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import { wordsOf } from './figure-options.ts';

type OptionRow = CommandFile['options'][number];

export const RECALL: OptionRow = [
  '--recall <share>',
  'share of true pairs that fully agreeing listings are held to find (0.8)',
];
export const FREE: OptionRow = [
  '--free <lists>',
  'lists on which nobody stands twice, by name or id, with commas between',
];
export const WITHOUT: OptionRow = [
  '--without <lists>',
  'lists to leave out, by name or id, with commas between',
];
export const SEED: OptionRow = ['--seed <number>', 'seed of the draws, 0 or more (1)'];

/**
 * How to link, as the flags say.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * peopleOptions(call.options, 'people');
 */
export function peopleOptions(options: Options, command: string): PeopleOptions {
  const seed = Number(wordsOf(options, 'seed') ?? PEOPLE_DEFAULTS.seed);
  const recall = Number(wordsOf(options, 'recall') ?? PEOPLE_DEFAULTS.recall);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw usageError('--seed must be a whole number, 0 or more', command);
  if (!(recall > 0 && recall <= 1)) throw usageError('--recall must be above 0 and at most 1', command);
  return {
    ...PEOPLE_DEFAULTS,
    seed,
    recall,
    free: namesOf(options, 'free'),
    without: namesOf(options, 'without'),
  };
}

function namesOf(options: Options, flag: string): readonly string[] {
  const names = (wordsOf(options, flag) ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}
