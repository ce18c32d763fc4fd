/**
 * What a page states about itself, from the most to the least deliberate statement: JSON-LD, Open Graph and
 * article:*, Dublin Core and other meta elements, microdata, `<time>`, `<title>`. Unstated stays null. The kind is
 * taken from a stated type only; a web page that states none is a `web-page`.
 */
import type { StatedMetadata } from '../../desk/ports/document-reader.ts';
import type { SourceKind } from '../../record/source.ts';
import type { Trail } from '../../record/trail.ts';
import { firstStatedDate, type StatedDate } from '../stated-date.ts';
import { splitByline, statedLanguage, statedLine, statedNames, statedUrl } from '../stated-metadata.ts';
import type { HtmlPage } from './html-tree.ts';
import { firstString, type LinkedThing, linkedThings, namesOf, reportThing, typesOf } from './json-ld.ts';
import { microdata, microdataTypes, timesOf } from './microdata.ts';

/** The statements and what a person should know about them. */
export interface PageMetadata {
  readonly stated: StatedMetadata;
  /** What it says of where its words come from; its links and pictures are no part of this. */
  readonly origin: Pick<Trail, 'canonical' | 'ogUrl' | 'credits' | 'authorAddresses'>;
  readonly notes: readonly string[];
}

const KIND_OF_TYPE: Readonly<Record<string, SourceKind>> = Object.freeze({
  NewsArticle: 'news-article',
  ReportageNewsArticle: 'news-article',
  AnalysisNewsArticle: 'news-article',
  BackgroundNewsArticle: 'news-article',
  OpinionNewsArticle: 'news-article',
  ReviewNewsArticle: 'news-article',
  AskPublicNewsArticle: 'news-article',
  LiveBlogPosting: 'news-article',
  PressRelease: 'press-release',
  CorrectionComment: 'correction',
  SocialMediaPosting: 'social-post',
  DiscussionForumPosting: 'social-post',
});

/** Every meta statement by lower-case name, in order. */
function metaOf(page: HtmlPage): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const { tag, attributes } of page.stating) {
    const content = attributes.get('content');
    if (tag !== 'meta' || content === undefined) continue;
    for (const key of [
      attributes.get('property'),
      attributes.get('name'),
      attributes.get('itemprop'),
      attributes.get('http-equiv'),
    ]) {
      if (key === undefined) continue;
      const known = meta.get(key.toLowerCase());
      if (known === undefined) meta.set(key.toLowerCase(), [content]);
      else known.push(content);
    }
  }
  return meta;
}

function canonicalOf(page: HtmlPage): string | null {
  const link = page.stating.find(
    ({ tag, attributes }) => tag === 'link' && /(^|\s)canonical(\s|$)/i.test(attributes.get('rel') ?? ''),
  );
  return link?.attributes.get('href') ?? null;
}

function languageOf(page: HtmlPage): string | null {
  for (const child of page.root.children) {
    if (typeof child !== 'string' && child.tag === 'html') {
      return child.attributes.get('lang') ?? child.attributes.get('xml:lang') ?? null;
    }
  }
  return null;
}

function kindOf(
  page: HtmlPage,
  report: LinkedThing | null,
  first: (...names: string[]) => string | null,
  title: string,
): SourceKind {
  const types = report === null ? microdataTypes(page) : typesOf(report);
  const sections = [
    firstString(report?.articleSection),
    firstString(report?.genre),
    first('article:section'),
  ];
  if (/^correction\b/i.test(title) || sections.some((section) => /^corrections?$/i.test(section ?? '')))
    return 'correction';
  const genre = [...sections, first('dc.type', 'dcterms.type', 'og:type')].map(
    (text) => text?.toLowerCase() ?? '',
  );
  if (genre.some((text) => /^press[ -]?releases?$/.test(text))) return 'press-release';
  for (const type of types) {
    const kind = KIND_OF_TYPE[type];
    if (kind !== undefined) return kind;
  }
  if (first('agency') !== null) return 'agency-dispatch';
  if (genre.includes('newsarticle') || first('news_keywords') !== null) return 'news-article';
  return 'web-page';
}

/** "Two detained | The Courier" without the outlet's name, when the page states that name. */
function withoutOutlet(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null) return title;
  for (const mark of [' | ', ' - ', ' – ', ' — ', ' :: ']) {
    if (title.toLowerCase().endsWith((mark + publisher).toLowerCase()))
      return title.slice(0, -(mark + publisher).length);
  }
  return title;
}

