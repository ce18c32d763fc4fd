/**
 * The index of a web archive: CDXJ, one line a record, sorted by reversed host, path and time, so that a player
 * finds an address without reading the archive. Addresses are keyed as SURT (Sort-friendly URI Reordering Transform).
 */

/** One record that a player may be asked for. */
export interface IndexedRecord {
  readonly url: string;
  /** ISO 8601 instant, UTC. */
  readonly date: string;
  readonly mediaType: string;
  /** HTTP status; null for a record that is no answer. */
  readonly status: number | null;
  /** As in the record: "sha256:…". */
  readonly digest: string;
  /** Bytes, 0-based, and length of the compressed record in the archive file. */
  readonly offset: number;
  readonly length: number;
}

/**
 * The sort key of an address; an address that is no web address is its own key.
 *
 * @example
 * surtOf('https://www.Harbour.example/a?b=2&a=1'); // 'example,harbour)/a?a=1&b=2'
 */
export function surtOf(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return url.toLowerCase();
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^www\d*\./, '');
  const isNumber = /^[\d.]+$|^\[/.test(host);
  const reversed = isNumber ? host : host.split('.').reverse().join(',');
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).sort();
  const tail = query.length === 0 ? '' : `?${query.join('&')}`;
  return `${reversed}${port === '' ? '' : `:${port}`})${pathname}${tail}`.toLowerCase().replace(/\s/g, '%20');
}

/**
 * The whole index.
 *
 * @param fileName of the archive file, as it stands in the index
 * @example
 * writeIndex(records, 'data.warc.gz');
 */
export function writeIndex(records: readonly IndexedRecord[], fileName: string): string {
  const lines = records.map((record) => {
    const fields = {
      url: record.url,
      mime: record.mediaType,
      ...(record.status === null ? {} : { status: String(record.status) }),
      digest: record.digest,
      length: String(record.length),
      offset: String(record.offset),
      filename: fileName,
    };
    return `${surtOf(record.url)} ${record.date.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(fields)}\n`;
  });
  return lines.toSorted().join('');
}
