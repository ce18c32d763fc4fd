/** Draws redacted copies in a thread of its own with limits: heap, time, pages, pixels. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { PictureRedaction } from '../../desk/ports/picture-redaction.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { programBeside } from '../program-beside.ts';
import type { DrawnAnswer, DrawTask } from './redaction-messages.ts';

const LIMITS = { pages: 200, pixels: 60_000_000 } as const;
const MILLISECONDS = 120_000;
const HEAP_MIB = 1_024;
/** What can be drawn. */
const DRAWN = /^(?:application\/pdf|image\/(?:png|jpeg|webp|gif|avif|bmp))$/;

/**
 * Opens it; the thread starts with the first file.
 *
 * @example
 * const pictures = openPictureRedaction();
 * await pictures.redact(bytes, 'image/jpeg', [{ page: 1, x: 10, y: 10, width: 80, height: 20 }]);
 */
export function openPictureRedaction(): PictureRedaction {
  const { version } = createRequire(import.meta.url)('@napi-rs/canvas/package.json') as { version: string };
  return {
    tool: { name: '@napi-rs/canvas', version },
    redact: async (bytes, mediaType, boxes) => {
      if (!DRAWN.test(mediaType))
        throw new OnRecordError(
          'bad-usage',
          `A ${mediaType} has no pages to draw boxes on. Boxes are for pictures and PDF; take words out with --passage.`,
        );
      const answer = await draw({ bytes, mediaType, boxes, limits: LIMITS });
      if (!answer.ok) throw new OnRecordError(answer.code, answer.message);
      return answer;
    },
    close: async () => {},
  };
}

function draw(task: DrawTask): Promise<DrawnAnswer> {
  const thread = new Worker(programBeside('redaction-thread', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  return new Promise<DrawnAnswer>((resolve) => {
    const fail = (message: string): void => resolve({ ok: false, code: 'unreadable-file', message });
    const deadline = setTimeout(() => fail('Drawing the copy took too long and was stopped.'), MILLISECONDS);
    thread.on('message', (answer: DrawnAnswer) => resolve(answer));
    thread.on('error', () =>
      fail('Drawing the copy ended the drawing thread; the file is damaged or hostile.'),
    );
    thread.on('exit', () => {
      clearTimeout(deadline);
      fail('Drawing the copy ended the drawing thread; the file is damaged or hostile.');
    });
    thread.postMessage(task);
  }).finally(() => thread.terminate());
}
