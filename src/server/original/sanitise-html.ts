/**
 * A captured page without anything that runs, loads or leads elsewhere: only elements of text, lists, tables and pictures that
 * stand in the page itself. What is not on the list is left out; its words stay. What holds no words of the page (scripts,
 * styles, frames, drawings, forms' fields) goes with all that is in it. One pass over the page.
 */
import { Parser } from 'htmlparser2';

/** Elements that are kept, with their own attributes. */
const KEPT: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...'h1 h2 h3 h4 h5 h6 p div section article header footer main aside nav address blockquote pre hr br ul dl dt dd figure figcaption table caption thead tbody tfoot tr b strong i em u s small sub sup mark abbr cite code kbd samp q span bdi ruby rt rp details summary wbr'
    .split(' ')
    .map((tag) => [tag, []]),
  ['ol', ['start', 'reversed']],
  ['li', ['value']],
  ['td', ['colspan', 'rowspan']],
  ['th', ['colspan', 'rowspan', 'scope']],
  ['time', ['datetime']],
  ['bdo', []],
]);

/** Gone with everything in them. */
const GONE = new Set(
  'script style template iframe frame frameset object embed applet svg math canvas audio video select option textarea input button head title link meta base noembed noframes plaintext xmp portal dialog'.split(
    ' ',
  ),
);

/** Elements without an end. */
const VOID = new Set(['br', 'hr', 'wbr', 'img', 'input', 'link', 'meta', 'base', 'embed', 'frame']);

const EVERYWHERE = ['lang', 'dir', 'title'];

/** Pictures that carry no script and stand in the page itself. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]+$/iu;

/** Deeper elements are laid flat, as a browser would. */
const MOST_DEEP = 400;

export interface SanitiseOptions {
  /** Whether pictures are shown; their description stands in their place otherwise. */
  readonly pictures: boolean;
}

/**
 * The page as HTML that is safe to show: every `<`, `&` and `"` of its words is escaped.
 *
 * @example
 * sanitiseHtml('<p onclick="x()">Nine <script>y()</script>died', { pictures: false }); // '<p>Nine died</p>'
 */
export function sanitiseHtml(html: string, { pictures }: SanitiseOptions): string {
  const out: string[] = [];
  const open: string[] = [];
  let gone = 0;
  let flat = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (gone > 0 || GONE.has(tag)) {
          if (!VOID.has(tag)) gone += 1;
          return;
        }
        if (tag === 'img') out.push(pictureOf(attributes, pictures));
        const own = Object.hasOwn(KEPT, tag) ? KEPT[tag] : undefined;
        if (own === undefined) return;
        if (!VOID.has(tag) && open.length >= MOST_DEEP) {
          flat += 1;
          return;
        }
        out.push(`<${tag}${attributesOf(attributes, [...own, ...EVERYWHERE])}>`);
        if (!VOID.has(tag)) open.push(tag);
      },
      onclosetag(tag) {
        if (gone > 0) {
          if (!VOID.has(tag)) gone -= 1;
          return;
        }
        if (VOID.has(tag) || !Object.hasOwn(KEPT, tag)) return;
        if (flat > 0) {
          flat -= 1;
          return;
        }
        if (open.at(-1) !== tag) return;
        open.pop();
        out.push(`</${tag}>`);
      },
      ontext(text) {
        if (gone === 0) out.push(escaped(text));
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  parser.end();
  return out.join('');
}

function attributesOf(given: Readonly<Record<string, string>>, kept: readonly string[]): string {
  return kept
    .filter((name) => Object.hasOwn(given, name))
    .map((name) => ` ${name}="${escaped(given[name] ?? '')}"`)
    .join('');
}

function pictureOf({ src = '', alt = '' }: Readonly<Record<string, string>>, pictures: boolean): string {
  if (pictures && PICTURE.test(src)) return `<img src="${escaped(src)}" alt="${escaped(alt)}">`;
  return alt.trim() === '' ? '' : `<q class="picture">${escaped(alt)}</q>`;
}

/**
 * Text that can stand between tags and in a quoted attribute.
 *
 * @example
 * escaped('a < "b" & c'); // 'a &lt; &quot;b&quot; &amp; c'
 */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
