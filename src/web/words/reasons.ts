/**
 * Reasons of the program in the person's language. The record and its methods give them as English sentences, the same for the
 * terminal and for a dossier; here each is known by its pattern in the English catalogue and said in the words of another one.
 * Those that have a code in the core stand in the catalogues under it. A
 * sentence that no pattern fits is shown as it is: it is better read in English than not at all.
 */
import { EN, type WordKey } from './en.ts';
import { words } from './language.ts';

interface Pattern {
  readonly key: WordKey;
  readonly fits: RegExp;
  readonly names: readonly string[];
}

const PLACE = /\{(\w+)((?:\|[^|}]*)*)\}/u;
/** Values that are numbers; all others are words. */
const NUMBERS: ReadonlySet<string> = new Set(['n', 'most']);
/** Values that are reasons themselves: where one is not known, the whole sentence is not. */
const REASONS: ReadonlySet<string> = new Set(['rule', 'refusal', 'because', 'form', 'order']);

let known: readonly Pattern[] | null = null;

/**
 * A reason in the person's language; null: no pattern fits it.
 *
 * @example
 * reasonWords('All reports go back to one origin at most.'); // in Russian: 'Все сообщения восходят …'
 */
export function reasonWords(sentence: string): string | null {
  known ??= patternsOf('why.');
  for (const { key, fits, names } of known) {
    const found = fits.exec(sentence);
    if (found === null) continue;
    const values: Record<string, string | number> = {};
    for (const [at, name] of names.entries()) {
      const value = valueIn(name, found[at + 1] ?? '');
      if (value !== null) values[name] = value;
    }
    if (Object.keys(values).length === names.length) return words(key, values);
  }
  return null;
}

/**
 * The same, with the language that it is in where it could not be said in the person's own.
 *
 * @example
 * const { text, lang } = reasonIn(standing.because);
 */
export function reasonIn(sentence: string): { readonly text: string; readonly lang?: 'en' } {
  const text = reasonWords(sentence);
  return text === null ? { text: sentence, lang: 'en' } : { text };
}

/** Longer patterns first: what names more of a sentence says more of it. */
function patternsOf(beginning: string): readonly Pattern[] {
  const keys = (Object.keys(EN) as WordKey[]).filter((key) => key.startsWith(beginning));
  return keys
    .filter((key) => !key.startsWith('why.fits.'))
    .map((key) => patternOf(key, EN[key]))
    .toSorted((a, b) => plainLength(b.key) - plainLength(a.key));
}

function plainLength(key: WordKey): number {
  return EN[key].replace(new RegExp(PLACE, 'gu'), '').length;
}

function patternOf(key: WordKey, text: string): Pattern {
  const names: string[] = [];
  let source = '';
  let rest = text;
  for (let place = PLACE.exec(rest); place !== null; place = PLACE.exec(rest)) {
    const [whole, name = '', forms = ''] = place;
    source += escaped(rest.slice(0, place.index));
    source += NUMBERS.has(name) ? String.raw`(\d[\d,]*)` : '(.+?)';
    if (forms !== '') source += ` (?:${forms.slice(1).split('|').map(escaped).join('|')})`;
    names.push(name);
    rest = rest.slice(place.index + whole.length);
  }
  return { key, fits: new RegExp(`^${source}${escaped(rest)}$`, 'su'), names };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

/** Null: not known. */
function valueIn(name: string, found: string): string | number | null {
  if (REASONS.has(name)) return reasonWords(found);
  if (NUMBERS.has(name)) return Number(found.replaceAll(',', ''));
  if (name === 'measure' && `measure.${found}` in EN) return words(`measure.${found}` as WordKey);
  if (name === 'stance' && `stance.${found}` in EN) return words(`stance.${found}` as WordKey);
  return name === 'fits' ? found.split(', ').map(fitWords).join(', ') : found;
}

/** "same place" and the like. */
function fitWords(fit: string): string {
  const keys = (Object.keys(EN) as WordKey[]).filter((key) => key.startsWith('why.fits.'));
  const key = keys.find((one) => EN[one] === fit);
  return key === undefined ? fit : words(key);
}
