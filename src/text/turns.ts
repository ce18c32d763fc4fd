/**
 * Turns of a conversation or a list of voices: "MAYOR ELSA BRANT: We have counted 42." and a quotation signed below with
 * "― Pavel Orim, teacher". The name is the speaker, the mark the cue. A caption ("Date: …", "Correction: …") is no turn:
 * only a text with two turns or more is read as a conversation, or one whose speaker is named in capitals ("MR. KEEL:") or
 * by office ("Minister: No prisoners held").
 */
import { sayReason } from '../record/reason.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { isPersonWord, kindOfWord } from './actor-words.ts';
import type { RawAttribution } from './attribution.ts';
import { lowerAt } from './noun-phrases.ts';
import { isOwnVoice } from './openings.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

const CAPTION =
  /^(?:breaking|alert|urgent|thread|rt|just in|new|live|exclusive|watch|date|location|place|time|subject|from|to|re|correction|update|updated|note|source|sources|photo|image|caption|editor|contact|case|ref|question|q|read more|related|media|tel|email|web|summary|background|title|headline|publisher|published|outlet|author|authors|byline|by|language|url|link|tags|category)\b/i;
/** Tokens before a colon that are still a name; with an office before a name in capitals. */
const LONGEST = 7;
const LONGEST_TITLED = 14;

/** A turn: the sentence that opens it, the name, the mark. */
interface Turn {
  readonly sentence: number;
  readonly source: Range;
  readonly mark: number;
  /** The programme's own presenter or reporter: what they say is the outlet's text. */
  readonly own: boolean;
}

function opensParagraph(parsed: ParsedText, token: number): boolean {
  return token === 0 || parsed.paragraphAt[token] !== parsed.paragraphAt[token - 1];
}

