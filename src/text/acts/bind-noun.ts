/** Nouns for acts and tolls with those whom they count: "26 deaths", "the murder of four men", "the toll reached 26". */
import { isPeoplePlural } from '../people-nouns.ts';
import { type Bound, PLAIN } from './bound-act.ts';
import { countedBehindNames, joinedAfter } from './joined.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import type { Hit } from './predicate.ts';
import { breaksPhrase, canBePeople, closesSentence, isAuxiliary, lowAt, type Tokens } from './reading.ts';

const REACHED =
  /^(?:to|at|reached|is|was|of|hit|passed|exceeded|surpassed|topped|above|stands|stood|now|rose|risen|climbed|grew|past|beyond|:)$/;
const EXCEEDED = /^(?:passed|exceeded|surpassed|topped|above|past|beyond)$/;

/**
 * "the death toll from the purge has reached 26", "the toll rose from 20 to 26": the last figure reached.
 *
 * @example
 * bindToll(tokens, hit).patients.length; // 1
 */
export function bindToll(tokens: Tokens, hit: Hit): Bound {
  let chosen: PeoplePhrase | null = null;
  let exceeds = false;
  for (let at = hit.next; at < hit.next + 22; at += 1) {
    if (at >= tokens.words.length || closesSentence(tokens, at)) break;
    if (chosen === null && lowAt(tokens, at) === 'who') break;
    const quantity = tokens.from.get(at);
    if (quantity === undefined || quantity.kind !== 'count') continue;
    const lead = lowAt(tokens, at - 1);
    if (chosen !== null && lead !== 'to') break;
    if (chosen === null && !reachedBetween(tokens, hit.next, at)) break;
    chosen = phraseOfQuantity(tokens, quantity);
    exceeds = EXCEEDED.test(lead);
  }
  const patients = chosen === null || !canBePeople(chosen.head) ? [] : [chosen];
  return { ...PLAIN, patients, exceeds };
}

function reachedBetween(tokens: Tokens, from: number, at: number): boolean {
  for (let look = at - 1; look >= from - 1; look -= 1) if (REACHED.test(lowAt(tokens, look))) return true;
  return false;
}

/** "no detentions", "has no secret prisons", "there never was an arrest": said not to be. */
function absence(tokens: Tokens, hit: Hit): Bound | null {
  if (hit.entry.words.at(-1) === 'of') return null;
  for (let at = hit.first - 1; at >= 0 && at > hit.first - 5; at -= 1) {
    const low = lowAt(tokens, at);
    const never = low === 'never' || /n't$/.test(low) || low === 'not';
    if (low === 'no' || (never && /^(?:an?|any|was|were|is|are|been)$/.test(lowAt(tokens, at + 1)))) {
      if (low === 'no' && /^(?:longer|one|more)$/.test(lowAt(tokens, at + 1))) return null;
      const first = hit.entry.form === 'site' && low === 'no' ? at + 1 : hit.first;
      const none = { first: at, next: hit.next, quantity: null, count: 'none', head: '' } as const;
      return {
        ...PLAIN,
        patients: [{ ...none, groupFirst: first, groupNext: hit.first }],
        polarity: 'negated',
      };
    }
    if (closesSentence(tokens, at) || (breaksPhrase(tokens, at) && !isAuxiliary(low) && !never)) return null;
  }
  return null;
}

/** "interviewed 23 former detainees", "spoke with 17 detainees": people who tell, no count of an act. */
function isHeard(tokens: Tokens, first: number, noun: number): boolean {
  for (let at = first; at < noun; at += 1)
    if (/^(?:former|ex|freed|released|fellow)$/.test(lowAt(tokens, at))) return true;
  const before = lowAt(tokens, first - 1);
  if (/^(?:interviewed|interviewing|questioning|heard|hearing|quoted|quoting)$/.test(before)) return true;
  return (
    /^(?:with|to|from)$/.test(before) &&
    /^(?:spoke|spoken|speaking|talked|talking|talks|met|interviews?|meeting|testimon(?:y|ies)|statements?)$/.test(
      lowAt(tokens, first - 2),
    )
  );
}

/** "seven of the department's nine prisons": a share of sites that everybody knows, no count of sites. */
function isShareOf(tokens: Tokens, hit: Hit): boolean {
  if (hit.entry.form !== 'site') return false;
  for (let at = hit.first - 1; at > hit.first - 10 && at >= 0; at -= 1)
    if (lowAt(tokens, at) === 'of' && tokens.covering.has(at - 1)) return true;
  return false;
}

/** "death threats", "murder charges": the act only says what kind of thing is spoken of. */
const COMPOUNDED =
  /^(?:threats?|charges?|sentences?|squads?|trials?|penalt(?:y|ies)|row|cases?|inquir(?:y|ies)|investigations?|warrants?|orders?|certificates?|attempts?|scenes?|rates?|plots?|suspects?)$/;

/**
 * "26 deaths", "the deaths of 26 men", "five bodies were found".
 *
 * @example
 * bindNoun(tokens, hit).patients.length; // 1
 */
export function bindNoun(tokens: Tokens, hit: Hit): Bound {
  const last = lowAt(tokens, hit.next - 1);
  if (COMPOUNDED.test(lowAt(tokens, hit.next))) return { ...PLAIN, patients: [] };
  if (last === 'of' || lowAt(tokens, hit.next) === 'of') {
    const phrase = phraseAfter(tokens, last === 'of' ? hit.next : hit.next + 1);
    const counted = phrase !== null && (phrase.count === 'number' || phrase.count === 'one');
    if (counted) return { ...PLAIN, patients: joinedAfter(tokens, phrase) };
    const behind = countedBehindNames(tokens, last === 'of' ? hit.next : hit.next + 1);
    if (behind.length > 0) return { ...PLAIN, patients: behind };
  }
  const absent = absence(tokens, hit);
  if (absent !== null) return absent;
  if (isShareOf(tokens, hit)) return { ...PLAIN, patients: [] };
  for (let at = hit.first - 1; at > hit.first - 5 && at >= 0; at -= 1) {
    const quantity = tokens.covering.get(at);
    if (quantity?.kind === 'count') {
      if (isHeard(tokens, quantity.first, hit.first)) break;
      const bare = {
        first: quantity.first,
        next: hit.next,
        quantity,
        count: 'number',
        groupFirst: hit.first,
        groupNext: hit.first,
        head: '',
      } as const;
      return { ...PLAIN, patients: [bare] };
    }
    const low = lowAt(tokens, at);
    const owners = isPeoplePlural(low) && /^['’]$/.test(lowAt(tokens, at + 1));
    if (breaksPhrase(tokens, at) && low !== 'of' && low !== 'more') break;
    if (isPeoplePlural(low) && !owners) break;
  }
  return { ...PLAIN, patients: [] };
}
