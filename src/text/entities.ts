/**
 * Who and what is named in a text, with kinds, head nouns ("newspaper") and other names, in order of appearance. Serves
 * only to resolve speakers; it is no register of persons and leaves the room only as a proposed name.
 */
import type { ActorKind } from '../record/actor.ts';
import { isMouthpiece, isPersonWord, kindOfWord } from './actor-words.ts';
import { bareName, isRank, titlesOf } from './bare-name.ts';
import { actorKindOf } from './gazetteer.ts';
import { markPlace, placesIt } from './mark-place.ts';
import { nameRun, opensFellows } from './name-run.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { mayBePerson } from './people-nouns.ts';
import type { Range } from './sentences.ts';

/** One named thing. */
export interface Entity {
  name: string;
  kind: ActorKind;
  /** The text treats it as a place ("in Kessar", "from Upper Kessar"): no pronoun or description stands for it. */
  place: boolean;
  /** Lower-case nouns that describe it. */
  readonly heads: Set<string>;
  /** Folded other names. */
  readonly aliases: Set<string>;
  /** Token indexes of mentions, ascending. */
  readonly mentions: number[];
}

/** Names folded lately: every mention of a text is compared with every name of it. */
const folds = new Map<string, string>();
const MOST_FOLDS = 20_000;

/** Folds a name for comparison: case, dots, articles and accents. @example foldName('the U.N.'); // 'un' */
export function foldName(name: string): string {
  const known = folds.get(name);
  if (known !== undefined) return known;
  if (folds.size >= MOST_FOLDS) folds.clear();
  const folded = foldedAnew(name);
  folds.set(name, folded);
  return folded;
}

