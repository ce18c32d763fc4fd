/**
 * Who and what is named in a text, with kinds, head nouns ("newspaper") and other names, in order of appearance. Serves
 * only to resolve speakers; it is no register of persons and leaves the room only as a proposed name.
 */
import type { ActorKind } from '../record/actor.ts';
import { isPersonWord, kindOfWord } from './actor-words.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** One named thing. */
export interface Entity {
  readonly name: string;
  kind: ActorKind;
  /** Lower-case nouns that describe it. */
  readonly heads: Set<string>;
  /** Folded other names. */
  readonly aliases: Set<string>;
  /** Token indexes of mentions, ascending. */
  readonly mentions: number[];
}

/** Folds a name for comparison: case, dots, articles and accents. @example foldName('the U.N.'); // 'un' */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.’'"“”]/g, '')
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const LINK = /^(?:of|for|the|de|al|el|bin|ibn|von|van|der|da|dos|and|on|in|against|to)$/;
const NO_ENTITY =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|i|mr|mrs|ms|dr|twitter|facebook|telegram|youtube|instagram)$/;

/** The run of name tokens that starts at `from`; "of" and "for" inside join it. */
function nameRun(parsed: ParsedText, from: number): Range {
  let to = from + 1;
  for (let i = from + 1; i < parsed.tokens.length; i += 1) {
    const tag = parsed.tags[i];
    const lower = lowerAt(parsed, i);
    const near = (parsed.tokens[i]?.start ?? 0) - (parsed.tokens[i - 1]?.end ?? 0) <= 1;
    if (!near || parsed.paragraphAt[i] !== parsed.paragraphAt[from]) break;
    if (tag === 'NAME') to = i + 1;
    else if (
      lower === '.' &&
      /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|St|Sgt|Capt)$/u.test(parsed.tokens[i - 1]?.text ?? '')
    )
      continue;
    else if (
      /^(?:of|for|de|al|el|bin|ibn|von|van|der|da|dos)$/.test(lower) &&
      organisational(parsed, from, i)
    )
      continue;
    else if (/^['’]$/.test(lower) && lowerAt(parsed, i - 1).endsWith('s') && parsed.tags[i + 1] === 'NAME')
      continue;
    else if (/^(?:the|and)$/.test(lower) && i > from + 1 && LINK.test(lowerAt(parsed, i - 1))) continue;
    else break;
  }
  return { from, to };
}

function organisational(parsed: ParsedText, from: number, i: number): boolean {
  if (/^(?:al|el|bin|ibn|von|van|de|der|da|dos)$/.test(lowerAt(parsed, i)))
    return parsed.tags[i + 1] === 'NAME';
  if (parsed.tags[i + 1] !== 'NAME' && lowerAt(parsed, i + 1) !== 'the') return false;
  for (let k = from; k < i; k += 1) if (kindOfWord(lowerAt(parsed, k)) !== null) return true;
  return false;
}

function kindOf(parsed: ParsedText, run: Range, heads: ReadonlySet<string>): ActorKind {
  for (const head of heads) {
    if (isPersonWord(head)) return 'person';
    const kind = kindOfWord(head);
    if (kind !== null) return kind;
  }
  for (let i = run.to - 1; i >= run.from; i -= 1) {
    const kind = kindOfWord(lowerAt(parsed, i));
    if (kind !== null) return kind;
  }
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
  if (/^(?:NOUN|NAME)$/.test(parsed.tags[i] ?? '') && (isPersonWord(before) || kindOfWord(before) !== null))
    heads.add(before);
  if (lowerAt(parsed, run.to) === ',') {
    for (let k = run.to + 1; k < run.to + 9; k += 1) {
      const tag = parsed.tags[k];
      if (!/^(?:DET|ADJ|NOUN|NAME|POSS|NUM|VBD)$/.test(tag ?? '')) break;
      if (k === run.to + 1 && tag !== 'DET' && !isPersonWord(lowerAt(parsed, k))) break;
      if (tag === 'NOUN' && (isPersonWord(lowerAt(parsed, k)) || kindOfWord(lowerAt(parsed, k)) !== null))
        heads.add(lowerAt(parsed, k));
    }
  }
  return heads;
}

function textOf(parsed: ParsedText, run: Range): string {
  return parsed.text
    .slice(parsed.tokens[run.from]?.start ?? 0, parsed.tokens[run.to - 1]?.end ?? 0)
    .replace(/\s+/g, ' ');
}

const TITLE =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Sir)\.?|President|Minister|General|Colonel|Captain|Major|Judge|Senator|Governor|Prime|Foreign|Interior|Defence|Defense|Justice|Secretary|Spokesman|Spokeswoman|Commissioner|Chief|Professor|Bishop|Mayor|Deputy|Chancellor|King|Queen|Commander|Director) (?!(?:Ministry|Department|Office|Council|Committee|Court|Affairs|Service|Agency|Police|Guard|Forces)\b)/;

