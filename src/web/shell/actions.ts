/** What can be done right now, for the palette and for the list of keys: each page hands in its own while it is shown. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface Action {
  readonly name: string;
  /** As shown on the button; null: no key of its own. */
  readonly key: string | null;
  run(): void;
}

/** Actions of the page that is shown. */
export const pageActions = signal<readonly Action[]>([]);

/**
 * Hands in the page's actions while it is shown.
 *
 * @example
 * useActions(() => [{ name: 'Accept', key: 'A', run: accept }], [accept]);
 */
export function useActions(make: () => readonly Action[], changes: readonly unknown[]): void {
  useEffect(() => {
    pageActions.value = make();
    return () => {
      pageActions.value = [];
    };
  }, [...changes]);
}
