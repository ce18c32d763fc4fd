/**
 * Joins cues with speakers and content, sentence by sentence, and carries quotations on over sentences and paragraphs.
 * English rules; finds what is written and resolves nothing.
 */
import type { RawAttribution } from './attribution.ts';
import { type Found, contentOf } from './content.ts';
import type { Cue } from './cues/cue.ts';
import { findCues } from './cues/find-cues.ts';
import { lowerAt, phraseStartingAt, subjectBefore } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** What is being read: a range of tokens, and whether it lies inside a quotation. */
export interface Scope {
  readonly parsed: ParsedText;
  readonly range: Range;
  readonly inside: boolean;
  readonly sentence: number;
}

function isInverted(scope: Scope, cue: Cue): boolean {
  const { parsed, range } = scope;
  if (cue.shape !== 'active' || cue.from !== cue.head || !cue.frames.includes('q')) return false;
  const before = lowerAt(parsed, cue.from - 1);
  const afterQuote = cue.from > range.from && (parsed.quoteAt[cue.from - 1] ?? -1) !== (parsed.quoteAt[cue.from] ?? -1);
  if (!afterQuote && !(before === ',' && cue.from - range.from > 3)) return false;
  return /^(?:DET|NAME|NOUN|ADJ|POSS|NUM|PRON|VBD)$/.test(parsed.tags[cue.to] ?? '') && lowerAt(parsed, cue.to) !== 'that';
}

/** The speaker of a cue in its own clause; null when it is shared with another cue or unnamed. */
function ownSource(scope: Scope, cue: Cue): Range | null {
  const { parsed, range } = scope;
  switch (cue.shape) {
    case 'according':
    case 'citing':
    case 'reported-by':
      return afterRelay(parsed, cue.to, range.to);
    case 'hearsay':
      return { from: cue.from, to: cue.to };
    case 'noun':
      return nounSource(scope, cue);
    default:
      break;
  }
  if (isInverted(scope, cue)) return phraseStartingAt(parsed, cue.to, range.to);
  const subject = subjectBefore(parsed, cue.from, range.from);
  if (cue.shape === 'participle' && subject !== null && lowerAt(parsed, cue.from - 1) === ',') return null;
  return subject;
}

function afterRelay(parsed: ParsedText, from: number, limit: number): Range | null {
  const phrase = phraseStartingAt(parsed, from, limit);
  if (phrase !== null) return phrase;
  return from < limit && parsed.tags[from] !== 'MARK' ? { from, to: from + 1 } : null;
}

/** "the ministry's claim that", "claims by the army that": the possessor or the agent; null for "reports that". */
function nounSource(scope: Scope, cue: Cue): Range | null {
  const { parsed, range } = scope;
  if (/^(?:by|from|of)$/.test(lowerAt(parsed, cue.to))) return phraseStartingAt(parsed, cue.to + 1, range.to);
  let i = cue.from - 1;
  while (i > range.from && /^(?:ADJ|NOUN|VBD)$/.test(parsed.tags[i] ?? '') && i > cue.from - 4) i -= 1;
  if (/^(?:'s|'|’)$/.test(lowerAt(parsed, i))) return subjectBefore(parsed, i, range.from);
  if (/^(?:his|her|their|its)$/.test(lowerAt(parsed, i))) return { from: i, to: i + 1 };
  return null;
}

/** The subject of the sentence's main clause, for cues that share it (", adding that"; "and urged"). */
function mainSubject(scope: Scope, before: number): Range | null {
  const { parsed, range } = scope;
  for (let i = range.from; i < before; i += 1) {
    const tag = parsed.tags[i];
    if ((parsed.quoteAt[i] ?? -1) >= 0 && !scope.inside) continue;
    if (tag !== 'VBF' && tag !== 'VBD' && tag !== 'AUX' && tag !== 'MODAL') continue;
    const subject = subjectBefore(parsed, i, range.from);
    if (subject !== null) return subject;
  }
  return null;
}

