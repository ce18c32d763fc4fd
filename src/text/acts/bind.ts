/**
 * Finds act words and binds to each whom it befell, by the grammar of the clause: passive and intransitive to the
 * left, active to the right, nouns by "of". It sets apart what is only intended, feared or threatened.
 */
import { isPeoplePlural } from '../people-nouns.ts';
import { agentAfter, agentBefore } from './agents.ts';
import type { BoundAct } from './bound-act.ts';
import { behindOne, countedBehindNames, joinedAfter, joinedBefore } from './joined.ts';
import { phraseBefore } from './phrase-before.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import { type Group, groupBefore, type Hit, hitAt } from './predicate.ts';
import {
  breaksPhrase,
  canBePeople,
  closesSentence,
  isAuxiliary,
  isPreposition,
  lowAt,
  type Tokens,
} from './reading.ts';
import { counts, isActNoun } from './told-acts.ts';

/** First token of the sentence, or of the clause after a semicolon. */
function floorOf(tokens: Tokens, index: number): number {
  for (let at = index - 1; at >= 0 && at > index - 60; at -= 1) {
    if (closesSentence(tokens, at) || lowAt(tokens, at) === ';') return at + 1;
  }
  return Math.max(0, index - 60);
}

type Bound = Omit<BoundAct, 'entry' | 'first' | 'next'>;

const PLAIN = { agent: null, polarity: 'affirmed', modality: 'asserted', exceeds: false } as const;

/** Where the object begins; "killing and wounding 40 people" shares it. */
function objectAfter(tokens: Tokens, hit: Hit): number {
  if (!/^(?:and|or)$/.test(lowAt(tokens, hit.next))) return hit.next;
  const other = hitAt(tokens, hit.next + 1);
  return other !== null && other.entry.form === hit.entry.form ? other.next : hit.next;
}

function rightward(tokens: Tokens, hit: Hit, group: Group): Bound {
  const object = objectAfter(tokens, hit);
  const phrase = phraseAfter(tokens, object);
  const counted = phrase !== null && phrase.count !== 'some';
  const behind = counted ? [] : countedBehindNames(tokens, object);
  return {
    patients: behind.length > 0 || phrase === null ? behind : joinedAfter(tokens, phrase),
    agent: hit.entry.form === 'ing' ? null : agentBefore(tokens, group.end, floorOf(tokens, hit.first)),
    polarity: group.negated || phrase?.count === 'none' ? 'negated' : 'affirmed',
    modality: group.modality,
    exceeds: false,
  };
}

/** How far behind the act those may be named who were with the first. */
const COMPANY_WITHIN = 14;

/** "was shot dead (in Velt, …) along with two others". */
function alongWith(tokens: Tokens, from: number): PeoplePhrase[] {
  let index = from;
  const reach = from + COMPANY_WITHIN;
  while (
    index < reach &&
    !closesSentence(tokens, index) &&
    !/^(?:along|together)$/.test(lowAt(tokens, index))
  ) {
    if (hitAt(tokens, index) !== null) return [];
    index += 1;
  }
  if (!/^(?:along|together)$/.test(lowAt(tokens, index)) || lowAt(tokens, index + 1) !== 'with') return [];
  const phrase = phraseAfter(tokens, index + 2);
  return phrase !== null && (phrase.count === 'number' || phrase.count === 'one')
    ? joinedAfter(tokens, phrase)
    : [];
}

/** "two policemen were among those killed": the end of the words for them; null when nothing of the kind stands there. */
function beforeAmong(tokens: Tokens, end: number): number | null {
  let at = end;
  if (/^(?:those|the|them)$/.test(lowAt(tokens, at))) at -= 1;
  if (at === end || lowAt(tokens, at) !== 'among') return null;
  at -= 1;
  while (at > end - 7 && (isAuxiliary(lowAt(tokens, at)) || lowAt(tokens, at) === 'also')) at -= 1;
  return at < end - 2 ? at : null;
}

function leftward(tokens: Tokens, hit: Hit, group: Group, floor: number): Bound {
  const phrase = phraseBefore(tokens, beforeAmong(tokens, group.end) ?? group.end, floor);
  const named = [
    ...(phrase === null ? [] : joinedBefore(tokens, phrase, floor)),
    ...alongWith(tokens, hit.next),
  ];
  return {
    patients: named,
    agent: agentAfter(tokens, hit.next),
    polarity: group.negated || phrase?.count === 'none' ? 'negated' : 'affirmed',
    modality: group.modality,
    exceeds: false,
  };
}

