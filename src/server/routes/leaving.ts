/** Answers over what leaves the vault. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { evidentiaryCopy } from '../../desk/custody/evidentiary-copy.ts';
import { OnRecordError } from '../../desk/desk.ts';
import { findOne } from '../../desk/find-by-id.ts';
import { handleSource } from '../../desk/handle-source.ts';
import { handlingHistory } from '../../desk/handling-history.ts';
import { clearPerson, listPersons } from '../../desk/names/clear-person.ts';
import { redactSource } from '../../desk/redaction/redact-source.ts';
import * as contract from '../api/leaving-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { pageOf } from '../page-of.ts';

/** Adds the routes of leaving-routes.ts. */
export function addLeavingRoutes(app: OpenAPIHono, state: DeskState): void {
  const { room, remember } = state;
  const { desk } = room;
  app.openapi(contract.readHandling, async (c) =>
    c.json(await handlingHistory(desk, c.req.valid('param').id), 200),
  );
  app.openapi(contract.changeHandling, async (c) => {
    const by = writerOf(state);
    const source = c.req.valid('param').id;
    const { id, handling } = await handleSource(desk, { source, by, ...c.req.valid('json') });
    return c.json({ id, handling }, 200);
  });
  app.openapi(contract.listPersons, async (c) => {
    const { q, shown, ...asking } = c.req.valid('query');
    const all = await remember('persons', () => listPersons(desk));
    const hasKey = (await desk.store.settings()).pseudonymKey !== undefined;
    const wanted = q.trim().toLowerCase();
    const fitting = all.filter(
      ({ spellings, pseudonym, cleared }) =>
        (shown === 'all' || cleared === (shown === 'named')) &&
        [...spellings, ...(hasKey ? [pseudonym] : [])].some((name) => name.toLowerCase().includes(wanted)),
    );
    const { rows, ...page } = pageOf(fitting, asking);
    const persons = rows.map(({ name, spellings, pseudonym, cleared }) => ({
      name,
      alsoWritten: spellings.filter((one) => one !== name),
      pseudonym: hasKey ? pseudonym : null,
      cleared,
    }));
    return c.json({ persons, named: all.filter(({ cleared }) => cleared).length, ...page }, 200);
  });
  app.openapi(contract.decideClearance, async (c) => {
    const decided = await clearPerson(desk, { by: writerOf(state), ...c.req.valid('json') });
    return c.json(decided, 200);
  });
  app.openapi(contract.redactPassages, async (c) => {
    const by = writerOf(state);
    const { capture, passages, reason } = c.req.valid('json');
    const source = await findOne(desk.store, c.req.valid('param').id, 'src');
    if ((await evidentiaryCopy(desk, source)).id !== capture)
      throw new OnRecordError(
        'bad-usage',
        'Passages are taken out of the text of the original, and this is another copy. Nothing was taken out.',
        { subject: source },
      );
    const reader = await room.verifying.reader();
    try {
      const copies = await redactSource(
        desk,
        { source, passages, words: [], boxes: [], reason, by },
        { reader, pictures: noPictures, version: room.version },
      );
      return c.json(
        { copies: copies.map(({ capture }) => capture.id), notes: copies.flatMap(({ notes }) => notes) },
        200,
      );
    } finally {
      await reader.close();
    }
  });
}

async function noPictures(): Promise<never> {
  throw new OnRecordError('bad-usage', 'Boxes on pictures and pages are drawn with: onrecord redact --box');
}
