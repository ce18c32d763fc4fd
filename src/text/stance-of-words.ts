/**
 * The stance that the claimed words themselves come to, whatever the verb before them: somebody accused or official who
 * says that nothing happened denies; whoever calls a figure an invention disputes it; "we will" undertakes. Refuses to
 * read a denial out of a witness's or a campaigner's "nobody was arrested": that is an allegation of its own.
 */
import type { ActorKind } from '../record/actor.ts';
import type { Stance } from '../record/stance.ts';
import { concedes, ownsFault } from './stances/conceded.ts';
import { insistsOn } from './stances/demanded.ts';
import { namedFalse, rebuts, saysNothingHappened } from './stances/denied.ts';
import { disputes, isAboutFigure, minimises } from './stances/disputed.ts';
import { evades } from './stances/evaded.ts';
import { undertakes } from './stances/promised.ts';

/** Who speaks, as far as it decides. */
export interface Mouth {
  readonly kind: ActorKind;
  /** The words that name the speaker, with office: "the spokesman, Colonel Oren Tasch". */
  readonly named: string;
}

const OFFICIAL =
  /\b(?:spokes(?:man|woman|person|people)|minister|president|presidency|governor|mayor|commander|commandant|general|colonel|captain|major|lieutenant|sergeant|brigadier|admiral|marshal|inspector|superintendent|commissioner|sheriff|warden|officers?|prosecutor|police|chief of police|ambassador|consul|premier|chancellor|secretary|ministry|army|military|government|authorities|guards?|office|dgp|collector|magistrate|junta|palace|kremlin|officials?|judges?|directors?|regime|directorate|embassy|consulate)\b/i;
/** Not in office, but the ones whom reports accuse: their "we did not" answers. */
const ACCUSED =
  /\b(?:rebels?|militia\p{L}*|guerrillas?|fighters|gunmen|faction|prison|jail|company|corporation|firm|contractor|party|accused|defendants?|suspects?|insurgents|paramilitar\p{L}+|settlers|mine|owners?|operator|council|force|club|school|hospital|soldiers?)\b/iu;

/** Code units read: what a denial or a verdict is about stands at its beginning. */
const LONGEST = 200;
const URGES =
  /^(?:we|i) (?:also |again |hereby |strongly )?(?:urge|call on|call upon|demand|appeal to|request)\b/i;

/**
 * The stance of words that were said or written in a neutral way.
 *
 * @example
 * stanceOfWords('nobody has died in our custody', { kind: 'public-body', named: 'The Interior Guard' }); // 'denies'
 * stanceOfWords('The number of fourteen is an invention', null); // 'disputes'
 */
export function stanceOfWords(words: string, mouth: Mouth | null): Stance {
  const said = words.trim().slice(0, LONGEST);
  const official = mouth !== null && isOfficial(mouth);
  const accused = official || (mouth !== null && ACCUSED.test(mouth.named));
  if (evades(said)) return 'declines';
  if (URGES.test(said)) return 'asks';
  if (concedes(said)) return 'confirms';
  if (undertakes(said, mouth !== null && (official || accused || mouth.kind === 'organisation')))
    return 'undertakes';
  if (disputes(said)) return 'disputes';
  const called = namedFalse(said);
  if (called !== null) return isAboutFigure(called) ? 'disputes' : 'denies';
  if (rebuts(said, accused)) return 'denies';
  if (accused && minimises(said)) return 'disputes';
  if (accused && ownsFault(said)) return 'confirms';
  if (accused && saysNothingHappened(said)) return 'denies';
  return insistsOn(said) ? 'asks' : 'alleges';
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
