/**
 * Hands sources over as a package that a stranger can check (docs/methods/custody-package.md). The log says so before
 * anything is written, so that the package proves its own export; the finished package is verified as a reader would,
 * and one that does not agree is not written. The head that left the vault is logged at the end.
 */

import { custodyPackage } from '../../exchange/custody-package/custody-package.ts';
import type { PackageParts } from '../../exchange/custody-package/package-parts.ts';
import type { PackageReport } from '../../exchange/custody-package/package-report.ts';
import { createCustodyEvent } from '../../record/custody.ts';
import { letsOut } from '../../record/handling.ts';
import type { SourceId } from '../../record/id.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import { NO_EVENT } from '../custody/record-custody.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { noteGivenAway } from '../given-away.ts';
import type { PackageFolder } from '../ports/package-folder.ts';
import { reviewerName } from '../reviewer.ts';
import { checkedPackage } from './checked-package.ts';
import { type PackageAnchor, packageAnchors } from './package-anchors.ts';
import { type CustodyPages, packagedSource } from './package-sources.ts';
import { packagedHead, pemOf } from './packaged-head.ts';

export interface ExportOrder {
  /** Ids or their beginnings; one or more. */
  readonly sources: readonly string[];
  /** A folder that is new or empty. */
  readonly out: string;
  /** Null when not given. */
  readonly by: string | null;
  /** Who gets it; null: not said. */
  readonly to: string | null;
  /** What the package is called; null: named after its first source. */
  readonly title: string | null;
  /** In a person's words, for the log; null: nothing said. */
  readonly note: string | null;
  /** Whether who did what is shown for each entry, or only that the entries are in the log. */
  readonly openBodies: boolean;
  /** Whether the originals of redacted sources are handed over, not their redacted copies. */
  readonly originals: boolean;
  /** Whether somebody insists on handing sealed sources over, too. */
  readonly includeSealed: boolean;
}

/** What an export needs besides the desk. */
export interface ExportTools {
  readonly folder: PackageFolder;
  /** Name and version of this program. */
  readonly software: string;
  /** PEM texts for time-stamp authorities without roots of their own. */
  readonly publicRoots: readonly string[];
  /** The chain of custody as text, page and data, after the export was logged. */
  custody(source: SourceId): Promise<CustodyPages>;
}

export interface Exported {
  /** Absolute. */
  readonly folder: string;
  readonly sources: readonly SourceId[];
  readonly files: number;
  /** Bytes. */
  readonly bytes: number;
  /** What the package proves, as a reader's own check would say it. */
  readonly report: PackageReport;
}

/**
 * Exports a package.
 *
 * @throws OnRecordError `bad-usage`, `not-found`, `damaged`, `verify-failed`, `disk-full`, `read-only`
 * @example
 * const { folder } = await exportPackage(desk, { sources: ['src_7d2'], out: './package', by: 'A. Archivist', to: 'The prosecutor', title: null, note: null, openBodies: true, originals: false, includeSealed: false }, tools);
 */
export async function exportPackage(desk: Desk, order: ExportOrder, tools: ExportTools): Promise<Exported> {
  const by = reviewerName(order.by);
  const to = said(order.to);
  const sources = await sourcesAsked(desk, order.sources);
  await refuseInside(desk, sources, { to, includeSealed: order.includeSealed });
  await logExport(desk, sources, { by, to, note: said(order.note) });
  const { parts, size } = await gather(desk, sources, { order: { ...order, to }, by, tools });
  const written = await checkedPackage(tools.folder, order.out, async (put) => {
    for (const [path, bytes] of await custodyPackage(parts)) await put(path, bytes);
    return parts;
  });
  await noteGivenAway(desk, { size, checkpoint: parts.head.checkpoint, to }, by);
  return { ...written, sources };
}

function said(text: string | null): string | null {
  const words = (text ?? '').trim().normalize('NFC');
  return words === '' ? null : words;
}

async function sourcesAsked(desk: Desk, asked: readonly string[]): Promise<readonly SourceId[]> {
  if (asked.length === 0) throw new OnRecordError('bad-usage', 'Say which sources are to be exported.');
  const found = new Set<SourceId>();
  for (const text of asked) found.add(await findOne(desk.store, text, 'src'));
  return [...found];
}

/** Nothing is handed over but what its handling lets out: the same table as for what is published. */
async function refuseInside(
  desk: Desk,
  sources: readonly SourceId[],
  { to, includeSealed }: { readonly to: string | null; readonly includeSealed: boolean },
): Promise<void> {
  const faults: Fault[] = [];
  for (const id of sources) {
    const handling = (await desk.store.source(id))?.handling;
    if (handling === undefined || letsOut(handling, 'package')) continue;
    if (letsOut(handling, 'package-to')) {
      if (to === null)
        faults.push({
          path: id,
          message: `${id} is ${handling}: say to whom it is handed over (--to), or make it public`,
        });
    } else if (!includeSealed)
      faults.push({
        path: id,
        message: `${id} is ${handling}: nothing of it leaves the vault. If it must, say --include-sealed; the package is not encrypted`,
      });
  }
  if (faults.length > 0)
    throw new OnRecordError('bad-usage', faults.map(({ message }) => message).join('. '), { faults });
}

async function logExport(
  desk: Desk,
  sources: readonly SourceId[],
  { by, to, note }: { readonly by: string; readonly to: string | null; readonly note: string | null },
): Promise<void> {
  const event = createCustodyEvent({ ...NO_EVENT, kind: 'exported', to, note });
  const at = desk.clock().toISOString();
  await desk.store.append(
    sources.map((source) => ({
      at,
      agent: by,
      subject: source,
      body: { action: 'custody-recorded' as const, source, event },
    })),
  );
}

async function gather(
  desk: Desk,
  ids: readonly SourceId[],
  { order, by, tools }: { readonly order: ExportOrder; readonly by: string; readonly tools: ExportTools },
): Promise<{ readonly parts: PackageParts; readonly size: number }> {
  const checkpoint = await desk.store.checkpoint();
  if (checkpoint === null)
    throw new OnRecordError(
      'not-found',
      'The log is empty: there is nothing to prove. Take reports in first: onrecord capture FILE',
    );
  const { note, size } = checkpoint;
  const sources = await Promise.all(ids.map((id) => packagedSource(desk, id, { ...tools, ...order })));
  const seqs = sources.flatMap(({ originals, entries }) =>
    [...originals.map(({ entry }) => entry), ...entries].map(({ seq }) => seq),
  );
  const anchors = await packageAnchors(desk.store, seqs, tools.publicRoots);
  const present = anchors.find((anchor) => anchor.note === note);
  const head = await packagedHead(desk, present ?? { note, size, tokens: [] }, seqs);
  const earlier = anchors.filter((anchor) => anchor !== present && anchor.size <= size);
  const { witnesses } = await desk.store.settings();
  const pem = (of: (anchor: PackageAnchor) => readonly string[]): string => pemOf(anchors.flatMap(of));
  const parts = {
    title: said(order.title) ?? `${sources[0]?.title ?? ''}${sources.length > 1 ? ' and others' : ''}`,
    exportedAt: desk.clock().toISOString(),
    exportedBy: by,
    to: order.to,
    software: tools.software,
    logKey: desk.store.identity.vkey,
    witnessKeys: witnesses.map(({ vkey }) => vkey),
    head,
    anchors: await Promise.all(earlier.map((anchor) => packagedHead(desk, anchor, seqs))),
    rootsPem: pem(({ roots }) => roots),
    chainPem: pem(({ between }) => between),
    sources,
  };
  return { parts, size };
}
