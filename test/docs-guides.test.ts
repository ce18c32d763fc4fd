/** The guides name commands, options and places that exist: every command line in docs/guide and README.md, every link, every picture. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PASSPHRASE_OPTIONS } from '../src/cli/ask-passphrase.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { DATABASE_OPTIONS } from '../src/cli/database-option.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const GUIDE = path.join(ROOT, 'docs/guide');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const GUIDES = readdirSync(GUIDE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.posix.join('docs/guide', name.replaceAll('\\', '/')));
const PAGES = [...GUIDES, 'README.md'];
const READERS = ['newsroom', 'ngo', 'legal-team', 'casualty-recorder', 'administrator'];

/** Command lines of a page: in code that stands apart, after a prompt or none. */
function commandLines(text: string): readonly string[] {
  const fenced = [...text.matchAll(/^```(?:sh)?\n([\s\S]*?)^```$/gmu)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const indented = text.split('\n').filter((line) => /^ {4}\$ /u.test(line));
  return [...fenced, ...indented]
    .map((line) => line.replace(/^\s*(?:\$ )?(?:npx )?/u, ''))
    .filter((line) => /^onrecord [a-z]/u.test(line))
    .map((line) => line.replaceAll(/"[^"]*"/gu, '…').replace(/\s#.*$|\s\(.*$/u, ''));
}

async function faultsOf(line: string): Promise<readonly string[]> {
  const [, name = '', ...words] = line.split(/\s+/u);
  const listed = COMMANDS.find((one) => one.name === name);
  if (listed === undefined) return [`there is no command ${name}`];
  const { options } = await listed.load();
  const known = new Set(
    [...options, ...DATABASE_OPTIONS, ...PASSPHRASE_OPTIONS].flatMap(
      ([syntax]) => syntax.match(/--[a-z-]+/gu) ?? [],
    ),
  );
  for (const shared of ['--vault', '--json', '--help']) known.add(shared);
  return words
    .filter((word) => word.startsWith('--'))
    .map((word) => word.split('=')[0] ?? word)
    .filter((flag) => !known.has(flag))
    .map((flag) => `${name} has no ${flag}`);
}

test.each(PAGES)('%s: every command line names a command and options of it', async (page) => {
  const faults = await Promise.all(commandLines(read(page)).map(async (line) => faultsOf(line)));
  expect(faults.flat()).toEqual([]);
});

/** As GitHub makes them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/gu, '-'),
    ),
  );
}

function brokenLinks(page: string): readonly string[] {
  const text = read(page);
  const markdown = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, to = '']) => to);
  const html = [...text.matchAll(/(?:src|srcset|href)="([^"]+)"/gu)].map(([, to = '']) => to);
  return [...markdown, ...html]
    .filter((to) => !/^[a-z]+:/u.test(to))
    .filter((to) => {
      const [file = '', anchor] = to.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      if (!existsSync(path.join(ROOT, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(read(target)).has(anchor);
    });
}

test.each(PAGES)('%s: every link and picture leads somewhere', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

test.each(READERS)(
  'for-%s.md is one page: in order, with a picture or a table, what to be afraid of, and where to go on',
  (reader) => {
    const text = read(`docs/guide/for-${reader}.md`);
    expect(text.split('\n').length).toBeLessThan(100);
    const steps = [...text.matchAll(/^## (\d+)\. /gmu)].map(([, step]) => Number(step));
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.map((_, at) => at + 1));
    expect(text).toMatch(/^!\[/mu);
    expect(text).toMatch(/^## What to be afraid of$/mu);
    expect(text).toMatch(/^More: /mu);
    expect(read('README.md')).toContain(`docs/guide/for-${reader}.md`);
  },
);

test('a command, an option, a link or an anchor that is not there is noticed', async () => {
  expect(commandLines('```sh\nnpx onrecord toll --maesure killed  # --not-this\n```\n')).toEqual([
    'onrecord toll --maesure killed ',
  ]);
  expect(await faultsOf('onrecord toll --maesure killed')).toEqual(['toll has no --maesure']);
  expect(await faultsOf('onrecord tolls')).toEqual(['there is no command tolls']);
  expect(anchorsOf('## The desk, page by page\n').has('the-desk-page-by-page')).toBe(true);
});
