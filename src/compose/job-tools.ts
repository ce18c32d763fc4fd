/** What the jobs of a queue work with, opened when a job first needs it. */
import type { JobTools } from '../desk/jobs/run-job.ts';
import type { DocumentReader } from '../desk/ports/document-reader.ts';
import type { ReuseIndex } from '../desk/ports/reuse-index.ts';
import type { Spool } from '../desk/ports/spool.ts';
import { ANCHORS } from '../desk/trace/trace-anchors.ts';
import { CITATIONS } from '../desk/trace/trace-citations.ts';
import { reuseTracer } from '../desk/trace/trace-reuse.ts';
import type { OpenDesk } from './open-desk.ts';
import { peopleBeside } from './people-tools.ts';
import { openReaders, type Readers } from './reading.ts';

/** Closed by who opened them, after the last job. */
export interface WorkTools extends JobTools {
  close(): Promise<void>;
}

/**
 * Readies them.
 *
 * @param threads null: one for each core
 * @example
 * const tools = jobTools(desk, spool, null);
 */
export function jobTools(desk: OpenDesk, spool: Spool, threads: number | null): WorkTools {
  let reader: Promise<DocumentReader> | null = null;
  let readers: Promise<Readers> | null = null;
  const reuse = (): Promise<ReuseIndex> => desk.openReuse(threads);
  return {
    spool,
    reader: () => {
      reader ??= import('../intake/open-document-reader.ts').then(({ openDocumentReader }) =>
        openDocumentReader({ clock: desk.clock }),
      );
      return reader;
    },
    reading: () => {
      readers ??= openReaders(threads);
      return readers;
    },
    // Anchors last: they leave alone what others have linked.
    tracers: [CITATIONS, reuseTracer(reuse), ANCHORS],
    people: peopleBeside(threads),
    keepLinkage: async (report, entries) => {
      const at = desk.clock().toISOString();
      await desk.notes?.put({
        kind: 'linkage',
        name: 'people',
        source: null,
        body: JSON.stringify({ entries, report }),
        at,
      });
    },
    close: async () => {
      await (await reader)?.close();
      await (await readers)?.close();
    },
  };
}
