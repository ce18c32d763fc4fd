/** "the newspaper", "the minister", "THE COMMITTEE": descriptions that stand for somebody named elsewhere in the text. */
import type { ActorKind } from '../record/actor.ts';
import { isFaceless, isPersonWord, kindOfWord } from './actor-words.ts';
import { type Entity, foldName } from './entities.ts';
import { actorKindOf } from './gazetteer.ts';
import { type Hearing, headOf, recentOf, sentenceOf, textOf, UNKNOWN, type Verdict } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/**
 * Whom "the newspaper" or "the group" stands for; null when nobody fits.
 *
 * @example
 * definite(hearing, range, 'newspaper')?.resolved; // 'Novaya Gazeta'
 */
export function definite(hearing: Hearing, range: Range, head: string): Verdict | null {
  const { parsed, entities } = hearing;
  const kind = kindOfWord(head);
  const matches = (e: Entity): boolean => e.heads.has(head) || e.heads.has(head.replace(/s$/, ''));
  const bare = range.to - range.from <= 2;
  const before =
    recentOf(
      entities.filter((e) => matches(e) && (bare || e.name.toLowerCase() !== head)),
      range.from,
    ) ?? (kind === null ? null : recentSpoken(hearing, range.from, kind, head));
  if (before !== null)
    return {
      resolved: before.name,
      because: `"${textOf(parsed, range)}" is the ${head} named before, ${before.name}`,
      kind: before.kind,
      anonymity: 'named',
    };
  const said = hearing.spoken.findLast(
    (s) =>
      s.range.from < range.from &&
      s.anonymity === 'named' &&
      (bare || (s.resolved ?? '').toLowerCase() !== head) &&
      (s.resolved ?? '').toLowerCase().split(' ').includes(head),
  );
  if (said !== undefined)
    return {
      resolved: said.resolved,
      because: `"${textOf(parsed, range)}" is the ${head} that spoke before, "${said.named}"`,
      kind: said.kind,
      anonymity: 'named',
    };
  const later = (fits: (e: Entity) => boolean): Entity | undefined =>
    entities
      .filter((e) => fits(e) && (e.mentions[0] ?? -1) > range.from && !isOutlet(hearing, e.name))
      .sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0))[0];
  const after = later(matches) ?? (kind === 'media' ? later((e) => e.kind === 'media') : undefined);
  if (after !== undefined && kind === 'media')
    return {
      resolved: after.name,
      because: `"${textOf(parsed, range)}" is named later: ${after.name}`,
      kind: after.kind,
      anonymity: 'named',
    };
  const unnamed = hearing.spoken.some(
    (s) => s.resolved === null && s.range.from < range.from && s.named.toLowerCase().endsWith(head),
  );
  if (
    bare &&
    lowerAt(parsed, range.from) === 'the' &&
    !unnamed &&
    kind === 'media' &&
    hearing.outlet !== null &&
    actorKindOf(hearing.outlet) === 'media' &&
    MEDIUM.test(head)
  )
    return {
      resolved: hearing.outlet,
      because: `"${textOf(parsed, range)}" is the one that publishes this`,
      kind,
      anonymity: 'named',
    };
  const only = entities.filter((e) => e.kind === 'person' && e.heads.has(head));
  const [holder] = only;
  if (holder !== undefined && only.length === 1 && OFFICE.test(head) && sameOffice(hearing, holder, range))
    return {
      resolved: holder.name,
      because: `"${textOf(parsed, range)}" is the ${head} named in this text, ${holder.name}`,
      kind: 'person',
      anonymity: 'named',
    };
  return null;
}

const MEDIUM = /^(?:newspaper|paper|agency|broadcaster|station|magazine|channel|website|outlet|radio)$/;

function isOutlet(hearing: Hearing, name: string): boolean {
  return hearing.outlet !== null && foldName(hearing.outlet) === foldName(name);
}

/** "the group" after an organisation without that word in its name: the last speaker of that kind. */
function recentSpoken(hearing: Hearing, before: number, kind: ActorKind, head: string): Entity | null {
  const generic =
    /^(?:group|organisation|organization|ngo|charity|outlet|newspaper|paper|agency|broadcaster|website|body|network)$/.test(
      head,
    );
  if (!generic) return null;
  const last = hearing.spoken.findLast(
    (s) =>
      s.range.from < before &&
      s.kind === kind &&
      s.resolved !== null &&
      !(kind === 'media' && isOutlet(hearing, s.resolved)),
  );
  const named = hearing.entities.find((e) => e.name === last?.resolved);
  return (
    named ??
    recentOf(
      hearing.entities.filter((e) => e.kind === kind && !(kind === 'media' && isOutlet(hearing, e.name))),
      before,
    )
  );
}

