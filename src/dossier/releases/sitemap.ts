/** The list of a dossier's pages for search engines (sitemaps.org 0.9); at most 50,000, as the protocol allows. */
import type { DossierFile } from '../dossier-file.ts';
import { escapeText } from '../html.ts';
import type { ShownRelease } from './shown-release.ts';

const MOST = 50_000;

/**
 * The list, `sitemap.xml`.
 *
 * @param files of the dossier; pages are listed
 * @param address of the dossier, with "/" at its end
 * @example
 * sitemap(files, release, 'https://example.org/kessar/').path; // 'sitemap.xml'
 */
export function sitemap(
  files: readonly Pick<DossierFile, 'path'>[],
  { madeAt }: ShownRelease,
  address: string,
): DossierFile {
  const pages = files.filter(({ path }) => path.endsWith('.html')).slice(0, MOST);
  const urls = pages.map(
    ({ path }) =>
      `<url><loc>${escapeText(pageAddress(address, path))}</loc><lastmod>${escapeText(madeAt)}</lastmod></url>\n`,
  );
  return {
    path: 'sitemap.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`,
  };
}

/**
 * The public address of a page; that of the front page is the dossier's own.
 *
 * @example
 * pageAddress('https://example.org/kessar/', 'index.html'); // 'https://example.org/kessar/'
 */
export function pageAddress(address: string, path: string): string {
  return path === 'index.html' ? address : `${address}${path}`;
}
