/** Answers over counts from cases. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  listCaseCounts,
  lookAtCounts,
  prepareCaseCounts,
  signCaseCounts,
} from '../../../desk/cases/count-cases.ts';
import { dropCounts } from '../../../desk/cases/erase-case.ts';
import { shownCounts } from '../../../desk/cases/shown-counts.ts';
import { disclosureRule } from '../../../desk/disclosure/check-sheets.ts';
import type { CountsWork } from '../../../desk/ports/counts-work.ts';
import * as contract from '../api/counts-routes.ts';
import type { CaseKeeper } from '../case-keeper.ts';

/** Adds the routes of counts-routes.ts. */
export function addCountsRoutes(app: OpenAPIHono, keeper: CaseKeeper, work: CountsWork): void {
  app.openapi(contract.listCounts, async (c) => {
    const { waiting, released } = await keeper.withCases((held) => held.look(listCaseCounts));
    const counts = [...released, ...waiting].reverse().map((release) => {
      const { tables, typedLabels: _, intervals: __, changes: ___, ...head } = shownCounts(release, null);
      return { ...head, tables: tables.map(({ file }) => file) };
    });
    return c.json({ counts }, 200);
  });
  app.openapi(contract.prepareCountsOfCases, async (c) => {
    const { threshold, protection, round, zeros, ...chosen } = c.req.valid('json');
    const rule = disclosureRule({
      threshold,
      ...(protection === null ? {} : { protection }),
      ...(round === null ? {} : { kind: 'round', base: round }),
      zeros: zeros ? 'protect' : 'publish',
    });
    const made = await keeper.withCases((held) =>
      held.look((desk, room) => prepareCaseCounts(desk, room, { ...chosen, rule }, work)),
    );
    return c.json(shownCounts(made.release, made.prepared.attack), 200);
  });
  app.openapi(contract.readCounts, async (c) => {
    const { id } = c.req.valid('param');
    const { release, attack } = await keeper.withCases((held) =>
      held.look((desk, room) => lookAtCounts(desk, room, id, work)),
    );
    return c.json(shownCounts(release, attack), 200);
  });
  app.openapi(contract.signCounts, async (c) => {
    const { id } = c.req.valid('param');
    const { release, attack } = await keeper.withCases((held) =>
      held.look((desk, room) => signCaseCounts(desk, room, id, work)),
    );
    return c.json(shownCounts(release, attack), 200);
  });
  app.openapi(contract.eraseCounts, async (c) => {
    const { id } = c.req.valid('param');
    const gone = await keeper.withCases((held) => held.change((desk, room) => dropCounts(desk, room, id)));
    return c.json({ gone }, 200);
  });
}
