/**
 * The thread that parses hostile files (PDF, zip, DOCX, WARC), one at a time. It is started by hostile-reader.ts
 * with a capped heap and ended when a file takes too long; nothing in it is trusted afterwards.
 */
import { parentPort } from 'node:worker_threads';
import type { HostileMessage, HostileTask } from './hostile-messages.ts';
import { parseHostile } from './parse-hostile.ts';

function send(message: HostileMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (task: HostileTask) => {
  void parseHostile(task, (part) => send({ type: 'part', part })).then((outcome) =>
    send({ type: 'done', outcome }),
  );
});
