/** What an engine gives the contract suite: an empty store, a second connection to it, and a way past its guards. */
import type { RecordStore } from '../../desk/ports/record-store.ts';

export interface StoreHarness {
  /** Empty. */
  readonly store: RecordStore;
  /** Another connection to the same data, as another process would have. */
  reopen(): Promise<RecordStore>;
  /** Runs statements with every guard of the schema switched off, as somebody with the file could. */
  damage(...statements: readonly string[]): Promise<void>;
  /** Closes everything and removes the data. */
  cleanUp(): Promise<void>;
}

/** Makes a fresh harness for one test. */
export type OpenHarness = () => Promise<StoreHarness>;

/** Runs one test body on a fresh store and cleans up whatever happens. */
export type WithStore = (body: (harness: StoreHarness) => Promise<void>) => () => Promise<void>;

/**
 * Wraps test bodies.
 *
 * @example
 * test('is empty', withFreshStore(open)(async ({ store }) => { await store.head(); }));
 */
export function withFreshStore(open: OpenHarness): WithStore {
  return (body) => async () => {
    const harness = await open();
    try {
      await body(harness);
    } finally {
      await harness.cleanUp();
    }
  };
}
