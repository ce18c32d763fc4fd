/** A desk in memory with one captured source, and files in a map, for tests of custody. */
import { type MemoryDesk, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { captureOf, sourceOf } from '../../record/entities.cases.ts';
import type { SourceId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SingleFiles } from '../ports/single-files.ts';

export const BYTES = new TextEncoder().encode('<p>The Guard took 26 weavers.</p>');
export const TEXT = 'The Guard took 26 weavers.';

/** A desk that holds one source; its id. */
export async function heldSource(
  origin = 'archive.example/log',
  options: { readonly clock?: () => Date; readonly agent?: string } = {},
): Promise<{ readonly desk: MemoryDesk; readonly source: SourceId }> {
  const desk = memoryDesk({ origin, ...(options.clock === undefined ? {} : { clock: options.clock }) });
  const source = sourceOf({ id: desk.newId('source'), title: 'Letter from <Kessar> שלום', publisher: null });
  const capture = captureOf({
    id: desk.newId('capture'),
    of: source.id,
    capturedAt: '2031-04-30T09:00:00.000Z',
    fileName: 'letter.html',
    size: BYTES.length,
    sha256: sha256Hex(BYTES),
    text: { sha256: sha256Hex(TEXT), normaliser: 'html-3', codePoints: TEXT.length },
  });
  await desk.blobs.put(BYTES);
  await desk.store.append([
    {
      at: '2031-04-30T09:00:00.000Z',
      agent: options.agent ?? 'machine',
      subject: source.id,
      body: { action: 'source-captured', source, capture, actors: [] },
      bytes: BYTES,
      texts: new Map([[sha256Hex(TEXT), TEXT]]),
    },
  ]);
  return { desk, source: source.id };
}

/** Files in a map; what is staged and not kept is nowhere. */
export function mapFiles(files: Map<string, Uint8Array> = new Map()): SingleFiles & {
  readonly files: Map<string, Uint8Array>;
} {
  return {
    files,
    async read(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new OnRecordError('not-found', `There is no file ${path}.`);
      return bytes;
    },
    async stage(path, bytes) {
      if (files.has(path)) throw new OnRecordError('bad-usage', `${path} is there already.`);
      return { path: `/${path}`, keep: async () => void files.set(path, bytes), drop: async () => undefined };
    },
  };
}