/** Index of the colon behind the name that opens a sentence; -1 when none does. */
function colonAfterName(parsed: ParsedText, { from, to }: Range): number {
  for (let i = from; i < Math.min(to - 1, from + LONGEST_TITLED); i += 1) {
    const token = parsed.tokens[i];
    if (token === undefined || (parsed.quoteAt[i] ?? -1) >= 0) return -1;
    if (token.text === ':') return i > from ? i : -1;
    if (!token.capital && !/^(?:of|the|for|and|de|al|'s|’s|\.|,|\(|\)|-)$/.test(token.lower)) return -1;
  }
  return -1;
}

/** What stands before the colons of an interview: who only asks, who answers, who speaks. */
type Labels = ReadonlyMap<string, 'asks' | 'answers' | 'speaks'>;

/** Words before a colon that open a sentence, as "Compass", "Gen. Aulis Brandt", "Q"; null for others. */
function labelAt(parsed: ParsedText, sentence: Range): string | null {
  const mark = colonAfterName(parsed, sentence);
  if (mark < 0 || mark - sentence.from > 4) return null;
  const words = wordsOf(parsed, { from: sentence.from, to: mark });
  return /^\p{Lu}[\p{L}.’' -]*$/u.test(words) && (words === 'Q' || words === 'A' || !CAPTION.test(words))
    ? words
    : null;
}

/**
 * The labels of an interview printed in one piece: three openings or more, one of them twice, two different ones. Who
 * asks in every turn, and "Q", belongs to the outlet; "A" stands for whoever the first question addresses.
 */
function labelsOf(parsed: ParsedText): Labels {
  const seen = new Map<string, { turns: number; asking: number }>();
  let current: { turns: number; asking: number } | undefined;
  let openings = 0;
  let asked = false;
  for (const sentence of parsed.sentences) {
    const label = labelAt(parsed, sentence);
    if (label !== null) {
      if (asked && current !== undefined) current.asking += 1;
      current = seen.get(label) ?? { turns: 0, asking: 0 };
      current.turns += 1;
      seen.set(label, current);
      openings += 1;
      asked = false;
    }
    asked ||= parsed.tokens[sentence.to - 1]?.text === '?';
  }
  if (asked && current !== undefined) current.asking += 1;
  const labels = new Map<string, 'asks' | 'answers' | 'speaks'>();
  if (openings < 3 || seen.size < 2 || ![...seen.values()].some(({ turns }) => turns > 1)) return labels;
  for (const [label, { turns, asking }] of seen)
    labels.set(
      label,
      label === 'A' ? 'answers' : label === 'Q' || (turns > 1 && asking === turns) ? 'asks' : 'speaks',
    );
  return labels;
}

/** "Q: Inspector Vane, you resigned": whom the first question addresses by name; the label itself when nobody. */
function addressed(parsed: ParsedText, label: Range): Range {
  const first = parsed.sentences.find((sentence) => labelAt(parsed, sentence) === 'Q');
  if (first === undefined) return label;
  const from = first.from + 2;
  let to = from;
  while (
    to < first.to &&
    /^(?:NAME|NOUN|ADJ)$/.test(parsed.tags[to] ?? '') &&
    parsed.tokens[to]?.capital === true
  )
    to += 1;
  return to > from && lowerAt(parsed, to) === ',' ? { from, to } : label;
}

function turnAt(parsed: ParsedText, sentence: number, labels: Labels): Turn | null {
  const range = parsed.sentences[sentence];
  const mark = range === undefined ? -1 : colonAfterName(parsed, range);
  if (range === undefined || mark < 0) return null;
  const source = { from: range.from, to: mark };
  const words = parsed.text.slice(parsed.tokens[range.from]?.start ?? 0, parsed.tokens[mark]?.start ?? 0);
  if (!/^\p{Lu}/u.test(words) || CAPTION.test(words)) return null;
  const capitals = isNamedInCapitals(parsed, source);
  if (!capitals && !holdsCapitals(parsed, source)) {
    const answer = words === 'A' && labels.has(words);
    if (!answer && (range.to - 3 <= mark || mark - range.from >= LONGEST)) return null;
    const labelled = labels.has(wordsOf(parsed, source));
    const opens = opensParagraph(parsed, range.from) || isTitled(parsed, source) || goesOn(parsed, sentence);
    if (!labelled && !opens) return null;
  }
  const own = isOwnVoice(parsed, source) || labels.get(words) === 'asks';
  return {
    sentence,
    source: labels.get(words) === 'answers' ? addressed(parsed, source) : nameIn(parsed, source),
    mark,
    own,
  };
}

/** "Anya Marin", "Officer Bell": somebody's name before a colon, no place, body or outlet. */
function isPersonal(parsed: ParsedText, source: Range): boolean {
  if (source.to - source.from > 4) return false;
  const words = parsed.tokens.slice(source.from, source.to).filter(({ kind }) => kind === 'word');
  const kinds = words.map(({ lower }) => kindOfWord(lower));
  return (
    words.length > 0 &&
    words.every(({ capital }) => capital) &&
    !kinds.some((kind) => kind !== null && kind !== 'person')
  );
}

/** "Anya Marin: They took him. Officer Bell: Nobody was taken.": the paragraph opens with somebody's turn already. */
function goesOn(parsed: ParsedText, sentence: number): boolean {
  const range = parsed.sentences[sentence];
  const colon = range === undefined ? -1 : colonAfterName(parsed, range);
  // One word alone is the label of a section ("Displacement:", "Health:").
  if (range === undefined || colon < range.from + 2 || !isPersonal(parsed, { from: range.from, to: colon }))
    return false;
  let first = sentence;
  while (first > 0 && !opensParagraph(parsed, parsed.sentences[first]?.from ?? 0)) first -= 1;
  const opening = parsed.sentences[first];
  const mark = opening === undefined || first === sentence ? -1 : colonAfterName(parsed, opening);
  return (
    opening !== undefined && mark > opening.from + 1 && isPersonal(parsed, { from: opening.from, to: mark })
  );
}

/** "Marin: They took my brother.": a name that opens the text, and words of somebody who speaks of themselves. */
function speaksOfSelf(parsed: ParsedText, turn: Turn): boolean {
  const { source, mark } = turn;
  if (source.from > 0 || !isPersonal(parsed, source) || parsed.tags[source.from] !== 'NAME') return false;
  const alone = source.to - source.from === 1;
  if (alone && !/^(?:PRON|POSS)$/.test(parsed.tags[mark + 1] ?? '')) return false;
  // "Señor Ministro: … You told the press": whoever a letter is written to.
  if (parsed.tokens.some(({ lower }) => /^(?:you|your|yours)$/.test(lower))) return false;
  // "Dol: We were told to leave, residents say": the name is where it happened.
  if (/, [^,.:]{2,40} (?:say|says|said|told)\b/.test(parsed.text)) return false;
  return parsed.tokens
    .slice(turn.mark + 1)
    .some(
      ({ lower }, k) =>
        /^(?:i|we|my|our|me|us|mine|ours)$/.test(lower) && (parsed.quoteAt[turn.mark + 1 + k] ?? -1) < 0,
    );
}

function isCapitals(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

/** "MR. KEEL", "SPOKESPERSON HARLAN", in a text that is not in capitals itself. */
function isNamedInCapitals(parsed: ParsedText, source: Range): boolean {
  if (parsed.shout) return false;
  const words = parsed.tokens.slice(source.from, source.to).filter(({ kind }) => kind === 'word');
  return (
    words.length > 0 &&
    words.every(({ text }) => isCapitals(text)) &&
    words.some(({ text }) => text.length > 2)
  );
}

/** "Ms ARAN (Lake East)", "The Minister for Home Affairs, Mr SOMRAK": a surname in capitals, as in a record of debates. */
function holdsCapitals(parsed: ParsedText, source: Range): boolean {
  if (parsed.shout) return false;
  const words = parsed.tokens.slice(source.from, source.to);
  return words.some(
    ({ text }, k) =>
      isCapitals(text) &&
      text.length > (/^(?:mr|ms|mrs|dr|miss|sir)\.?$/.test(words[k - 1]?.lower ?? '') ? 2 : 3) &&
      /^\p{Lu}\p{Ll}+\.?$/u.test(words[k - 1]?.text ?? ''),
  );
}

/** "The Secretary for Prisons:" in a text that opened an earlier turn with "The Secretary for Prisons, Mr VARO:". */
function isTitled(parsed: ParsedText, source: Range): boolean {
  if (parsed.shout || source.to - source.from < 2) return false;
  const words = wordsOf(parsed, source);
  return new RegExp(`${words.replace(/[^\p{L}\d ]/gu, '.')}, [^:.]{0,30}\\p{Lu}{3,}[^:.]{0,20}:`, 'u').test(
    parsed.text,
  );
}

function wordsOf(parsed: ParsedText, { from, to }: Range): string {
  return parsed.text.slice(parsed.tokens[from]?.start ?? 0, parsed.tokens[to - 1]?.end ?? 0);
}

/** "Mr SOMRAK" of "The Minister for Home Affairs, Mr SOMRAK"; "Ms ARAN" of "Ms ARAN (Lake East)". */
function nameIn(parsed: ParsedText, source: Range): Range {
  let { from, to } = source;
  for (let i = source.from + 1; i < source.to; i += 1) {
    const lower = lowerAt(parsed, i);
    if (lower === '(') {
      const close = lowerAt(parsed, source.to - 1) === ')' ? source.to - 1 : source.to;
      const before = parsed.tokens.slice(source.from, i).some(({ text }) => isCapitals(text));
      if (!before && parsed.tokens.slice(i + 1, close).some(({ text }) => isCapitals(text)))
        return { from: i + 1, to: close };
      to = Math.min(to, i);
    }
    if (lower === ',' && parsed.tokens.slice(i + 1, to).some(({ text }) => isCapitals(text))) from = i + 1;
  }
  return from < to ? { from, to } : source;
}

/** "Minister: …", "Kell Police: …": an office or a body opens the text, and a clause follows. */
function isOffice(parsed: ParsedText, { source, sentence }: Turn): boolean {
  const last = lowerAt(parsed, source.to - 1);
  const kind = kindOfWord(last);
  const body = kind !== null && kind !== 'media' && kind !== 'community' && kind !== 'state';
  if (source.from > 0 || source.to - source.from > 4 || !(body || isPersonWord(last))) return false;
  const to = parsed.sentences[sentence]?.to ?? source.to;
  return parsed.tags.slice(source.to, to).some((tag) => /^(?:VBF|VBD|AUX|MODAL)$/.test(tag));
}

function attributionOf(parsed: ParsedText, turn: Turn, content: readonly Range[]): RawAttribution {
  return {
    cue: {
      from: turn.mark,
      to: turn.mark + 1,
      head: turn.mark,
      lemma: 'say',
      shape: 'active',
      does: 'alleges',
      force: 'neutral',
      frames: 'q',
      negated: false,
    },
    source: turn.source,
    addressee: null,
    content,
    quoted: true,
    impersonal: false,
    via: null,
    sentence: turn.sentence,
    rule: sayReason(READER_REASONS.turn, { cue: lowerAt(parsed, turn.source.from) }),
    confidence: 0.85,
  };
}

/** "QUARRY COP: I'M SORRY.": the capitals go on behind the colon, it is a headline. */
function shoutsOn(parsed: ParsedText, { mark, sentence }: Turn): boolean {
  const to = parsed.sentences[sentence]?.to ?? mark;
  const words = parsed.tokens.slice(mark + 1, to).filter(({ kind }) => kind === 'word');
  return words.length > 0 && words.every(({ text }) => text === text.toUpperCase());
}

/** "Order, please", "Of course", "I have here a letter": neither a verb nor a number, or words about the speech itself. */
function isFiller(parsed: ParsedText, { from, to }: Range): boolean {
  const words = wordsOf(parsed, { from, to });
  if (
    /^(?:yes, |well, |so )?(?:i|we) (?:have here|spoke (?:to|with)|thank|rise|refer|turn|beg|am (?:grateful|glad))\b/i.test(
      words,
    )
  )
    return words.length < 70;
  if (to - from > 4) return false;
  return !parsed.tags.slice(from, to).some((tag) => /^(?:VBF|VBD|AUX|MODAL|NUM)$/.test(tag));
}

/** The sentences of a turn, to the end of its paragraph, without questions and closing marks. */
function contentOf(parsed: ParsedText, turn: Turn, end: number): Range[] {
  const capitals = isNamedInCapitals(parsed, turn.source) || holdsCapitals(parsed, turn.source);
  const shortest = capitals ? 1 : 3;
  const home = parsed.paragraphAt[turn.mark];
  const content: Range[] = [];
  for (let k = turn.sentence; k < end; k += 1) {
    const sentence = parsed.sentences[k];
    if (sentence === undefined || parsed.paragraphAt[sentence.from] !== home) break;
    const from = k === turn.sentence ? turn.mark + 1 : sentence.from;
    let to = sentence.to;
    const asks = parsed.tokens[to - 1]?.text === '?';
    while (to > from && parsed.tokens[to - 1]?.kind === 'mark') to -= 1;
    if (!asks && to - from >= shortest && !isFiller(parsed, { from, to })) content.push({ from, to });
  }
  return content;
}

/**
 * The turns of a text by the index of each sentence in them; empty when the text is no conversation. A null value: the
 * sentence belongs to a turn that an earlier sentence opened, or to a question.
 *
 * @example
 * turnsIn(parseText('A. ORR: We saw it.\n\nB. LIND: So did we.')).size; // 2
 */
export function turnsIn(parsed: ParsedText): ReadonlyMap<number, RawAttribution | null> {
  const labels = labelsOf(parsed);
  const turns = parsed.sentences.flatMap((_, k) => turnAt(parsed, k, labels) ?? []);
  const found = new Map<number, RawAttribution | null>();
  const alone = turns.some(
    (turn) =>
      isNamedInCapitals(parsed, turn.source) ||
      holdsCapitals(parsed, turn.source) ||
      isOffice(parsed, turn) ||
      speaksOfSelf(parsed, turn),
  );
  if (turns.length < 2 && (!alone || turns.some((turn) => shoutsOn(parsed, turn)))) return found;
  for (const [at, turn] of turns.entries()) {
    if (turn.own) continue;
    const end = turns[at + 1]?.sentence ?? parsed.sentences.length;
    const content = contentOf(parsed, turn, end);
    const home = parsed.paragraphAt[turn.mark];
    for (let k = turn.sentence; k < end; k += 1) {
      if (parsed.paragraphAt[parsed.sentences[k]?.from ?? 0] !== home) break;
      found.set(k, null);
    }
    if (content.length > 0) found.set(turn.sentence, attributionOf(parsed, turn, content));
  }
  return found;
}
