/** Answers about custody, and the check of everything. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { vaultCustody } from '../../desk/custody/vault-custody.ts';
import { listLog } from '../../desk/log/list-log.ts';
import { checkpointOut, logHandOut } from '../../desk/witness/hand-out-checkpoint.ts';
import * as contract from '../api/custody-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { pageWords } from '../page-words.ts';
import type { Verification, VerificationState } from '../verification.ts';

/** Faults that are told one by one; the number of all is told too. */
const MOST_FAULTS = 200;

/** Adds the routes of custody-routes.ts. */
export function addCustodyRoutes(app: OpenAPIHono, state: DeskState, job: Verification): void {
  const { desk } = state.room;
  app.openapi(contract.readLog, async (c) => {
    const { agent = null, action = null, cursor, limit } = c.req.valid('query');
    const before = cursor === undefined ? null : Number(cursor);
    const { entries, next, total } = await listLog(desk, { agent, action, before, limit });
    const fitting = agent === null && action === null ? total : null;
    return c.json({ entries, total, fitting, next: next === null ? null : String(next) }, 200);
  });
  app.openapi(contract.readCustody, async (c) =>
    c.json(await state.remember('custody', () => vaultCustody(desk)), 200),
  );
  app.openapi(contract.handOutCheckpoint, async (c) => {
    const agent = writerOf(state);
    const to = c.req.valid('json').to?.trim() || null;
    const out = await checkpointOut(desk.store, null);
    const { seq } = await logHandOut(desk, out, { to, agent });
    return c.json({ size: out.size, checkpoint: out.checkpoint, logged: seq }, 200);
  });
  app.openapi(contract.readVerification, (c) => c.json(told(job.now()), 200));
  app.openapi(contract.runVerification, (c) => {
    const { run, log } = c.req.valid('json');
    if (run === 'stop') job.stop();
    else job.start(log ? writerOf(state) : null);
    return c.json(told(job.now()), 200);
  });
}

function told({ report, ...state }: VerificationState) {
  if (report === null) return { ...state, report };
  const { faults, checked, newerReader, clock, stopped } = report;
  const shown = faults
    .slice(0, MOST_FAULTS)
    .map(({ check, item, message }) => ({ check, item, message: pageWords(message) }));
  const { sentences } = clock;
  return {
    ...state,
    report: { faults: shown, faultsInAll: faults.length, checked, newerReader, sentences, stopped },
  };
}
