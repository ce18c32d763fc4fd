/**
 * Why the program says what it says: each reason has a code in a table, and under it a sentence with places for values. The
 * sentence in English is what records, terminals and dossiers hold; other languages have their words under the same code
 * (src/web/words/reasons.ts finds it again by its sentence, also in records of long ago).
 */

/** Names of the places in a sentence: 'cue' in 'the reader takes "{cue}" for telling'. */
type PlacesOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesOf<Rest>
  : never;

/**
 * The sentence of a reason.
 *
 * @param sentence from a table of reasons
 * @param values put in the place of `{name}`; a number is written in plain digits
 * @example
 * sayReason('Under {n} of {most} linkages: {refusal}', { n: 3, most: 20, refusal: 'No.' }); // 'Under 3 of 20 linkages: No.'
 */
export function sayReason<T extends string>(
  sentence: T,
  values: Readonly<Record<PlacesOf<T>, string | number>>,
): string {
  const given: Readonly<Record<string, string | number>> = values;
  return sentence.replace(/\{(\w+)\}/gu, (place, name: string) => String(given[name] ?? place));
}
