/**
 * The noun phrase that speaks, before or after its cue. Found by position, by the forms in which a speaker's noun can
 * be a subject, and by capitals where a language has them; there is no parser.
 */
import type { SpeakerForm } from './lexicon.ts';
import { cuesIn, type FoundCue, isOpen } from './pack-cues.ts';
import { isDash, isStop, type PackText, type TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/** A phrase that can speak. */
export interface SourcePhrase extends TokenRange {
  /** It stands in another case than a subject, or behind a preposition: its words are no nominative. */
  readonly oblique: boolean;
}

const LONGEST = 16;

/** The speaker's noun that begins at a token; null when none does. */
export function speakerAt(text: PackText, i: number): { form: SpeakerForm; next: number } | null {
  const found = phraseAt(text.lexicon.speakers, text.tokens, i);
  return found === null ? null : { form: found.value, next: found.next };
}

function isName(text: PackText, i: number): boolean {
  const token = text.tokens[i];
  if (token === undefined) return false;
  if (text.named[i] === 1) return true;
  return (
    text.lexicon.capitals && token.cap && token.kind === 'word' && !isAt(text.lexicon.numbers, text.tokens, i)
  );
}

/** Inside a stretch of capitals, where they tell no name. */
export function shouted(text: PackText, i: number): boolean {
  const upper = (k: number): boolean => {
    const word = text.tokens[k]?.text ?? '';
    return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  };
  return upper(i) && (upper(i - 1) || upper(i - 2)) && upper(i + 1);
}

function isComma(text: PackText, i: number): boolean {
  return /^[,،]$/.test(text.tokens[i]?.text ?? '');
}

/** Tokens that no noun phrase runs over. */
function ends(text: PackText, range: TokenRange, i: number, from: number): boolean {
  const { tokens, lexicon } = text;
  const token = tokens[i];
  if (token === undefined || i >= range.to) return true;
  if (text.named[i] === 1) return false;
  if (!isOpen(text, range, i) || isDash(token)) return true;
  if (i > from && insideName(text, i)) return false;
  if (token.kind === 'mark')
    return (
      !(token.text === '.' && (tokens[i - 1]?.text.length ?? 9) <= 2) ||
      (!token.gap && tokens[i - 1]?.cap !== true)
    );
  const opensAnother =
    i > from &&
    lexicon.capitals &&
    isAt(lexicon.articles, tokens, i) &&
    !isAt(lexicon.nameJoints, tokens, i - 1) &&
    !isAt(lexicon.articles, tokens, i - 1);
  return (
    opensAnother ||
    (i > from && isAt(lexicon.closers, tokens, i)) ||
    isAt(lexicon.prepositions, tokens, i) ||
    isAt(lexicon.complementizers, tokens, i) ||
    isAt(lexicon.relatives, tokens, i) ||
    isAt(lexicon.joints, tokens, i) ||
    isAt(lexicon.adverbs, tokens, i) ||
    isAt(lexicon.negators, tokens, i) ||
    isAt(lexicon.toldNouns, tokens, i) ||
    isAt(lexicon.cues, tokens, i)
  );
}

/** "Sin" in "Red Sin Fronteras", "contra la" in "Red contra la Tortura", "y" in "Justicia y Paz": no end of a name. */
function insideName(text: PackText, i: number): boolean {
  const { tokens, lexicon } = text;
  const written = (k: number): boolean => {
    const word = tokens[k]?.text ?? '';
    return tokens[k]?.cap === true && (word.length === 1 || word !== word.toUpperCase());
  };
  if (!lexicon.capitals || lexicon.nameJoints.size === 0) return false;
  if (written(i)) return true;
  if (!isAt(lexicon.nameJoints, tokens, i) || !written(i - 1)) return false;
  return written(i + 1) || (isAt(lexicon.articles, tokens, i + 1) && written(i + 2));
}

/** Where the phrase that begins at a token ends; an apposition behind a comma belongs to it. */
export function phraseEnd(text: PackText, range: TokenRange, from: number): number {
  if (text.lexicon.pack.phraseLength !== undefined) return measuredEnd(text, range, from);
  return listedEnd(text, range, from);
}

/** The end as the language tells it; an apposition behind a comma belongs to it. */
function measuredEnd(text: PackText, range: TokenRange, from: number): number {
  const to = measured(text, range, from);
  if (!isComma(text, to) || to === from) return to;
  const next = to + 1;
  if (!subjectAt(text, next, range.to)) return to;
  const last = measured(text, range, next);
  return isComma(text, last) || isStop(text.tokens[last]) || text.tokens[last]?.text === ':' ? last : to;
}

function measured(text: PackText, range: TokenRange, from: number): number {
  const { tokens, lexicon } = text;
  let limit = from;
  while (limit < range.to && limit - from < LONGEST && !limits(text, range, limit)) limit += 1;
  const words = tokens.slice(from, limit).map(({ low }) => low);
  const at = isAt(lexicon.articles, tokens, from) ? from + 1 : from;
  const head = speakerAt(text, at);
  const noun = head === null ? null : { sort: head.form.noun.sort, words: head.next - at };
  const length =
    lexicon.pack.phraseLength?.(words, noun, (at) => closes(text, from + at, head?.next ?? from)) ?? 0;
  return from + Math.min(length, limit - from);
}

/** A word that cannot complete a noun or be a name: an act, a number, another body, a preposition. */
function closes(text: PackText, i: number, after: number): boolean {
  const { tokens, lexicon } = text;
  if (i < after) return false;
  const noun = isAt(lexicon.articles, tokens, i) ? speakerAt(text, i + 1) : null;
  return (
    isAt(lexicon.closers, tokens, i) ||
    isAt(lexicon.prepositions, tokens, i) ||
    isAt(lexicon.acts, tokens, i) ||
    isAt(lexicon.numbers, tokens, i) ||
    isAt(lexicon.adverbs, tokens, i) ||
    isAt(lexicon.negators, tokens, i) ||
    tokens[i]?.kind === 'number' ||
    noun?.form.noun.kind === 'public-body'
  );
}

/** What no phrase runs over, in a language that measures its phrases. */
function limits(text: PackText, range: TokenRange, i: number): boolean {
  const { tokens, lexicon } = text;
  if (text.named[i] === 1) return false;
  if (!isOpen(text, range, i) || tokens[i]?.kind === 'mark') return true;
  if (isAt(lexicon.complementizers, tokens, i)) return true;
  const led = isAt(lexicon.prepositions, tokens, i - 1) || isAt(lexicon.articles, tokens, i - 1);
  return isAt(lexicon.cues, tokens, i) && !(led && tokens[i]?.gap === false);
}

function listedEnd(text: PackText, range: TokenRange, from: number): number {
  let to = from;
  while (to - from < LONGEST && !ends(text, range, to, from)) to += 1;
  if (!isComma(text, to) || to === from) return to;
  const next = to + 1;
  const apposed =
    (isName(text, next) && !shouted(text, next)) || speakerAt(text, next)?.form.subject === true;
  if (!apposed) return to;
  let last = next;
  while (last - next < LONGEST && !ends(text, range, last, next)) last += 1;
  const closed =
    last >= range.to || isComma(text, last) || isStop(text.tokens[last]) || isDash(text.tokens[last]);
  return closed && last > next && isName(text, last - 1) ? last : to;
}

/** Articles and adjectives that stand before a noun. */
function withModifiers(text: PackText, floor: number, head: number): number {
  const { tokens, lexicon } = text;
  let from = head;
  while (from > floor) {
    const token = tokens[from - 1];
    if (token === undefined || token.kind !== 'word') break;
    const modifies =
      isAt(lexicon.articles, tokens, from - 1) ||
      (lexicon.pack.isAdjective(token.low) && !isAt(lexicon.adverbs, tokens, from - 1));
    if (!modifies || isAt(lexicon.prepositions, tokens, from - 1)) break;
    from -= 1;
  }
  return from;
}

function skip(text: PackText, from: number, to: number): number {
  const { tokens, lexicon } = text;
  let i = from;
  for (;;) {
    const found = phraseAt(lexicon.adverbs, tokens, i) ?? phraseAt(lexicon.negators, tokens, i);
    if (found === null || i >= to) return i;
    i = found.next;
  }
}

/** Where a phrase that can be a subject begins at a token: modifiers, then a noun, a pronoun or a name. */
function subjectAt(text: PackText, from: number, to: number): boolean {
  const { tokens, lexicon } = text;
  let i = from;
  while (i < to && isAt(lexicon.articles, tokens, i)) i += 1;
  if (i > from && i < to && lexicon.pack.tacitSubject !== true) return true;
  if (isAt(lexicon.pronouns, tokens, i)) return true;
  const noun = speakerAt(text, i);
  if (noun !== null) return noun.form.subject;
  if (isName(text, i)) return true;
  const token = tokens[i];
  if (lexicon.pack.phraseLength !== undefined)
    return i < to && token?.kind === 'word' && !closes(text, i, -1) && !limits(text, { from, to }, i);
  return (
    token?.kind === 'word' && i + 1 < to && lexicon.pack.isAdjective(token.low) && subjectAt(text, i + 1, to)
  );
}

/** The subject that opens a sentence, or stands behind its first word, a verb; null when none is seen there. */
export function openingSubject(text: PackText, range: TokenRange): SourcePhrase | null {
  const first = skip(text, range.from, range.to);
  for (const from of [first, first + 1]) {
    if (from >= range.to || !subjectAt(text, from, range.to)) continue;
    const to = phraseEnd(text, range, from);
    if (to > from) return { from, to, oblique: false };
  }
  return null;
}

/** What stands right after a cue: who was told, then who speaks. */
export interface After {
  readonly source: SourcePhrase | null;
  readonly told: TokenRange | null;
  /** First token behind both. */
  readonly next: number;
}

function toldAt(text: PackText, range: TokenRange, from: number): TokenRange | null {
  const { tokens, lexicon } = text;
  const led = phraseAt(lexicon.addressees, tokens, from);
  if (led !== null) return { from: led.next, to: phraseEnd(text, range, led.next) };
  const noun = phraseAt(lexicon.toldNouns, tokens, from);
  if (noun === null) return null;
  let to = noun.next;
  while (to < range.to && text.named[to] === 1) to += 1;
  return { from, to };
}

/**
 * The speaker after a cue.
 *
 * @example
 * sourceAfter(text, range, 4).source; // "мэр города Иван Туров" in "сказал журналистам мэр города Иван Туров"
 */
export function sourceAfter(text: PackText, range: TokenRange, at: number): After {
  const { tokens, lexicon } = text;
  let from = skip(text, at, range.to);
  const told = toldAt(text, range, from);
  if (told !== null) from = skip(text, told.to, range.to);
  const body = phraseAt(lexicon.bodyPrepositions, tokens, from);
  if (body !== null && (speakerAt(text, body.next) !== null || isName(text, body.next))) {
    const to = phraseEnd(text, range, body.next);
    if (to > body.next) return { source: { from: body.next, to, oblique: true }, told, next: to };
  }
  if (from >= range.to || !subjectAt(text, from, range.to))
    return { source: null, told, next: told?.to ?? at };
  const to = phraseEnd(text, range, from);
  if (to === from) return { source: null, told, next: told?.to ?? at };
  const later = told ?? toldAt(text, range, to);
  return { source: { from, to, oblique: false }, told: later, next: Math.max(to, later?.to ?? to) };
}

/**
 * The phrase behind "по словам", "según": it is in another case where a language has cases.
 *
 * @example
 * phraseBehind(text, range, 2); // "врачей" in "по словам врачей,"
 */
export function phraseBehind(text: PackText, range: TokenRange, at: number): SourcePhrase | null {
  const to = phraseEnd(text, range, at);
  return to > at ? { from: at, to, oblique: true } : null;
}

/** A relative clause or an aside between the subject and its verb is stepped over. */
function withoutAside(text: PackText, floor: number, end: number): { end: number; inner: TokenRange | null } {
  if (!isComma(text, end - 1)) return { end, inner: null };
  let open = end - 2;
  while (open > floor && !isComma(text, open)) open -= 1;
  if (open <= floor) return { end: end - 1, inner: null };
  const inner = { from: open + 1, to: end - 1 };
  const apposed =
    inner.to - inner.from <= 8 &&
    (isName(text, inner.from) || speakerAt(text, inner.from)?.form.subject === true);
  return apposed ? { end: end - 1, inner } : { end: open, inner: null };
}

function leftEdge(text: PackText, range: TokenRange, end: number): number {
  const { tokens, lexicon } = text;
  let from = end;
  while (from > range.from) {
    const i = from - 1;
    const token = tokens[i];
    if (token === undefined || !(isOpen(text, range, i) || text.named[i] === 1)) break;
    if (text.named[i] === 0 && token.kind === 'mark' && token.text !== '.' && token.text !== '-') break;
    if (text.named[i] === 0 && isStop(token) && (tokens[i - 1]?.text.length ?? 9) > 2) break;
    if (isAt(lexicon.complementizers, tokens, i) || isAt(lexicon.joints, tokens, i)) break;
    from = i;
  }
  return from;
}

/** The first token in a stretch that can head a subject; -1 when none can. */
function headIn(text: PackText, from: number, to: number): number {
  const { tokens, lexicon } = text;
  let name = -1;
  for (let i = from; i < to; i += 1) {
    const governed = isAt(lexicon.prepositions, tokens, i - 1) && i - 1 >= from;
    if (isAt(lexicon.pronouns, tokens, i) && !governed) return i;
    const noun = speakerAt(text, i);
    if (noun !== null) {
      if (noun.form.subject && !governed && !hasDigits(tokens[i - 1]?.text))
        return name >= 0 && name < i ? name : i;
      i = noun.next - 1;
    } else if (
      name < 0 &&
      isName(text, i) &&
      !governed &&
      !isAt(lexicon.adverbs, tokens, i) &&
      !isAt(lexicon.prepositions, tokens, i) &&
      !isAt(lexicon.toldNouns, tokens, i) &&
      !namesWordBefore(text, from, i)
    )
      name = i;
  }
  return name;
}

/** "на запрос «Вестника»": a name in quotation marks behind a noun that is no speaker's belongs to that noun. */
function namesWordBefore(text: PackText, from: number, i: number): boolean {
  const before = text.tokens[i - 1];
  if (text.named[i] !== 1 || i - 1 < from || before?.kind !== 'word' || before.cap) return false;
  const { lexicon, tokens } = text;
  return ![lexicon.adverbs, lexicon.prepositions, lexicon.joints].some((list) => isAt(list, tokens, i - 1));
}

function hasDigits(text: string | undefined): boolean {
  return text !== undefined && /\d/.test(text);
}

function bodyIn(text: PackText, from: number, to: number): SourcePhrase | null {
  const { tokens, lexicon } = text;
  for (let i = from; i < to; i += 1) {
    const body = phraseAt(lexicon.bodyPrepositions, tokens, i);
    if (body === null || body.next >= to) continue;
    if (
      speakerAt(text, body.next) !== null ||
      isName(text, body.next) ||
      lexicon.pack.isAdjective(tokens[body.next]?.low ?? '')
    )
      return { from: body.next, to, oblique: true };
  }
  return null;
}

/** The words before the verb when nothing in them is known: one short phrase without a preposition. */
function unknownIn(text: PackText, from: number, to: number): SourcePhrase | null {
  const { tokens, lexicon } = text;
  const start = skip(text, from, to);
  if (start >= to || to - start > 6 || tokens[start]?.kind !== 'word') return null;
  for (let i = start; i < to; i += 1) {
    if (isAt(lexicon.prepositions, tokens, i) && i === start) return null;
    if (
      isAt(lexicon.cues, tokens, i) ||
      isAt(lexicon.relatives, tokens, i) ||
      isAt(lexicon.pointsBack, tokens, i)
    )
      return null;
  }
  return lexicon.articles.size > 0 && !isAt(lexicon.articles, tokens, start)
    ? null
    : { from: start, to, oblique: false };
}

/** "un funcionario que pidió el anonimato dijo": the noun before the relative clause is the subject. */
function pastRelative(text: PackText, range: TokenRange, from: number): number {
  const { tokens, lexicon } = text;
  if (lexicon.pack.tacitSubject !== true || from - 2 < range.from) return from;
  if (!isAt(lexicon.relatives, tokens, from - 1)) return from;
  const before = leftEdge(text, range, from - 1);
  const noun = headIn(text, before, from - 1);
  return noun >= 0 && from - noun <= 6 ? before : from;
}

/**
 * The speaker before a cue; null when none is found.
 *
 * @example
 * sourceBefore(text, range, cue); // "представитель штаба" in "В среду представитель штаба заявил"
 */
export function sourceBefore(text: PackText, range: TokenRange, cue: FoundCue): SourcePhrase | null {
  const { tokens, lexicon } = text;
  let end = cue.from;
  while (
    end > range.from &&
    (isAt(lexicon.adverbs, tokens, end - 1) || isAt(lexicon.negators, tokens, end - 1))
  )
    end -= 1;
  const aside = withoutAside(text, range.from, end);
  const outer = aside.inner === null ? aside.end : aside.inner.from - 1;
  const citing = cuesIn(text, { from: leftEdge(text, range, outer), to: outer }).find(
    ({ entry }) => entry.shape === 'citing',
  );
  const to = citing !== undefined && citing.from > range.from ? citing.from : outer;
  const from = pastRelative(text, range, leftEdge(text, range, to));
  const head = headIn(text, from, to);
  const whole = citing === undefined && aside.inner !== null ? aside.end : to;
  if (head >= 0) {
    const start = withModifiers(text, from, head);
    return { from: start, to: whole, oblique: false };
  }
  const found = bodyIn(text, from, to) ?? unknownIn(text, from, to);
  return found === null || found.to <= found.from ? null : found;
}
