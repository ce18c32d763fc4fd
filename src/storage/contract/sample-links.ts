/** Links and findings for the contract suites, on top of the sample record: three reports that rest on each other. */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { CaptureId } from '../../record/id.ts';
import type { Link, LinkDecision } from '../../record/link.ts';
import type { Change } from '../../record/log-entry.ts';
import type { Passage } from '../../record/passage.ts';
import type { VoiceStatement } from '../../record/voice-finding.ts';
import { captured, entryFor, SAMPLE_TEXT, sampleActor, sampleId, sampleRecord } from './sample-record.ts';

/** Words that stand only in the evidence of the first sample link. */
export const LINK_WORDS = 'near the old mill, the Café';

const passageIn = (capture: number): Passage => {
  const start = [...SAMPLE_TEXT.slice(0, SAMPLE_TEXT.indexOf(LINK_WORDS))].length;
  return {
    capture: sampleId('capture', capture),
    textSha256: sha256Hex(SAMPLE_TEXT),
    start,
    end: start + [...LINK_WORDS].length,
    exact: LINK_WORDS,
    prefix: 'killed ',
    suffix: ' Łódź',
  };
};

/**
 * A link that a program proposes from the third report to the first.
 *
 * @example
 * sampleLink(2, { to: { kind: 'actor', actor: sampleId('actor', 4) }, evidence: { from: [], to: [] } });
 */
export function sampleLink(number: number, fields: Partial<Link> = {}): Link {
  return {
    id: sampleId('link', number),
    type: 'copies',
    from: { source: sampleId('source', 3), capture: sampleId('capture', 3) },
    to: { kind: 'report', source: sampleId('source', 1), capture: sampleId('capture', 1) },
    proposition: sampleId('proposition', 1),
    certainty: 'possible',
    evidence: { from: [passageIn(3)], to: [passageIn(1)] },
    anchors: [{ kind: 'passage', from: LINK_WORDS, to: LINK_WORDS }],
    proposal: { by: 'reuse', version: '1', confidence: 0.7, reason: 'shares 5 words' },
    status: 'proposed',
    reviews: [],
    ...fields,
  };
}

/**
 * A batch of links; by a program when captures are named.
 *
 * @example
 * linksProposed([sampleLink(1)], { captures: [3] });
 */
export function linksProposed(
  links: readonly Link[],
  given: { readonly captures?: readonly number[] } = {},
): NewEntry {
  const captures: readonly CaptureId[] = (given.captures ?? []).map((number) => sampleId('capture', number));
  const extractor = captures.length === 0 ? null : 'reuse-1';
  const change: Change = { action: 'links-proposed', extractor, captures, actors: [], links };
  return entryFor(change, links[0]?.id ?? captures[0] ?? 'log');
}

/**
 * A person's decision on a link.
 *
 * @example
 * linkReviewed(1, 'cut', 'Both quote the same statement.');
 */
export function linkReviewed(link: number, decision: LinkDecision, reason = 'The texts agree.'): NewEntry {
  const id = sampleId('link', link);
  return { ...entryFor({ action: 'link-reviewed', link: id, decision, reason }, id), agent: 'Reader One' };
}

/**
 * A person's finding about two voices.
 *
 * @example
 * voicesJudged(1, { relation: 'distinct', a: sampleId('actor', 1), b: sampleId('actor', 2) });
 */
export function voicesJudged(
  number: number,
  given: Pick<VoiceStatement, 'relation' | 'a' | 'b'> & Partial<VoiceStatement>,
): NewEntry {
  const finding: VoiceStatement = {
    id: sampleId('finding', number),
    proposition: null,
    reason: 'One desk writes for both.',
    ...given,
  };
  return { ...entryFor({ action: 'voices-judged', finding }, finding.id), agent: 'Reader One' };
}

/**
 * A finding taken back.
 *
 * @example
 * findingUndone(1);
 */
export function findingUndone(number: number): NewEntry {
  const finding = sampleId('finding', number);
  const change: Change = { action: 'finding-undone', finding, reason: 'Mistaken for a namesake.' };
  return { ...entryFor(change, finding), agent: 'Reader One' };
}

/**
 * The sample record with a third report, which copies the first, rests on the ministry, and cites an agency's text that is
 * not held; the first and the agency are found to be one voice.
 *
 * @example
 * await store.append(linkedRecord());
 */
export function linkedRecord(): readonly NewEntry[] {
  const nothing = { from: [], to: [] };
  return [
    ...sampleRecord(),
    captured(3, SAMPLE_TEXT, {
      actors: [sampleActor(9, 'Night Post')],
      source: { publisher: sampleId('actor', 9) },
    }),
    linksProposed(
      [
        sampleLink(1),
        sampleLink(2, {
          type: 'told',
          to: { kind: 'actor', actor: sampleId('actor', 4) },
          proposition: null,
          evidence: nothing,
          anchors: [],
        }),
        sampleLink(3, {
          type: 'cites',
          from: { source: sampleId('source', 2), capture: null },
          to: {
            kind: 'not-held',
            name: 'a dispatch of 1 April',
            publisher: sampleId('actor', 2),
            url: null,
            publishedAt: '2031-04-01',
          },
          evidence: nothing,
          anchors: [],
        }),
      ],
      { captures: [1, 3] },
    ),
    voicesJudged(1, { relation: 'same', a: sampleId('source', 1), b: sampleId('actor', 2) }),
  ];
}
