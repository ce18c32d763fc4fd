/** Why an attribution is proposed, in words: the rule, and what the trained model says for and against it. */
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
      features: [
        { what: `the trained reader takes nothing to be told with “${cue.lemma}” here`, weight: -0.5 },
      ],
    };
  const said = {
    what: `the trained reader takes “${cue.lemma}” for telling: right in ${Math.round(model.confidence * 100)} of 100 such cases`,
    weight: round(model.confidence - 0.5),
  };
  if (model.agrees === null) return { by: 'model', rule, confidence, features: [said] };
  const same = {
    what: `the trained reader and the rules share ${Math.round(model.agrees * 100)} % of the words they take as told`,
    weight: round(model.agrees - 0.5),
  };
  const features = [said, same].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { by: 'rule', rule, confidence, features };
}
