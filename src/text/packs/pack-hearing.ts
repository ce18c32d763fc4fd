/**
 * What was heard so far in one text: who was named, who spoke. A name in another case is looked for in a subject's case
 * elsewhere in the text; a body's is made from the pack's lists; what is left stays as written, and the reason says so.
 */
import type { ActorKind } from '../../record/actor.ts';
import type { Anonymity, Connection } from '../../record/attribution.ts';
import type { PackSpeakerNoun } from './pack.ts';
import { fullerName, type Mention } from './pack-mentions.ts';
import { subjectFormOf } from './pack-subject-form.ts';
import type { PackText, TokenRange } from './pack-text.ts';

/** A resolved speaker. */
export interface PackSpeaker {
  readonly named: string;
  readonly range: TokenRange;
  readonly resolved: string | null;
  readonly because: string | null;
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
  readonly connection: Connection;
  /** Speaks for a state or force. */
  readonly official: boolean;
}

/** Somebody named so far. */
export interface Known {
  readonly name: string;
  /** Folded words of the name. */
  readonly words: readonly string[];
  readonly kind: ActorKind;
  readonly noun: PackSpeakerNoun | null;
  readonly oblique: boolean;
}

/** What was heard so far in one text; grows. */
export interface PackHearing {
  readonly text: PackText;
  readonly outlet: string | null;
  /** People named with their office anywhere in the text. */
  readonly mentioned: readonly Mention[];
  readonly known: Known[];
  /** Speakers in the order in which they spoke. */
  readonly spoken: PackSpeaker[];
}

/** The words of a range on one line. */
export function wordsOf(text: PackText, range: TokenRange): string {
  const start = text.tokens[range.from]?.start ?? 0;
  const end = text.tokens[range.to - 1]?.end ?? start;
  return text.text.slice(start, end).replace(/\s+/g, ' ');
}

function sameWords(text: PackText, a: readonly string[], b: readonly string[]): boolean {
  const { sameName } = text.lexicon.pack;
  return a.length === b.length && a.every((word, i) => word === b[i] || sameName(word, b[i] ?? ''));
}

function lows(text: PackText, range: TokenRange): string[] {
  return text.tokens
    .slice(range.from, range.to)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ low }) => low);
}

/** A name and why it is not as written. */
export interface Named {
  readonly name: string;
  readonly because: string | null;
}

/**
 * The name in the form in which the text has it as a subject, or the fuller name that a surname stands for.
 *
 * @example
 * settle(hearing, { from: 1, to: 3 }, true).name; // 'прокуратура края' in "В прокуратуре края отказались"
 */
export function settle(hearing: PackHearing, range: TokenRange, oblique: boolean): Named {
  const { text, known } = hearing;
  const words = lows(text, range);
  const written = wordsOf(text, range);
  const same = known.filter((one) => sameWords(text, one.words, words));
  const straight = same.find((one) => !one.oblique);
  if (oblique && straight !== undefined && straight.name !== written)
    return {
      name: straight.name,
      because: `the same name stands as “${straight.name}” elsewhere in the text`,
    };
  const last = words.at(-1) ?? '';
  const fuller =
    words.length === 1
      ? known.findLast(({ words: full }) => full.length > 1 && sameWords(text, [full.at(-1) ?? ''], [last]))
      : undefined;
  if (fuller !== undefined) return { name: fuller.name, because: 'the surname of somebody named before' };
  const mentioned = words.length === 1 ? fullerName(hearing.mentioned, last, range.from) : null;
  if (mentioned !== null) return { name: mentioned, because: 'the surname of somebody named before' };
  if (!oblique || !text.lexicon.capitals || written === straight?.name)
    return { name: written, because: null };
  const body = subjectFormOf(text, range);
  if (body !== null) return { name: body, because: null };
  const declines = text.lexicon.pack.speakers.some((noun) => noun.oblique !== '');
  return {
    name: written,
    because: declines ? 'the name stands in another case here and is kept as written' : null,
  };
}

/** Names kept in mind: in a long text the first ones are forgotten, so that time grows with its length only. */
const REMEMBERED = 300;

/**
 * Keeps a name in mind.
 *
 * @example
 * remember(hearing, range, { name: 'Маяк', kind: 'media', noun: null, oblique: false });
 */
export function remember(hearing: PackHearing, range: TokenRange, one: Omit<Known, 'words'>): void {
  const words = lows(hearing.text, range);
  if (words.length === 0 || hearing.known.some(({ name }) => name === one.name)) return;
  hearing.known.push({ ...one, words });
  if (hearing.known.length > REMEMBERED) hearing.known.shift();
}

/** Speakers looked back over for a pronoun. */
const LOOKED_BACK = 12;

/**
 * The last one spoken or named that a bare noun or pronoun can stand for; null when none fits.
 *
 * @example
 * referent(hearing, ({ kind }) => kind === 'media')?.name; // 'Маяк'
 */
export function referent(hearing: PackHearing, fits: (one: Known) => boolean): Known | null {
  for (let k = hearing.spoken.length - 1; k >= Math.max(0, hearing.spoken.length - LOOKED_BACK); k -= 1) {
    const name = hearing.spoken[k]?.resolved;
    const one = name == null ? undefined : hearing.known.find((known) => known.name === name);
    if (one !== undefined && fits(one)) return one;
  }
  return hearing.known.findLast(fits) ?? null;
}
