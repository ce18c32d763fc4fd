/** Words that demand in the imperative or by need: "Release them now", "Congress needs to investigate", "It is imperative that". */

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

/** Demands something of somebody. @example insistsOn('Release them now'); // true */
export function insistsOn(words: string): boolean {
  const capital = words.charAt(0) === words.charAt(0).toUpperCase();
  if (capital && IMPERATIVE.test(words.charAt(0).toLowerCase() + words.slice(1))) return true;
  return ESSENTIAL.test(words) || NEEDS.test(words);
}
