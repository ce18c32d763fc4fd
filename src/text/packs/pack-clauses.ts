/**
 * The attributions of one sentence or clause, outermost first: words that frame it ("по словам врачей", ", сообщает
 * агентство"), author's words between dashes, and main verbs with their clauses. What is said is read again by
 * whoever asks (pack-voices.ts), so that chains nest.
 */

import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import { attribution, type PackAttribution } from './pack-attribution.ts';
import { contentOf } from './pack-content.ts';
import { cuesIn, type FoundCue, levelOf } from './pack-cues.ts';
import {
  innerOf,
  isAuthorsDash,
  isComma,
  sentencesIn,
  speechAt,
  speechBefore,
  trimmed,
} from './pack-edges.ts';
import { labelled } from './pack-labels.ts';
import { askedBy, mouthBehind } from './pack-mouth-behind.ts';
import { phraseBehind, type SourcePhrase, sourceAfter, sourceBefore } from './pack-noun-phrase.ts';
import { isDash, isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isOrdered, leavesSubjectOut, opensWords, toldBehind } from './pack-verb-alone.ts';
import { isAt, phraseAt } from './phrase-index.ts';

const AUTHORS_REACH = 6;

function says(cue: FoundCue): boolean {
  const { shape } = cue.entry;
  return shape === 'active' || shape === 'impersonal' || shape === 'unreached';
}

function citing(text: PackText, range: TokenRange): PackAttribution['via'] {
  const cue = cuesIn(text, range).find(({ entry }) => entry.shape === 'citing');
  const source = cue === undefined ? null : phraseBehind(text, range, cue.to);
  return cue === undefined || source === null ? null : { cue, source };
}

/** "По его словам": the words of the cue hold the speaker. */
function accordingTo(text: PackText, range: TokenRange, cue: FoundCue): SourcePhrase | null {
  const itself = phraseAt(text.lexicon.pronouns, text.tokens, cue.from)?.next === cue.to;
  return itself ? { from: cue.from, to: cue.to, oblique: false } : phraseBehind(text, range, cue.to);
}

/** "По словам врачей, …", "Как сообщил мэр, …": everything behind the comma is said. */
function leading(text: PackText, range: TokenRange): PackAttribution | null {
  const { tokens, lexicon } = text;
  const as = isAt(lexicon.asWords, tokens, range.from);
  const cue = cuesIn(text, { from: range.from, to: Math.min(range.to, range.from + 8) })[0];
  if (cue === undefined) return null;
  if (cue.entry.shape === 'according' && cue.from <= range.from + (as ? 1 : 0)) {
    const source = accordingTo(text, range, cue);
    if (source === null || source.to >= range.to || isLaw(text, source)) return null;
    const behind = trimmed(text, { from: source.to, to: range.to });
    const that = phraseAt(lexicon.complementizers, tokens, behind.from);
    const content = that === null ? behind : { from: that.next, to: behind.to };
    return attribution({
      cue,
      source,
      content: [content],
      rule: READER_REASONS.sourceOpens,
    });
  }
  if (!as || !says(cue)) return null;
  const before = sourceBefore(text, { from: range.from + 1, to: range.to }, cue);
  const after = before === null ? sourceAfter(text, range, cue.to) : null;
  let comma = Math.max(after?.next ?? cue.to, cue.to);
  while (comma < range.to && !isComma(text, comma)) comma += 1;
  if (comma >= range.to || comma - range.from > 30) return null;
  const source = before ?? after?.source ?? null;
  if (source === null && cue.entry.shape !== 'impersonal') return null;
  return attribution({
    cue,
    source,
    told: after?.told ?? null,
    via: citing(text, { from: range.from, to: comma }),
    content: [trimmed(text, { from: comma, to: range.to })],
    rule: READER_REASONS.asReports,
  });
}

/** "Delfina Otero, *de 71 años*". */
function isAge({ tokens, lexicon }: PackText, at: number): boolean {
  return isAt(lexicon.nameJoints, tokens, at) && tokens[at + 1]?.kind === 'number';
}

/** "сообщил врач, попросивший не называть его имени": what stands behind the comma only says who it is. */
function describes(text: PackText, range: TokenRange, comma: number): boolean {
  const { tokens, lexicon } = text;
  const word = tokens[comma + 1];
  if (isComma(text, comma) && isAge(text, comma + 1)) return true;
  if (!isComma(text, comma) || word?.kind !== 'word' || lexicon.pack.tacitSubject === true) return false;
  if (cuesIn(text, { from: comma + 1, to: range.to }).some(says)) return false;
  return isAt(lexicon.relatives, tokens, comma + 1) || lexicon.pack.isAdjective(word.low);
}

