/** The bundled fonts of cards, each with the letters that it holds, and words parted into runs of one font. */
import type { CardFont, CardText } from '../../desk/ports/card-painting.ts';
import { woffToSfnt } from '../paper/woff-to-sfnt.ts';
import { lettersOf, renamed } from './font-tables.ts';

/** A font as it lies in its package. */
export interface CardFontFile {
  /** For example `inter-latin-400-normal.woff`. */
  readonly name: string;
  /** WOFF 1.0. */
  readonly bytes: Uint8Array;
}

/** One part of a family. */
interface FontPart {
  /** No other part has it. */
  readonly family: string;
  readonly font: Uint8Array;
  readonly letters: ReadonlySet<number>;
}

/** Letters one after the other that one font draws. */
export interface FontRun {
  readonly words: string;
  /** Of the part that draws them. */
  readonly family: string;
}

export interface CardFonts {
  /** Parts the words of a card; letters that no font holds stay with the run before them. */
  runsOf(text: Pick<CardText, 'words' | 'font' | 'weight' | 'italic'>): readonly FontRun[];
  /** OpenType fonts of some families. */
  filesOf(families: ReadonlySet<string>): readonly Uint8Array[];
}

const FAMILIES: Readonly<Record<CardFont, string>> = { serif: 'source-serif-4-', sans: 'inter-' };
/** Marks, joiners and signs of direction: they belong to the letter before them, at the beginning to the one after. */
const JOINED = /[\p{M}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads the fonts.
 *
 * @param files in the order in which they are asked for a letter, Latin apart, which comes first
 * @example
 * openCardFonts(await readPaperFonts()).runsOf({ words: 'Дол 26', font: 'sans', weight: 400 });
 */
export function openCardFonts(files: readonly CardFontFile[]): CardFonts {
  const parts = new Map<string, FontPart>();
  const partOf = ({ name, bytes }: CardFontFile): FontPart => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const font = woffToSfnt(bytes);
    const family = `onrecord-${name.replace(/\.woff$/u, '')}`;
    const made = { family, font: renamed(font, family), letters: lettersOf(font) };
    parts.set(name, made);
    return made;
  };
  const chosen = new Map<string, readonly FontPart[]>();
  const partsFor = ({ font, weight, italic }: Omit<CardText, 'words'> | CardText): readonly FontPart[] => {
    const look = `${font}-${weight}-${italic === true ? 'italic' : 'normal'}`;
    const known = chosen.get(look);
    if (known !== undefined) return known;
    const inStyle = (style: string, beginning: string): readonly CardFontFile[] =>
      files.filter(({ name }) => name.startsWith(beginning) && name.includes(`-${weight}-${style}`));
    const own = inStyle(italic === true ? 'italic' : 'normal', FAMILIES[font]);
    const ordered = [
      ...own.filter(({ name }) => name.includes('-latin-4') || name.includes('-latin-6')),
      ...own,
      ...inStyle('normal', 'noto-'),
    ];
    const made = [...new Set(ordered)].map(partOf);
    chosen.set(look, made);
    return made;
  };
  return {
    runsOf: (text) => runsIn(text.words, partsFor(text as CardText)),
    filesOf: (families) =>
      [...parts.values()].filter(({ family }) => families.has(family)).map(({ font }) => font),
  };
}

function runsIn(words: string, parts: readonly FontPart[]): readonly FontRun[] {
  const runs: { words: string; part: FontPart }[] = [];
  let waiting = '';
  for (const sign of words) {
    const last = runs.at(-1);
    if (JOINED.test(sign)) {
      if (last === undefined) waiting += sign;
      else last.words += sign;
      continue;
    }
    const code = sign.codePointAt(0) ?? 0;
    const stays = sign === ' ' && last?.part.letters.has(code) === true;
    const part = stays
      ? last.part
      : (parts.find(({ letters }) => letters.has(code)) ?? last?.part ?? parts[0]);
    if (part === undefined) continue;
    if (last?.part === part) last.words += sign;
    else runs.push({ words: waiting + sign, part });
    waiting = '';
  }
  return runs.map((run) => ({ words: run.words, family: run.part.family }));
}
