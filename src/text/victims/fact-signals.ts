/**
 * A few dozen measured signals of people and a kind of harm, as numbers: grammar, nearness, who they are by the noun
 * that the source uses, what the sentence and the text are about (combat, bomb, abduction, history, court).
 */
import { lowAt } from '../acts/reading.ts';
import { KIND_BIT } from './act-words.ts';
import { type Ground, isNear } from './fact-features.ts';
import type { Mention } from './mentions.ts';
import type { People } from './same-people.ts';
import { VICTIM_KINDS, type VictimKind } from './victim-fact.ts';

const HEADS: readonly RegExp[] = [
  /^(?:soldier|troop|officer|sergeant|lieutenant|captain|corporal|trooper|serviceman|recruit|conscript|marine|sailor|guardsm[ae]n|military|militiam[ae]n|colonel|general|major|commander|cadet|paratrooper)/,
  /^(?:police|cop|agent|detective|patrolm[ae]n|carabinero|gendarme|guard|bodyguard|escort|watchm[ae]n)/,
  /^(?:guerr?illa|rebel|terrorist|subversive|extremist|insurgent|militant|combatant|fighter|contra|assailant|attacker|gunm[ae]n|criminal|hitm[ae]n|murderer|assassin|trafficker|delinquent|kidnapp?er|suspect)/,
  /^(?:people|persons?|individuals?|victims?|others?|dead|wounded|injured|lives|bodies|citizens?|civilians?|casualties|more)$|^$/,
  /^(?:peasant|farmer|worker|resident|villager|vendor|driver|passenger|passer|bystander|employee|student|teacher|man|men|wom[ae]n|girl|boy|child|youth|minor|bab|miner|neighbou?r|merchant|businessm)/,
  /^(?:priest|jesuit|nun|bishop|monsignor|clergym|pastor|father|religious|archbishop|catechist|missionar)/,
  /^(?:wife|husband|son|daughter|brother|sister|mother|cousin|relative|nephew|niece|widow|famil|uncle|aunt|parent)/,
  /^(?:leader|senator|deput|minister|mayor|governor|judge|candidate|president|official|councilm|congressm|magistrate|prosecutor|attorney|lawyer|ambassador|diplomat|politician|unionist|director|secretar|activist|member)/,
  /^(?:journalist|reporter|newsm|photographer|correspondent|cameram|editor|technician|engineer|doctor|nurse|tourist|foreigner|seam|american|soviet|citizen)/,
];
const TOPICS: readonly RegExp[] = [
  /^(?:clash(?:es|ed)?|combats?|fighting|battles?|ambush(?:ed)?|patrols?|troops|confrontations?|offensive|skirmish(?:es)?|gunfire|firefight|encounters?|engagements?|repelled)$/,
  /^(?:casualt(?:y|ies)|battalions?|brigades?|garrison|army|units?|guerrillas?|rebels?|subversives?|military)$/,
  /^(?:bombs?|bombings?|explosions?|exploded|explosives?|dynamite|grenades?|mines?|detonated|blast|car-bomb|device)$/,
  /^(?:attacks?|attacked|terrorists?|gunmen|assailants?|hitmen|murderers?|assassins?|armed|unidentified|hooded|individuals|shots|machinegun)$/,
  /^(?:kidnapp?(?:ed|ings?|ers?)|hostages?|ransom|abduct(?:ed|ion)|captors?|released?|freed)$/,
  /^(?:massacres?|bodies|corpses?|tortured|murder(?:ed|s)?|assassinat(?:ed|ion))$/,
  /^(?:years?|decade|war|history|century|months?|since|during|1\d\d\d)$/,
  /^(?:total|toll|altogether|far|throughout|statistics|figures|report|average|number|thousands|hundreds|percent)$/,
  /^(?:trial|court|judge|accused|investigations?|sentenced|charged|arrested|crime|suspects?|detained|captured|responsible|case)$/,
  /^(?:if|would|will|could|may|might|threat(?:s|ened)?|planned|plan|order(?:ed)?|should|attempt(?:ed)?|tried)$/,
  /^(?:today|yesterday|morning|night|afternoon|tonight|last|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/,
  /^(?:accident|crash(?:ed)?|earthquake|plane|flight|aircraft|helicopter)$/,
  /^(?:surrender(?:ed)?|seized|weapons|rifles|ammunition|operations?|captured)$/,
];
const topicOf = new Map<string, number>();

function topicBits(low: string): number {
  const known = topicOf.get(low);
  if (known !== undefined) return known;
  let bits = 0;
  for (const [at, topic] of TOPICS.entries()) if (topic.test(low)) bits |= 1 << at;
  if (topicOf.size > 20_000) topicOf.clear();
  topicOf.set(low, bits);
  return bits;
}

/** Topics of each sentence and of the text, counted. */
export interface Topics {
  readonly ofSentence: readonly Uint8Array[];
  readonly ofText: Float64Array;
  readonly sentences: number;
}

/** Counts the topics of a text. */
export function topicsOf(ground: Ground): Topics {
  const ofSentence: Uint8Array[] = [];
  const ofText = new Float64Array(TOPICS.length);
  const words = ground.tokens.words;
  for (const [at, word] of words.entries()) {
    const sentence = ground.sentences[at] ?? 0;
    let row = ofSentence[sentence];
    if (row === undefined) ofSentence[sentence] = row = new Uint8Array(TOPICS.length);
    const bits = topicBits(word.low);
    if (bits === 0) continue;
    for (let topic = 0; topic < TOPICS.length; topic += 1)
      if ((bits & (1 << topic)) !== 0) {
        row[topic] = (row[topic] ?? 0) + 1;
        ofText[topic] = (ofText[topic] ?? 0) + 1;
      }
  }
  for (let topic = 0; topic < TOPICS.length; topic += 1)
    ofText[topic] = ((ofText[topic] ?? 0) * 100) / Math.max(1, words.length);
  return { ofSentence, ofText, sentences: ofSentence.length };
}

const FAR = 30;

interface Bound {
  own: number;
  near: number;
  other: number;
  agent: number;
  unsure: number;
}

function boundOf(ground: Ground, mention: Mention, kind: VictimKind, bound: Bound): void {
  for (const act of ground.acts) {
    if (Math.abs(act.first - mention.first) > 60) continue;
    const own = act.entry.measure === kind;
    for (const patient of act.patients) {
      if (patient.first >= mention.next || patient.next <= mention.first) continue;
      const exact = patient.quantity !== null && patient.quantity.first === mention.core;
      if (own && (act.polarity === 'negated' || act.modality !== 'asserted')) bound.unsure = 1;
      else if (own && exact) bound.own += 1;
      else if (own) bound.near += 1;
      else if ((VICTIM_KINDS as readonly string[]).includes(act.entry.measure) && exact) bound.other += 1;
    }
    if (act.agent !== null && own && act.agent.first < mention.next && act.agent.next > mention.first)
      bound.agent = 1;
  }
}

/** Distance to the nearest word of a kind to one side, in the sentence. */
function gap(ground: Ground, mention: Mention, bits: number, step: 1 | -1): number {
  const { kinds, sentences } = ground;
  let at = step === 1 ? mention.next : mention.first - 1;
  for (let far = 0; far < FAR && sentences[at] === mention.sentence; far += 1, at += step)
    if (((kinds[at] ?? 0) & bits) !== 0) return far;
  return FAR;
}

function flag(condition: boolean): number {
  return condition ? 1 : 0;
}

/** The signals; their order is that of the trained trees. */
export function signalsOf(
  ground: Ground,
  topics: Topics,
  request: { readonly people: People; readonly kind: VictimKind },
): number[] {
  const { people, kind } = request;
  const bit = KIND_BIT[kind];
  const near = people.mentions.filter((mention) => isNear(ground, mention, kind)).slice(0, 8);
  const bound: Bound = { own: 0, near: 0, other: 0, agent: 0, unsure: 0 };
  let [right, left, otherRight, otherLeft, by, subset, including, others, the] = [
    FAR,
    FAR,
    FAR,
    FAR,
    0,
    0,
    0,
    0,
    0,
  ];
  const topic = new Float64Array(TOPICS.length);
  const about = new Float64Array(TOPICS.length);
  for (const mention of near) {
    boundOf(ground, mention, kind, bound);
    right = Math.min(right, gap(ground, mention, bit, 1));
    left = Math.min(left, gap(ground, mention, bit, -1));
    otherRight = Math.min(otherRight, gap(ground, mention, 7 & ~bit, 1));
    otherLeft = Math.min(otherLeft, gap(ground, mention, 7 & ~bit, -1));
    const before = lowAt(ground.tokens, mention.first - 1);
    by += flag(before === 'by');
    subset += flag(
      /^(?:including|among|of)$/.test(before) || /^(?:of)$/.test(lowAt(ground.tokens, mention.next)),
    );
    including += flag(
      /^(?:including|among)$/.test(lowAt(ground.tokens, mention.next)) ||
        lowAt(ground.tokens, mention.next + 1) === 'including',
    );
    others += flag(/^(?:others?|more)$/.test(lowAt(ground.tokens, mention.core + 1)));
    the += flag(/^(?:the|these|those|all)$/.test(before));
    const row = topics.ofSentence[mention.sentence];
    for (let at = 0; at < TOPICS.length; at += 1) topic[at] = Math.max(topic[at] ?? 0, row?.[at] ?? 0);
    for (const beside of [-2, -1, 1, 2]) {
      const other = topics.ofSentence[mention.sentence + beside];
      for (let at = 0; at < TOPICS.length; at += 1) about[at] = Math.max(about[at] ?? 0, other?.[at] ?? 0);
    }
  }
  const first = people.mentions[0];
  const heads = HEADS.map((sort) =>
    flag([...people.heads].some((head) => sort.test(head)) || (people.heads.size === 0 && sort.test(''))),
  );
  return [
    VICTIM_KINDS.indexOf(kind),
    people.type === 'count' ? 0 : people.type === 'name' ? 1 : 2,
    Math.log(people.n),
    flag(people.n % 10 === 0),
    people.mentions.length,
    near.length,
    first?.sentence ?? 0,
    (first?.sentence ?? 0) / Math.max(1, topics.sentences),
    topics.sentences,
    people.parts.size,
    bound.own,
    bound.near,
    bound.other,
    bound.agent,
    bound.unsure,
    right,
    left,
    otherRight,
    otherLeft,
    by,
    subset,
    including,
    others,
    the,
    ground.hits.killed,
    ground.hits.injured,
    ground.hits.abducted,
    near[0]?.sentence ?? -1,
    ...heads,
    ...topic,
    ...about,
    ...topics.ofText,
  ];
}
