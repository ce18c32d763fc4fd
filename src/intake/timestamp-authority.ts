/**
 * Time-stamp authorities over HTTP (RFC 3161 §3.4): POST of a query, at most 64 KiB of answer, within a time limit.
 * Follows redirects only within the same scheme, host and port. What is sent is a hash and a random number; the
 * authority sees also the address of this computer. Refuses other schemes and addresses with a name and password.
 */

import { rootCertificates } from 'node:tls';
import type { TimestampAuthority, TimestampWait } from '../desk/ports/timestamp-authority.ts';
import { durationWords } from '../record/duration-words.ts';
import { OnRecordError } from '../record/onrecord-error.ts';

/** Bytes of an answer, and redirects, that are followed. */
const MOST_BYTES = 65_536;
const MOST_REDIRECTS = 3;
const QUERY = 'application/timestamp-query';
const REPLY = 'application/timestamp-reply';

/**
 * The way to time-stamp authorities.
 *
 * @example
 * const authority = openTimestampAuthority();
 * await authority.request('http://timestamp.digicert.com', request, { timeoutMs: 20_000 });
 */
export function openTimestampAuthority(): TimestampAuthority {
  return { request: requestTimestamp, publicRoots: () => rootCertificates };
}

/**
 * Sends one request to one authority.
 *
 * @param url http or https address of the authority
 * @param request DER of a TimeStampReq
 * @throws OnRecordError `bad-usage`, `unreachable` (nothing that could be an answer came), `too-large`
 * @example
 * const answer = await requestTimestamp('http://127.0.0.1:3161/', request, { timeoutMs: 5000 });
 */
export async function requestTimestamp(
  url: string,
  request: Uint8Array,
  wait: TimestampWait,
): Promise<Uint8Array> {
  const start = authorityUrl(url);
  const limit = AbortSignal.timeout(wait.timeoutMs);
  const signal = wait.signal === undefined ? limit : AbortSignal.any([limit, wait.signal]);
  try {
    return await answerOf(start, request, signal);
  } catch (error) {
    if (error instanceof OnRecordError) throw error;
    if (wait.signal?.aborted === true) throw unreachable(url, 'the wait was stopped', error);
    if (limit.aborted) throw unreachable(url, `no answer within ${durationWords(wait.timeoutMs)}`, error);
    throw unreachable(url, connectionWords(error), error);
  }
}

function authorityUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:'))
    throw new OnRecordError(
      'bad-usage',
      'This is no address of a time-stamp authority: it must begin with http:// or https://.',
    );
  if (parsed.username !== '' || parsed.password !== '')
    throw new OnRecordError(
      'bad-usage',
      'The address of a time-stamp authority must not hold a name or password: it is kept in the record.',
      { subject: parsed.host },
    );
  return parsed;
}

async function answerOf(start: URL, request: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': QUERY, accept: REPLY },
      body: Uint8Array.from(request),
      redirect: 'manual',
      signal,
    });
    const next = redirectOf(response, url);
    if (next === null) return readAnswer(response, start.href);
    await response.body?.cancel();
    if (next.origin !== start.origin)
      throw unreachable(
        start.href,
        `it sends on to another place (${next.origin}), which is not followed: give that address if you trust it`,
      );
    url = next;
  }
  throw unreachable(start.href, `it sends on more than ${MOST_REDIRECTS} times`);
}

function redirectOf({ status, headers }: Response, from: URL): URL | null {
  const location = headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  return URL.canParse(location, from.href) ? new URL(location, from) : null;
}

async function readAnswer(response: Response, url: string): Promise<Uint8Array> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw unreachable(url, `it answered with HTTP status ${response.status}`);
  }
  const kind = response.headers.get('content-type') ?? '';
  if (/^text\/html/iu.test(kind)) {
    await response.body?.cancel();
    throw unreachable(
      url,
      'it answered with a web page: the address is not one for time-stamps, or the network asks for a login',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new OnRecordError(
        'too-large',
        `The authority ${url} answered with more than ${MOST_BYTES} bytes: the answer was thrown away.`,
        { subject: url },
      );
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const CONNECTION_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known to the network (or there is no network)',
  EAI_AGAIN: 'its name could not be looked up (is there a network?)',
  ECONNREFUSED: 'nothing listens at that address',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  CERT_HAS_EXPIRED: 'the certificate of its web server has expired',
};

function connectionWords(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return CONNECTION_WORDS[code] ?? `the connection failed${code === '' ? '' : ` (${code})`}`;
}

function unreachable(url: string, why: string, cause?: unknown): OnRecordError {
  return new OnRecordError('unreachable', `The authority ${url} gave no time-stamp: ${why}.`, {
    subject: url,
    cause,
  });
}
