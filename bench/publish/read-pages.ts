/** The pages of a dossier read from disk, with what leads where. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseHTML } from 'linkedom';

/** As much of an element as is used: the types of a browser are not in this project. */
export interface PageElement {
  readonly textContent: string | null;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement;
  getElementById(id: string): PageElement | null;
  cloneNode(deep: boolean): PageDocument;
}

export interface ReadPage {
  readonly path: string;
  readonly document: PageDocument;
}

/**
 * Reads all pages.
 *
 * @example
 * readPages('/tmp/x/example').get('index.html')?.document.title;
 */
export function readPages(folder: string): ReadonlyMap<string, ReadPage> {
  const pages = new Map<string, ReadPage>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith('.html')) continue;
    const path = relative(folder, join(file.parentPath, file.name));
    const { document } = parseHTML(readFileSync(join(folder, path), 'utf8'));
    pages.set(path, { path, document: document as unknown as PageDocument });
  }
  return pages;
}

/** Where a link of a page leads inside the folder. */
export interface Target {
  readonly path: string;
  /** Null: the top of the page. */
  readonly anchor: string | null;
}

/**
 * The targets of all links below an element; addresses of the web are left out.
 *
 * @example
 * targetsIn('index.html', page.document.body);
 */
export function targetsIn(from: string, element: PageElement): readonly Target[] {
  return [...element.querySelectorAll('a[href]')].flatMap((link): Target[] => {
    const href = link.getAttribute('href') ?? '';
    if (/^[a-z]+:/i.test(href)) return [];
    const [path = '', anchor] = href.split('#');
    const whole = path === '' ? from : normalize(join(dirname(from), decodeURI(path)));
    return [{ path: whole, anchor: anchor === undefined || anchor === '' ? null : anchor }];
  });
}
