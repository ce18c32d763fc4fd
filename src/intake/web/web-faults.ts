/** Words for what goes wrong on the way to a web address. The address is named by its host alone. */
import { OnRecordError } from '../../record/onrecord-error.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known: check the spelling and your connection',
  EAI_AGAIN: 'names cannot be looked up: check your connection',
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'there is no way to it from here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/**
 * An address that gave nothing.
 *
 * @example
 * throw noAnswer(new URL('https://a.example/'), 'it did not answer in time');
 */
export function noAnswer(url: URL, cause: string, error?: unknown): OnRecordError {
  return new OnRecordError('unreachable', `Nothing could be captured from ${url.host}: ${cause}.`, {
    subject: url.host,
    ...(error === undefined ? {} : { cause: error }),
  });
}

/**
 * The cause of a failed connection in words.
 *
 * @example
 * causeOf(error); // 'it refused the connection'
 */
export function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CAUSES[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`);
}