/** "Согласно закону": what a law says is nobody's claim. */
function isLaw(text: PackText, { from, to }: SourcePhrase): boolean {
  for (let i = from; i < Math.min(to, from + 3); i += 1) {
    if (isAt(text.lexicon.laws, text.tokens, i)) return true;
    if (
      !text.lexicon.pack.isAdjective(text.tokens[i]?.low ?? '') &&
      !isAt(text.lexicon.articles, text.tokens, i)
    )
      return false;
  }
  return false;
}

/** Nothing but a speaker stands behind the cue until the end. */
function onlySpeakerFollows(
  text: PackText,
  range: TokenRange,
  cue: FoundCue,
): {
  source: SourcePhrase | null;
  ok: boolean;
  told: TokenRange | null;
  via: PackAttribution['via'];
  goesOn?: TokenRange | null;
} {
  const after = sourceAfter(text, range, cue.to);
  const via = citing(text, { from: after.next, to: range.to });
  const inserted = after.source === null ? null : goesOn(text, range, after.next);
  if (inserted !== null) return { source: after.source, ok: true, told: after.told, via, goesOn: inserted };
  let rest = after.next;
  const described = after.source !== null && describes(text, range, rest);
  for (; rest < range.to; rest += 1) {
    const token = text.tokens[rest];
    if (
      (isComma(text, rest) && !described) ||
      isAt(text.lexicon.complementizers, text.tokens, rest) ||
      token?.text === ':' ||
      speechAt(text, range, rest) !== null
    )
      return { source: null, ok: false, told: null, via: null };
  }
  return {
    source: after.source,
    ok: after.source !== null || cue.entry.shape === 'impersonal' || cue.to >= range.to,
    told: after.told,
    via,
  };
}

/** "«No hubo órdenes», aseguró en rueda de prensa": whoever spoke last says this too. */
function saysOn(text: PackText, range: TokenRange, cue: FoundCue, at: number): boolean {
  const { pack } = text.lexicon;
  if (pack.tacitSubject !== true || cue.entry.shape !== 'active' || speechBefore(text, range, at) === null)
    return false;
  return pack.isPlural?.(text.tokens[cue.head]?.low ?? '') !== true;
}

/** "Los tres detenidos, dijo la jueza, presentaban …": the clause goes on behind the author's words. */
function goesOn(text: PackText, range: TokenRange, at: number): TokenRange | null {
  const { tokens, lexicon } = text;
  if (lexicon.pack.tacitSubject !== true || !(isComma(text, at) || isRaya(text, at))) return null;
  const rest = trimmed(text, { from: at + 1, to: range.to });
  const { from } = rest;
  const word = tokens[at + 1];
  const other =
    word?.kind !== 'word' ||
    isAt(lexicon.joints, tokens, at + 1) ||
    isAt(lexicon.relatives, tokens, from) ||
    isAt(lexicon.prepositions, tokens, from) ||
    isAt(lexicon.nameJoints, tokens, from) ||
    isAt(lexicon.adverbs, tokens, from);
  return other || rest.to - from < 2 ? null : rest;
}

/** A dash glued to a word: "—dijo el alcalde—". */
function isRaya(text: PackText, i: number): boolean {
  const token = text.tokens[i];
  if (token === undefined || !/^[—―–]$/.test(token.text)) return false;
  return token.gap !== (text.tokens[i + 1]?.gap ?? true);
}

/** The content that stands before a framing cue: a quotation alone, or all the words. */
function wordsBefore(
  text: PackText,
  range: TokenRange,
  end: number,
): { content: TokenRange; quoted: boolean } {
  const quote = speechBefore(text, range, end);
  const whole = trimmed(text, { from: range.from, to: end });
  if (quote !== null && quote.from <= whole.from)
    return { content: trimmed(text, innerOf(text, quote)), quoted: true };
  return { content: whole, quoted: false };
}

