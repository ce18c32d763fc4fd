/**
 * What docs/threat-model.md and docs/security-review.md promise is shown by tests that they name: each named file is there and
 * holds a test that begins with the named words, and no row is without one unless it promises nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DOCS = new URL('../docs/', import.meta.url);
const LINK = /\[([^\]]+)\]\(\.\.\/([^)#\s]+\.test\.ts)\)/gu;
const NOTHING = /\*\*not (?:promised|tested)\*\*|\*\*nothing of this kind\*\*/u;

/** Rows of all tables but for their heads, as cells. */
function rowsOf(file: string): readonly (readonly string[])[] {
  const lines = readFileSync(new URL(file, DOCS), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const isHead = lines[at + 1]?.startsWith('|---') === true;
    if (!line.startsWith('| ') || isHead) return [];
    return [
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    ];
  });
}

/** Why a cell does not show what it should; null: it does. */
function faultOf(cell: string, isNothing: boolean): string | null {
  const named = [...cell.matchAll(LINK)];
  if (named.length === 0) return isNothing ? null : 'names no test';
  for (const [, title = '', path = ''] of named) {
    const file = new URL(`../${path}`, DOCS);
    if (!existsSync(file)) return `${path} is not there`;
    const written = `(?:${escaped(title)}|${escaped(title.replaceAll("'", "\\'"))})`;
    if (!new RegExp(`\\(\\s*['"\`]${written}`, 'u').test(readFileSync(file, 'utf8')))
      return `${path} has no test “${title}”`;
  }
  return null;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

test.each(['threat-model.md', 'security-review.md'])('every row of %s names tests that are there', (file) => {
  const rows = rowsOf(file);
  const faults = rows.flatMap((cells) => {
    const fault = faultOf(cells.at(-1) ?? '', NOTHING.test(cells.join(' ')));
    return fault === null ? [] : [`${cells[0]?.slice(0, 60)}: ${fault}`];
  });
  expect(faults).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

test('each of the seven adversaries is promised something, and told what is not', () => {
  const adversaries = rowsOf('threat-model.md').filter(([first = '']) => first.startsWith('**'));
  expect(adversaries).toHaveLength(7);
  for (const [, promised = '', not = ''] of adversaries)
    for (const cell of [promised, not]) expect(cell.length).toBeGreaterThan(20);
});

test('all 43 findings are gone through, each once', () => {
  const told = rowsOf('security-review.md').flatMap(([first = '']) =>
    first.split(/[ ,]+/u).filter((part) => /^\d{3}$/u.test(part)),
  );
  expect(told.toSorted()).toEqual(Array.from({ length: 43 }, (_, n) => String(n + 1).padStart(3, '0')));
});

test('what is not there is found', () => {
  const own = 'promises.test.ts';
  expect(faultOf(`[what is not there](../test/${own})`, false)).toBeNull();
  expect(faultOf(`[a title nobody wrote](../test/${own})`, false)).toMatch(/has no test/u);
  expect(faultOf('[x](../test/none.test.ts)', false)).toMatch(/not there/u);
  expect(faultOf('`src/intake/`', false)).toBe('names no test');
  expect(faultOf('–', true)).toBeNull();
});