/** An agency or first outlet that the page credits: for the count of origins a person should see it. */
function credits(
  report: LinkedThing | null,
  things: readonly LinkedThing[],
  first: (...n: string[]) => string | null,
): string[] {
  const stated = [
    ...namesOf(report?.sourceOrganization, things),
    ...namesOf(report?.isBasedOn, things),
    first('agency'),
    first('syndication-source'),
    first('original-source'),
  ];
  return stated.flatMap((value) => statedUrl(value) ?? statedNames([value]));
}

/** Where a page's statements stand. */
interface Statements {
  readonly report: LinkedThing | null;
  readonly things: readonly LinkedThing[];
  /** Contents of all meta elements of these names, in order. */
  readonly all: (...names: string[]) => readonly string[];
}

function authorsOf(page: HtmlPage, { report, things, all }: Statements): readonly string[] {
  const authorSets = [
    namesOf(report?.author ?? report?.creator, things),
    all(
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'parsely-author',
      'sailthru.author',
    ).flatMap(splitByline),
    microdata(page, 'author'),
  ];
  return authorSets.map(statedNames).find((names) => names.length > 0) ?? [];
}

function dateOf(page: HtmlPage, { report, all }: Statements, now: Date): StatedDate {
  return firstStatedDate(
    [
      firstString(report?.datePublished),
      ...all(
        'article:published_time',
        'og:article:published_time',
        'dc.date.issued',
        'dcterms.issued',
        'dc.date',
        'dcterms.date',
      ),
      ...all(
        'datepublished',
        'date',
        'pubdate',
        'publishdate',
        'publish-date',
        'parsely-pub-date',
        'sailthru.date',
        'citation_publication_date',
      ),
      ...microdata(page, 'datePublished'),
      firstString(report?.dateCreated),
      ...timesOf(page),
    ],
    now,
  );
}

/**
 * Reads a page's statements about itself.
 *
 * @param now to note a publication date in the future
 * @example
 * pageMetadataOf(page, new Date('2026-01-01')).stated.publisher // 'The Dvinsk Courier'
 */
export function pageMetadataOf(page: HtmlPage, now: Date): PageMetadata {
  const meta = metaOf(page);
  const things = linkedThings(page.linkedData);
  const report = reportThing(things);
  const isArticle = report !== null && !typesOf(report).includes('WebPage');
  const first = (...names: string[]): string | null =>
    names.map((name) => statedLine(meta.get(name)?.[0])).find((value) => value !== null) ?? null;
  const all = (...names: string[]): readonly string[] => names.flatMap((name) => meta.get(name) ?? []);

  const publisher =
    statedNames(namesOf(report?.publisher, things))[0] ??
    first('og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher') ??
    statedNames(microdata(page, 'publisher'))[0] ??
    null;
  const title =
    statedLine(isArticle ? (firstString(report.headline) ?? firstString(report.name)) : null) ??
    first('og:title', 'dc.title', 'dcterms.title', 'twitter:title') ??
    statedLine(microdata(page, 'headline')[0]) ??
    withoutOutlet(statedLine(page.title), publisher);
  const authors = authorsOf(page, { report, things, all });
  const date = dateOf(page, { report, things, all }, now);
  const stated: StatedMetadata = {
    kind: kindOf(page, report, first, title ?? ''),
    title: withoutOutlet(title, publisher),
    publisher,
    authors,
    publishedAt: date.day,
    language: statedLanguage(
      languageOf(page) ??
        firstString(report?.inLanguage) ??
        first('content-language', 'dc.language', 'og:locale'),
    ),
    url:
      statedUrl(canonicalOf(page)) ??
      statedUrl(first('og:url')) ??
      statedUrl(firstString(report?.url ?? report?.mainEntityOfPage)),
  };
  const credited = [...new Set(credits(report, things, first))];
  const origin = {
    canonical: statedUrl(canonicalOf(page)),
    ogUrl: statedUrl(first('og:url')),
    credits: credited,
    authorAddresses: all('article:author').flatMap((value) => statedUrl(value) ?? []),
  };
  const notes = [
    ...(date.note === null ? [] : [date.note]),
    ...credited.map((name) => `The page credits ${name}.`),
  ];
  return { stated, origin, notes };
}
