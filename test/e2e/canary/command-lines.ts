/**
 * A line for every command of the program, as somebody without the keys of a compartment would type it; and every action that a
 * command has, asked with the id of a sealed case. A command that is new and has no line here fails the test.
 */
import { COMMANDS } from '../../../src/cli/commands.ts';

/** What stands in the lines. */
export interface LineIds {
  readonly source: string;
  readonly claim: string;
  readonly proposition: string;
  /** Of a sealed case. */
  readonly sealedCase: string;
}

const BY = ['--by', 'Somebody'];
const WHY = [...BY, '--reason', 'x'];

/** In the order in which they run; erase last of those that change the record. */
const LINES: Readonly<Record<string, (ids: LineIds) => readonly string[]>> = {
  show: () => [],
  capture: () => ['mail.eml'],
  describe: ({ source }) => [source, '--title', 'x', ...BY],
  list: () => ['import', 'people.csv', '--name', 'x', '--agree', ...BY],
  propose: () => [],
  trace: () => [],
  import: () => ['uwazi', 'states.csv', '--dry-run', ...BY],
  jobs: () => ['list'],
  worker: () => ['--once'],
  team: () => ['list'],
  claims: () => ['--include-proposed'],
  positions: () => ['--include-proposed'],
  origins: () => ['--include-proposed'],
  toll: () => ['--include-proposed'],
  estimate: () => ['--from-lists', '--draws', '2'],
  responses: () => ['--include-proposed'],
  search: () => ['insulin'],
  accept: ({ claim }) => [claim, ...BY],
  reject: ({ claim }) => [claim, ...WHY],
  group: ({ claim }) => ['split', claim, '--text', 'x', ...WHY],
  reword: ({ proposition }) => [proposition],
  link: () => ['list'],
  voice: () => ['list'],
  people: () => ['link'],
  place: () => ['list'],
  incident: () => ['list'],
  outlet: () => ['list'],
  clear: () => ['--list'],
  handle: ({ source }) => [source, '--as', 'public', '--because', 'x', ...BY],
  counts: () => ['check', 'states.csv'],
  redact: ({ source }) => [source, '--passage', '0-3', '--why', 'person', ...BY],
  dossier: () => ['--out', 'pages', '--include-proposed'],
  release: () => ['list'],
  card: ({ proposition }) => [proposition, '--svg', 'card.svg', '--include-proposed'],
  export: ({ source }) => [source, '--out', 'package', ...BY],
  exchange: () => ['--as', 'csv', '--out', 'tables'],
  custody: ({ source }) => [source],
  copy: ({ source }) => [source, 'copied', '--to', 'Somebody', ...BY],
  transfer: ({ source }) => [source, '--to', 'Somebody', ...WHY],
  timestamp: () => ['--authority', 'http://127.0.0.1:9/tsr'],
  settings: () => [],
  checkpoint: () => ['--out', 'checkpoint.txt'],
  witness: () => [],
  member: () => ['list'],
  compartment: () => ['list'],
  case: () => ['list'],
  doctor: () => [],
  backup: () => ['../backup/day.backup'],
  restore: () => ['../backup/day.backup', '--vault', '../restored'],
  rekey: () => [],
  unlock: () => [],
  lock: () => [],
  passphrase: () => [],
  serve: () => ['--port', '80'],
  init: () => [],
  demo: () => ['--once'],
  erase: ({ source }) => [source, '--yes', ...WHY],
  verify: () => [],
  move: () => ['--to', '../moved'],
};

/** Commands that have no line. */
export function commandsWithoutLine(): readonly string[] {
  return COMMANDS.map(({ name }) => name).filter((name) => !(name in LINES));
}

/**
 * All lines: one a command that does something, then every action of every command with the id of the case.
 *
 * @example
 * (await commandLines(ids))[0]; // ['show']
 */
export async function commandLines(ids: LineIds): Promise<readonly (readonly string[])[]> {
  const known = new Map(COMMANDS.map((entry) => [entry.name, entry]));
  const usual = Object.entries(LINES)
    .filter(([name]) => known.has(name))
    .map(([name, line]) => [name, ...line(ids)]);
  const prying: (readonly string[])[] = [['show', ids.sealedCase]];
  for (const { name, load } of COMMANDS) {
    const { args, options } = await load();
    const [syntax = '', meaning = ''] = args[0] ?? [];
    if (syntax !== '<action>' && syntax !== '[action]') continue;
    const flags = options.map(([flag]) => flag.split(' ')[0] ?? '');
    const needed = ['--by', '--reason', '--yes'].filter((flag) => flags.includes(flag));
    const given = needed.flatMap((flag) => (flag === '--yes' ? [flag] : [flag, 'x']));
    for (const action of actionsOf(meaning)) prying.push([name, action, ids.sealedCase, ...given]);
  }
  return [...usual, ...prying];
}

/** The actions that a command names: "one of new, list", "join, split or undo". */
function actionsOf(meaning: string): readonly string[] {
  const words = meaning
    .replace(/^one of /u, '')
    .split(/, | or /u)
    .map((word) => word.trim());
  return words.filter((word) => /^[a-z]+$/u.test(word));
}
