/**
 * What a page's JSON-LD (schema.org) states about its report. Reads objects, arrays and @graph, follows @id inside the
 * page, never fetches a context. Two frequent faults are mended (bare line ends in strings, commas before a bracket);
 * other broken JSON is skipped.
 */

/** A JSON-LD object as parsed: nothing is known about its members. */
export type LinkedThing = Readonly<Record<string, unknown>>;

const REPORT_TYPES = [
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReviewNewsArticle',
  'AskPublicNewsArticle',
  'LiveBlogPosting',
  'PressRelease',
  'CorrectionComment',
  'SocialMediaPosting',
  'DiscussionForumPosting',
  'Report',
  'Article',
  'BlogPosting',
  'TechArticle',
  'ScholarlyArticle',
  'SpecialAnnouncement',
  'WebPage',
] as const;

function isThing(value: unknown): value is LinkedThing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values as a list: one, several or none. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/**
 * Types of a thing without their namespace.
 *
 * @example
 * typesOf({ '@type': ['https://schema.org/NewsArticle'] }) // ['NewsArticle']
 */
export function typesOf(thing: LinkedThing): readonly string[] {
  return listOf(thing['@type'])
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

function collect(value: unknown, into: LinkedThing[], depth: number): void {
  if (depth > 4 || into.length > 1000) return;
  for (const item of listOf(value)) {
    if (!isThing(item)) continue;
    into.push(item);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])
      collect(item[key], into, depth + 1);
  }
}

/** JSON as many sites print it: bare line ends in strings, and a comma before a closing bracket. */
function mended(json: string): string {
  return json
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/"[^"\\]*(?:\\.[^"\\]*)*"|,(?=\s*[}\]])/g, (part) => (part === ',' ? '' : part));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(mended(text));
  }
}

/**
 * All things stated in the page's scripts, in order.
 *
 * @param scripts contents of `<script type="application/ld+json">`
 * @example
 * linkedThings(['{"@type":"NewsArticle","headline":"Two detained"}']).length // 1
 */
export function linkedThings(scripts: readonly string[]): readonly LinkedThing[] {
  const things: LinkedThing[] = [];
  for (const script of scripts) {
    const body = script.replace(
      /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g,
      '',
    );
    try {
      collect(parseJson(body), things, 0);
    } catch {
      // Broken JSON states nothing; the page's other statements are read.
    }
  }
  return things;
}

/**
 * The thing that describes the report itself; null when none does.
 *
 * @example
 * reportThing(linkedThings(scripts))?.['headline'] // 'Two detained in Dvinsk'
 */
export function reportThing(things: readonly LinkedThing[]): LinkedThing | null {
  for (const wanted of REPORT_TYPES) {
    const found = things.find((thing) => typesOf(thing).includes(wanted));
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Names of persons or bodies that a member states: strings, objects with a name, references by @id.
 *
 * @example
 * namesOf({ '@type': 'Person', name: 'Ana Ruiz' }, []) // ['Ana Ruiz']
 */
export function namesOf(value: unknown, things: readonly LinkedThing[]): readonly string[] {
  return listOf(value).flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (!isThing(item)) return [];
    const name = item.name;
    if (name !== undefined) return listOf(name).filter((part): part is string => typeof part === 'string');
    const id = item['@id'];
    const target =
      typeof id === 'string' ? things.find((thing) => thing['@id'] === id && thing.name) : undefined;
    return typeof target?.name === 'string' ? [target.name] : [];
  });
}

/**
 * The first string that a member states.
 *
 * @example
 * firstString(['en', 'fr']) // 'en'
 */
export function firstString(value: unknown): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'string' && item.trim() !== '') return item;
    if (isThing(item) && typeof item['@id'] === 'string') return item['@id'];
    if (isThing(item) && typeof item['@value'] === 'string') return item['@value'];
  }
  return null;
}
