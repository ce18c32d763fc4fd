/** Files that only a release has: what changed, how to check it, pages of what is gone, and for the web a feed and a list of pages. */
import type { DossierFile } from '../dossier-file.ts';
import type { View } from '../view.ts';
import { atomFeed } from './atom-feed.ts';
import { changesPage } from './changes-page.ts';
import { checkPage } from './check-page.ts';
import { gonePages } from './gone-page.ts';
import { sitemap } from './sitemap.ts';

/**
 * Makes them; none for a dossier that is no release.
 *
 * @param others every other file of the dossier
 * @example
 * releasePages(view, files).map(({ path }) => path); // ['changes.html', 'check.html']
 */
export function releasePages(
  view: View,
  others: readonly Pick<DossierFile, 'path'>[],
): readonly DossierFile[] {
  const { release } = view.options;
  if (release === undefined) return [];
  const pages = [changesPage(view, release), checkPage(view, release), ...gonePages(view, release)];
  const { address } = release.profile;
  if (address === null) return pages;
  return [...pages, atomFeed(view, release, address), sitemap([...others, ...pages], release, address)];
}
