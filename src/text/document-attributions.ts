/**
 * All attributions of a document: sentence by sentence, then quotations that stand alone ("…" he said. "…") joined to
 * the speaker before, over sentences and paragraphs.
 */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { RawAttribution } from './attribution.ts';
import { colonQuotation } from './colon-quotations.ts';
import { hasVerb } from './content-search.ts';
import { attributionsIn } from './find-attributions.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import { afterOpening } from './openings.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { turnsIn } from './turns.ts';

/** The quotation that is a whole sentence by itself, or -1. */
function loneQuotation(parsed: ParsedText, sentence: Range): number {
  const at = parsed.quoteAt[sentence.from] ?? -1;
  if (at < 0) return -1;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (parsed.quoteAt[i] !== at && !/^[.,;!?]$/.test(lowerAt(parsed, i))) return -1;
  }
  const inner = parsed.quoteInner[at];
  return inner === undefined || inner.to - inner.from < 3 ? -1 : at;
}

/** The text's own question, without a quotation, tells nothing. */
function asksOnly(parsed: ParsedText, { from, to }: Range): boolean {
  if (lowerAt(parsed, to - 1) !== '?') return false;
  for (let i = from; i < to; i += 1) if ((parsed.quoteAt[i] ?? -1) >= 0) return false;
  return true;
}

/** A quotation that follows one sentence or one paragraph after its speaker goes on. */
function goesOn(parsed: ParsedText, last: RawAttribution, sentence: number): boolean {
  if (last.cue.shape === 'hearsay' || last.cue.shape === 'noun' || last.source === null) return false;
  const gap = sentence - last.sentence;
  if (gap > 6) return false;
  const here = parsed.paragraphAt[parsed.sentences[sentence]?.from ?? 0] ?? 0;
  const there = parsed.paragraphAt[parsed.sentences[last.sentence]?.from ?? 0] ?? 0;
  return here === there || (here - there === 1 && last.quoted) || continuedMark(parsed, there, here);
}

function continuedMark(parsed: ParsedText, there: number, here: number): boolean {
  const open = parsed.quotes.filter((q) => q.continues);
  if (open.length === 0) return false;
  for (let p = there; p < here; p += 1) {
    const paragraph = parsed.paragraphs[p];
    if (paragraph === undefined || !open.some((q) => q.end === paragraph.end)) return false;
  }
  return true;
}

/** "The agency says twelve were shot. It quotes a doctor.": the second sentence only names whom the first one cites. */
function withSourcesTold(parsed: ParsedText, found: readonly RawAttribution[]): RawAttribution[] {
  const kept: RawAttribution[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    const [only] = one.content;
    const cites =
      /^(?:quote|cite)$/.test(one.cue.lemma) && one.cue.shape === 'active' && one.via === null && !one.quoted;
    const same =
      last !== undefined &&
      one.source !== null &&
      one.sentence - last.sentence === 1 &&
      /^(?:it|he|she|they|the)$/.test(lowerAt(parsed, one.source.from));
    if (!cites || !same || only === undefined || last.via !== null || hasVerb(parsed, only)) {
      kept.push(one);
      continue;
    }
    kept[kept.length - 1] = { ...last, via: { cue: one.cue, source: only } };
  }
  return kept;
}

const GESTURE =
  /^(?:laugh|smile|nod|shrug|sigh|pause|hesitate|frown|grin|weep|cry|sob|wince|gesture|sneer|snort|chuckle|bristle)(?:s|ed|d|ped|ged|ces|ced)?$|^(?:wept|sobbed|shakes|shook|cries|cried)$/;

/** 'She laughs. "I have a record of them."': whoever moves in the short sentence before says the quotation. */
function behindGesture(parsed: ParsedText, k: number, inner: Range): RawAttribution | null {
  const before = parsed.sentences[k - 1];
  if (before === undefined || before.to - before.from > 9) return null;
  if (parsed.paragraphAt[before.from] !== parsed.paragraphAt[inner.from]) return null;
  const pronoun = /^(?:he|she)$/.test(lowerAt(parsed, before.from));
  const source = pronoun
    ? { from: before.from, to: before.from + 1 }
    : phraseStartingAt(parsed, before.from, before.to);
  if (source === null || !GESTURE.test(lowerAt(parsed, source.to))) return null;
  const at = source.to;
  return {
    cue: {
      from: at,
      to: at + 1,
      head: at,
      lemma: lowerAt(parsed, at),
      shape: 'active',
      does: 'alleges',
      force: 'neutral',
      frames: 'q',
      negated: false,
    },
    source,
    addressee: null,
    content: [inner],
    quoted: true,
    impersonal: false,
    via: null,
    sentence: k,
    rule: READER_REASONS.gesture,
    confidence: 0.7,
  };
}

/**
 * Finds the outermost attributions of a document in order of position.
 *
 * @example
 * documentAttributions(parseText('“No,” she said. “Never.”'))[0]?.content.length; // 2
 */
export function documentAttributions(parsed: ParsedText): RawAttribution[] {
  const found: RawAttribution[] = [];
  const turns = turnsIn(parsed);
  for (const [k, sentence] of parsed.sentences.entries()) {
    const turn = turns.get(k);
    if (turn !== undefined) {
      if (turn !== null) found.push(turn);
      continue;
    }
    const alone = loneQuotation(parsed, sentence);
    const last = found.at(-1);
    if (alone >= 0) {
      const inner = parsed.quoteInner[alone];
      const own = inner === undefined ? null : behindGesture(parsed, k, inner);
      if (own !== null && last?.sentence !== k - 1) {
        found.push(own);
        continue;
      }
      if (last !== undefined && inner !== undefined && goesOn(parsed, last, k)) {
        found[found.length - 1] = { ...last, content: [...last.content, inner], sentence: k };
      }
      continue;
    }
    if (asksOnly(parsed, sentence)) continue;
    const range = afterOpening(parsed, sentence);
    const here = attributionsIn({ parsed, range, inside: false, sentence: k });
    const behindColon = colonQuotation(parsed, { range, sentence: k }, here);
    found.push(...here, ...(behindColon === null ? [] : [behindColon]));
  }
  return withSourcesTold(parsed, found);
}
