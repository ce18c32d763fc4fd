/** Speakers that carry a name, and those who speak for a body: spokespersons and heads. */
import { isFaceless, isMouthpiece, isPersonWord, kindOfWord } from './actor-words.ts';
import { bareName } from './bare-name.ts';
import { definite } from './definite-speakers.ts';
import { type Entity, foldName } from './entities.ts';
import {
  distance,
  entitiesIn,
  firstIn,
  type Hearing,
  headOf,
  sentenceOf,
  tailOf,
  textOf,
  UNKNOWN,
  type Verdict,
} from './hearing.ts';
import { isPaperOfPlace } from './mark-place.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { isPeoplePlural, mayBePerson } from './people-nouns.ts';
import type { Range } from './sentences.ts';
import { bodyPhrase } from './subject-bodies.ts';

/**
 * Those who speak for a body; null when the words name no such office.
 *
 * @example
 * mouthpiece(hearing, range)?.anonymity; // 'role'
 */
export function mouthpiece(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  let at = -1;
  for (let i = range.from; i < range.to; i += 1)
    if (isMouthpiece(lowerAt(parsed, i)) && !isEnvoy(parsed, i)) at = i;
  if (at < 0) return leaderOf(hearing, range);
  const inside = namedInside(hearing, range);
  if (inside !== null) return inside;
  const again = sameHolder(hearing, range, at);
  if (again !== null) return again;
  const owner = bodyWord(hearing, range);
  if (owner !== null) return { ...owner, anonymity: 'role' };
  return namedElsewhere(hearing, range, lowerAt(parsed, at)) ?? { ...UNKNOWN, anonymity: 'role' };
}

/** "the High Representative", "the Special Representative": an office of its own. */
function isEnvoy(parsed: ParsedText, i: number): boolean {
  return (
    parsed.tokens[i]?.text === 'Representative' &&
    /^(?:high|special|permanent|personal)$/.test(lowerAt(parsed, i - 1))
  );
}

/** "a spokesman for the Dockers' Union": the person or body that the words themselves name. */
function namedInside(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const inside = entitiesIn(hearing, range).filter((e) => !e.place);
  const person = inside.find((e) => e.kind === 'person');
  if (
    person !== undefined &&
    /^(?:for|of|to)$/.test(lowerAt(parsed, beforeTitles(parsed, firstIn(person, range))))
  )
    return {
      resolved: person.name,
      because: `speaks for ${person.name}`,
      kind: 'person',
      anonymity: 'role',
    };
  if (person !== undefined)
    return { resolved: person.name, because: null, kind: 'person', anonymity: 'named' };
  const body = inside[0];
  if (body === undefined) return null;
  return {
    resolved: body.name,
    because: `speaks for ${body.name}`,
    kind: body.kind === 'unnamed' ? 'organisation' : body.kind,
    anonymity: 'role',
  };
}

/** "the police spokesman" after "A police spokesman, Lt Odo Nerr": the only one of that title, with the same body. */
function sameHolder(hearing: Hearing, range: Range, at: number): Verdict | null {
  const { parsed, entities } = hearing;
  const title = lowerAt(parsed, at);
  if (lowerAt(parsed, range.from) !== 'the') return null;
  const holders = entities.filter((e) => e.kind === 'person' && e.heads.has(title));
  const [holder] = holders;
  const first = holder?.mentions[0] ?? range.from;
  if (holder === undefined || holders.length !== 1 || first >= range.from) return null;
  const body = kindOfWord(lowerAt(parsed, at - 1)) === null ? null : lowerAt(parsed, at - 1);
  const near = [1, 2, 3, 4, 5, 6].some((n) => lowerAt(parsed, first - n) === body);
  if (body === null ? range.to - range.from > 2 : !near) return null;
  return {
    resolved: holder.name,
    because: `"${textOf(parsed, range)}" is ${holder.name}`,
    kind: 'person',
    anonymity: 'named',
  };
}

/** "the spokeswoman": the only person of the text with that title, else the last who spoke for somebody. */
function namedElsewhere(hearing: Hearing, range: Range, title: string): Verdict | null {
  const { parsed } = hearing;
  const holders = hearing.entities.filter((e) => e.kind === 'person' && e.heads.has(title));
  const [holder] = holders;
  if (holder !== undefined && holders.length === 1)
    return {
      resolved: holder.name,
      because: `"${textOf(parsed, range)}" is ${holder.name}`,
      kind: 'person',
      anonymity: 'named',
    };
  const actor = /^(?:its|their)$/.test(lowerAt(parsed, range.from)) ? bodyAtStart(hearing, range) : null;
  if (actor !== null) return actor;
  const before = hearing.spoken.findLast((s) => s.anonymity === 'role' && s.range.from < range.from);
  if (before === undefined) return bodyJustNamed(hearing, range);
  return {
    resolved: before.resolved,
    because: `"${textOf(parsed, range)}" is the one named before, "${before.named}"`,
    kind: before.kind,
    anonymity: 'role',
  };
}