function foldedAnew(name: string): string {
  const plain = /[^ -~]/.test(name) ? name.normalize('NFKD').replace(/\p{M}/gu, '') : name;
  return plain
    .toLowerCase()
    .replace(/[.’'"“”]/g, '')
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const NO_ENTITY =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|i|mr|mrs|ms|dr|twitter|facebook|telegram|youtube|instagram)$/;

function kindOf(parsed: ParsedText, run: Range, heads: ReadonlySet<string>): ActorKind {
  for (const head of heads) {
    if (isPersonWord(head) || (mayBePerson(head) && kindOfWord(head) === null)) return 'person';
    const kind = kindOfWord(head);
    if (kind !== null) return kind;
  }
  for (let i = run.to - 1; i >= run.from; i -= 1) {
    const kind = kindOfWord(lowerAt(parsed, i));
    if (kind !== null) return kind;
  }
  if (run.to - run.from > 1 && /^(?:staff|assembly|secretariat|cabinet)$/.test(lowerAt(parsed, run.to - 1)))
    return 'public-body';
  if (opensFellows(parsed, run)) return 'organisation';
  const words = run.to - run.from;
  const first = parsed.tokens[run.from]?.text ?? '';
  if (/^\p{Lu}{2,}$/u.test(first) || /^(?:\p{Lu}\.){2,}$/u.test(first)) return 'organisation';
  return words >= 2 && words <= 4 ? 'person' : 'unnamed';
}

/** Nouns before ("Russian newspaper X", "Foreign Minister, X") and after ("X, a newspaper") a name. */
function headsOf(parsed: ParsedText, run: Range): Set<string> {
  const heads = new Set<string>();
  let i = run.from - 1;
  if (lowerAt(parsed, i) === ',') i -= 1;
  const before = lowerAt(parsed, i);
  const title = lowerAt(parsed, before === '.' ? i - 1 : i);
  if (/^(?:dr|prof)$/.test(title)) for (const called of titlesOf(`${title} `, '')) heads.add(called);
  const apart = i < run.from - 1;
  const office = isPersonWord(before) || isMouthpiece(before);
  const kind = kindOfWord(before) !== null && !(apart && parsed.tags[i] === 'NAME');
  const trade =
    !apart &&
    parsed.tags[i] === 'NOUN' &&
    !before.endsWith('s') &&
    mayBePerson(before) &&
    kindOfWord(lowerAt(parsed, run.to - 1)) === null &&
    run.to - run.from <= 3 &&
    !/^(?:front|army|party|alliance|movement|camp|command|brigade)$/.test(lowerAt(parsed, run.to - 1));
  if (/^(?:NOUN|NAME)$/.test(parsed.tags[i] ?? '') && (office || kind || trade)) heads.add(before);
  else if (before === ':') addCaption(parsed, i, heads);
  else if (lowerAt(parsed, run.from - 1) === ',') for (const head of officeBefore(parsed, i)) heads.add(head);
  if (lowerAt(parsed, run.to) === ',') {
    const found: string[] = [];
    let k = run.to + 1;
    for (; k < run.to + 9; k += 1) {
      const tag = parsed.tags[k];
      if (/^(?:'s|'|’)$/.test(lowerAt(parsed, k))) found.length = 0;
      if (!/^(?:DET|ADJ|NOUN|NAME|POSS|NUM|VBD)$/.test(tag ?? '')) break;
      if (
        tag === 'VBD' &&
        !(lowerAt(parsed, k).endsWith('ed') && /^(?:NOUN|ADJ)$/.test(parsed.tags[k + 1] ?? ''))
      )
        break;
      if (k === run.to + 1 && tag !== 'DET' && !isPersonWord(lowerAt(parsed, k))) break;
      const lower = lowerAt(parsed, k);
      const trade = /^(?:a|an)$/.test(lowerAt(parsed, run.to + 1)) && mayBePerson(lower);
      if (tag === 'NOUN' && (isPersonWord(lower) || kindOfWord(lower) !== null || trade)) found.push(lower);
    }
    if (!/^(?:VBD|VBF|AUX|MODAL)$/.test(parsed.tags[k] ?? '')) for (const head of found) heads.add(head);
  }
  const next = lowerAt(parsed, run.to);
  if (
    parsed.tags[run.to] === 'NOUN' &&
    /^(?:party|movement|newspaper|weekly|magazine|militia|group)$/.test(next)
  )
    heads.add(next);
  return heads;
}

/** "Spokesperson for the Office: Marta Lindqvist", a line of its own. */
function addCaption(parsed: ParsedText, colon: number, heads: Set<string>): void {
  let first = colon;
  while (first > 0 && colon - first < 14 && parsed.paragraphAt[first - 1] === parsed.paragraphAt[colon])
    first -= 1;
  const word = lowerAt(parsed, first);
  if (isPersonWord(word)) heads.add(word);
}

/** "the governor of Kessar, X": the office before the comma, with its place. */
function officeBefore(parsed: ParsedText, last: number): string[] {
  for (let i = last; i > 0 && i > last - 8; i -= 1) {
    const tag = parsed.tags[i] ?? 'MARK';
    const lower = lowerAt(parsed, i);
    const office = (tag === 'NOUN' || tag === 'NAME') && isPersonWord(lower);
    if (office && /^(?:of|for|in|to|at)$/.test(lowerAt(parsed, i + 1))) return [lower];
    if (!/^(?:NAME|NOUN|ADJ|DET|PREP|POSS)$/.test(tag)) return [];
  }
  return [];
}

function textOf(parsed: ParsedText, run: Range): string {
  return parsed.text
    .slice(parsed.tokens[run.from]?.start ?? 0, parsed.tokens[run.to - 1]?.end ?? 0)
    .replace(/\s+/g, ' ');
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
}

function lastMention(entity: Entity): number {
  return entity.mentions.at(-1) ?? -1;
}

type Standing = 'definite' | 'place' | 'bare';

function match(entities: readonly Entity[], folded: string, how: Standing): Entity | undefined {
  const exact =
    entities.find((e) => foldName(e.name) === folded) ??
    entities.filter((e) => e.aliases.has(folded)).sort((a, b) => lastMention(b) - lastMention(a))[0] ??
    entities.find((e) => e.kind !== 'person' && foldName(e.name).startsWith(`${folded} of `));
  if (exact !== undefined) return exact;
  if (folded.includes(' '))
    return entities.findLast((e) => e.kind === 'person' && foldName(e.name).endsWith(` ${folded}`));
  return (
    entities.findLast(
      (e) =>
        e.kind === 'person' &&
        (how !== 'place' || e.heads.size > 0) &&
        foldName(e.name).split(' ').at(-1) === folded,
    ) ??
    entities.findLast(
      (e) => e.kind !== 'person' && folded.length > 3 && foldName(e.name).startsWith(`${folded} `),
    ) ??
    (how === 'definite' ? shortened(entities, folded) : undefined) ??
    (how === 'bare' ? byFirstName(entities, folded) : undefined)
  );
}

/** "the KLA" after "the Kessar Liberation Army": the only body of the text with those initials. */
function abbreviated(entities: readonly Entity[], written: string): Entity | undefined {
  if (!/^\p{Lu}{2,6}$/u.test(written)) return undefined;
  const fitting = entities.filter(
    (e) => !e.place && e.name.includes(' ') && initials(e.name) === written.toLowerCase(),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "Ngozi" after "Ngozi Eze": the only person of the text with that first name. */
function byFirstName(entities: readonly Entity[], folded: string): Entity | undefined {
  const fitting = entities.filter((e) => e.kind === 'person' && foldName(e.name).startsWith(`${folded} `));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "the Guard" after "the Interior Guard", "the Courier" after "The Sorev Courier". */
function shortened(entities: readonly Entity[], folded: string): Entity | undefined {
  const tells = kindOfWord(folded) !== null;
  const fitting = entities
    .filter(
      (e) =>
        (tells ? e.kind !== 'person' : e.kind === 'media') &&
        ` ${foldName(e.name).replace(/ (?:of|for|on|against) .*$/, '')}`.endsWith(` ${folded}`),
    )
    .sort((a, b) => lastMention(b) - lastMention(a));
  return tells || fitting.length === 1 ? fitting[0] : undefined;
}

/** A headline in capitals, and the town in capitals that opens a dispatch. */
function inCapitalsOnly(parsed: ParsedText, run: Range, paragraph: { start: number; end: number }): boolean {
  const words = parsed.text.slice(paragraph.start, paragraph.end);
  if (words.length > 20 && !/\p{Ll}/u.test(words) && words === words.toUpperCase() && /\p{Lu}/u.test(words))
    return true;
  const name = textOf(parsed, run);
  const opens = (parsed.tokens[run.from]?.start ?? -1) === paragraph.start;
  return opens && name.length > 3 && name === name.toUpperCase() && /^[,(—–]$/.test(lowerAt(parsed, run.to));
}

/** A heading or a by-line between the paragraphs: its single capitals name nobody. */
function isLoose(parsed: ParsedText, run: Range): boolean {
  const paragraph = parsed.paragraphs[parsed.paragraphAt[run.from] ?? -1];
  if (paragraph !== undefined && !parsed.shout && inCapitalsOnly(parsed, run, paragraph)) return true;
  if (paragraph === undefined || paragraph.end - paragraph.start > 60) return false;
  const words = parsed.text.slice(paragraph.start, paragraph.end);
  if (/^by \p{Lu}/iu.test(words) && words.split(/\s+/).length < 8) return true;
  return run.to - run.from === 1 && /^[^.!?:"“”,]{1,40}$/u.test(words);
}

/**
 * Collects the named things of a text. `outlet`: who publishes it, known before the first word; null when unknown.
 *
 * @example
 * collectEntities(parseText('Russian newspaper Novaya Gazeta wrote.'))[0]?.heads; // Set { 'newspaper' }
 */
export function collectEntities(parsed: ParsedText, outlet: string | null = null): Entity[] {
  const entities: Entity[] = outlet === null ? [] : [outletEntity(outlet)];
  let last: { entity: Entity; to: number } | null = null;
  for (let i = 0; i < parsed.tokens.length; i += 1) {
    if (
      parsed.tags[i] !== 'NAME' ||
      NO_ENTITY.test(lowerAt(parsed, i)) ||
      !/^[\p{L}\p{N}]/u.test(parsed.tokens[i]?.text ?? '') ||
      lowerAt(parsed, i).endsWith('-based') ||
      (/^[qa]$/.test(lowerAt(parsed, i)) && lowerAt(parsed, i + 1) === ':')
    )
      continue;
    const run = nameRun(parsed, i);
    if (isModifier(parsed, run, entities) || isTitleOnly(parsed, run) || isLoose(parsed, run)) {
      i = run.to - 1;
      continue;
    }
    last = { entity: enter(parsed, run, { entities, last }), to: run.to };
    i = run.to - 1;
  }
  for (const entity of entities) markPlace(parsed, entity);
  return entities.filter((entity) => entity.mentions.length > 0);
}

function outletEntity(outlet: string): Entity {
  const name = outlet.replace(/^the /i, '');
  const words = name.toLowerCase().split(' ');
  return {
    name,
    kind: words.map(kindOfWord).find((kind) => kind !== null) ?? actorKindOf(name),
    place: false,
    heads: new Set(words.filter((word) => kindOfWord(word) !== null)),
    aliases: new Set([foldName(name)]),
    mentions: [],
  };
}

const DEMONYM =
  /(?:ian|ean|ish|ese|[a-z]an|[a-z]{3}i|french|dutch|greek|swiss|thai|german|czech|chechen|ingush|kurd)$/;

/** "Russian newspaper": a nationality in front of a common noun names nobody. */
function isModifier(parsed: ParsedText, run: Range, known: readonly Entity[]): boolean {
  const acts = parsed.tags[run.to] === 'VBF';
  return (
    run.to - run.from === 1 &&
    !(acts && known.some((e) => foldName(e.name) === lowerAt(parsed, run.from))) &&
    DEMONYM.test(lowerAt(parsed, run.from)) &&
    /^(?:NOUN|ADJ|VBF)$/.test(parsed.tags[run.to] ?? '')
  );
}

/** "Foreign Minister" without a name. */
function isTitleOnly(parsed: ParsedText, run: Range): boolean {
  const words = bareName(`${textOf(parsed, run)} X`);
  const last = lowerAt(parsed, run.to - 1);
  return words === 'X' || isPersonWord(last) || isMouthpiece(last) || (run.to - run.from > 1 && isRank(last));
}

const GENERIC =
  /^(?:ministry|service|department|police|army|military|government|court|prosecutor|parliament|embassy|consulate|committee|council|commission|office|agency|authority|bureau|administration|ombudsman|navy|senate|directorate|tribunal|presidency)$/;

/** "Orlund's Migration Service": every state has one, so the owner belongs to the name; null for other names. */
function ownedName(parsed: ParsedText, run: Range, name: string): string | null {
  if (!/^(?:'s|'|’)$/.test(lowerAt(parsed, run.from - 1)) || parsed.tags[run.from - 2] !== 'NAME')
    return null;
  if (!GENERIC.test(name.toLowerCase().split(' ').at(-1) ?? '')) return null;
  let from = run.from - 2;
  while (parsed.tags[from - 1] === 'NAME' && parsed.paragraphAt[from - 1] === parsed.paragraphAt[from])
    from -= 1;
  return textOf(parsed, { from, to: run.to });
}

function enter(
  parsed: ParsedText,
  run: Range,
  state: { entities: Entity[]; last: { entity: Entity; to: number } | null },
): Entity {
  const { entities, last } = state;
  const full = textOf(parsed, run);
  const bare = bareName(full);
  const owned = ownedName(parsed, run, bare);
  const name = owned ?? bare;
  const folded = foldName(name);
  const heads = headsOf(parsed, run);
  const titled = bare !== full;
  if (titled) for (const title of titlesOf(full, bare)) heads.add(title);
  const before = lowerAt(parsed, run.from - 1);
  const standing =
    before === 'the'
      ? 'definite'
      : placesIt(before) && lowerAt(parsed, run.from - 2) !== 'according'
        ? 'place'
        : 'bare';
  const known = match(entities, folded, standing) ?? abbreviated(entities, full);
  const appended = last !== null && joins(parsed, last, run, name);
  const entity = known ?? (appended ? last.entity : undefined);
  if (entity !== undefined) {
    rename(entity, name, folded);
    entity.aliases.add(folded);
    for (const head of heads) entity.heads.add(head);
    entity.mentions.push(run.from);
    return entity;
  }
  const kind = titled ? 'person' : kindOf(parsed, run, heads);
  const aliases = new Set(owned === null ? [folded] : [folded, foldName(bare)]);
  const fresh: Entity = { name, kind, place: false, heads, aliases, mentions: [run.from] };
  for (let k = run.from; k < run.to; k += 1)
    if (kindOfWord(lowerAt(parsed, k)) !== null) heads.add(lowerAt(parsed, k));
  entities.push(fresh);
  return fresh;
}

/** "Interior Guard of Ostrana" that the text also calls "the Interior Guard" goes by the shorter name. */
function rename(entity: Entity, name: string, folded: string): void {
  const long = foldName(entity.name);
  const words = folded.split(' ');
  if (words.length < 2 || !long.startsWith(`${folded} of `) || GENERIC.test(words.at(-1) ?? '')) return;
  entity.aliases.add(long);
  entity.name = name;
}

/** "Human Rights Centre (HRC)" names the same thing twice. */
function joins(parsed: ParsedText, last: { entity: Entity; to: number }, run: Range, name: string): boolean {
  if (lowerAt(parsed, last.to) !== '(' || run.from !== last.to + 1 || lowerAt(parsed, run.to) !== ')')
    return false;
  const short = foldName(name);
  return initials(last.entity.name).includes(short.slice(0, 2)) || short.length <= 6;
}
