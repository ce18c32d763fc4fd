/** What the HTML Standard says about tags, as far as it changes the text of a page (HTML §13.1.2, §15.3). */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements without content or end tag. */
export const VOID_TAGS = set('area base br col embed hr img input link meta param source track wbr');

/** Elements whose content is characters, not markup; only title and JSON-LD scripts are kept. */
export const RAW_TAGS = set('script style title textarea iframe noembed noframes xmp');

/** Elements that stand on lines of their own. */
export const BLOCK_TAGS = set(
  'address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot ' +
    'th thead tr ul caption head shadow-root',
);

/** Elements that never hold text of the page. */
export const SILENT_TAGS = set(
  'head script style noscript template svg math canvas object embed applet audio video map select datalist button ' +
    'input textarea iframe rt rp progress meter dialog menu',
);

/** Opening one of these ends an open paragraph. */
const ENDS_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 ' +
    'h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul',
);

/** Which open elements an opening tag ends, and where the search for them stops. */
const ENDS_SIBLING: ReadonlyMap<
  string,
  { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map([
  ['li', { ends: set('li'), within: set('ul ol menu') }],
  ['dt', { ends: set('dt dd'), within: set('dl') }],
  ['dd', { ends: set('dt dd'), within: set('dl') }],
  ['tr', { ends: set('tr'), within: set('table') }],
  ['td', { ends: set('td th'), within: set('tr table') }],
  ['th', { ends: set('td th'), within: set('tr table') }],
  ['tbody', { ends: set('thead tbody tfoot'), within: set('table') }],
  ['thead', { ends: set('thead tbody tfoot'), within: set('table') }],
  ['tfoot', { ends: set('thead tbody tfoot'), within: set('table') }],
  ['a', { ends: set('a'), within: set('td th table caption') }],
  ['option', { ends: set('option'), within: set('select') }],
]);

const WALLS = set('td th table caption object template html');
const TABLE_PARTS = set('table tr td th tbody thead tfoot caption html body object template');
/** An end tag of an inline element does not end a block that was opened after it. */
const INLINE_STOPS = set('div section article main ul ol li td th table blockquote figure');

/**
 * How many open elements stay open when a tag opens.
 *
 * @param stack open elements, outermost first
 * @returns the new length of the stack
 * @example
 * impliedEnd('p', [{ tag: 'body' }, { tag: 'p' }]) // 1
 */
export function impliedEnd(tag: string, stack: readonly { readonly tag: string }[]): number {
  const rule = ENDS_SIBLING.get(tag);
  let keep = stack.length;
  if (rule !== undefined) {
    for (let index = stack.length - 1; index > 0; index -= 1) {
      const open = stack[index]?.tag ?? '';
      if (rule.within.has(open)) break;
      if (rule.ends.has(open)) {
        keep = index;
        break;
      }
    }
  }
  if (!ENDS_PARAGRAPH.has(tag)) return keep;
  for (let index = keep - 1; index > 0; index -= 1) {
    const open = stack[index]?.tag ?? '';
    if (open === 'p') return index;
    if (WALLS.has(open) || open === 'div' || open === 'section' || open === 'article') return keep;
  }
  return keep;
}

/**
 * Whether the search for the element that an end tag ends must stop at an open element.
 *
 * @example
 * isScopeWall('td', 'div') // true
 */
export function isScopeWall(open: string, ending: string): boolean {
  if (WALLS.has(open)) return !TABLE_PARTS.has(ending) || open === 'object' || open === 'template';
  return !BLOCK_TAGS.has(ending) && INLINE_STOPS.has(open);
}
