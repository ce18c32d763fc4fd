/** Files of cases: in as bytes, out as an attachment. Their names come and go in no address. */

import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { attachDocument, readDocument } from '../../../desk/cases/case-documents.ts';
import { caseMeant } from '../../../desk/cases/case-meant.ts';
import { OnRecordError } from '../../../desk/desk.ts';
import { limitWords, MIB } from '../../../desk/size-words.ts';
import { plainFault } from '../../fault-answer.ts';
import * as contract from '../api/case-routes.ts';
import type { CaseKeeper } from '../case-keeper.ts';

/** Bytes of one file; larger ones are attached by the command line. */
const MOST_FILE = 64 * MIB;
const FILES = /^\/api\/sealed\/cases\/[^/]+\/documents$/u;

const toldSchema = z.strictObject({ name: z.string().min(1).max(500), mediaType: z.string().max(200) });

/**
 * Whether a path takes files.
 *
 * @example
 * takesFiles('/api/sealed/cases/cas_7d2/documents'); // true
 */
export function takesFiles(path: string): boolean {
  return FILES.test(path);
}

/** Adds the routes over files. */
export function addFileRoutes(app: OpenAPIHono, keeper: CaseKeeper): void {
  app.use('/api/sealed/cases/:id/documents', async (c, next) =>
    bodyLimit({
      maxSize: MOST_FILE,
      onError: (refused) =>
        refused.json(
          plainFault(
            'too-large',
            `The page takes files of at most ${limitWords(MOST_FILE)}. A larger one is attached in the terminal of this machine.`,
          ),
          413,
        ),
    })(c, next),
  );
  app.openapi(contract.attachFile, async (c) => {
    const { id } = c.req.valid('param');
    const { name, mediaType } = toldOf(c.req.header('x-onrecord-file') ?? '');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const document = await keeper.withCases(async (held) => {
      const meant = await caseMeant(keeper.desk, await held.room(), id);
      return held.changeCase(meant, (desk, room) =>
        attachDocument(desk, room, meant, {
          name,
          mediaType: mediaType === '' ? 'application/octet-stream' : mediaType,
          bytes,
        }),
      );
    });
    return c.json({ id: document.id, size: document.size }, 200);
  });
  app.openapi(contract.takeDocument, async (c) => {
    const { id, document } = c.req.valid('param');
    const { bytes, document: line } = await keeper.withCases((held) =>
      held.look(async (desk, room) => readDocument(desk, room, await caseMeant(desk, room, id), document)),
    );
    c.header('Content-Type', 'application/octet-stream');
    c.header('Content-Disposition', `attachment; filename="${line.id}"`);
    return c.body(new Uint8Array(bytes)) as never;
  });
}

function toldOf(header: string): z.infer<typeof toldSchema> {
  try {
    const told = toldSchema.safeParse(JSON.parse(decodeURIComponent(header)));
    if (told.success) return told.data;
  } catch {
    // Told below, without what stands there.
  }
  throw new OnRecordError('bad-usage', 'The file has no name that can be kept.');
}
