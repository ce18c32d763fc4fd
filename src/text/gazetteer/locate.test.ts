import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LOCATE_CASES } from './locate.cases.ts';
import { locatePlaces } from './locate.ts';
import { openGazetteer } from './place-file.ts';

const BYTES = readFileSync(path.resolve(import.meta.dirname, '../../../models/places-1.bin'));
const gazetteer = openGazetteer(BYTES);

test.each(LOCATE_CASES.map((one) => [one] as const))('%s', ([text, named, is, precision]) => {
  const found = locatePlaces(gazetteer, text, null)
    .filter((one) => one.named === named)
    .at(-1);
  const place = found?.place;
  const taken =
    found === undefined
      ? 'no place'
      : place != null
        ? `${place.name}, ${place.country}`
        : found.candidates.length > 0
          ? 'ambiguous'
          : 'unlisted';
  expect(`${taken}${found === undefined ? '' : ` (${found.because})`}`).toContain(is);
  if (precision !== undefined) expect(found?.precision?.code).toBe(precision);
});
