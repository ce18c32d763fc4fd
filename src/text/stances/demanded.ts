/** Words that demand in the imperative or by need: "Release them now", "Congress needs to investigate", "It is imperative that". */
import { kindOfWord } from '../actor-words.ts';

const DEED =
  '(?:release|free|let|stop|end|give|tell|bring|investigate|open|return|protect|help|punish|arrest|prosecute|show|halt|save|find|respect|allow|put an end|hand|call off|withdraw|lift|drop|come clean)';
const IMPERATIVE = new RegExp(
  `^(?:please |just |now |so )?${DEED}\\b (?:them|him|her|us|me|our|my|his|their|the|these|those|this|that|all|every|an?|back|over|up|doctors|journalists|lawyers|observers|people|children|families|\\p{Lu}\\p{L}+)\\b`,
  'u',
);
const NEEDS = new RegExp(
  `\\b(?:needs?|has|have|had) to (?:be )?(?:${DEED}|act|answer|explain|face|resign|step|account|ensure|do more|take (?:action|responsibility)|held|investigated|released|freed|punished|prosecuted|stopped)`,
  'iu',
);
const ESSENTIAL =
  /\b(?:it is|it['’]s|it was) (?:\p{L}+ly )?(?:imperative|vital|essential|crucial|urgent|high time|time) (?:that|to|for)\b|\b(?:wants?|demands?|needs?|deserves?|owed) (?:\p{L}+ ){0,2}(?:justice|answers|the truth|an? (?:\p{L}+ )?(?:inquiry|investigation|explanation)|to know)\b|\bthere (?:must|should|needs to|has to) be\b/iu;

/** "Open Door Network, report of 25 April": the name of a body begins as an order would. */
function namesBody(words: string): boolean {
  const run = /^\p{Lu}[\p{L}’'-]*(?: (?:(?:for|of|the|and) )?\p{Lu}[\p{L}’'-]*)+/u.exec(words);
  const kinds =
    run === null
      ? []
      : run[0]
          .split(' ')
          .slice(1)
          .map((word) => kindOfWord(word.toLowerCase()));
  return kinds.some((kind) => kind === 'organisation' || kind === 'public-body' || kind === 'media');
}

/** Demands something of somebody. @example insistsOn('Release them now'); // true */
export function insistsOn(words: string): boolean {
  const capital = words.charAt(0) === words.charAt(0).toUpperCase();
  if (capital && !namesBody(words) && IMPERATIVE.test(words.charAt(0).toLowerCase() + words.slice(1)))
    return true;
  return ESSENTIAL.test(words) || NEEDS.test(words);
}
