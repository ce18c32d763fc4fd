/**
 * Turns the placed claims of a model into proposals: who, cue and words come from the model, verified; what is claimed
 * (act, number, day, place) is read out of the words by our own rules, as for every reader.
 */

import { codePointIndex } from '../../record/code-points.ts';
import type { Span } from '../../record/passage.ts';
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import { connectionOf } from '../../text/connection.ts';
import { documentPlacesOf } from '../../text/document-place.ts';
import { draftClaims } from '../../text/draft-proposition.ts';
import { actorKindOf } from '../../text/gazetteer.ts';
import type { ProposedClaim, ProposedSpeaker, ReadInput } from '../../text/proposed-claim.ts';
import type { AnsweredClaim } from './answer.ts';
import { type PlacedClaim, placeClaim, type Stretch } from './place-claim.ts';

/** Behind what the main reader proposes: how sure such a model is says nothing. */
const CONFIDENCE = 0.3;
const REASON = READER_REASONS.endpoint;

export interface Verified {
  readonly claims: readonly ProposedClaim[];
  /** Claims whose words do not stand in the text. */
  readonly notInText: number;
}

/**
 * Verifies claims against the text and builds proposals.
 *
 * @example
 * verifiedProposals(input, [{ speaker: 'Police', cue: 'said', quote: 'six people died', stance: 'alleges' }]).claims.length; // 1
 */
export function verifiedProposals(input: ReadInput, answered: readonly AnsweredClaim[]): Verified {
  const index = codePointIndex(input.text);
  const points = ({ start, end }: Stretch): Span => ({
    start: index.toCodePoint(start),
    end: index.toCodePoint(end),
  });
  const place = documentPlacesOf(input.text).main;
  const seen = new Set<string>();
  const claims: ProposedClaim[] = [];
  let notInText = 0;
  for (const claim of answered) {
    const placed = placeClaim(input.text, claim);
    if (placed === null) notInText += 1;
    const key = placed === null ? '' : `${claim.stance} ${placed.quote.start} ${placed.quote.end}`;
    if (placed === null || seen.has(key)) continue;
    seen.add(key);
    const speaker = speakerOf(input.text, placed, points);
    const about = { resolved: speaker.resolved, named: speaker.named, kind: speaker.kind };
    const { publishedAt, outlet, text } = input;
    const drafts = draftClaims({
      ...{ text, ...placed.quote, publishedAt, outlet },
      ...{ speaker: about, stance: claim.stance, documentPlace: place },
    });
    for (const draft of drafts) claims.push(proposalOf(claim, speaker, { ...draft, span: points(draft) }));
  }
  return { claims: claims.toSorted((a, b) => startOf(a) - startOf(b)), notInText };
}

function startOf(claim: ProposedClaim): number {
  return claim.content[0]?.start ?? 0;
}

type Draft = ReturnType<typeof draftClaims>[number] & { readonly span: Span };

function proposalOf(claim: AnsweredClaim, speaker: ProposedSpeaker, made: Draft): ProposedClaim {
  const { draft, quantity, when, where, span } = made;
  return {
    stance: claim.stance,
    chain: [speaker],
    content: [span],
    evidence: null,
    draft,
    quantity,
    when,
    where,
    confidence: CONFIDENCE,
    reason: REASON,
    explanation: { by: 'endpoint', rule: REASON, confidence: CONFIDENCE },
  };
}

const PRONOUN = /^(?:i|we|you|he|she|it|they|who|which|someone|somebody)$/iu;

/** A name is taken as it is written; whom "the ministry" or "he" stands for is not guessed. */
function speakerOf(text: string, placed: PlacedClaim, points: (at: Stretch) => Span): ProposedSpeaker {
  const words = (at: Stretch): string => text.slice(at.start, at.end);
  const cue = words(placed.cue).replace(/\s+/gu, ' ');
  const named = words(placed.speaker ?? placed.cue).replace(/\s+/gu, ' ');
  const kind = placed.speaker === null || PRONOUN.test(named) ? 'unnamed' : actorKindOf(named);
  const isName = kind !== 'unnamed' && /^\p{Lu}/u.test(named) && !/^(?:The|A|An)\s+\p{Ll}/u.test(named);
  return {
    named,
    span: placed.speaker === null ? null : points(placed.speaker),
    resolved: isName ? named : null,
    resolvedBecause: null,
    kind,
    anonymity: isName ? 'named' : kind === 'unnamed' ? 'anonymous' : 'role',
    connection: connectionOf(named),
    cue: { text: cue, lemma: cue.toLowerCase(), span: points(placed.cue), force: 'neutral' },
  };
}
