/** Markdown with optional statements above it (`markdown-1`). The stated title is the first paragraph of the text. */
import { decodeBytes } from '../decode-bytes.ts';
import type { Limits } from '../limits.ts';
import { type Reading, type TextHints, withText } from '../reading.ts';
import { readFrontMatter } from './front-matter.ts';
import { markdownText } from './markdown-text.ts';

/**
 * Reads a Markdown file.
 *
 * @example
 * readMarkdown(bytes, { charset: null, now: new Date() }, DEFAULT_LIMITS).stated.publisher
 */
export function readMarkdown(bytes: Uint8Array, hints: TextHints, limits: Limits): Reading {
  const decoded = decodeBytes(bytes, hints.charset, null);
  const { stated, body, notes } = readFrontMatter(decoded.text, hints.now);
  const text = markdownText(body);
  const hasTitle = stated.title === null || text.slice(0, stated.title.length + 10).includes(stated.title);
  const raw = hasTitle ? text : `${stated.title}\n\n${text}`;
  const title = stated.title ?? /^#\s+(.+?)\s*#*\s*$/m.exec(body)?.[1] ?? null;
  const base = { mediaType: 'text/markdown', normaliser: 'markdown-1', textUnits: limits.textUnits };
  return withText({ ...base, raw, stated: { ...stated, title }, notes: [...decoded.notes, ...notes] });
}
