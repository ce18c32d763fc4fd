import { expect, test } from 'vitest';
import { bindActs } from '../acts/bind.ts';
import { tokensOf } from '../acts/reading.ts';
import { namedVictims } from './named-victims.ts';

function namesIn(text: string): number | null {
  const tokens = tokensOf(text);
  const act = bindActs(tokens, () => true)[0];
  return act === undefined ? null : (namedVictims(tokens, act)?.n ?? null);
}

test('a name is one victim, a list of names as many', () => {
  expect(namesIn('Gunmen killed Mira Sorn.')).toBe(1);
  expect(namesIn('Ana Belik, Joren Tal and Mira Sorn were killed.')).toBe(3);
});

test.each(['Shells hit Velm market', 'Rockets hit Dorna bridge on Friday.', 'A blast hit Karsk station.'])(
  'a place that bears a name is nobody: %s',
  (text) => {
    expect(namesIn(text)).toBeNull();
  },
);
