/** Words that contradict a number or a part of what was said: "the figure is inflated", "six, not 26", "the report is one-sided". */

const FIGURE =
  '(?:numbers?|figures?|toll|tally|count|total|statistics|estimates?|data|list|casualt(?:y|ies)|scale|extent|losses)';
const OFF =
  '(?:exaggerat\\p{L}+|inflated|overstated|understated|overblown|wrong|false|untrue|incorrect|inaccurate|not (?:correct|accurate|right|true)|misleading|far (?:too )?(?:higher|lower|high|low)|(?:much |way |far )?too (?:high|low)|(?:much |far |considerably |significantly )?(?:lower|higher)|nowhere near \\p{N}+|nowhere near (?:that|it|so)|unreliable|invented|inventions?|fabricat\\p{L}+|baseless|unfounded|fictitious|nonsense|fiction|lies?|propaganda|fantas\\p{L}+|fake)';
const NUMBER =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|hundreds|thousands)';

const PATTERNS = [
  new RegExp(
    `^(?:[^.;,]{0,60}?\\b)?${FIGURE}\\b[^.;]{0,60}?\\b(?:is|are|was|were|had been|has been|have been|seem(?:s|ed)?|appear(?:s|ed)? to be|remain(?:s|ed)?)\\b[^.;]{0,30}?\\b${OFF}\\b`,
    'iu',
  ),
  new RegExp(
    `\\b${NUMBER}\\b[^.;]{0,40}?,? (?:and )?(?:not|rather than) (?:the )?(?:more than |at least |over )?${NUMBER}\\b`,
    'iu',
  ),
  new RegExp(`\\bnot ${NUMBER},? but\\b`, 'iu'),
  /\b(?:do|does|did)(?: not|n['’]t) (?:recogni[sz]e|accept|agree with) (?:these|those|this|that|the|such|any of (?:these|those|the)) (?:\p{L}+ ){0,2}(?:numbers?|figures?|statistics|claims?|descriptions?|characteri[sz]ations?|accounts?|versions?|pictures?|allegations?|findings?|conclusions?)\b/iu,
  /\b(?:reports?|articles?|stor(?:y|ies)|videos?|films?|accounts?|documentar(?:y|ies)|coverage|footage|it|this|that|study|findings?|versions?|claims?|portrayal|description)\b[^.;]{0,40}?\b(?:contain(?:s|ed)? (?:\p{L}+ ){0,2}(?:inaccuracies|errors|mistakes|distortions|falsehoods)|(?:is|was|are|were) (?:\p{L}+ )?(?:misleading|one-sided|biased|unbalanced|inaccurate|incomplete|partial|selective|distorted|flawed|taken out of context|out of context|exaggerat\p{L}+|overblown|overstated|not (?:entirely |wholly |fully )?(?:accurate|correct)|not the (?:whole|full) (?:story|truth|picture)))\b/iu,
  /\b(?:inflat|exaggerat|overstat|understat|massag|doctor|manipulat|invent|fabricat|falsif)\p{L}* (?:the |their |its |these |those )?(?:\p{L}+ ){0,2}(?:numbers?|figures?|toll|count|statistics|casualties|scale|losses|data)\b/iu,
  /\b(?:not|n['’]t|never) (?:give|tell|show|reflect|present|paint|provide)s? (?:the |a )(?:full|whole|complete|true|accurate|fair|balanced) (?:picture|story|truth|account)\b/iu,
  /^(?:it['’]s|that['’]s) (?:\p{L}+ )?(?:misleading|one-sided|exaggerat\p{L}+|inaccurate|not the (?:whole|full) (?:story|truth))\b/iu,
  /\b(?:facts|events) (?:have been|had been|were|are) (?:distorted|misrepresented|twisted|misreported)\b/iu,
];
const ONLY = new RegExp(
  `^(?:only|just|no more than|not more than|fewer than|merely) ${NUMBER}\\b[^.;]{0,40}?\\b(?:died|killed|dead|injured|wounded|hurt|detained|arrested|held|missing|lost|deaths?)\\b`,
  'iu',
);

/** Contradicts a number or a part. @example disputes('The number of injured was inflated'); // true */
export function disputes(words: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(words));
}

/** "only two people died": in the mouth of an office set against a higher number. @example minimises('only two people died'); // true */
export function minimises(words: string): boolean {
  return ONLY.test(words);
}

/** Whether the words before a verdict are about a number. @example isAboutFigure('The number of fourteen'); // true */
export function isAboutFigure(words: string): boolean {
  return new RegExp(`\\b${FIGURE}\\b`, 'iu').test(words);
}
