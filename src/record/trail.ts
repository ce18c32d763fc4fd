/**
 * What a page says about where its words come from, kept with the capture: its canonical address, the agency it credits,
 * the links and embedded posts in its report, its pictures. Addresses as the page gives them, made absolute; nothing is
 * fetched. Captures made before this was kept, and files that are no pages, have none.
 */
import { type Field, list, object, oneOf, optional, orNull, sha256, string, text, upTo } from './fields.ts';
import type { Sha256 } from './id.ts';

export const EMBED_PLATFORMS = [
  'x',
  'telegram',
  'facebook',
  'instagram',
  'youtube',
  'tiktok',
  'vk',
  'other',
] as const;
export type EmbedPlatform = (typeof EMBED_PLATFORMS)[number];

/** A link in the report. */
export interface TrailLink {
  readonly url: string;
  /** The words linked; '' for a picture. */
  readonly words: string;
  /** Up to 64 code points right before them in the same paragraph, to find the place again in the text. */
  readonly before: string;
}

/** A post, video or frame shown inside the report. */
export interface TrailEmbed {
  readonly platform: EmbedPlatform;
  readonly url: string;
}

export interface Trail {
  /** `rel=canonical`; null when not stated. */
  readonly canonical: string | null;
  /** `og:url`; null when not stated. */
  readonly ogUrl: string | null;
  /** Names or addresses that the page credits in its statements: agency, source organisation, original source. */
  readonly credits: readonly string[];
  /** Pages of its authors (`article:author` given as an address). */
  readonly authorAddresses: readonly string[];
  /** In order of the report; at most 200. */
  readonly links: readonly TrailLink[];
  /** At most 50. */
  readonly embeds: readonly TrailEmbed[];
  /** Addresses of pictures in the report; at most 50. */
  readonly images: readonly string[];
  /** SHA-256 of the bytes of pictures that the file itself holds; at most 50. Absent: it holds none. */
  readonly imageHashes?: readonly Sha256[];
}

const address = upTo(2000, text);

/** Reads a trail. */
export const trailField: Field<Trail> = object<Trail>({
  canonical: orNull(address),
  ogUrl: orNull(address),
  credits: list(upTo(2000, text)),
  authorAddresses: list(address),
  links: list(object<TrailLink>({ url: address, words: upTo(200, string), before: upTo(64, string) })),
  embeds: list(object<TrailEmbed>({ platform: oneOf(EMBED_PLATFORMS), url: address })),
  images: list(address),
  imageHashes: optional(list(sha256)),
});
