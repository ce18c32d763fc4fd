/**
 * A small tree of an HTML page, built in one pass over the tokens, in time linear in the page: nesting is capped
 * (deeper elements are laid flat), and so is the number of nodes. Follows the HTML Standard where it changes
 * the text (void elements, implied ends of p, li, td …), not in the repair of misnested formatting.
 * It runs no script, fetches nothing and resolves no entity but HTML's own characters.
 */
import { Tokenizer } from 'htmlparser2';
import { BLOCK_TAGS, impliedEnd, isScopeWall, RAW_TAGS, VOID_TAGS } from './html-tags.ts';

/** An element with what the choice of the main part needs to know about it. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (HtmlElement | string)[];
  readonly parent: HtmlElement | null;
  /** Left out of the text. */
  cut: boolean;
  /** Code units of text, of text inside links, and of text in paragraphs that look like prose. */
  size: number;
  linkSize: number;
  prose: number;
}

/** A page in memory. */
export interface HtmlPage {
  readonly root: HtmlElement;
  readonly title: string | null;
  /** Contents of `<script type="application/ld+json">`, in order. */
  readonly linkedData: readonly string[];
  /** Every meta, link and time element and every element with an itemprop or itemscope, in order. */
  readonly stating: readonly HtmlElement[];
  /** Frames, and scripts that show a post, in order; they are in no list of children, as they hold no text. */
  readonly embedding: readonly HtmlElement[];
  /** True: the page has more nodes than allowed, and the tree ends early. */
  readonly isCut: boolean;
  /** True: some elements were deeper than allowed and were laid flat. */
  readonly isFlattened: boolean;
}

/** Elements that hold no text by themselves but are read in some places, and their names there. */
const READ_AS: Readonly<Record<string, string>> = { template: 'shadow-root', button: 'heading-button' };

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function newElement(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  parent: HtmlElement | null,
): HtmlElement {
  return { tag, attributes, children: [], parent, cut: false, size: 0, linkSize: 0, prose: 0 };
}

/** Collects tokens into a tree. */
class TreeBuilder {
  readonly root = newElement('#page', NO_ATTRIBUTES, null);
  readonly linkedData: string[] = [];
  readonly stating: HtmlElement[] = [];
  readonly embedding: HtmlElement[] = [];
  title: string | null = null;
  nodes = 0;
  isFlattened = false;
  private readonly html: string;
  private readonly maxDepth: number;
  private readonly maxNodes: number;
  private readonly stack: HtmlElement[] = [this.root];
  private flat = 0;
  private tag = '';
  private attributes: Map<string, string> | null = null;
  private attributeName = '';
  private attributeValue = '';
  private raw: string | null = null;
  private rawText = '';
  private rawIsWanted = false;

  constructor(html: string, maxDepth: number, maxNodes: number) {
    this.html = html;
    this.maxDepth = maxDepth;
    this.maxNodes = maxNodes;
  }

  get isFull(): boolean {
    return this.nodes > this.maxNodes;
  }

  private get top(): HtmlElement {
    return this.stack[this.stack.length - 1] ?? this.root;
  }

