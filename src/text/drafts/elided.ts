/**
 * Figures whose act is not repeated: "112", "fewer than ten", "the figure of nineteen", "its own list ran to 340", "the
 * names of all 36", "Eleven.", and "eleven of the dead". What they count is told before, or by the noun itself. A figure
 * with a predicate of its own is none of these.
 */
import type { Measure } from '../../record/proposition.ts';
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
import { hitAt } from '../acts/predicate.ts';
import { closesSentence, isAuxiliary, isPreposition, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural, isThing } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';
import type { SpokenOf } from './spoken-of.ts';

/** A figure with what it counts. */
export interface Elided {
  readonly phrase: PeoplePhrase;
  readonly measure: Measure;
}

const OF_WHOM: Readonly<Record<string, Measure>> = {
  dead: 'killed',
  killed: 'killed',
  slain: 'killed',
  bodies: 'killed',
  wounded: 'injured',
  injured: 'injured',
  detained: 'detained',
  arrested: 'detained',
  detainees: 'detained',
  prisoners: 'detained',
  missing: 'disappeared',
  disappeared: 'disappeared',
  abducted: 'abducted',
  displaced: 'displaced',
};
const LABELS: Readonly<Record<string, Measure>> = {
  ...OF_WHOM,
  deaths: 'killed',
  fatalities: 'killed',
  arrests: 'detained',
  arrested: 'detained',
  injuries: 'injured',
  released: 'released',
  freed: 'released',
};
const LEADS = new Set(
  'to at of for the a only just it is was as and figure toll number total count which counts counted there spoke speaks speak names all another any list its their own puts put lists list but not that "'
    .split(' ')
    .concat(['“', ',', ':', '']),
);
const PACKS =
  /^(?:figure|figures|toll|total|number|count|tally|list|register|estimate|record|records|books)$/;
const TO_PACK =
  /^(?:of|ran|runs|run|to|at|is|was|were|stands|stood|has|have|had|reached|names|named|holds|held|the|a|an|in|its|real|true|counts|contains|lists|puts|comes|came|now|be|up)$/;
const TOKENS_OF_PEOPLE =
  /^(?:names|graves|crosses|coffins|certificates|shrouds|death|biers|portraits|photographs|faces|cases|victims|persons|people|bodies)$/;
/** Nobody is counted so who lives. */
const OF_DEAD = /^(?:graves|crosses|coffins|shrouds|biers|bodies|corpses)$/;
/** A lone figure has hardly any words beside it. */
const MOST_BESIDE = 7;

/** "eleven of the dead", "Dead: 16": the noun says it. */
function ofWhom(tokens: Tokens, quantity: PlacedQuantity): Measure | null {
  if (lowAt(tokens, quantity.first - 1) === ':') return LABELS[lowAt(tokens, quantity.first - 2)] ?? null;
  const named = /^(?:to|at|is)$/.test(lowAt(tokens, quantity.first - 1))
    ? quantity.first - 2
    : quantity.first - 1;
  const comma = lowAt(tokens, named) === ',' ? named - 1 : named;
  const the = lowAt(tokens, comma - 1) === 'the' ? comma - 2 : comma - 1;
  if (
    comma < quantity.first - 1 &&
    lowAt(tokens, the) === 'of' &&
    OF_WHOM[lowAt(tokens, comma)] !== undefined
  )
    return OF_WHOM[lowAt(tokens, comma)] ?? null;
  let at = quantity.next;
  if (lowAt(tokens, at) !== 'of') return null;
  at += 1;
  if (!/^(?:the|those|its|their)$/.test(lowAt(tokens, at))) return null;
  const noun = OF_WHOM[lowAt(tokens, at + 1)] ?? null;
  return noun === null ? null : (befell(tokens, at + 2) ?? noun);
}

/** "seven of the injured died": what the verb right behind says befell them, not what they had been. */
function befell(tokens: Tokens, from: number): Measure | null {
  let at = from;
  while (isAuxiliary(lowAt(tokens, at)) || /^(?:later|since|also|then|have)$/.test(lowAt(tokens, at)))
    at += 1;
  const hit = hitAt(tokens, at);
  return hit !== null && (hit.entry.form === 'went' || (hit.entry.form === 'ed' && at > from))
    ? hit.entry.measure
    : null;
}

