/** What can be done right now, for the palette and for the list of keys: each page hands in its own while it is shown. */
import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface Action {
  readonly name: string;
  /** As shown on the button; null: no key of its own. */
  readonly key: string | null;
  run(): void;
}

/** Actions by the part of the page that hands them in. */
const byPart = signal<ReadonlyMap<string, readonly Action[]>>(new Map());

/** Actions of the page that is shown. */
export const pageActions = computed<readonly Action[]>(() => [...byPart.value.values()].flat());

/**
 * Hands in actions while the page, or a part of it, is shown.
 *
 * @param part a name of its own when one page has several parts with actions
 * @example
 * useActions(() => [{ name: 'Accept', key: 'A', run: accept }], [accept]);
 */
export function useActions(make: () => readonly Action[], changes: readonly unknown[], part = 'page'): void {
  useEffect(() => {
    const actions = make();
    byPart.value = new Map(byPart.value).set(part, actions);
    return () => {
      if (byPart.value.get(part) !== actions) return;
      const others = new Map(byPart.value);
      others.delete(part);
      byPart.value = others;
    };
  }, [...changes, part]);
}
