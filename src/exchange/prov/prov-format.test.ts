import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedFile } from '../fixtures/invented-file.ts';
import { kessarFile } from '../fixtures/kessar-file.ts';
import { faultsAgainst, type Triple, triplesOf, vocabularyOf } from '../fixtures/linked-data.ts';
import { URN_BASE } from '../format.ts';
import { ONRECORD_NS, ONRECORD_TERMS } from '../linked-data/onrecord-terms.ts';
import type { RecordFile } from '../record-file/record-file.ts';
import { PROV } from './prov-format.ts';

const NS = 'http://www.w3.org/ns/prov#';
const RULE = {
  namespace: NS,
  domain: 'http://www.w3.org/2000/01/rdf-schema#domain',
  range: 'http://www.w3.org/2000/01/rdf-schema#range',
};
const vocabulary = vocabularyOf('prov');

function triples(file: RecordFile): Promise<readonly Triple[]> {
  const [only] = PROV.render(file, { base: URN_BASE }).files;
  if (only === undefined || !('content' in only)) throw new Error('no file');
  return triplesOf(JSON.parse(only.content), {});
}

test('the JSON-LD processor reads it whole, and the published ontology allows every statement', async () => {
  const said = await triples(kessarFile(true));
  expect(said.length).toBeGreaterThan(300);
  expect(faultsAgainst(said, vocabulary, RULE)).toEqual([]);
});

test('any record of any shape', async () => {
  await fc.assert(
    fc.asyncProperty(inventedFile, async (file) => {
      expect(faultsAgainst(await triples(file), vocabulary, RULE)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test('the check can fail', async () => {
  const said = await triplesOf(
    {
      '@context': { prov: NS },
      '@id': 'urn:x',
      '@type': 'prov:Agent',
      'prov:wasQuotedFrom': { '@id': 'urn:y' },
      'prov:wasMadeUpFrom': { '@id': 'urn:z' },
    },
    {},
  );
  expect(faultsAgainst(said, vocabulary, RULE).toSorted()).toEqual([
    `${NS}wasMadeUpFrom is not in the vocabulary`,
    `${NS}wasQuotedFrom on a wrong thing`,
  ]);
});

test('every figure goes back to words, to a copy, to a source and to who put it out', async () => {
  const file = kessarFile();
  const said = await triples(file);
  const back = (from: string, ...by: readonly string[]) =>
    said
      .filter(({ subject, predicate }) => subject === from && by.includes(predicate.replace(NS, '')))
      .map(({ object }) => object);
  const figures = file.propositions.filter(({ toll }) => toll !== null && toll.used.length > 0);
  expect(figures.length).toBeGreaterThan(1);
  for (const { id } of figures) {
    const claims = back(`urn:onrecord:${id}-toll`, 'wasDerivedFrom');
    const texts = claims.flatMap((one) => back(one, 'wasQuotedFrom'));
    const copies = texts.flatMap((one) => back(one, 'wasDerivedFrom'));
    const sources = copies.flatMap((one) => back(one, 'specializationOf'));
    expect(sources.flatMap((one) => back(one, 'wasAttributedTo')).length, id).toBeGreaterThan(0);
  }
});

test('our own terms are those that are listed', async () => {
  const said = await triples(kessarFile(true));
  const used = new Set(said.map(({ predicate }) => predicate).filter((one) => one.startsWith(ONRECORD_NS)));
  for (const term of used) expect(Object.keys(ONRECORD_TERMS)).toContain(term.slice(ONRECORD_NS.length));
  expect(used.size).toBeGreaterThan(10);
});
