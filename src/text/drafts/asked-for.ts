/**
 * What a state that keeps silent was asked for, and when: "Orlund was asked on 2 May for visas and has not replied". Only
 * requests for protection; being asked for a comment is none.
 */
import type { Measure } from '../../record/proposition.ts';
import type { When } from '../../record/when.ts';
import { datesIn } from '../dates.ts';

/** A request told in a sentence. UTF-16 code units of the sentence, end exclusive. */
export interface AskedFor {
  readonly start: number;
  readonly end: number;
  readonly measure: Measure;
  /** The day of asking; null when none is told. */
  readonly when: When | null;
}

const ASKED =
  /\b(?:was|were|has been|had been|been|,|when|first|once|twice) ?(?:asked|petitioned|approached|appealed to|requested)\b(?! (?:whether|why|how|about|if|to (?:comment|respond|explain))\b)/iu;
const OBJECTS: readonly (readonly [RegExp, Measure])[] = [
  [/\bvisas?\b/iu, 'visa'],
  [/\b(?:asylum|refugee status)\b/iu, 'asylum'],
  [/\b(?:relocation|resettle\p{L}*)\b/iu, 'relocation'],
  [/\bevacuat\p{L}*/iu, 'evacuation'],
];

/**
 * The request that a sentence tells of in the passive. Null: it tells of none.
 *
 * @param about what the sentences around ask for, where the sentence itself does not say; null when nothing
 * @example
 * askedFor('Orlund was asked on 2 May for visas and has not replied.', '2031-05-20', null)?.when?.edtf; // '2031-05-02'
 */
export function askedFor(
  sentence: string,
  publishedAt: string | null,
  about: Measure | null,
): AskedFor | null {
  const asked = ASKED.exec(sentence);
  if (asked === null) return null;
  const start = asked.index + (asked[0].startsWith(',') ? asked[0].search(/\p{L}/u) : 0);
  const behind = sentence.slice(start);
  const object = OBJECTS.map(([words, measure]) => ({ measure, found: words.exec(behind) })).find(
    ({ found }) => found !== null,
  );
  const measure = object?.measure ?? about;
  if (
    measure === null ||
    /\bfor (?:an? )?(?:comments?|statements?|responses?|reactions?|interviews?)\b/iu.test(behind)
  )
    return null;
  const silence = behind.search(/\b(?:has|have|had|did|does|could|and|but|without|never)\b/iu);
  const told = silence < 0 ? behind : behind.slice(0, Math.max(silence, 1));
  const day = datesIn(told, publishedAt)[0];
  const objectEnd = object?.found == null ? 0 : object.found.index + object.found[0].length;
  const end = Math.max(
    asked[0].length - (start - asked.index),
    day?.end ?? 0,
    objectEnd <= told.length ? objectEnd : 0,
  );
  return { start, end: start + end, measure, when: day?.when ?? null };
}
