/**
 * Objects of an S3-compatible store: put, get, look, remove, list. Requests are signed by AWS Signature Version 4 over the
 * SHA-256 of what is sent; what fails on the way is tried again. Nothing of a key and nothing that a server says in words
 * comes out in an error.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { sha256Hex } from '../../crypto/sha256.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { S3Address } from './s3-address.ts';

/** Who may read and write. */
export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Null: the keys last. */
  readonly sessionToken: string | null;
}

/** Named bytes in one place. */
export interface ObjectPlace {
  /** For people. */
  readonly shown: string;
  /** Null: there is none. */
  get(name: string): Promise<Uint8Array | null>;
  has(name: string): Promise<boolean>;
  /** Returns when the store has said that they are safe. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** One that is not there does no harm. */
  remove(name: string): Promise<void>;
  /** In no order. */
  names(): AsyncIterable<string>;
}

export interface S3Options {
  /** Milliseconds before an answer must have begun, and be whole, besides the time that its bytes may take; 120 000 when absent. */
  readonly timeout?: number;
  /** Bytes that go through the slowest line in a second; 65 536 when absent. */
  readonly slowest?: number;
  /** Bytes of the largest object; 5 GiB when absent: what Amazon takes in one piece, and others with it. */
  readonly largest?: number;
  /** Times that a request is sent at most; 6 when absent. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one; 200 when absent. */
  readonly wait?: number;
}

/**
 * Opens a place. Nothing is asked of it yet.
 *
 * @example
 * const objects = s3Objects(parseS3Address('s3://kessar/bytes'), keys);
 */
export function s3Objects(address: S3Address, keys: S3Keys, options: S3Options = {}): ObjectPlace {
  const { bucket, prefix, endpoint, shown } = address;
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === null ? {} : { sessionToken }),
    service: 's3',
    region: address.region,
  });
  const send = (asked: Asked): Promise<Response> => sendSigned({ client, shown, ...options }, asked);
  const urlOf = (name: string): string => `${endpoint}/${bucket}/${prefix}${name}`;
  return {
    shown,
    get: async (name) => {
      const answer = await send({ method: 'GET', url: urlOf(name), allowed: [404] });
      if (answer.status !== 404) return new Uint8Array(await answer.arrayBuffer());
      refuseWithoutBucket(shown, codeIn(await answer.text()));
      return null;
    },
    has: async (name) => {
      if ((await send({ method: 'HEAD', url: urlOf(name), allowed: [404] })).status !== 404) return true;
      // An answer to HEAD does not say what is not there: the object, or the bucket with all of them.
      await send({
        method: 'GET',
        url: `${endpoint}/${bucket}?list-type=2&max-keys=1&prefix=${encodeURIComponent(prefix + name)}`,
        allowed: [],
      });
      return false;
    },
    put: async (name, bytes) => {
      const { largest = LARGEST } = options;
      if (bytes.length > largest) throw tooLarge(shown, bytes.length, largest);
      await send({ method: 'PUT', url: urlOf(name), body: bytes, allowed: [] });
    },
    remove: async (name) => {
      const answer = await send({ method: 'DELETE', url: urlOf(name), allowed: [404] });
      if (answer.status === 404) refuseWithoutBucket(shown, codeIn(await answer.text()));
    },
    names: () => listNames(send, `${endpoint}/${bucket}`, prefix),
  };
}

interface Asked {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: Uint8Array;
  /** Answers other than 2xx that are no fault. */
  readonly allowed: readonly number[];
}

interface Sender extends S3Options {
  readonly client: AwsClient;
  readonly shown: string;
}

const LARGEST = 5 * 1_073_741_824;

/** Answers that may be another the next time. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

async function sendSigned(sender: Sender, { method, url, body, allowed }: Asked): Promise<Response> {
  const { client, shown, tries = 6, wait = 200 } = sender;
  for (let tried = 1; ; tried += 1) {
    let status: number | null = null;
    try {
      const signed = await client.sign(url, {
        method,
        headers: { 'x-amz-content-sha256': sha256Hex(body ?? new Uint8Array(0)) },
        ...(body === undefined ? {} : { body: Uint8Array.from(body) }),
      });
      const patience = patienceOf(sender, body?.length ?? 0);
      const answer = await fetch(signed, { signal: patience.signal, redirect: 'error' });
      patience.renew(Number(answer.headers.get('content-length') ?? 0));
      if (answer.ok || allowed.includes(answer.status)) return await whole(answer).finally(patience.end);
      status = answer.status;
      const code = codeIn(await answer.text().catch(() => ''));
      patience.end();
      if (!PASSING.has(status) || tried >= tries) throw refused(shown, status, code);
    } catch (error) {
      if (error instanceof OnRecordError) throw error;
      if (tried >= tries) throw away(shown, error);
    }
    await pause(wait * 2 ** (tried - 1));
  }
}

interface Patience {
  readonly signal: AbortSignal;
  /** From now on, for so many bytes more. */
  renew(bytes: number): void;
  end(): void;
}

