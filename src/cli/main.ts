/** The door of the command line: finds the command, loads it alone, runs it, sets the exit code. */
import { COMMANDS, type ListedCommand } from './commands.ts';

const GROUPS = ['Begin', 'Look', 'Decide', 'Publish', 'Custody', 'Protect', 'Keep'] as const;

/**
 * Runs onrecord with the arguments of a command line and sets `process.exitCode`.
 *
 * @param argv what stands after `onrecord`
 * @example
 * await main(['toll', '--vault', './onrecord-vault']);
 */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietlyOnClosedPipe);
  process.exitCode = await dispatch(argv);
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') return printVersion();
  if (
    first === undefined ||
    first === '--help' ||
    first === '-h' ||
    (first === 'help' && rest.length === 0)
  ) {
    process.stdout.write(overview());
    return 0;
  }
  const named = first === 'help' ? rest[0] : first;
  const listed = COMMANDS.find((command) => command.name === named);
  if (listed === undefined) return unknownCommand(String(named), argv.includes('--json'));
  const { runCommand } = await import('./run-command.ts');
  return runCommand(await listed.load(), first === 'help' ? ['--help'] : rest);
}

async function printVersion(): Promise<number> {
  const { programVersion } = await import('../compose.ts');
  process.stdout.write(`onrecord ${await programVersion()}\n`);
  return 0;
}

async function unknownCommand(name: string, json: boolean): Promise<number> {
  const [{ processTerminal, reportError }, { OnRecordError }] = await Promise.all([
    import('./terminal.ts'),
    import('../desk/desk.ts'),
  ]);
  const near = nearest(name);
  const hint = near === null ? '' : ` Did you mean "${near.name}"?`;
  const message = `There is no command "${name.slice(0, 40)}".${hint} See: onrecord --help`;
  return reportError(processTerminal(json), new OnRecordError('bad-usage', message));
}

/**
 * The text of `onrecord --help`: at most 80 columns.
 *
 * @example
 * overview().startsWith('onrecord');
 */
export function overview(): string {
  const lines = [
    'onrecord turns scattered reports into a record in which every figure says',
    'who claims it, who denies it, and where the exact words are.',
    '',
    'Usage: onrecord COMMAND [ARGUMENTS] [--vault FOLDER] [--json]',
  ];
  for (const group of GROUPS) {
    lines.push('', `${group}:`);
    for (const { name, summary } of COMMANDS.filter((command) => command.group === group)) {
      lines.push(`  ${name.padEnd(11)} ${summary}`);
    }
  }
  lines.push(
    '',
    'Example:',
    '  $ onrecord init',
    '  $ onrecord capture reports/ --by "A. Archivist"',
    '  $ onrecord propose',
    '  $ onrecord serve',
    '',
    'onrecord COMMAND --help says more. Only "capture URL" and "timestamp", which',
    'say what they contact, and --database with your server use the network.',
    '',
  );
  return lines.join('\n');
}

function nearest(name: string): ListedCommand | null {
  const scored = COMMANDS.map((command) => ({ command, distance: editDistance(name, command.name) }));
  const best = scored.toSorted((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= 2 ? best.command : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= Math.min(a.length, 40); i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}

function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
