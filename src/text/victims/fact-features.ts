/**
 * What is seen of people and a kind of harm: words around each mention, the way to the nearest word for the harm, the
 * grammar found by the act rules, where and how often they are spoken of. As strings; the model holds a weight for each.
 */
import { bindActs } from '../acts/bind.ts';
import type { BoundAct } from '../acts/bound-act.ts';
import { lowAt, type Tokens } from '../acts/reading.ts';
import { ADJECTIVES, PLACES } from '../gazetteer/lists.ts';
import { isPeoplePlural, mayBePerson } from '../people-nouns.ts';
import { KIND_BIT, kindsOfWord } from './act-words.ts';
import type { Mention } from './mentions.ts';
import type { People } from './same-people.ts';
import { VICTIM_KINDS, type VictimKind } from './victim-fact.ts';

/** A text made ready for looking. */
export interface Ground {
  readonly tokens: Tokens;
  readonly sentences: Int32Array;
  /** Kinds that each token tells of, as bits. */
  readonly kinds: Uint8Array;
  /** Kinds told of in each sentence, as bits. */
  readonly told: Uint8Array;
  readonly acts: readonly BoundAct[];
  /** The token as it may stand in a feature: names and numbers are not spelt out. */
  readonly shown: readonly string[];
  readonly hits: Readonly<Record<VictimKind, number>>;
}

/** Words may be spelt out; names and numbers are only told as such. */
function shownOf(low: string, kind: string): string {
  if (kind === 'number') return '#';
  if (kind !== 'word') return low;
  return low;
}

/**
 * Makes the ground of a text.
 *
 * @example
 * groundOf(tokens, sentencesOf(tokens), names).hits.killed; // 1
 */
export function groundOf(tokens: Tokens, sentences: Int32Array, mentions: readonly Mention[]): Ground {
  const { words } = tokens;
  const kinds = new Uint8Array(words.length);
  const told = new Uint8Array((sentences.at(-1) ?? 0) + 2);
  const shown: string[] = [];
  const hits = { killed: 0, injured: 0, abducted: 0 };
  for (const [at, word] of words.entries()) {
    const bits = word.kind === 'word' ? kindsOfWord(word.low) : 0;
    kinds[at] = bits;
    const sentence = sentences[at] ?? 0;
    told[sentence] = (told[sentence] ?? 0) | bits;
    for (const kind of VICTIM_KINDS) if ((bits & KIND_BIT[kind]) !== 0) hits[kind] += 1;
    shown.push(shownOf(word.low, word.kind));
  }
  for (const mention of mentions) {
    if (mention.type === 'name') for (let at = mention.core; at < mention.next; at += 1) shown[at] = 'N';
    if (mention.type === 'count') shown[mention.core] = '#';
  }
  return { tokens, sentences, kinds, told, acts: bindActs(tokens), shown, hits };
}

