/**
 * What a state or institution answered to people who asked for protection: visas, asylum, relocation, evacuation,
 * investigations. Granted, refused, partly, pending, declined (answers without answering) and silent (no reply)
 * are kept apart. It reads the clause only; whose answer it is may have to come from the sentence before.
 */
import type { Answer, Measure } from '../../record/proposition.ts';
import type { PlacedQuantity } from '../quantity.ts';
import { phraseBefore } from './phrase-before.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import { breaksPhrase, canBePeople, closesSentence, isAuxiliary, lowAt, type Tokens } from './reading.ts';

/** A response in a text. Token indexes, end exclusive. */
export interface FoundResponse {
  readonly measure: Measure;
  /** Null: asked for, nothing said of an answer. */
  readonly answer: Answer | null;
  readonly first: number;
  readonly next: number;
  /** People or papers counted; null when none are. */
  readonly counted: PeoplePhrase | null;
  /** Tokens that name for whom ("those escaping the country"); null when not said. */
  readonly toward: { readonly first: number; readonly next: number } | null;
  /** Tokens of the grammatical actor; null when passive without "by". */
  readonly actor: { readonly first: number; readonly next: number } | null;
}

const OBJECTS = new Map<string, Measure>([
  ['visa', 'visa'],
  ['visas', 'visa'],
  ['asylum', 'asylum'],
  ['sanctuary', 'asylum'],
  ['refuge', 'asylum'],
  ['relocation', 'relocation'],
  ['resettlement', 'relocation'],
  ['evacuation', 'evacuation'],
  ['evacuations', 'evacuation'],
  ['permits', 'visa'],
  ['passports', 'visa'],
  ['investigation', 'investigation'],
  ['inquiry', 'investigation'],
  ['enquiry', 'investigation'],
  ['probe', 'investigation'],
]);
/** What was asked for is told by the sentences before. */
const REQUESTS = /^(?:requests?|applications?|cases|files|petitions)$/;
const PROTECTION = /^(?:international|humanitarian|subsidiary|temporary)$/;
const GRANT =
  /^(?:grant|recogni[sz]|issu|approv|giv|gave|award|provid|offer|accept|hand|extend|receiv|obtain|open|launch|start|order|beg[au]n|arrang|process)/;
const GRANT_SHORT = /^(?:got|won|opened)$/;
const REFUSE = /^(?:refus|den(?:y|ies|ied)|reject|block|withh|withdr|revok|cancel|rul|turn)/;
const UNWILLING =
  /^(?:refus|declin|fail|unwilling|stopp|ceas|halt)|^(?:not|never|no|without|cannot|stop)$|n't$/;
const ASK = /^(?:request|seek|sought|appl|ask|demand|need|want|call)/;
const PEND = /^(?:consider|review|pend|await|examin|weigh|assess)/;
const REACH = 9;

/** What is granted or refused there; "granted protection", "refugee status" and "recognised as refugees" are asylum. */
function objectAt(tokens: Tokens, at: number): Measure | undefined {
  const [low, before] = [lowAt(tokens, at), lowAt(tokens, at - 1)];
  const asylum =
    (low === 'protection' && (PROTECTION.test(before) || /^(?:grant|award)/.test(before))) ||
    (low === 'status' && before === 'refugee') ||
    (/^refugees?$/.test(low) && before === 'as' && recognisedBefore(tokens, at - 1));
  return asylum ? 'asylum' : OBJECTS.get(low);
}

function recognisedBefore(tokens: Tokens, as: number): boolean {
  for (let at = as - 1; at >= 0 && at > as - REACH && !closesSentence(tokens, at); at -= 1)
    if (/^recogni[sz]/.test(lowAt(tokens, at))) return true;
  return false;
}

function hasGrantSense(low: string, measure: Measure): boolean {
  if (measure === 'investigation')
    return /^(?:open|launch|start|order|beg[au]n|announc|conduct|carr)/.test(low);
  return GRANT.test(low) || GRANT_SHORT.test(low);
}

interface Verb {
  readonly at: number;
  readonly answer: Answer | null;
}

/** Whether a refusal or "not" stands a few words before a granting verb. */
function unwillingBefore(tokens: Tokens, at: number): boolean {
  for (let look = at - 1; look >= 0 && look > at - 6; look -= 1) {
    const low = lowAt(tokens, look);
    if (closesSentence(tokens, look) || low === ',' || low === 'that') return false;
    if (UNWILLING.test(low)) return true;
  }
  return false;
}

