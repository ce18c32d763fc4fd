/** What commander says of a command line that it cannot read, in the words of the house: what is wrong and what to write instead. */
import type { Command, CommanderError, Option } from 'commander';

/** Flags near to an unknown one, as commander found them. */
const NEAR = /\(Did you mean (?:one of )?([^)?]+)\?\)/u;

/**
 * One sentence for a person. What was typed is repeated only where it is the name of a flag or one of a few choices.
 *
 * @example
 * usageWords(error, command); // 'capture needs one thing more: input'
 */
export function usageWords({ code, message }: CommanderError, command: Command): string {
  const name = command.name().replace(/^onrecord /u, '');
  const quoted = /'([^']*)'/u.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.missingArgument':
      return `${name} needs one thing more: ${meant(command, quoted)}`;
    case 'commander.excessArguments':
      return `${tooMany(command, name)}. Words that belong together stand in quotation marks, and words for a flag right after it`;
    case 'commander.optionMissingArgument':
      return needsValue(command.options.find(({ flags }) => flags === quoted)) ?? message;
    case 'commander.unknownOption': {
      const near = NEAR.exec(message)?.[1];
      return `${name} has no flag ${quoted.slice(0, 40)}${near === undefined ? '' : `. Did you mean ${near}?`}`;
    }
    case 'commander.invalidArgument': {
      const option = command.options.find(({ flags }) => flags === quoted);
      if (option?.argChoices === undefined) return message;
      return `${option.long ?? option.flags} takes one of: ${option.argChoices.join(', ')}`;
    }
    default:
      return message;
  }
}

/**
 * A flag that wants a value and has another flag behind it: commander would take that for the value. Null where there is none.
 *
 * @example
 * flagForValue(command, ['--title', '--vault', 'v']); // '--title needs a value: --title <title>'
 */
export function flagForValue(command: Command, argv: readonly string[]): string | null {
  const known = (word: string | undefined): Option | undefined =>
    command.options.find(({ long }) => long === word);
  for (const [at, word] of argv.entries()) {
    if (word === '--') return null;
    const option = known(word);
    if (option?.required === true && known(argv[at + 1]) !== undefined) return needsValue(option);
  }
  return null;
}

function needsValue(option: Option | undefined): string | null {
  return option === undefined ? null : `${option.long ?? option.flags} needs a value: ${option.flags}`;
}

/** An argument and what the command says of it. */
function meant(command: Command, name: string): string {
  const described = command.registeredArguments.find((one) => one.name() === name)?.description ?? '';
  return described === '' ? name : `${name} (${described})`;
}

function tooMany(command: Command, name: string): string {
  const most = command.registeredArguments.length;
  if (most === 0) return `${name} takes flags alone, and ${given(command)}`;
  return `${name} takes ${most === 1 ? 'one thing' : `${most} things`} beside its flags, and ${given(command)}`;
}

function given({ args }: Command): string {
  return args.length === 1 ? 'there is a word more' : `there are ${args.length} words`;
}