/** A large object on a slow line is waited for; a line on which nothing comes is not. */
function patienceOf({ timeout = 120_000, slowest = 65_536 }: Sender, sent: number): Patience {
  const ended = new AbortController();
  const over = (): void => ended.abort(new DOMException('No answer in time.', 'TimeoutError'));
  const after = (bytes: number): NodeJS.Timeout =>
    setTimeout(over, timeout + (bytes / slowest) * 1000).unref();
  let timer = after(sent);
  const end = (): void => clearTimeout(timer);
  const renew = (bytes: number): void => {
    end();
    timer = after(bytes);
  };
  return { signal: ended.signal, renew, end };
}

/** An answer that breaks off is met here, where it can be asked for again. */
async function whole(answer: Response): Promise<Response> {
  const bytes = await answer.arrayBuffer();
  const expected = answer.headers.get('content-length');
  const encoded = answer.headers.get('content-encoding') !== null;
  if (bytes.byteLength > 0 && expected !== null && !encoded && bytes.byteLength !== Number(expected))
    throw new TypeError('The answer broke off.');
  return new Response(bytes.byteLength === 0 ? null : bytes, {
    status: answer.status,
    headers: answer.headers,
  });
}

function codeIn(xml: string): string {
  return /<Code>([A-Za-z]{1,60})<\/Code>/u.exec(xml)?.[1] ?? '';
}

/** Nothing is called lost because the whole bucket is not where it was. */
function refuseWithoutBucket(shown: string, code: string): void {
  if (code === 'NoSuchBucket') throw refused(shown, 404, code);
}

function tooLarge(shown: string, bytes: number, largest: number): OnRecordError {
  return new OnRecordError(
    'too-large',
    `This has ${bytes} bytes, and an object of the store holds ${largest} at most: nothing of it was stored. Split the file, or keep the bytes of this vault in its folder. (${shown})`,
    { subject: shown },
  );
}

function refused(shown: string, status: number, code: string): OnRecordError {
  const said = `${status}${code === '' ? '' : ` ${code}`}`;
  if (/^(QuotaExceeded|InsufficientStorage|EntityTooLarge)$/u.test(code) || status === 507)
    return new OnRecordError(
      'disk-full',
      `The object store has no room for this, or takes nothing so large: nothing of this step was stored. (${shown}; ${said})`,
      { subject: shown },
    );
  const what =
    status === 401 || status === 403
      ? 'The object store does not let this program in. Look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, at what they may do in this bucket, and at the clock of this machine.'
      : status === 404
        ? 'The object store has no such bucket. Make it, or correct the address.'
        : 'The object store did not do what it was asked. Look at its log.';
  return new OnRecordError('unreachable', `${what} (${shown}; ${said})`, { subject: shown });
}

function away(shown: string, error: unknown): OnRecordError {
  const kind = error instanceof Error ? error.name : 'unknown';
  return new OnRecordError(
    'unreachable',
    `The object store does not answer. Look at the network and at the store, and run it again. (${shown}; ${kind})`,
    { subject: shown },
  );
}

async function* listNames(
  send: (asked: Asked) => Promise<Response>,
  bucket: string,
  prefix: string,
): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    const url = new URL(bucket);
    url.searchParams.set('list-type', '2');
    url.searchParams.set('prefix', prefix);
    if (after !== null) url.searchParams.set('continuation-token', after);
    const xml: string = await (await send({ method: 'GET', url: url.href, allowed: [] })).text();
    for (const [, key = ''] of xml.matchAll(/<Key>([^<]+)<\/Key>/gu)) yield key.slice(prefix.length);
    const token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/u.exec(xml)?.[1] ?? null;
    after = /<IsTruncated>true<\/IsTruncated>/u.test(xml) && token !== null ? fromXml(token) : null;
  } while (after !== null);
}

function fromXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
