/**
 * Names: place names put to the gazetteer (src/text/gazetteer/locate.cases.ts), and speakers resolved within their text
 * (src/text/coreference.cases.ts, split by a fixed rule). All texts were written for this.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCATE_CASES, type LocateCase } from '../../src/text/gazetteer/locate.cases.ts';
import { locatePlaces } from '../../src/text/gazetteer/locate.ts';
import { type Gazetteer, openGazetteer } from '../../src/text/gazetteer/place-file.ts';
import { openTextReader } from '../../src/text/open-text-reader.ts';
import { type Part, rounded } from './part.ts';
import { type Scored, scoreCoreference } from './score-coreference.ts';

const FILE = path.resolve(import.meta.dirname, '../../models/places-1.bin');

function isRight(gazetteer: Gazetteer, [text, named, is, precision]: LocateCase): boolean {
  const found = locatePlaces(gazetteer, text, null).findLast((one) => one.named === named);
  const place = found?.place ?? null;
  if (found === undefined) return is === 'no place';
  if (place === null) return is === (found.candidates.length > 0 ? 'ambiguous' : 'unlisted');
  if (precision !== undefined && found.precision?.code !== precision) return false;
  return is === `${place.name}, ${place.country}`;
}

function share(scored: readonly Scored[]): number {
  return rounded(scored.filter(({ right }) => right).length / scored.length);
}

export const NAMES: Part = {
  name: 'names',
  about: 'place names against the gazetteer, speakers resolved within their text',
  async run({ say }) {
    const bytes = readFileSync(FILE);
    const from = performance.now();
    const gazetteer = openGazetteer(bytes);
    const opened = performance.now() - from;
    const wrong = LOCATE_CASES.filter((one) => !isRight(gazetteer, one));
    for (const [text, named, is] of wrong) say(`not as expected: ${named} (${is}) in: ${text}`);
    const places = 1 - wrong.length / LOCATE_CASES.length;
    say(
      `places: ${LOCATE_CASES.length - wrong.length} of ${LOCATE_CASES.length} as expected; file opened in ${opened.toFixed(1)} ms`,
    );
    const scored = scoreCoreference(openTextReader({ attribution: null, gazetteer: null }).read);
    const dev = scored.filter(({ heldOut }) => !heldOut);
    const held = scored.filter(({ heldOut }) => heldOut);
    for (const { one, got } of dev.filter(({ right }) => !right))
      say(`dev, ${one.about}: "${one.mention}" should be ${one.name ?? 'nobody'}, is ${got} in: ${one.text}`);
    say(`speakers: dev ${share(dev)} of ${dev.length}, held out ${share(held)} of ${held.length}`);
    return {
      coref_dev: share(dev),
      coref_held_out: share(held),
      coref_n: scored.length,
      places: rounded(places),
      places_n: LOCATE_CASES.length,
      gazetteer_bytes: bytes.length,
      gazetteer_open_ms: rounded(opened, 1),
    };
  },
};
