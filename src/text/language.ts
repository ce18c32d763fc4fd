/**
 * A cheap test whether a text is English: share of English function words among its words, in short texts and posts also of
 * the words that reports use most. Refuses to name others.
 */

const ENGLISH = new Set(
  'the of and to in that was is were for on with by as he she it they said have has had at from be been not his her their an are this who which'.split(
    ' ',
  ),
);
const OTHER = new Set(
  'der die das und nicht ist von dem den mit ein eine wurden het een van voor niet zijn werd op bij twee drie zwei drei och att som det ikke til av el los las que una por del le les des une est dans et il che di della non è и в на не что'.split(
    ' ',
  ),
);

/** Words of short posts and headlines, none of them a word of another language of this script that is often read. */
const TOLD = new Set(
  'dead killed injured wounded missing people police army soldiers troops officials official say says saying after near least more than two three four five six seven eight nine ten dozens hundreds attack blast strike shelling market denies deny claims men women children family families today yesterday tonight arrested detained taken shot breaking just out we our my you your no one nobody where there what when were them here all home house village town city local government ministry hospital workers released held still now against during by with about over down'.split(
    ' ',
  ),
);
/** Below so many words, a text is a post or a headline. */
const POST = 60;
const ENOUGH_TOLD = 0.3;

/** A post's words: without addresses, handles and tags, which are no language. */
function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, 6000)
      .replace(/(?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_]+/gu, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

/**
 * Tells whether a text can be read: its stated language is English, or none is stated and it looks English.
 *
 * @example
 * isEnglish('The police said that …', null); // true
 */
export function isEnglish(text: string, stated: string | null): boolean {
  if (stated !== null && stated !== '' && stated !== 'und') return /^en(?:$|[-_])/i.test(stated);
  const words = wordsOf(text);
  if (words.length === 0) return false;
  let english = 0;
  let told = 0;
  let other = 0;
  for (const word of words) {
    if (ENGLISH.has(word)) english += 1;
    else if (OTHER.has(word)) other += 1;
    if (ENGLISH.has(word) || TOLD.has(word)) told += 1;
  }
  if (words.length < 12) return other === 0 && told > 0 && words.every((word) => /^[a-zà-ÿ]+$/.test(word));
  if (english / words.length >= 0.12 && english > other * 2) return true;
  return words.length < POST && told / words.length >= ENOUGH_TOLD && told > other * 3;
}
