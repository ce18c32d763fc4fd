/**
 * Figures behind a label, as tallies, bulletins and threads give them: "Gunshot wounds: six", "brought in dead, 37;",
 * "killed 9, injured 57", "taken: 60, all men". The act stands in the label, nothing but the figure and whom it counts
 * behind it.
 */
import type { Measure } from '../../record/proposition.ts';
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
import { hitAt } from '../acts/predicate.ts';
import { closesSentence, isAuxiliary, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';

/** A figure with what its label says. */
export interface Labelled {
  readonly phrase: PeoplePhrase;
  readonly measure: Measure;
  /** First token of the label. */
  readonly first: number;
}

const LONGEST_LABEL = 9;
/** Before a comma a label is short. */
const LONGEST_BEFORE_COMMA = 5;
/** Words in a label that are acts only there, where no grammar stands around them. */
const LABEL_WORDS: Readonly<Record<string, Measure>> = {
  wounded: 'injured',
  injured: 'injured',
  hurt: 'injured',
  wounds: 'injured',
  injuries: 'injured',
  burns: 'injured',
  dead: 'killed',
  deaths: 'killed',
  killed: 'killed',
  fatalities: 'killed',
  shot: 'killed',
  bodies: 'killed',
  missing: 'disappeared',
  disappeared: 'disappeared',
  arrests: 'detained',
  arrested: 'detained',
  detained: 'detained',
  detainees: 'detained',
  held: 'detained',
  apprehended: 'detained',
  taken: 'detained',
  abducted: 'abducted',
  kidnapped: 'abducted',
  hostages: 'abducted',
  released: 'released',
  releases: 'released',
  freed: 'released',
  displaced: 'displaced',
  homeless: 'displaced',
  admitted: 'injured',
  evacuated: 'evacuation',
  rape: 'sexual-violence',
  rapes: 'sexual-violence',
  tortured: 'tortured',
  gunshot: 'injured',
  blast: 'injured',
  stabbing: 'injured',
  shrapnel: 'injured',
  fractures: 'injured',
  arrestees: 'detained',
  imprisoned: 'detained',
  jailed: 'detained',
  unaccounted: 'disappeared',
  whereabouts: 'disappeared',
  untraced: 'disappeared',
  executed: 'killed',
  died: 'killed',
  deceased: 'killed',
};

function endsLabel(tokens: Tokens, at: number): boolean {
  return at < 0 || closesSentence(tokens, at) || /^[;:(¶"“”]$/.test(lowAt(tokens, at));
}

/** First token of the label that ends before a token; null when what stands there is no label. */
function labelBefore(tokens: Tokens, end: number): number | null {
  let at = end - 1;
  for (; at >= end - LONGEST_LABEL; at -= 1) {
    if (endsLabel(tokens, at)) break;
    if (isAuxiliary(lowAt(tokens, at)) || tokens.covering.get(at)?.kind === 'count') break;
    if (lowAt(tokens, at) === ',') break;
  }
  const stops = endsLabel(tokens, at) || lowAt(tokens, at) === ',' || tokens.covering.has(at);
  return stops && at < end - 1 ? at + 1 : null;
}

/** What the words of a label say that befell those counted; null when nothing does. */
function measureOf(tokens: Tokens, first: number, end: number): Measure | null {
  let found: Measure | null = null;
  for (let at = first; at < end; at += 1) {
    const hit = hitAt(tokens, at);
    const strong = hit !== null && hit.next <= end && (!hit.entry.weak || hit.entry.words.length > 1);
    const said = LABEL_WORDS[lowAt(tokens, at)];
    found ??= strong && hit !== null && hit.entry.form !== 'site' ? hit.entry.measure : (said ?? null);
  }
  return found;
}

/** "injured 57", "unaccounted for 26": the act is the last of the label. */
function endsInAct(tokens: Tokens, first: number, end: number): boolean {
  for (let at = Math.max(first, end - 3); at < end; at += 1) if (hitAt(tokens, at)?.next === end) return true;
  return false;
}

/** Whether only whom it counts stands behind the figure. */
function closes(tokens: Tokens, phrase: PeoplePhrase, quantity: PlacedQuantity): boolean {
  const people = phrase.head === '' || isPeoplePlural(phrase.head) || phrase.head === 'cases';
  const at = people ? phrase.next : quantity.next;
  return people && /^(?:|[,.;()¶]|and|in|since|plus|including)$/.test(lowAt(tokens, at));
}

/**
 * The labelled figures of a stretch. `taken` says whether a figure has an act already.
 *
 * @example
 * labelledFigures(tokensOf('Gunshot wounds: six'), () => false)[0]?.measure; // 'injured'
 */
export function labelledFigures(tokens: Tokens, taken: (quantity: PlacedQuantity) => boolean): Labelled[] {
  const found: Labelled[] = [];
  for (const quantity of tokens.quantities) {
    if (quantity.kind !== 'count' || taken(quantity)) continue;
    const mark = lowAt(tokens, quantity.first - 1);
    const marked = /^(?:[:,=–—]|-)$/.test(mark);
    const first = labelBefore(tokens, marked ? quantity.first - 1 : quantity.first);
    const phrase = phraseOfQuantity(tokens, quantity);
    if (first === null || !closes(tokens, phrase, quantity)) continue;
    const measure = measureOf(tokens, first, marked ? quantity.first - 1 : quantity.first);
    if (measure === null || (mark === ',' && quantity.first - first > LONGEST_BEFORE_COMMA + 1)) continue;
    if (!marked && (phrase.head !== '' || !endsInAct(tokens, first, quantity.first))) continue;
    found.push({ phrase, measure, first });
  }
  return found;
}
