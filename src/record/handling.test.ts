import { expect, test } from 'vitest';
import { HANDLINGS, letsOut, SOURCE_PARTS } from './handling.ts';

test('what each handling lets out, and nothing else', () => {
  const table = HANDLINGS.map((handling) => [
    handling,
    SOURCE_PARTS.filter((part) => letsOut(handling, part)),
  ]);
  expect(table).toEqual([
    ['public', ['claims', 'description', 'text', 'hashes', 'package', 'package-to']],
    ['internal', ['claims', 'package-to']],
    ['sealed', []],
  ]);
});

test('a handling that is not known lets nothing out', () => {
  for (const unknown of ['', 'open', 'PUBLIC', 'toString', '__proto__'])
    expect(SOURCE_PARTS.filter((part) => letsOut(unknown, part))).toEqual([]);
});
