/**
 * From the words that name a speaker to the actor they stand for: names, surnames, "the newspaper", "the spokesperson",
 * pronouns. Every resolution comes with a sentence that says why; what cannot be told stays null.
 */
import type { ActorKind } from '../record/actor.ts';
import type { Anonymity } from '../record/attribution.ts';
import { isFaceless, isMouthpiece, isPersonWord, kindOfWord } from './actor-words.ts';
import type { RawAttribution } from './attribution.ts';
import { type Entity, bareName, foldName } from './entities.ts';
import { actorKindOf, canonicalActorName } from './gazetteer.ts';
import { lowerAt, phraseEndingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** A resolved speaker. */
export interface Speaker {
  readonly named: string;
  readonly range: Range;
  readonly resolved: string | null;
  readonly because: string | null;
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
}

/** What was read so far. */
export interface Hearing {
  readonly parsed: ParsedText;
  readonly entities: readonly Entity[];
  /** Speakers so far with the token where each was named. */
  readonly spoken: Speaker[];
}

interface Verdict {
  readonly resolved: string | null;
  readonly because: string | null;
  readonly kind: ActorKind;
  readonly anonymity: Anonymity;
}

const UNKNOWN: Verdict = { resolved: null, because: null, kind: 'unnamed', anonymity: 'anonymous' };

function entitiesIn(hearing: Hearing, range: Range): Entity[] {
  return hearing.entities
    .filter((e) => e.mentions.some((m) => m >= range.from && m < range.to))
    .sort((a, b) => firstIn(a, range) - firstIn(b, range));
}

function firstIn(entity: Entity, range: Range): number {
  return entity.mentions.find((m) => m >= range.from && m < range.to) ?? range.to;
}

function isPerson(kind: ActorKind): boolean {
  return kind === 'person';
}

const DENYING = /^(?:denies|disputes|confirms|declines|silent)$/;

function pronoun(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const word = lowerAt(hearing.parsed, range.from);
  const fits = (kind: ActorKind): boolean => (/^(?:he|she|him|his|her)$/.test(word) ? isPerson(kind) || kind === 'unnamed' : word === 'it' || word === 'its' ? !isPerson(kind) : true);
  const near = (s: Speaker): boolean => s.resolved !== null || distance(hearing.parsed, s.range.from, range.from) <= 2;
  const last = hearing.spoken.findLast((s) => s.range.from < range.from && near(s) && fits(s.kind) && !impersonalWord(hearing.parsed, s));
  const sameSentence = last !== undefined && sentenceOf(hearing.parsed, last.range.from) === sentenceOf(hearing.parsed, range.from);
  const rebuts = DENYING.test(attribution.cue.does) && !sameSentence;
  const recent = recentEntity(hearing, range.from, (e) => fits(e.kind) && e.kind !== 'state' && (word !== 'they' || !isPerson(e.kind)));
  if (rebuts && recent !== null && recent.name !== last?.resolved) {
    return { resolved: recent.name, because: `"${word}" answers the sentence before, which last names ${recent.name}`, kind: recent.kind, anonymity: 'named' };
  }
  if (last !== undefined && distance(hearing.parsed, last.range.from, range.from) <= 3) {
    return { resolved: last.resolved, because: `"${word}" goes on from the speaker before, "${last.named}"`, kind: last.kind, anonymity: last.anonymity };
  }
  if (recent !== null) return { resolved: recent.name, because: `"${word}" stands after ${recent.name}`, kind: recent.kind, anonymity: 'named' };
  return last === undefined ? UNKNOWN : { resolved: last.resolved, because: `"${word}" goes on from "${last.named}"`, kind: last.kind, anonymity: last.anonymity };
}

/** "it was reported", "reports": nobody a pronoun could stand for. */
function impersonalWord(parsed: ParsedText, speaker: Speaker): boolean {
  return speaker.resolved === null && /^(?:it|reports?|reportedly|allegedly|rumours?|claims?|accounts?)$/.test(lowerAt(parsed, speaker.range.from));
}

function sentenceOf(parsed: ParsedText, token: number): number {
  let low = 0;
  let high = parsed.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parsed.sentences[middle]?.from ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

function distance(parsed: ParsedText, a: number, b: number): number {
  return sentenceOf(parsed, b) - sentenceOf(parsed, a);
}

/** The entity last mentioned before a token, at most three sentences back. */
function recentEntity(hearing: Hearing, before: number, fits: (entity: Entity) => boolean): Entity | null {
  let best: Entity | null = null;
  let at = -1;
  for (const entity of hearing.entities) {
    if (!fits(entity)) continue;
    const mention = entity.mentions.findLast((m) => m < before);
    if (mention !== undefined && mention > at) {
      at = mention;
      best = entity;
    }
  }
  return at >= 0 && distance(hearing.parsed, at, before) <= 3 ? best : null;
}

/** Head noun of a description: its last noun before a preposition, comma or relative clause. */
function headOf(parsed: ParsedText, range: Range): string {
  let head = '';
  for (let i = range.from; i < range.to; i += 1) {
    const tag = parsed.tags[i];
    if (tag === 'NOUN' || tag === 'NAME') head = lowerAt(parsed, i);
    else if (tag === 'PRON' || tag === 'NUM' || tag === 'ADJ') head = head === '' || !/^(?:NOUN|NAME)$/.test(parsed.tags[i - 1] ?? '') ? lowerAt(parsed, i) : head;
    else if (tag !== 'DET' && tag !== 'POSS' && tag !== 'CC' && !(tag === 'VBD' && head === '')) break;
    else if (tag === 'POSS' && !/^(?:'s|'|’)$/.test(lowerAt(parsed, i)) && head !== '') break;
  }
  return head;
}

function definite(hearing: Hearing, range: Range, head: string): Verdict | null {
  const { parsed, entities } = hearing;
  const kind = kindOfWord(head);
  const matches = (e: Entity): boolean => e.heads.has(head) || e.heads.has(head.replace(/s$/, ''));
  const before = recentOf(entities.filter(matches), range.from) ?? (kind === null ? null : recentSpoken(hearing, range.from, kind, head));
  if (before !== null) return { resolved: before.name, because: `"${textOf(parsed, range)}" is the ${head} named before, ${before.name}`, kind: before.kind, anonymity: 'named' };
  const after = entities.filter((e) => matches(e) && (e.mentions[0] ?? -1) > range.from).sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0))[0];
  if (after !== undefined && kind === 'media') return { resolved: after.name, because: `"${textOf(parsed, range)}" is named later: ${after.name}`, kind: after.kind, anonymity: 'named' };
  return null;
}

