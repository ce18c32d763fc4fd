/** An invented way of writing is learned from names written in it. */
import { expect, test } from 'vitest';
import { chanceFrom } from '../../test/fixtures/chance.ts';
import { learnCosts } from './learn-costs.ts';

/** One letter each, one of two Latin letters, one silent, and two that share a Latin letter. */
const WRITTEN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  ъ: '',
};

test('steps of an invented script are found, and a tenth of translations does not hide them', () => {
  const chance = chanceFrom(3);
  const letters = Object.keys(WRITTEN);
  const word = (): string =>
    Array.from(
      { length: 4 + Math.floor(chance() * 4) },
      () => letters[Math.floor(chance() * letters.length)],
    ).join('');
  const written = (own: string): string => Array.from(own, (letter) => WRITTEN[letter]).join('');
  const pairs = Array.from({ length: 1500 }, (_, at) => {
    const own = word();
    return { own, latin: written(at % 10 === 0 ? word() : own), weight: 1 };
  });
  const { steps, bits } = learnCosts(pairs.filter(({ own, latin }) => own !== '' && latin !== ''));
  for (const [own, latin] of Object.entries(WRITTEN)) {
    const at = steps.indexOf(`${own}>${latin}`);
    expect(at, `${own}>${latin}`).toBeGreaterThanOrEqual(0);
    const rivals = steps.filter((step, place) => step.startsWith(`${own}>`) && place < at);
    expect(rivals, `likelier than ${own}>${latin}`).toEqual([]);
  }
  expect(bits).toEqual([...bits].sort((a, b) => a - b));
});
