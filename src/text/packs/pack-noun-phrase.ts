/**
 * The noun phrase that speaks, before or after its cue. Found by position, by the forms in which a speaker's noun can
 * be a subject, and by capitals where a language has them; there is no parser.
 */
import { cuesIn, type FoundCue, isOpen } from './pack-cues.ts';
import { isComma, isName, phraseEnd, speakerAt, subjectAt } from './pack-phrase-extent.ts';
import { isStop, type PackText, type TokenRange } from './pack-text.ts';
import { indexOf, isAt, phraseAt } from './phrase-index.ts';

/** A phrase that can speak. */
export interface SourcePhrase extends TokenRange {
  /** It stands in another case than a subject, or behind a preposition: its words are no nominative. */
  readonly oblique: boolean;
  /** Its verb is a plural: one capitalised word that opens the sentence is then no person's name ("Авторы утверждают"). */
  readonly many?: boolean;
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

/** A speaker's noun begins here, behind its article. */
function headsPhrase(text: PackText, i: number): boolean {
  const { tokens, lexicon } = text;
  return speakerAt(text, isAt(lexicon.articles, tokens, i) ? i + 1 : i) !== null;
}

/** The subject that opens a sentence, or stands behind its first word, a verb; null when none is seen there. */
export function openingSubject(text: PackText, range: TokenRange): SourcePhrase | null {
  const first = skip(text, range.from, range.to);
  const governed = isAt(text.lexicon.prepositions, text.tokens, first);
  for (const from of governed ? [first] : [first, first + 1]) {
    if (from >= range.to || !subjectAt(text, from, range.to)) continue;
    // where no capital tells a name, the first word may be a verb
    if (text.lexicon.pack.phraseLength !== undefined && !headsPhrase(text, from)) continue;
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

/** Words of a quoted name, at most. */
const NAME_WORDS = 6;

/** An outlet in quotation marks to which somebody else speaks: "сообщили «Голосу Дремны» двое очевидцев". */
function outletToldAt(text: PackText, range: TokenRange, from: number): TokenRange | null {
  const { tokens, lexicon } = text;
  const outlet = speakerAt(text, from);
  const named = outlet?.form.noun.kind === 'media' && outlet.next === from + 1 ? from + 1 : from;
  if (tokens[named]?.text !== '«') return null;
  let close = named + 1;
  while (close < range.to && close <= named + NAME_WORDS + 1 && tokens[close]?.text !== '»') close += 1;
  const behind = close + 1;
  if (tokens[close]?.text !== '»' || behind >= range.to || tokens[behind]?.kind === 'mark') return null;
  const speaks =
    subjectAt(text, behind, range.to) || isAt(lexicon.numbers, tokens, behind) || isTrade(text, behind);
  return speaks ? { from, to: behind } : null;
}

/** "рассказал «Радио Прилив» грузчик": a trade that is in no list, behind whoever was told. */
function isTrade({ tokens, lexicon }: PackText, i: number): boolean {
  return lexicon.pack.isTrade?.(tokens[i]?.low ?? '') === true;
}

/** "рассказала *комитету*, что": an organisation that takes down what it is told, and its name in quotation marks. */
function recorderToldAt(text: PackText, from: number): TokenRange | null {
  const { tokens, lexicon } = text;
  const { recorders } = lexicon.pack;
  if (recorders === undefined || lexicon.addressees.size > 0) return null;
  let head = from;
  while (head < from + 2 && lexicon.pack.isAdjective(tokens[head]?.low ?? '')) head += 1;
  const noun = speakerAt(text, head);
  if (noun === null || noun.form.subject || !isAt(indexOf(recorders), tokens, noun.next - 1)) return null;
  let to = noun.next;
  while (text.named[to] === 1) to += 1;
  return { from: head, to };
}

function toldAt(text: PackText, range: TokenRange, from: number): TokenRange | null {
  const { tokens, lexicon } = text;
  const led = phraseAt(lexicon.addressees, tokens, from);
  if (led !== null) return { from: led.next, to: phraseEnd(text, range, led.next) };
  const noun = phraseAt(lexicon.toldNouns, tokens, from);
  if (noun === null) return recorderToldAt(text, from) ?? outletToldAt(text, range, from);
  let to = noun.next;
  while (to < range.to && text.named[to] === 1) to += 1;
  return { from, to };
}

/** Tokens between a speaker and the outlet that was told, at most. */
const AHEAD = 6;

/** "قال سكان من قرية الوادي *لصحيفة النهار* إن": the outlet that was told stands behind what tells who they are. */
function mediumAhead(text: PackText, range: TokenRange, from: number): TokenRange | null {
  const { tokens, lexicon } = text;
  for (let i = from; i < Math.min(range.to, from + AHEAD); i += 1) {
    if (tokens[i]?.kind === 'mark' || isAt(lexicon.complementizers, tokens, i)) return null;
    const led = phraseAt(lexicon.addressees, tokens, i);
    if (led !== null && speakerAt(text, led.next)?.form.noun.kind === 'media') return toldAt(text, range, i);
  }
  return null;
}

/** "وقال *تسعة عشر منهم* إنهم": some are counted and nobody is named; null where no words follow. */
function countedAt(text: PackText, range: TokenRange, from: number): SourcePhrase | null {
  const { tokens, lexicon } = text;
  const counts = (i: number): boolean => isAt(lexicon.numbers, tokens, i) || tokens[i]?.kind === 'number';
  if (lexicon.pack.phraseLength === undefined || !counts(from)) return null;
  for (let to = from + 1; to < Math.min(range.to, from + AHEAD); to += 1) {
    if (tokens[to]?.kind === 'mark') return null;
    if (isAt(lexicon.complementizers, tokens, to)) return { from, to, oblique: false };
  }
  return null;
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
  const some = countedAt(text, range, from);
  if (some !== null) return { source: some, told, next: some.to };
  const counted = told !== null && (isAt(lexicon.numbers, tokens, from) || isTrade(text, from));
  if (from >= range.to || !(counted || subjectAt(text, from, range.to)))
    return { source: null, told, next: told?.to ?? at };
  const to = phraseEnd(text, range, from);
  if (to === from) return { source: null, told, next: told?.to ?? at };
  const later = told ?? toldAt(text, range, to) ?? mediumAhead(text, range, to);
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
      i = noun.form.subject ? noun.next - 1 : ownedEnd(text, noun.next, to) - 1;
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

/** "в администрации *Дольска*": a name right behind a noun that is no subject belongs to it; where it ends. */
function ownedEnd(text: PackText, from: number, to: number): number {
  let end = from;
  while (end < to && text.tokens[end]?.cap === true && speakerAt(text, end) === null) end += 1;
  return end;
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
  // "Мне сказали": who was told, and nobody who speaks
  if (to - start === 1 && isAt(lexicon.toldNouns, tokens, start)) return null;
  for (let i = start; i < to; i += 1) {
    if (isAt(lexicon.prepositions, tokens, i) && i === start) return null;
    if (
      isAt(lexicon.cues, tokens, i) ||
      isAt(lexicon.relatives, tokens, i) ||
      isAt(lexicon.pointsBack, tokens, i)
    )
      return null;
  }
  const opens = isAt(lexicon.articles, tokens, start) || isAt(lexicon.numbers, tokens, start);
  return lexicon.articles.size > 0 && !opens ? null : { from: start, to, oblique: false };
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
 * "Прокуратура *на запрос* не ответила", "прокуратура *это* не подтверждает": to what nobody answered, and what is pointed back
 * at, stand before the verb and are no part of the name.
 */
function withoutMatter({ tokens, lexicon }: PackText, { entry }: FoundCue, { from, to }: TokenRange): number {
  for (let i = from + 1; i < to; i += 1) if (phraseAt(lexicon.pointsBack, tokens, i)?.next === to) return i;
  if (!/^(?:silent|declines)$/.test(entry.does) || tokens[to - 1]?.cap === true) return to;
  for (let i = from + 1; i < to; i += 1) if (isAt(lexicon.prepositions, tokens, i)) return i;
  return to;
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
    return { from: start, to: withoutMatter(text, cue, { from: head, to: whole }), oblique: false };
  }
  const found = bodyIn(text, from, to) ?? unknownIn(text, from, to);
  return found === null || found.to <= found.from ? null : found;
}