/** "at least three detained men had died": the act word only tells which men another act befell. */
function isQualifier(tokens: Tokens, hit: Hit): boolean {
  if (hit.entry.form !== 'ed' && hit.entry.form !== 'state') return false;
  const inside = attributive(tokens, hit);
  const phrase = inside?.patients[0];
  if (phrase === undefined || phrase.head === '' || hit.first < phrase.groupFirst - 1) return false;
  for (let at = phrase.next; at < phrase.next + 5; at += 1) {
    const other = hitAt(tokens, at);
    if (other !== null && other.entry.form !== 'noun' && other.entry.form !== 'site')
      return !other.entry.weak || isAuxiliary(lowAt(tokens, at - 1));
    const low = lowAt(tokens, at);
    if (!isAuxiliary(low) && !/^(?:not|never|also|since|who|reportedly|allegedly)$/.test(low)) return false;
  }
  return false;
}

/** "hundreds of detained citizens", "two dead men": the act word stands inside the counted phrase. */
function attributive(tokens: Tokens, hit: Hit): Bound | null {
  for (let at = hit.first - 1; at > hit.first - 5 && at >= 0; at -= 1) {
    const quantity = tokens.covering.get(at);
    if (quantity === undefined) {
      if (breaksPhrase(tokens, at) && lowAt(tokens, at) !== 'of') return null;
      continue;
    }
    if (quantity.kind !== 'count') return null;
    const phrase = phraseOfQuantity(tokens, quantity);
    if (phrase.groupNext <= hit.next || !canBePeople(phrase.head) || phrase.head === '') return null;
    return { ...PLAIN, patients: [withoutAct(phrase, hit)] };
  }
  return null;
}

function withoutAct(phrase: PeoplePhrase, hit: Hit): PeoplePhrase {
  return phrase.groupFirst === hit.first && hit.entry.form === 'state'
    ? { ...phrase, groupFirst: hit.next }
    : phrase;
}

/** Past form: passive with a form of "be" or right behind counted people, else active. */
function bindPast(tokens: Tokens, hit: Hit, group: Group, shared: Shared): Bound {
  const inside = attributive(tokens, hit);
  if (inside !== null) return inside;
  if (group.passive || beforeAmong(tokens, group.end) !== null)
    return leftward(tokens, hit, group, shared.floor);
  const after = phraseAfter(tokens, hit.next);
  if (group.helped) return rightward(tokens, hit, group);
  if (after === null && tokens.from.get(hit.next)?.kind === 'count') return { ...PLAIN, patients: [] };
  if (after === null && behindOne(tokens, hit.next) !== null) return rightward(tokens, hit, group);
  const before = reducedSubject(tokens, hit, shared.floor);
  if (before !== null && after?.quantity == null && after?.count !== 'one')
    return { ...before, agent: agentAfter(tokens, hit.next) };
  if (after !== null) return rightward(tokens, hit, group);
  const conjoined = /^(?:and|or|,|then)$/.test(lowAt(tokens, hit.first - 1)) && shared.previous !== null;
  if (conjoined && shared.previous !== null)
    return { ...shared.previous, agent: agentAfter(tokens, hit.next) ?? shared.previous.agent };
  return { ...PLAIN, patients: [] };
}

/** "26 men killed in …", "14 others injured": people right before a past form. */
function reducedSubject(tokens: Tokens, hit: Hit, floor: number): Bound | null {
  const phrase = phraseBefore(tokens, hit.first - 1, Math.max(floor, hit.first - 12));
  if (phrase === null || behindQuote(tokens, phrase.next) !== hit.first) return null;
  if (
    phrase.quantity === null &&
    phrase.count !== 'none' &&
    !(phrase.count === 'one' || isPeoplePlural(phrase.head))
  )
    return null;
  return {
    ...PLAIN,
    polarity: phrase.count === 'none' ? 'negated' : 'affirmed',
    patients: joinedBefore(tokens, phrase, floor),
  };
}

