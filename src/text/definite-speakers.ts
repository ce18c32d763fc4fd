/** "the newspaper", "the minister", "THE COMMITTEE": descriptions that stand for somebody named elsewhere in the text. */
import type { ActorKind } from '../record/actor.ts';
import { isFaceless, isPersonWord, kindOfWord } from './actor-words.ts';
import { inCapitals } from './capitals.ts';
import { type Entity, foldName } from './entities.ts';
import { actorKindOf } from './gazetteer.ts';
import { distance, type Hearing, headOf, recentOf, textOf, UNKNOWN, type Verdict } from './hearing.ts';
import { isPaperOfPlace } from './mark-place.ts';
import { lowerAt } from './noun-phrases.ts';
import { endOfOffice, OFFICE, officeBehind, officeHeld, officeOf, sameOffice } from './offices.ts';
import type { ParsedText } from './parsed-text.ts';
import { mayBePerson } from './people-nouns.ts';
import type { Range } from './sentences.ts';
import { fullerBody } from './subject-bodies.ts';

/**
 * Whom "the newspaper" or "the group" stands for; null when nobody fits.
 *
 * @example
 * definite(hearing, range, 'newspaper')?.resolved; // 'Novaya Gazeta'
 */
export function definite(hearing: Hearing, range: Range, head: string): Verdict | null {
  const same = lowerAt(hearing.parsed, range.from + 1) === 'same' ? 1 : 0;
  const description = { range, head, kind: kindOfWord(head), bare: range.to - range.from - same <= 2 };
  return (
    namedBefore(hearing, description) ??
    spokenBefore(hearing, description) ??
    (description.bare &&
    (lowerAt(hearing.parsed, range.from) === 'the' || lowerAt(hearing.parsed, range.from - 1) === 'the')
      ? fullerBody(hearing, range.from, head)
      : null) ??
    publisherBefore(hearing, description) ??
    mediumNamedLater(hearing, description) ??
    bodyNamedLater(hearing, description) ??
    ownPublisher(hearing, description) ??
    onlyHolder(hearing, description) ??
    (description.bare && lowerAt(hearing.parsed, range.from) === 'the'
      ? fullerBody(hearing, range.from, head)
      : null)
  );
}

/** "the newspaper" with its head word, what that word names, and whether it stands alone with its article. */
interface Description {
  readonly range: Range;
  readonly head: string;
  readonly kind: ActorKind | null;
  readonly bare: boolean;
}

function carries(e: Entity, head: string): boolean {
  return e.heads.has(head) || e.heads.has(head.replace(/s$/, ''));
}

/** The last one named before with that word, else the last speaker of that kind. */
function namedBefore(hearing: Hearing, { range, head, kind, bare }: Description): Verdict | null {
  const fitting = hearing.entities.filter(
    (e) =>
      carries(e, head) &&
      (bare || e.name.toLowerCase() !== head) &&
      !e.mentions.some((at) => isPaperOfPlace(hearing.parsed, e.mentions, at)),
  );
  const before =
    recentOf(fitting, range.from) ?? (kind === null ? null : recentSpoken(hearing, range.from, kind, head));
  if (before === null) return null;
  return {
    resolved: before.name,
    because: `"${textOf(hearing.parsed, range)}" is the ${head} named before, ${before.name}`,
    kind: before.kind,
    anonymity: 'named',
  };
}

/** The last speaker whose name holds that word. */
function spokenBefore(hearing: Hearing, { range, head, kind, bare }: Description): Verdict | null {
  const said = hearing.spoken.findLast(
    (s) =>
      s.range.from < range.from &&
      s.anonymity === 'named' &&
      (bare || (s.resolved ?? '').toLowerCase() !== head) &&
      ((s.resolved ?? '').toLowerCase().split(' ').includes(head) ||
        (hearing.parsed.shout && kind === 'media' && s.kind === kind)),
  );
  if (said === undefined) return null;
  return {
    resolved: said.resolved,
    because: `"${textOf(hearing.parsed, range)}" is the ${head} that spoke before, "${said.named}"`,
    kind: said.kind,
    anonymity: 'named',
  };
}

/** "The newspaper" after "El Correo de Tamar published photographs": what published, though its name does not say what it is. */
function publisherBefore(hearing: Hearing, { range, kind }: Description): Verdict | null {
  if (kind !== 'media') return null;
  const { parsed } = hearing;
  const publishes = (e: Entity): boolean =>
    e.mentions.some((m) => {
      if (m >= range.from || distance(parsed, m, range.from) > 2) return false;
      let i = m;
      while (i < range.from && (parsed.tags[i] === 'NAME' || /^(?:of|for|the)$/.test(lowerAt(parsed, i))))
        i += 1;
      return /^(?:published|printed|aired|broadcast|reported|ran)$/.test(lowerAt(parsed, i));
    });
  const found = recentOf(
    hearing.entities.filter(
      (e) => !e.place && e.heads.size === 0 && !isOutlet(hearing, e.name) && publishes(e),
    ),
    range.from,
  );
  if (found === null) return null;
  return {
    resolved: found.name,
    because: `"${textOf(parsed, range)}" is ${found.name}, which published before`,
    kind: 'media',
    anonymity: 'named',
  };
}

