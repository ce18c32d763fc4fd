/** Words that bind the speaker: "we will find them", "it would open an inquiry", "our doors are open", "I give you my word". */

const DO =
  '(?:investigat\\p{L}*|punish|open|free|release|publish|prosecute|cooperate|co-operate|examine|probe|pay|compensate|return|hand|allow|let|close|withdraw|seek|launch|bring|hold|ensure|protect|help|find|look|act|take (?:action|steps|measures|all|appropriate|every|the necessary)|meet|send|provide|spare no|review|appeal|sue|stop|end|suspend|dismiss|fire|resign|name|answer|make sure|make every|make public|set up|build|step|begin|start|search|do (?:everything|all|our|its|their|whatever|what)|give|grant|accept|offer|leave no|continue to (?:search|cooperate|investigate|support|work)|work|respond|pursue|address|correct|rectify|apologi[sz]e|support|rebuild|reopen|facilitate|guarantee|implement|carry out|conduct|deliver|get to the bottom|hunt|track|catch|arrest|charge|halt|cease|cover|reimburse|abide|comply|respect|honou?r|not (?:rest|forget|tolerate|abandon|give up))';
const ADVERBS =
  '(?:(?:also|now|soon|fully|immediately|thoroughly|personally|of course|always|therefore|and can|never|again|certainly|definitely|swiftly|leave|no longer) )*';
const SELF =
  '(?:we|i|it|they|he|she|(?:its|his|her|their|our|my|the) (?:own )?(?:office|government|ministry|party|forces|troops|men|staff|team|group|organi[sz]ation|unit|officers|country|army|company|council|police|department|commission|lawyers))';

const FIRST = new RegExp(`^(?:and |but |so |that )?(?:we|i)(?: will| shall|['’]ll) ${ADVERBS}${DO}\\b`, 'iu');
const OWN = new RegExp(
  `^(?:(?:but|and|that|if [^,]{0,60},) )?${SELF}(?: will| shall| would|['’]ll|['’]d) ${ADVERBS}${DO}\\b`,
  'iu',
);
const BOUND = [
  /\b(?:i|we) give (?:you )?(?:my|our) word\b/iu,
  /\b(?:i|we) (?:promise|pledge|vow|swear|guarantee|undertake|commit (?:ourselves|myself)? ?to)\b/iu,
  /^(?:we|i|it|they|he|she|the (?:government|ministry|army|state|authorities|police|company|council|commission))(?:['’]re|['’]m)? ?(?:is|are|was|were|am|remains?|remained|stands?|stood)? ?(?:\p{L}+ly )?(?:committed|ready|prepared|willing|determined) to\b/iu,
  /^(?:its|our|their|his|her|the (?:\p{L}+ )?)? ?(?:intention|plans?|commitment|readiness|willingness|pledge|promise|decision) to (?:close|release|free|open|investigate|pay|publish|compensate|cooperate|withdraw|return|end|hold|build|prosecute|punish|help|protect|accept|allow|let|set up|give|provide)\b/iu,
  /\b(?:would|will) be (?:brought to (?:justice|book)|held (?:accountable|to account|responsible)|punished|prosecuted|investigated|examined|reviewed|looked into|compensated|returned to (?:their|the) famil\p{L}+|released|freed|made public|published)\b|\b(?:action|steps|measures) (?:(?:will|would|shall) be|(?:are|were|is|was) being) (?:taken|initiated)\b|^(?:no one|nobody|no-one|none) (?:will|would|shall) (?:escape|be (?:spared|above)|go unpunished|evade)\b|\b(?:not go unpunished|justice (?:will|would) be done)\b|\b(?:those|anyone|whoever|all|officers|soldiers)\b[^.;,]{0,40}\b(?:will|would) (?:face|answer|pay|be (?:charged|tried|dismissed|sacked|suspended|apprehended|arrested))\b/iu,
];
const PASSIVE = 4;
const INTENDS = new RegExp(
  `^${SELF} (?:intends?|intended|plans?|planned|(?:is|are|was|were) planning) to (?:be )?${DO}\\b`,
  'iu',
);

/**
 * Binds the speaker. `official` (an office, a force, a body) lets "they would release them" and "those responsible would be
 * punished" count; in a witness's mouth these are about others.
 *
 * @example
 * undertakes("we will publish the findings", false); // true
 */
export function undertakes(words: string, official: boolean): boolean {
  if (FIRST.test(words) || (official && INTENDS.test(words))) return true;
  if (BOUND.some((pattern, k) => (k !== PASSIVE || official) && pattern.test(words))) return true;
  return official && OWN.test(words);
}
