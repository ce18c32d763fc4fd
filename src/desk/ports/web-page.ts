/** What the desk needs to have a web page loaded: everything that was asked and answered, and what a person saw. */
import type { CapturedPage } from '../../exchange/page-archive.ts';

export { type HttpExchange, type HttpHeaders, headerOf, mediaTypeOf } from '../../exchange/http-exchange.ts';

/** A page as it was met at one moment; `url` is the address that answered last, after redirects. */
export interface LoadedPage
  extends Pick<
    CapturedPage,
    'url' | 'title' | 'startedAt' | 'endedAt' | 'exchanges' | 'main' | 'html' | 'dom' | 'screenshots'
  > {
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
