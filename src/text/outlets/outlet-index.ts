/**
 * The spellings of outlets, ready to be found in a text. A spelling is a run of words: letters and digits; what may stand
 * between them is a space, an apostrophe, a dot, a hyphen, a slash, "&", "!" or "+". Case counts in Latin script: "the
 * post" is mail. Words in Cyrillic are compared without their endings, Arabic ones without a joined "and", "in" or "to".
 */
import type { Outlet } from '../../record/outlet.ts';

/** How sure a spelling is by itself. */
export type OutletForm = 'name' | 'careful' | 'short';

/** A word of the text. */
export interface TextWord {
  readonly text: string;
  /** UTF-16 code units, 0-based, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** One spelling, of one outlet or, when short, of several. */
export interface Spelling {
  readonly words: readonly string[];
  readonly form: OutletForm;
  readonly outlets: readonly Outlet[];
}

/** Spellings by their first word, longest first. */
export type OutletIndex = ReadonlyMap<string, readonly Spelling[]>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const ARABIC = /^\p{Script=Arabic}+$/u;
const ENDING =
  /(?:ого|ему|ыми|ими|ами|ями|ой|ою|ую|юю|ая|яя|ые|ие|ых|их|ом|ем|ам|ям|ах|ях|ей|ии|ия|ию|ий|ій|ою|ії|ію|ія|ов|а|я|у|ю|е|ы|и|о|і|й|ь|ъ)$/u;

/**
 * Words of a text with their places.
 *
 * @example
 * wordsOf('The L.A. Times').map(({ text }) => text); // ['The', 'L', 'A', 'Times']
 */
export function wordsOf(text: string): TextWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * A word as it is compared.
 *
 * @example
 * wordKey('газету') === wordKey('Газета'); // true: both "газет"
 */
export function wordKey(word: string): string {
  if (CYRILLIC.test(word)) {
    const lower = word.toLowerCase().replaceAll('ё', 'е');
    return lower.length > 4 ? lower.replace(ENDING, '') : lower;
  }
  return ARABIC.test(word) ? word.replace(/^[وفبلك](?=ال)/u, '').replace(/^لل/u, 'ال') : word;
}

/** "the" opens a sentence, too; but "The Hill" is a paper and "the Hill" a place, so two words stay as they are written. */
function casesOf(spelling: string, form: OutletForm): readonly (readonly string[])[] {
  const words = wordsOf(spelling).map(({ text }) => wordKey(text));
  const [first = '', ...rest] = words;
  const free = form === 'short' || rest.length > 1;
  return free && /^[Tt]he$/.test(first)
    ? [
        ['the', ...rest],
        ['The', ...rest],
      ]
    : [words];
}

/**
 * Makes the index of a list of outlets.
 *
 * @example
 * indexOutlets([outlet]).get('Valley')?.[0]?.form; // 'name'
 */
export function indexOutlets(outlets: readonly Outlet[]): OutletIndex {
  const rows = new Map<string, { words: string[]; form: OutletForm; outlets: Outlet[] }>();
  const add = (outlet: Outlet, spelling: string, form: OutletForm): void => {
    for (const words of casesOf(spelling, form)) {
      if (words.length === 0) continue;
      const key = `${form} ${words.join(' ')}`;
      const row = rows.get(key) ?? { words: [...words], form, outlets: [] };
      if (!row.outlets.includes(outlet)) row.outlets.push(outlet);
      rows.set(key, row);
    }
  };
  for (const outlet of outlets) {
    for (const spelling of [outlet.name, ...outlet.aliases, ...outlet.domains]) add(outlet, spelling, 'name');
    for (const spelling of outlet.careful) add(outlet, spelling, 'careful');
    for (const spelling of outlet.short) add(outlet, spelling, 'short');
  }
  const index = new Map<string, Spelling[]>();
  for (const row of rows.values()) {
    const first = row.words[0] ?? '';
    const list = index.get(first) ?? [];
    list.push(row);
    index.set(first, list);
  }
  for (const list of index.values())
    list.sort((a, b) => b.words.length - a.words.length || rank(a) - rank(b));
  return index;
}

function rank({ form }: Spelling): number {
  return form === 'name' ? 0 : form === 'careful' ? 1 : 2;
}
