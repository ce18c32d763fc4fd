/** Which held source an address means, and which sources hold the same text: looked up while links are traced. */
import type { Sha256, SourceId } from '../../record/id.ts';
import type { Source } from '../../record/source.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** A held text: its source, when it was published and when it came in. */
export interface HeldText {
  readonly source: Source;
  /** ISO 8601 instant, UTC. */
  readonly capturedAt: string;
}

export interface HeldReports {
  /** The sources of an address, in log order. */
  at(address: string): readonly SourceId[];
  /** Sources with exactly this text, in log order. */
  withText(sha256: Sha256): readonly HeldText[];
}

/**
 * An address as it is compared: without scheme, "www.", fragment, tracking parameters, a last slash; null for none.
 *
 * @example
 * addressKey('https://www.Courier.example/a/?utm_source=x#top'); // 'courier.example/a'
 */
export function addressKey(address: string): string | null {
  const match = /^https?:\/\/(?:www\.|m\.|amp\.)?([^/?#]+)([^?#]*)(\?[^#]*)?/i.exec(address.trim());
  if (match === null) return null;
  const kept = (match[3] ?? '')
    .slice(1)
    .split('&')
    .filter(
      (part) => part !== '' && !/^(?:utm_\w+|fbclid|gclid|ref|ref_src|s|smid|cmpid|share\w*)=/i.test(part),
    )
    .sort()
    .join('&');
  const host = (match[1] ?? '').toLowerCase().replace(/^(?:mobile\.)?twitter\.com$/, 'x.com');
  const path = (match[2] ?? '').replace(/\/+$/, '');
  return `${host}${path}${kept === '' ? '' : `?${kept}`}`;
}

/**
 * Reads all sources and captures once.
 *
 * @example
 * (await heldReports(desk.store)).at('https://courier.example/a').length; // 1
 */
export async function heldReports(store: RecordStore): Promise<HeldReports> {
  const sources = new Map((await store.sources()).map((source) => [source.id, source]));
  const byAddress = new Map<string, SourceId[]>();
  const note = (address: string | null | undefined, source: SourceId): void => {
    const key = typeof address === 'string' ? addressKey(address) : null;
    if (key === null) return;
    const list = byAddress.get(key) ?? [];
    if (!list.includes(source)) list.push(source);
    byAddress.set(key, list);
  };
  for (const { id, url } of sources.values()) note(url, id);
  const byText = new Map<Sha256, HeldText[]>();
  for (const { of, trail, text, capturedAt, copy } of await store.captures()) {
    const source = sources.get(of);
    if (source === undefined || copy === 'working') continue;
    note(trail?.ogUrl, of);
    if (text === null) continue;
    const list = byText.get(text.sha256) ?? [];
    if (!list.some((one) => one.source.id === of)) list.push({ source, capturedAt });
    byText.set(text.sha256, list);
  }
  return {
    at: (address) => {
      const key = addressKey(address);
      return key === null ? [] : (byAddress.get(key) ?? []);
    },
    withText: (sha256) => byText.get(sha256) ?? [],
  };
}