function recentOf(candidates: readonly Entity[], before: number): Entity | null {
  let best: Entity | null = null;
  let at = -1;
  for (const entity of candidates) {
    const mention = entity.mentions.findLast((m) => m < before) ?? -1;
    if (mention > at) {
      at = mention;
      best = entity;
    }
  }
  return best;
}

/** "the group" after an organisation without that word in its name: the last speaker of that kind. */
function recentSpoken(hearing: Hearing, before: number, kind: ActorKind, head: string): Entity | null {
  const generic = /^(?:group|organisation|organization|ngo|charity|outlet|newspaper|paper|agency|broadcaster|website|body|network|ministry|department|party)$/.test(head);
  if (!generic) return null;
  const last = hearing.spoken.findLast((s) => s.range.from < before && s.kind === kind && s.resolved !== null);
  const named = hearing.entities.find((e) => e.name === last?.resolved);
  return named ?? recentOf(hearing.entities.filter((e) => e.kind === kind), before);
}

function textOf(parsed: ParsedText, range: Range): string {
  return parsed.text.slice(parsed.tokens[range.from]?.start ?? 0, parsed.tokens[range.to - 1]?.end ?? 0).replace(/\s+/g, ' ');
}

function mouthpiece(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  let at = -1;
  for (let i = range.from; i < range.to; i += 1) if (isMouthpiece(lowerAt(parsed, i))) at = i;
  if (at < 0) return leaderOf(hearing, range);
  const inside = entitiesIn(hearing, range);
  const person = inside.find((e) => e.kind === 'person');
  if (person !== undefined) return { resolved: person.name, because: null, kind: 'person', anonymity: 'named' };
  const body = inside[0];
  if (body !== undefined) return { resolved: body.name, because: `speaks for ${body.name}`, kind: body.kind === 'unnamed' ? 'organisation' : body.kind, anonymity: 'role' };
  const owner = bodyWord(hearing, range);
  if (owner !== null) return { ...owner, anonymity: 'role' };
  const before = hearing.spoken.findLast((s) => s.anonymity === 'role' && s.range.from < range.from);
  if (before !== undefined) return { resolved: before.resolved, because: `"${textOf(parsed, range)}" is the one named before, "${before.named}"`, kind: before.kind, anonymity: 'role' };
  return { ...UNKNOWN, anonymity: 'role' };
}

/** "the head of the Dockers' Union", without a name: speaks for the union. */
function leaderOf(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  if (!/^(?:head|leader|director|president|chair|chairman|chairwoman|chief|secretary|coordinator)$/.test(headOf(parsed, range)) || lowerAt(parsed, range.from) !== 'the') return null;
  const inside = entitiesIn(hearing, range);
  if (inside.some((e) => e.kind === 'person')) return null;
  const body = inside.find((e) => tailOf(parsed, firstIn(e, range), range) && e.kind !== 'state' && e.kind !== 'unnamed');
  return body === undefined ? null : { resolved: body.name, because: `heads ${body.name}`, kind: body.kind, anonymity: 'role' };
}