/** "…, сообщает агентство", "«…», — сказал мэр", "…, по словам врачей". */
function trailing(text: PackText, range: TokenRange): PackAttribution | null {
  const cues = cuesIn(text, range);
  for (let k = cues.length - 1; k >= 0; k -= 1) {
    const cue = cues[k];
    if (cue === undefined || cue.entry.shape === 'hearsay' || cue.entry.shape === 'citing') continue;
    const opening = isAt(text.lexicon.asWords, text.tokens, cue.from - 1) ? cue.from - 1 : cue.from;
    if (cue.entry.shape === 'according') return accordingBehind(text, range, cue, opening);
    if (!says(cue) || cue.entry.frames === 'o') return null;
    if (cue.entry.frames.includes('s') && speechBefore(text, range, opening) === null) return null;
    const pronoun = isAt(text.lexicon.pronouns, text.tokens, opening - 1) ? opening - 1 : opening;
    const set =
      isComma(text, pronoun - 1) ||
      isDash(text.tokens[pronoun - 1]) ||
      speechBefore(text, range, pronoun) !== null;
    if (!set || pronoun - 2 < range.from) return null;
    const follows = onlySpeakerFollows(text, range, cue);
    const source = pronoun < opening ? { from: pronoun, to: opening, oblique: false } : follows.source;
    const tacit = source === null && saysOn(text, range, cue, pronoun);
    if (!(follows.ok || tacit || pronoun < opening)) return null;
    if (source === null && !tacit && cue.entry.shape !== 'impersonal') return null;
    const { content, quoted } = wordsBefore(text, range, pronoun);
    if (content.to <= content.from) return null;
    return attribution({
      cue,
      source,
      told: follows.told,
      via: follows.via,
      tacit,
      content: follows.goesOn == null ? [content] : [content, follows.goesOn],
      quoted,
      rule: quoted ? READER_REASONS.speakerBehindQuotation : READER_REASONS.speakerBehind,
    });
  }
  return null;
}

function accordingBehind(
  text: PackText,
  range: TokenRange,
  cue: FoundCue,
  opening: number,
): PackAttribution | null {
  const source = accordingTo(text, range, cue);
  if (source === null || opening <= range.from + 1 || isLaw(text, source)) return null;
  if (cuesIn(text, { from: range.from, to: opening }).some((other) => says(other))) return null;
  const { content, quoted } = wordsBefore(text, range, opening);
  const rest = trimmed(text, { from: source.to, to: range.to });
  const goesOn = rest.to - rest.from >= 2 || (rest.to > rest.from && isComma(text, source.to));
  const parts = goesOn ? [content, rest] : [content];
  return content.to <= content.from
    ? null
    : attribution({
        cue,
        source,
        content: parts,
        quoted,
        rule: READER_REASONS.sourceInside,
      });
}

/** "— Мы их не видели, — сказал сторож. — Они ушли": author's words between dashes. */
function betweenDashes(text: PackText, range: TokenRange): PackAttribution | null {
  for (let i = range.from + 1; i < range.to - 1; i += 1) {
    if (!(isAuthorsDash(text, i) || isRaya(text, i)) || text.quoteAt[i] !== levelOf(text, range)) continue;
    const near = { from: i + 1, to: Math.min(range.to, i + 1 + AUTHORS_REACH) };
    const cue = cuesIn(text, near).find(says);
    if (cue === undefined) continue;
    let close = cue.to;
    while (
      close < range.to &&
      !isAuthorsDash(text, close) &&
      !isRaya(text, close) &&
      !(isStop(text.tokens[close]) && text.tokens[close + 1]?.cap === true)
    )
      close += 1;
    const authors = { from: i + 1, to: close };
    const before = sourceBefore(text, authors, cue);
    const after = before === null ? sourceAfter(text, authors, cue.to) : null;
    const source = before ?? after?.source ?? null;
    if (source === null) continue;
    const spoken = speechBefore(text, range, i);
    const ahead = { from: range.from, to: i };
    const content = [
      trimmed(text, spoken !== null && spoken.from <= range.from ? innerOf(text, spoken) : ahead),
      trimmed(text, { from: close, to: range.to }),
    ].filter((part) => part.to > part.from);
    return attribution({
      cue,
      source,
      told: after?.told ?? null,
      content,
      quoted: true,
      rule: READER_REASONS.betweenDashes,
    });
  }
  return null;
}

/** "и добавил, что", ", заявив, что": the speaker is the one of the cue before. */
function sharesSpeaker(text: PackText, range: TokenRange, cue: FoundCue): boolean {
  let i = cue.from - 1;
  while (
    i > range.from &&
    isAt(text.lexicon.adverbs, text.tokens, i) &&
    !isAt(text.lexicon.joints, text.tokens, i)
  )
    i -= 1;
  return isAt(text.lexicon.joints, text.tokens, i) || isComma(text, i);
}