function verbAt(tokens: Tokens, at: number, measure: Measure): Verb | null {
  const low = lowAt(tokens, at);
  if (
    REFUSE.test(low) &&
    !(low.startsWith('turn') && lowAt(tokens, at + 1) !== 'down') &&
    !(low.startsWith('rul') && lowAt(tokens, at + 1) !== 'out')
  ) {
    if (low.startsWith('refus') && lowAt(tokens, at + 1) === 'to') return null;
    return { at, answer: unwillingBefore(tokens, at) ? null : 'refused' };
  }
  if (hasGrantSense(low, measure)) {
    if (low.startsWith('process')) return { at, answer: 'pending' };
    return { at, answer: unwillingBefore(tokens, at) ? 'refused' : 'granted' };
  }
  if (PEND.test(low)) return { at, answer: 'pending' };
  if (/^(?:repl|respond|answer)/.test(low) && unwillingBefore(tokens, at)) return { at, answer: 'silent' };
  if (/^ignor/.test(low)) return { at, answer: 'silent' };
  return ASK.test(low) ? { at, answer: null } : null;
}

/** The verb that governs the object: the nearest before it, else behind it ("12 visas were granted"). */
function verbFor(tokens: Tokens, object: number, measure: Measure): Verb | null {
  let asked: Verb | null = null;
  for (let at = object - 1; at >= 0 && at > object - REACH; at -= 1) {
    if (closesSentence(tokens, at)) break;
    const verb = verbAt(tokens, at, measure);
    if (verb?.answer != null) return verb;
    asked = asked ?? verb;
  }
  for (let at = object + 1; at < object + REACH && at < tokens.words.length; at += 1) {
    if (closesSentence(tokens, at) || lowAt(tokens, at) === ';') break;
    if (/^(?:that|which|who)$/.test(lowAt(tokens, at))) break;
    const verb =
      isAuxiliary(lowAt(tokens, at - 1)) || /^(?:not|been|being)$/.test(lowAt(tokens, at - 1))
        ? verbAt(tokens, at, measure)
        : null;
    if (verb?.answer != null) return verb;
  }
  return asked;
}

function isPassive(tokens: Tokens, at: number): boolean {
  for (let look = at - 1; look > at - 4 && look >= 0; look -= 1) {
    if (/^(?:been|was|were|being|is|are|be|got)$/.test(lowAt(tokens, look)))
      return !/ing$/.test(lowAt(tokens, at));
    if (!isAuxiliary(lowAt(tokens, look)) && lowAt(tokens, look) !== 'not') return false;
  }
  return false;
}

