/** Answers over cases in the open. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { caseHistory } from '../../../desk/cases/case-history.ts';
import { caseMeant } from '../../../desk/cases/case-meant.ts';
import { eraseCase } from '../../../desk/cases/erase-case.ts';
import { type ReadBy, readLog } from '../../../desk/cases/log-reads.ts';
import { memberCards } from '../../../desk/cases/member-card.ts';
import type { Desk } from '../../../desk/desk.ts';
import * as contract from '../api/case-routes.ts';
import type { CaseKeeper } from '../case-keeper.ts';

/** Reads that are told at once. */
const MOST_READS = 2_000;

/** Adds the routes of case-routes.ts, except those over files. */
export function addCaseRoutes(app: OpenAPIHono, keeper: CaseKeeper): void {
  const { desk } = keeper;
  app.openapi(contract.listSealedCases, async (c) => {
    const list = await keeper.withCases((held) => held.list());
    keeper.soon((held) => held.index());
    return c.json(list, 200);
  });
  app.openapi(contract.findCases, async (c) => {
    const { words } = c.req.valid('json');
    return c.json({ ids: await keeper.withCases((held) => held.find(words)) }, 200);
  });
  app.openapi(contract.newCase, async (c) => {
    const { fields } = c.req.valid('json');
    return c.json(await keeper.withCases((held) => held.save(null, fields, 0)), 200);
  });
  app.openapi(contract.readSealedCase, async (c) => {
    const { id } = c.req.valid('param');
    const one = await keeper.withCases(async (held) =>
      held.read(await caseMeant(desk, await held.room(), id)),
    );
    return c.json(one, 200);
  });
  app.openapi(contract.saveSealedCase, async (c) => {
    const { id } = c.req.valid('param');
    const { version, fields } = c.req.valid('json');
    const saved = await keeper.withCases(async (held) =>
      held.save(await caseMeant(desk, await held.room(), id), fields, version),
    );
    return c.json(saved, 200);
  });
  app.openapi(contract.readCaseHistory, async (c) => {
    const { id } = c.req.valid('param');
    const told = await keeper.withCases(async (held) => {
      const meant = await caseMeant(desk, await held.room(), id);
      const { versions, faults } = await held.look((inside, room) => caseHistory(inside, room, meant));
      const documents = versions.flatMap((one) => one.case.documents);
      const { reads, faults: unread } = await readLog(desk, await held.room());
      const own = new Set<string | null>([meant, ...documents.map((document) => document.id)]);
      return {
        versions,
        reads: await named(
          desk,
          reads.filter(({ of }) => own.has(of)),
        ),
        faults: [...faults, ...unread],
      };
    });
    return c.json(told, 200);
  });
  app.openapi(contract.eraseSealedCase, async (c) => {
    const { id } = c.req.valid('param');
    const { document } = c.req.valid('json');
    const erased = await keeper.withCases(async (held) => {
      const meant = await caseMeant(desk, await held.room(), id);
      return held.changeCase(meant, (inside, room) => eraseCase(inside, room, meant, document));
    });
    return c.json(erased, 200);
  });
  app.openapi(contract.readSealedReads, async (c) => {
    const { reads, faults } = await keeper.withCases(async (held) => readLog(desk, await held.room()));
    return c.json({ reads: await named(desk, reads), faults }, 200);
  });
}

/** The newest first, with the names of members. */
async function named(desk: Pick<Desk, 'store'>, reads: readonly ReadBy[]) {
  const names = new Map((await memberCards(desk.store)).map(({ id, name }) => [id, name]));
  return reads
    .toReversed()
    .slice(0, MOST_READS)
    .map(({ at, by, kind, of }) => ({ at, by: names.get(by) ?? by, kind, of }));
}
