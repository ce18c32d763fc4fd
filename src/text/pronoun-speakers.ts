/** Pronouns that speak: he, she, it, they, by recency, number and kind; "they have denied" answers the sentence before. */
import type { ActorKind } from '../record/actor.ts';
import type { RawAttribution } from './attribution.ts';
import { type Entity, foldName } from './entities.ts';
import {
  distance,
  type Hearing,
  headOf,
  type Speaker,
  sentenceOf,
  UNKNOWN,
  type Verdict,
} from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { isPeoplePlural, mayBePerson } from './people-nouns.ts';
import { newSubject, subjectSince, topicAsked } from './pronoun-subjects.ts';
import type { Range } from './sentences.ts';
import { fullerBody, subjectBody } from './subject-bodies.ts';

function isPerson(kind: ActorKind): boolean {
  return kind === 'person';
}

const SINGULAR = /^(?:he|she|him|his|her)$/;
const DENYING = /^(?:denies|disputes)$/;

/** What a pronoun's attribution must tell. */
type Said = Pick<RawAttribution, 'cue' | 'sentence'> & Partial<Pick<RawAttribution, 'addressee' | 'source'>>;

/**
 * Whom a pronoun stands for.
 *
 * @example
 * pronoun(hearing, range, attribution).resolved; // 'Rosgvardia' for "they have denied"
 */
export function pronoun(hearing: Hearing, range: Range, attribution: Said): Verdict {
  const { parsed } = hearing;
  const word = lowerAt(parsed, range.from);
  const near = (s: Speaker): boolean =>
    s.resolved !== null || distance(parsed, s.range.from, range.from) <= 2;
  const latest = hearing.spoken.findLast(
    (s) => s.range.from < range.from && near(s) && continues(hearing, word, s) && !impersonalWord(parsed, s),
  );
  const last = outerOf(hearing, word, latest, range.from);
  const apart = last === undefined ? 99 : distance(parsed, last.range.from, range.from);
  const directly = attribution.cue.from - range.to <= 3;
  const rebuts = DENYING.test(attribution.cue.does) && apart !== 0 && directly;
  const recent = recentEntity(
    hearing,
    range.from,
    (e) =>
      fits(word, e.kind) &&
      !(e.place && !rebuts) &&
      e.kind !== 'state' &&
      !(e.kind === 'media' && hearing.outlet !== null && foldName(e.name) === foldName(hearing.outlet)) &&
      (word !== 'they' || !isPerson(e.kind)) &&
      !(SINGULAR.test(word) && e.kind === 'unnamed' && !actsAsPerson(parsed, e)) &&
      agrees(word, sexOf(hearing, e.name)),
  );
  const agreeing = (person: Entity): boolean => agrees(word, sexOf(hearing, person.name));
  const topic = topicAsked(hearing, range.from);
  if (topic !== null) return topic;
  const inner = SINGULAR.test(word) ? subjectSince(hearing, agreeing, { before: range.from, last }) : null;
  if (inner !== null) return named(inner, `"${word}" goes on from ${inner.name}, of whom is spoken`);
  const fresh = SINGULAR.test(word) ? newSubject(hearing, agreeing, { before: range.from, last }) : null;
  if (fresh !== null) return named(fresh, `"${word}" stands after ${fresh.name}, who came in since`);
  const questioned = askedBefore(hearing, word, range, attribution);
  if (questioned !== null) return named(questioned, `"${word}" is the one who was asked, ${questioned.name}`);
  const mute = /^(?:declines|silent)$/.test(attribution.cue.does);
  const opens =
    /^(?:it|its)$/.test(word) && apart >= (rebuts ? 1 : 2) && !mute ? subjectBody(hearing, range.from) : null;
  if (opens !== null) return opens;
  const beside =
    apart === 0 &&
    last !== undefined &&
    !isPerson(last.kind) &&
    peopleSince(parsed, last.range.to, range.from);
  if (word === 'they' && beside) return UNKNOWN;
  const one = last !== undefined && isPerson(last.kind) && last.anonymity === 'named' && apart > 0;
  if (word === 'they' && (someOfThem(parsed, range.from) || (one && peopleBeside(parsed, range.from))))
    return UNKNOWN;
  if (recent !== null && rebuts && recent.name !== last?.resolved) {
    return named(recent, `"${word}" answers the sentence before, which last names ${recent.name}`);
  }
  if (
    SINGULAR.test(word) &&
    last === undefined &&
    recent !== null &&
    rivalOf(hearing, word, { recent, before: range.from })
  )
    return {
      ...UNKNOWN,
      kind: 'person',
      because: `"${word}" may be ${recent.name} or somebody else named beside`,
    };
  if (SINGULAR.test(word) && strangerBefore(parsed, last?.range.to ?? 0, range.from)) return UNKNOWN;
  if (last !== undefined && (apart <= 3 || recent === null)) {
    const { resolved, kind, anonymity } = last;
    return {
      resolved,
      because: `"${word}" goes on from the speaker before, "${last.named}"`,
      kind,
      anonymity,
    };
  }
  if (word === 'they' && (tellsUs(parsed, attribution) || peopleBefore(parsed, range.from, recent)))
    return UNKNOWN;
  if (recent === null)
    return (/^(?:it|its)$/.test(word) ? fullerBody(hearing, range.from, null) : null) ?? UNKNOWN;
  return named(recent, `"${word}" stands after ${recent.name}`);
}

