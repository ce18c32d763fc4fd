/**
 * The list of time-stamp authorities that a record remembers: adding, giving roots, forgetting. Refuses addresses that
 * are not http(s), and root files without a certificate. An authority without roots of its own is checked with the
 * publicly trusted ones.
 */
import { readPem } from '../crypto/timestamp/pem.ts';
import { type Fault, OnRecordError } from '../record/onrecord-error.ts';
import type { TimeAuthority } from '../record/record-settings.ts';

export type { TimeAuthority };

/** What a person asks of the list. */
export interface AuthorityWish {
  /** Addresses to add, or to give roots to. */
  readonly add: readonly string[];
  readonly forget: readonly string[];
  /** PEM text for every address in `add`; null: leave what is there. */
  readonly rootsPem: string | null;
}

/**
 * The list after a wish, in the order in which authorities were first named.
 *
 * @throws OnRecordError `bad-usage` for a bad address or root, `not-found` for one to forget that is not there
 * @example
 * changeAuthorities([], { add: ['http://time.example'], forget: [], rootsPem: null });
 * // [{ url: 'http://time.example/', rootsPem: '' }]
 */
export function changeAuthorities(
  known: readonly TimeAuthority[],
  { add, forget, rootsPem }: AuthorityWish,
): readonly TimeAuthority[] {
  if (rootsPem !== null) refuseBadRoots(rootsPem, add);
  const list = new Map(known.map((one) => [authorityAddress(one.url), one]));
  for (const url of forget.map(authorityAddress)) {
    if (!list.delete(url))
      throw new OnRecordError(
        'not-found',
        `The authority ${url} is not on the list. See which are: onrecord settings`,
        { subject: url },
      );
  }
  for (const url of add.map(authorityAddress))
    list.set(url, { url, rootsPem: rootsPem ?? list.get(url)?.rootsPem ?? '' });
  return [...list.values()];
}

/**
 * An address in the one form in which it is kept and compared.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * authorityAddress('HTTP://time.example'); // 'http://time.example/'
 */
export function authorityAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new OnRecordError(
      'bad-usage',
      'This is no address of a time-stamp authority: it must begin with http:// or https://.',
    );
  if (url.username !== '' || url.password !== '')
    throw new OnRecordError(
      'bad-usage',
      'The address of a time-stamp authority must not hold a name or password: it is kept in the record.',
      { subject: url.host },
    );
  url.hash = '';
  return url.href;
}

function refuseBadRoots(rootsPem: string, add: readonly string[]): void {
  const faults: Fault[] = readPem(rootsPem).faults.map((message) => ({ path: '--root', message }));
  if (add.length === 0)
    faults.push({ path: '--root', message: 'Say whose root it is: give --authority URL beside it.' });
  if (faults.length > 0)
    throw new OnRecordError('bad-usage', 'The root certificates cannot be used. Nothing was changed.', {
      faults,
    });
}
