/** Words that own up: "Yes, my men opened fire", "it is true that people died", "we did shoot", "mistakes were made". */

const PATTERNS = [
  /^(?:yes|yeah|yep|correct|indeed|true|right|of course)\b ?(?:[,.!;:—–-]|$)/iu,
  /^(?:that(?: is|['’]s)|this is|it(?: is|['’]s)) (?:absolutely |quite |indeed |perfectly |unfortunately |sadly )?(?:correct|right|true|accurate|a fact)\b/iu,
  /^(?:i|we) (?:did|do) (?!not\b|so\b|n['’]t|our\b|the\b|it to\b|what\b|everything\b|this\b|that\b|whatever\b)\p{L}+/iu,
  /^(?:i|we) did it\b/iu,
  /^(?:i|we) (?:(?:deeply|sincerely|fully|do|truly|bitterly|freely) )*(?:regret|apologi[sz]e|admit|acknowledge|accept|concede|confess|take (?:full )?responsibility|are sorry|am sorry|were wrong|was wrong|made (?:a|an|some|many)? ?(?:\p{L}+ )?mistakes?|failed)\b/iu,
  /\bmistakes (?:were|have been|had been) made\b/iu,
];
const OWN_FAULT =
  /^(?:it|we|they|its|our|their|the (?:soldiers|officers|troops|unit))\b[^.;]{0,80}?\b(?:by mistake|mistakenly|in error|by accident|accidentally|wrongly|unlawfully)\b/iu;

/** Owns up, whoever speaks. @example concedes('Yes, we held them.'); // true */
export function concedes(words: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(words));
}

/** "it had bombed the clinic by mistake": in the mouth of an office. @example ownsFault('it bombed it by mistake'); // true */
export function ownsFault(words: string): boolean {
  return OWN_FAULT.test(words);
}
