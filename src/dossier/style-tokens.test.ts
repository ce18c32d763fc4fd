import { expect, test } from 'vitest';
import { STANCES } from '../record/stance.ts';
import { DARK, LIGHT } from './style-tokens.ts';

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const WORDS = ['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'stop', ...STANCES] as const;

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('every colour of words is at least 4.5 : 1 on paper and sheet, %s', (_, tokens) => {
  const weak = WORDS.flatMap((name) =>
    (['paper', 'sheet'] as const)
      .map((ground) => ({ name, ground, ratio: contrast(tokens[name], tokens[ground]) }))
      .filter(({ ratio }) => ratio < 4.5),
  );
  expect(weak).toEqual([]);
});

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('ink is readable on every tint, %s', (_, tokens) => {
  for (const tint of ['content', 'warn-soft', 'accent-soft'] as const)
    expect(contrast(tokens.ink, tokens[tint])).toBeGreaterThanOrEqual(7);
});
