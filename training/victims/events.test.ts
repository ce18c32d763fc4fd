import { expect, test } from 'vitest';
import { eventsOf, foldsOf } from './events.ts';
import type { KeyedText } from './examples.ts';

function dispatch(id: string, ...phrases: string[]): KeyedText {
  const facts = phrases.map((phrase) => ({
    kind: 'killed',
    low: 1,
    high: 1,
    optional: false,
    phrases: [phrase],
  }));
  return { id, text: '', relevant: true, facts };
}

test('dispatches that name the same victims, and all that hang on them, are one event', () => {
  const events = eventsOf([
    dispatch('a', 'MIRA SOLEN'),
    dispatch('b', 'PEOPLE'),
    dispatch('c', 'MIRA SOLEN', 'DARIO VENN'),
    dispatch('d', 'PEOPLE'),
    dispatch('e', 'DARIO VENN'),
  ]);
  expect(new Set([events[0], events[2], events[4]]).size).toBe(1);
  expect(new Set(events).size).toBe(3);
});

test('an event is never cut by folds, and folds are of like size', () => {
  const events = [1, 1, 1, 2, 2, 3, 4, 5, 5, 6];
  const folds = foldsOf(events, 3);
  for (const event of events) expect(new Set(folds.filter((_, at) => events[at] === event)).size).toBe(1);
  const sizes = [0, 1, 2].map((fold) => folds.filter((one) => one === fold).length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});
