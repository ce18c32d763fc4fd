/** The thread that draws one redacted copy. It is ended when that takes too long; nothing in it is trusted afterwards. */
import { parentPort } from 'node:worker_threads';
import type { DrawnAnswer, DrawTask } from './redaction-messages.ts';

parentPort?.on('message', async (task: DrawTask) => {
  let answer: DrawnAnswer;
  try {
    answer = await (await import('./draw-redacted.ts')).drawRedacted(task);
  } catch {
    // The library's own message may quote the file.
    answer = {
      ok: false,
      code: 'unreadable-file',
      message:
        'The picture or PDF could not be drawn: it is damaged, encrypted or of a kind that is not known.',
    };
  }
  parentPort?.postMessage(answer);
});
