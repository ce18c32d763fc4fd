/** Which claim of the text one is at. It is kept by its id: claims that come or go do not move one to another. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import type { ShownStatus } from './marked-text.tsx';

export interface CurrentClaim {
  /** Position in the list; 0 while it is empty. */
  readonly at: number;
  readonly claim: ClaimShape | undefined;
  /** By position. */
  choose(at: number): void;
  chooseId(id: string): void;
  /** To the next or the one before; stops at the ends. */
  step(by: number): void;
  /** To the next that waits, from the end back to the beginning. */
  nextOpen(): void;
}

interface Asked {
  readonly claims: readonly ClaimShape[];
  /** By position. */
  readonly statuses: readonly ShownStatus[];
  /** Another source begins anew. */
  readonly source: string;
  /** The claim that the address names; null: the first that waits. */
  readonly wanted: string | null;
  /** Whether `wanted` is known. */
  readonly ready: boolean;
}

/**
 * Keeps the place.
 *
 * @example
 * const { claim, nextOpen } = useCurrentClaim({ claims, statuses, source: 'src_1', wanted: null, ready: true });
 */
export function useCurrentClaim({ claims, statuses, source, wanted, ready }: Asked): CurrentClaim {
  const [id, setId] = useState<string | null>(null);
  const last = useRef(0);
  const opened = useRef<string | null>(null);
  const found = claims.findIndex((claim) => claim.id === id);
  const at = Math.max(0, found >= 0 ? found : Math.min(last.current, claims.length - 1));
  last.current = at;
  const chooseId = (next: string | null): void => {
    // Who moved of their own is not moved again by what was remembered and arrives later.
    opened.current = source;
    setId(next);
  };
  const choose = (place: number): void => chooseId(claims[place]?.id ?? null);
  useEffect(() => {
    if (!ready || claims.length === 0 || opened.current === source) return;
    const asked = claims.findIndex((claim) => claim.id === wanted);
    const first = claims.findIndex(({ status }) => status === 'proposed');
    choose(Math.max(0, asked >= 0 ? asked : first));
  }, [claims, source, wanted, ready]);
  return {
    at,
    claim: claims[at],
    choose,
    chooseId,
    step: (by) => choose(Math.max(0, Math.min(claims.length - 1, at + by))),
    nextOpen() {
      const waits = (status: ShownStatus, index: number): boolean => index !== at && status === 'proposed';
      const after = statuses.findIndex((status, index) => index > at && waits(status, index));
      const any = statuses.findIndex(waits);
      if (after >= 0 || any >= 0) choose(after >= 0 ? after : any);
    },
  };
}
