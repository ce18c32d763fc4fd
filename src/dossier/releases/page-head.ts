/**
 * What the head of a page says to others: where it stands (canonical), how it is to be shown when it is passed on (Open Graph, ogp.me),
 * and where its feed is. Without a public address there is none of it, and search engines are asked to stay away.
 */
import { type Content, html, plainLine } from '../html.ts';
import type { View } from '../view.ts';
import { cardLines } from './shared-cards.ts';
import { pageAddress } from './sitemap.ts';

const AWAY = html`<meta name="robots" content="noindex">`;

/**
 * The lines.
 *
 * @param root way to the top folder, '' or '../'
 * @example
 * headLines(view, { path: 'index.html', title: 'Record' }, '');
 */
export function headLines(
  view: View,
  { path, title }: { readonly path: string; readonly title: string },
  root: string,
): Content {
  const address = view.options.release?.profile.address ?? null;
  if (address === null) return AWAY;
  const url = pageAddress(address, path);
  const about =
    'What has been claimed, by whom, and on whose knowledge it rests. A figure here is never a verdict.';
  return html`<link rel="canonical" href="${url}">
<link rel="alternate" type="application/atom+xml" title="Changes" href="${root}feed.xml">
<meta name="description" content="${about}">
<meta property="og:type" content="${path === 'index.html' ? 'website' : 'article'}">
<meta property="og:title" content="${plainLine(title, 120)}">
<meta property="og:description" content="${about}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${plainLine(view.title, 120)}">${cardLines(view, path)}`;
}
