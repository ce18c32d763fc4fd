/**
 * Who hands the words on without being their speaker: the newspaper that was told, the paper that has seen the memo, the
 * station that aired the interview, the group that witnesses told, the person who repeats what a guard told her. Courts,
 * parliaments and police that merely heard it hand on nothing.
 */
import { isFaceless, isPersonWord, kindOfWord } from '../actor-words.ts';
import type { RawAttribution } from '../attribution.ts';
import { type Hearing, headOf, type Speaker } from '../hearing.ts';
import { lowerAt, phraseStartingAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import { isPersonSingular, mayBePerson } from '../people-nouns.ts';
import type { Range } from '../sentences.ts';
import { resolveSpeaker } from '../speakers.ts';
import { type Carrier, carriedIn, tight } from './carried-in.ts';
import { isOwnOutlet } from './own-outlet.ts';

/** Verbs whose agent or receiver passes the words on. */
const PASSED =
  /^(?:collected|gathered|recorded|taken|issued|seen|obtained|reviewed|published|printed|carried|broadcast|aired|leaked|shown|quoted|cited|provided|passed|sent|given|read|relayed|reported)$/;
/** Of these, the ones that quote: whoever does is a step, whatever its kind. */
const QUOTES =
  /^(?:quoted|cited|relayed|collected|gathered|recorded|published|interviewed|carried|aired|broadcast|printed|reported|posted|excerpted|seen|obtained|shared)$/;
const TALK =
  /^(?:interview|interviews|remarks|comments|conversation|call|message|letter|e-mail|email|phone-in|statement|testimony|evidence|briefing)$/;
const SPEAKING = /^(?:speaking|talking|writing)$/;
/** Tokens behind the cue in which the medium may still be named. */
const REACH = 12;

function spelled(parsed: ParsedText, range: Range): string {
  return parsed.text.slice(parsed.tokens[range.from]?.start ?? 0, parsed.tokens[range.to - 1]?.end ?? 0);
}

/** Where a carrier's name would begin if one is announced at `i`; -1. */
function announced(parsed: ParsedText, i: number): number {
  const lower = lowerAt(parsed, i);
  const next = lowerAt(parsed, i + 1);
  if (PASSED.test(lower)) {
    if (/^(?:by|to|in|on)$/.test(next)) return i + 2;
    return -1;
  }
  if (lower === 'through' && lowerAt(parsed, i - 1) === ',') return i + 1;
  if (TALK.test(lower) && /^(?:with|to)$/.test(next)) return i + 2;
  if (TALK.test(lower) && /^(?:published|printed|broadcast|aired|carried)$/.test(next)) return -1;
  if (lower === 'on' && /^(?:television|tv|radio|channel)$/.test(lowerAt(parsed, i + 2))) return i + 1;
  if (lower === 'on' && parsed.tags[i + 1] === 'NAME' && kindOfWord(next) === 'media') return i + 1;
  return SPEAKING.test(lower) && /^(?:to|in|on|with)$/.test(next) ? i + 2 : -1;
}

/** "a submission by the Relief Board": whoever wrote it. */
function writer(parsed: ParsedText, range: Range, limit: number): Range {
  for (const at of [range.to, ...Array.from({ length: range.to - range.from }, (_, k) => range.from + k)])
    if (/^(?:by|from)$/.test(lowerAt(parsed, at))) return phraseStartingAt(parsed, at + 1, limit) ?? range;
  return range;
}

/** "In an interview with Radio Kesh, the governor said": the aside that opens the sentence counts. */
function opensAside(parsed: ParsedText, start: number, source: number): number {
  const aside =
    lowerAt(parsed, source - 1) === ',' &&
    source - start < 20 &&
    /^(?:PREP|VBG)$/.test(parsed.tags[start] ?? '');
  return aside && lowerAt(parsed, start) !== 'according' ? start : source;
}

/** The aside before the cue and the words behind it, without what is claimed and what is quoted. */
function carriersOf(hearing: Hearing, attribution: RawAttribution): Carrier[] {
  const { parsed } = hearing;
  const { source, cue, content } = attribution;
  const sentence = parsed.sentences[attribution.sentence] ?? { from: cue.from, to: cue.to };
  const first = opensAside(parsed, sentence.from, Math.min(source?.from ?? cue.from, cue.from));
  const last = Math.min(sentence.to, Math.max(source?.to ?? cue.to, cue.to) + REACH);
  const found = [...carriedIn(hearing, attribution, sentence.from)];
  for (let i = first; i < last; i += 1) {
    if ((parsed.quoteAt[i] ?? -1) >= 0 && parsed.quoteAt[i] !== parsed.quoteAt[cue.from]) continue;
    if (content.some((range) => i >= range.from && i < range.to)) continue;
    const opening = /^(?:on|in)$/.test(lowerAt(parsed, i)) && (i === sentence.from || i === cue.to);
    const at = opening ? i + 1 : announced(parsed, i);
    const opensBefore = source !== null && first < source.from && i < source.from;
    const phrase = at < 0 ? null : phraseStartingAt(parsed, at, opensBefore ? source.from - 1 : last);
    if (phrase === null) continue;
    const quotes = QUOTES.test(lowerAt(parsed, i));
    found.push({ range: quotes ? writer(parsed, phrase, last) : tight(parsed, phrase), quotes });
  }
  return found;
}

/** Whoever is told and written as a bare name without a person's first name is taken for an outlet. */
function isOutletName(parsed: ParsedText, range: Range): boolean {
  if (parsed.tags[range.from] === 'PRON') return false;
  const text = spelled(parsed, range);
  return (
    /^(?:the )?\p{Lu}{2,}$/u.test(text) ||
    /\b(?:news|newspaper|reuters|buzzfeed|agency|times|post|tv|radio|press|gazette|gazeta|daily|weekly|broadcaster|magazine|portal)\b/i.test(
      text,
    )
  );
}

/** "Witnesses told the Commission that": whoever gathered the words of people without names hands them on. */
function hearsWitnesses(hearing: Hearing, attribution: RawAttribution, listener: Speaker): boolean {
  const { source } = attribution;
  if (source === null || attribution.cue.lemma !== 'tell') return false;
  const gathers =
    listener.kind === 'organisation' ||
    (listener.kind === 'public-body' &&
      /\b(?:commission|committee|monitor|observatory|watch|group|centre|center|mission)\b/i.test(
        listener.resolved ?? '',
      ));
  return gathers && isNameless(hearing.parsed, source);
}

/** "a nurse at the hospital", "two of them": people whom nobody could look up. */
function isNameless(parsed: ParsedText, source: Range): boolean {
  const head = headOf(parsed, source);
  if (isFaceless(head) || kindOfWord(head) === 'community') return true;
  const opens = lowerAt(parsed, source.from);
  return /^(?:an?|one|two|three|some|several|many)$/.test(opens) && parsed.tags[source.from + 1] !== 'NAME';
}

/** "told him that": a person who speaks elsewhere in the text, and repeats here what was said to them in private. */
function repeats(hearing: Hearing, attribution: RawAttribution, listener: Speaker): boolean {
  const { parsed } = hearing;
  const sentence = parsed.sentences[attribution.sentence];
  if (attribution.cue.shape === 'passive' && attribution.addressee !== null) return true;
  if (attribution.cue.lemma === 'tell' && isConfidant(parsed, listener.range)) return true;
  const pronoun = /^(?:him|her)$/.test(lowerAt(parsed, listener.range.from));
  if (sentence === undefined || (listener.kind !== 'person' && !(pronoun && listener.resolved === null)))
    return false;
  if (attribution.cue.lemma !== 'tell' && !pronoun) return false;
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (/^(?:courts?|judges?|jury|tribunal|parliament|lawmakers|hearing|committee)$/.test(lowerAt(parsed, i)))
      return false;
  const surname = listener.range.to - listener.range.from <= 2 && parsed.tags[listener.range.from] === 'NAME';
  if (pronoun) return true;
  const spoke = hearing.spoken.some(
    (one) => one.resolved === listener.resolved && one.range.from < attribution.cue.from,
  );
  return spoke && (pronoun || surname);
}

/** "told *my wife*", "told *our cook*", "told *a neighbour*": somebody in private, through whom alone it can have come. */
function isConfidant(parsed: ParsedText, listener: Range): boolean {
  if (!/^(?:my|our|an?|his|her)$/.test(lowerAt(parsed, listener.from)) || listener.to - listener.from > 4)
    return false;
  const head = headOf(parsed, listener);
  const heardByOffice = LISTENING.test(head) || !(isPersonSingular(head) || isFaceless(head));
  return !heardByOffice && !head.endsWith('s');
}

/** Those who ask and hear for a living or in office. */
const LISTENING =
  /^(?:reporters?|journalists?|correspondents?|interviewers?|editors?|presenters?|host|judge|magistrate|prosecutor|investigator|inspector|commissioner|minister|officer|official|spokes\p{L}+|crowd|media|press|people|others|some)$/u;

/** "Buzzfeed news": the lower-case tail belongs to the outlet's name. */
function fullOutlet(parsed: ParsedText, range: Range, resolved: string): string {
  const text = spelled(parsed, range).replace(/^the /i, '');
  return text.startsWith(resolved) && /(?:news|radio|tv|television|agency|\d+)$/.test(text) ? text : resolved;
}

/**
 * Who stands in front of the speaker of an attribution because the words came through them; null when nobody does or
 * when it is the outlet itself.
 *
 * @example
 * passedOnBy(hearing, attribution)?.resolved; // 'Reuters' for "a guard told Reuters that"
 */
export function passedOnBy(hearing: Hearing, attribution: RawAttribution): Speaker | null {
  const { addressee } = attribution;
  const { parsed } = hearing;
  const told: readonly Carrier[] = addressee === null ? [] : [{ range: addressee, quotes: false }];
  for (const { range, quotes } of [...told, ...carriersOf(hearing, attribution)]) {
    if (/^(?:me|us|i|we|our|my|you)$/.test(lowerAt(parsed, range.from)) && range.to - range.from === 1)
      continue;
    const speaker = resolveSpeaker({ ...hearing, spoken: [...hearing.spoken] }, range, {
      ...attribution,
      impersonal: false,
    });
    const step = stepOf(hearing, attribution, { speaker, range, quotes });
    if (step !== null) return step;
  }
  return null;
}

/** "he", "she", "they", or somebody described: no "we" and no "it". */
function isThird(parsed: ParsedText, range: Range): boolean {
  return !/^(?:i|we|you|it|this|that|there)$/.test(lowerAt(parsed, range.from));
}

/** Assemblies and offices that are written like names and only listen; and those told as a people. */
const LISTENS =
  /^(?:house|commons|lords|assembly|cabinet|duma|diet|chamber|bench|assize|crown|throne|pope|almighty|lord|hague|internet|web|bar|.*(?:ns|ese|ish|ch))$/;

/** "told *the Lisk Review*", "told *the Star*": capitals behind an article, and no office among them, are no person's name. */
function isNamedWithArticle({ parsed }: Hearing, range: Range): boolean {
  if (lowerAt(parsed, range.from) !== 'the' || range.to - range.from < 2) return false;
  const last = lowerAt(parsed, range.to - 1);
  if (range.to - range.from === 2 && (parsed.shout || LISTENS.test(last) || mayBePerson(last))) return false;
  for (let i = range.from + 1; i < range.to; i += 1) {
    if (parsed.tags[i] !== 'NAME' && !/^(?:of|the|for|and)$/.test(lowerAt(parsed, i))) return false;
    if (isPersonWord(lowerAt(parsed, i))) return false;
    const kind = kindOfWord(lowerAt(parsed, i));
    if (kind !== null && kind !== 'media') return false;
  }
  return parsed.tags[range.from + 1] === 'NAME' && parsed.tags[range.to - 1] === 'NAME';
}

/** "told *a local station*", "told *public radio*": a medium without a name, and not the one that publishes. */
function isSomeMedium(parsed: ParsedText, range: Range): boolean {
  const head = headOf(parsed, range);
  if (kindOfWord(head) !== 'media' || /^(?:media|press|news)$/.test(head) || head.endsWith('s')) return false;
  return !/^(?:the|this|that|our|my|its|their)$/.test(lowerAt(parsed, range.from));
}

function stepOf(
  hearing: Hearing,
  attribution: RawAttribution,
  { speaker, range, quotes }: Carrier & { readonly speaker: Speaker },
): Speaker | null {
  const { parsed, outlet } = hearing;
  const { resolved } = speaker;
  const wasTold = attribution.cue.shape === 'passive' && range === attribution.addressee;
  if (resolved === null && wasTold && isThird(parsed, range)) return speaker;
  if (resolved === null && range === attribution.addressee && isSomeMedium(parsed, range)) return speaker;
  if (resolved === null && range === attribution.addressee && repeats(hearing, attribution, speaker))
    return speaker;
  if (resolved === null || isOwnOutlet(outlet, resolved) || isOwnOutlet(outlet, spelled(parsed, range)))
    return null;
  if (range === attribution.addressee && repeats(hearing, attribution, speaker)) return speaker;
  if (speaker.kind === 'person' && !isNamedWithArticle(hearing, range)) return null;
  const media = speaker.kind === 'media' || isOutletName(parsed, range) || isNamedWithArticle(hearing, range);
  const gathers = range === attribution.addressee && hearsWitnesses(hearing, attribution, speaker);
  if (!media && !quotes && !gathers) return null;
  return { ...speaker, resolved: fullOutlet(parsed, range, resolved) };
}
