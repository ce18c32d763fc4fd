import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { firstCertain, relateWordings } from '../reckon/toll/place-relation.ts';
import { relatePlaces } from './relate-places.ts';

const BYTES = readFileSync(path.resolve(import.meta.dirname, '../../models/places-1.bin'));
/** As commands put it together: the words first. */
const relate = firstCertain(relateWordings, relatePlaces(BYTES));

test.each([
  ['Aleppo', 'Syria', 'inside'],
  ['Syria', 'Aleppo', 'holds'],
  ['Grozny', 'Chechnya', 'inside'],
  ['Chechnya', 'Russia', 'inside'],
  ['Grozny', 'Syria', 'apart'],
  ['Tripoli', 'Libya', 'unknown'],
  ['Tripoli, Lebanon', 'Libya', 'apart'],
  ['Tripoli, Lebanon', 'Lebanon', 'inside'],
  ['Nyala', 'El Fasher', 'apart'],
  ['Springfield', 'United States', 'unknown'],
  ['Georgia', 'United States', 'unknown'],
  ['Kessar', 'Ostrana', 'unknown'],
  ['Kessar', 'Syria', 'unknown'],
  ['Sorev, Kessar', 'Kessar', 'inside'],
] as const)('%s to %s: %s', (a, b, relation) => expect(relate(a, b)).toBe(relation));
