/**
 * "One of them, she added, said that he had been sold", "The man who told them, he says, was Major Orr": a speaker put
 * between a subject and its predicate. What is said is the whole sentence around the speaker, not the bare subject.
 */
import type { RawAttribution } from './attribution.ts';
import { trimEnd } from './clauses.ts';
import { hasVerb } from './content-search.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** Tokens that a speaker put between takes at most. */
const LONGEST = 9;
const PREDICATE = /^(?:VBF|VBD|AUX|MODAL)$/;

/** Where the predicate behind the inserted speaker begins; -1 when the words before it are no subject cut off from one. */
function predicateBehind(parsed: ParsedText, attribution: RawAttribution): number {
  const { cue, source, content, addressee, via } = attribution;
  const [subject] = content;
  const end = parsed.sentences[attribution.sentence]?.to ?? 0;
  if (subject === undefined || source === null || via !== null || cue.shape !== 'active') return -1;
  const from = Math.min(cue.from, source.from);
  const to = Math.max(cue.to, source.to, addressee?.to ?? 0);
  const last = lowerAt(parsed, subject.to - 1) === ',' ? subject.to - 1 : subject.to;
  const cut = last === from - 1 && lowerAt(parsed, last) === ',' && lowerAt(parsed, to) === ',';
  if (!cut || to - from > LONGEST || to + 1 >= end || isQuoted(parsed, subject)) return -1;
  if (!PREDICATE.test(parsed.tags[to + 1] ?? '') || isQuoted(parsed, { from: to, to: to + 1 })) return -1;
  return isSubject(parsed, subject) ? to + 1 : -1;
}

function isQuoted(parsed: ParsedText, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) if ((parsed.quoteAt[i] ?? -1) >= 0) return true;
  return false;
}

/** A noun phrase, with a relative clause at most. */
function isSubject(parsed: ParsedText, subject: Range): boolean {
  if (/^(?:PREP|SUB|WH|VBG|TO|CC)$/.test(parsed.tags[subject.from] ?? '')) return false;
  for (let i = subject.from; i < subject.to; i += 1) {
    if (/^(?:who|which|that|whose|whom)$/.test(lowerAt(parsed, i))) return true;
    if (PREDICATE.test(parsed.tags[i] ?? '')) return false;
  }
  return !hasVerb(parsed, subject);
}

/** The sentence's end, or the semicolon before it. */
function clauseEnd(parsed: ParsedText, from: number, end: number): number {
  for (let i = from; i < end; i += 1) if (lowerAt(parsed, i) === ';') return i;
  return end;
}

/**
 * The attributions with what is said around an inserted speaker made whole; those inside it are left to the reading of
 * what is said.
 *
 * @example
 * withWholeSentences(parsed, attributions).length <= attributions.length; // true
 */
export function withWholeSentences(
  parsed: ParsedText,
  attributions: readonly RawAttribution[],
): RawAttribution[] {
  const whole: Range[] = [];
  const made = attributions.map((one) => {
    const predicate = predicateBehind(parsed, one);
    const subject = one.content[0];
    if (predicate < 0 || subject === undefined) return one;
    const end = clauseEnd(parsed, predicate, parsed.sentences[one.sentence]?.to ?? predicate);
    const content = { from: subject.from, to: trimEnd(parsed, { from: subject.from, to: end }).to };
    whole.push({ from: predicate, to: end });
    return { ...one, content: [content, ...one.content.filter(({ from }) => from >= end)] };
  });
  return made.filter(({ cue }) => !whole.some(({ from, to }) => cue.head >= from && cue.head < to));
}
