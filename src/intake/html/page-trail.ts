/**
 * Links, embedded posts, frames and pictures of a page's report, with what the page states of where its words come from.
 * Only what stands in the main part and was not cut as furniture; addresses are made absolute by the page's own base or
 * address, and what cannot be made absolute is left out. Nothing is fetched.
 */
import type { Sha256 } from '../../record/id.ts';
import type { EmbedPlatform, Trail, TrailEmbed, TrailLink } from '../../record/trail.ts';
import { heldPictureHash } from '../picture-hashes.ts';
import { plainTextOf } from './block-text.ts';
import { BLOCK_TAGS, SILENT_TAGS } from './html-tags.ts';
import type { HtmlElement, HtmlPage } from './html-tree.ts';
import type { PageMetadata } from './page-metadata.ts';

const MOST_LINKS = 200;
const MOST_EMBEDS = 50;
const MOST_IMAGES = 50;
const MOST_UNITS = 2000;
const WORDS = 200;
const BEFORE = 64;

const PLATFORMS: readonly (readonly [RegExp, EmbedPlatform])[] = [
  [/(^|\.)(twitter|x)\.com$/, 'x'],
  [/(^|\.)(t\.me|telegram\.(me|org))$/, 'telegram'],
  [/(^|\.)(facebook\.com|fb\.watch)$/, 'facebook'],
  [/(^|\.)instagram\.com$/, 'instagram'],
  [/(^|\.)(youtube(-nocookie)?\.com|youtu\.be)$/, 'youtube'],
  [/(^|\.)tiktok\.com$/, 'tiktok'],
  [/(^|\.)(vk\.com|vkvideo\.ru)$/, 'vk'],
];

function platformOf(url: string): EmbedPlatform {
  const { hostname } = new URL(url);
  return PLATFORMS.find(([host]) => host.test(hostname))?.[1] ?? 'other';
}

/** An absolute http(s) address without its fragment; null for anything else. */
function absolute(value: string | undefined, base: string | null): string | null {
  const given = value?.trim() ?? '';
  if (given === '' || given.startsWith('#') || given.length > MOST_UNITS) return null;
  const url = base === null ? URL.parse(given.replace(/^\/\//, 'https://')) : URL.parse(given, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href.length > MOST_UNITS ? null : url.href.toWellFormed();
}

function baseOf(page: HtmlPage, { stated, origin }: PageMetadata): string | null {
  const own = stated.url ?? origin.canonical ?? origin.ogUrl;
  const find = (element: HtmlElement, depth: number): HtmlElement | null => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.tag === 'base') return child;
      const found = depth > 0 && child.tag !== 'body' ? find(child, depth - 1) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return absolute(find(page.root, 2)?.attributes.get('href'), own) ?? own;
}

function pointsFrom(text: string, most: number): string {
  return [...text.toWellFormed().replace(/\p{Cc}+/gu, ' ')].slice(0, most).join('');
}

function lastPoints(text: string, most: number): string {
  return [...text.toWellFormed()].slice(-most).join('');
}

/** The address of a post that an element shows, by the marks of the platforms' own embedding code. */
function shownPost({ tag, attributes }: HtmlElement, base: string | null): string | null {
  const cited =
    attributes.get('data-instgrm-permalink') ??
    attributes.get('data-href') ??
    (tag === 'blockquote' ? attributes.get('cite') : undefined);
  const url = absolute(cited, base);
  return url !== null && platformOf(url) !== 'other' ? url : null;
}

const STATUS = /\/(?:status|posts|p|reel|video|videos|watch)\b|t\.me\/[^/]+\/\d+/;

/** Reads the report from front to back. */
class TrailWalk {
  readonly links: TrailLink[] = [];
  readonly embeds: TrailEmbed[] = [];
  readonly images: string[] = [];
  readonly imageHashes: Sha256[] = [];
  private readonly base: string | null;
  private before = '';

  constructor(base: string | null) {
    this.base = base;
  }

  walk(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.before = (this.before + child).replace(/\s+/g, ' ').slice(-300);
      else if (!child.cut) this.element(child);
    }
  }

  private element(element: HtmlElement): void {
    const { tag, attributes } = element;
    if (BLOCK_TAGS.has(tag) || tag === 'br') this.before = '';
    if (tag === 'img') this.image(attributes);
    if (tag === 'a') this.link(element);
    const post = shownPost(element, this.base);
    if (post !== null) this.embed(post);
    if (
      tag === 'blockquote' &&
      /\b(twitter-tweet|telegram-post|tiktok-embed)\b/.test(attributes.get('class') ?? '')
    )
      this.quotedPost(element);
    if (!SILENT_TAGS.has(tag)) this.walk(element);
    if (BLOCK_TAGS.has(tag)) this.before = '';
  }

  private link(element: HtmlElement): void {
    const url = absolute(element.attributes.get('href'), this.base);
    if (url === null || this.links.length >= MOST_LINKS) return;
    const words = pointsFrom(plainTextOf(element), WORDS);
    this.links.push({ url, words, before: lastPoints(this.before.trimStart(), BEFORE) });
  }

  /** The last link of a quoted post is its own address. */
  private quotedPost(element: HtmlElement): void {
    const inner = new TrailWalk(this.base);
    inner.walk(element);
    const own = inner.links.findLast(({ url }) => platformOf(url) !== 'other' && STATUS.test(url));
    if (own !== undefined) this.embed(own.url);
  }

  private image(attributes: ReadonlyMap<string, string>): void {
    const src = attributes.get('src') ?? attributes.get('data-src');
    const hash = heldPictureHash(src);
    if (hash !== null && this.imageHashes.length < MOST_IMAGES && !this.imageHashes.includes(hash))
      this.imageHashes.push(hash);
    const url = absolute(src, this.base);
    if (url !== null && this.images.length < MOST_IMAGES && !this.images.includes(url)) this.images.push(url);
  }

  embed(url: string): void {
    if (this.embeds.length >= MOST_EMBEDS || this.embeds.some((one) => one.url === url)) return;
    this.embeds.push({ platform: platformOf(url), url });
  }
}

