/**
 * W3C Web Annotation (Recommendation of 23 February 2017): one annotation a claim, on the exact words. Each target has a
 * TextQuoteSelector and, where the text is published, a TextPositionSelector. Positions are code points of the normalised text
 * (section 4.2.4: "in terms of unicode code points"), 0-based, end exclusive; browsers count UTF-16 code units, so a tool that
 * does must use the quote or convert.
 */
import type { ExchangeFormat, ExportOptions } from '../format.ts';
import { iriOf, type Json, jsonFile, ONRECORD_NS, ours, stated } from '../linked-data/onrecord-terms.ts';
import {
  type FiledClaim,
  type FiledPassage,
  indexRecord,
  type RecordIndex,
} from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';

/** Address of the standard's context. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const CONTEXT = [
  ANNO_CONTEXT,
  { onrecord: ONRECORD_NS, 'onrecord:claim': { '@id': `${ONRECORD_NS}claim`, '@type': '@json' } },
] as const;

function targetOf(passage: FiledPassage, index: RecordIndex, { base }: ExportOptions): Json {
  const { exact, prefix, suffix, start, end, textSha256 } = passage;
  const capture = index.captures.get(passage.capture);
  const source = capture === undefined ? undefined : index.sources.get(capture.of);
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  const position = { type: 'TextPositionSelector', start, end };
  return stated({
    type: 'SpecificResource',
    source: source?.url ?? iriOf(base, capture?.of ?? passage.capture),
    state:
      capture === undefined
        ? null
        : { type: 'TimeState', sourceDate: capture.capturedAt, cached: iriOf(base, capture.id) },
    selector: textSha256 === null ? [quote] : [quote, position],
    [ours('textSha256')]: textSha256,
  });
}

function annotationOf(claim: FiledClaim, index: RecordIndex, options: ExportOptions): Json {
  const { base } = options;
  const proposition = index.propositions.get(claim.proposition);
  const { passages, id, ...rest } = claim;
  const inner = claim.chain.at(-1);
  const speaker = index.nameOf(inner?.speaker ?? null) ?? inner?.named ?? '';
  return stated({
    id: iriOf(base, id),
    type: 'Annotation',
    motivation: 'describing',
    generated: index.file.asOf,
    generator: claim.extractedBy === null ? null : { type: 'Software', name: claim.extractedBy },
    body: [
      {
        type: 'TextualBody',
        purpose: 'tagging',
        value: claim.stance,
        format: 'text/plain',
      },
      {
        type: 'TextualBody',
        purpose: 'describing',
        value: `${speaker === '' ? 'Somebody unnamed' : speaker} ${claim.stance}: ${proposition?.text ?? claim.proposition}`,
        format: 'text/plain',
      },
    ],
    target: passages.map((passage) => targetOf(passage, index, options)),
    // What the standard has no word for, whole, as a JSON literal.
    [ours('claim')]: rest,
  });
}

export const WEB_ANNOTATION: ExchangeFormat = {
  name: 'web-annotation',
  standard: 'W3C Web Annotation Data Model (Recommendation, 23 February 2017), JSON-LD',
  writes:
    'annotations.jsonld: one annotation a claim, with quote and position selectors and the state of the page',
  readsBack: true,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'stances, chains and numbers',
      why: 'the standard has no word for them; they stand in words in the body and whole under onrecord:claim, which other tools pass over',
    },
    {
      what: 'positions in tools that count UTF-16 code units',
      why: 'positions are code points of the normalised text, as the standard asks; browsers count otherwise, and there the quote finds the words',
    },
    {
      what: 'positions in internal sources and in texts with covered names',
      why: 'the text that they would count in is not published',
    },
    {
      what: 'propositions, sources, figures',
      why: 'an annotation is about words; take csv or prov for the rest',
    },
  ],
  render(file, options) {
    const index = indexRecord(file);
    const items = file.claims.map((claim) => annotationOf(claim, index, options));
    const collection = iriOf(options.base, 'annotations');
    const page = { id: `${collection}-1`, type: 'AnnotationPage', partOf: collection, startIndex: 0, items };
    const content = jsonFile({
      '@context': CONTEXT,
      id: collection,
      type: 'AnnotationCollection',
      label: file.title,
      total: items.length,
      ...(items.length === 0 ? {} : { first: page }),
    });
    return { files: [{ path: 'annotations.jsonld', content }], leftOut: [] };
  },
};