const KEPT =
  /^(?:and|or|,|;|:|by|of|in|on|at|to|from|with|for|the|a|an|his|her|their|who|whom|which|that|was|were|is|are|be|been|being|had|has|have|not|no|after|when|while|as|against|during|also|another|other|others|including|among|left|found|may|would|will|could|should|N|#|\(|\)|\[|\])$/;

/** The words between, content words as x, runs of them once. */
function wayBetween(ground: Ground, from: number, to: number): string {
  let way = '';
  let last = '';
  for (let at = from; at < to; at += 1) {
    const word = ground.shown[at] ?? '';
    const low = lowAt(ground.tokens, at);
    const step = KEPT.test(word)
      ? word
      : ground.kinds[at] !== 0
        ? 'K'
        : mayBePerson(low) || isPeoplePlural(low)
          ? 'P'
          : 'x';
    if (step !== last || step === '#') way += ` ${step}`;
    last = step;
  }
  return way;
}

function bucket(n: number): string {
  if (n <= 4) return String(n);
  if (n <= 6) return '5';
  if (n <= 9) return '7';
  if (n <= 14) return '10';
  return n <= 24 ? '15' : '25';
}

function sizeOf(n: number): string {
  if (n <= 3) return String(n);
  if (n < 10) return '4+';
  if (n < 30) return '10+';
  if (n < 100) return '30+';
  if (n < 1000) return '100+';
  return n < 10_000 ? '1000+' : '10000+';
}

type Emit = (feature: string) => void;

/** The nearest words for the harm on either side in the sentence, and the way there. */
function ways(ground: Ground, mention: Mention, kind: VictimKind, emit: Emit): void {
  const bit = KIND_BIT[kind];
  const { sentences, kinds } = ground;
  let right = -1;
  for (let at = mention.next; at < kinds.length && sentences[at] === mention.sentence; at += 1)
    if (((kinds[at] ?? 0) & bit) !== 0) {
      right = at;
      break;
    }
  let left = -1;
  for (let at = mention.first - 1; at >= 0 && sentences[at] === mention.sentence; at -= 1)
    if (((kinds[at] ?? 0) & bit) !== 0) {
      left = at;
      break;
    }
  const inside = ((): string => {
    for (let at = mention.first; at < mention.next; at += 1)
      if (((kinds[at] ?? 0) & bit) !== 0) return ground.shown[at] ?? '';
    return '';
  })();
  if (inside !== '') emit(`in ${inside}`);
  if (right >= 0) {
    const word = ground.shown[right] ?? '';
    const gap = right - mention.next;
    emit(`r ${word}`);
    emit(`rd ${bucket(gap)}`);
    emit(`rd ${bucket(gap)} ${word}`);
    if (gap <= 8) {
      const way = wayBetween(ground, mention.next, right);
      emit(`rw${way}`);
      emit(`rw${way} ${word}`);
    }
  } else emit('r0');
  if (left >= 0) {
    const word = ground.shown[left] ?? '';
    const gap = mention.first - left - 1;
    emit(`l ${word}`);
    emit(`ld ${bucket(gap)}`);
    emit(`ld ${bucket(gap)} ${word}`);
    if (gap <= 8) {
      const way = wayBetween(ground, left + 1, mention.first);
      emit(`lw${way}`);
      emit(`lw${way} ${word}`);
      if (gap <= 3) emit(`lv ${ground.shown[left - 1] ?? ''} ${word}${way}`);
    }
  } else emit('l0');
}

/** What the rules of grammar bind to the mention. */
function grammar(ground: Ground, mention: Mention, kind: VictimKind, emit: Emit): void {
  for (const act of ground.acts) {
    if (Math.abs(act.first - mention.first) > 60) continue;
    const { measure, form } = act.entry;
    const sort =
      measure === kind ? 'own' : (VICTIM_KINDS as readonly string[]).includes(measure) ? 'other' : measure;
    for (const patient of act.patients) {
      if (patient.first >= mention.next || patient.next <= mention.first) continue;
      const exact = patient.quantity !== null && patient.quantity.first === mention.core ? '=' : '~';
      emit(`pat${exact} ${sort}`);
      emit(`pat${exact} ${sort} ${form} ${act.modality} ${act.polarity}`);
    }
    if (act.agent !== null && act.agent.first < mention.next && act.agent.next > mention.first)
      emit(`agent ${sort}`);
  }
}

function around(ground: Ground, mention: Mention, emit: Emit): void {
  const { shown, sentences } = ground;
  const at = (index: number): string => (sentences[index] === mention.sentence ? (shown[index] ?? '') : '^');
  const { first, next } = mention;
  emit(`-1 ${at(first - 1)}`);
  emit(`-2 ${at(first - 2)}`);
  emit(`-21 ${at(first - 2)} ${at(first - 1)}`);
  emit(`-321 ${at(first - 3)} ${at(first - 2)} ${at(first - 1)}`);
  emit(`+1 ${at(next)}`);
  emit(`+2 ${at(next + 1)}`);
  emit(`+12 ${at(next)} ${at(next + 1)}`);
  emit(`+123 ${at(next)} ${at(next + 1)} ${at(next + 2)}`);
  emit(`<> ${at(first - 1)} ${at(next)}`);
  for (let back = 2; back < 6; back += 1) emit(`b ${at(first - back)}`);
  for (let on = 1; on < 6; on += 1) emit(`a ${at(next + on)}`);
}

function itself(ground: Ground, mention: Mention, emit: Emit): void {
  emit(`head ${mention.head}`);
  emit(`lead ${mention.type} ${mention.lead}`);
  const low = lowAt(ground.tokens, mention.core);
  if (mention.type === 'name') {
    const length = mention.next - mention.core;
    emit(`len ${Math.min(length, 4)}`);
    if (length === 1) {
      if (PLACES.has(low)) emit('place');
      if (ADJECTIVES.has(low)) emit('adjective');
      if (!/[aeiouy]/.test(low)) emit('acronym');
    }
  } else for (let at = mention.first; at < mention.next; at += 1) emit(`w ${ground.shown[at] ?? ''}`);
}

/** Whether a kind is told of in the sentence of a mention or beside it. */
export function isNear(ground: Ground, mention: Mention, kind: VictimKind): boolean {
  const bit = KIND_BIT[kind];
  const { told } = ground;
  const here = mention.sentence;
  return (((told[here] ?? 0) | (told[here - 1] ?? 0) | (told[here + 1] ?? 0)) & bit) !== 0;
}

function setting(ground: Ground, mention: Mention, kind: VictimKind, emit: Emit): void {
  const bit = KIND_BIT[kind];
  const { told, kinds, sentences } = ground;
  const here = mention.sentence;
  emit(
    `told ${((told[here] ?? 0) & bit) !== 0 ? 1 : 0}${((told[here - 1] ?? 0) & bit) !== 0 ? 1 : 0}${((told[here + 1] ?? 0) & bit) !== 0 ? 1 : 0}`,
  );
  if (((told[here] ?? 0) & bit) === 0) return;
  for (let at = mention.first; at >= 0 && sentences[at] === here; at -= 1)
    if ((kinds[at] ?? 0) === 0) emit(`s ${ground.shown[at] ?? ''}`);
  for (let at = mention.next; at < kinds.length && sentences[at] === here; at += 1)
    if ((kinds[at] ?? 0) === 0) emit(`s ${ground.shown[at] ?? ''}`);
}

/**
 * The features of people for one kind of harm, each once.
 *
 * @example
 * featuresOf(ground, people, 'killed').has('type name'); // true
 */
export function featuresOf(ground: Ground, people: People, kind: VictimKind): Set<string> {
  const found = new Set<string>();
  const near = people.mentions.filter((mention) => isNear(ground, mention, kind));
  for (const mention of near.slice(0, 8)) {
    const mark = mention.type === 'pronoun' ? 'p ' : '';
    const emit: Emit = (feature) => found.add(mark + feature);
    ways(ground, mention, kind, emit);
    grammar(ground, mention, kind, emit);
    around(ground, mention, emit);
    itself(ground, mention, emit);
    setting(ground, mention, kind, emit);
  }
  const first = people.mentions[0];
  found.add(`type ${people.type}`);
  found.add(`n ${sizeOf(people.n)}`);
  found.add(`mentions ${bucket(people.mentions.length)}`);
  found.add(`near ${bucket(near.length)}`);
  found.add(`place ${bucket(first?.sentence ?? 0)}`);
  found.add(`hits ${bucket(ground.hits[kind])}`);
  found.add(`named ${Math.min(people.parts.size, 3)}`);
  for (const head of people.heads) found.add(`any ${head}`);
  return found;
}
