/** What was left in a source when its page went: claims half-made, and where one was. Asked for once, when it is opened. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { keep } from '../shell/kept.ts';
import { type KeptMaking, makingOf } from './kept-making.ts';

/** Where one was. */
export interface KeptPlace {
  readonly claim: string | null;
  /** Where the uppermost paragraph that was seen begins; code units. */
  readonly start: number | null;
}

export interface LeftWork {
  /** Known, or known to be out of reach. */
  readonly ready: boolean;
  /** The latest first. */
  readonly makings: readonly KeptMaking[];
  /** Null: not known. */
  readonly place: KeptPlace | null;
}

const UNKNOWN: LeftWork = { ready: false, makings: [], place: null };

/**
 * Asks what was left.
 *
 * @example
 * const left = useLeftWork('src_7d2');
 */
export function useLeftWork(source: string): LeftWork {
  const [left, setLeft] = useState<LeftWork & { readonly of: string }>({ ...UNKNOWN, of: source });
  useLayoutEffect(() => {
    let gone = false;
    call('GET /api/drafts', { query: { source } }).then(
      ({ drafts }) => {
        const notes = drafts.filter(({ name }) => name.startsWith('claim '));
        const place = drafts.find(({ name }) => name === placeName(source));
        const makings = notes.flatMap((note) => makingOf(note) ?? []);
        if (!gone) setLeft({ ready: true, makings, place: placeOf(place?.body ?? null), of: source });
      },
      () => {
        if (!gone) setLeft({ ...UNKNOWN, ready: true, of: source });
      },
    );
    return () => {
      gone = true;
    };
  }, [source]);
  return left.of === source ? left : UNKNOWN;
}

/**
 * Keeps where one is.
 *
 * @example
 * keepPlace('src_7d2', { claim: 'clm_1', start: 2380 });
 */
export function keepPlace(source: string, place: KeptPlace): void {
  keep(placeName(source), { source, body: JSON.stringify(place) });
}

/**
 * Reads a kept place; null for what is none.
 *
 * @example
 * placeOf('{"claim":"clm_1","start":null}')?.claim; // 'clm_1'
 */
export function placeOf(body: string | null): KeptPlace | null {
  try {
    const read = JSON.parse(body ?? 'null') as Partial<KeptPlace> | null;
    if (typeof read !== 'object' || read === null) return null;
    return {
      claim: typeof read.claim === 'string' ? read.claim : null,
      start: typeof read.start === 'number' ? read.start : null,
    };
  } catch {
    return null;
  }
}

function placeName(source: string): string {
  return `place ${source}`;
}
