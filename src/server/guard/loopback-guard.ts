/**
 * Who may speak to a desk on this machine: only a page that the desk itself served, over the address it is bound to. Refuses
 * names that were pointed at this machine (DNS rebinding), pages of other sites, and writes that a form could send (CSRF).
 */

/** What of a request is looked at. */
export interface AskedFrom {
  readonly method: string;
  /** Every Host header, as sent. */
  readonly hosts: readonly string[];
  readonly origin: string | null;
  /** `Sec-Fetch-Site`; null from programs and old browsers. */
  readonly site: string | null;
  readonly contentType: string | null;
  /** The header that only the desk's own script sets. */
  readonly ownHeader: string | null;
}

/** Why a request is turned away, with its HTTP status. */
export interface Refusal {
  readonly status: 403 | 415 | 421;
  readonly message: string;
}

/** Header and value that the desk's own script sends with every write. */
export const OWN_HEADER = ['x-onrecord', '1'] as const;

const READS = new Set(['GET', 'HEAD']);

/**
 * Looks a request over; null: it may go on.
 *
 * @param allowed `host:port` under which the desk may be asked for
 * @param scheme of its address
 * @example
 * refusalOf({ method: 'GET', hosts: ['evil.example'], origin: null, site: null, contentType: null, ownHeader: null }, new Set(['127.0.0.1:8080']))?.status; // 421
 */
export function refusalOf(
  asked: AskedFrom,
  allowed: ReadonlySet<string>,
  scheme: 'http' | 'https' = 'http',
): Refusal | null {
  const [host, second] = asked.hosts;
  if (host === undefined || second !== undefined || !allowed.has(host))
    return { status: 421, message: 'This desk answers only under its own address.' };
  if (asked.origin !== null && asked.origin !== `${scheme}://${host}`)
    return { status: 403, message: 'This request comes from a page that is not the desk.' };
  const reads = READS.has(asked.method);
  const fromItself = asked.site === null || asked.site === 'same-origin' || (asked.site === 'none' && reads);
  if (!fromItself) return { status: 403, message: 'This request comes from another site.' };
  return reads ? null : refusalOfWrite(asked);
}

function refusalOfWrite({ origin, site, contentType, ownHeader }: AskedFrom): Refusal | null {
  if (origin === null && site === null)
    return { status: 403, message: 'A change must come from the desk, and say so.' };
  if (!/^(application\/json|application\/octet-stream)\b/u.test(contentType ?? ''))
    return { status: 415, message: 'A change must be sent as JSON.' };
  if (ownHeader !== OWN_HEADER[1]) return { status: 403, message: 'A change must come from the desk.' };
  return null;
}
