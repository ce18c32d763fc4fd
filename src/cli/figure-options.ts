/** Flags that the commands with figures share. */

import { dayOf } from '../desk/calendar.ts';
import { MEASURES, type Measure } from '../desk/vocabulary.ts';
import { type CommandFile, type Options, usageError } from './command.ts';

type OptionRow = CommandFile['options'][number];

export const INCLUDE_PROPOSED: OptionRow = [
  '--include-proposed',
  'count machine proposals that nobody has reviewed, too',
];
export const MEASURE: OptionRow = ['--measure <measure>', 'what is counted or done', MEASURES];
export const PROPOSITION: OptionRow = [
  '--proposition <id>',
  'one proposition, by its id or the beginning of it',
];
export const LIMIT: OptionRow = [
  '--limit <number>',
  'how many to show (the leading ones when not given; JSON gives all)',
];
export const BY: OptionRow = [
  '--by <name>',
  'who decides, as it will stand in the log (else ONRECORD_AGENT)',
];
export const REASON: OptionRow = ['--reason <words>', 'why; it stays visible'];

/**
 * How many rows to show.
 *
 * @returns `undefined` for all
 * @throws OnRecordError `bad-usage`
 * @example
 * limitOf(call.options, { json: false, name: 'toll', usual: 20 });
 */
export function limitOf(
  options: Options,
  { json, name, usual }: { readonly json: boolean; readonly name: string; readonly usual: number },
): { readonly limit?: number } {
  if (options.limit === undefined) return json ? {} : { limit: usual };
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw usageError('--limit must be a whole number, 1 or more', name);
  return { limit };
}

/**
 * The day of --as-of.
 *
 * @returns null when not given
 * @throws OnRecordError `bad-usage`
 * @example
 * asOfDay(call.options, 'toll');
 */
export function asOfDay(options: Options, name: string): string | null {
  const value = options.asOf;
  if (value === undefined) return null;
  if (typeof value === 'string' && value.length === 10 && dayOf(value) !== null) return value;
  throw usageError('--as-of must be a day such as 2017-05-18', name);
}

/**
 * The condition fields that are given, as the desk takes them.
 *
 * @example
 * reckonConditions(call.options); // { includeProposed: true, measure: 'killed' }
 */
export function reckonConditions(options: Options): {
  readonly includeProposed: boolean;
  readonly measure?: Measure;
  readonly proposition?: string;
} {
  const measure = MEASURES.find((one) => one === options.measure);
  return {
    includeProposed: options.includeProposed === true,
    ...(measure === undefined ? {} : { measure }),
    ...(typeof options.proposition === 'string' ? { proposition: options.proposition } : {}),
  };
}

/** The name of --by, or ONRECORD_AGENT; null when neither is given. */
export function byOf(options: Options): string | null {
  if (typeof options.by === 'string') return options.by;
  const name = process.env.ONRECORD_AGENT ?? '';
  return name === '' ? null : name;
}

/** A text option; null when not given. */
export function wordsOf(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/**
 * The day of --from or --until.
 *
 * @returns null when not given
 * @throws OnRecordError `bad-usage`
 * @example
 * dayGiven(call.options, 'from', 'toll');
 */
export function dayGiven(options: Options, flag: 'from' | 'until', name: string): string | null {
  const value = wordsOf(options, flag);
  if (value === null) return null;
  if (value.length === 10 && dayOf(value) !== null) return value;
  throw usageError(`--${flag} must be a day such as 2017-05-18`, name);
}
