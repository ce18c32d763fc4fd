/**
 * The desk as each member has it: the same routes over a store that holds only what their clearance covers and writes in their name.
 * What was reckoned is remembered by clearance, so that members of one clearance share it.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from '../../desk/desk.ts';
import type { RecordStore } from '../../desk/ports/record-store.ts';
import { clearedStore } from '../../desk/team/clearance/cleared-store.ts';
import { memberNotes } from '../../desk/team/member-notes.ts';
import { memberStore } from '../../desk/team/member-store.ts';
import type { Team } from '../../desk/team/team.ts';
import type { Account, Handling } from '../../desk/vocabulary.ts';
import { addRoutes, refuseBadQuestion } from '../desk-routes.ts';
import { type MemoByHead, memoByHead } from '../memo-by-head.ts';
import { type PeopleLinking, peopleLinking } from '../people-linking.ts';
import type { ServerRoom } from '../server-room.ts';
import type { Verification } from '../verification.ts';

/** Members whose routes are held ready; the longest unused go first. */
const MOST_HELD = 200;

interface Cleared {
  readonly desk: Desk;
  readonly remember: MemoByHead;
  readonly linking: PeopleLinking;
}

export interface MemberApps {
  /** The routes of a member. */
  of(account: Account): OpenAPIHono;
  /** The record as somebody of this clearance sees it. */
  storeOf(clearance: Handling): RecordStore;
  stop(): void;
}

/**
 * Readies them; each is made when it is first asked for.
 *
 * @param onFault answers what a route throws
 * @example
 * const apps = memberApps(room, { team, job, onFault });
 * await apps.of(account).request('/api/claims');
 */
export function memberApps(
  room: ServerRoom,
  {
    team,
    job,
    onFault,
  }: {
    readonly team: Team;
    readonly job: Verification;
    readonly onFault: Parameters<OpenAPIHono['onError']>[0];
  },
): MemberApps {
  const cleared = new Map<Handling, Cleared>();
  const apps = new Map<string, OpenAPIHono>();
  const clearedTo = (clearance: Handling): Cleared => {
    const known = cleared.get(clearance);
    if (known !== undefined) return known;
    const desk = { ...room.desk, store: clearedStore(room.desk.store, clearance) };
    const made = { desk, remember: memoByHead(desk), linking: peopleLinking(desk, room.linkPeople) };
    cleared.set(clearance, made);
    return made;
  };
  const make = ({ id, name, clearance }: Account): OpenAPIHono => {
    const { desk, remember, linking } = clearedTo(clearance);
    const own: Desk = {
      ...desk,
      store: memberStore(desk.store, name),
      notes: memberNotes(team, id),
    };
    const app = new OpenAPIHono({ defaultHook: refuseBadQuestion });
    addRoutes(
      app,
      { room: { ...room, desk: own, sealed: null }, remember, by: name, team: true },
      { job, linking },
    );
    app.onError(onFault);
    return app;
  };
  return {
    of(account) {
      const key = JSON.stringify([account.id, account.name, account.clearance]);
      const app = apps.get(key) ?? make(account);
      apps.delete(key);
      apps.set(key, app);
      const oldest = apps.keys().next().value;
      if (apps.size > MOST_HELD && oldest !== undefined) apps.delete(oldest);
      return app;
    },
    storeOf: (clearance) => clearedTo(clearance).desk.store,
    stop: () => {
      for (const { linking } of cleared.values()) linking.stop();
    },
  };
}
