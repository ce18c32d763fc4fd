/** The walk over a team's server: every route, as nobody and as members who may do everything and see up to a clearance. */
import { openDesk } from '../../../src/compose.ts';
import { HANDLINGS, ROLES } from '../../../src/desk/vocabulary.ts';
import { ROUTES } from '../../../src/server/api/every-route.ts';
import { TEAM_ROUTES } from '../../../src/server/team/api/every-team-route.ts';
import { openTeam } from '../../../src/server/team/fixtures/open-team.ts';
import type { OutputKind } from './may-show.ts';
import type { SealedWalk } from './sealed-vault.ts';
import { type Asked, addressesOf } from './walk-routes.ts';

/** Routes that would end a session of the walk, or take a role from it. */
const ENDS = /\/(?:sign-?outs?|sessions?|members|roles|removals)(?:\/|$)/u;

/**
 * Asks every route of a team's server in the name of each.
 *
 * @returns answers that were not refused
 */
export async function everyRole(walk: SealedWalk): Promise<number> {
  const desk = await openDesk(walk.place.vault, { readOnly: false });
  try {
    const { ask, join, unexpected } = openTeam({ room: { desk } });
    const members: (readonly [kind: OutputKind, cookie: string | null])[] = [['nobody', null]];
    for (const clearance of HANDLINGS) {
      const { cookie } = await join({ name: `cleared for ${clearance}`, roles: [...ROLES], clearance });
      members.push([`a member cleared for ${clearance}`, cookie]);
    }
    const routes: readonly Asked[] = [...Object.values(ROUTES), ...Object.values(TEAM_ROUTES)];
    let answered = 0;
    for (const [kind, cookie] of members)
      for (const { method, path } of routes) {
        if (method !== 'get' && ENDS.test(path)) continue;
        for (const address of addressesOf(path, walk.ids, method)) {
          const { status, text, headers } = await ask(cookie, method.toUpperCase(), address);
          walk.looked.answers += 1;
          if (status < 400) answered += 1;
          const told = text + JSON.stringify([...headers]);
          const what = `${method.toUpperCase()} ${address}`;
          walk.found.push(...walk.scanner.inText(`${kind}: ${what}`, told));
          walk.found.push(...walk.table.text(kind, what, told));
        }
      }
    walk.found.push(...walk.table.text('told', 'what the server of a team logs', unexpected.join(' ')));
    return answered;
  } finally {
    await desk.close();
  }
}
