/**
 * HTML that is safe by construction: a template tag that escapes everything it is given, unless it is
 * HTML made by the same tag. Refuses nothing: hostile text comes out as text. Works for element content
 * and for double-quoted attribute values; never put a value into a tag name, a style or a script.
 */
import { marked, type SayIn, spoken, tokensOf } from './spoken-markup.ts';

const SAFE: unique symbol = Symbol('safe html');

/** Markup made by `html`. Data read from a file can never be one: the key is a symbol of this file. */
export interface Html {
  readonly [SAFE]: string;
}

/** What may stand in a template. Null prints nothing; lists print one after another. */
export type Content = string | number | Html | null | readonly Content[];

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// C0 controls but tab and line ends, DEL, C1 and non-characters: not allowed in HTML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

// What is escaped or taken out: most strings have none of it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SPECIAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f&<>"'\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/;

/**
 * Escapes text for element content and quoted attributes. Unpaired surrogates and characters that HTML
 * does not allow become U+FFFD, one for one, so that positions stay.
 *
 * @example
 * escapeText('<b>'); // '&lt;b&gt;'
 */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text) && text.isWellFormed()) return text;
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITY[sign] ?? sign);
}

function put(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  if (isList(content)) return content.map(put).join('');
  return content[SAFE];
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

/**
 * Builds markup; every value is escaped.
 *
 * @example
 * htmlText(html`<p>${'<script>'}</p>`); // '<p>&lt;script&gt;</p>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let out = '';
  for (const token of tokensOf(parts)) {
    if (token.kind === 'raw') out += token.text;
    else if (token.kind === 'value') out += put(values[token.index] ?? null);
    else out += marked(token, (index) => put(values[index] ?? null));
  }
  return { [SAFE]: out };
}

/**
 * Words of the program that were put together outside a template ("3 claims", "12 May 2017"), to be said in the language of the page.
 * Never words of the record: these are shown as they are.
 *
 * @example
 * html`<p>${said(counted(3, 'claim'))}</p>`;
 */
export function said(words: string): Html {
  return { [SAFE]: marked({ key: escapeText(words), values: [], bare: true }, () => '') };
}

/**
 * Markup whose words stay English on a page in any language; to be put into an element with `lang="en"`.
 *
 * @example
 * html`<div lang="en">${inEnglish(chart)}</div>`;
 */
export function inEnglish(markup: Html | null): Content {
  return markup === null ? null : { [SAFE]: spoken(markup[SAFE]) };
}

/**
 * The markup as a string, to be written to a file.
 *
 * @param sayIn words of the program in another language; absent: as they stand in the program, in English
 * @example
 * htmlText(html`<br>`); // '<br>'
 */
export function htmlText(markup: Html, sayIn?: SayIn): string {
  return spoken(markup[SAFE], sayIn);
}

/**
 * Puts something between the items of a list.
 *
 * @example
 * html`${joined(['a', 'b'], ', ')}`; // a, b
 */
export function joined(items: readonly Content[], between: Content): Content {
  return items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
}

/**
 * Text of unknown direction, isolated so that a right-to-left override in it cannot reorder its surroundings.
 *
 * @example
 * isolated('שלום'); // <bdi>שלום</bdi>
 */
export function isolated(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

const DIRECTION_SIGNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text for places where it cannot be isolated (titles, labels, drawings): direction signs taken out,
 * line ends to blanks, shortened to a number of code points.
 *
 * @param limit code points; the last is an ellipsis when something was cut
 * @example
 * plainLine('a\nb'); // 'a b'
 */
export function plainLine(text: string, limit = 200): string {
  const line = text.replace(DIRECTION_SIGNS, '').replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const points = [...line];
  return points.length <= limit
    ? line
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
