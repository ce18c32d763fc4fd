/** Answers over sources and their texts. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bytesOfCopy, handOutCopy } from '../../desk/custody/hand-out-copy.ts';
import { OnRecordError } from '../../desk/desk.ts';
import { findOne } from '../../desk/find-by-id.ts';
import { pageOfInbox, readInbox, readInboxSource } from '../../desk/list-inbox.ts';
import * as contract from '../api/source-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { ORIGINAL_POLICY, originalPage, shownAs, shownBytes } from '../original/original-page.ts';
import { pdfFramePage } from '../original/pdf-frame-page.ts';
import { nextOf, startOf } from '../page-of.ts';

/** Adds the routes of source-routes.ts. */
export function addSourceRoutes(app: OpenAPIHono, state: DeskState): void {
  const { room, remember } = state;
  const { desk } = room;
  const inbox = () => remember('inbox', () => readInbox(desk));
  // Read while the one browser opens: it is what the first page shows. A team's desk makes these routes for each member anew.
  if (!state.team) setTimeout(() => void inbox().catch(() => undefined), 0).unref();
  app.openapi(contract.listSources, async (c) => {
    const all = await inbox();
    const { cursor, ...query } = c.req.valid('query');
    const asking = { ...query, offset: startOf({ ...query, cursor }) };
    const page = pageOfInbox(all, asking);
    return c.json({ ...page, next: nextOf(asking, page.fitting) }, 200);
  });
  app.openapi(contract.readSource, async (c) => {
    const source = await readInboxSource(desk, c.req.valid('param').id);
    const captures = (await desk.store.captures({ source: source.id })).map((capture) => ({
      id: capture.id,
      capturedAt: capture.capturedAt,
      method: capture.method,
      fileName: capture.fileName,
      mediaType: capture.mediaType,
      size: capture.size,
      sha256: capture.sha256,
      codePoints: capture.text?.codePoints ?? null,
      noTextReason: capture.noTextReason,
      copy: capture.copy,
    }));
    return c.json({ ...source, captures }, 200);
  });
  app.openapi(contract.readText, async (c) => {
    const capture = await desk.store.capture(await findOne(desk.store, c.req.valid('param').id, 'cap'));
    const text = capture?.text ?? null;
    const content = text === null ? null : await desk.store.text(text.sha256);
    if (capture === null || text === null || content === null)
      throw new OnRecordError('not-found', capture?.noTextReason ?? 'The text is not kept any more.');
    const { sha256, normaliser } = text;
    return c.json({ capture: capture.id, source: capture.of, sha256, normaliser, text: content }, 200);
  });
  app.openapi(contract.showOriginal, async (c) => {
    const { capture, bytes } = await bytesOfCopy(desk, c.req.valid('param').id);
    if (shownAs(capture.mediaType) === 'pdf') {
      const { html, policy } = pdfFramePage(room.pages, shownBytes(bytes));
      c.header('Content-Security-Policy', policy);
      return c.html(html, 200);
    }
    const page = originalPage(capture.mediaType, bytes, {
      pictures: c.req.valid('query').pictures === 'shown',
    });
    c.header('Content-Security-Policy', ORIGINAL_POLICY);
    return c.html(page, 200);
  });
  app.openapi(contract.saveCopy, async (c) => {
    const by = writerOf(state);
    const { capture, bytes } = await handOutCopy(desk, { id: c.req.valid('param').id, by });
    c.header('Content-Type', 'application/octet-stream');
    c.header('Content-Disposition', `attachment; filename="${capture.id}"`);
    return c.body(new Uint8Array(bytes), 200) as never;
  });
}
