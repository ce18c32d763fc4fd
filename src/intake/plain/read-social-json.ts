/**
 * A saved post as JSON (`post-1`): a Mastodon status, an archived tweet, an ActivityStreams Note, or any object
 * with a text and an author or date. JSON of another shape is kept and read as it is written.
 */
import { NOTHING_STATED } from '../../desk/ports/document-reader.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { wholeHtmlText } from '../html/read-html.ts';
import type { Limits } from '../limits.ts';
import { type Reading, type TextHints, withText } from '../reading.ts';
import { firstStatedDate } from '../stated-date.ts';
import { statedLanguage, statedLine, statedNames, statedUrl } from '../stated-metadata.ts';

type Fields = Readonly<Record<string, unknown>>;

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** The post inside its usual wrappings: an array of one, `{tweet}`, `{object}`, `{status}`, `{data}`. */
function unwrap(value: unknown, depth = 0): Fields | null {
  if (depth > 4) return null;
  if (Array.isArray(value)) return value.length === 1 ? unwrap(value[0], depth + 1) : null;
  const fields = asFields(value);
  if (fields === null) return null;
  if (textOf(fields) !== null) return fields;
  for (const key of ['tweet', 'object', 'status', 'post', 'data', 'note', 'record']) {
    const inner = unwrap(fields[key], depth + 1);
    if (inner !== null) return { ...fields, ...inner };
  }
  return null;
}

function textOf(post: Fields): string | null {
  for (const key of ['full_text', 'text', 'content', 'body', 'message', 'description']) {
    const value = post[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

function authorNames(post: Fields): readonly string[] {
  for (const key of ['account', 'user', 'author', 'attributedTo', 'actor', 'creator']) {
    const value = post[key];
    if (typeof value === 'string') return statedNames([value]);
    const person = asFields(Array.isArray(value) ? value[0] : value);
    if (person === null) continue;
    for (const name of ['display_name', 'displayName', 'name', 'username', 'acct', 'screen_name', 'handle']) {
      const names = statedNames([person[name]]);
      if (names.length > 0) return names;
    }
  }
  return [];
}

/** Dates of posts also come as seconds or milliseconds since 1970. */
function dateText(value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 1e8) return statedLine(value);
  const at = new Date(value < 1e11 ? value * 1000 : value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Marks of entities in an archived tweet, in the only three shapes it uses. */
function plainOrHtml(text: string, limits: Limits): string {
  if (/<(p|br|a|span|div)\b[^>]*>/i.test(text)) return wholeHtmlText(text, limits);
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * Reads a JSON file.
 *
 * @example
 * readSocialJson(bytes, { charset: null, now: new Date() }, DEFAULT_LIMITS).stated.kind // 'social-post'
 */
export function readSocialJson(bytes: Uint8Array, hints: TextHints, limits: Limits): Reading {
  const decoded = decodeBytes(bytes, hints.charset, null);
  const base = { textUnits: limits.textUnits };
  let post: Fields | null = null;
  try {
    const parsed: unknown = JSON.parse(decoded.text.replace(/^\s*window\.[\w.]+\s*=\s*/, ''));
    post = unwrap(parsed);
  } catch {
    // Text that begins with a bracket is text.
    return withText({
      ...base,
      mediaType: 'text/plain',
      normaliser: 'text-1',
      raw: decoded.text,
      stated: NOTHING_STATED,
      notes: decoded.notes,
    });
  }
  const text = post === null ? null : textOf(post);
  if (post === null || text === null) {
    const notes = [...decoded.notes, 'The JSON is no saved post of a known shape; it is kept as written.'];
    return withText({
      ...base,
      mediaType: 'application/json',
      normaliser: 'text-1',
      raw: decoded.text,
      stated: NOTHING_STATED,
      notes,
    });
  }
  const warning = statedLine(post.spoiler_text ?? post.summary);
  const raw = [warning, plainOrHtml(text, limits)].filter((part) => part !== null).join('\n\n');
  const dates = ['created_at', 'createdAt', 'published', 'publishedAt', 'date', 'timestamp', 'time'];
  const date = firstStatedDate(
    dates.map((key) => dateText(post[key])),
    hints.now,
  );
  const authors = authorNames(post);
  const stated = {
    kind: 'social-post' as const,
    title: statedLine(post.title ?? post.name),
    publisher: authors[0] ?? null,
    authors,
    publishedAt: date.day,
    language: statedLanguage(post.language ?? post.lang),
    url: statedUrl(post.url) ?? statedUrl(post.uri) ?? statedUrl(post.permalink) ?? statedUrl(post.id),
  };
  const notes = date.note === null ? decoded.notes : [...decoded.notes, date.note];
  return withText({ ...base, mediaType: 'application/json', normaliser: 'post-1', raw, stated, notes });
}
