/**
 * Time-stamps checkpoints of the log (RFC 3161 over the bytes of the signed note). A token is verified before it is
 * kept; one that does not hold is thrown away and the reason told. An authority that cannot be reached leaves the
 * checkpoint waiting. What leaves the house is a hash and a random number.
 */
import { timestampRequest } from '../crypto/timestamp/timestamp-request.ts';
import { readTimestampResponse } from '../crypto/timestamp/timestamp-response.ts';
import { type TimestampVerdict, verifyTimestamp } from '../crypto/timestamp/verify-timestamp.ts';
import type { CheckpointAnchored } from '../record/changes/of-custody.ts';
import { durationWords } from '../record/duration-words.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { TimeAuthority } from '../record/record-settings.ts';
import type { Clock } from './ports/clock.ts';
import type { TimestampAuthority, TimestampWait } from './ports/timestamp-authority.ts';
import { rootsFor, verifyKept } from './proven-anchors.ts';
import { authorityAddress } from './time-authorities.ts';
import {
  type Anchor,
  type Checkpoint,
  stampsBy,
  type WaitingStamp,
  waitingStamps,
} from './waiting-stamps.ts';

/** The part of a store that is needed here. */
export interface CheckpointLog {
  /** The present signed head; null: the log is empty. */
  checkpoint(): Promise<Checkpoint | null>;
  /** Every entry that says where a checkpoint went, in log order. */
  anchors(): Promise<readonly Anchor[]>;
  /** Logs one token; it is safe when this returns. */
  append(anchored: CheckpointAnchored): Promise<void>;
}

export interface TimestampDesk {
  readonly log: CheckpointLog;
  readonly authority: TimestampAuthority;
  readonly clock: Clock;
  /** So many random bytes. */
  random(count: number): Uint8Array;
}

export interface TimestampOptions extends TimestampWait {
  readonly authorities: readonly TimeAuthority[];
  /** Told before an authority is contacted. */
  onAsk?(waiting: WaitingStamp): void;
}

interface Asked {
  /** Address of the authority. */
  readonly url: string;
  /** Entries that the checkpoint covers. */
  readonly size: number;
}

/** What came of one checkpoint and one authority. */
export type StampResult =
  | (Asked & {
      readonly outcome: 'stamped';
      /** ISO 8601 UTC, by the authority's clock. */
      readonly genTime: string;
      readonly accuracySeconds: number | null;
      /** Who signed: subject of the certificate. */
      readonly signer: string;
      /** When the token's certificates end, ISO 8601 UTC. */
      readonly holdsUntil: string;
      /** When the clocks of this computer and the authority differ by more than a minute; null otherwise. */
      readonly clockSentence: string | null;
    })
  /** It answered, and the answer was not kept. */
  | (Asked & { readonly outcome: 'failed'; readonly reasons: readonly string[] })
  /** It could not be reached: the checkpoint waits. */
  | (Asked & { readonly outcome: 'queued'; readonly reason: string });

export interface TimestampReport {
  readonly results: readonly StampResult[];
  /** What has no token yet. */
  readonly waiting: readonly Asked[];
}

/** Clocks closer than this, milliseconds, are called the same. */
const SAME_CLOCK = 60_000;
const DAY = 86_400_000;
/** Tokens are renewed when their certificates end within the first, unless younger than the second, milliseconds. */
const RENEW_WITHIN = 90 * DAY;
const RENEW_AFTER = 30 * DAY;
/** Bytes; more is refused by some authorities. */
const NONCE = 8;

/**
 * Asks every authority for every checkpoint that waits.
 *
 * @throws OnRecordError of the log when a token cannot be written down
 * @example
 * await timestampCheckpoints(desk, { authorities: settings.authorities, timeoutMs: 20_000 });
 */
export async function timestampCheckpoints(
  desk: TimestampDesk,
  options: TimestampOptions,
): Promise<TimestampReport> {
  const { authorities } = options;
  const [present, anchors] = [await desk.log.checkpoint(), await desk.log.anchors()];
  const aging = await agingStamps(desk, authorities, anchors);
  const results: StampResult[] = [];
  const silent = new Map<string, string>();
  for (const waiting of waitingStamps({ present, anchors, authorities, aging })) {
    const asked = askedOf(waiting);
    const silence =
      options.signal?.aborted === true ? 'The work was stopped before it was asked.' : silent.get(asked.url);
    const result: StampResult =
      silence === undefined
        ? await stamp(desk, waiting, options)
        : { ...asked, outcome: 'queued', reason: silence };
    if (result.outcome === 'queued') silent.set(asked.url, result.reason);
    results.push(result);
  }
  const open = results.filter(({ outcome }) => outcome !== 'stamped');
  return { results, waiting: open.map(({ url, size }) => ({ url, size })) };
}