/** "a spokesman for the ministry", "the army spokesman": the body by its common noun. */
function bodyWord(hearing: Hearing, range: Range): Verdict | null {
  for (let i = range.to - 1; i >= range.from; i -= 1) {
    const kind = kindOfWord(lowerAt(hearing.parsed, i));
    if (kind === null || kind === 'community') continue;
    const known = definite(hearing, { from: i, to: i + 1 }, lowerAt(hearing.parsed, i));
    const word = lowerAt(hearing.parsed, i);
    return known ?? { resolved: word, because: `speaks for the ${word}`, kind, anonymity: 'role' };
  }
  return null;
}

const DOCUMENT = /^(?:report|statement|letter|post|tweet|video|website|briefing|communique|announcement|press|study|survey|figures|message|account|channel|claim|claims|allegations|testimony)$/;

/** "its report", "a statement from the ministry", "the group's website": whoever put it out. */
function documentOf(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict | null {
  const { parsed } = hearing;
  if (!DOCUMENT.test(headOf(parsed, range))) return null;
  if (/^(?:his|her|its|their)$/.test(lowerAt(parsed, range.from))) return pronoun(hearing, { from: range.from, to: range.from + 1 }, attribution);
  for (let i = range.from; i < range.to - 1; i += 1) {
    if (/^(?:by|from|of)$/.test(lowerAt(parsed, i))) return verdictOn(hearing, { from: i + 1, to: range.to }, attribution);
    if (/^(?:'s|'|’)$/.test(lowerAt(parsed, i)) && i > range.from) return verdictOn(hearing, { from: range.from, to: i }, attribution);
  }
  return null;
}

function byName(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const inside = entitiesIn(hearing, range);
  if (inside.length === 0) return null;
  const head = headOf(parsed, range);
  const person = inside.find((e) => e.kind === 'person' && !possessed(parsed, e, range));
  if (person !== undefined) return { resolved: person.name, because: nameReason(parsed, range, person), kind: 'person', anonymity: 'named' };
  const apposed = inside.find((e) => afterComma(parsed, firstIn(e, range), range));
  const pick = apposed ?? inside.filter((e) => !possessed(parsed, e, range) && !tailOf(parsed, firstIn(e, range), range)).at(-1);
  if (pick === undefined || (isFaceless(head) && foldName(pick.name) !== head)) return null;
  if (isPersonWord(head) && pick.kind !== 'unnamed') return null;
  return { resolved: pick.name, because: nameReason(parsed, range, pick), kind: pick.kind, anonymity: 'named' };
}

function nameReason(parsed: ParsedText, range: Range, entity: Entity): string | null {
  return bareName(textOf(parsed, range)).replace(/^the /i, '') === entity.name ? null : `named as "${textOf(parsed, range)}"`;
}

function afterComma(parsed: ParsedText, at: number, range: Range): boolean {
  const before = /^(?:the|a)$/.test(lowerAt(parsed, at - 1)) ? at - 2 : at - 1;
  return before > range.from && lowerAt(parsed, before) === ',';
}

/** "Chechnya's purge": the owner is not the speaker. */
function possessed(parsed: ParsedText, entity: Entity, range: Range): boolean {
  const at = firstIn(entity, range);
  let i = at;
  while (i < range.to && (parsed.tags[i] === 'NAME' || /^(?:of|for|the)$/.test(lowerAt(parsed, i)))) i += 1;
  return /^(?:'s|'|’)$/.test(lowerAt(parsed, i)) && i < range.to - 1;
}

/** "residents of Zarvan", "the newspaper that …": names in a tail do not name the speaker. */
function tailOf(parsed: ParsedText, at: number, range: Range): boolean {
  for (let i = range.from; i < at; i += 1) {
    if (/^(?:PREP|THAT|TO|WH)$/.test(parsed.tags[i] ?? '') || /^(?:who|which)$/.test(lowerAt(parsed, i))) return true;
  }
  return false;
}

const COLLECTIVE = /^(?:police|army|military|government|authorities|prosecutors|ministry|parliament|court|kremlin|rebels|militia|officials)$/;

function described(hearing: Hearing, range: Range): Verdict {
  const head = headOf(hearing.parsed, range);
  const first = lowerAt(hearing.parsed, range.from);
  if (isFaceless(head)) return { ...UNKNOWN, kind: kindOfWord(head) ?? 'unnamed' };
  const pointed = /^(?:the|this|that|its|their)$/.test(first) || kindOfWord(head) === 'media';
  const resolved = pointed ? definite(hearing, range, head) : null;
  if (resolved !== null) return resolved;
  if (pointed && isPersonWord(head)) return personBefore(hearing, range, head);
  const kind = kindOfWord(head);
  const body = kind === 'public-body' || kind === 'organisation' || kind === 'media' || kind === 'unit';
  const told = body && first !== 'a' && first !== 'an' && range.to - range.from > (first === 'the' ? 2 : 1);
  if ((COLLECTIVE.test(head) || told) && kind !== null) {
    const bare = textOf(hearing.parsed, range).replace(/^(?:the|a|an) /i, '');
    return { resolved: bare, because: null, kind, anonymity: 'named' };
  }
  const shouted = hearing.parsed.shout ? inCapitals(hearing.parsed, range) : null;
  if (shouted !== null) return shouted;
  const office = pointed && isPersonWord(head);
  return { ...UNKNOWN, kind: kind ?? (isPersonWord(head) ? 'person' : 'unnamed'), anonymity: office ? 'role' : 'anonymous' };
}

/** Capitals tell no names apart: a title with more words is a person, a body's word with more words is that body. */
function inCapitals(parsed: ParsedText, range: Range): Verdict | null {
  const words = textOf(parsed, range).replace(/^(?:THE|A|AN) /, '');
  if (/^(?:A|AN|SOME|SEVERAL|MANY) /.test(textOf(parsed, range)) || !words.includes(' ')) return null;
  const titled = words.split(' ').findLastIndex((word, i) => i < 4 && isPersonWord(word.toLowerCase()));
  const name = words.split(' ').slice(titled + 1).join(' ');
  if (titled >= 0 && /^[\p{Lu}. ]{3,40}$/u.test(name) && !/^(?:OF|FOR|IN|AND) /.test(name)) return { resolved: name, because: `named as "${words}"`, kind: 'person', anonymity: 'named' };
  for (let i = range.from; i < range.to; i += 1) {
    const kind = kindOfWord(lowerAt(parsed, i));
    if (kind !== null && kind !== 'community') return { resolved: words, because: null, kind, anonymity: 'named' };
  }
  return null;
}

const OFFICE = /^(?:minister|president|director|chief|leader|governor|mayor|commander|secretary|chairman|chairwoman|chair|ambassador|deputy|premier|chancellor|envoy|rapporteur|commissioner|head|prosecutor|judge|king|queen|general|colonel)$/;

function personBefore(hearing: Hearing, range: Range, head: string): Verdict {
  const known = recentOf(hearing.entities.filter((e) => e.kind === 'person' && e.heads.has(head)), range.from);
  if (known === null) return { ...UNKNOWN, kind: 'person', anonymity: OFFICE.test(head) ? 'role' : 'anonymous' };
  return { resolved: known.name, because: `"${textOf(hearing.parsed, range)}" is the ${head} named before, ${known.name}`, kind: 'person', anonymity: 'named' };
}

/**
 * Resolves the words that name a speaker, and remembers it for the next ones.
 *
 * @example
 * resolveSpeaker(hearing, range, attribution).resolved; // 'Novaya Gazeta' for "the newspaper"
 */
export function resolveSpeaker(hearing: Hearing, range: Range, attribution: RawAttribution): Speaker {
  const { parsed } = hearing;
  const impersonal = attribution.impersonal && (attribution.source === range || attribution.source === null);
  const verdict = impersonal ? UNKNOWN : canonical(verdictOn(hearing, range, attribution));
  const speaker = { named: textOf(parsed, range), range, ...verdict };
  if (!impersonal) hearing.spoken.push(speaker);
  return speaker;
}

/** "who": the one just named. */
function relative(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const { parsed } = hearing;
  const last = lowerAt(parsed, range.from - 1) === ',' ? range.from - 2 : range.from - 1;
  const phrase = last < 0 ? null : phraseEndingAt(parsed, last, parsed.sentences[sentenceOf(parsed, last)]?.from ?? 0);
  return phrase === null || phrase.to - phrase.from === 0 ? UNKNOWN : verdictOn(hearing, phrase, attribution);
}

function canonical(verdict: Verdict): Verdict {
  if (verdict.resolved === null) return verdict;
  const told = verdict.kind === 'unnamed' ? actorKindOf(verdict.resolved) : verdict.kind;
  return { ...verdict, resolved: canonicalActorName(verdict.resolved), kind: told === 'person' && verdict.kind === 'unnamed' ? 'unnamed' : told };
}

function verdictOn(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const { parsed } = hearing;
  if (lowerAt(parsed, range.from) === 'who') return relative(hearing, range, attribution);
  const alone = range.to - range.from === 1;
  return parsed.tags[range.from] === 'PRON' || (alone && parsed.tags[range.from] === 'POSS')
    ? pronoun(hearing, range, attribution)
    : (mouthpiece(hearing, range) ?? documentOf(hearing, range, attribution) ?? byName(hearing, range) ?? described(hearing, range));
}
