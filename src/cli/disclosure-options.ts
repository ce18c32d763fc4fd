/** By which rule small numbers are protected, as a person says it; the same for tables in files and counts from cases. */
import type { DisclosureRule } from '../desk/disclosure/check-sheets.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import { wordsOf } from './figure-options.ts';

export const RULE_OPTIONS: CommandFile['options'] = [
  ['--threshold <people>', 'fewer people than this are few, 3 to 20 (5)'],
  ['--protection <width>', 'least width of the interval that an attacker is left with (as the threshold)'],
  ['--round <base>', 'round to multiples of this number instead, and withhold only where that leaks'],
  ['--zeros', 'protect cells of nobody as well'],
];

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
