/** One request over HTTP and what answered it, as a web capture keeps it. Plain data: nothing is fetched here. */

/** Names as sent, in the order sent; a name may stand several times. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

export interface HttpExchange {
  /** ISO 8601 instant, UTC: when the request was sent. */
  readonly startedAt: string;
  readonly url: string;
  /** "GET", "POST". */
  readonly method: string;
  readonly requestHeaders: HttpHeaders;
  /** Null: the request had no body. */
  readonly requestBody: Uint8Array | null;
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: HttpHeaders;
  /** Null: the body could not be kept. Empty for an answer without one. */
  readonly body: Uint8Array | null;
  /** `packed`: Content-Encoding still applies to the body; `unpacked`: the browser had undone it. */
  readonly bodyForm: 'packed' | 'unpacked';
  /** Address of the machine that answered; null when unknown. */
  readonly remoteAddress: string | null;
}

/**
 * The first value of a header; null when it is absent.
 *
 * @param name in any case
 * @example
 * headerOf([['Date', 'Sun, 22 Nov 2026 20:00:00 GMT']], 'date');
 */
export function headerOf(headers: HttpHeaders, name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([own]) => own.toLowerCase() === wanted)?.[1] ?? null;
}

/**
 * The media type that an answer states, lower case without parameters; '' when it states none.
 *
 * @example
 * mediaTypeOf([['Content-Type', 'text/html; charset=utf-8']]); // 'text/html'
 */
export function mediaTypeOf(headers: HttpHeaders): string {
  return (headerOf(headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