/** Nothing stands in the stretch but the figure, whom it counts and since when. */
function isAlone(tokens: Tokens, quantity: PlacedQuantity, phrase: PeoplePhrase): boolean {
  if (quantity.first > 5 || tokens.words.length - phrase.next > MOST_BESIDE) return false;
  for (let at = 0; at < quantity.first; at += 1) if (!LEADS.has(lowAt(tokens, at))) return false;
  const after = lowAt(tokens, phrase.next);
  if (!/^(?:|[.,;!?"”]|so|in|since|by|on|at|from|this|last|more|dead)$/.test(after)) return false;
  for (let at = phrase.next; at < tokens.words.length; at += 1)
    if (isAuxiliary(lowAt(tokens, at)) || /(?:ed|ing)$/.test(lowAt(tokens, at))) return false;
  return true;
}

/** "They were boys. Eleven. I washed three.": a sentence of one figure. */
function isSentence(tokens: Tokens, quantity: PlacedQuantity): boolean {
  const opens = quantity.first === 0 || closesSentence(tokens, quantity.first - 1);
  return opens && /^[.!]$/.test(lowAt(tokens, quantity.next));
}

/** "the figure of nineteen", "its own list ran to 340". */
function isPacked(tokens: Tokens, quantity: PlacedQuantity): boolean {
  for (let at = quantity.first - 1; at > quantity.first - 6 && at >= 0; at -= 1) {
    if (PACKS.test(lowAt(tokens, at))) return at < quantity.first - 1;
    if (!TO_PACK.test(lowAt(tokens, at))) return false;
  }
  return false;
}

/** "nineteen certificates", "the names of all 36", "any of the seventeen". */
function isTold(tokens: Tokens, quantity: PlacedQuantity, phrase: PeoplePhrase): boolean {
  const before = [1, 2, 3].map((back) => lowAt(tokens, quantity.first - back));
  const [near = '', far = '', farther = ''] = before;
  if (/^(?:names|graves|bodies|photographs|faces)$/.test(far) && near === 'of') return true;
  if (/^(?:all|the)$/.test(near) && far === 'of')
    return /^(?:any|each|all|some|most|none|names|graves|bodies|every)$/.test(farther);
  return (
    /^(?:names|graves|crosses|coffins|certificates|shrouds|biers)$/.test(phrase.head) ||
    (lowAt(tokens, quantity.next) === 'death' && lowAt(tokens, quantity.next + 1) === 'certificates')
  );
}

const COUNTING =
  /^(?:deplores?|mourns?|counting|puts?|putting|gives?|gave|has|have|had|counts?|counted|lists?|listed|say|says|said|speaks?|spoke|spoken|talks?|arrives?|arrived|stands?|stood|raises?|raised|revised|lowered|updated|makes?|made|reached|reaches|claims?|claimed|admits?|admitted|acknowledges?|acknowledged|concedes?|conceded|reports?|reported|leaves?|leaving|left|confirms?|confirmed|estimates?|estimated|mentions?|mentioned|cites?|cited|recorded|records|documented|tallied|totals?|totalled)$/;
const BETWEEN =
  /^(?:it|them|that|this|the|its|a|figure|toll|number|total|tally|at|to|of|only|just|from|now|remaining|about|up|down|as|for|with|list|count)$/;
const COUNTING_WITHIN = 6;

/** "raised it to 19", "has 38", "that leaves five": a bare figure behind a verb of counting. */
function isReckoned(tokens: Tokens, quantity: PlacedQuantity): boolean {
  if (!/^(?:|[.,;!?)]|"|”|and|but|while|so|in|overall|before|until|when)$/.test(lowAt(tokens, quantity.next)))
    return false;
  for (let at = quantity.first - 1; at > quantity.first - COUNTING_WITHIN && at >= 0; at -= 1) {
    const low = lowAt(tokens, at);
    if (COUNTING.test(low)) return true;
    if (!BETWEEN.test(low)) return false;
  }
  return false;
}

/** "bringing to 173 the number recovered": the act behind the noun, or the one told before in the same words. */
function broughtTo(tokens: Tokens, quantity: PlacedQuantity): Measure | 'told' | null {
  if (lowAt(tokens, quantity.first - 1) !== 'to') return null;
  if (
    !/^(?:br(?:ing|ings|inging|ought)|rais\w+|push\w*|tak(?:es|ing)|took|lift\w*)$/.test(
      lowAt(tokens, quantity.first - 2),
    )
  )
    return null;
  if (!/^(?:number|total|toll|tally|count)$/.test(lowAt(tokens, quantity.next + 1))) return null;
  for (let at = quantity.next + 2; at < quantity.next + 6; at += 1) {
    const hit = hitAt(tokens, at);
    if (hit !== null) return hit.entry.measure;
  }
  for (let at = quantity.first - 1; at >= 0; at -= 1) {
    const hit = hitAt(tokens, at);
    if (hit !== null) return hit.entry.measure;
  }
  return 'told';
}

/** "Of these, 64 were women and 51 children": who they were of whom was told before. */
function isOfThose(tokens: Tokens, quantity: PlacedQuantity): boolean {
  let first = quantity.first;
  while (first > 0 && !closesSentence(tokens, first - 1) && lowAt(tokens, first - 1) !== ';') first -= 1;
  if (/^(?:and|but|yet)$/.test(lowAt(tokens, first))) first += 1;
  if (!/^(?:of|among)$/.test(lowAt(tokens, first))) return false;
  if (!/^(?:these|those|them|whom|the)$/.test(lowAt(tokens, first + 1))) return false;
  for (let at = first; at < quantity.next + 6; at += 1) {
    if (at > quantity.first && (closesSentence(tokens, at) || lowAt(tokens, at) === ';')) break;
    const hit = hitAt(tokens, at);
    if (hit !== null && hit.entry.form !== 'noun' && hit.entry.form !== 'base') return false;
  }
  return (
    /^(?:was|were|is|are)$/.test(lowAt(tokens, quantity.next)) ||
    /^(?:and|,)$/.test(lowAt(tokens, quantity.first - 1))
  );
}

const STANDS =
  /^(?:is|was|are|were|at|to|has|have|had|been|be|now|already|stands|stood|reached|reaches|rose|risen|climbed|fell|passed|exceeds|exceeded|totals|totalled|numbered)$/;
const SUBJECT_WITHIN = 20;

/** "the number of persons held at the remand prison was 312", "the dead are now four": the act stands in the subject. */
function ofSubject(tokens: Tokens, quantity: PlacedQuantity): Measure | null {
  let at = quantity.first - 1;
  while (STANDS.test(lowAt(tokens, at))) at -= 1;
  const compared = /^(?:do|does|did|exceed)/.test(lowAt(tokens, quantity.first));
  if (at === quantity.first - 1 && !compared) return null;
  let measure: Measure | null = null;
  let relative = false;
  const numbered = lowAt(tokens, quantity.first - 1) === 'numbered';
  for (; at > quantity.first - SUBJECT_WITHIN && at >= 0; at -= 1) {
    if (closesSentence(tokens, at) || /^[;:]$/.test(lowAt(tokens, at))) return null;
    if (tokens.covering.get(at)?.kind === 'count') return null;
    const hit = hitAt(tokens, at);
    if (hit !== null && hit.entry.form !== 'site' && !relative) {
      measure = hit.entry.measure;
      relative = [1, 2, 3].some((back) => lowAt(tokens, at - back) === 'who');
    }
    const stands = lowAt(tokens, at) === 'that' && lowAt(tokens, at + 1) === 'of';
    if ((stands || PACKS.test(lowAt(tokens, at))) && measure !== null) return measure;
    if (numbered && at === 0) return measure;
    const opens =
      /^(?:those|the|all)$/.test(lowAt(tokens, at)) &&
      (at === 0 || /^(?:[,.]|that|and)$/.test(lowAt(tokens, at - 1)));
    if (opens) return measure ?? OF_WHOM[lowAt(tokens, at + 1)] ?? null;
  }
  return null;
}

/** Whether the head of the phrase can stand for those spoken of. */
function canStand(phrase: PeoplePhrase): boolean {
  const { head } = phrase;
  if (head === '' || /^(?:more|others|other|names)$/.test(head)) return true;
  return TOKENS_OF_PEOPLE.test(head) || (isPeoplePlural(head) && !isThing(head)) || isPreposition(head);
}

/**
 * The figures of a stretch whose act is told elsewhere. `taken` says whether a figure has an act already.
 *
 * @example
 * elidedFigures(tokensOf('eleven of the dead had been unarmed'), () => false, () => null)[0]?.measure; // 'killed'
 */
export function elidedFigures(
  tokens: Tokens,
  taken: (quantity: PlacedQuantity) => boolean,
  spokenOf: SpokenOf,
): Elided[] {
  const found: Elided[] = [];
  for (const quantity of tokens.quantities) {
    if (quantity.kind !== 'count' || quantity.n === 1 || taken(quantity)) continue;
    const phrase = phraseOfQuantity(tokens, quantity);
    const noun = ofWhom(tokens, quantity);
    if (noun !== null) {
      found.push({ phrase, measure: noun });
      continue;
    }
    const subject = phrase.head === '' && quantity.next === phrase.next ? ofSubject(tokens, quantity) : null;
    if (subject !== null) {
      found.push({ phrase, measure: subject });
      continue;
    }
    const brought = broughtTo(tokens, quantity);
    if (brought !== null) {
      const reached = brought === 'told' ? spokenOf(null) : brought;
      if (reached !== null) found.push({ phrase, measure: reached });
      continue;
    }
    if (!canStand(phrase)) continue;
    const elided =
      isAlone(tokens, quantity, phrase) ||
      isOfThose(tokens, quantity) ||
      (phrase.head === '' && isReckoned(tokens, quantity)) ||
      isSentence(tokens, quantity) ||
      isPacked(tokens, quantity) ||
      isTold(tokens, quantity, phrase);
    const measure = elided ? (spokenOf(quantity.n) ?? (OF_DEAD.test(phrase.head) ? 'killed' : null)) : null;
    if (measure !== null) found.push({ phrase, measure });
  }
  return found;
}
