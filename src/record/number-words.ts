/** Whole numbers, and numbers with their nouns, as sentences in English hold them. */

/**
 * A whole number with commas between groups of three.
 *
 * @example
 * numberWords(12000); // '12,000'
 */
export function numberWords(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * A number with its noun.
 *
 * @param singular may go on with its verb: "proposal waits"
 * @example
 * counted(1, 'claim'); // '1 claim'
 * counted(1200, 'proposal waits', 'proposals wait'); // '1,200 proposals wait'
 */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(value)} ${value === 1 ? singular : plural}`;
}
