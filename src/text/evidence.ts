/**
 * Two sentences of one denial are one claim: "They denied this. “There were no such incidents,” they said." The
 * quotation becomes the evidence of the denial or refusal and no claim of its own.
 */
import type { RawAttribution } from './attribution.ts';
import { trimEnd } from './clauses.ts';
import { hasVerb } from './content-search.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import type { Voiced } from './voices.ts';

const ANSWERS = new Set(['denies', 'disputes', 'declines', 'silent']);
const SUPPORTS =
  /^(?:say|respond|reply|explain|add|state|write|tell|note|insist|continue|according to|tweet|cite|answer|counter)$/;

function sameMouth(parsed: ParsedText, a: Voiced, b: Voiced): boolean {
  const x = a.chain.at(-1)?.speaker;
  const y = b.chain[a.chain.length - 1]?.speaker;
  if (x === undefined || y === undefined) return false;
  if (x.range.from === y.range.from) return true;
  const speaksForIt = /^(?:its|their|a|the) (?:[\p{L}-]+ )?spokes/u.test(y.named);
  const short = a.content.every((range) => range.to - range.from <= 4 && !hasVerb(parsed, range));
  if (speaksForIt && short && x.kind !== 'person' && x.resolved !== null && x.range.from < y.range.from)
    return true;
  return x.resolved !== null && x.resolved === y.resolved;
}

/** "While she refused to name them, she did say": the second is set against the first. */
function contrasts(parsed: ParsedText, answer: Voiced, next: Voiced): boolean {
  if (/^(?:did|does|do)$/.test(lowerAt(parsed, next.root.cue.from))) return true;
  if (answer.root.sentence !== next.root.sentence) return false;
  const opening = Math.min(answer.root.source?.from ?? answer.root.cue.from, answer.root.cue.from) - 1;
  return /^(?:while|although|though|but)$/.test(lowerAt(parsed, opening));
}

function supports(parsed: ParsedText, answer: Voiced, next: Voiced): boolean {
  if (contrasts(parsed, answer, next)) return false;
  const cue = next.root.cue;
  const apart =
    parsed.paragraphAt[parsed.sentences[answer.root.sentence]?.from ?? 0] !==
    parsed.paragraphAt[parsed.sentences[next.root.sentence]?.from ?? 0];
  const near = apart ? 9 : next.root.sentence - answer.root.sentence;
  return (
    answer.root !== next.root &&
    near >= 0 &&
    near <= 1 &&
    (next.root.quoted || (near === 0 && cue.shape === 'participle')) &&
    SUPPORTS.test(cue.lemma) &&
    !cue.negated &&
    sameMouth(parsed, answer, next)
  );
}

/** The reason given with a refusal: "citing privacy laws", "because visa records are confidential", "on grounds of". */
function reasonOf(parsed: ParsedText, one: Voiced): Range | null {
  if (one.stance !== 'declines') return null;
  const sentence = parsed.sentences[one.root.sentence];
  if (sentence === undefined) return null;
  for (let i = one.attribution.cue.to; i < sentence.to - 2; i += 1) {
    const lower = lowerAt(parsed, i);
    const ground =
      (/^(?:on|for)$/.test(lower) &&
        [1, 2, 3].some((n) => /^(?:grounds?|reasons?)$/.test(lowerAt(parsed, i + n)))) ||
      (lower === 'out' && lowerAt(parsed, i + 1) === 'of') ||
      (/^(?:due|owing)$/.test(lower) && lowerAt(parsed, i + 1) === 'to') ||
      (/^(?:as|since)$/.test(lower) && hasVerb(parsed, { from: i + 1, to: sentence.to })) ||
      /^(?:because|citing|saying|stating|arguing)$/.test(lower);
    if (!ground) continue;
    const from = /^(?:because|citing|saying|stating|arguing|as|since)$/.test(lower) ? i + 1 : i;
    return trimEnd(parsed, { from: lowerAt(parsed, from) === 'that' ? from + 1 : from, to: sentence.to });
  }
  return null;
}

/**
 * Moves supporting quotations into `evidence`. `keeps` says which contents must stay claims too, because they hold a
 * figure of their own.
 *
 * @example
 * joinEvidence(parsed, voiced, () => false).length; // one less for "They denied it. “No,” they said."
 */
export function joinEvidence(
  parsed: ParsedText,
  voiced: readonly Voiced[],
  keeps: (voiced: Voiced) => boolean,
): Voiced[] {
  const joined: Voiced[] = [];
  const taken = new Set<RawAttribution>();
  for (const [i, one] of voiced.entries()) {
    if (taken.has(one.root) && !keeps(one)) continue;
    const next =
      ANSWERS.has(one.stance) && one.evidence === null && one.attribution.cue.frames !== 'k'
        ? voiced.slice(i + 1, i + 4).find((other) => supports(parsed, one, other))
        : undefined;
    const evidence: Range | undefined = next?.root.content[0];
    if (next === undefined || evidence === undefined) {
      joined.push({ ...one, evidence: one.evidence ?? reasonOf(parsed, one) });
      continue;
    }
    taken.add(next.root);
    joined.push({ ...one, evidence });
  }
  return joined;
}
