/**
 * The thread that parses hostile files (PDF, zip, DOCX, WARC), one at a time. It is started by hostile-reader.ts
 * with a capped heap and ended when a file takes too long; nothing in it is trusted afterwards.
 */
import { parentPort } from 'node:worker_threads';
import { type HostileMessage, type HostileOutcome, type HostileTask, noText } from './hostile-messages.ts';

function send(message: HostileMessage): void {
  parentPort?.postMessage(message);
}

async function parse(task: HostileTask): Promise<HostileOutcome> {
  const { bytes, limits } = task;
  const onPart = (part: Extract<HostileMessage, { type: 'part' }>['part']): void =>
    send({ type: 'part', part });
  switch (task.kind) {
    case 'pdf':
      return (await import('./parse-pdf.ts')).parsePdf(bytes, limits);
    case 'zip':
      return (await import('./parse-zip.ts')).parseZip(bytes, limits, onPart);
    case 'warc': {
      const { parseWarc, archiveOutcome } = await import('./parse-warc.ts');
      const count = await parseWarc([bytes], { limits, innerName: null, onPart });
      return archiveOutcome('application/warc', count);
    }
    default:
      return task.kind satisfies never;
  }
}

const MEDIA_TYPES = { pdf: 'application/pdf', zip: 'application/zip', warc: 'application/warc' } as const;

parentPort?.on('message', (task: HostileTask) => {
  parse(task).then(
    (outcome) => send({ type: 'done', outcome }),
    (error: unknown) => {
      const cause = error instanceof Error ? error.message.slice(0, 200) : 'unknown cause';
      const reason = `The file is damaged or cut short and could not be parsed (${cause}).`;
      send({ type: 'done', outcome: noText(MEDIA_TYPES[task.kind], reason) });
    },
  );
});
