/**
 * How much of a hostile or oversized file is read. Bytes are always kept whole; only the reading is cut, and
 * every cut is named in the document's notes or reason.
 */

/** Sizes in bytes, times in milliseconds, unless a field says otherwise. */
export interface Limits {
  /** HTML above this is read as running text, without finding the main part. */
  readonly htmlTreeBytes: number;
  /** Elements and text runs of one page; above it the page is read as running text. */
  readonly htmlNodes: number;
  /** Code units of text kept from one document. */
  readonly textUnits: number;
  /** Nesting of HTML elements that is kept; deeper elements are read as if they were siblings. */
  readonly htmlDepth: number;
  /** Bytes that all entries of one zip may give together. */
  readonly zipBytes: number;
  readonly zipEntries: number;
  /** Unpacked bytes for each packed byte. */
  readonly zipRatio: number;
  /** One record inside a web archive. */
  readonly warcRecordBytes: number;
  /** All records kept from one web archive. */
  readonly warcBytes: number;
  /** Unpacked bytes that may be read of one web archive, pictures and scripts included. */
  readonly warcScanBytes: number;
  readonly warcRecords: number;
  /** Pages of a PDF. */
  readonly pdfPages: number;
  /** Mail inside mail and attachments inside attachments. */
  readonly attachmentDepth: number;
  readonly attachments: number;
  /** One PDF, DOCX, zip or web archive; the reading thread is ended after it. */
  readonly hostileMilliseconds: number;
  /** JavaScript heap of the thread that reads hostile files, in MiB. */
  readonly hostileHeapMib: number;
  /** Growth of the process while a hostile file is read, in MiB; the thread is ended above it. */
  readonly hostileGrowthMib: number;
}

/**
 * What `openDocumentReader` uses when nothing else is asked for.
 *
 * @example
 * DEFAULT_LIMITS.zipRatio // 200
 */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  htmlTreeBytes: 8_000_000,
  htmlNodes: 300_000,
  textUnits: 5_000_000,
  htmlDepth: 256,
  zipBytes: 200_000_000,
  zipEntries: 10_000,
  zipRatio: 200,
  warcRecordBytes: 16_000_000,
  warcBytes: 200_000_000,
  warcScanBytes: 2_000_000_000,
  warcRecords: 50_000,
  pdfPages: 2_000,
  attachmentDepth: 3,
  attachments: 200,
  hostileMilliseconds: 30_000,
  hostileHeapMib: 512,
  hostileGrowthMib: 1_500,
});
