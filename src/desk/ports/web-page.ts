/** What the desk needs to have a web page loaded: everything that was asked and answered, and what a person saw. */
import type { HttpExchange } from '../../exchange/http-exchange.ts';

export { type HttpExchange, type HttpHeaders, headerOf, mediaTypeOf } from '../../exchange/http-exchange.ts';

/** A page as it was met at one moment. */
export interface LoadedPage {
  /** The address that answered last, after redirects. */
  readonly url: string;
  /** Null: the page names none. */
  readonly title: string | null;
  /** ISO 8601 instants, UTC, by this machine's clock. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** In the order in which the requests were sent. */
  readonly exchanges: readonly HttpExchange[];
  /** Index in `exchanges` of the answer that is the page; null when none came. */
  readonly main: number | null;
  /** The page's bytes with content encodings undone; null when they did not come whole, or it is no HTML. */
  readonly html: Uint8Array | null;
  /** The page as the browser showed it, after scripts ran; null without a browser. */
  readonly dom: string | null;
  /** PNG, from the top downwards; empty without a browser. */
  readonly screenshots: readonly Uint8Array[];
  /** Null: the pictures show the page whole; otherwise what is not in them. */
  readonly pictureCut: string | null;
  /** All hosts that were contacted, failed requests included: "harbour.example", "127.0.0.1:8080". */
  readonly hosts: readonly string[];
  /** What a person should know: answers that could not be kept, a page that never came to rest. */
  readonly notes: readonly string[];
}

/** One way to load pages. */
export interface WebPages {
  readonly way: 'browser' | 'fetch';
  /** Name and version of what contacts the network. */
  readonly tool: string;
  /** The proxy through which everything goes, without its password; null: none. */
  readonly proxy: string | null;
  /** What a person should know before anything is contacted. */
  readonly notes: readonly string[];
  /**
   * Contacts the address and everything the page asks for.
   *
   * @param timeoutMs milliseconds; what has come by then is given back
   * @throws OnRecordError `unreachable` when nothing answered, `too-large`, `bad-usage`
   */
  load(url: string, options: { readonly timeoutMs: number }): Promise<LoadedPage>;
  /** Ends the browser and removes what it wrote. */
  close(): Promise<void>;
}
