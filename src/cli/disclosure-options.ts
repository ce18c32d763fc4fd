/** By which rule small numbers are protected, as a person says it; the same for tables in files and counts from cases. */
import type { AxisSum, DisclosureRule } from '../desk/disclosure/check-sheets.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import { wordsOf } from './figure-options.ts';

export const RULE_OPTIONS: CommandFile['options'] = [
  ['--threshold <people>', 'fewer people than this are few, 3 to 20 (5)'],
  ['--protection <width>', 'least width of the interval that an attacker is left with (as the threshold)'],
  ['--round <base>', 'round to multiples of this number instead, and withhold only where that leaks'],
  ['--zeros', 'protect cells of nobody as well'],
];

export const GROUP_OPTION: CommandFile['options'][number] = [
  '--group <sum...>',
  'a label that sums others: "north=Aldland+Borland"',
];

/**
 * Sums that were given with `--group`.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * groupsGiven(options, 'counts'); // [{ whole: 'north', parts: ['Aldland', 'Borland'] }]
 */
export function groupsGiven(options: Options, command: string): readonly AxisSum[] {
  const given = options.group;
  return (Array.isArray(given) ? given.map(String) : []).map((sum) => {
    const at = sum.indexOf('=');
    const whole = sum.slice(0, Math.max(at, 0)).trim();
    const parts = sum
      .slice(at + 1)
      .split('+')
      .map((part) => part.trim());
    if (whole === '' || parts.includes(''))
      throw usageError(
        '--group is a label, "=", and its parts with "+" between: "north=Aldland+Borland"',
        command,
      );
    return { whole, parts };
  });
}

/**
 * What was said of the rule.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * disclosureRule(ruleGiven(options, 'counts'));
 */
export function ruleGiven(options: Options, command: string): Partial<DisclosureRule> {
  const numberOf = (name: string): number | null => {
    const words = wordsOf(options, name);
    if (words === null) return null;
    if (!/^\d{1,3}$/u.test(words)) throw usageError(`--${name} must be a whole number`, command);
    return Number(words);
  };
  const base = numberOf('round');
  const protection = numberOf('protection');
  return {
    threshold: numberOf('threshold') ?? 5,
    ...(protection === null ? {} : { protection }),
    ...(base === null ? {} : { kind: 'round', base }),
    zeros: options.zeros === true ? 'protect' : 'publish',
  };
}