/** "Ana Petrescu met Daria Vold. She said": two persons stand in one sentence and nothing tells them apart. */
function rivalOf(
  hearing: Hearing,
  word: string,
  { recent, before }: { readonly recent: Entity; readonly before: number },
): boolean {
  const { parsed } = hearing;
  const at = recent.mentions.findLast((m) => m < before) ?? -1;
  const home = sentenceOf(parsed, at);
  if (home === sentenceOf(parsed, before)) return false;
  return hearing.entities.some(
    (e) =>
      e !== recent &&
      e.kind === 'person' &&
      !e.place &&
      agrees(word, sexOf(hearing, e.name)) &&
      !(sexOf(hearing, recent.name) !== null && sexOf(hearing, e.name) === null) &&
      e.mentions.some((m) => m < at && sentenceOf(parsed, m) === home),
  );
}

const ASKED =
  /^(?:asked|approached|contacted|called|phoned|reached|questioned|wrote|written|e-?mailed|invited|sent|put|submitted|addressed|forwarded|pressed)$/;

/** "The paper asked the Prison Service for a list. It declined": whoever was asked. */
function askedBefore(hearing: Hearing, word: string, range: Range, attribution: Said): Entity | null {
  const { parsed } = hearing;
  if (!/^(?:declines|silent)$/.test(attribution.cue.does)) return null;
  const here = sentenceOf(parsed, range.from);
  const sentence = parsed.sentences[here - 1];
  if (sentence === undefined) return null;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (!ASKED.test(lowerAt(parsed, i)) || (parsed.quoteAt[i - 1] ?? -1) >= 0) continue;
    const fitting = hearing.entities.filter(
      (e) => fits(word, e.kind) && !e.place && e.mentions.some((m) => m > i && m < i + 8),
    );
    const [found] = fitting;
    if (found !== undefined && fitting.length === 1) return found;
  }
  return null;
}

function named(entity: Entity, because: string): Verdict {
  return { resolved: entity.name, because, kind: entity.kind, anonymity: 'named' };
}

const EXAMINED = /^(?:cross-examination|cross-examined|questioning)$/;

/** "Ilk said that the guard had told them. On cross-examination *he* conceded": the one who testifies, not the nameless one within. */
function outerOf(
  hearing: Hearing,
  word: string,
  latest: Speaker | undefined,
  at: number,
): Speaker | undefined {
  if (latest === undefined || latest.resolved !== null || !SINGULAR.test(word)) return latest;
  const { parsed } = hearing;
  const home = sentenceOf(parsed, latest.range.from);
  const here = parsed.sentences[sentenceOf(parsed, at)]?.from ?? at;
  const examined = [...Array(Math.min(6, at - here)).keys()].some((k) =>
    EXAMINED.test(lowerAt(parsed, here + k)),
  );
  if (!examined || sentenceOf(parsed, at) === home) return latest;
  const outer = hearing.spoken.find(
    (s) =>
      s.resolved !== null &&
      s.range.from < latest.range.from &&
      sentenceOf(parsed, s.range.from) === home &&
      continues(hearing, word, s),
  );
  return outer ?? latest;
}

