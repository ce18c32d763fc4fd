/** The walk over a team's server: every route, as nobody and as members who may do everything and see up to a clearance. */
import { openDesk } from '../../../src/compose.ts';
import { HANDLINGS, type Handling, ROLES } from '../../../src/desk/vocabulary.ts';
import { ROUTES } from '../../../src/server/api/every-route.ts';
import { TEAM_ROUTES } from '../../../src/server/team/api/every-team-route.ts';
import { openTeam } from '../../../src/server/team/fixtures/open-team.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { talked } from './marked-talk.ts';
import type { OutputKind } from './may-show.ts';
import type { SealedWalk } from './sealed-vault.ts';
import { type Asked, addressesOf } from './walk-routes.ts';

/** Routes that would end a session of the walk, or take a role from it. */
const ENDS = /\/(?:sign-?outs?|sessions?|members|roles|removals)(?:\/|$)/u;

interface Member {
  readonly kind: OutputKind;
  readonly cookie: string | null;
  readonly clearance: Handling | null;
}

/** Routes about one thing, asked about each that something was said of; a stream of events as far as it goes now. */
function aboutThings(path: string): readonly string[] {
  if (path === '/api/events') return [`${path}?after=0&wait=false`];
  if (!['/api/comments', '/api/assignments', '/api/readers', '/api/presence'].includes(path)) return [];
  const things = [1, 2, 3].flatMap((at) => [
    sampleId('source', at),
    sampleId('claim', at * 2 - 1),
    sampleId('proposition', at),
  ]);
  return things.map((thing) => `${path}?thing=${thing}`);
}

/**
 * Asks every route of a team's server in the name of each.
 *
 * @returns answers that were not refused
 */
export async function everyRole(walk: SealedWalk): Promise<number> {
  const desk = await openDesk(walk.place.vault, { readOnly: false });
  try {
    const { ask, join, unexpected } = openTeam({ room: { desk } });
    const members: Member[] = [{ kind: 'nobody', cookie: null, clearance: null }];
    const accounts: { id: string; clearance: Handling }[] = [];
    for (const clearance of HANDLINGS) {
      const joined = await join({ name: `cleared for ${clearance}`, roles: [...ROLES], clearance });
      members.push({ kind: `a member cleared for ${clearance}`, cookie: joined.cookie, clearance });
      accounts.push({ id: joined.account.id, clearance });
    }
    // The marked record of canary.test.ts alone holds what members can speak of under known ids.
    const marked = (await desk.store.source(sampleId('source', 1))) !== null;
    const talk = marked ? await talked({ ask, join }, accounts) : null;
    const routes: readonly Asked[] = [...Object.values(ROUTES), ...Object.values(TEAM_ROUTES)];
    let answered = 0;
    for (const { kind, cookie, clearance } of members)
      for (const { method, path } of routes) {
        if (method !== 'get' && ENDS.test(path)) continue;
        const named = path === '/api/events' ? [] : addressesOf(path, walk.ids, method);
        for (const address of [...named, ...(method === 'get' ? aboutThings(path) : [])]) {
          const { status, text, headers } = await ask(cookie, method.toUpperCase(), address);
          walk.looked.answers += 1;
          if (status < 400) answered += 1;
          const told = text + JSON.stringify([...headers]);
          const what = `${method.toUpperCase()} ${address}`;
          walk.found.push(...walk.scanner.inText(`${kind}: ${what}`, told));
          walk.found.push(...walk.table.text(kind, what, told));
          walk.found.push(...(talk?.wrong(clearance, what, told) ?? []));
        }
      }
    for (const level of HANDLINGS)
      if (talk?.seen[level] === 0) throw new Error(`nobody saw what is said of what is ${level}`);
    walk.found.push(...walk.table.text('told', 'what the server of a team logs', unexpected.join(' ')));
    return answered;
  } finally {
    await desk.close();
  }
}