function mainVerbs(text: PackText, range: TokenRange): PackAttribution[] {
  const cues = cuesIn(text, range).filter(says);
  const found: PackAttribution[] = [];
  let free = range.from;
  for (const [k, cue] of cues.entries()) {
    if (cue.from < free) continue;
    const last = found.at(-1);
    const scope = { from: free, to: range.to };
    const after = sourceAfter(text, scope, cue.to);
    // "…, сообщил врач": whoever stands behind the verb speaks, not the words before the comma
    const behind =
      isComma(text, cue.from - 1) &&
      after.source !== null &&
      !after.source.oblique &&
      !opensWords(text, after.source.to);
    const before = cue.entry.shape === 'active' && !behind ? sourceBefore(text, scope, cue) : null;
    const verifies = cue.entry.shape === 'impersonal' && cue.entry.does === 'declines';
    const shares =
      before === null && after.source === null && last !== undefined && sharesSpeaker(text, range, cue);
    const source = verifies ? null : (before ?? after.source ?? (shares ? last.source : null));
    const tacit = source === null && (leavesSubjectOut(text, range, cue) || (shares && last.tacit));
    if (source === null && cue.entry.shape !== 'impersonal' && !tacit && !isOrdered(text, cue)) continue;
    const end = endOf(text, range, cues.slice(k + 1));
    const content = contentOf(text, {
      range: { from: free, to: end },
      cue,
      next: before === null ? Math.max(after.next, cue.to) : cue.to,
      ...(before === null || shares ? {} : { matter: before.to }),
    });
    if (content === null) continue;
    found.push(
      attribution({
        cue,
        source,
        told:
          after.told ?? toldBehind(text, cue, { before, after: after.source }) ?? askedBy(text, before, cue),
        via:
          mouthBehind(text, range, cue) ??
          citing(
            text,
            content.from < cue.from ? { from: cue.to, to: end } : { from: free, to: content.from },
          ),
        shared: shares,
        tacit: tacit && text.lexicon.pack.isPlural?.(text.tokens[cue.head]?.low ?? '') !== true,
        ...content.parts,
      }),
    );
    free = content.to;
  }
  return found;
}

/** "…, mientras que el Gobierno habla de nueve": where a clause with a speaker of its own begins; -1 where none does. */
function contrastBefore(text: PackText, range: TokenRange, cue: FoundCue): number {
  for (let i = cue.from - 1; i > Math.max(range.from, cue.from - 10); i -= 1)
    if (isAt(text.lexicon.contrasts, text.tokens, i)) return isComma(text, i - 1) ? i - 1 : i;
  return -1;
}

/** The content of a cue goes up to the next cue with the same speaker. */
function endOf(text: PackText, range: TokenRange, later: readonly FoundCue[]): number {
  for (const cue of later) {
    const turn = contrastBefore(text, range, cue);
    if (turn >= 0) return turn;
    if (cue.entry.shape !== 'active' || !sharesSpeaker(text, range, cue)) continue;
    if (sourceAfter(text, range, cue.to).source !== null) continue;
    let end = cue.from;
    while (
      end > range.from &&
      (isComma(text, end - 1) ||
        isAt(text.lexicon.joints, text.tokens, end - 1) ||
        isAt(text.lexicon.adverbs, text.tokens, end - 1))
    )
      end -= 1;
    return end;
  }
  return range.to;
}

/**
 * The attributions of one sentence or of a clause that was said.
 *
 * @example
 * clauseAttributions(text, { from: 0, to: 12 })[0]?.rule
 */
export function clauseAttributions(text: PackText, whole: TokenRange): PackAttribution[] {
  const range = trimmed(text, whole);
  if (range.to - range.from < 2) return [];
  const label = labelled(text, range);
  if (label !== null) return [label];
  const dashes = betweenDashes(text, { from: range.from, to: Math.max(range.to, whole.to) });
  if (dashes !== null) return [dashes];
  const alone = speechAt(text, range, range.from);
  if (alone !== null && alone.to >= range.to) {
    const inner = innerOf(text, alone);
    const authors = betweenDashes(text, inner);
    return authors === null
      ? sentencesIn(text, inner).flatMap((part) => clauseAttributions(text, part))
      : [authors];
  }
  const frame = leading(text, range) ?? trailing(text, range);
  return frame === null ? mainVerbs(text, range) : [frame];
}