  text(text: string): void {
    if (this.raw !== null) {
      if (this.rawIsWanted) this.rawText += text;
      return;
    }
    if (this.isFull) return;
    const { children } = this.top;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') {
      // A decoded entity arrives as its own run: join it to its neighbour, up to a length that stays linear.
      if (before.length < 10_000) {
        children[last] = before + text;
        return;
      }
    }
    children.push(text);
    this.nodes += 1;
  }

  openName(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase();
    this.attributes = null;
  }

  attributeNamed(start: number, end: number): void {
    this.attributeName = this.html.slice(start, end).toLowerCase();
    this.attributeValue = '';
  }

  attributeText(text: string): void {
    this.attributeValue += text;
  }

  attributeDone(): void {
    this.attributes ??= new Map();
    if (!this.attributes.has(this.attributeName))
      this.attributes.set(this.attributeName, this.attributeValue);
  }

  openDone(): void {
    const { tag } = this;
    const attributes: ReadonlyMap<string, string> = this.attributes ?? NO_ATTRIBUTES;
    if (RAW_TAGS.has(tag)) {
      this.startRaw(tag, attributes);
      return;
    }
    if (this.isFull) return;
    this.place(tag, attributes);
  }

  private place(tagName: string, attributes: ReadonlyMap<string, string>): void {
    // A browser shows a saved shadow root, unlike any other template; a button in a heading is the heading's words.
    const isShadow = tagName === 'template' && attributes.has('shadowrootmode');
    const isHeading = tagName === 'button' && /^h[1-6]$/.test(this.top.tag);
    const tag = isShadow ? 'shadow-root' : isHeading ? 'heading-button' : tagName;
    if (this.flat === 0) {
      for (let depth = impliedEnd(tag, this.stack); depth < this.stack.length; ) this.stack.pop();
    }
    const element = newElement(tag, attributes, this.top);
    this.top.children.push(element);
    this.nodes += 1;
    const hasItem = attributes.has('itemprop') || attributes.has('itemscope');
    if (hasItem || tag === 'meta' || tag === 'link' || tag === 'time') this.stating.push(element);
    if (VOID_TAGS.has(tag)) return;
    if (this.stack.length >= this.maxDepth) {
      this.flat += 1;
      this.isFlattened = true;
    } else {
      this.stack.push(element);
    }
  }

  private startRaw(tag: string, attributes: ReadonlyMap<string, string>): void {
    this.raw = tag;
    this.rawText = '';
    if (tag === 'iframe' || attributes.has('data-telegram-post'))
      this.embedding.push(newElement(tag, attributes, this.top));
    const type = attributes.get('type') ?? '';
    this.rawIsWanted =
      (tag === 'title' && this.title === null) ||
      (tag === 'script' && /^\s*application\/ld\+json/i.test(type));
  }

  private endRaw(): void {
    if (this.rawIsWanted && this.raw === 'title') this.title = this.rawText;
    if (this.rawIsWanted && this.raw === 'script') this.linkedData.push(this.rawText);
    this.raw = null;
  }

  close(name: string): void {
    const tag = name.toLowerCase();
    if (this.raw !== null) {
      if (tag === this.raw) this.endRaw();
      return;
    }
    if (this.isFull) return;
    if (tag === 'br') {
      this.top.children.push(newElement('br', NO_ATTRIBUTES, this.top));
      return;
    }
    if (VOID_TAGS.has(tag)) return;
    if (this.flat > 0) {
      this.flat -= 1;
      if (BLOCK_TAGS.has(tag)) this.top.children.push(newElement(tag, NO_ATTRIBUTES, this.top));
      return;
    }
    for (let index = this.stack.length - 1; index > 0; index -= 1) {
      const open = this.stack[index]?.tag ?? '';
      if (open === tag || open === READ_AS[tag]) {
        this.stack.length = index;
        return;
      }
      if (isScopeWall(open, tag)) return;
    }
  }

  end(): void {
    if (this.raw !== null) this.endRaw();
  }
}

/**
 * Parses a page.
 *
 * @param limits nesting and number of nodes that are kept
 * @example
 * parseHtml('<p>One<p>Two', { htmlDepth: 256, htmlNodes: 1000 }).root.children.length // 2
 */
export function parseHtml(
  html: string,
  limits: { readonly htmlDepth: number; readonly htmlNodes: number },
): HtmlPage {
  const builder = new TreeBuilder(html, limits.htmlDepth, limits.htmlNodes);
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => builder.text(html.slice(start, end)),
      ontextentity: (codePoint) => builder.text(String.fromCodePoint(codePoint)),
      onopentagname: (start, end) => builder.openName(start, end),
      onattribname: (start, end) => builder.attributeNamed(start, end),
      onattribdata: (start, end) => builder.attributeText(html.slice(start, end)),
      onattribentity: (codePoint) => builder.attributeText(String.fromCodePoint(codePoint)),
      onattribend: () => builder.attributeDone(),
      onopentagend: () => builder.openDone(),
      onselfclosingtag: () => builder.openDone(),
      onclosetag: (start, end) => builder.close(html.slice(start, end)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  builder.end();
  const { root, title, linkedData, stating, embedding, isFull, isFlattened } = builder;
  return { root, title, linkedData, stating, embedding, isCut: isFull, isFlattened };
}