/** "The Tamrin Army killed 63 men, its spokesman said": the body that the same sentence opens with. */
function bodyAtStart(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const from = parsed.sentences[sentenceOf(parsed, range.from)]?.from ?? range.from;
  const first = entitiesIn(hearing, { from, to: range.from }).find(
    (e) => !e.place && /^(?:organisation|public-body|unit|media)$/.test(e.kind),
  );
  return first === undefined
    ? null
    : { resolved: first.name, because: `speaks for ${first.name}`, kind: first.kind, anonymity: 'role' };
}

/** "A spokesman" after "The Free Valley Front put out a tape.": speaks for the only body that the sentence before names. */
function bodyJustNamed(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const bodies = hearing.entities.filter(
    (e) =>
      !e.place &&
      /^(?:organisation|public-body|unit|media)$/.test(e.kind) &&
      e.mentions.some((m) => m < range.from && distance(parsed, m, range.from) <= 1),
  );
  const [body] = bodies;
  if (body === undefined || bodies.length !== 1) return null;
  return {
    resolved: body.name,
    because: `"${textOf(parsed, range)}" speaks for ${body.name}, named just before`,
    kind: body.kind,
    anonymity: 'role',
  };
}

/** "the head of the Dockers' Union", without a name: speaks for the union. */
function leaderOf(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  if (
    !/^(?:head|leader|director|president|chair|chairman|chairwoman|chief|secretary|coordinator)$/.test(
      headOf(parsed, range),
    ) ||
    lowerAt(parsed, range.from) !== 'the'
  )
    return null;
  const inside = entitiesIn(hearing, range);
  if (inside.some((e) => e.kind === 'person')) return null;
  const body = inside.find(
    (e) => tailOf(parsed, firstIn(e, range), range) && e.kind !== 'state' && e.kind !== 'unnamed',
  );
  return body === undefined
    ? null
    : { resolved: body.name, because: `heads ${body.name}`, kind: body.kind, anonymity: 'role' };
}

/** "a spokesman for the ministry", "the army spokesman": the body by its common noun. */
function bodyWord(hearing: Hearing, range: Range): Verdict | null {
  for (let i = range.to - 1; i >= range.from; i -= 1) {
    const kind = kindOfWord(lowerAt(hearing.parsed, i));
    if (kind === null || kind === 'community') continue;
    const known = definite(hearing, { from: i, to: i + 1 }, lowerAt(hearing.parsed, i));
    const word = textOf(hearing.parsed, bodyPhrase(hearing.parsed, i, range.from));
    return known ?? { resolved: word, because: `speaks for the ${word}`, kind, anonymity: 'role' };
  }
  return null;
}

/**
 * The named actor among the words; null when the names there belong to something else.
 *
 * @example
 * byName(hearing, range)?.resolved; // 'Mira Halvek'
 */
export function byName(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const inside = entitiesIn(hearing, range);
  if (inside.length === 0) return bySurname(hearing, range);
  const head = headOf(parsed, range);
  if (
    /^(?:groups|organisations|organizations|agencies|outlets|newspapers|authorities|forces|media)$/.test(head)
  )
    return null;
  const person = inside.find(
    (e) =>
      e.kind === 'person' &&
      !possessed(parsed, e, range) &&
      !belongs(parsed, e, range) &&
      !describesPeople(parsed, e, range),
  );
  if (person !== undefined)
    return {
      resolved: person.name,
      because: nameReason(parsed, range, person),
      kind: 'person',
      anonymity: 'named',
    };
  const apposed = inside.find((e) => !e.place && afterComma(parsed, firstIn(e, range), range));
  const pick =
    apposed ??
    inside.filter((e) => !possessed(parsed, e, range) && !tailOf(parsed, firstIn(e, range), range)).at(-1);
  if (pick !== undefined && modifies(parsed, pick, range)) {
    const body = wholeBody(parsed, pick, range);
    if (body !== null) return body;
    if (pick.kind === 'unnamed' && !pick.place && !/^(?:media|organisation)$/.test(kindOfWord(head) ?? ''))
      return null;
  }
  if (pick !== undefined && isPaperOfPlace(parsed, pick.mentions, firstIn(pick, range))) return UNKNOWN;
  if (pick?.place && foldName(pick.name).split(' ').at(-1) !== head) return null;
  if (pick === undefined || (isFaceless(head) && foldName(pick.name) !== head)) return null;
  if (isPersonWord(head) && pick.kind !== 'unnamed') return null;
  return {
    resolved: pick.name,
    because: nameReason(parsed, range, pick),
    kind: pick.kind,
    anonymity: 'named',
  };
}

