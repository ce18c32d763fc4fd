/** Why an attribution is proposed, in words: the rule, and what the trained model says for and against it. */
import { sayReason } from '../record/reason.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { RawAttribution } from './attribution.ts';
import type { Explanation } from './proposed-claim.ts';

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * The explanation of a proposal made of an attribution; undefined where only a rule spoke, which `reason` already tells.
 *
 * @param rule the rule in words, as on the claim
 * @param confidence as on the claim
 * @example
 * explanationOf(attribution, 'a that-clause after the verb', 0.9)?.features?.[0]?.weight; // 0.47: 0.5 would be certainty
 */
export function explanationOf(
  attribution: RawAttribution,
  rule: string,
  confidence: number,
): Explanation | undefined {
  const { model, cue } = attribution;
  if (model === undefined) return undefined;
  if (model.confidence === null)
    return {
      by: 'rule',
      rule,
      confidence,
      features: [{ what: sayReason(READER_REASONS.weighsNothing, { cue: cue.lemma }), weight: -0.5 }],
    };
  const said = {
    what: sayReason(READER_REASONS.weighsTelling, { cue: cue.lemma, n: Math.round(model.confidence * 100) }),
    weight: round(model.confidence - 0.5),
  };
  if (model.agrees === null) return { by: 'model', rule, confidence, features: [said] };
  const same = {
    what: sayReason(READER_REASONS.weighsShared, { n: Math.round(model.agrees * 100) }),
    weight: round(model.agrees - 0.5),
  };
  const features = [said, same].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { by: 'rule', rule, confidence, features };
}
