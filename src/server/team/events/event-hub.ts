/**
 * Tells the pages of members what others do, in every instance of the desk alike: the record by looking at the head of its log, the
 * rest by what the team's keeper tells. Each is told what their clearance covers; the stream of an ended session ends.
 */
import type { RecordStore } from '../../../desk/ports/record-store.ts';
import type { TeamChange } from '../../../desk/ports/team-store.ts';
import { type HeldSession, sessionStands } from '../../../desk/team/sessions.ts';
import type { Team } from '../../../desk/team/team.ts';
import { seenThing } from '../../../desk/team/together/seen-thing.ts';
import type { Account } from '../../../desk/vocabulary.ts';
import { mayAsk } from '../../access/permissions.ts';
import { endedLines, entryLines, HEARTBEAT, manyLines, type TeamNews, teamLines } from './event-lines.ts';

export interface HubOptions {
  readonly team: Team;
  /** The whole record: its head alone is asked for. */
  readonly store: Pick<RecordStore, 'head'>;
  storeOf(clearance: Account['clearance']): RecordStore;
  /** Milliseconds between two looks at the head of the log, and between two signs of life. */
  readonly every?: number;
  readonly heartbeat?: number;
}

export interface EventHub {
  /**
   * Opens a stream for a session.
   *
   * @param after number of the last entry that is known; null: from now on
   * @param wait false: what there is by now, and no more
   * @returns null: the member has too many of them already
   */
  open(
    held: HeldSession,
    asked: { readonly after: number | null; readonly wait: boolean },
  ): Promise<ReadableStream<Uint8Array> | null>;
  /** How many are open. */
  size(): number;
  /** Ends all of them: each page opens another one, elsewhere. */
  stop(): void;
}

/** Streams of one member in one instance; a page that is not seen holds none. */
const MOST_OF_ONE = 8;
const MOST = 1_000;
/** Entries that are told one by one. */
const MOST_TOLD = 500;
/** Bytes that wait for a slow reader before it is cut off; it comes again and says where it was. */
const MOST_WAITING = 262_144;

interface Listener {
  readonly held: HeldSession;
  /** Number of the last entry that was looked at. */
  at: number;
  send(text: string): void;
  end(last?: string): void;
}

/**
 * Readies it; nothing is asked while nobody listens.
 *
 * @example
 * const hub = openEventHub({ team, store: room.desk.store, storeOf: apps.storeOf });
 */
export function openEventHub(options: HubOptions): EventHub {
  const { team, store, storeOf, every = 1_000, heartbeat = 15_000 } = options;
  const listeners = new Set<Listener>();
  let running: { stop(): void } | null = null;
  const forEach = async (work: (one: Listener) => Promise<void>): Promise<void> => {
    // What cannot be told now is asked for by the page itself, which looks now and then.
    for (const one of [...listeners]) await work(one).catch(() => undefined);
  };
  const begin = (): void => {
    if (running !== null) return;
    let looking = false;
    const look = async (): Promise<void> => {
      if (looking) return;
      looking = true;
      try {
        const head = (await store.head())?.seq ?? 0;
        await forEach((one) => tellEntries(one, head));
      } catch {
        // The record is away: looked at again.
      } finally {
        looking = false;
      }
    };
    const beat = (): Promise<void> =>
      forEach(async (one) => {
        if (await sessionStands(team, one.held.id)) one.send(HEARTBEAT);
        else one.end(endedLines());
      });
    const timers = [setInterval(() => void look(), every), setInterval(() => void beat(), heartbeat)];
    for (const timer of timers) timer.unref();
    const endWatch = team.store.watch((change) => void told(change));
    running = {
      stop: () => {
        for (const timer of timers) clearInterval(timer);
        endWatch();
      },
    };
  };
  const tellEntries = async (one: Listener, head: number): Promise<void> => {
    if (head <= one.at) return;
    const from = one.at;
    one.at = head;
    const { account } = one.held;
    if (head - from > MOST_TOLD) return one.send(manyLines(head));
    for await (const entry of storeOf(account.clearance).log(from + 1, head - from))
      one.send(entryLines(entry, account.name) ?? '');
  };
  const told = async (change: TeamChange | null): Promise<void> => {
    if (change === null) return forEach(async (one) => one.send(manyLines(one.at)));
    if (change.kind === 'session')
      return forEach(async (one) => {
        if (one.held.id === change.id) one.end(endedLines());
      });
    const news = newsOf(change);
    if (news === null) return undefined;
    const seenBy = new Map<string, Promise<boolean>>();
    return forEach(async (one) => {
      const { id, roles, clearance } = one.held.account;
      if (news.kind === 'mention') {
        if (change.owner === id) one.send(teamLines(news));
        return;
      }
      if (news.about === null || !mayAsk(roles, 'GET /api/comments')) return;
      const seen =
        seenBy.get(clearance) ?? seenThing(storeOf(clearance), news.about).then((thing) => thing !== null);
      seenBy.set(clearance, seen);
      if (await seen) one.send(teamLines(news));
    });
  };
  const leave = (one: Listener): void => {
    listeners.delete(one);
    if (listeners.size > 0) return;
    running?.stop();
    running = null;
  };
  return {
    async open(held, { after, wait }) {
      const own = [...listeners].filter((one) => one.held.account.id === held.account.id).length;
      if (own >= MOST_OF_ONE || listeners.size >= MOST) return null;
      const head = (await store.head())?.seq ?? 0;
      const encoder = new TextEncoder();
      let listener: Listener | null = null;
      return new ReadableStream<Uint8Array>(
        {
          async start(controller) {
            let open = true;
            const one: Listener = {
              held,
              at: Math.min(after ?? head, head),
              send: (text) => {
                if (!open || text === '') return;
                controller.enqueue(encoder.encode(text));
                if ((controller.desiredSize ?? 0) < -MOST_WAITING) one.end();
              },
              end: (last) => {
                if (!open) return;
                if (last !== undefined) controller.enqueue(encoder.encode(last));
                open = false;
                leave(one);
                controller.close();
              },
            };
            listener = one;
            listeners.add(one);
            if (wait) begin();
            // The page knows at once that it is heard.
            one.send(HEARTBEAT);
            await tellEntries(one, head);
            if (!wait) one.end();
          },
          cancel() {
            if (listener !== null) leave(listener);
          },
        },
        { highWaterMark: 0, size: (chunk) => chunk.byteLength },
      );
    },
    size: () => listeners.size,
    stop: () => {
      for (const one of [...listeners]) one.end();
    },
  };
}

function newsOf({ kind, id, owner }: TeamChange): TeamNews | null {
  switch (kind) {
    case 'assignment':
      return { kind, about: id };
    case 'comment':
      return { kind, about: owner };
    case 'lock':
      return { kind: 'presence', about: owner };
    case 'mention':
      return { kind, about: null };
    default:
      return null;
  }
}
