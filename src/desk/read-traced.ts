/** Reads what was traced around some reports: links from them and from what those lead to, and all findings. */
import type { Traced } from '../reckon/origins/traced.ts';
import type { SourceId } from '../record/id.ts';
import { type Link, sourcesOfLink } from '../record/link.ts';
import type { Source } from '../record/source.ts';
import type { RecordStore } from './ports/record-store.ts';

/**
 * Reads links that were not cut, and the sources they lead to.
 *
 * @example
 * const traced = await readTraced(desk.store, utterances.map(({ source }) => source));
 */
export async function readTraced(store: RecordStore, reports: Iterable<SourceId>): Promise<Traced> {
  const links: Link[] = [];
  const seen = new Set<SourceId>(reports);
  const sources = new Map<SourceId, Pick<Source, 'publisher'>>();
  for (let open = [...seen]; open.length > 0; ) {
    const found = await store.links({ from: open, statuses: ['proposed', 'confirmed'] });
    links.push(...found);
    open = [...new Set(found.flatMap(sourcesOfLink))].filter((source) => !seen.has(source));
    for (const id of open) {
      seen.add(id);
      const source = await store.source(id);
      if (source !== null) sources.set(id, source);
    }
  }
  return { links, findings: await store.findings(), sources };
}
