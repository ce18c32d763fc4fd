/**
 * The stance that the claimed words themselves come to, whatever the verb before them: somebody accused or official who
 * says that nothing happened denies; whoever calls a figure an invention disputes it; "we will" undertakes. Refuses to
 * read a denial out of a witness's or a campaigner's "nobody was arrested": that is an allegation of its own.
 */
import type { ActorKind } from '../record/actor.ts';
import type { Stance } from '../record/stance.ts';

/** Who speaks, as far as it decides. */
export interface Mouth {
  readonly kind: ActorKind;
  /** The words that name the speaker, with office: "the spokesman, Colonel Oren Tasch". */
  readonly named: string;
}

const OFFICIAL =
  /\b(?:spokes(?:man|woman|person|people)|minister|president|governor|mayor|commander|general|colonel|officer|prosecutor|police chief|chief of police|ambassador|premier|chancellor|ministry|police|army|military|government|authorities|guard|office)\b/i;
const NOTHING =
  /^(?:(?:but|and|so|that|in fact|,) )*(?:at no (?:time|point) |(?:(?:there|we|our|my|the|these|those|this|that|it|its|they|he|she|all|any)\b[^.;,]{0,60}?\b)?(?:no|nobody|no one|none|not|never|n['’]t|neither|nothing)\b)/iu;
const ACT =
  /\b(?:detain\p{L}*|detention\p{L}*|arrest\p{L}*|held|hold|holds|holding|prisons?|prisoners?|camps?|tortur\p{L}*|beat\p{L}*|kill\p{L}*|died|die|dead|deaths?|shot|shoot\p{L}*|harm\p{L}*|abduct\p{L}*|kidnap\p{L}*|disappear\p{L}*|rape\p{L}*|violence|force|massacre\p{L}*|attack\p{L}*|deport\p{L}*|evict\p{L}*|expel\p{L}*|abus\p{L}*|mistreat\p{L}*|ill-treat\p{L}*|execut\p{L}*|violations?|crimes?|incidents?|fired|graves?|wounded|injured|raids?|target\p{L}*)\b/iu;
const UNKNOWING =
  /\b(?:no (?:information|comment|evidence|knowledge|reason|doubt|choice|plans?)|not (?:know|aware|sure|clear|only|comment|discuss|confirm|say)|nothing to)\b/iu;
const CALLS =
  /^(?:(?:the|this|that|these|those|such|its|their|his|her|all|any|it|which|reports?|claims?)\b[^.;]{0,80}?\b(?:is|are|was|were|remains?)|it['’]s|that['’]s|this is) (?:(?:a|an|all|just|simply|completely|totally|entirely|equally|also|clearly|patently|nothing but|pure|plainly|absolutely|utterly|wholly|complete|total|absolute|outright|blatant|deliberate|malicious|gross|grossly|wildly) )*(?:inventions?|invented|lies?|false|untrue|fabricat\p{L}+|wrong|exaggerat\p{L}+|nonsense|baseless|unfounded|groundless|propaganda|fiction|hoax|incorrect|inaccurate|slander|libel|fake|disinformation|not true|rumours?|rumors?|fantas\p{L}+)\b/iu;
const NAMES =
  /^(?:the|these|those|such|its|their|his|her|all|any|this) (?:\p{L}+ ){0,3}(?:allegations?|claims?|reports?|accounts?|accusations?|figures?|numbers?|story|stories|charges?|article|toll)[^.;,"“]{0,20}["“]?(?:(?:a|an|as|absolute|outright|pure|complete|total|blatant) )*["“]?(?:(?:absolute|outright|pure|complete|total|blatant|malicious) )?(?:inventions?|lies?|false|untrue|fabrications?|fabricated|invented|provocations?|nonsense|baseless|unfounded|groundless|propaganda|fiction|hoax|slander|fake|disinformation)\b/iu;
/** Code units read: what a denial or a verdict is about stands at its beginning. */
const LONGEST = 200;
const FIGURE =
  /\b(?:number|numbers|figure|figures|toll|count|total|statistics|estimate|estimates|data|list)\b/iu;

/**
 * The stance of words that were said or written in a neutral way.
 *
 * @example
 * stanceOfWords('nobody has died in our custody', { kind: 'public-body', named: 'The Interior Guard' }); // 'denies'
 * stanceOfWords('The number of fourteen is an invention', null); // 'disputes'
 */
export function stanceOfWords(words: string, mouth: Mouth | null): Stance {
  const said = words.trim().slice(0, LONGEST);
  if (
    /^(?:we|i) (?:also |again |hereby |strongly )?(?:urge|call on|call upon|demand|appeal to|request)\b/i.test(
      said,
    )
  )
    return 'asks';
  const called = NAMES.exec(said);
  if (called !== null) return FIGURE.test(called[0]) ? 'disputes' : 'denies';
  if (/\b(?:do|does|did) not correspond to (?:the )?(?:reality|facts|truth)\b/i.test(said)) return 'denies';
  if (CALLS.test(said))
    return FIGURE.test(said.split(/\b(?:is|are|was|were)\b/)[0] ?? '') ? 'disputes' : 'denies';
  if (mouth === null || !isOfficial(mouth)) return 'alleges';
  return NOTHING.test(said) && ACT.test(said) && !UNKNOWING.test(said) ? 'denies' : 'alleges';
}

/** Speaks for a state, a force or an office. @example isOfficial({ kind: 'public-body', named: 'the army' }); // true */
export function isOfficial(mouth: Mouth): boolean {
  return (
    mouth.kind === 'public-body' ||
    mouth.kind === 'unit' ||
    mouth.kind === 'state' ||
    OFFICIAL.test(mouth.named)
  );
}

const COMMITS =
  /\b(?:will|shall) (?:continue to |also |fully )?(?:cooperate|investigate|examine|publish|prosecute|punish|compensate)\b/i;

/** "We will not look away": a promise in the publisher's own voice. @example promises('We will act.', false); // true */
export function promises(words: string, official: boolean): boolean {
  if (official && COMMITS.test(words)) return true;
  return /^(?:we|i)(?: will| shall|['’]ll) (?!be able|see|know|soon)/i.test(words.trim());
}