/** A newspaper or agency that the text names only after it is described. */
function mediumNamedLater(hearing: Hearing, { range, head, kind, bare }: Description): Verdict | null {
  if (kind !== 'media') return null;
  const later = (fits: (e: Entity) => boolean): Entity | undefined =>
    hearing.entities
      .filter((e) => fits(e) && (e.mentions[0] ?? -1) > range.from && !isOutlet(hearing, e.name))
      .sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0))[0];
  const after = later((e) => carries(e, head)) ?? (bare ? later((e) => e.kind === 'media') : undefined);
  if (after === undefined) return null;
  return {
    resolved: after.name,
    because: `"${textOf(hearing.parsed, range)}" is named later: ${after.name}`,
    kind: after.kind,
    anonymity: 'named',
  };
}

/** "her party" before "The New Dawn party": the only one of that word, named within the next two sentences. */
function bodyNamedLater(hearing: Hearing, { range, head, bare }: Description): Verdict | null {
  const { parsed } = hearing;
  if (!bare || !/^(?:party|movement|group|union|association|network|front|militia)$/.test(head)) return null;
  const fitting = hearing.entities.filter((e) => !e.place && e.kind !== 'person' && e.heads.has(head));
  const [only] = fitting;
  const first = only?.mentions[0] ?? -1;
  if (only === undefined || fitting.length > 1 || first < range.from) return null;
  if (distance(parsed, range.from, first) > 2) return null;
  return {
    resolved: only.name,
    because: `"${textOf(parsed, range)}" is named later: ${only.name}`,
    kind: only.kind,
    anonymity: 'named',
  };
}

/** "The newspaper", where no other was meant: the one that publishes the text. */
function ownPublisher(hearing: Hearing, { range, head, kind, bare }: Description): Verdict | null {
  const { parsed, outlet } = hearing;
  if (!bare || kind !== 'media' || !MEDIUM.test(head) || lowerAt(parsed, range.from) !== 'the') return null;
  if (lowerAt(parsed, range.from + 1) === 'same') return null;
  if (outlet === null || actorKindOf(outlet) !== 'media') return null;
  const unnamed = hearing.spoken.some(
    (s) => s.resolved === null && s.range.from < range.from && s.named.toLowerCase().endsWith(head),
  );
  if (unnamed) return null;
  return {
    resolved: outlet,
    because: `"${textOf(parsed, range)}" is the one that publishes this`,
    kind,
    anonymity: 'named',
  };
}

/** The only person of the text with that office, wherever named. */
function onlyHolder(hearing: Hearing, { range, head }: Description): Verdict | null {
  const holders = hearing.entities.filter((e) => e.kind === 'person' && e.heads.has(head));
  const [holder] = holders;
  if (holder === undefined || holders.length !== 1) return null;
  if (!OFFICE.test(head) || !sameOffice(hearing, holder, range)) return null;
  return {
    resolved: holder.name,
    because: `"${textOf(hearing.parsed, range)}" is the ${head} named in this text, ${holder.name}`,
    kind: 'person',
    anonymity: 'named',
  };
}

const MEDIUM = /^(?:newspaper|paper|agency|broadcaster|station|magazine|channel|website|outlet|radio)$/;

function isOutlet(hearing: Hearing, name: string): boolean {
  return hearing.outlet !== null && foldName(hearing.outlet) === foldName(name);
}

