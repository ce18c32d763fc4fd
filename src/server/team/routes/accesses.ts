/** Answers about who did and who saw what. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { eachAccess, listAccesses } from '../../../desk/team/accesses.ts';
import * as contract from '../api/access-routes.ts';
import type { TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';
import { withoutAbsent } from '../without-absent.ts';

/** Adds the routes of access-routes.ts. */
export function addAccessRoutes(app: OpenAPIHono<TeamEnv>, { team }: TeamRoom): void {
  app.openapi(contract.listAccesses, async (c) =>
    c.json(await listAccesses(team, withoutAbsent(c.req.valid('query'))), 200),
  );
  app.openapi(contract.exportAccesses, async (c) => {
    const lines: string[] = [];
    for await (const some of eachAccess(team, withoutAbsent(c.req.valid('query'))))
      lines.push(...some.map((access) => `${JSON.stringify(access)}\n`));
    c.header('Content-Type', 'application/x-ndjson');
    c.header('Content-Disposition', 'attachment; filename="accesses.jsonl"');
    return c.body(lines.join(''), 200) as never;
  });
}
