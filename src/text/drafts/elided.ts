/**
 * Figures whose act is not repeated: "112", "fewer than ten", "the figure of nineteen", "its own list ran to 340", "the
 * names of all 36", "Eleven.", and "eleven of the dead". What they count is told before, or by the noun itself. A figure
 * with a predicate of its own is none of these.
 */
import type { Measure } from '../../record/proposition.ts';
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
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
  /^(?:of|ran|runs|run|to|at|is|was|were|stands|stood|has|have|had|reached|names|named|holds|held|the|a|an|in|its|real|true|counts|contains|lists|puts|comes|came|now|up)$/;
const TOKENS_OF_PEOPLE =
  /^(?:names|graves|crosses|coffins|certificates|shrouds|death|biers|portraits|photographs|faces|cases|victims|persons|people|bodies)$/;
/** A lone figure has hardly any words beside it. */
const MOST_BESIDE = 7;

/** "eleven of the dead", "Dead: 16": the noun says it. */
function ofWhom(tokens: Tokens, quantity: PlacedQuantity): Measure | null {
  if (lowAt(tokens, quantity.first - 1) === ':') return LABELS[lowAt(tokens, quantity.first - 2)] ?? null;
  let at = quantity.next;
  if (lowAt(tokens, at) !== 'of') return null;
  at += 1;
  if (!/^(?:the|those|its|their)$/.test(lowAt(tokens, at))) return null;
  return OF_WHOM[lowAt(tokens, at + 1)] ?? null;
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
    if (!canStand(phrase)) continue;
    const elided =
      isAlone(tokens, quantity, phrase) ||
      isSentence(tokens, quantity) ||
      isPacked(tokens, quantity) ||
      isTold(tokens, quantity, phrase);
    const measure = elided ? spokenOf(quantity.n) : null;
    if (measure !== null) found.push({ phrase, measure });
  }
  return found;
}
