/** Lists links between reports: of the whole record, of one source, of one proposition, or one link; also those that were cut. */
import type { PropositionId, SourceId } from '../record/id.ts';
import {
  LINK_STATUSES,
  LINK_TYPES,
  type Link,
  type LinkStatus,
  type LinkType,
  sourcesOfLink,
} from '../record/link.ts';
import type { Desk } from './desk.ts';
import { findById } from './find-by-id.ts';
import { type LinkView, viewLink } from './link-view.ts';
import { openLookup } from './lookup.ts';
import type { RecordStore } from './ports/record-store.ts';

export { LINK_STATUSES, LINK_TYPES };

/** Absent: no condition. */
export interface LinkQuery {
  /** Id or its beginning: a proposition, a source (from or to it) or a link. */
  readonly about?: string;
  readonly status?: LinkStatus;
  readonly type?: LinkType;
  readonly certainty?: Link['certainty'];
  /** Rows; all when absent. */
  readonly limit?: number;
}

export interface LinkList {
  readonly links: readonly LinkView[];
  /** Links that fit, listed or not. */
  readonly fitting: number;
  /** Of those that fit. */
  readonly byStatus: Readonly<Record<LinkStatus, number>>;
}

/**
 * Lists links in log order.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * const { links } = await listLinks(desk, { about: 'prp_2cd', status: 'proposed' });
 */
export async function listLinks(desk: Desk, query: LinkQuery): Promise<LinkList> {
  const { store } = desk;
  const fitting = (await linksAbout(store, query.about)).filter(
    ({ status, type, certainty }) =>
      (query.status === undefined || status === query.status) &&
      (query.type === undefined || type === query.type) &&
      (query.certainty === undefined || certainty === query.certainty),
  );
  const lookup = openLookup(store);
  const links: LinkView[] = [];
  for (const link of fitting.slice(0, query.limit ?? fitting.length))
    links.push(await viewLink(link, lookup));
  const many = (of: LinkStatus): number => fitting.filter(({ status }) => status === of).length;
  const byStatus = { proposed: many('proposed'), confirmed: many('confirmed'), cut: many('cut') };
  return { links, fitting: fitting.length, byStatus };
}

async function linksAbout(store: RecordStore, about: string | undefined): Promise<readonly Link[]> {
  if (about === undefined) return store.links();
  const { kind, id } = await findById(store, about, ['prp', 'src', 'lnk']);
  switch (kind) {
    case 'lnk': {
      const link = await store.link(id);
      return link === null ? [] : [link];
    }
    case 'src': {
      const [from, to] = [await store.links({ from: [id] }), await store.links({ to: [id] })];
      return [...from, ...to];
    }
    case 'prp':
      return linksOfProposition(store, id);
    default:
      return kind satisfies never;
  }
}

/** Those that hold for it alone, and those for everything in a report that speaks of it or that such a one leads to. */
async function linksOfProposition(store: RecordStore, proposition: PropositionId): Promise<readonly Link[]> {
  const [claims, all] = await Promise.all([
    store.utterances({ proposition, statuses: ['accepted', 'proposed'] }),
    store.links(),
  ]);
  const own = all.filter((link) => link.proposition === proposition);
  const general = Map.groupBy(
    all.filter((link) => link.proposition === null),
    ({ from }) => from.source,
  );
  const seen = new Set<SourceId>([...claims.map(({ source }) => source), ...own.flatMap(sourcesOfLink)]);
  // A set goes on to what is added while it is walked.
  for (const source of seen)
    for (const link of general.get(source) ?? []) for (const next of sourcesOfLink(link)) seen.add(next);
  return all.filter(
    (link) => link.proposition === proposition || (link.proposition === null && seen.has(link.from.source)),
  );
}
