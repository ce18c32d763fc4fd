/** Words that answer without answering: "No comment", "we do not discuss individual cases", "I would refer you to the ministry". */

const SPEAK =
  '(?:comment|discuss|confirm|deny|speculate|speak|talk|say|answer|disclose|get into|go into|elaborate|respond|provide|give|share|release|add|reveal|verify|name|identify|be drawn)';
const WHO = '(?:i|we|it|they|he|she|the \\p{L}+(?: \\p{L}+)?|you|there)';

const PATTERNS = [
  /^no comments?\b/iu,
  /\bneither (?:confirm|den(?:y|ied)|confirmed)\b/iu,
  new RegExp(
    `^(?:\\p{L}+, )?(?:${WHO} )?(?:cannot|can['’]t|can not|could not|couldn['’]t|can neither|could neither|will not|won['’]t|would not|wouldn['’]t|do not|don['’]t|does not|doesn['’]t|are not|aren['’]t|am not|is not|isn['’]t|was not|were not|['’]m not|['’]re not|i['’]m not|we['’]re not|never)(?: \\p{L}+ly| going to| able to| at liberty to| in a position to| authori[sz]ed to| allowed to| permitted to| prepared to| willing to| ready to| wish to| want to| yet| be able to| currently| be)* (?:to )?${SPEAK}(?:ing)?\\b(?! (?:a shot|them|him|her|orders|weapons|fire))`,
    'iu',
  ),
  new RegExp(
    `^(?:${WHO} )?(?:is|are|was|were|am|['’]m|['’]re) (?:unable|unwilling|reluctant) to ${SPEAK}\\b`,
    'iu',
  ),
  /\b(?:i|we|i['’]d|we['’]d)(?: would| will|['’]d|['’]ll|['’]ve| have| can only| must)? ?(?:refer|direct|point) (?:you|reporters|questions|all questions|that question)(?: back)? to\b/iu,
  /\b(?:it (?:would|will) (?:be|have been) (?:inappropriate|improper|wrong|premature|unhelpful)|it (?:is|was) (?:inappropriate|improper|premature|too early|too soon|not appropriate|not possible)|too (?:early|soon)) (?:for \p{L}+(?: \p{L}+)? )?to (?:comment|speculate|say|discuss|confirm|talk|draw|speak|give)\b/iu,
  /\b(?:do not|don['’]t|does not|doesn['’]t|have no|has no|had no|have nothing|has nothing|had nothing|haven['’]t got|don['’]t have any) (?:have )?(?:any(?:thing)? )?(?:comments?|further comment|anything (?:further |more |else )?(?:to (?:say|add|share)|for you|on that)|(?:further |more )?(?:information|details) (?:for you|to (?:share|give|offer))|to (?:say|add)|(?:for you|further) on (?:that|this))\b/iu,
  /^(?:please )?(?:ask|contact|address|direct|put) (?:the|that|your|those|this|questions?) [^.;]{0,40}?\b(?:ministry|government|army|police|court|prosecutor|authorities|office|question)/iu,
  /^(?:(?:that|and) )*(?:i|we|it|they|he|she) (?:would|will|could|can) (?:say|add|disclose|reveal) (?:nothing|no more)\b/iu,
  /\b(?:let me|i['’]ll|we['’]ll|i will|we will) (?:take that question|get back to you|check on that|come back to you|have to get back)\b/iu,
  /^(?:next question|i['’]ll leave it (?:there|at that)|i have nothing)\b/iu,
  /\b(?:is|are) (?:a matter|matters) for (?:the|another) \p{L}+/iu,
];

/** Answers without answering. @example evades('We do not comment on individual cases.'); // true */
export function evades(words: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(words));
}