/** "to those escaping the country", "for people from Chechnya": up to the end of the clause. */
function towardAfter(tokens: Tokens, from: number): { first: number; next: number } | null {
  if (!/^(?:to|for)$/.test(lowAt(tokens, from))) return null;
  const first = from + 1;
  let next = first;
  while (next < tokens.words.length && next < first + 14) {
    const low = lowAt(tokens, next);
    if (closesSentence(tokens, next) || /^[,;:”"]$/.test(low) || low === 'and' || low === 'but') break;
    next += 1;
  }
  return next > first ? { first, next } : null;
}

/** The people or papers counted: "two men have been granted visas", "issued 12 visas", "visas to two men". */
function countedFor(tokens: Tokens, object: number, verb: Verb, passive: boolean): PeoplePhrase | null {
  const applied = lowAt(tokens, object - 1) === 'for' && REQUESTS.test(lowAt(tokens, object - 2));
  const papers = applied ? tokens.covering.get(object - 3) : undefined;
  if (papers?.kind === 'count')
    return { ...phraseOfQuantity(tokens, papers), groupFirst: object, groupNext: object, head: '' };
  for (let at = object - 1; at > object - 4 && at >= 0; at -= 1) {
    const quantity = partOf(tokens, tokens.covering.get(at));
    if (quantity?.kind === 'count' && at > verb.at - 6)
      return { ...phraseOfQuantity(tokens, quantity), groupFirst: object, groupNext: object, head: '' };
  }
  const lead =
    lowAt(tokens, object + 1) === 'requests' || lowAt(tokens, object + 1) === 'applications'
      ? object + 2
      : object + 1;
  if (/^(?:to|for|from)$/.test(lowAt(tokens, lead))) {
    const phrase = phraseAfter(tokens, lead + 1);
    if (phrase?.quantity != null) return phrase;
  }
  if (passive || lowAt(tokens, verb.at).startsWith('receiv') || ASK.test(lowAt(tokens, verb.at))) {
    const phrase = subjectOf(tokens, verb.at);
    if (phrase !== null && phrase.quantity !== null && canBePeople(phrase.head)) return phrase;
  }
  const between = phraseAfter(tokens, verb.at + 1);
  return between?.quantity != null && between.next <= object ? between : null;
}

/** "nine of the | fifty-four applicants": the part is whom the answer befell. */
function partOf(tokens: Tokens, whole: PlacedQuantity | undefined): PlacedQuantity | undefined {
  if (whole === undefined) return whole;
  const of = lowAt(tokens, whole.first - 1) === 'the' ? whole.first - 2 : whole.first - 1;
  if (lowAt(tokens, of) !== 'of') return whole;
  const part = tokens.covering.get(of - 1);
  return part?.kind === 'count' ? part : whole;
}

function subjectOf(tokens: Tokens, verb: number): PeoplePhrase | null {
  let end = verb - 1;
  while (
    end >= 0 &&
    (isAuxiliary(lowAt(tokens, end)) ||
      /^(?:not|never|so|far|also|already|now|to|going|openly|refus\w*|declin\w*|unwilling|fail\w*|n't)$/.test(
        lowAt(tokens, end),
      ))
  )
    end -= 1;
  return end < 0 ? null : phraseBefore(tokens, end, Math.max(0, end - 25));
}

function actorOf(tokens: Tokens, verb: number, passive: boolean): { first: number; next: number } | null {
  if (passive) {
    for (let at = verb + 1; at < verb + 10 && at < tokens.words.length; at += 1) {
      if (closesSentence(tokens, at)) return null;
      if (lowAt(tokens, at) !== 'by') continue;
      let next = at + 1;
      while (next < at + 8 && !breaksPhrase(tokens, next)) next += 1;
      return next > at + 1 ? { first: at + 1, next } : null;
    }
    return null;
  }
  const phrase = subjectOf(tokens, verb);
  return phrase === null ? null : { first: wholeSubject(tokens, phrase.first), next: phrase.next };
}

/** "Orlund's consulate in Velin": a place behind the body is not the body. */
function wholeSubject(tokens: Tokens, first: number): number {
  if (!/^(?:in|at)$/.test(lowAt(tokens, first - 1))) return first;
  let at = first - 1;
  while (
    at > first - 8 &&
    at > 0 &&
    (!breaksPhrase(tokens, at - 1) || /^(?:'s|of)$/.test(lowAt(tokens, at - 1)))
  )
    at -= 1;
  return at < first - 1 ? at : first;
}

/** "visa requests", "requests for asylum" name their object themselves. */
function namesObject(tokens: Tokens, at: number): boolean {
  return (
    OBJECTS.has(lowAt(tokens, at - 1)) ||
    (lowAt(tokens, at + 1) === 'for' && OBJECTS.has(lowAt(tokens, at + 2)))
  );
}

/** "left eight requests unanswered": no reply; "left 15 applications undecided": still to come. */
function leftOpen(tokens: Tokens, object: number): Verb | null {
  const behind = /^(?:requests?|applications?)$/.test(lowAt(tokens, object + 1)) ? object + 2 : object + 1;
  const how = /^(?:unanswered|unread|ignored)$/.test(lowAt(tokens, behind))
    ? 'silent'
    : /^(?:undecided|unprocessed|pending|open)$/.test(lowAt(tokens, behind))
      ? 'pending'
      : null;
  if (how === null) return null;
  for (let at = object - 1; at > object - 6 && at >= 0; at -= 1)
    if (/^(?:left|leaving|leaves|leave)$/.test(lowAt(tokens, at))) return { at, answer: how };
  return null;
}

/** "received 52 visa applications": asked for, not given. */
function unlessReceived(tokens: Tokens, verb: Verb | null, object: number): Verb | null {
  const received = verb !== null && /^(?:receiv|got)/.test(lowAt(tokens, verb.at)) && verb.at < object;
  const applied = REQUESTS.test(lowAt(tokens, object)) || REQUESTS.test(lowAt(tokens, object + 1));
  return received && applied ? { at: verb.at, answer: null } : verb;
}

/** "asked Orlund for visas": who is asked; null when not said. */
function askedOf(tokens: Tokens, verb: number, object: number): { first: number; next: number } | null {
  const first = /^(?:the|from|of)$/.test(lowAt(tokens, verb + 1)) ? verb + 2 : verb + 1;
  let next = first;
  while (next < object && tokens.words[next]?.cap === true) next += 1;
  return next > first && lowAt(tokens, next) === 'for' ? { first, next } : null;
}

/** "1,204 had been granted and 389 *refused*": the verb right behind the number. */
function bareVerb(tokens: Tokens, { first, quantity }: PeoplePhrase, measure: Measure): Verb | null {
  const at = quantity?.next ?? first;
  if (!/ed$/.test(lowAt(tokens, at)) || !/^(?:and|,|;|while|with|but)$/.test(lowAt(tokens, first - 1)))
    return null;
  const verb = verbAt(tokens, at, measure);
  return verb?.answer == null || phraseAfter(tokens, at + 1)?.quantity != null ? null : verb;
}

/** "eight were refused", "nine have been turned down", "15 are still being considered". */
function passiveAfter(tokens: Tokens, { next }: PeoplePhrase, measure: Measure): Verb | null {
  let at = next;
  while (
    at < next + 4 &&
    (isAuxiliary(lowAt(tokens, at)) || /^(?:still|also|then|now)$/.test(lowAt(tokens, at)))
  )
    at += 1;
  return at > next ? verbAt(tokens, at, measure) : null;
}

/** "approved 14 cases and turned down 90": the verb is told, what was asked for stands before. */
function elidedAnswers(
  tokens: Tokens,
  found: readonly FoundResponse[],
  asked: Measure | null,
): FoundResponse[] {
  const measure = found.at(-1)?.measure ?? asked;
  if (measure == null || measure === 'investigation') return [];
  return tokens.quantities.flatMap((quantity) => {
    if (
      quantity.kind !== 'count' ||
      found.some((one) => one.first <= quantity.first && quantity.next <= one.next)
    )
      return [];
    const phrase = phraseOfQuantity(tokens, quantity);
    const bare = bareVerb(tokens, phrase, measure);
    if (bare === null && phrase.head !== '' && phrase.head !== 'others' && phrase.head !== 'more') return [];
    const down = lowAt(tokens, quantity.first - 1) === 'down' ? quantity.first - 2 : quantity.first - 1;
    const active = verbAt(tokens, down, measure);
    const verb = bare ?? (active?.answer == null ? passiveAfter(tokens, phrase, measure) : active);
    if (verb?.answer == null) return [];
    const span = { first: Math.min(verb.at, phrase.first), next: Math.max(phrase.next, verb.at + 1) };
    return [
      {
        measure,
        answer: verb.answer,
        ...span,
        counted: phrase,
        toward: null,
        actor: actorOf(tokens, verb.at, verb.at > phrase.first),
      },
    ];
  });
}

/** "is investigating two incidents". */
function countedInquiries(tokens: Tokens): FoundResponse[] {
  return tokens.quantities.flatMap((quantity) => {
    const verb = quantity.first - 1;
    const inquires = /^(?:investigating|probing|investigated|investigate)$/.test(lowAt(tokens, verb));
    if (quantity.kind !== 'count' || !inquires || unwillingBefore(tokens, verb)) return [];
    const phrase = phraseOfQuantity(tokens, quantity);
    const span = { first: verb, next: phrase.next };
    const counted = { ...phrase, head: '' };
    const answer = 'granted' as const;
    return [{ measure: 'investigation' as const, answer, ...span, counted, toward: null, actor: null }];
  });
}

/**
 * The responses in a text, in order; one for each object ("visas", "asylum") that a verb governs.
 *
 * `asked`: what the sentences before ask for, so that "refused all of the requests" is an answer; null when nothing.
 *
 * @example
 * findResponses(tokensOf('two men have been granted visas'))[0]?.answer; // 'granted'
 */
export function findResponses(tokens: Tokens, asked: Measure | null = null): FoundResponse[] {
  const found: FoundResponse[] = [];
  for (let at = 0; at < tokens.words.length; at += 1) {
    const plain = asked !== null && REQUESTS.test(lowAt(tokens, at)) && !namesObject(tokens, at);
    const measure = plain ? asked : objectAt(tokens, at);
    if (measure === undefined || measure === null) continue;
    const verb = leftOpen(tokens, at) ?? unlessReceived(tokens, verbFor(tokens, at, measure), at);
    if (verb === null || (plain && verb.answer === null)) continue;
    if (found.some((other) => other.measure === measure && other.first <= verb.at && verb.at < other.next))
      continue;
    const passive = isPassive(tokens, verb.at);
    const counted = countedFor(tokens, at, verb, passive);
    const toward = towardAfter(tokens, at + 1);
    found.push({
      measure,
      answer: verb.answer,
      first: Math.min(verb.at, at, counted?.first ?? at),
      next: Math.max(verb.at, at, (counted?.next ?? 1) - 1, (toward?.next ?? 1) - 1) + 1,
      counted,
      toward,
      actor: verb.answer === null ? askedOf(tokens, verb.at, at) : actorOf(tokens, verb.at, passive),
    });
  }
  return [...found, ...elidedAnswers(tokens, found, asked), ...countedInquiries(tokens)];
}
