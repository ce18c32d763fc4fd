/** docs/guide/cli.md names every command, argument, flag, choice and example of the command line. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';

const GUIDE = readFileSync(new URL('../docs/guide/cli.md', import.meta.url), 'utf8');

function sectionOf(name: string): string {
  const start = GUIDE.indexOf(`\n## ${name}\n`);
  if (start < 0) return '';
  const end = GUIDE.indexOf('\n## ', start + 4);
  return GUIDE.slice(start, end < 0 ? undefined : end);
}

test.each(COMMANDS.map((listed) => [listed.name, listed] as const))(
  '%s is documented whole',
  async (name, listed) => {
    const command = await listed.load();
    const section = sectionOf(name);
    expect(command.name).toBe(name);
    expect(command.summary).toBe(listed.summary);
    expect(section).toContain(command.description);
    const missing = [
      ...command.args.map(([syntax]) => `\`${syntax}\``),
      ...command.options.flatMap(([syntax, , choices]) => [`\`${syntax}\``, ...(choices ?? [])]),
      ...command.examples.map(([line]) => line),
      'JSON: ',
      'Exit codes: ',
    ].filter((part) => !section.includes(part));
    expect(missing).toEqual([]);
  },
);

test('no section stands for a command that does not exist', () => {
  const known = new Set<string>([...COMMANDS.map(({ name }) => name), 'What all commands share', 'Sidecars']);
  const headings = [...GUIDE.matchAll(/^## (.+)$/gmu)].map((match) => match[1] ?? '');
  expect(headings.filter((heading) => !known.has(heading))).toEqual([]);
});
