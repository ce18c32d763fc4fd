import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openTextReader } from './open-text-reader.ts';

const gazetteer = readFileSync(path.resolve(import.meta.dirname, '../../models/places-1.bin'));
const reader = openTextReader({ attribution: null, gazetteer });
const read = (text: string) => reader.read({ text, publishedAt: null, outlet: null, language: 'en' });

test('a reading says where its places lie, in code points', () => {
  const { located, places } = read(
    '🙂 Police in Grozny, in Chechnya, said that six people died. Nobody in Russia was told.',
  );
  expect(located?.[0]).toMatchObject({
    named: 'Grozny',
    span: { start: 12, end: 18 },
    place: { country: 'RU', region: 'Chechnya', rank: 'city' },
    precision: { scheme: 'ucdp-where-prec', code: '1' },
  });
  expect(places).toEqual([
    { name: 'Grozny', within: 'Chechnya' },
    { name: 'Chechnya', within: 'Russia' },
  ]);
});

test('made-up places stay as written', () => {
  const { located, places } = read('Police in Kessar said that six people died in Dol, a town in Kessar.');
  expect(located?.map(({ place }) => place)).toEqual([null, null, null]);
  expect(places).toEqual([{ name: 'Dol', within: 'Kessar' }]);
});