/** "he" is a person, "it" is none, "they" may be anybody. */
function fits(word: string, kind: ActorKind): boolean {
  if (/^(?:he|she|him|his|her)$/.test(word)) return isPerson(kind) || kind === 'unnamed';
  return (word !== 'it' && word !== 'its') || !isPerson(kind);
}

/** The speaker before goes on: a person, or somebody who speaks for a body, as the pronoun demands. */
function continues(hearing: Hearing, word: string, speaker: Speaker): boolean {
  if (!SINGULAR.test(word))
    return fits(word, speaker.kind) || (word === 'they' && speaker.anonymity === 'role');
  if (!isPerson(speaker.kind) && speaker.anonymity === 'named' && speaker.kind !== 'unnamed') return false;
  const head = headOf(hearing.parsed, speaker.range);
  if (isPeoplePlural(head) || severalIn(hearing.parsed, speaker.range)) return false;
  if (speaker.resolved === null && /^(?:defence|defense|prosecution|palace|hospital|embassy)$/.test(head))
    return false;
  if (speaker.kind === 'community' || /\b(?:sources|witnesses|officials|groups?)$/.test(speaker.named))
    return false;
  const sex =
    sexOfWords(speaker.named) ?? (speaker.resolved === null ? null : sexOf(hearing, speaker.resolved));
  return agrees(word, sex);
}

/** "two of his colleagues", "19 of them": more than one. */
function severalIn(parsed: ParsedText, { from }: Range): boolean {
  return parsed.tags[from] === 'NUM' && lowerAt(parsed, from) !== 'one' && lowerAt(parsed, from) !== '1';
}

type Sex = 'm' | 'f';

function agrees(word: string, sex: Sex | null): boolean {
  if (sex === null || !SINGULAR.test(word)) return true;
  return /^(?:she|her)$/.test(word) === (sex === 'f');
}

/** What the words themselves say: "a spokeswoman", "Mr", "his mother". Never guessed from a name. */
function sexOfWords(named: string): Sex | null {
  const own = named.split(/,| who | whose | which /)[0] ?? named;
  if (/\b(?:she|mrs|ms|\p{L}*woman|mother|sister|wife|widow|daughter|aunt)\b/iu.test(own)) return 'f';
  return /\b(?:he|mr|spokesman|man|chairman|policeman|father|brother|husband|son|uncle)\b/i.test(own)
    ? 'm'
    : null;
}

/** What the speakers so far say about the one of that name. */
function sexOf(hearing: Hearing, name: string): Sex | null {
  for (const speaker of hearing.spoken) {
    if (speaker.resolved !== name || speaker.anonymity === 'role') continue;
    const sex = sexOfWords(speaker.named);
    if (sex !== null) return sex;
  }
  return null;
}

/** A single name that does or says something somewhere ("Brek arrived"). */
function actsAsPerson(parsed: ParsedText, entity: Entity): boolean {
  return entity.mentions.some(
    (m) =>
      /^(?:VBF|VBD|MODAL)$/.test(parsed.tags[m + 1] ?? '') ||
      /^(?:said|says|told|asked)$/.test(lowerAt(parsed, m - 1)),
  );
}

/** "They told us": not the one who publishes. */
function tellsUs(parsed: ParsedText, attribution: Said): boolean {
  return (
    (attribution.addressee ?? null) !== null &&
    /^(?:us|me)$/.test(lowerAt(parsed, attribution.addressee?.from ?? 0))
  );
}

/** "Behind her is a former policeman who …": somebody without a name came in since the speaker before. */
function strangerBefore(parsed: ParsedText, since: number, before: number): boolean {
  const here = sentenceOf(parsed, before);
  const first = Math.max(since, parsed.sentences[Math.max(0, here - 1)]?.from ?? 0);
  for (let i = first; i < (parsed.sentences[here]?.from ?? 0) - 2; i += 1) {
    if (
      /^(?:i|we)$/.test(lowerAt(parsed, first)) &&
      /^(?:a|an)$/.test(lowerAt(parsed, i)) &&
      [1, 2, 3].some((n) => mayBePerson(lowerAt(parsed, i + n)))
    )
      return true;
    if (!/^(?:is|was|stands|stood|sits|sat|comes|came)$/.test(lowerAt(parsed, i))) continue;
    if (!/^(?:a|an|another)$/.test(lowerAt(parsed, i + 1))) continue;
    for (let k = i + 2; k < i + 5; k += 1)
      if (/^who$/.test(lowerAt(parsed, k)) && mayBePerson(lowerAt(parsed, k - 1))) return true;
  }
  return false;
}

