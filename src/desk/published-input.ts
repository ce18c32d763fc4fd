/**
 * Gathers what a publication is made from: the record, its texts, its estimates, the head of its log. Dossiers and exchange
 * formats take it from here, so that what keeps something out of one keeps it out of the other.
 */
import type { DossierAsset } from '../dossier/dossier-file.ts';
import type { PublishedCounts } from '../dossier/published-counts.ts';
import type { DossierInput } from '../dossier/render-dossier.ts';
import type { DossierLang } from '../dossier/words/catalogues.ts';
import type { Sha256 } from '../record/id.ts';
import type { Desk } from './desk.ts';
import { heldIncidents } from './incidents/held-incidents.ts';
import { logHead } from './log-head.ts';
import { openCover } from './names/open-cover.ts';
import { heldPlaces } from './places/held-places.ts';
import { publishedCopies } from './redaction/published-copies.ts';

export interface PublishedOrder {
  readonly includeProposed: boolean;
  /** In which language pages speak; English when absent. */
  readonly lang?: DossierLang;
  /** Null: made from what the record is about. */
  readonly title: string | null;
  /** Of the program. */
  readonly version: string;
  /** Fonts and the like; none for formats without pages. */
  readonly assets: readonly DossierAsset[];
  /** Released counts that go with it. Absent: none. */
  readonly counts?: readonly PublishedCounts[];
  /** Who notes in the log what a publication needs to note; null: the log cannot be written. */
  readonly log: string | null;
}

/**
 * Gathers it.
 *
 * @example
 * const input = await publishedInput(desk, { includeProposed: false, title: null, version, assets: [], log: null });
 */
export async function publishedInput(desk: Desk, order: PublishedOrder): Promise<DossierInput> {
  const snapshot = await desk.store.snapshot();
  const texts = new Map<Sha256, string>();
  for (const capture of snapshot.captures.values()) {
    const content = capture.text === null ? null : await desk.store.text(capture.text.sha256);
    if (capture.text !== null && content !== null) texts.set(capture.text.sha256, content);
  }
  const estimates = (await desk.store.entriesWith('estimate-recorded')).flatMap(({ body }) =>
    body?.action === 'estimate-recorded' ? [body.estimate] : [],
  );
  return {
    snapshot,
    redactions: await publishedCopies(desk),
    cover: await openCover(desk, snapshot, order.log),
    texts,
    estimates,
    places: await heldPlaces(desk),
    incidents: await heldIncidents(desk),
    counts: order.counts ?? [],
    assets: order.assets,
    options: {
      ...(order.lang === undefined ? {} : { lang: order.lang }),
      title: order.title,
      includeProposed: order.includeProposed,
      generatedAt: desk.clock().toISOString(),
      version: order.version,
      head: await logHead(desk.store),
    },
  };
}