const COORDINATED = /^(?:and|but|or|,|then|yet)$/;

function sharedSource(scope: Scope, cue: Cue, earlier: readonly RawAttribution[]): Range | null {
  const before = lowerAt(scope.parsed, cue.from - 1);
  const participle = cue.shape === 'participle';
  if (!participle && !COORDINATED.test(before) && cue.from > scope.range.from) return null;
  const last = earlier.at(-1);
  if (last !== undefined && last.source !== null && last.cue.shape !== 'according' && last.cue.shape !== 'citing') return last.source;
  return mainSubject(scope, cue.from);
}

function isImpersonal(parsed: ParsedText, cue: Cue, source: Range | null): boolean {
  if (cue.shape === 'hearsay') return true;
  if (cue.shape === 'noun') return source === null;
  return cue.shape === 'passive' && source !== null && lowerAt(parsed, source.from) === 'it' && source.to - source.from === 1;
}

function sourceStart(scope: Scope, cue: Cue): number {
  if (cue.shape === 'according' || cue.shape === 'citing' || cue.shape === 'reported-by' || cue.shape === 'hearsay' || cue.shape === 'noun') return cue.from;
  if (cue.shape === 'participle' && /^(?:,|and|but)$/.test(lowerAt(scope.parsed, cue.from - 1))) return cue.from;
  if (isInverted(scope, cue)) return cue.from;
  return subjectBefore(scope.parsed, cue.from, scope.range.from)?.from ?? cue.from;
}

function attributionOf(scope: Scope, cue: Cue, all: { cues: readonly Cue[]; earlier: readonly RawAttribution[] }): RawAttribution | null {
  const own = ownSource(scope, cue);
  const inverted = isInverted(scope, cue) && own !== null;
  const shares = own === null && (cue.shape === 'active' || cue.shape === 'participle' || cue.shape === 'decline' || cue.shape === 'silent');
  const source = shares ? sharedSource(scope, cue, all.earlier) : own;
  if (source === null && shares) return null;
  const starts = new Map(all.cues.map((other) => [other, sourceStart(scope, other)]));
  const found: Found | null = contentOf({
    scope,
    cue,
    source,
    own: own !== null,
    inverted,
    cues: all.cues,
    sourceStart: (other) => starts.get(other) ?? other.from,
  });
  if (found === null) return null;
  return {
    cue,
    source: found.agent ?? source,
    addressee: found.addressee,
    content: found.content,
    quoted: found.quoted,
    impersonal: found.agent === null && (found.impersonal || isImpersonal(scope.parsed, cue, source)),
    sentence: scope.sentence,
    rule: found.rule,
    confidence: Math.max(0.1, found.confidence - (shares ? 0.1 : 0)),
  };
}

/** Attributions whose cue lies inside the content of an earlier one of the same sentence are left to the recursion. */
function dropNested(found: readonly RawAttribution[]): RawAttribution[] {
  return found.filter((inner) => {
    return !found.some((outer) => outer !== inner && covers(outer, inner) && !(covers(inner, outer) && outer.cue.from > inner.cue.from));
  });
}

function covers(outer: RawAttribution, inner: RawAttribution): boolean {
  return outer.content.some((range) => inner.cue.head >= range.from && inner.cue.head < range.to);
}

/**
 * The attributions of one range (a sentence or the inside of a content), outermost only.
 *
 * @example
 * attributionsIn({ parsed, range, inside: false, sentence: 0 }).length;
 */
export function attributionsIn(scope: Scope): RawAttribution[] {
  const cues = findCues(scope.parsed, scope.range, scope.inside);
  const found: RawAttribution[] = [];
  for (const cue of cues) {
    const attribution = attributionOf(scope, cue, { cues, earlier: dropNested(found) });
    if (attribution !== null) found.push(attribution);
  }
  return dropNested(found);
}