/** Whether an element stands in the main part, and nothing around it was cut. */
function isInReport(element: HtmlElement, main: HtmlElement): boolean {
  for (let up = element.parent; up !== null; up = up.parent) {
    if (up.cut) return false;
    if (up === main) return true;
  }
  return false;
}

/** A frame of a platform shows the post that its address names in a parameter, or the frame's own address. */
function framed({ tag, attributes }: HtmlElement, base: string | null): string | null {
  const telegram = attributes.get('data-telegram-post');
  if (telegram !== undefined) return absolute(telegram, 'https://t.me/');
  const url = tag === 'iframe' ? absolute(attributes.get('src') ?? attributes.get('data-src'), base) : null;
  if (url === null) return null;
  const inner = new URL(url).searchParams.get('href') ?? new URL(url).searchParams.get('url');
  return platformOf(url) === 'other' ? url : (absolute(inner ?? undefined, base) ?? url);
}

/**
 * The trail of a page; null when it says nothing.
 *
 * @param main the element that was read as the report; null when the page was read as running text: no links then
 * @example
 * pageTrailOf(page, main, pageMetadataOf(page, now))?.links[0]?.url // 'https://courier.example/a'
 */
export function pageTrailOf(page: HtmlPage, main: HtmlElement | null, metadata: PageMetadata): Trail | null {
  const base = baseOf(page, metadata);
  const walk = new TrailWalk(base);
  if (main !== null) {
    walk.walk(main);
    for (const element of page.embedding) {
      const url = isInReport(element, main) ? framed(element, base) : null;
      if (url !== null) walk.embed(url);
    }
  }
  const { links, embeds, images, imageHashes } = walk;
  const { canonical, ogUrl, credits, authorAddresses } = metadata.origin;
  const lists = [credits, authorAddresses, links, embeds, images, imageHashes];
  if (canonical === null && ogUrl === null && lists.every((one) => one.length === 0)) return null;
  const held = imageHashes.length === 0 ? {} : { imageHashes };
  return { canonical, ogUrl, credits, authorAddresses, links, embeds, images, ...held };
}
