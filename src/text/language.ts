/** A cheap test whether a text is English: share of English function words among its words. Refuses to name others. */

const ENGLISH = new Set(
  'the of and to in that was is were for on with by as he she it they said have has had at from be been not his her their an are this who which'.split(
    ' ',
  ),
);
const OTHER = new Set(
  'der die das und nicht ist von el los las que una por del le les des une est dans et il che di della non è и в на не что'.split(
    ' ',
  ),
);

/**
 * Tells whether a text can be read: its stated language is English, or none is stated and it looks English.
 *
 * @example
 * isEnglish('The police said that …', null); // true
 */
export function isEnglish(text: string, stated: string | null): boolean {
  if (stated !== null && stated !== '' && stated !== 'und') return /^en(?:$|[-_])/i.test(stated);
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return false;
  let english = 0;
  let other = 0;
  for (const word of words) {
    if (ENGLISH.has(word)) english += 1;
    else if (OTHER.has(word)) other += 1;
  }
  if (words.length < 12) return other === 0 && words.every((word) => /^[a-zà-ÿ]+$/.test(word));
  return english / words.length >= 0.12 && english > other * 2;
}
