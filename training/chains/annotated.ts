/**
 * The paragraphs of this folder (paragraphs-N.jsonl), with positions: every statement that a paragraph attributes, through whom
 * it comes, and where each of these mouths is named nearest to it. Also as gold of the bench, so that both are scored alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldParagraph, GoldRelation, GoldSpan } from '../../bench/language/gold/paragraph.ts';
import { STANCES, type Stance } from '../../src/record/stance.ts';

/** As written: substrings of the text, "he@2" for the second "he". */
interface Written {
  readonly id: string;
  readonly register: string;
  readonly outlet: string | null;
  readonly text: string;
  readonly claims: readonly {
    readonly cue: string | null;
    readonly words: readonly string[];
    readonly chain: readonly { readonly name: string | null; readonly mention: string | null }[];
    readonly stance: string;
  }[];
}

/** A place in code units, end exclusive. */
export type Place = readonly [start: number, end: number];

/** One statement: where its cue, its words and its mouths stand. */
export interface Telling {
  readonly cue: Place | null;
  readonly words: readonly Place[];
  /** Outermost first. `at` null: no word stands for it; `unknown`: one may stand for it, nobody marked which. */
  readonly mouths: readonly { readonly name: string | null; readonly at: Place | null | 'unknown' }[];
}

export interface AnnotatedParagraph {
  readonly set: string;
  readonly gold: GoldParagraph;
  readonly tellings: readonly Telling[];
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}_]/u.test(text[at] ?? '');
}

/** Where a substring stands; word-bounded where it begins or ends with a letter. Null: not there. */
function placeOf(text: string, written: string): Place | null {
  const [, words = written, nth = '1'] = /^([\s\S]*)@(\d+)$/u.exec(written) ?? [];
  let left = Number(nth);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const cut =
      (isWordAt(text, at) && isWordAt(text, at - 1)) || (isWordAt(text, end - 1) && isWordAt(text, end));
    if (cut) continue;
    left -= 1;
    if (left === 0) return [at, end];
  }
  return null;
}

const TITLES =
  /^(?:(?:dr|mr|mrs|ms|sir|dame|lady|lord|father|sister|brother|mother|imam|pastor|reverend|rev|bishop|archbishop|prof|professor|colonel|col|general|gen|major|maj|captain|capt|lieutenant|lt|sergeant|sgt|corporal|private|commander|inspector|superintendent|judge|justice|minister|governor|mayor|senator|deputy|ambassador|president|prefect|chief|sheikh|abbot|dean|nurse|prosecutor|magistrate|brigadier|constable|officer|warden|secretary|councillor|attorney|monsignor|the)\.? )+/iu;

const OFFICE =
  /\b(?:archbishop|bishop|rector|governor|mayor|president|minister|ambassador|prefect|captain|officer|constable|commissioner|commander|director|chair(?:man|woman)?|secretary|speaker|delegate|judge|prosecutor|editor|registrar|magistrate|warden|superintendent|abbot|abbess|prior|dean|chief|king|queen|prince|sultan|emir|envoy|consul|attaché|member|rapporteur|ombudsman|coroner|clerk|treasurer|inspector|general|colonel|major|sergeant|lieutenant|brigadier|admiral|foreman|master|mate|pilot|matron|principal|headmaster|vicar|priest|imam|rabbi|mufti|witness|president|premier|chancellor|attorney|counsel|controller|presenter|defence|prosecution|interviewer)s?(?: (?:of|for|to|in) .+| [A-Z0-9-]{1,4})?$/iu;

/** Other spellings that count: with or without a title, and open where an office or a common noun stands for a name. */
function spellings(text: string, name: string): (string | null)[] {
  const bare = name.replace(TITLES, '');
  const common = !/\p{Lu}/u.test(name) || OFFICE.test(name);
  const escaped = (bare === '' ? name : bare).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const titled = text.matchAll(new RegExp(`((?:\\p{Lu}[\\p{L}.]* ){1,2})${escaped}(?!\\p{L})`, 'gu'));
  const longer = [...titled].flatMap(([whole, title = '']) =>
    title.split(' ').length > 2 ? [whole, whole.slice(whole.indexOf(' ') + 1)] : [whole],
  );
  return [...new Set([...(bare !== '' ? [bare] : []), ...longer, ...(common ? [null] : [])])].filter(
    (one) => one !== name,
  );
}

function pointsBefore(text: string, unit: number): number {
  return [...text.slice(0, unit)].length;
}

function spanOf(text: string, [start, end]: Place): GoldSpan {
  return { text: text.slice(start, end), start: pointsBefore(text, start), end: pointsBefore(text, end) };
}

function relationOf(written: Written, at: number, telling: Telling): GoldRelation {
  const { text, claims, id } = written;
  const last = telling.mouths.at(-1);
  const source = last?.at ?? null;
  const resolved = last?.name ?? null;
  return {
    id: `${id}-${at + 1}`,
    cue: telling.cue === null ? null : spanOf(text, telling.cue),
    source: source === null || source === 'unknown' ? null : spanOf(text, source),
    resolved,
    anonymity: resolved === null ? 'anonymous' : 'named',
    content: telling.words.map((place) => spanOf(text, place)),
    kind: 'indirect',
    chain: telling.mouths.map(({ name }) => name),
    stance: claims[at]?.stance as Stance,
    quantities: [],
    when: null,
    phenomena: telling.mouths.length > 1 ? ['nested'] : [],
  };
}

/** @throws Error that names the paragraph and what in it cannot be found */
function annotated(set: string, written: Written): AnnotatedParagraph {
  const { id, text, claims, outlet, register } = written;
  const place = (words: string): Place => {
    const found = placeOf(text, words);
    if (found === null) throw new Error(`${id}: “${words}” does not stand in the text`);
    return found;
  };
  const tellings = claims.map(({ cue, words, chain, stance }): Telling => {
    if (!STANCES.includes(stance as Stance)) throw new Error(`${id}: there is no stance “${stance}”`);
    return {
      cue: cue === null ? null : place(cue),
      words: words.map(place),
      mouths: chain.map(({ name, mention }) => ({ name, at: mention === null ? null : place(mention) })),
    };
  });
  const names = new Set(claims.flatMap(({ chain }) => chain.flatMap(({ name }) => name ?? [])));
  const gold: GoldParagraph = {
    id,
    region: '',
    register,
    publishedAt: '2037-01-01',
    outlet,
    outletNames: [],
    text,
    names: Object.fromEntries([...names].map((name) => [name, spellings(text, name)])),
    relations: tellings.map((telling, at) => relationOf(written, at, telling)),
    single_victims: [],
    distractors: [],
  };
  return { set, gold, tellings };
}

/**
 * Reads the files paragraphs-N.jsonl of some folders; the set of a paragraph is its file's name.
 *
 * @throws Error for a paragraph whose words do not stand in its text
 * @example
 * readAnnotated([import.meta.dirname])[0]?.tellings.length;
 */
export function readAnnotated(folders: readonly string[]): AnnotatedParagraph[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^paragraphs-\d+\.jsonl$/.test(name))
      .sort()
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => annotated(name.slice(0, -6), JSON.parse(line) as Written)),
      ),
  );
}
