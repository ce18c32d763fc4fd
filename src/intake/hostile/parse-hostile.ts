/** One hostile file by its kind: whatever the parsers of others throw becomes an outcome with a reason for people. */
import type { Limits } from '../limits.ts';
import { type ArchivePart, type HostileOutcome, type HostileTask, noText } from './hostile-messages.ts';

const MEDIA_TYPES = { pdf: 'application/pdf', zip: 'application/zip', warc: 'application/warc' } as const;

/**
 * Parses one file. Runs in the thread only.
 *
 * @param onPart takes each page of a web archive as it is read
 * @example
 * (await parseHostile({ kind: 'zip', bytes, limits: DEFAULT_LIMITS }, () => {})).reason;
 */
export async function parseHostile(
  task: HostileTask,
  onPart: (part: ArchivePart) => void,
): Promise<HostileOutcome> {
  try {
    return await parseAs(task.kind, task.bytes, task.limits, onPart);
  } catch {
    // What a parser says of a fault is for its makers, and repeats what the file holds.
    const reason = 'The file is damaged or cut short and could not be parsed. Get a complete copy of it.';
    return noText(MEDIA_TYPES[task.kind], reason);
  }
}

async function parseAs(
  kind: HostileTask['kind'],
  bytes: Uint8Array,
  limits: Limits,
  onPart: (part: ArchivePart) => void,
): Promise<HostileOutcome> {
  switch (kind) {
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
      return kind satisfies never;
  }
}
