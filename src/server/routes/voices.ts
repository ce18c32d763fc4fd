/** Answers about voices, and what persons find about them. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { judgeVoices, undoFinding } from '../../desk/judge-voices.ts';
import { listVoices } from '../../desk/list-voices.ts';
import * as contract from '../api/voice-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { isTrue } from './asked.ts';

/** Adds the routes of voice-routes.ts. */
export function addVoiceRoutes(app: OpenAPIHono, state: DeskState): void {
  const { desk } = state.room;
  app.openapi(contract.listVoices, async (c) => {
    const { id } = c.req.valid('param');
    const includeProposed = isTrue(c.req.valid('query').includeProposed);
    const listed = await state.remember(`voices ${id} ${includeProposed}`, () =>
      listVoices(desk, { proposition: id, includeProposed }),
    );
    return c.json(listed, 200);
  });
  app.openapi(contract.judgeVoices, async (c) => {
    const by = writerOf(state);
    const findings = await judgeVoices(desk, { ...c.req.valid('json'), by });
    return c.json({ findings: findings.map(({ id }) => id) }, 200);
  });
  app.openapi(contract.undoFinding, async (c) => {
    const by = writerOf(state);
    const finding = await undoFinding(desk, { ...c.req.valid('json'), finding: c.req.valid('param').id, by });
    return c.json({ finding }, 200);
  });
}
