/** What people read keeps to docs/vocabulary.md: no word of its second column stands in the desk or in a guide. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EN } from '../src/web/words/en.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** Words that also mean something else here, and so are not looked for; everything else of the column is. */
const OTHER_MEANINGS: Readonly<Record<string, string>> = {
  document: 'what is sealed with a case; what a source names and the record does not hold',
  copy: 'of bytes; of a report that copies another',
  statement: 'a measure, a kind of source, what is signed at a transfer',
  verdict: 'said of what a figure is not, and of checkpoints',
  'source count': 'a source counts as seen',
  truth: 'of simulations, and of what is not judged',
  toll: 'a word of its own',
  outcome: 'of a command',
  user: 'of the machine and of PostgreSQL',
  client: 'of OpenID Connect',
  project: 'the software',
  group: 'people counted together; the command',
  entity: 'of FollowTheMoney',
  event: 'a day of the event; clarity of an event; HURIDOCS events',
  location: 'in a configuration of nginx',
  snapshot: 'of the whole record, for pages and formats',
  pin: 'what an area is not drawn as',
  source: 'a word of its own',
  media: 'media types; a kind of actor',
  edge: 'a browser',
  merge: 'a word of its own',
  join: 'a word of its own',
  record: 'the whole',
  victim: 'a word of its own',
  table: 'of figures, of a database, of a file',
  row: 'where in its file a listing stands',
  metric: 'the address that Prometheus asks',
  database: 'PostgreSQL, where a vault keeps its record there',
};

const rows = read('docs/vocabulary.md')
  .split('## Words')[1]
  ?.split('\n## Values')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| use'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const avoided = new Set(
  (rows ?? []).flatMap(([, , not = '']) => not.split(', ').filter((word) => word !== '')),
);
const held = [...avoided].filter((word) => OTHER_MEANINGS[word] === undefined);

/** Prose alone: without code, addresses, picture tags, and the codes of kinds of sources and formats. */
const prose = (markdown: string): string =>
  markdown
    .replace(/```[\s\S]*?```|`[^`]*`|^ {4}.*$|\]\([^)]*\)|<[^>]*>/gmu, ' ')
    .replace(/news-article|web[- ]annotation/giu, ' ');

const guides = ['docs/guide', 'docs/guide/days'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);
const texts: readonly (readonly [where: string, text: string])[] = [
  ...Object.entries(EN),
  ...[...guides, 'README.md', 'ARCHITECTURE.md'].flatMap((name) =>
    prose(read(name))
      .split('\n')
      .map((line) => [name, line] as const),
  ),
];

/** Lines in which one of the words stands, alone or with an ending. */
function standing(words: readonly string[], lines: typeof texts): string[] {
  const any = new RegExp(`\\b(?:${words.join('|')})(?:s|es|ed)?\\b`, 'iu');
  return lines.flatMap(([where, line]) => {
    const found = any.exec(line);
    return found === null ? [] : [`${where}: ${line.slice(Math.max(0, found.index - 40), found.index + 60)}`];
  });
}

test('words that the vocabulary avoids stand in no text that people read', () => {
  expect(held.length).toBeGreaterThan(12);
  expect(texts.length).toBeGreaterThan(2000);
  expect(standing(held, texts)).toEqual([]);
  expect(standing(held, [['a', 'Highlights of the article']])).toHaveLength(1);
});

test('a word with another meaning is one that the vocabulary avoids', () => {
  expect(Object.keys(OTHER_MEANINGS).filter((word) => !avoided.has(word))).toEqual([]);
});
