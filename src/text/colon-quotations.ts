/**
 * A quotation behind a colon that no cue claims: "A neighbour texted me: “They took him.”", "Her words: “…”", "has sent us a
 * letter: “…”". Whoever opens the sentence speaks.
 */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { isPersonWord, kindOfWord } from './actor-words.ts';
import type { RawAttribution } from './attribution.ts';
import type { Cue } from './cues/cue.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { mayBePerson } from './people-nouns.ts';
import type { Range } from './sentences.ts';

const WORDS =
  /^(?:reply|replies|words?|answers?|letters?|messages?|statements?|notes?|e-mails?|emails?|texts?|verdict|response|account|post|comment|explanation|version|plea|testimony|entry)$/;
/** Tokens of a quotation that tell something. */
const SHORTEST = 3;

/** A quotation behind a colon with its tokens inside the marks; null when there is none. */
function quotationBehindColon(parsed: ParsedText, range: Range): { colon: number; inner: Range } | null {
  for (let i = range.from + 1; i < range.to - SHORTEST; i += 1) {
    if (lowerAt(parsed, i) !== ':' || (parsed.quoteAt[i] ?? -1) >= 0) continue;
    const inner = parsed.quoteInner[parsed.quoteAt[i + 1] ?? -1];
    if (inner !== undefined && inner.to - inner.from >= SHORTEST) return { colon: i, inner };
  }
  return null;
}

/** 'Tessem: "Ask them."', 'The governor's spokesman: "No."': a name, or a word for a person or a body, and nothing more. */
function namesSomebody(parsed: ParsedText, { from, to }: Range): boolean {
  const last = lowerAt(parsed, to - 1);
  const body = kindOfWord(last);
  return (
    (parsed.tags[to - 1] === 'NAME' && parsed.tokens[from]?.capital === true) ||
    isPersonWord(last) ||
    mayBePerson(last) ||
    (body !== null && body !== 'media')
  );
}

/** Whoever opens the sentence: "Her" of "Her words", "The ministry" of "The ministry's reply", "A neighbour". */
function speakerOf(parsed: ParsedText, range: Range, colon: number): Range | null {
  const words = [...Array(colon - range.from).keys()].map((k) => range.from + k);
  const said = words.find((i) => WORDS.test(lowerAt(parsed, i)));
  if (/^(?:his|her|their|its)$/.test(lowerAt(parsed, range.from)))
    return said === range.from + 1 ? { from: range.from, to: range.from + 1 } : null;
  const owner = words.find((i) => /^(?:'s|’s|'|’)$/.test(lowerAt(parsed, i)));
  if (owner !== undefined && said !== undefined && said > owner && said - owner <= 2)
    return { from: range.from, to: owner };
  const phrase = phraseStartingAt(parsed, range.from, colon);
  if (phrase !== null && phrase.to === colon && namesSomebody(parsed, phrase)) return phrase;
  const verb = phrase === null ? '' : (parsed.tags[phrase.to] ?? '');
  const tells = /^(?:VBD|VBF)$/.test(verb) && colon - (phrase?.to ?? 0) <= 4;
  return tells || (said !== undefined && words.some((i) => /^(?:VBD|VBF)$/.test(parsed.tags[i] ?? '')))
    ? phrase
    : null;
}

function colonCue(colon: number): Cue {
  return {
    from: colon,
    to: colon + 1,
    head: colon,
    lemma: 'say',
    shape: 'active',
    does: 'alleges',
    force: 'neutral',
    frames: 'q',
    negated: false,
  };
}

/** "*A compatriot brings us* the words of the priest:": somebody else has opened the sentence, with a verb. */
function opensLater(parsed: ParsedText, range: Range, of: number): boolean {
  for (let i = range.from + 1; i < of - 1; i += 1)
    if (/^(?:VBF|VBD|AUX)$/.test(parsed.tags[i] ?? '')) return true;
  return false;
}

/** "forwards me a voice message *from her brother*:": whoever it is from speaks, and the one who opens the sentence hands it on. */
function senderOf(
  parsed: ParsedText,
  range: Range,
  colon: number,
): { readonly source: Range; readonly by: Range | null } | null {
  for (let i = colon - 2; i > range.from && i > colon - 12; i -= 1) {
    const links =
      lowerAt(parsed, i) === 'from' ||
      (/^(?:of|by)$/.test(lowerAt(parsed, i)) && opensLater(parsed, range, i));
    if (!links || !WORDS.test(lowerAt(parsed, i - 1))) continue;
    const source = phraseStartingAt(parsed, i + 1, colon);
    if (source === null || (source.to !== colon && lowerAt(parsed, source.to) !== 'to')) return null;
    const opening = phraseStartingAt(parsed, range.from, i);
    const by = opening !== null && opening.to < i - 1 ? opening : null;
    return { source, by };
  }
  return null;
}

/**
 * The attribution of a quotation behind a colon; null when the sentence has none, or when a cue has it already.
 *
 * @param taken what was found in the sentence
 * @example
 * colonQuotation(parsed, { range, sentence: 0 }, [])?.quoted; // true for 'Her words: "They were boys."'
 */
export function colonQuotation(
  parsed: ParsedText,
  { range, sentence }: { readonly range: Range; readonly sentence: number },
  taken: readonly RawAttribution[],
): RawAttribution | null {
  const found = quotationBehindColon(parsed, range);
  if (found === null) return null;
  const { colon, inner } = found;
  if (
    taken.some(
      ({ cue, content }) =>
        cue.does !== 'attitude' && content.some(({ from, to }) => from < inner.to && inner.from < to),
    )
  )
    return null;
  const sender = senderOf(parsed, range, colon);
  const source = sender?.source ?? speakerOf(parsed, range, colon);
  if (source === null) return null;
  const by = sender?.by ?? null;
  const cue = colonCue(colon);
  return {
    cue,
    source,
    ...(by === null ? {} : { through: { cue, source: by } }),
    addressee: null,
    content: [inner],
    quoted: true,
    impersonal: false,
    via: null,
    sentence,
    rule: READER_REASONS.colonQuotation,
    confidence: 0.7,
  };
}
