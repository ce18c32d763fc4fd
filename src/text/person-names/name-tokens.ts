/**
 * Words of a text as names are sought in them: folded, with their places, whether a capital opens them, and whether their script
 * has capitals at all. Invisible characters inside a word are skipped, so that they hide no name; a word that a line end cuts in
 * two is one word. Positions are UTF-16 code units, end exclusive.
 */
import { foldName } from '../../record/actor.ts';

export interface NameToken {
  readonly start: number;
  readonly end: number;
  /** Folded spellings under which it may be known: the whole, without an article or a clitic in front. */
  readonly folds: readonly string[];
  /** Opens with a capital letter. */
  readonly capital: boolean;
  /** Its script has no capital letters. */
  readonly caseless: boolean;
  /** A sentence, a line or a quotation opens with it. */
  readonly opens: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|['’ʼ`](?=\p{L}))*/gu;
/** "Pet-" at the end of a line and "rov" at the head of the next. */
const CUT_BY_LINE = /^[-\u00ad\u2010]\s*\n\s*$/u;
const OPENER = /(?:^|[.!?…:;"“„«»”‘([\n])\s*$/u;

/** Letters that writers of Arabic exchange. */
const ARABIC: readonly (readonly [RegExp, string])[] = [
  [/[\u064b-\u065f\u0670\u0640]/g, ''],
  [/[أإآٱ]/g, 'ا'],
  [/[ىی]/g, 'ي'],
  [/ک/g, 'ك'],
  [/ة/g, 'ه'],
];

/**
 * One word as names are compared.
 *
 * @example
 * foldWord('Ta\u00adsch’s'); // 'tasch'
 */
export function foldWord(word: string): string {
  let folded = foldName(word.replace(/\p{Cf}/gu, '')).replaceAll(' ', '');
  if (/\p{Script=Arabic}/u.test(folded)) for (const [from, to] of ARABIC) folded = folded.replace(from, to);
  return folded;
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;

function foldsOf(raw: string): readonly string[] {
  const before = known.get(raw);
  if (before !== undefined) return before;
  const whole = foldWord(raw);
  const folds = new Set([whole]);
  // "l’Orsk", "d’Orsay": what follows the apostrophe may be the name.
  const elided = /^\p{L}{1,2}['’ʼ`](?=\p{L}{2})/u.exec(raw);
  if (elided !== null) folds.add(foldWord(raw.slice(elided[0].length)));
  // Turkish and others: "Orsk'un".
  const tail = /['’ʼ`]\p{L}{1,4}$/u.exec(raw);
  if (tail !== null && tail.index >= 3) folds.add(foldWord(raw.slice(0, tail.index)));
  if (/^[\u0621-\u064a]/u.test(whole)) {
    const bare = whole.replace(/^[وف]?[بلك]?(?:ال|ل(?=ل))?/u, '');
    for (const cut of [whole.replace(/^[وفبلك]/u, ''), whole.replace(/^ال/u, ''), bare])
      if (cut.length >= 2) folds.add(cut);
  }
  if (/^[\u05d0-\u05ea]/u.test(whole))
    for (const cut of [whole.replace(/^[והבלמשכ]/u, ''), whole.replace(/^[והבלמשכ]{2}/u, '')])
      if (cut.length >= 2) folds.add(cut);
  const made = [...folds].filter((fold) => fold !== '');
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(raw, made);
  return made;
}

/**
 * The words of a text, in order; words cut by a line end come a second time, joined, after their first half.
 *
 * @example
 * nameTokens('Colonel Oren Tasch said').map(({ folds }) => folds[0]); // ['colonel', 'oren', 'tasch', 'said']
 */
export function nameTokens(text: string): readonly NameToken[] {
  const tokens: NameToken[] = [];
  let before: { readonly raw: string; readonly start: number; readonly end: number } | null = null;
  for (const found of text.matchAll(WORD)) {
    const [raw] = found;
    const start = found.index;
    const end = start + raw.length;
    if (before !== null && CUT_BY_LINE.test(text.slice(before.end, start)))
      tokens.push({ ...tokenOf(text, before.raw + raw, before.start), end });
    tokens.push({ ...tokenOf(text, raw, start), end });
    before = { raw, start, end };
  }
  return tokens;
}

function tokenOf(text: string, raw: string, start: number): NameToken {
  const first = String.fromCodePoint(raw.codePointAt(0) ?? 0);
  return {
    start,
    end: start + raw.length,
    folds: foldsOf(raw),
    // "l’Orsk": the capital behind an article counts, too.
    capital: first !== first.toLowerCase() || /^\p{L}{1,2}['’ʼ`]\p{Lu}/u.test(raw),
    caseless: first.toLowerCase() === first.toUpperCase() && /\p{L}/u.test(first),
    opens: OPENER.test(text.slice(Math.max(0, start - 4), start)),
  };
}
