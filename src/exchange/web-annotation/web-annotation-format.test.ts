import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { sliceCodePoints } from '../../record/code-points.ts';
import { inventedFile } from '../fixtures/invented-file.ts';
import { fileOf, kessarFile } from '../fixtures/kessar-file.ts';
import { faultsAgainst, triplesOf, vocabularyOf } from '../fixtures/linked-data.ts';
import { URN_BASE } from '../format.ts';
import type { FiledClaim, RecordFile } from '../record-file/record-file.ts';
import { type ReadAnnotation, readAnnotations } from './read-annotations.ts';
import { ANNO_CONTEXT, WEB_ANNOTATION } from './web-annotation-format.ts';

const OA = 'http://www.w3.org/ns/oa#';
const RULE = {
  namespace: OA,
  domain: 'http://www.w3.org/2000/01/rdf-schema#domain',
  range: 'http://www.w3.org/2000/01/rdf-schema#range',
};
const vocabulary = vocabularyOf('oa');

const iri = (name: string) => ({ '@id': name, '@type': '@id' });
/** The words of the standard's context that are used, by the addresses of its ontology. */
const CONTEXTS = {
  [ANNO_CONTEXT]: {
    '@context': {
      oa: OA,
      id: '@id',
      type: '@type',
      Annotation: `${OA}Annotation`,
      TextualBody: `${OA}TextualBody`,
      SpecificResource: `${OA}SpecificResource`,
      TextQuoteSelector: `${OA}TextQuoteSelector`,
      TextPositionSelector: `${OA}TextPositionSelector`,
      TimeState: `${OA}TimeState`,
      AnnotationCollection: 'http://www.w3.org/ns/activitystreams#OrderedCollection',
      AnnotationPage: 'http://www.w3.org/ns/activitystreams#OrderedCollectionPage',
      Software: 'http://www.w3.org/ns/activitystreams#Application',
      describing: `${OA}describing`,
      tagging: `${OA}tagging`,
      motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
      purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
      body: iri(`${OA}hasBody`),
      target: iri(`${OA}hasTarget`),
      source: iri(`${OA}hasSource`),
      selector: iri(`${OA}hasSelector`),
      state: iri(`${OA}hasState`),
      cached: iri(`${OA}cachedSource`),
      sourceDate: `${OA}sourceDate`,
      exact: `${OA}exact`,
      prefix: `${OA}prefix`,
      suffix: `${OA}suffix`,
      start: `${OA}start`,
      end: `${OA}end`,
      value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
      format: 'http://purl.org/dc/elements/1.1/format',
      generated: 'http://purl.org/dc/terms/issued',
      generator: iri('http://www.w3.org/ns/activitystreams#generator'),
      name: 'http://xmlns.com/foaf/0.1/name',
      label: 'http://www.w3.org/2000/01/rdf-schema#label',
      total: 'http://www.w3.org/ns/activitystreams#totalItems',
      first: iri('http://www.w3.org/ns/activitystreams#first'),
      partOf: iri('http://www.w3.org/ns/activitystreams#partOf'),
      startIndex: 'http://www.w3.org/ns/activitystreams#startIndex',
      items: { '@id': 'http://www.w3.org/ns/activitystreams#items', '@type': '@id', '@container': '@list' },
    },
  },
};

function contentOf(file: RecordFile): string {
  const [only] = WEB_ANNOTATION.render(file, { base: URN_BASE }).files;
  return only !== undefined && 'content' in only ? only.content : '';
}

/** The claims that annotations carry. */
function claimsIn(annotations: readonly ReadAnnotation[]): readonly FiledClaim[] {
  return annotations.map(({ id, claim, targets }) => ({
    ...(claim as unknown as FiledClaim),
    id: id?.replace(URN_BASE, '') as FiledClaim['id'],
    passages: targets.map(({ cached, exact, prefix, suffix, start, end, textSha256 }) => ({
      capture: cached?.replace(URN_BASE, '') as FiledClaim['passages'][number]['capture'],
      textSha256: textSha256 as FiledClaim['passages'][number]['textSha256'],
      start: start ?? 0,
      end: end ?? [...exact].length,
      exact,
      prefix,
      suffix,
    })),
  }));
}

test('the processor reads it whole, and the published ontology allows every statement', async () => {
  const said = await triplesOf(JSON.parse(contentOf(kessarFile(true))), CONTEXTS);
  expect(said.length).toBeGreaterThan(200);
  expect(faultsAgainst(said, vocabulary, RULE)).toEqual([]);
});

test('what every annotation must have (section 3.1): context, one id, a type, a target', () => {
  const document = JSON.parse(contentOf(kessarFile())) as {
    '@context': unknown[];
    first: { items: Record<string, unknown>[] };
  };
  expect(document['@context'][0]).toBe(ANNO_CONTEXT);
  const ids = document.first.items.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of document.first.items) {
    expect(one.type).toBe('Annotation');
    expect((one.target as unknown[]).length).toBeGreaterThan(0);
  }
});

test('positions count code points of the text, not units', () => {
  const record = kessarCampaign();
  // Public, so that its text is published.
  for (const [id, source] of record.sources) record.sources.set(id, { ...source, handling: 'public' });
  const read = readAnnotations(contentOf(fileOf(record)));
  if (!read.ok) throw new Error('unreadable');
  const texts = [...record.texts.values()];
  const placed = read.annotations.flatMap(({ targets }) => targets).filter(({ start }) => start !== null);
  expect(placed.length).toBeGreaterThan(5);
  for (const { exact, start, end } of placed)
    expect(texts.some((text) => sliceCodePoints(text, start ?? 0, end ?? 0) === exact)).toBe(true);
});

test('export, then import, gives the same claims', () => {
  fc.assert(
    fc.property(inventedFile, (file) => {
      const read = readAnnotations(contentOf(file));
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      const bare = file.claims.map((claim) => ({
        ...claim,
        // Positions that count in no published text are not written.
        passages: claim.passages.map((one) =>
          one.textSha256 === null ? { ...one, start: 0, end: [...one.exact].length } : one,
        ),
      }));
      expect(claimsIn(read.annotations)).toEqual(bare);
    }),
    { numRuns: 40 },
  );
});

test('annotations of others: one, a list, a page; with prefixed types; faults by place', () => {
  const other = {
    '@context': ANNO_CONTEXT,
    id: 'https://notes.example/1',
    type: 'Annotation',
    motivation: 'highlighting',
    body: { type: 'TextualBody', value: 'Look here' },
    target: {
      source: 'https://news.example/a',
      selector: [
        { type: 'oa:TextQuoteSelector', exact: 'no water' },
        { type: 'TextPositionSelector', start: 4, end: 12 },
      ],
    },
  };
  for (const given of [other, [other], { type: 'AnnotationPage', items: [other] }])
    expect(readAnnotations(JSON.stringify(given))).toMatchObject({
      ok: true,
      annotations: [
        { bodies: ['Look here'], claim: null, targets: [{ exact: 'no water', start: 4, end: 12 }] },
      ],
    });
  expect(
    readAnnotations(JSON.stringify([{ type: 'Note' }, { type: 'Annotation', target: 'https://x.example' }])),
  ).toEqual({
    ok: false,
    faults: [
      { path: 'annotation 0', message: 'must have the type Annotation' },
      {
        path: 'annotation 1',
        message: 'has no target with a TextQuoteSelector: nothing says which words are meant',
      },
    ],
  });
});