/** "the group" after an organisation without that word in its name: the last speaker of that kind. */
function recentSpoken(
  hearing: Hearing,
  before: number,
  kind: ActorKind,
  head: string,
): Pick<Entity, 'name' | 'kind'> | null {
  const generic =
    /^(?:group|organisation|organization|ngo|charity|outlet|newspaper|paper|daily|weekly|magazine|agency|broadcaster|station|channel|website|body|network)$/.test(
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
  const worded =
    last === undefined || last.resolved === null ? null : { name: last.resolved, kind: last.kind };
  return (
    named ??
    worded ??
    recentOf(
      hearing.entities.filter((e) => e.kind === kind && !(kind === 'media' && isOutlet(hearing, e.name))),
      before,
    )
  );
}

const COLLECTIVE =
  /^(?:palace|junta|gendarmerie|navy|archive|opposition|presidency|coastguard|police|army|military|government|authorities|prosecutors|ministry|parliament|court|kremlin|rebels|militia|officials|amnesty|reuters|tass|interfax|xinhua|afp|bbc|cnn)$/;

/**
 * The verdict on a speaker without a name of its own.
 *
 * @example
 * described(hearing, range).anonymity; // 'anonymous' for "a resident"
 */
export function described(hearing: Hearing, range: Range): Verdict {
  const { parsed } = hearing;
  const head = headOf(parsed, range);
  const kind = kindOfWord(head);
  const state = stateMedium(parsed, range, head);
  if (state !== null) return state;
  const called = calledSo(hearing, range, head);
  if (called !== null) return called;
  if (isFaceless(head)) return { ...UNKNOWN, kind: kind ?? 'unnamed' };
  const pointed = /^(?:the|this|that|its|their)$/.test(lowerAt(parsed, range.from)) || kind === 'media';
  const owned = /^(?:his|her|our)$/.test(lowerAt(parsed, range.from)) && !isPersonWord(head);
  const resolved =
    (pointed || owned) && !isOwnedBranch(parsed, range, head) ? definite(hearing, range, head) : null;
  if (resolved !== null) return resolved;
  if (pointed && isPersonWord(head)) return personBefore(hearing, range, head);
  const behind = head === 'office' ? (officeOf(hearing, range) ?? officeBehind(hearing, range)) : null;
  if (behind !== null) return behind;
  if (kind !== null && (COLLECTIVE.test(head) || isTellingBody(parsed, range, head)))
    return bodyAsWorded(parsed, range, kind);
  const shouted = parsed.shout ? inCapitals(parsed, range) : null;
  if (shouted !== null) return shouted;
  const held = kind === 'public-body' ? officeHeld(hearing, range, head) : null;
  if (held !== null) return held;
  return { ...UNKNOWN, kind: kind ?? (isPersonWord(head) ? 'person' : 'unnamed') };
}

/** "state television", "State media": called so, it is a name; no other medium of the text is meant. */
function stateMedium(parsed: ParsedText, range: Range, head: string): Verdict | null {
  const at = lowerAt(parsed, range.from) === 'the' ? range.from + 1 : range.from;
  if (!/^(?:state|national|government|official|army|provincial|party)$/.test(lowerAt(parsed, at)))
    return null;
  if (!/^(?:media|television|tv|radio|broadcaster|newspaper|agency|press)$/.test(head) || range.to - at > 3)
    return null;
  return bodyAsWorded(parsed, { from: at, to: range.to }, 'media');
}

/** "the doctor", "the midwife": the one person of the text called so, before or in the next two sentences; of two, neither. */
function calledSo(hearing: Hearing, range: Range, head: string): Verdict | null {
  if (lowerAt(hearing.parsed, range.from) !== 'the' || range.to - range.from !== 2) return null;
  if (!mayBePerson(head) || OFFICE.test(head)) return null;
  const holders = hearing.entities.filter((e) => e.kind === 'person' && e.heads.has(head));
  const before = holders.filter((e) => (e.mentions[0] ?? range.from) < range.from);
  const [holder] = before.length > 0 ? before : holders;
  if (holder === undefined || (before.length || holders.length) !== 1) return null;
  const near = distance(hearing.parsed, range.from, holder.mentions[0] ?? range.from) <= 2;
  if (!near) return null;
  return {
    resolved: holder.name,
    because: `"${textOf(hearing.parsed, range)}" is ${holder.name}, called so in this text`,
    kind: 'person',
    anonymity: 'named',
  };
}

/** "the army's press service": a branch named by its owner, no body named before. */
function isOwnedBranch(parsed: ParsedText, range: Range, head: string): boolean {
  if (!/^(?:service|office|department)$/.test(head)) return false;
  return parsed.tags
    .slice(range.from + 1, range.to)
    .some((tag, k) => tag === 'POSS' && /^(?:'s|'|’s|’)$/.test(lowerAt(parsed, range.from + 1 + k)));
}

/** "the regional health ministry": one body, told by more than its head word. */
function isTellingBody(parsed: ParsedText, range: Range, head: string): boolean {
  const kind = kindOfWord(head);
  const first = lowerAt(parsed, range.from);
  return (
    (kind === 'public-body' || kind === 'organisation' || kind === 'media' || kind === 'unit') &&
    !/^(?:groups?|organi[sz]ations|outlets|newspapers|agencies|media|networks|ngos|charities|associations)$/.test(
      head,
    ) &&
    !/^(?:a|an|one|another)$/.test(first) &&
    parsed.tags[range.from] !== 'NUM' &&
    range.to - range.from > (/^(?:the|his|her|its|their|our|this|that)$/.test(first) ? 2 : 1)
  );
}

function bodyAsWorded(parsed: ParsedText, range: Range, kind: ActorKind): Verdict {
  const cut = { from: range.from, to: endOfOffice(parsed, range) };
  for (let i = cut.from; i < cut.to; i += 1)
    if (lowerAt(parsed, i) === 'and' && /^(?:DET|POSS)$/.test(parsed.tags[i + 1] ?? ''))
      return { ...UNKNOWN, kind };
  const bare = textOf(parsed, cut).replace(/^(?:the|a|an|its|their|his|her|our) /i, '');
  return { resolved: bare, because: null, kind, anonymity: 'named' };
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
