/**
 * Bodies that the text never writes with a name: "The prison service published a list. It said …", "a coast guard
 * spokesman", "an army statement". Their words are the only name they have.
 */
import { isFaceless, isPersonWord, kindOfWord } from './actor-words.ts';
import { type Hearing, headOf, sentenceOf, textOf, type Verdict } from './hearing.ts';
import { lowerAt, subjectBefore } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

const NO_PART =
  /^(?:senior|chief|former|deputy|top|unnamed|another|own|new|same|other|military|official|late|recent|first|second|joint|short|brief|public|written|press|one|two|internal|confidential|secret|classified|leaked|draft|unpublished|handwritten|typed|undated)$/;

/**
 * The body's word at `at` with the words in front that belong to its name.
 *
 * @example
 * bodyPhrase(parsed, 3, 0); // the tokens of "prison service" in "A prison service spokesman"
 */
export function bodyPhrase(parsed: ParsedText, at: number, limit: number): Range {
  let from = at;
  while (from > limit && joins(parsed, from - 1)) from -= 1;
  while (from < at && /^(?:'s|'|’s|’)$/.test(lowerAt(parsed, from))) from += 1;
  return { from, to: at + 1 };
}

function joins(parsed: ParsedText, i: number): boolean {
  const lower = lowerAt(parsed, i);
  const tag = parsed.tags[i] ?? '';
  if (/^(?:'s|’s|'|’)$/.test(lower)) return parsed.shout && /^(?:NAME|NOUN)$/.test(parsed.tags[i - 1] ?? '');
  return /^(?:NOUN|NAME|ADJ)$/.test(tag) && !NO_PART.test(lower) && !isPersonWord(lower);
}

function isBody(head: string): boolean {
  const kind = kindOfWord(head);
  return (
    kind !== null && kind !== 'community' && kind !== 'state' && !isPersonWord(head) && !isFaceless(head)
  );
}

/** The subject of the first clause of a sentence; null when it has none before `limit`. */
function firstSubject(parsed: ParsedText, { from, to }: Range): Range | null {
  for (let i = from + 1; i < Math.min(to, from + 60); i += 1) {
    if ((parsed.quoteAt[i] ?? -1) >= 0 || !/^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[i] ?? '')) continue;
    const subject = subjectBefore(parsed, i, from);
    if (subject !== null) return subject;
  }
  return null;
}

/**
 * The unnamed body that the sentence before opens with: "it" goes on from there. Null when it opens with anything else.
 *
 * @example
 * subjectBody(hearing, 14)?.resolved; // 'prison service'
 */
export function subjectBody(hearing: Hearing, before: number): Verdict | null {
  const { parsed } = hearing;
  const sentence = parsed.sentences[sentenceOf(parsed, before) - 1];
  if (sentence === undefined) return null;
  const subject = firstSubject(parsed, sentence);
  if (subject === null || !/^(?:DET|POSS)$/.test(parsed.tags[subject.from] ?? '')) return null;
  if (/^(?:a|an|his|her|my|some|no|every)$/.test(lowerAt(parsed, subject.from))) return null;
  let to = subject.from + 1;
  while (to < subject.to && /^(?:NOUN|NAME|ADJ)$/.test(parsed.tags[to] ?? '')) to += 1;
  const short = { from: subject.from, to };
  if (hearing.entities.some((e) => e.mentions.some((m) => m >= short.from && m < short.to))) return null;
  const head = headOf(parsed, short);
  if (!isBody(head) || lowerAt(parsed, to - 1) !== head) return null;
  const words = textOf(parsed, bodyPhrase(parsed, to - 1, subject.from + 1));
  return {
    resolved: words,
    because: `goes on from "${textOf(parsed, short)}"`,
    kind: kindOfWord(head) ?? 'unnamed',
    anonymity: 'named',
  };
}

/** Tokens that are looked back over: keeps endless sentences linear. */
const FURTHEST = 150;

/** "the foreign ministry of Halvar": a body's word at `i` with its article, the words in front and its owner; null for a bare one. */
function fullBodyAt(parsed: ParsedText, i: number, from: number): Range | null {
  if (parsed.tags[i] !== 'NOUN' || !isBody(lowerAt(parsed, i))) return null;
  const phrase = bodyPhrase(parsed, i, from);
  if (phrase.from <= from || !/^(?:the|'s|’s)$/.test(lowerAt(parsed, phrase.from - 1))) return null;
  let { to } = phrase;
  if (lowerAt(parsed, to) === 'of' && parsed.tags[to + 1] === 'NAME') {
    to += 2;
    while (parsed.tags[to] === 'NAME') to += 1;
  }
  return { from: phrase.from, to };
}

/**
 * A body told by more than its word in this sentence or the two before, named by nobody: "it", "the ministry" stand for
 * it. Of two different ones the last.
 *
 * @param head the body's word; null: any body
 * @example
 * fullerBody(hearing, 30, 'ministry')?.resolved; // 'foreign ministry of Halvar'
 */
export function fullerBody(hearing: Hearing, before: number, head: string | null): Verdict | null {
  const { parsed } = hearing;
  const here = sentenceOf(parsed, before);
  const first = Math.max(parsed.sentences[Math.max(0, here - 2)]?.from ?? 0, before - FURTHEST);
  for (let i = before - 1; i > first; i -= 1) {
    if (head !== null && lowerAt(parsed, i) !== head) continue;
    if ((parsed.quoteAt[i] ?? -1) >= 0 || parsed.paragraphAt[i] !== parsed.paragraphAt[before]) continue;
    const body = fullBodyAt(parsed, i, first);
    const told = body === null ? 0 : body.to - body.from;
    if (body === null || (head !== null && told < 2)) continue;
    const words = textOf(parsed, body);
    return {
      resolved: words,
      because: `goes on from "${words}"`,
      kind: kindOfWord(lowerAt(parsed, i)) ?? 'unnamed',
      anonymity: 'named',
    };
  }
  return null;
}

const PAPER =
  /^(?:statement|report|notice|communique|communiqué|release|bulletin|letter|memo|document|study|list|figures|data|count|tally|briefing|announcement|post|website)$/;

/**
 * The body in front of its paper: "an army statement", "a health ministry report". Null when no body stands there.
 *
 * @example
 * paperBody(parsed, { from: 0, to: 4 }); // the tokens of "health ministry"
 */
export function paperBody(parsed: ParsedText, range: Range): Range | null {
  for (let i = range.from + 1; i < range.to; i += 1) {
    if (!PAPER.test(lowerAt(parsed, i))) continue;
    let at = i - 1;
    while (
      at > range.from &&
      /^(?:press|public|written|joint|brief|short|official)$/.test(lowerAt(parsed, at))
    )
      at -= 1;
    return at >= range.from && isBody(lowerAt(parsed, at)) && /^(?:NOUN|NAME)$/.test(parsed.tags[at] ?? '')
      ? bodyPhrase(parsed, at, range.from)
      : null;
  }
  return null;
}
