/**
 * Reads Web Annotations: a collection, a page, a list or one; ours and those of others. Each target that has a quote becomes a
 * quoted passage; positions are kept as they are told. Every fault is named with the annotation's place (from 0).
 */
import type { Fault } from '../../record/onrecord-error.ts';
import { ours } from '../linked-data/onrecord-terms.ts';

/** Words that somebody annotated. */
export interface AnnotatedWords {
  /** Address of the page; null: not told. */
  readonly source: string | null;
  /** Address of the copy; null: not told. */
  readonly cached: string | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** As told: code points by the standard, UTF-16 code units by many tools; null: not told. */
  readonly start: number | null;
  readonly end: number | null;
  readonly textSha256: string | null;
}

export interface ReadAnnotation {
  readonly id: string | null;
  readonly motivation: string | null;
  /** Texts of its bodies. */
  readonly bodies: readonly string[];
  readonly targets: readonly AnnotatedWords[];
  /** The claim that an export of ours carries, without its passages; null: an annotation of others. */
  readonly claim: Readonly<Record<string, unknown>> | null;
}

export type AnnotationsRead =
  | { readonly ok: true; readonly annotations: readonly ReadAnnotation[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const wholeOf = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
const typed = (value: unknown, type: string): value is Fields =>
  isFields(value) && listOf(value.type ?? value['@type']).some((one) => one === type || one === `oa:${type}`);

function annotationsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return [];
  if (isFields(value.first)) return annotationsIn(value.first);
  return Array.isArray(value.items) ? value.items : [value];
}

function wordsOf(target: unknown): AnnotatedWords | null {
  if (!isFields(target)) return null;
  const selectors = listOf(target.selector);
  const quote = selectors.find((one) => typed(one, 'TextQuoteSelector'));
  if (!isFields(quote)) return null;
  const position = selectors.find((one) => typed(one, 'TextPositionSelector'));
  const exact = textOf(quote.exact);
  if (exact === null) return null;
  const state = listOf(target.state).find(isFields);
  return {
    source: textOf(target.source) ?? (isFields(target.source) ? textOf(target.source.id) : null),
    cached: textOf(state?.cached),
    exact,
    prefix: textOf(quote.prefix) ?? '',
    suffix: textOf(quote.suffix) ?? '',
    start: isFields(position) ? wholeOf(position.start) : null,
    end: isFields(position) ? wholeOf(position.end) : null,
    textSha256: textOf(target[ours('textSha256')]),
  };
}

/**
 * Reads annotations.
 *
 * @example
 * const read = readAnnotations(text);
 * if (read.ok) read.annotations[0]?.targets[0]?.exact;
 */
export function readAnnotations(content: string): AnnotationsRead {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { ok: false, faults: [{ path: '', message: 'is not JSON: give annotations as JSON-LD' }] };
  }
  const faults: Fault[] = [];
  const annotations = annotationsIn(value).flatMap((one, at): readonly ReadAnnotation[] => {
    if (!typed(one, 'Annotation')) {
      faults.push({ path: `annotation ${at}`, message: 'must have the type Annotation' });
      return [];
    }
    const targets = listOf(one.target).flatMap((target) => wordsOf(target) ?? []);
    if (targets.length === 0) {
      faults.push({
        path: `annotation ${at}`,
        message: 'has no target with a TextQuoteSelector: nothing says which words are meant',
      });
      return [];
    }
    const claim = one[ours('claim')];
    return [
      {
        id: textOf(one.id) ?? textOf(one['@id']),
        motivation: textOf(one.motivation),
        bodies: listOf(one.body).flatMap((body) => (isFields(body) ? (textOf(body.value) ?? []) : [])),
        targets,
        claim: isFields(claim) ? claim : null,
      },
    ];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, annotations };
}
