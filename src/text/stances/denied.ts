/** Words that say "it is not so": of anybody's when they judge what others said, of the accused and of offices when they say that nothing was done. */

const DEGREE =
  '(?:(?:a|an|all|just|simply|completely|totally|entirely|equally|also|clearly|patently|nothing but|pure|purely|plainly|absolutely|utterly|wholly|complete|total|absolute|outright|blatant|blatantly|deliberate|deliberately|malicious|gross|grossly|wildly|another|pack of|tissue of|bunch of|set of|web of|false|vile|politically|as|utter|sheer|such|mere|merely|truly|very|so) )*';
const FALSE =
  '(?:inventions?|invented|lies?|lying|false|falsehoods?|untrue|fabricat\\p{L}+|wrong|exaggerat\\p{L}+|nonsense|baseless|unfounded|groundless|propaganda|fiction|fictitious|hoax|incorrect|inaccurate|slander\\p{L}*|libel\\p{L}*|fakes?|disinformation|misinformation|not true|rumou?rs?|fantas\\p{L}+|rubbish|absurd|ridiculous|ludicrous|preposterous|bogus|concocted|smears?|myths?|motivated|defamatory|without (?:any )?(?:foundation|basis|merit|substance)|devoid of (?:any )?(?:truth|merit|substance)|hogwash|bunk(?:um)?|tosh|garbage|poppycock|balderdash|claptrap|gibberish|tripe|baloney|codswallop|fairy[- ]?tales?|(?:cock and bull|made[- ]up|tall) (?:story|stories|tales?)|made up|fantasy|canard|mischievous|frivolous|far-fetched|fanciful|laughable|outrageous|insulting|scurrilous|malicious|imaginary|spurious|unsubstantiated|gossip|hearsay|a set-up|forger(?:y|ies)|forged|doctored|staged|far from (?:the truth|true|reality)|not based on (?:fact|reality)|no more than|provocations?)';
const SAID_SO =
  '(?:the|this|that|these|those|such|its|their|his|her|all|any|it|which|they|reports?|claims?|allegations?|accusations?|rumou?rs?|stories|everything|what|suggestions?|talk|information)';
