/** What passes between the desk and the frame in which a PDF is drawn: plain data, each side looking at what it is sent. */
import type { Passage } from './find-passage.ts';

/** To the frame: a page, or the page on which a passage stands. */
export type PdfOrder = {
  /** 1-based; null: the page of the passage, or the first one. */
  readonly page: number | null;
  readonly passage: Passage | null;
  /** Whether pictures are drawn. */
  readonly pictures: boolean;
  /** For those who do not see the page. */
  readonly label: string;
};

/** From the frame. */
export type PdfReport =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'shown';
      /** 1-based. */
      readonly page: number;
      readonly pages: number;
      /** Whether the passage was found; null: none was asked for. */
      readonly found: boolean | null;
    }
  | { readonly kind: 'fault'; readonly why: 'password' | 'damaged' };

/**
 * Reads a message of the frame, which holds what somebody else made; null for what is none.
 *
 * @example
 * reportOf({ kind: 'shown', page: 2, pages: 9, found: null })?.kind; // 'shown'
 */
export function reportOf(data: unknown): PdfReport | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, page, pages, found, why } = data as Record<string, unknown>;
  if (kind === 'ready') return { kind };
  if (kind === 'fault') return { kind, why: why === 'password' ? why : 'damaged' };
  if (kind !== 'shown' || !isCount(page) || !isCount(pages) || page > pages) return null;
  return { kind, page, pages, found: typeof found === 'boolean' ? found : null };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_000_000;
}
