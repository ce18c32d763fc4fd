/** The counted and uncounted acts, sites and answers inside one stretch of text, before they get spans. */
import type { Measure } from '../../record/proposition.ts';
import type { Quantity } from '../../record/quantity.ts';
import { bindActs } from '../acts/bind.ts';
import type { BoundAct } from '../acts/bound-act.ts';
import type { PeoplePhrase } from '../acts/phrases.ts';
import { groupBefore, hitAt } from '../acts/predicate.ts';
import { lowAt, type Tokens, wording } from '../acts/reading.ts';
import { type FoundResponse, findResponses } from '../acts/responses.ts';
import { isActHead, isPeoplePlural, isThing } from '../people-nouns.ts';
import { bareCounts } from './bare-counts.ts';
import { partsOf } from './breakdown.ts';
import { comparedFigures } from './compared.ts';
import { elidedFigures } from './elided.ts';
import type { Item } from './item.ts';
import { covers, exactly, itemOfCount, type JudgedStretch, judgedItems } from './judged-items.ts';
import { labelledFigures } from './labelled.ts';
import { namedVictims } from './named-victims.ts';
import { singleVictim } from './single-victims.ts';
import type { SpokenOf } from './spoken-of.ts';

function quoted(words: string): string | null {
  const bare = words.replace(/^["“'‘\s]+|["”'’\s]+$/g, '').trim();
  return bare === '' ? null : bare;
}

function groupOf(tokens: Tokens, patient: PeoplePhrase): string | null {
  if (patient.groupFirst >= patient.groupNext || isActHead(patient.head)) return null;
  const group = quoted(wording(tokens, patient.groupFirst, patient.groupNext));
  return group !== null && tokens.capitals ? group.toLowerCase() : group;
}

/** "Not one herder was killed", "not a single arrest", "not a single one of the detainees". */
function isNotOne(tokens: Tokens, patient: PeoplePhrase): boolean {
  const one = patient.count === 'one' || patient.quantity?.n === 1;
  let before = patient.first - 1;
  while (before > patient.first - 3 && /^(?:a|single)$/.test(lowAt(tokens, before))) before -= 1;
  return one && lowAt(tokens, before) === 'not';
}

function quantityOf(tokens: Tokens, patient: PeoplePhrase, act: BoundAct): Quantity | null {
  if (patient.count === 'none' || isNotOne(tokens, patient)) return null;
  if (act.polarity === 'negated') return null;
  if (patient.count === 'one') return exactly(1, wording(tokens, patient.first, patient.next));
  const value = patient.quantity?.value ?? null;
  if (value === null || !act.exceeds || value.comparator !== 'exactly' || value.best === null) return value;
  return { ...value, low: value.best + 1, best: null, high: null, comparator: 'more-than' };
}

/** Whether people without a number are named well enough to be a claim of their own. */
function isNamedGroup(patient: PeoplePhrase): boolean {
  return patient.count !== 'some' || isPeoplePlural(patient.head);
}

/** "six addresses where they are or were held": the words up to the act are part of the site. */
function heldUntil(tokens: Tokens, index: number): number {
  for (let at = index; at < index + 14; at += 1)
    if (hitAt(tokens, at)?.entry.measure === 'detained') return hitAt(tokens, at)?.next ?? at;
  return index;
}

/** "secret prisons"; a house where people are held is worded as what it is used for. */
function siteWords(tokens: Tokens, act: BoundAct, patient: PeoplePhrase): string | null {
  if (act.entry.weak) return null;
  const first = patient.quantity?.next ?? (patient.count === 'none' ? patient.groupFirst : act.first);
  return quoted(wording(tokens, first, act.next));
}

function itemOf(tokens: Tokens, act: BoundAct, patient: PeoplePhrase): Item {
  const site = act.entry.form === 'site';
  const by = act.agent === null ? null : quoted(wording(tokens, act.agent.first, act.agent.next));
  const quantity = quantityOf(tokens, patient, act);
  const group = site ? siteWords(tokens, act, patient) : groupOf(tokens, patient);
  return {
    kind: quantity === null && !site ? 'occurrence' : 'count',
    measure: act.entry.measure,
    answer: null,
    quantity,
    group,
    by: by !== null && tokens.capitals ? by.toLowerCase() : by,
    actor: null,
    negated: act.polarity === 'negated' || patient.count === 'none' || isNotOne(tokens, patient),
    first: Math.min(act.first, patient.first),
    next: Math.max(act.next, patient.next, site && act.entry.weak ? heldUntil(tokens, act.next) : 0),
    phrase: site && patient.count !== 'none',
    ...(act.entry.form === 'toll' ? { cumulative: true as const } : {}),
  };
}

const ATTACKS = new Set([
  'killed',
  'injured',
  'detained',
  'abducted',
  'tortured',
  'sexual-violence',
  'disappeared',
]);

/** An act that says of nobody in particular that it happened ("arrested, beaten and tortured"). */
function bareItem(tokens: Tokens, act: BoundAct): Item | null {
  const predicate = act.entry.form === 'ed' || act.entry.form === 'went';
  if (!predicate || act.entry.weak || !ATTACKS.has(act.entry.measure)) return null;
  if (act.agent === null && !/^(?:was|were|been|being|had|have|has)$/.test(lowAt(tokens, act.first - 1)))
    return null;
  const by = act.agent === null ? null : quoted(wording(tokens, act.agent.first, act.agent.next));
  return {
    kind: 'occurrence',
    measure: act.entry.measure,
    answer: null,
    quantity: null,
    group: null,
    by,
    actor: null,
    negated: act.polarity === 'negated',
    first: act.first,
    next: act.next,
    phrase: false,
  };
}

/** "Mira Sorn was abducted", "her husband was abducted": one person, and the name is the group's wording. */
function namedItem(tokens: Tokens, act: BoundAct): Item | null {
  if (!ATTACKS.has(act.entry.measure)) return null;
  const single = singleVictim(tokens, act);
  const named = namedVictims(tokens, act) ?? (single === null ? null : { ...single, n: 1 });
  if (
    named === null ||
    act.patients.some((one) => isNamedGroup(one) && one.first < named.next && named.first < one.next)
  )
    return null;
  const words = wording(tokens, named.first, named.next);
  const agent = act.agent === null ? null : quoted(wording(tokens, act.agent.first, act.agent.next));
  const by = agent !== null && tokens.capitals ? agent.toLowerCase() : agent;
  const negated = act.polarity === 'negated';
  return {
    kind: negated ? 'occurrence' : 'count',
    measure: act.entry.measure,
    answer: null,
    quantity: negated ? null : exactly(named.n, words),
    group: /^(?:he|she|him|her)$/i.test(words) ? null : quoted(words.replace(/^(?:the|an?) /i, '')),
    by,
    actor: null,
    negated,
    first: Math.min(act.first, named.first),
    next: Math.max(act.next, named.next),
    phrase: false,
  };
}

/** "Soldiers shot dead Niran Chalo", "guards hanged him": those before the act did it, since it has an object. */
function isDoer(tokens: Tokens, act: BoundAct, patient: PeoplePhrase): boolean {
  if (act.entry.form !== 'ed' || patient.next > act.first) return false;
  if (groupBefore(tokens, act.first).passive) return false;
  if (singleVictim(tokens, act) !== null) return true;
  return patient.count === 'some' && namedVictims(tokens, act) !== null;
}

/** "burned 26 houses and killed my two brothers": the number before the act counts things, and no act befell those. */
function countsThings(tokens: Tokens, act: BoundAct, patient: PeoplePhrase): boolean {
  if (patient.quantity === null) return false;
  return isPredicate(act) && ATTACKS.has(act.entry.measure) && isThing(lowAt(tokens, patient.quantity.next));
}

/** An act with what was made of it. */
interface Told {
  readonly act: BoundAct;
  readonly items: readonly Item[];
}

/** How far the second predicate may stand from the first: "was taken from his home and shot". */
const SHARED_WITHIN = 9;

/** "Ana Belik was abducted and murdered": the second act befell whom the first befell. */
function sharedItems(tokens: Tokens, act: BoundAct, before: Told | null): readonly Item[] {
  if (before === null || !isPredicate(act) || act.entry.form === 'base') return [];
  const { end, negated } = groupBefore(tokens, act.first);
  if (negated || !/^(?:and|then|or|,|before|but)$/.test(lowAt(tokens, end))) return [];
  const { next, first } = before.act;
  if (end < next || end - next > SHARED_WITHIN || act.entry.measure === before.act.entry.measure) return [];
  for (let at = next; at < end; at += 1)
    if (/^(?:[.;:!?¶]|who|he|she|they|it|we|i|that)$/.test(lowAt(tokens, at)) || tokens.from.has(at))
      return [];
  return before.items
    .filter((item) => item.quantity !== null && !item.negated && item.first < first)
    .map((item) => ({ ...item, measure: act.entry.measure, first: act.first, next: act.next }));
}

function itemsOfAct(tokens: Tokens, act: BoundAct, before: Told | null): readonly Item[] {
  if (act.modality === 'intended' || act.modality === 'future') return [];
  const items = act.patients
    .filter(
      (patient) =>
        isNamedGroup(patient) && !isDoer(tokens, act, patient) && !countsThings(tokens, act, patient),
    )
    .map((patient) => itemOf(tokens, act, patient));
  const named = namedItem(tokens, act);
  if (named !== null) return [named, ...items];
  if (items.length > 0) return items;
  const shared = sharedItems(tokens, act, before);
  if (shared.length > 0) return shared;
  const bare = bareItem(tokens, act);
  return bare === null ? [] : [bare];
}

function itemOfResponse(tokens: Tokens, response: FoundResponse): Item {
  const toward =
    response.toward === null ? null : quoted(wording(tokens, response.toward.first, response.toward.next));
  const counted = response.counted === null ? null : groupOf(tokens, response.counted);
  return {
    kind: response.answer === null ? 'process' : 'response',
    measure: response.measure,
    answer: response.answer,
    quantity: response.counted?.quantity?.value ?? null,
    group: counted ?? toward,
    by: null,
    actor:
      response.actor === null ? null : quoted(wording(tokens, response.actor.first, response.actor.next)),
    negated: false,
    first: response.first,
    next: response.next,
    phrase: false,
  };
}

/** Repeats overlap, so only near neighbours are compared. */
const NEIGHBOURS = 12;

function isRepeat(item: Item, other: Item): boolean {
  if (item.measure !== other.measure || item.negated !== other.negated) return false;
  const overlap = item.first < other.next && other.first < item.next;
  if (!overlap) return false;
  return item.quantity === null || item.quantity.wording === other.quantity?.wording;
}

/** "40 prisoners were released": the noun is whom another act befell, no act of its own. */
function isOnlySubject(act: BoundAct, all: readonly BoundAct[]): boolean {
  const describes = act.entry.form === 'noun' || act.entry.form === 'state';
  if (!describes || !act.entry.weak) return false;
  const counted = act.patients[0]?.quantity;
  return all.some(
    (other) =>
      other !== act &&
      other.entry.form !== 'noun' &&
      counted != null &&
      (act.entry.form === 'noun' || (!other.entry.weak && other.first > act.first)) &&
      other.patients.some((patient) => patient.quantity === counted),
  );
}

function isPredicate({ entry }: BoundAct): boolean {
  return entry.form === 'ed' || entry.form === 'went' || entry.form === 'state';
}

/** What the words around a stretch tell of it. */
export interface Around {
  /** What the sentences before ask for; null when nothing. */
  readonly asked: Measure | null;
  /** What a bare figure counts. */
  readonly spokenOf: SpokenOf;
  /** What a trained judge makes of the figures; null: nobody is asked. */
  readonly judged: JudgedStretch | null;
}

const ALONE: Around = { asked: null, spokenOf: () => null, judged: null };

/**
 * The items of already cut text, by place, without repeats.
 *
 * @example
 * itemsIn(tokensOf('26 men have been killed')).length; // 1
 */
export function itemsIn(tokens: Tokens, around: Around = ALONE): Item[] {
  const { asked, spokenOf, judged } = around;
  const responses = findResponses(tokens, asked).map((response) => itemOfResponse(tokens, response));
  const bound = bindActs(tokens, (act) => isPredicate(act) && namedItem(tokens, act) !== null);
  let before: Told | null = null;
  const acts = bound
    .filter((act) => !isOnlySubject(act, bound))
    .flatMap((act) => {
      const items = itemsOfAct(tokens, act, before);
      before = { act, items };
      return items;
    })
    .filter((act) => !responses.some((answer) => tellsForWhom(act, answer)));
  const told = [...acts, ...responses];
  const labelled = labelledFigures(tokens, (quantity) => told.some((item) => covers(item, quantity))).map(
    ({ phrase, measure, first }) => ({ ...itemOfCount(tokens, phrase, measure), first }),
  );
  const worded = [...told, ...labelled];
  const elided = elidedFigures(tokens, (quantity) => worded.some((item) => covers(item, quantity)), spokenOf);
  const plain = [...worded, ...elided.map(({ phrase, measure }) => itemOfCount(tokens, phrase, measure))];
  const beside = comparedFigures(tokens, plain, (quantity) => plain.some((item) => covers(item, quantity)));
  const counted = [...plain, ...beside.map(({ phrase, measure }) => itemOfCount(tokens, phrase, measure))];
  const ruled = [
    ...counted,
    ...partsOf(tokens, counted).map(({ phrase, measure }) => itemOfCount(tokens, phrase, measure)),
  ];
  const known = judged === null ? ruled : judgedItems(tokens, ruled, judged);
  const others = bareCounts(tokens, known).map((phrase) => itemOfCount(tokens, phrase, null));
  const kept: Item[] = [];
  for (const item of [...known, ...others].sort((a, b) => a.first - b.first || a.next - b.next)) {
    if (!kept.slice(-NEIGHBOURS).some((other) => isRepeat(item, other))) kept.push(item);
  }
  return kept.flatMap((item) => {
    const site = siteOf(tokens, item, kept);
    if (site !== null) return [{ ...site, first: Math.min(site.first, item.first), phrase: false }];
    return kept.some((other) => siteOf(tokens, other, kept) === item || holds(item, other)) ? [] : [item];
  });
}

/** "visas to two people who fled Kessar": the act only says who they are. */
function tellsForWhom(act: Item, answer: Item): boolean {
  return (
    answer.answer !== null &&
    act.measure === 'displaced' &&
    act.first < answer.next &&
    answer.first < act.next
  );
}

/** "the men had been held in two secret prisons": the uncounted act only says what the counted sites are for. */
function siteOf(tokens: Tokens, item: Item, all: readonly Item[]): Item | null {
  if (item.measure !== 'detained' || item.quantity !== null || item.negated) return null;
  const site = all.find((other) => other.measure === 'detention-sites' && other.quantity !== null);
  if (site === undefined || site.first < item.next || site.first - item.next > 3) return null;
  return /^(?:in|at)$/.test(lowAt(tokens, item.next)) ? site : null;
}

/** The act inside "six addresses where they are or were held". */
function holds(item: Item, site: Item): boolean {
  return (
    item.measure === 'detained' &&
    item.quantity === null &&
    site.measure === 'detention-sites' &&
    site !== item &&
    site.first <= item.first &&
    item.next <= site.next
  );
}