const CALLS = new RegExp(
  `^${SAID_SO}\\b[^.;]{0,80}?\\b(?:is|are|was|were|remains?|amounts? to|constitutes?)\\b (?:["“])?${DEGREE}["“]?${FALSE}\\b|^(?:it['’]s|that['’]s|this is|these are|those are|they are|they['’]re|it is|it was|all|what) (?:["“])?${DEGREE}["“]?${FALSE}\\b|^${DEGREE}${FALSE}\\b[.!]?$`,
  'iu',
);
const NAMES =
  /^(?:the|these|those|such|its|their|his|her|all|any|this) (?:\p{L}+ ){0,3}(?:allegations?|claims?|reports?|accounts?|accusations?|figures?|numbers?|story|stories|charges?|article|toll)[^.;,"“]{0,20}["“]?(?:(?:a|an|as|absolute|outright|pure|complete|total|blatant) )*["“]?(?:(?:absolute|outright|pure|complete|total|blatant|malicious) )?(?:inventions?|lies?|false|untrue|fabrications?|fabricated|invented|provocations?|nonsense|baseless|unfounded|groundless|propaganda|fiction|hoax|slander|fake|disinformation)\b/iu;

const PLAIN = [
  /^(?:no|absolutely not|certainly not|of course not|not at all|definitely not|never)\b ?(?:[,.!;:—–-]|$)/iu,
  /\b(?:do|does|did)(?: not|n['’]t) (?:at all )?correspond to (?:the )?(?:reality|facts|truth)\b/iu,
  /\b(?:has|have|had|having)(?: absolutely| never had)? (?:nothing(?: whatsoever)? to do with|no (?:role|part|involvement|hand|connection|link)s?(?: whatsoever)? (?:in|with|to))\b/iu,
  /\b(?:is|are|was|were)(?: not|n['’]t) (?:in any way )?(?:behind|responsible|involved|to blame|guilty|true|the case|present (?:when|at|in|during)|there when)\b/iu,
  /\b(?:never happened|(?:has|have|had) (?:not|never) happened|(?:did not|didn['’]t|has never|have never|had never) (?:happen(?:ed)?|take place|taken place|occur(?:red)?)|no such)\b/iu,
  /\b(?:there (?:is|was|were|are) (?:absolutely |simply )?(?:no|not (?:a|any|one|an iota of|a shred of)) (?:\p{L}+ )?(?:truth|basis|substance|foundation|merit)|no truth)\b/iu,
  /\b(?:allegations?|claims?|reports?|accusations?|charges?|stor(?:y|ies)|rumou?rs?|suggestions?|they|it|this|that|these)\b[^.;,]{0,40}? (?:has|have|had|lacks?|lacked|is|are|was|were)(?: absolutely| any)? ?(?:no|without|devoid of)? ?(?:any |a shred of )?(?:foundation|basis|merit|substance|validity|truth|factual basis|credibility)\b/iu,
  /^(?:\p{L}+ ){1,4}(?:does not|do not|did not|doesn['’]t|don['’]t) exist\b/iu,
  /\b(?:is|are|was|were|am|['’]m|['’]re) (?:completely |totally |entirely |wholly )?innocent\b/iu,
  /^(?:i|we)(?: had| has| have|['’]d|['’]ve)? never (?:said|used|claimed|stated|ordered|told|called|suggested|made|gave|given|authori[sz]ed|threatened|touched|hurt|beat|beaten|killed|shot|fired|held)\b/iu,
  /^(?:i|we) (?:did not|didn['’]t) (?:say|mean|claim|suggest|call|order|kill|shoot|fire|do|touch|beat|hit|rape|torture|burn|target|attack)\b/iu,
  /^that(?: is|['’]s) not (?:what|how|true|the case|so|correct|right)\b/iu,
  /^(?:i|we) (?:(?:categorically|strongly|firmly|utterly|completely|totally|flatly|absolutely|vehemently) )*(?:deny|reject|refute|dismiss)\b/iu,
];

const THEY_NEVER =
  /^(?:he|she|it|they)(?: had| has| have|['’]d|['’]ve)? never (?:said|used|claimed|stated|ordered|told|called|suggested|authori[sz]ed|threatened|killed|shot|fired|held)\b/iu;

const NOTHING =
  /^(?:(?:but|and|so|that|in fact|,) )*(?:at no (?:time|point) |(?:(?:there|we|our|my|the|these|those|this|that|it|its|they|he|she|all|any)\b[^.;,]{0,60}?\b)?(?:no|nobody|no one|no-one|none|not|never|n['’]t|neither|nothing|cannot)\b|\p{Lu}\p{L}+ (?:has|have|had|does|did|do|is|are|was|were) (?:no|not|never)\b)/iu;
const OWN_SIDE =
  /^(?:(?:but|and|that) )?(?:none of |no member of |no one in |at no (?:time|point) (?:did|had|has|have|were|was) )?(?:we|i|it|they|he|she|our|my|its|his|her|their)\b[^.;,]{0,40}?\b(?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t|has not|hasn['’]t|have not|haven['’]t|had not|hadn['’]t|was not|wasn['’]t|were not|weren['’]t|is not|isn['’]t|are not|aren['’]t|had no|have no|has no|had been|was|were|never)\b/iu;
const NEGATION = /\b(?:no|not|never|none|nobody|neither)\b|n['’]t\b/iu;
const ACT =
  /\b(?:detain\p{L}*|detention\p{L}*|arrest\p{L}*|held|hold|holds|holding|prisons?|prisoners?|camps?|tortur\p{L}*|beat\p{L}*|kill\p{L}*|died|die|dead|deaths?|shot|shots|shoot\p{L}*|harm\p{L}*|abduct\p{L}*|kidnap\p{L}*|disappear\p{L}*|rape\p{L}*|violence|force|massacre\p{L}*|attack\p{L}*|deport\p{L}*|evict\p{L}*|expel\p{L}*|abus\p{L}*|mistreat\p{L}*|maltreat\p{L}*|ill-treat\p{L}*|execut\p{L}*|violations?|crimes?|incidents?|fired|fire|firing|graves?|wounded|injured|hurt|raids?|target\p{L}*|bomb\p{L}*|shell\p{L}*|strikes?|struck|casualt\p{L}*|purge|crackdown|famine|starv\p{L}*|cover-up|massacre|genocide|looted|burned|burnt|charge|lathi-charge|ordered|assault\p{L}*|threaten\p{L}*|coerc\p{L}*|forced|discriminat\p{L}*|persecut\p{L}*|political prisoners?|missing)\b/iu;
const UNKNOWING =
  /\b(?:no (?:comment|doubt|choice|plans?|reason|immediate|problem|intention|alternative|option|one should)|not (?:sure|clear|only|comment|discuss|confirm|say|yet|know(?! (?:of|about) any))|nothing to (?:hide|say|add)|not (?:been )?able|unable|cannot (?:comment|confirm|say|discuss)|will not|would not|won['’]t|wouldn['’]t|must not|should not|shall not|may not|could not)\b/iu;

/**
 * Says that what others said is untrue, or that it never was. `accused`: "he never said so" is about the speaker.
 *
 * @example
 * rebuts('It is a lie.', false); // true
 */
export function rebuts(words: string, accused: boolean): boolean {
  return (
    CALLS.test(words) || (accused && THEY_NEVER.test(words)) || PLAIN.some((pattern) => pattern.test(words))
  );
}

/**
 * The words that a verdict of untruth is given on; null when none is given.
 *
 * @example
 * namedFalse('The number of fourteen is an invention'); // 'The number of fourteen '
 */
export function namedFalse(words: string): string | null {
  const named = NAMES.exec(words)?.[0];
  if (named !== undefined) return named;
  return CALLS.test(words) ? (words.split(/\b(?:is|are|was|were)\b/iu)[0] ?? null) : null;
}

/**
 * Says of its own side, or of an act, that it was not done: a denial in the mouth of an office or of the accused.
 *
 * @example
 * saysNothingHappened('none of our soldiers was in the village'); // true
 */
export function saysNothingHappened(words: string): boolean {
  const first = words.split(/[;]| but | because | although /iu)[0] ?? words;
  if (UNKNOWING.test(first)) return false;
  if (NOTHING.test(first) && ACT.test(first)) return true;
  return (
    OWN_SIDE.test(first) && NEGATION.test(first) && !/\bnot (?:received?|seen?|hear|heard)\b/iu.test(first)
  );
}
