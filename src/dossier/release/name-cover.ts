/**
 * What hides the names of persons in what is published. The desk makes one from the whole record and from who is cleared; this
 * room asks it about every word that leaves.
 */
import type { ActorId, Sha256 } from '../../record/id.ts';

/** Words to be replaced. UTF-16 code units, 0-based, end exclusive. */
export interface CoverEdit {
  readonly start: number;
  readonly end: number;
  /** What stands there instead, in brackets. */
  readonly label: string;
}

export interface NameCover {
  /** Where names stand in some words; in order, not overlapping. */
  edits(words: string): readonly CoverEdit[];
  /** What an actor is called instead of by name; null: it may be called by its name. */
  actorLabel(actor: ActorId): string | null;
  /** Whether an address gives a name away. */
  inAddress(address: string): boolean;
  /** Whether words in which no name was found may still hold one: words with capitals that are nobody's known. */
  mayHoldName(words: string): boolean;
  /** A keyed hash of words that are withheld: whoever has the vault can show which they are, nobody else can guess them. */
  seal(words: string): string;
  /** SHA-256 of a text. */
  hash(text: string): Sha256;
}

/** What stands for a name that cannot be told to be one person's. */
export const NAME_WITHHELD = 'name withheld';

/**
 * What stands for a quotation in which a name cannot be located.
 *
 * @example
 * quoteWithheld('9f86d081884c'); // 'quote withheld to protect a person · 9f86d081884c'
 */
export function quoteWithheld(seal: string): string {
  return `quote withheld to protect a person · ${seal}`;
}

/**
 * Words with every name replaced.
 *
 * @example
 * covered(cover, 'Oren Tasch said'); // '[Person 4K7QM] said'
 */
export function covered(cover: NameCover, words: string): string {
  return replaced(words, cover.edits(words));
}

/**
 * Anything made of plain data with every name in it replaced; keys stay.
 *
 * @example
 * coveredWhole(cover, { title: 'Oren Tasch said' }); // { title: '[Person 4K7QM] said' }
 */
export function coveredWhole<T>(cover: NameCover, made: T): T {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return covered(cover, value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return walk(made) as T;
}

/**
 * Words with replacements made.
 *
 * @param edits in order, not overlapping
 * @example
 * replaced('Oren Tasch said', [{ start: 0, end: 10, label: 'Person 4K7QM' }]); // '[Person 4K7QM] said'
 */
export function replaced(words: string, edits: readonly CoverEdit[]): string {
  if (edits.length === 0) return words;
  let made = '';
  let at = 0;
  for (const { start, end, label } of edits) {
    made += `${words.slice(at, start)}[${label}]`;
    at = end;
  }
  return made + words.slice(at);
}