const COLLECTIVE =
  /^(?:police|army|military|government|authorities|prosecutors|ministry|parliament|court|kremlin|rebels|militia|officials|amnesty|reuters|tass|interfax|xinhua|afp|bbc|cnn)$/;

/**
 * The verdict on a speaker without a name of its own.
 *
 * @example
 * described(hearing, range).anonymity; // 'anonymous' for "a resident"
 */
export function described(hearing: Hearing, range: Range): Verdict {
  const head = headOf(hearing.parsed, range);
  const first = lowerAt(hearing.parsed, range.from);
  if (isFaceless(head)) return { ...UNKNOWN, kind: kindOfWord(head) ?? 'unnamed' };
  const pointed = /^(?:the|this|that|its|their)$/.test(first) || kindOfWord(head) === 'media';
  const owned = hearing.parsed.tags
    .slice(range.from + 1, range.to)
    .some((tag, k) => tag === 'POSS' && /^(?:'s|'|’s|’)$/.test(lowerAt(hearing.parsed, range.from + 1 + k)));
  const resolved =
    pointed && !(owned && /^(?:service|office|department)$/.test(head))
      ? definite(hearing, range, head)
      : null;
  if (resolved !== null) return resolved;
  if (pointed && isPersonWord(head)) return personBefore(hearing, range, head);
  const behind = head === 'office' ? (officeOf(hearing, range) ?? officeBehind(hearing, range)) : null;
  if (behind !== null) return behind;
  const kind = kindOfWord(head);
  const body = kind === 'public-body' || kind === 'organisation' || kind === 'media' || kind === 'unit';
  const told =
    body &&
    !/^(?:groups?|organi[sz]ations|outlets|newspapers|agencies|media|networks|ngos|charities|associations)$/.test(
      head,
    ) &&
    first !== 'a' &&
    first !== 'an' &&
    first !== 'one' &&
    first !== 'another' &&
    range.to - range.from > (first === 'the' ? 2 : 1);
  if ((COLLECTIVE.test(head) || told) && kind !== null) {
    const cut = { from: range.from, to: endOfOffice(hearing.parsed, range) };
    const bare = textOf(hearing.parsed, cut).replace(/^(?:the|a|an|its|their|his|her|our) /i, '');
    return { resolved: bare, because: null, kind, anonymity: 'named' };
  }
  const shouted = hearing.parsed.shout ? inCapitals(hearing.parsed, range) : null;
  if (shouted !== null) return shouted;
  const office = pointed && isPersonWord(head);
  const held = office || kind === 'public-body' ? officeHeld(hearing, range, head) : null;
  if (held !== null) return held;
  return {
    ...UNKNOWN,
    kind: kind ?? (isPersonWord(head) ? 'person' : 'unnamed'),
    anonymity: office ? 'role' : 'anonymous',
  };
}

/** Capitals tell no names apart: a title with more words is a person, a body's word with more words is that body. */
export function inCapitals(parsed: ParsedText, range: Range): Verdict | null {
  const words = (textOf(parsed, range).split(',')[0] ?? '').replace(/^(?:THE|A|AN) /, '');
  const last = words.toLowerCase().split(' ').at(-1) ?? '';
  if (/^(?:A|AN|SOME|SEVERAL|MANY) /.test(textOf(parsed, range)) || !words.includes(' ') || isFaceless(last))
    return null;
  const titled = words
    .split(' ')
    .findLastIndex((word, i) => i < 4 && (isPersonWord(word.toLowerCase()) || CLERGY.test(word)));
  const name = words
    .split(' ')
    .slice(titled + 1)
    .join(' ');
  if (titled >= 0 && /^[\p{Lu}. ]{3,40}$/u.test(name) && !/^(?:OF|FOR|IN|AND) /.test(name))
    return { resolved: name, because: `named as "${words}"`, kind: 'person', anonymity: 'named' };
  for (let i = range.from; i < range.to; i += 1) {
    const kind = kindOfWord(lowerAt(parsed, i));
    if (kind !== null && kind !== 'community')
      return { resolved: words, because: null, kind, anonymity: 'named' };
  }
  return null;
}

const CLERGY =
  /^(?:ARCHBISHOP|CARDINAL|FATHER|MONSIGNOR|REVEREND|PRESIDENT|COMANDANTE|COMMANDER|CONGRESSMAN)$/;

const OFFICE =
  /^(?:minister|president|director|chief|leader|governor|mayor|commander|secretary|chairman|chairwoman|chair|ambassador|deputy|premier|chancellor|envoy|rapporteur|commissioner|head|prosecutor|judge|king|queen|general|colonel|ombudsman|ombudswoman)$/;

