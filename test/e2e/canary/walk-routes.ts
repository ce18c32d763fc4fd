/** The walk over the desk: every route, as everybody who can ask. */
import { sealedDoor } from '../../../src/compose/sealed-door.ts';
import { openDesk, peopleEngine } from '../../../src/compose.ts';
import { relateWordings } from '../../../src/reckon/toll/place-relation.ts';
import { ROUTES } from '../../../src/server/api/every-route.ts';
import { openApp, pageHeaders } from '../../../src/server/fixtures/open-app.ts';
import { SEALED_ROUTES } from '../../../src/server/sealed/api/every-sealed-route.ts';
import type { FoundWord } from './hidden-words.ts';
import { MARK, phrase, SECRETS, type SealedWalk } from './sealed-vault.ts';

/** Who asks: with the cookie of a session, or without. */
type Role = readonly [name: 'nobody' | 'the person at the desk', cookie: string];

/**
 * Asks every route of the desk, as somebody without a session and as the person at the desk, with every kind of id: first while
 * the cases are locked, then every public route while they are open in the same process, then again after the lock.
 *
 * @returns answers that held the mark while the cases were open: a member must see them
 */
export async function everyRoute(walk: SealedWalk): Promise<number> {
  const desk = await openDesk(walk.place.vault, { readOnly: false });
  try {
    const sealed = await sealedDoor(desk, null);
    const { app, cookie, unexpected } = openApp({
      desk,
      sealed,
      linkPeople: peopleEngine(1),
      relatePlaces: async () => relateWordings,
    });
    const nobody: Role = ['nobody', ''];
    const person: Role = ['the person at the desk', cookie];
    const ask = async (
      role: Role,
      method: string,
      path: string,
      body: object,
    ): Promise<readonly FoundWord[]> => {
      const sent = method.toUpperCase();
      const response = await app.request(path, {
        method: sent,
        headers: pageHeaders(role[1], sent),
        ...(sent === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      walk.looked.answers += 1;
      const told = (await response.text()) + JSON.stringify([...response.headers]);
      const what = `${sent} ${path}`;
      return [...walk.scanner.inText(`${role[0]}: ${what}`, told), ...walk.table.text(role[0], what, told)];
    };
    const over = async (role: Role, routes: readonly Asked[], bodies: readonly object[]): Promise<number> => {
      let holding = 0;
      for (const { method, path } of routes)
        for (const address of addressesOf(path, walk.ids, method))
          for (const body of method === 'get' ? [{}] : bodies) {
            const found = await ask(role, method, address, body);
            const hers = found.filter(
              ({ word }) => open && isInside(path) && role === person && word === MARK,
            );
            if (hers.length > 0) holding += 1;
            walk.found.push(...found.filter((one) => !hers.includes(one)));
          }
      return holding;
    };
    let open = false;
    const inside = Object.values(SEALED_ROUTES).filter(({ path }) => !CHANGES_KEYS.test(path));
    const harmless = [{}, { reason: 'x', id: walk.ids.sealedCase }];
    await over(nobody, [...Object.values(ROUTES), ...inside], harmless);
    await over(person, inside, harmless);
    const unlocking = (words: string) =>
      ask(person, 'post', '/api/sealed/unlockings', { member: null, passphrase: words, minutes: 5 });
    walk.found.push(...(await unlocking(phrase(SECRETS.wrong))));
    await unlocking(phrase(SECRETS.passphrase));
    open = true;
    const word = SECRETS.faulty;
    const spoilt = { version: 1, fields: { [word]: word, risk: { level: word }, journey: [{ when: word }] } };
    const holding = await over(person, inside, [...harmless, spoilt]);
    await over(nobody, inside, harmless);
    await over(person, Object.values(ROUTES), harmless);
    open = false;
    await ask(person, 'post', '/api/sealed/locks', {});
    await over(person, inside, harmless);
    const logged = unexpected.join(' ');
    walk.found.push(...walk.scanner.inText('what the desk logs', logged));
    walk.found.push(...walk.table.text('told', 'what the desk logs', logged));
    return holding;
  } finally {
    await desk.close();
  }
}

const isInside = (path: string): boolean => path.startsWith('/api/sealed');

export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** Routes that would change who holds the keys, or erase: the walk goes on after them. */
const CHANGES_KEYS = /\/(?:unlockings|locks|rotations|erasures|compartments|members|restorations)$/u;

/** The addresses of a route: with every kind of id, and as a list that is asked for everything. */
export function addressesOf(path: string, ids: SealedWalk['ids'], method: string): readonly string[] {
  const named = path.includes('{')
    ? Object.values(ids).map((id) => path.replace('{document}', ids.document).replaceAll(/\{\w+\}/gu, id))
    : [path];
  return method === 'get'
    ? named.flatMap((one) => [one, `${one}?q=insulin&limit=200&includeProposed=true`])
    : named;
}
