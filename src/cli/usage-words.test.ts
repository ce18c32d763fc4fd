/** A command line that cannot be read is answered in plain words, and what was typed is not repeated. */
import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { buildCommand } from './run-command.ts';
import { flagForValue, usageWords } from './usage-words.ts';

async function said(name: string, argv: readonly string[]): Promise<string> {
  const file = await COMMANDS.find((one) => one.name === name)?.load();
  if (file === undefined) throw new TypeError(`no command ${name}`);
  const command = buildCommand(file)
    .name(`onrecord ${name}`)
    .exitOverride()
    .action(() => undefined);
  command.configureOutput({ writeErr: () => undefined });
  const swallowed = flagForValue(command, argv);
  if (swallowed !== null) return swallowed;
  try {
    command.parse([...argv], { from: 'user' });
    return '';
  } catch (error) {
    return error instanceof CommanderError ? usageWords(error, command) : String(error);
  }
}

test.each([
  ['capture', [], /^capture needs one thing more: input \(.+\)$/u],
  ['toll', ['xyz'], /^toll takes flags alone, and there is a word more\. Words that belong together/u],
  ['backup', ['a', 'secret'], /^backup takes one thing beside its flags, and there are 2 words\./u],
  ['toll', ['--measure', 'dead'], /^--measure takes one of: killed, /u],
  ['capture', ['a', '--lnag', 'en'], /^capture has no flag --lnag\. Did you mean --lang\?$/u],
  ['capture', ['a', '--qqqqqqq'], /^capture has no flag --qqqqqqq$/u],
  ['capture', ['a', '--title'], /^--title needs a value: --title <\w+>$/u],
  ['capture', ['a', '--title', '--vault', 'v'], /^--title needs a value: --title <\w+>$/u],
  ['capture', ['--title=x', '--vault', 'v', '--', '--title', '--vault'], /^$/u],
  ['capture', ['a', '--title', '--not-a-flag'], /^$/u],
] as const)('%s %j', async (name, argv, words) => {
  expect(await said(name, argv)).toMatch(words);
});
