/**
 * The running text of a page too large for a tree: one pass, no nesting kept, scripts and styles left out.
 * Navigation and advertisements stay in; the caller says so.
 */
import { Tokenizer } from 'htmlparser2';
import { BlockWriter } from './block-writer.ts';
import { BLOCK_TAGS, RAW_TAGS } from './html-tags.ts';

/** The paragraphs of a page, and whether the page goes on behind the limit. */
export interface LinearText {
  readonly paragraphs: readonly string[];
  readonly isCut: boolean;
}

const nothing = (): void => {};
/** What carries no text. */
const UNHEARD = {
  onattribname: nothing,
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onopentagend: nothing,
  onselfclosingtag: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  onend: nothing,
};

/**
 * Reads the text of a page in one pass.
 *
 * @param limit code units after which reading stops
 * @example
 * linearText('<p>One<p>Two', 1000).paragraphs // ['One', 'Two']
 */
export function linearText(html: string, limit: number): LinearText {
  const writer = new BlockWriter();
  let raw = false;
  let isCut = false;
  const text = (part: string): void => {
    if (raw) return;
    if (writer.length + writer.openLength <= limit) writer.text(part);
    else isCut = true;
  };
  const open = (start: number, end: number): void => {
    const tag = html.slice(start, end).toLowerCase();
    if (RAW_TAGS.has(tag)) raw = true;
    else if (tag === 'br') writer.lineBreak();
    else if (tag === 'td' || tag === 'th') writer.text(' | ');
    else if (BLOCK_TAGS.has(tag)) writer.paragraph();
  };
  const close = (start: number, end: number): void => {
    const tag = html.slice(start, end).toLowerCase();
    if (RAW_TAGS.has(tag)) raw = false;
    else if (BLOCK_TAGS.has(tag) && tag !== 'td' && tag !== 'th') writer.paragraph();
  };
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => {
        if (!raw && end - start > limit) isCut = true;
        text(html.slice(start, Math.min(end, start + limit)));
      },
      ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
      onopentagname: open,
      onclosetag: close,
      ...UNHEARD,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { paragraphs: writer.paragraphs(), isCut };
}
