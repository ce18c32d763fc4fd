import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedFile } from '../fixtures/invented-file.ts';
import { kessarFile } from '../fixtures/kessar-file.ts';
import { faultsAgainst, type Triple, triplesOf, vocabularyOf } from '../fixtures/linked-data.ts';
import { URN_BASE } from '../format.ts';
import type { RecordFile } from '../record-file/record-file.ts';
import { SCHEMA_ORG } from './schema-org-format.ts';

const NS = 'http://schema.org/';
const RULE = { namespace: NS, domain: `${NS}domainIncludes`, range: `${NS}rangeIncludes` };
const vocabulary = vocabularyOf('schema');
/** schema.org's own context maps every word to its namespace. */
const CONTEXTS = { 'https://schema.org': { '@context': { '@vocab': NS } } };

function documentOf(file: RecordFile): { '@graph': Record<string, unknown>[] } {
  const [only] = SCHEMA_ORG.render(file, { base: URN_BASE }).files;
  if (only === undefined || !('content' in only)) throw new Error('no file');
  return JSON.parse(only.content);
}
const triples = (file: RecordFile): Promise<readonly Triple[]> => triplesOf(documentOf(file), CONTEXTS);

test('the published vocabulary has every word, on things that it allows', async () => {
  expect(faultsAgainst(await triples(kessarFile(true)), vocabulary, RULE)).toEqual([]);
});

test('any record of any shape', async () => {
  await fc.assert(
    fc.asyncProperty(inventedFile, async (file) => {
      expect(faultsAgainst(await triples(file), vocabulary, RULE)).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

test('a proposition that is only denied is no Claim, and is told as left out', () => {
  const file = kessarFile();
  const [first] = file.propositions;
  if (first === undefined) throw new Error('none');
  const denied = {
    ...file,
    claims: file.claims.map((one) =>
      one.proposition === first.id ? { ...one, stance: 'denies' as const } : one,
    ),
  };
  const claims = documentOf(denied)['@graph'].filter((one) => one['@type'] === 'Claim');
  expect(claims.map((one) => one['@id'])).not.toContain(`urn:onrecord:${first.id}`);
  expect(SCHEMA_ORG.render(denied, { base: URN_BASE }).leftOut[0]?.count).toBeGreaterThan(0);
});

test('denials travel along under our own keys', () => {
  expect(JSON.stringify(documentOf(kessarFile()))).toContain('"onrecord:stance":"denies"');
});
