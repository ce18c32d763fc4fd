/**
 * Which words of a page are the program's own, so that they can be said in another language when the page is whole. Each run of words
 * in a template is put between signs that no word of the record can hold: `escapeText` takes C0 controls out. Values stay where they
 * are: a run with values in it is one phrase with `{}` for each. Runs in tags are left alone but for the words of attributes that are
 * read out.
 */

/** A phrase as it stands between its signs. */
export interface Phrase {
  /** English, `{}` for each value. */
  readonly key: string;
  /** Which values of the template stand in it. */
  readonly values: readonly number[];
  /** In an attribute or a drawing: no element may be put around it. */
  readonly bare: boolean;
}

type Token =
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'value'; readonly index: number }
  | ({ readonly kind: 'phrase' } & Phrase);

/** Says a phrase in another language; null: no words for it. */
export type SayIn = (key: string) => string | null;

const [OPEN, OPEN_BARE, NEXT, CLOSE] = ['\u0001', '\u0004', '\u0003', '\u0002'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs
const SIGNS = /([\u0001-\u0004])/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs
const ALL_SIGNS = /[\u0001-\u0004]+/g;
/** Stands for a value while a template is read. */
const HOLE = '\ue000';
const READ_OUT = /^(aria-label|title|alt|data-label|data-none|data-count|data-more)="$/;
/** In these nothing is a phrase. */
const LEFT_ALONE = new Set(['style', 'code', 'pre', 'script']);
/** In these no element may stand. */
const NO_ELEMENTS = new Set(['title', 'text', 'desc', 'option']);

const read = new WeakMap<TemplateStringsArray, readonly Token[]>();

/**
 * The tokens of a template; read once.
 *
 * @example
 * tokensOf(parts)[0]?.kind; // 'raw'
 */
export function tokensOf(parts: TemplateStringsArray): readonly Token[] {
  const known = read.get(parts);
  if (known !== undefined) return known;
  const made = readTemplate(parts.join(HOLE));
  read.set(parts, made);
  return made;
}

function readTemplate(template: string): readonly Token[] {
  const tokens: Token[] = [];
  let value = 0;
  const raw = (text: string): void => {
    text.split(HOLE).forEach((piece, index) => {
      if (index > 0) tokens.push({ kind: 'value', index: value++ });
      if (piece !== '') tokens.push({ kind: 'raw', text: piece });
    });
  };
  const phrase = (run: string, bare: boolean): void => {
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run) ?? [];
    if (!/\p{L}/u.test(words.replaceAll(HOLE, '')) || /="/.test(words)) {
      raw(run);
      return;
    }
    raw(before);
    const values = [...words].filter((sign) => sign === HOLE).map(() => value++);
    tokens.push({ kind: 'phrase', key: words.replaceAll(HOLE, '{}'), values, bare });
    raw(after);
  };
  let inside: string | null = null;
  for (const run of template.split(/(<[^>]*>)/)) {
    if (!run.startsWith('<')) {
      if (inside !== null && LEFT_ALONE.has(inside)) raw(run);
      else phrase(run, inside !== null && NO_ELEMENTS.has(inside));
      continue;
    }
    const name = /^<(\/?)([a-z0-9]+)/i.exec(run);
    inside = name === null || name[1] === '/' ? null : (name[2] ?? null);
    for (const [index, piece] of run.split(/([a-z-]+="[^"]*")/).entries()) {
      const attribute = /^([a-z-]+=")([^"]*)"$/.exec(piece);
      if (index % 2 === 0 || attribute === null || !READ_OUT.test(attribute[1] ?? '')) raw(piece);
      else {
        raw(attribute[1] ?? '');
        phrase(attribute[2] ?? '', true);
        raw('"');
      }
    }
  }
  return tokens;
}

/**
 * A phrase between its signs: its words and its values by turns. Without the signs it is the English text.
 *
 * @param put a value as markup
 * @example
 * marked({ key: 'Cited by {}', values: [0], bare: false }, () => 'The Courier');
 */
export function marked({ key, values, bare }: Phrase, put: (index: number) => string): string {
  const open = bare ? OPEN_BARE : OPEN;
  if (values.length === 0) return open + key + CLOSE;
  const words = key.split('{}');
  let out = open + words[0];
  values.forEach((index, at) => {
    out += NEXT + put(index) + NEXT + (words[at + 1] ?? '');
  });
  return out + CLOSE;
}

/**
 * Markup with every phrase said. What has no words in the other language stays English, and says so to readers that speak.
 *
 * @example
 * spoken(markup); // in English
 */
export function spoken(markup: string, sayIn?: SayIn): string {
  if (sayIn === undefined) return markup.replace(ALL_SIGNS, '');
  const frames: { readonly bare: boolean; readonly parts: string[] }[] = [{ bare: true, parts: [''] }];
  const add = (text: string): void => {
    const parts = frames.at(-1)?.parts;
    if (parts !== undefined) parts[parts.length - 1] += text;
  };
  for (const piece of markup.split(SIGNS)) {
    if (piece === OPEN || piece === OPEN_BARE) frames.push({ bare: piece === OPEN_BARE, parts: [''] });
    else if (piece === NEXT) frames.at(-1)?.parts.push('');
    else if (piece === CLOSE) add(saidOf(frames.pop() ?? { bare: true, parts: [] }, sayIn));
    else add(piece);
  }
  return frames[0]?.parts[0] ?? '';
}

/** Words and values by turns. */
function saidOf(
  { bare, parts }: { readonly bare: boolean; readonly parts: readonly string[] },
  sayIn: SayIn,
): string {
  const words = parts.filter((_, index) => index % 2 === 0);
  const values = parts.filter((_, index) => index % 2 === 1);
  const other = sayIn(words.join('{}'));
  if (other === null) return bare ? parts.join('') : `<span lang="en">${parts.join('')}</span>`;
  return other
    .split('{}')
    .map((piece, index) => piece + (values[index] ?? ''))
    .join('');
}
