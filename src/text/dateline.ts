/** The opening of an agency report: "ORLAN, 3 March (KNA) —". It belongs to nobody's words. */

const DATELINE =
  /^\s*(?:[\p{Lu}][\p{Lu}\p{M}.'’ /-]{2,}|[\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,2})(?:,\s*[\p{L}.'’ ]{2,25})?(?:,?\s*(?:\d{1,2}\s+)?[\p{L}]{3,9}\.?(?:\s+\d{1,4})?(?:,?\s+\d{2,4})?)?\s*(?:\([^)]{2,25}\)\s*)?(?:[—–]|--|-(?=\s))\s*(?:\[[^\]]{2,60}\]\s*)*/u;

/**
 * Length of a dateline at the start of a paragraph, in UTF-16 code units; 0 when there is none.
 *
 * @example
 * datelineLength('ORLAN, 3 March — Police said'); // 17
 */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, 160);
  const match = DATELINE.exec(head);
  if (match === null) return 0;
  const words = match[0];
  const shouted = /^\s*[\p{Lu}]{3,}/u.test(words);
  return shouted || /\(|\d|--/.test(words) ? words.length : 0;
}
