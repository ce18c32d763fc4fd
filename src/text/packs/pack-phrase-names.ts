/** The names inside a speaker's phrase: nouns that speak, a person's own name, a name in quotation marks, an acronym. */
import type { PackSpeakerNoun } from './pack.ts';
import { shouted, speakerAt } from './pack-phrase-extent.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt } from './phrase-index.ts';

/** What names a phrase holds; ranges are token indexes. */
export interface PhraseNames {
  readonly nouns: readonly PackSpeakerNoun[];
  /** A person's or thing's own name: capitalised words. */
  readonly name: TokenRange | null;
  /** A name in quotation marks, marks left out. */
  readonly quoted: TokenRange | null;
  readonly acronym: TokenRange | null;
}

/** An adjective or a place named as one, in the case of an owner. */
const GENITIVE_ADJECTIVE = /(?:ого|его|о[йї])$/u;

function isAcronym(word: string): boolean {
  return /^[\p{Lu}\d-]{2,}$/u.test(word);
}

function personRange(text: PackText, run: TokenRange): TokenRange {
  const words = text.tokens.slice(run.from, run.to).map(({ low }) => low);
  return { from: Math.min(run.to - 1, run.from + text.lexicon.pack.personStart(words)), to: run.to };
}

function quotedAt(text: PackText, range: TokenRange, i: number): TokenRange | null {
  if (text.named[i] !== 1) return null;
  let to = i;
  while (to < range.to && text.named[to] === 1) to += 1;
  const closed = text.tokens[to - 1]?.kind === 'mark' ? to - 1 : to;
  return { from: i + 1, to: Math.max(i + 1, closed) };
}

/** Capitalised words in a row; initials with their stops are among them. */
function runAt(text: PackText, range: TokenRange, from: number): TokenRange {
  let to = from;
  while (to < range.to) {
    const token = text.tokens[to];
    const joined = to > from ? pastJoints(text, range, to) : to;
    if (joined > to) {
      to = joined;
      continue;
    }
    const initial = token?.text === '.' && (text.tokens[to - 1]?.text.length ?? 9) === 1;
    const more =
      token?.cap === true && token.kind === 'word' && text.named[to] === 0 && !isAcronym(token.text);
    if (!initial && !(more && (to === from || speakerAt(text, to) === null))) break;
    to += 1;
  }
  return { from, to };
}

/** "de" in "La Voz de Ocampía": to the capitalised word behind it; the index itself where there is none. */
function pastJoints(text: PackText, range: TokenRange, at: number): number {
  const { tokens, lexicon } = text;
  let to = at;
  while (to < range.to && to - at < 3 && tokens[to]?.cap === false && isAt(lexicon.nameJoints, tokens, to))
    to += 1;
  return to > at && to < range.to && tokens[to]?.cap === true && speakerAt(text, to) === null ? to : at;
}

/** "alcalde de Villa Arazúa", "albergue La Esperanza": a name that tells of what, not who. */
function isOwned(
  text: PackText,
  range: TokenRange,
  run: TokenRange,
  nouns: readonly PackSpeakerNoun[],
): boolean {
  const { tokens, lexicon } = text;
  if (lexicon.nameJoints.size === 0 || run.from === range.from || tokens[run.from - 1]?.kind === 'mark')
    return false;
  return (
    isAt(lexicon.nameJoints, tokens, run.from - 1) || (nouns.length > 1 && nouns.at(-1)?.sort === 'name')
  );
}

/**
 * The nouns and names of a phrase.
 *
 * @example
 * readPhrase(text, { from: 0, to: 4 }).name; // the person's own name in "el alcalde Celso Ayavire"
 */
export function readPhrase(text: PackText, range: TokenRange): PhraseNames {
  const { tokens, lexicon } = text;
  const nouns: PackSpeakerNoun[] = [];
  let name: TokenRange | null = null;
  let quoted: TokenRange | null = null;
  let acronym: TokenRange | null = null;
  for (let i = range.from; i < range.to; i += 1) {
    const marks = quotedAt(text, range, i);
    if (marks !== null) {
      quoted ??= marks;
      i = marks.to;
      continue;
    }
    const noun = speakerAt(text, i);
    const token = tokens[i];
    if (noun !== null) {
      nouns.push(noun.form.noun);
      if (token !== undefined && isAcronym(token.text) && !shouted(text, i))
        acronym ??= { from: i, to: noun.next };
      i = noun.next - 1;
    } else if (
      lexicon.capitals &&
      token?.cap === true &&
      token.kind === 'word' &&
      !isAt(lexicon.determiners, tokens, i)
    ) {
      if (isAcronym(token.text) && token.text.length <= 7 && !shouted(text, i))
        acronym ??= { from: i, to: i + 1 };
      else {
        const run = runAt(text, range, i);
        const owned = isOwned(text, range, run, nouns);
        if (
          run.to > i &&
          !owned &&
          (lexicon.nameJoints.size > 0 ? name === null : !lexicon.pack.isAdjective(token.low))
        )
          name = personRange(text, run);
        // "Жительница Талого Раиса": the name behind what tells where from
        else if (run.to - i === 2 && nouns.length > 0 && GENITIVE_ADJECTIVE.test(token.low))
          name = { from: i + 1, to: run.to };
        i = Math.max(i, run.to - 1);
      }
    }
  }
  return { nouns, name: name ?? behindOffice(text, range, nouns), quoted, acronym };
}

/** Where names have no capitals: the words behind an office that are a person's. */
function behindOffice(
  text: PackText,
  range: TokenRange,
  nouns: readonly PackSpeakerNoun[],
): TokenRange | null {
  const { tokens, lexicon } = text;
  if (lexicon.pack.personBehind === undefined || nouns[0]?.sort !== 'role') return null;
  let at = range.from;
  for (let noun = speakerAt(text, at); noun?.form.noun.sort === 'role'; noun = speakerAt(text, at))
    at = noun.next;
  const words = tokens.slice(at, range.to);
  const mark = words.findIndex(({ kind }) => kind === 'mark');
  const apposed = mark >= 0 && words.length - mark > 2 ? mark + 1 : -1;
  if (apposed >= 0) return { from: at + apposed, to: range.to };
  const found = lexicon.pack.personBehind(
    words.map(({ low }) => low),
    lexicon.pack.isOwned?.(tokens[at - 1]?.low ?? '') === true ||
      tokens
        .slice(Math.max(0, range.from - 1), at)
        .some((_, k) => isAt(lexicon.articles, tokens, Math.max(0, range.from - 1) + k)),
  );
  return found === null ? null : { from: at + found[0], to: at + found[1] };
}