const askedUrl = ({ url }: TimeAuthority): string => authorityAddress(url);

function askedOf({ authority, checkpoint }: WaitingStamp): Asked {
  return { url: askedUrl(authority), size: checkpoint.size };
}

async function stamp(
  desk: TimestampDesk,
  waiting: WaitingStamp,
  options: TimestampOptions,
): Promise<StampResult> {
  const asked = askedOf(waiting);
  const message = new TextEncoder().encode(waiting.checkpoint.note);
  const nonce = desk.random(NONCE);
  options.onAsk?.(waiting);
  const before = desk.clock().getTime();
  let answer: Uint8Array;
  try {
    const request = timestampRequest({ message, nonce, certReq: true });
    answer = await desk.authority.request(asked.url, request, options);
  } catch (error) {
    return unanswered(asked, error);
  }
  const after = desk.clock().getTime();
  const { token, failure } = readTimestampResponse(answer);
  if (token === null)
    return { ...asked, outcome: 'failed', reasons: [failure ?? 'The authority sent no token.'] };
  const roots = rootsFor(waiting.authority, desk.authority);
  const verdict = await verifyTimestamp({ token, message, roots, nonce });
  if (!verdict.ok) return { ...asked, outcome: 'failed', reasons: verdict.faults };
  await keep(desk, waiting, { token, genTime: verdict.genTime });
  const { genTime, accuracySeconds, authority: signer, holdsUntil } = verdict;
  const clock = clockSentence(verdict, { before, after });
  return { ...asked, outcome: 'stamped', genTime, accuracySeconds, signer, holdsUntil, clockSentence: clock };
}

function unanswered(asked: Asked, error: unknown): StampResult {
  if (!(error instanceof OnRecordError)) throw error;
  return error.code === 'too-large' || error.code === 'bad-usage'
    ? { ...asked, outcome: 'failed', reasons: [error.message] }
    : { ...asked, outcome: 'queued', reason: error.message };
}

function keep(
  desk: TimestampDesk,
  { authority, checkpoint }: WaitingStamp,
  stamped: { readonly token: Uint8Array; readonly genTime: string },
): Promise<void> {
  return desk.log.append({
    action: 'checkpoint-anchored',
    how: 'timestamped',
    size: checkpoint.size,
    checkpoint: checkpoint.note,
    token: Buffer.from(stamped.token).toString('base64'),
    authority: authorityAddress(authority.url),
    anchoredAt: stamped.genTime,
    to: null,
  });
}

function clockSentence(
  { genTime, accuracySeconds }: TimestampVerdict & { readonly ok: true },
  here: { readonly before: number; readonly after: number },
): string | null {
  const there = Date.parse(genTime);
  const allowed = SAME_CLOCK + (accuracySeconds ?? 0) * 1000;
  const behind = there - here.after;
  const ahead = here.before - there;
  if (behind <= allowed && ahead <= allowed) return null;
  const way = behind > 0 ? 'behind' : 'ahead of';
  return `The clock of this computer is ${durationWords(Math.max(behind, ahead))} ${way} the authority's. One of them is wrong; the record shows both times.`;
}

/** A token dies with its certificates; a new one over the log, which holds it, keeps it alive (as in RFC 4998 §5.2). */
async function agingStamps(
  desk: TimestampDesk,
  authorities: readonly TimeAuthority[],
  anchors: readonly Anchor[],
): Promise<ReadonlySet<string>> {
  const now = desk.clock().getTime();
  const trust = { authorities, publicRoots: desk.authority.publicRoots };
  const aging = new Set<string>();
  for (const authority of authorities) {
    const newest = stampsBy(authority, anchors)
      .toSorted((one, other) => one.size - other.size)
      .at(-1);
    if (newest === undefined || now - Date.parse(newest.anchoredAt ?? '') < RENEW_AFTER) continue;
    const verdict = await verifyKept(newest, trust);
    if (verdict.ok && Date.parse(verdict.holdsUntil) - now < RENEW_WITHIN) aging.add(askedUrl(authority));
  }
  return aging;
}
