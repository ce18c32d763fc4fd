/**
 * The text of an element as a reader sees it: paragraphs, list items, table rows with cells apart by " | ",
 * captions, quotations. `<q>` gets its quotation marks; struck-out words are left out and counted; raised digits
 * after a digit are set off, so that a footnote mark never becomes part of a figure.
 */

import { BlockWriter } from './block-writer.ts';
import { BLOCK_TAGS, SILENT_TAGS } from './html-tags.ts';
import type { HtmlElement } from './html-tree.ts';

/** What was read, and how many struck-out passages were not. */
export interface BlockText {
  readonly paragraphs: readonly string[];
  readonly struck: number;
}

const STRUCK = new Set(['del', 's', 'strike']);
const CELL_BLOCKS = new Set([
  'p',
  'div',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'section',
  'article',
]);

/**
 * All text of an element without breaks, whitespace collapsed.
 *
 * @example
 * plainTextOf(element) // 'Two detained in Dvinsk'
 */
export function plainTextOf(element: HtmlElement): string {
  const parts: string[] = [];
  const collect = (node: HtmlElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') parts.push(child);
      else if (!SILENT_TAGS.has(child.tag)) {
        if (child.tag === 'br' || BLOCK_TAGS.has(child.tag)) parts.push(' ');
        collect(child);
      }
    }
  };
  collect(element);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** A table that lays out a page holds blocks or tables; one that holds data does not. */
function isDataTable(table: HtmlElement): boolean {
  let rows = 0;
  const holdsBlocks = (node: HtmlElement): boolean =>
    node.children.some((child) => {
      if (typeof child === 'string') return false;
      if (child.tag === 'tr') rows += 1;
      return CELL_BLOCKS.has(child.tag) || holdsBlocks(child);
    });
  return !holdsBlocks(table) && rows > 0;
}

/** Walks an element and writes its text. */
class TextWalk {
  readonly writer = new BlockWriter();
  struck = 0;
  private readonly skip: HtmlElement | null;

  constructor(skip: HtmlElement | null) {
    this.skip = skip;
  }

  children(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.writer.text(child);
      else this.element(child);
    }
  }

  element(element: HtmlElement): void {
    const { tag } = element;
    if (element.cut || element === this.skip || SILENT_TAGS.has(tag)) return;
    if (tag === 'br') this.writer.lineBreak();
    else if (tag === 'table' && isDataTable(element)) this.dataTable(element);
    else if (tag === 'pre') this.preformatted(element);
    else if (BLOCK_TAGS.has(tag)) {
      this.writer.paragraph();
      this.children(element);
      this.writer.paragraph();
    } else this.inline(element);
  }

  private inline(element: HtmlElement): void {
    const { tag } = element;
    if (STRUCK.has(tag)) {
      if (plainTextOf(element) !== '') this.struck += 1;
      return;
    }
    if (tag === 'sup') {
      this.raised(element);
      return;
    }
    if (tag === 'q') this.writer.text('“');
    this.children(element);
    if (tag === 'q') this.writer.text('”');
  }

  /** "26" with a raised "1" must not read "261". */
  private raised(element: HtmlElement): void {
    const text = plainTextOf(element);
    const followsDigit = /\d/.test(this.writer.lastCharacter);
    if (followsDigit && /^\d/.test(text)) {
      const isReference = element.children.some((child) => typeof child !== 'string' && child.tag === 'a');
      this.writer.text(isReference ? `[${text}]` : `^${text}`);
      return;
    }
    this.children(element);
  }

  private preformatted(element: HtmlElement): void {
    this.writer.paragraph();
    const lines = (node: HtmlElement): void => {
      for (const child of node.children) {
        if (typeof child === 'string') this.writer.verbatim(child);
        else if (child.tag === 'br') this.writer.verbatim('\n');
        else if (!child.cut && !SILENT_TAGS.has(child.tag)) lines(child);
      }
    };
    lines(element);
    this.writer.paragraph();
  }

  private dataTable(table: HtmlElement): void {
    this.writer.paragraph();
    const rows: string[] = [];
    const collect = (node: HtmlElement): void => {
      for (const child of node.children) {
        if (typeof child === 'string' || child.cut) continue;
        if (child.tag === 'caption') this.element(child);
        else if (child.tag === 'tr') rows.push(this.row(child));
        else collect(child);
      }
    };
    collect(table);
    this.writer.verbatim(rows.filter((row) => row !== '').join('\n'));
    this.writer.paragraph();
  }

  private row(row: HtmlElement): string {
    const cells: string[] = [];
    for (const child of row.children) {
      if (typeof child === 'string' || child.cut) continue;
      const walk = new TextWalk(this.skip);
      walk.children(child);
      cells.push(walk.writer.paragraphs().join(' ').replace(/\n/g, ' '));
      this.struck += walk.struck;
    }
    return cells.some((cell) => cell !== '') ? cells.join(' | ') : '';
  }
}

/**
 * Reads the text of an element.
 *
 * @param skip an element inside it that is left out, such as the headline already taken; null for none
 * @example
 * blockTextOf(body, null).paragraphs // ['Two detained in Dvinsk', 'The ministry denied this.']
 */
export function blockTextOf(element: HtmlElement, skip: HtmlElement | null): BlockText {
  const walk = new TextWalk(skip);
  walk.element(element);
  return { paragraphs: walk.writer.paragraphs(), struck: walk.struck };
}
