/**
 * Statements that a person wrote above a text: YAML between `---` lines. Known names only; an unknown name or a
 * faulty block is noted, never fatal.
 */

import { parse } from 'yaml';
import type { StatedMetadata } from '../../desk/ports/document-reader.ts';
import { NOTHING_STATED } from '../../desk/ports/document-reader.ts';
import { SOURCE_KINDS, type SourceKind } from '../../record/source.ts';
import { firstStatedDate } from '../stated-date.ts';
import { statedLanguage, statedLine, statedNames, statedUrl } from '../stated-metadata.ts';

/** The statements, the text below them, and notes. */
export interface FrontMatter {
  readonly stated: StatedMetadata;
  readonly body: string;
  readonly notes: readonly string[];
}

const BLOCK = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function asKind(value: unknown): SourceKind | null {
  const line =
    statedLine(value)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-') ?? null;
  return SOURCE_KINDS.find((kind) => kind === line) ?? null;
}

function fromFields(
  fields: Readonly<Record<string, unknown>>,
  now: Date,
): { stated: StatedMetadata; notes: string[] } {
  const pick = (...names: string[]): unknown =>
    names.map((name) => fields[name]).find((value) => value !== undefined);
  const notes: string[] = [];
  const kind = asKind(pick('kind', 'type'));
  if (kind === null && pick('kind', 'type') !== undefined) {
    notes.push(`The stated kind is not known; use one of: ${SOURCE_KINDS.join(', ')}.`);
  }
  const date = firstStatedDate(
    asList(pick('date', 'published', 'publishedAt', 'published_at')).map(statedLine),
    now,
  );
  if (date.note !== null) notes.push(date.note);
  const names = asList(pick('authors', 'author', 'byline')).map((item) =>
    typeof item === 'object' && item !== null && 'name' in item ? item.name : item,
  );
  const stated: StatedMetadata = {
    kind,
    title: statedLine(pick('title', 'headline')),
    publisher: statedLine(pick('publisher', 'outlet', 'source', 'site')),
    authors: statedNames(names),
    publishedAt: date.day,
    language: statedLanguage(pick('lang', 'language')),
    url: statedUrl(pick('url', 'canonical', 'link')),
  };
  return { stated, notes };
}

/**
 * Takes the statements off the top of a text.
 *
 * @param now to note a date in the future
 * @example
 * readFrontMatter('---\ntitle: Two detained\n---\nText', new Date('2026-01-01')).stated.title // 'Two detained'
 */
export function readFrontMatter(text: string, now: Date): FrontMatter {
  const block = BLOCK.exec(text);
  if (block === null) return { stated: NOTHING_STATED, body: text, notes: [] };
  const body = text.slice(block[0].length);
  try {
    // The failsafe schema keeps every scalar as written: no date, number or country code changes its shape.
    const fields: unknown = parse(block[1] ?? '', { schema: 'failsafe', maxAliasCount: 0 });
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      return { stated: NOTHING_STATED, body: text, notes: [] };
    }
    return { ...fromFields({ ...fields }, now), body };
  } catch {
    const note =
      'The statements between the --- lines are no valid YAML and were not read; they stay in the text.';
    return { stated: NOTHING_STATED, body: text, notes: [note] };
  }
}