/** A name without titles in front. @example bareName('Foreign Minister Ana Sel'); // 'Ana Sel' */
export function bareName(name: string): string {
  let bare = name;
  while (TITLE.test(bare)) bare = bare.replace(TITLE, '');
  return bare;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
}

function match(entities: readonly Entity[], folded: string, single: boolean): Entity | undefined {
  const exact = entities.find((e) => foldName(e.name) === folded || e.aliases.has(folded));
  if (exact !== undefined || !single) return exact;
  const matches = entities.filter(
    (e) => e.kind === 'person' && foldName(e.name).split(' ').at(-1) === folded,
  );
  return (
    matches.at(-1) ??
    entities.findLast(
      (e) => e.kind !== 'person' && folded.length > 3 && foldName(e.name).startsWith(`${folded} `),
    )
  );
}

/**
 * Collects the named things of a text.
 *
 * @example
 * collectEntities(parseText('Russian newspaper Novaya Gazeta wrote.'))[0]?.heads; // Set { 'newspaper' }
 */
export function collectEntities(parsed: ParsedText): Entity[] {
  const entities: Entity[] = [];
  let last: { entity: Entity; to: number } | null = null;
  for (let i = 0; i < parsed.tokens.length; i += 1) {
    if (
      parsed.tags[i] !== 'NAME' ||
      NO_ENTITY.test(lowerAt(parsed, i)) ||
      !/^[\p{L}\p{N}]/u.test(parsed.tokens[i]?.text ?? '')
    )
      continue;
    const run = nameRun(parsed, i);
    if (isModifier(parsed, run) || isTitleOnly(parsed, run)) {
      i = run.to - 1;
      continue;
    }
    last = { entity: enter(parsed, run, { entities, last }), to: run.to };
    i = run.to - 1;
  }
  return entities;
}

const DEMONYM =
  /(?:ian|ean|ish|ese|[a-z]an|[a-z]{3}i|french|dutch|greek|swiss|thai|german|czech|chechen|ingush|kurd)$/;

/** "Russian newspaper": a nationality in front of a common noun names nobody. */
function isModifier(parsed: ParsedText, run: Range): boolean {
  return (
    run.to - run.from === 1 &&
    DEMONYM.test(lowerAt(parsed, run.from)) &&
    /^(?:NOUN|ADJ|VBF)$/.test(parsed.tags[run.to] ?? '')
  );
}

/** "Foreign Minister" without a name. */
function isTitleOnly(parsed: ParsedText, run: Range): boolean {
  const words = bareName(`${textOf(parsed, run)} X`);
  return words === 'X' || isPersonWord(lowerAt(parsed, run.to - 1));
}

function enter(
  parsed: ParsedText,
  run: Range,
  state: { entities: Entity[]; last: { entity: Entity; to: number } | null },
): Entity {
  const { entities, last } = state;
  const full = textOf(parsed, run);
  const name = bareName(full);
  const folded = foldName(name);
  const heads = headsOf(parsed, run);
  const titled = name !== full;
  const known = match(entities, folded, !name.includes(' '));
  const appended = last !== null && joins(parsed, last, run, name);
  const entity = known ?? (appended ? last.entity : undefined);
  if (entity !== undefined) {
    entity.aliases.add(folded);
    for (const head of heads) entity.heads.add(head);
    entity.mentions.push(run.from);
    return entity;
  }
  const kind = titled ? 'person' : kindOf(parsed, run, heads);
  const fresh: Entity = { name, kind, heads, aliases: new Set([folded]), mentions: [run.from] };
  for (let k = run.from; k < run.to; k += 1)
    if (kindOfWord(lowerAt(parsed, k)) !== null) heads.add(lowerAt(parsed, k));
  entities.push(fresh);
  return fresh;
}

/** "Human Rights Centre (HRC)" names the same thing twice. */
function joins(parsed: ParsedText, last: { entity: Entity; to: number }, run: Range, name: string): boolean {
  if (lowerAt(parsed, last.to) !== '(' || run.from !== last.to + 1 || lowerAt(parsed, run.to) !== ')')
    return false;
  const short = foldName(name);
  return initials(last.entity.name).includes(short.slice(0, 2)) || short.length <= 6;
}