/** "The prosecutor of Kessar", "Ostrana's ombudsman": an office with its place, held by somebody not named. */
function officeHeld(hearing: Hearing, range: Range, head: string): Verdict | null {
  const { parsed } = hearing;
  if (!OFFICE.test(head)) return null;
  const title = { from: range.from + 1, to: range.to };
  const capitals =
    title.to - title.from >= 2 && parsed.tags.slice(title.from, title.to).every((tag) => tag === 'NAME');
  if (capitals && lowerAt(parsed, range.from) === 'the') {
    const words = textOf(parsed, title);
    return {
      resolved: words,
      because: `the office of "${words}"; its holder is not named here`,
      kind: 'person',
      anonymity: 'role',
    };
  }
  for (let i = range.from; i < range.to; i += 1) {
    const of = /^(?:of|for)$/.test(lowerAt(parsed, i)) && i > range.from;
    const owner = /^(?:'s|'|’)$/.test(lowerAt(parsed, i));
    if (!of && !owner) continue;
    const named = of
      ? parsed.tags.slice(i + 1, Math.min(i + 4, range.to)).includes('NAME')
      : parsed.tags[i - 1] === 'NAME';
    if (!named) continue;
    const end = endOfOffice(parsed, range);
    const words = textOf(parsed, { from: range.from, to: end }).replace(/^(?:the|a|an) /i, '');
    return {
      resolved: words,
      because: `the office of "${words}"; its holder is not named here`,
      kind: 'person',
      anonymity: 'role',
    };
  }
  return null;
}

/** The description without a relative clause or an apposition. */
function endOfOffice(parsed: ParsedText, range: Range): number {
  for (let i = range.from + 1; i < range.to; i += 1)
    if (/^(?:,|who|which|that|—|–|\()$/.test(lowerAt(parsed, i))) return i;
  return range.to;
}

/** "Mr. Vey's office", "Her office": speaks for that person. */
function officeOf(hearing: Hearing, range: Range): Verdict | null {
  const { parsed, entities } = hearing;
  const own = /^(?:his|her)$/.test(lowerAt(parsed, range.from));
  const person = own
    ? recentOf(
        entities.filter((e) => e.kind === 'person'),
        range.from,
      )
    : entities.find((e) => e.kind === 'person' && e.mentions.some((m) => m >= range.from && m < range.to));
  return person === null || person === undefined
    ? null
    : { resolved: person.name, because: `speaks for ${person.name}`, kind: 'person', anonymity: 'role' };
}

/** "The office of the governor of Kessar" speaks for the governor. */
function officeBehind(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const at = range.from + (lowerAt(parsed, range.from) === 'the' ? 1 : 0);
  if (
    lowerAt(parsed, at) !== 'office' ||
    lowerAt(parsed, at + 1) !== 'of' ||
    lowerAt(parsed, at + 2) !== 'the'
  )
    return null;
  const inner = { from: at + 2, to: range.to };
  const head = headOf(parsed, inner);
  return isPersonWord(head) ? officeHeld(hearing, inner, head) : null;
}

/** "the mayor of Dol" is not the mayor of Norrin named before. */
function sameOffice(hearing: Hearing, holder: Entity, range: Range): boolean {
  const { parsed } = hearing;
  const places = hearing.entities.filter(
    (e) => e !== holder && e.mentions.some((m) => m >= range.from && m < range.to),
  );
  if (places.length === 0) return true;
  const first = holder.mentions[0] ?? 0;
  return places.some((e) =>
    e.mentions.some((m) => Math.abs(m - first) < 8 && sentenceOf(parsed, m) === sentenceOf(parsed, first)),
  );
}

function personBefore(hearing: Hearing, range: Range, head: string): Verdict {
  const holders = hearing.entities.filter((e) => e.kind === 'person' && e.heads.has(head));
  const known =
    range.to - range.from > 2 && OFFICE.test(head)
      ? recentOf(
          holders.filter((e) => sameOffice(hearing, e, range)),
          range.from,
        )
      : recentOf(holders, range.from);
  const held = known === null ? officeHeld(hearing, range, head) : null;
  if (held !== null) return held;
  if (known === null)
    return { ...UNKNOWN, kind: 'person', anonymity: OFFICE.test(head) ? 'role' : 'anonymous' };
  return {
    resolved: known.name,
    because: `"${textOf(hearing.parsed, range)}" is the ${head} named before, ${known.name}`,
    kind: 'person',
    anonymity: 'named',
  };
}