/** "Brand said": a surname that opens a sentence and is a word as well. */
function bySurname({ parsed, entities }: Hearing, range: Range): Verdict | null {
  const word = parsed.tokens[range.from];
  if (range.to - range.from !== 1 || word === undefined || !word.capital || parsed.shout) return null;
  const bearers = entities.filter(
    (e) =>
      e.kind === 'person' && e.name.endsWith(` ${word.text}`) && (e.mentions[0] ?? range.from) < range.from,
  );
  const [bearer] = bearers;
  return bearer === undefined || bearers.length !== 1
    ? null
    : { resolved: bearer.name, because: `named as "${word.text}"`, kind: 'person', anonymity: 'named' };
}

function nameReason(parsed: ParsedText, range: Range, entity: Entity): string | null {
  return bareName(textOf(parsed, range)).replace(/^the /i, '') === entity.name
    ? null
    : `named as "${textOf(parsed, range)}"`;
}

function afterComma(parsed: ParsedText, at: number, range: Range): boolean {
  const before = /^(?:the|a)$/.test(lowerAt(parsed, at - 1)) ? at - 2 : at - 1;
  return before > range.from && lowerAt(parsed, before) === ',';
}

/** "UN refugee agency", "Kalmira army": the name only opens the description. */
function modifies(parsed: ParsedText, entity: Entity, range: Range): boolean {
  let i = firstIn(entity, range);
  while (i < range.to && parsed.tags[i] === 'NAME') i += 1;
  return i < range.to && parsed.tags[i] === 'NOUN' && entity.kind !== 'media' && entity.kind !== 'person';
}

/** "*Dray Island* bosses": the name only tells whose people they are. */
function describesPeople(parsed: ParsedText, entity: Entity, range: Range): boolean {
  let i = firstIn(entity, range);
  while (i < range.to && parsed.tags[i] === 'NAME') i += 1;
  const lower = lowerAt(parsed, i);
  return i < range.to && parsed.tags[i] === 'NOUN' && (isPeoplePlural(lower) || lower === 'bosses');
}

function wholeBody(parsed: ParsedText, entity: Entity, range: Range): Verdict | null {
  const from = firstIn(entity, range);
  let to = from;
  while (to < range.to && /^(?:NAME|NOUN|ADJ)$/.test(parsed.tags[to] ?? '')) to += 1;
  const head = lowerAt(parsed, to - 1);
  if ((kindOfWord(head) !== 'public-body' && head !== 'agency') || lowerAt(parsed, to - 2) === 'news')
    return null;
  return { resolved: textOf(parsed, { from, to }), because: null, kind: 'public-body', anonymity: 'named' };
}

/** The token before a name and the titles in front of it. */
function beforeTitles(parsed: ParsedText, at: number): number {
  let i = at - 1;
  while (isPersonWord(lowerAt(parsed, i)) && parsed.tags[i] === 'NAME') i -= 1;
  return lowerAt(parsed, i) === 'the' ? i - 1 : i;
}

/** "a lawyer for Anna Sel", "relatives of Jon Drell": the name in the tail is not the speaker. */
function belongs(parsed: ParsedText, entity: Entity, range: Range): boolean {
  const at = beforeTitles(parsed, firstIn(entity, range));
  if (at < range.from || !/^(?:of|for|to|from|by|with|against|near|to)$/.test(lowerAt(parsed, at)))
    return false;
  for (let i = range.from; i < at; i += 1)
    if (
      isPersonWord(lowerAt(parsed, i)) ||
      isFaceless(lowerAt(parsed, i)) ||
      (parsed.tags[i] === 'NOUN' && mayBePerson(lowerAt(parsed, i)))
    )
      return true;
  return false;
}

/** "Chechnya's purge": the owner is not the speaker. */
function possessed(parsed: ParsedText, entity: Entity, range: Range): boolean {
  const at = firstIn(entity, range);
  let i = at;
  while (i < range.to && (parsed.tags[i] === 'NAME' || /^(?:of|for|the)$/.test(lowerAt(parsed, i)))) i += 1;
  return /^(?:'s|'|’)$/.test(lowerAt(parsed, i)) && i < range.to - 1;
}
