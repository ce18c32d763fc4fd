/** Answers about releases. The program that makes them is loaded when it is first needed. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { approveRelease, gatesOf } from '../../desk/release/approve-release.ts';
import { draftGates } from '../../desk/release/draft-gates.ts';
import { type HeldRelease, heldReleases, releaseNamed } from '../../desk/release/held-releases.ts';
import { type ListedRelease, listReleases, oneRelease } from '../../desk/release/list-releases.ts';
import { contentOf, makeRelease } from '../../desk/release/make-release.ts';
import { releaseProfile } from '../../desk/release/read-profile.ts';
import * as contract from '../api/release-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { pageOf } from '../page-of.ts';

/** Adds the routes of release-routes.ts. */
export function addReleaseRoutes(app: OpenAPIHono, state: DeskState): void {
  const { desk, releasing } = state.room;
  const held = async (id: string): Promise<HeldRelease> => releaseNamed(await heldReleases(desk), id);
  app.openapi(contract.listReleases, async (c) => {
    const { secondPerson, releases } = await listReleases(desk);
    const { rows, ...page } = pageOf(releases, c.req.valid('query'));
    return c.json({ secondPerson, releases: rows.map(told), ...page }, 200);
  });
  app.openapi(contract.readRelease, async (c) => {
    const { release, changes } = await oneRelease(desk, c.req.valid('param').id);
    return c.json({ release: told(release), changes }, 200);
  });
  app.openapi(contract.readReleaseGates, async (c) => {
    const { release } = await held(c.req.valid('param').id);
    const key = `release gates ${release.id}`;
    return c.json(
      await state.remember(key, async () => ({ gates: await gatesOf(desk, release, await releasing()) })),
      200,
    );
  });
  app.openapi(contract.readReleaseFiles, async (c) => {
    const one = await held(c.req.valid('param').id);
    const key = `release files ${one.release.id}`;
    const answer = async () => {
      const { hashes } = await contentOf(desk, one, { making: await releasing() });
      const files = [...hashes].map(([path, sha256]) => ({ path, sha256 }));
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    };
    const { rows, ...page } = pageOf(await state.remember(key, answer), c.req.valid('query'));
    return c.json({ files: rows, ...page }, 200);
  });
  app.openapi(contract.askDraftGates, async (c) => {
    const profile = releaseProfile(c.req.valid('json').profile);
    return c.json({ gates: await draftGates(desk, profile, await releasing()) }, 200);
  });
  app.openapi(contract.makeRelease, async (c) => {
    const by = writerOf(state);
    const { profile: given, corrects } = c.req.valid('json');
    const profile =
      given === null && corrects !== null
        ? { ...(await held(corrects.release)).release.profile, position: null }
        : releaseProfile(given);
    const { release } = await makeRelease(desk, { profile, by, corrects }, await releasing());
    return c.json({ id: release.id, number: release.number }, 200);
  });
  app.openapi(contract.approveRelease, async (c) => {
    const by = writerOf(state);
    const order = { release: c.req.valid('param').id, by, note: c.req.valid('json').note };
    const { release } = await approveRelease(desk, order, await releasing());
    return c.json({ id: release.id, number: release.number }, 200);
  });
}

/** Ids of what was chosen stay inside: some may name what a member does not see. */
function told({ profile, approval, ...release }: ListedRelease) {
  const { about, counts, position: _, ...conditions } = profile;
  return {
    ...release,
    profile: {
      ...conditions,
      pages: profile.pages ?? 'en',
      places: about.places,
      propositions: about.propositions?.length ?? null,
      counts: counts.length,
    },
    approval: approval === null ? null : { by: approval.by, at: approval.at, note: approval.note },
  };
}
