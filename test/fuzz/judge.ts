/** What is no honest end of reading: a crash, an error for programmers in a sentence for people, a sentence without end. */
import { OnRecordError } from '../../src/record/onrecord-error.ts';
import type { ReadInput } from './fuzz-target.ts';

/** Words that only a bug puts into a sentence. */
const PROGRAMMERS =
  /Cannot read prop|is not a function|is not iterable|is not defined|\[object |\bundefined\b|\bNaN\b|\bat .+\.[jt]s:\d+|Maximum call stack|Invalid (?:array|string|typed array) length|Cannot convert|out of bounds|out of range/u;
/** Characters of a sentence for people, quoted names included. */
const LONGEST = 3_000;

/** A fault found; null: the input was read, or refused in words that can be understood. */
export type Verdict = string | null;

/**
 * Reads an input and judges how that ended.
 *
 * @example
 * await judge(read, bytes); // null
 */
export async function judge(read: ReadInput, bytes: Uint8Array): Promise<Verdict> {
  try {
    for (const sentence of await read(bytes)) {
      const verdict = unclear(sentence);
      if (verdict !== null) return verdict;
    }
    return null;
  } catch (error) {
    if (error instanceof OnRecordError) return unclear(error.message);
    if (error instanceof Error)
      return `threw ${error.name}: ${(error.stack ?? error.message).slice(0, 1_500)}`;
    return `threw ${typeof error}`;
  }
}

/**
 * Why a sentence is none for people.
 *
 * @example
 * unclear('Cannot read properties of undefined'); // 'unclear: Cannot read …'
 */
export function unclear(sentence: string): Verdict {
  if (PROGRAMMERS.test(sentence)) return `unclear: ${sentence.slice(0, 300)}`;
  return sentence.length > LONGEST ? `${sentence.length} characters in one sentence` : null;
}
