/**
 * Finds act words and binds to each whom it befell, by the grammar of the clause: passive and intransitive to the
 * left, active to the right, nouns by "of". It sets apart what is only intended, feared or threatened.
 */
import { isPeoplePlural } from '../people-nouns.ts';
import { agentAfter, agentBefore, isCare } from './agents.ts';
import { bindNoun, bindToll } from './bind-noun.ts';
import { type Bound, type BoundAct, PLAIN } from './bound-act.ts';
import { behindOne, countedBehindNames, joinedAfter, joinedBefore } from './joined.ts';
import { personUntil } from './one-person.ts';
import { phraseBefore } from './phrase-before.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import { type Group, groupBefore, type Hit, hitAt } from './predicate.ts';
import {
  breaksPhrase,
  canBePeople,
  closesSentence,
  isAuxiliary,
  isDeterminer,
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

/** "killed last week with two others", "shot on Monday with …": behind the words for the time. */
function behindTime(tokens: Tokens, from: number): number {
  let at = from;
  while (
    at < from + 4 &&
    /^(?:last|this|on|early|late|yesterday|today|week|month|year|night|morning|evening|afternoon|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$/.test(
      lowAt(tokens, at),
    )
  )
    at += 1;
  return lowAt(tokens, at) === 'with' ? at : from;
}

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
  const near = from + (lowAt(tokens, from) === 'w' && lowAt(tokens, from + 1) === '/' ? 2 : 1);
  const since = behindTime(tokens, from);
  const company = /^(?:with|w)$/.test(lowAt(tokens, since))
    ? phraseAfter(tokens, since === from ? near : since + 1)
    : null;
  if (company?.count === 'number' && (company.head === '' || isPeoplePlural(company.head)))
    return joinedAfter(tokens, company);
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
  const pronoun = /^(?:him|her|me)$/.test(lowAt(tokens, hit.next));
  if (after === null && (pronoun || behindOne(tokens, hit.next) !== null))
    return rightward(tokens, hit, group);
  const fronted = after === null ? frontedObject(tokens, hit, shared.floor) : null;
  if (fronted !== null) return fronted;
  const before = reducedSubject(tokens, hit, group, shared.floor);
  if (before !== null && after?.quantity == null && after?.count !== 'one')
    return { ...before, agent: agentAfter(tokens, hit.next) };
  if (after !== null) return rightward(tokens, hit, group);
  const conjoined = /^(?:and|or|,|then)$/.test(lowAt(tokens, hit.first - 1)) && shared.previous !== null;
  if (conjoined && shared.previous !== null)
    return { ...shared.previous, agent: agentAfter(tokens, hit.next) ?? shared.previous.agent };
  return { ...PLAIN, patients: [] };
}

/** "my two brothers they threw into the truck", "the forty men whom they shot": the object stands before who did it. */
function frontedObject(tokens: Tokens, hit: Hit, floor: number): Bound | null {
  if (!/^(?:they|he|she|we)$/.test(lowAt(tokens, hit.first - 1))) return null;
  const whom = /^(?:whom|that)$/.test(lowAt(tokens, hit.first - 2)) ? hit.first - 3 : hit.first - 2;
  const end = lowAt(tokens, whom) === ',' ? whom - 1 : whom;
  const near = end < floor || lowAt(tokens, whom) === ',' ? null : phraseBefore(tokens, end, floor);
  const phrase = near?.count === 'some' ? (personUntil(tokens, end)?.phrase ?? null) : near;
  if (phrase === null || phrase.next !== end + 1) return null;
  if (phrase.count !== 'one' && phrase.count !== 'number') return null;
  return {
    ...PLAIN,
    patients: joinedBefore(tokens, phrase, floor),
    agent: { first: hit.first - 1, next: hit.first },
  };
}

/** "26 men killed in …", "14 others injured": people right before a past form. */
function reducedSubject(tokens: Tokens, hit: Hit, group: Group, floor: number): Bound | null {
  const phrase = phraseBefore(tokens, group.end, Math.max(floor, hit.first - 12));
  if (phrase === null || behindQuote(tokens, phrase.next) !== group.end + 1) return null;
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
      return didIt(tokens, hit, group) ?? leftward(tokens, hit, group, shared.floor);
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

/** "Soldiers burned her house", "guards drowned a trader": with an object behind it the verb befell that, not its subject. */
function didIt(tokens: Tokens, hit: Hit, group: Group): Bound | null {
  if (group.passive || !/^(?:burned|burnt|drowned|suffocated)$/.test(lowAt(tokens, hit.first))) return null;
  const object = phraseAfter(tokens, hit.next);
  const people = object !== null && (object.count !== 'some' || isPeoplePlural(object.head));
  if (people || behindOne(tokens, hit.next) !== null) return rightward(tokens, hit, group);
  const opens = isDeterminer(lowAt(tokens, hit.next)) || tokens.from.get(hit.next)?.kind === 'count';
  return opens ? { ...PLAIN, patients: [] } : null;
}

/** "three were dead", "left 26 dead", "26 dead and 14 missing". */
function leftwardState(tokens: Tokens, hit: Hit, group: Group, shared: Shared): Bound {
  const before = lowAt(tokens, hit.first - 1);
  if (/^(?:the|of|a|and|those)$/.test(before) && !tokens.covering.has(hit.first - 1))
    return { ...PLAIN, patients: [] };
  return leftward(tokens, hit, group, shared.floor);
}

/** "persons sheltering in the church (were put to death)": a participle or state right behind those whom it befell. */
function isReduced(tokens: Tokens, { entry, first }: Hit): boolean {
  return /^(?:ed|ing|state)$/.test(entry.form) && isPeoplePlural(lowAt(tokens, first - 1));
}

/** The floor of a clause: behind the act before it, so that "seven others" is not lost to "three". */
function clauseFloor(tokens: Tokens, first: number, previous: Hit | null): number {
  const floor = floorOf(tokens, first);
  if (previous === null || previous.next <= floor || isReduced(tokens, previous)) return floor;
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
    const agent = isCare(tokens, hit.first) ? null : bound.agent;
    acts.push({ ...bound, agent, entry: hit.entry, first: hit.first, next: hit.next });
    if (hit.entry.form !== 'noun') previous = hit;
    index = hit.next;
  }
  return acts.filter((act) =>
    isPreposition(lowAt(tokens, act.first))
      ? !act.patients.some((patient) => isActNoun(patient.head))
      : counts(tokens, act) || toldOf(act),
  );
}