/** '5 "terrorists" killed': the closing quotation mark is no word between. */
function behindQuote(tokens: Tokens, next: number): number {
  return /^["”’]$/.test(lowAt(tokens, next)) ? next + 1 : next;
}

const REACHED =
  /^(?:to|at|reached|is|was|of|hit|passed|exceeded|surpassed|topped|above|stands|stood|now|rose|risen|climbed|grew|past|beyond|:)$/;
const EXCEEDED = /^(?:passed|exceeded|surpassed|topped|above|past|beyond)$/;

/** "the death toll from the purge has reached 26", "the toll rose from 20 to 26": the last figure reached. */
function bindToll(tokens: Tokens, hit: Hit): Bound {
  let chosen: PeoplePhrase | null = null;
  let exceeds = false;
  for (let at = hit.next; at < hit.next + 22; at += 1) {
    if (at >= tokens.words.length || closesSentence(tokens, at)) break;
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

/** "26 deaths", "the deaths of 26 men", "five bodies were found". */
function bindNoun(tokens: Tokens, hit: Hit): Bound {
  const last = lowAt(tokens, hit.next - 1);
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
    if (breaksPhrase(tokens, at) && low !== 'of' && low !== 'more') break;
    if (isPeoplePlural(low)) break;
  }
  return { ...PLAIN, patients: [] };
}

interface Shared {
  /** The act before in the same sentence, for "arrested, beaten and tortured". */
  readonly previous: Bound | null;
  readonly floor: number;
}

function bindHit(tokens: Tokens, hit: Hit, shared: Shared): Bound {
  const group = groupBefore(tokens, hit.first);
  switch (hit.entry.form) {
    case 'ed':
      return bindPast(tokens, hit, group, shared);
    case 'ing':
      return group.passive && lowAt(tokens, hit.first - 1) === 'being'
        ? leftward(tokens, hit, group, shared.floor)
        : rightward(tokens, hit, group);
    case 'base':
      return rightward(tokens, hit, group);
    case 'went':
      return leftward(tokens, hit, group, shared.floor);
    case 'state':
      return attributive(tokens, hit) ?? leftwardState(tokens, hit, group, shared);
    case 'noun':
    case 'site':
      return bindNoun(tokens, hit);
    case 'toll':
      return bindToll(tokens, hit);
    default:
      hit.entry.form satisfies never;
      return { ...PLAIN, patients: [] };
  }
}

/** "three were dead", "left 26 dead", "26 dead and 14 missing". */
function leftwardState(tokens: Tokens, hit: Hit, group: Group, shared: Shared): Bound {
  const before = lowAt(tokens, hit.first - 1);
  if (/^(?:the|of|a|and|those)$/.test(before) && !tokens.covering.has(hit.first - 1))
    return { ...PLAIN, patients: [] };
  return leftward(tokens, hit, group, shared.floor);
}

/** The floor of a clause: behind the act before it, so that "seven others" is not lost to "three". */
function clauseFloor(tokens: Tokens, first: number, previous: Hit | null): number {
  const floor = floorOf(tokens, first);
  if (previous === null || previous.next <= floor) return floor;
  const joint = lowAt(tokens, previous.next);
  const shares = first - previous.next <= 3 && /^(?:and|or|,|then)$/.test(joint);
  return shares ? floor : Math.max(floor, previous.next);
}

function isTold(patient: PeoplePhrase): boolean {
  return patient.count !== 'some' || isPeoplePlural(patient.head);
}

/** "two men who were abducted in Dol were tortured": the act behind the relative clause befell the same people. */
function followsRelative(tokens: Tokens, before: BoundAct, hit: Hit): boolean {
  if (hit.entry.form !== 'ed' && hit.entry.form !== 'went') return false;
  if (!isAuxiliary(lowAt(tokens, hit.first - 1)) || hit.first - before.next > 14) return false;
  for (let at = before.next; at < hit.first; at += 1)
    if (/^(?:and|or|but|,|;)$/.test(lowAt(tokens, at))) return false;
  for (let at = before.first - 1; at > before.first - 5 && at >= 0; at -= 1)
    if (lowAt(tokens, at) === 'who') return true;
  return false;
}

/**
 * The acts of a text, in order, each with those it befell. `toldOf`: weak acts without counted people that are told of
 * somebody all the same.
 *
 * @example
 * bindActs(tokensOf('26 men have been killed'))[0]?.entry.measure; // 'killed'
 */
export function bindActs(tokens: Tokens, toldOf: (act: BoundAct) => boolean = () => false): BoundAct[] {
  const acts: BoundAct[] = [];
  let previous: Hit | null = null;
  let index = 0;
  while (index < tokens.words.length) {
    const hit = hitAt(tokens, index);
    if (hit === null) {
      index += 1;
      continue;
    }
    if (isQualifier(tokens, hit)) {
      index = hit.next;
      continue;
    }
    const floor = clauseFloor(tokens, hit.first, previous);
    const last = acts.at(-1);
    const inSentence = last !== undefined && last.first >= floorOf(tokens, hit.first);
    const own = bindHit(tokens, hit, { previous: inSentence ? last : null, floor });
    const bound =
      !own.patients.some(isTold) && inSentence && last !== undefined && followsRelative(tokens, last, hit)
        ? { ...own, patients: last.patients }
        : own;
    acts.push({ ...bound, entry: hit.entry, first: hit.first, next: hit.next });
    if (hit.entry.form !== 'noun') previous = hit;
    index = hit.next;
  }
  return acts.filter((act) =>
    isPreposition(lowAt(tokens, act.first))
      ? !act.patients.some((patient) => isActNoun(patient.head))
      : counts(tokens, act) || toldOf(act),
  );
}
