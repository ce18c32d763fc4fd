/**
 * Takes in a file of others: each text in it becomes a source, captured like any file, with what the file says of it. With any
 * fault in the file every fault is told and nothing is stored; the same file twice stores nothing new.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import { IMPORT_FORMATS } from '../exchange/imports/import-formats.ts';
import type { ImportItem, NotTaken } from '../exchange/imports/import-item.ts';
import { type Fault, OnRecordError } from '../record/onrecord-error.ts';
import { type CaptureEvent, captureSources } from './capture-sources.ts';
import type { Desk } from './desk.ts';
import { type GivenMetadata, NOTHING_GIVEN, readSidecar } from './given-metadata.ts';
import type { DocumentReader } from './ports/document-reader.ts';
import type { FoundInput, InputFile } from './ports/input-files.ts';

export interface ImportOrder {
  /** Name of a format. */
  readonly format: string;
  /** The whole file, decoded. */
  readonly content: string;
  /** What the file is called in reports. */
  readonly shown: string;
  /** Only says what would be stored. */
  readonly dryRun: boolean;
  readonly handling: GivenMetadata['handling'];
  readonly reader: DocumentReader;
  readonly agent: string | null;
  readonly signal: AbortSignal;
}

export interface ImportReport {
  /** `refused`: faults, nothing stored. `planned`: a dry run. */
  readonly state: 'imported' | 'planned' | 'refused' | 'stopped';
  readonly format: string;
  /** Texts found in the file. */
  readonly found: number;
  /** Of these, stored now (or to be stored, in a dry run), and already stored. */
  readonly fresh: number;
  readonly known: number;
  /** Texts that could not be stored, with the reason. */
  readonly failed: readonly Fault[];
  readonly faults: readonly Fault[];
  readonly notTaken: readonly NotTaken[];
}

/**
 * Takes a file in.
 *
 * @throws OnRecordError `bad-usage` for a format that is not known, `disk-full`, `read-only`, `vault-busy`
 * @example
 * const report = await importFile(desk, { format: 'uwazi', content, shown: 'cases.csv', dryRun: true, handling: null, reader, agent: null, signal });
 */
export async function importFile(desk: Desk, order: ImportOrder): Promise<ImportReport> {
  const format = IMPORT_FORMATS.find(({ name }) => name === order.format);
  if (format === undefined)
    throw new OnRecordError(
      'bad-usage',
      `There is no import "${order.format}". Known are: ${IMPORT_FORMATS.map(({ name }) => name).join(', ')}. Web archives (WACZ, WARC) are taken in with onrecord capture, lists of people with onrecord list import.`,
    );
  const base = { format: format.name, found: 0, fresh: 0, known: 0, failed: [], faults: [], notTaken: [] };
  const read = format.read(order.content);
  if (!read.ok) return { ...base, state: 'refused', faults: read.faults };
  const faults = read.items.flatMap((item) => faultsOf(item, desk.clock()));
  const told = { ...base, found: read.items.length, notTaken: read.notTaken };
  if (faults.length > 0) return { ...told, state: 'refused', faults };
  if (order.dryRun) return { ...told, state: 'planned', ...(await lookedUp(desk, read.items)) };
  return { ...told, ...(await stored(desk, read.items, order)) };
}

/** What is said of a text, as a sidecar says it: JSON is YAML. */
function sidecarOf({ title, url, date, lang, publisher }: ImportItem): string {
  const given = Object.entries({ title, url, date, lang, publisher }).filter(([, value]) => value !== null);
  return JSON.stringify(Object.fromEntries(given));
}

function faultsOf(item: ImportItem, now: Date): readonly Fault[] {
  const read = readSidecar(sidecarOf(item), now);
  return read.ok ? [] : read.faults.map(({ path, message }) => ({ path: `${item.at} ${path}`, message }));
}

const bytesOf = ({ text }: ImportItem): Uint8Array => new TextEncoder().encode(text);

async function lookedUp(
  desk: Desk,
  items: readonly ImportItem[],
): Promise<Pick<ImportReport, 'fresh' | 'known'>> {
  const seen = new Set<string>();
  let known = 0;
  for (const item of items) {
    const hash = sha256Hex(bytesOf(item));
    if (seen.has(hash) || (await desk.store.captureOfBytes(hash)) !== null) known += 1;
    seen.add(hash);
  }
  return { fresh: items.length - known, known };
}

function inputOf(item: ImportItem, shown: string): InputFile {
  return {
    shownAs: `${shown}, ${item.at}`,
    fileName: `${item.name}.txt`,
    method: 'file',
    read: async () => bytesOf(item),
    sidecar: async () => ({ name: `${shown}, ${item.at}`, text: sidecarOf(item) }),
  };
}

async function stored(
  desk: Desk,
  items: readonly ImportItem[],
  order: ImportOrder,
): Promise<Pick<ImportReport, 'state' | 'fresh' | 'known' | 'failed'>> {
  const files = {
    async *find(): AsyncGenerator<FoundInput> {
      for (const item of items) yield { found: 'file', file: inputOf(item, order.shown) };
    },
  };
  const events: CaptureEvent[] = [];
  for await (const event of captureSources(desk, [], {
    files,
    reader: order.reader,
    given: { ...NOTHING_GIVEN, handling: order.handling },
    signal: order.signal,
    ...(order.agent === null ? {} : { agent: order.agent }),
  }))
    events.push(event);
  const count = (state: CaptureEvent['state']) => events.filter((event) => event.state === state).length;
  return {
    state: count('stopped') > 0 ? 'stopped' : 'imported',
    fresh: count('captured'),
    known: count('already-stored'),
    failed: events.flatMap((event) =>
      event.state === 'failed' ? [{ path: event.file, message: event.message }] : [],
    ),
  };
}
