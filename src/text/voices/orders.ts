/**
 * Orders told of in the words of another: "she said that the officer had told them to kneel", "that his captain ordered
 * the platoon to leave". Whoever gives the order is a further mouth, and what is ordered is what it says.
 */
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { RawAttribution } from '../attribution.ts';
import { trimEnd } from '../clauses.ts';
import { verbGroup } from '../cues/verb-group.ts';
import { lowerAt, phraseStartingAt, subjectBefore } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { verbReadings } from '../verb-forms.ts';

const COMMANDS = /^(?:tell|order|instruct|command|direct|forbid)$/;

/** Where the infinitive of an order begins behind its verb: "them *to* kneel", "residents not *to* look"; -1. */
function infinitiveAfter(parsed: ParsedText, verb: number, limit: number): number {
  const pronoun = parsed.tags[verb + 1] === 'PRON' || lowerAt(parsed, verb + 1) === 'her';
  const to = pronoun ? verb + 2 : (phraseStartingAt(parsed, verb + 1, limit)?.to ?? -1);
  if (to < 0) return -1;
  const at = lowerAt(parsed, to) === 'not' ? to + 1 : to;
  const verbal = /^(?:VBF|NOUN|AUX|ADV)$/.test(parsed.tags[at + 1] ?? '');
  return lowerAt(parsed, at) === 'to' && at + 1 < limit && (verbal || (parsed.quoteAt[at + 1] ?? -1) >= 0)
    ? at
    : -1;
}

/** The end of what is ordered: a mark that closes the clause, outside of quotations within it. */
function endOf(parsed: ParsedText, from: number, limit: number): number {
  const home = parsed.quoteAt[from];
  for (let i = from; i < limit; i += 1)
    if (/^[.;:!?]$/.test(lowerAt(parsed, i)) && parsed.quoteAt[i] === home) return i;
  return limit;
}

/** "that a corporal had returned the cards *and told* them to stop": the subject of the clause gives the order. */
function whoElse(parsed: ParsedText, verb: number, range: Range): Range | null {
  if (lowerAt(parsed, verb - 1) !== 'and') return null;
  const subject = phraseStartingAt(parsed, range.from, verb - 1);
  return subject !== null && /^(?:VBD|VBF|AUX)$/.test(parsed.tags[subject.to] ?? '') ? subject : null;
}

/**
 * The orders in a range, each with the one who gives it.
 *
 * @example
 * ordersIn(parsed, { from: 2, to: 10 }, 0)[0]?.cue.does; // 'asks' for "the officer told them to kneel"
 */
export function ordersIn(parsed: ParsedText, range: Range, sentence: number): RawAttribution[] {
  const found: RawAttribution[] = [];
  for (let i = range.from + 1; i < range.to - 2; i += 1) {
    if (parsed.tags[i] !== 'VBD' && parsed.tags[i] !== 'VBF') continue;
    const lemma = verbReadings(lowerAt(parsed, i)).find((reading) => COMMANDS.test(reading.lemma))?.lemma;
    if (lemma === undefined || infinitiveAfter(parsed, i, range.to) < 0) continue;
    const group = verbGroup(parsed, i, range.from);
    const source = subjectBefore(parsed, group.from, range.from) ?? whoElse(parsed, group.from, range);
    if (group.be || group.negated || group.toInfinitive || source === null) continue;
    const content = trimEnd(parsed, { from: i + 1, to: endOf(parsed, i + 1, range.to) });
    found.push({
      cue: {
        from: group.from,
        to: i + 1,
        head: i,
        lemma,
        shape: 'active',
        does: 'asks',
        force: 'neutral',
        frames: 'xi',
        negated: false,
      },
      source,
      addressee: null,
      content: [content],
      quoted: false,
      impersonal: false,
      via: null,
      sentence,
      rule: READER_REASONS.orderTold,
      confidence: 0.75,
    });
    i = content.to;
  }
  return found;
}
