/**
 * Turns the tokens of a log into times that can be relied on: each is verified again over the note it was kept with, and
 * what the entry says beside it must be what the token says. That the notes belong to this log (signature, root hash,
 * consistency) is checked with the log, not here.
 */
import { type TimestampVerdict, verifyTimestamp } from '../crypto/timestamp/verify-timestamp.ts';
import type { TimeAuthority } from '../record/record-settings.ts';
import type { TimeAnchor } from './anchored-time.ts';
import type { TimestampAuthority } from './ports/timestamp-authority.ts';
import { authorityAddress } from './time-authorities.ts';
import type { Anchor } from './waiting-stamps.ts';

/** A token that shows nothing, and why. */
export interface UnprovenAnchor {
  /** Number of the entry that holds it, 1-based. */
  readonly seq: number;
  /** Address of the authority as the entry names it; null: it names none. */
  readonly authority: string | null;
  readonly faults: readonly string[];
}

export interface ProvenAnchors {
  /** For anchoredTimes. */
  readonly proven: readonly TimeAnchor[];
  readonly unproven: readonly UnprovenAnchor[];
}

/** Whose roots vouch for a token. */
export interface AnchorTrust {
  /** As the record remembers them; an authority that is not among them is checked with the public roots. */
  readonly authorities: readonly TimeAuthority[];
  readonly publicRoots: TimestampAuthority['publicRoots'];
}

/**
 * Verifies every time-stamp among the anchors; the others are passed over.
 *
 * @example
 * const { proven } = await provenAnchors(await log.anchors(), { authorities, publicRoots });
 * anchoredTimes(entries, proven);
 */
export async function provenAnchors(anchors: readonly Anchor[], trust: AnchorTrust): Promise<ProvenAnchors> {
  const proven: TimeAnchor[] = [];
  const unproven: UnprovenAnchor[] = [];
  for (const anchor of anchors.filter(({ how }) => how === 'timestamped')) {
    const { seq, authority, size } = anchor;
    const verdict = await verifyKept(anchor, trust);
    const faults = verdict.ok ? contradictions(anchor, verdict.genTime) : verdict.faults;
    if (!verdict.ok || faults.length > 0) unproven.push({ seq, authority, faults });
    else {
      const { genTime, accuracySeconds } = verdict;
      proven.push({ seq, size, genTime, accuracySeconds, authority: authority ?? verdict.authority });
    }
  }
  return { proven, unproven };
}

/**
 * Verifies one token of the log over the note it was kept with.
 *
 * @example
 * (await verifyKept(anchor, { authorities, publicRoots })).ok;
 */
export function verifyKept(
  { token, checkpoint, authority }: Pick<Anchor, 'token' | 'checkpoint' | 'authority'>,
  trust: AnchorTrust,
): Promise<TimestampVerdict> {
  const known = trust.authorities.find(({ url }) => authorityAddress(url) === authority);
  return verifyTimestamp({
    token: Uint8Array.from(Buffer.from(token ?? '', 'base64')),
    message: new TextEncoder().encode(checkpoint),
    roots: rootsFor(known ?? { rootsPem: '' }, trust),
  });
}

/**
 * The roots that an authority is checked with: its own alone, or the public ones when it has none.
 *
 * @example
 * rootsFor({ rootsPem: '' }, { publicRoots: () => rootCertificates });
 */
export function rootsFor(
  { rootsPem }: Pick<TimeAuthority, 'rootsPem'>,
  { publicRoots }: Pick<AnchorTrust, 'publicRoots'>,
): readonly string[] {
  return rootsPem === '' ? publicRoots() : [rootsPem];
}

/** What stands in the entry beside the token must be what the token and the note say. */
function contradictions({ size, checkpoint, anchoredAt }: Anchor, genTime: string): string[] {
  const faults: string[] = [];
  // C2SP tlog-checkpoint: origin, size and root hash are the first three lines.
  if (checkpoint.split('\n')[1] !== String(size))
    faults.push('The entry names another number of entries than the checkpoint that was stamped.');
  if (anchoredAt === null || Date.parse(anchoredAt) !== Date.parse(genTime))
    faults.push(`The entry names another time than its token, which says ${genTime}.`);
  return faults;
}