/** People in the plural stand between the body named last and "they". */
function peopleBefore(parsed: ParsedText, before: number, body: Entity | null): boolean {
  const since = body?.mentions.findLast((m) => m < before) ?? -1;
  const first = parsed.sentences[Math.max(0, sentenceOf(parsed, before) - 1)]?.from ?? 0;
  for (let i = Math.max(since + 1, first); i < before; i += 1)
    if (parsed.tags[i] === 'NOUN' && isPeoplePlural(lowerAt(parsed, i))) return true;
  return false;
}

/** People in the plural stand between the speaker of the same sentence and "they". */
function peopleSince(parsed: ParsedText, from: number, to: number): boolean {
  for (let i = Math.max(from, to - LONGEST); i < to; i += 1)
    if (parsed.tags[i] === 'NOUN' && isPeoplePlural(lowerAt(parsed, i))) return true;
  return false;
}

/** Tokens that are looked back over within one sentence: keeps endless sentences linear. */
const LONGEST = 80;

/** "The Office has interviewed 41 of them. They …": people without a name. */
function someOfThem(parsed: ParsedText, before: number): boolean {
  const sentence = parsed.sentences[sentenceOf(parsed, before) - 1];
  if (sentence === undefined) return false;
  for (let i = Math.max(sentence.from, sentence.to - LONGEST); i < sentence.to - 2; i += 1)
    if (parsed.tags[i] === 'NUM' && lowerAt(parsed, i + 1) === 'of' && lowerAt(parsed, i + 2) === 'them')
      return true;
  return false;
}

/** "Several officers are accused of it, which they deny": people in the plural open the same sentence. */
function peopleBeside(parsed: ParsedText, before: number): boolean {
  const from = parsed.sentences[sentenceOf(parsed, before)]?.from ?? before;
  for (let i = Math.max(from, before - LONGEST); i < before; i += 1)
    if (parsed.tags[i] === 'NOUN' && isPeoplePlural(lowerAt(parsed, i))) return true;
  return false;
}

/** "it was reported", "reports": nobody a pronoun could stand for. */
function impersonalWord(parsed: ParsedText, speaker: Speaker): boolean {
  return (
    speaker.resolved === null &&
    /^(?:it|reports?|reportedly|allegedly|rumours?|claims?|accounts?)$/.test(
      lowerAt(parsed, speaker.range.from),
    )
  );
}

/** "met *the brother of* Celso Mamari. He told us": the one who is somebody's brother, where nobody else tells of Mamari. */
function ofAnother(parsed: ParsedText, { mentions }: Entity, at: number): boolean {
  const kin = lowerAt(parsed, at - 2);
  return mentions[0] === at && /^(?:of|for|to)$/.test(lowerAt(parsed, at - 1)) && KIN.test(kin);
}

const KIN =
  /^(?:father|mother|brother|sister|son|daughter|wife|husband|widow|widower|uncle|aunt|cousin|nephew|niece|friend|colleague|neighbour|neighbor|lawyer|guard|driver|cellmate|relative|assistant|aide)$/;

/** The entity last mentioned before a token, at most three sentences back. */
function recentEntity(hearing: Hearing, before: number, fits: (entity: Entity) => boolean): Entity | null {
  let best: Entity | null = null;
  let at = -1;
  for (const entity of hearing.entities) {
    if (!fits(entity)) continue;
    const mention = entity.mentions.findLast((m) => m < before && lowerAt(hearing.parsed, m - 1) !== '(');
    if (mention !== undefined && mention > at) {
      at = mention;
      best = entity;
    }
  }
  if (best?.kind === 'person' && ofAnother(hearing.parsed, best, at)) return null;
  return at >= 0 && distance(hearing.parsed, at, before) <= 3 ? best : null;
}
