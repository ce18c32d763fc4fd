/**
 * The feed of a dossier (Atom, RFC 4287): one entry for each release, the newest first, with what changed and why. Only for a
 * dossier with a public address: its ids and links are made from that, and stay the same from release to release.
 */
import type { DossierFile } from '../dossier-file.ts';
import { escapeText, html, htmlText } from '../html.ts';
import { counted } from '../said-words.ts';
import type { View } from '../view.ts';
import { catalogueOf, type DossierLang } from '../words/catalogues.ts';
import { changeList } from './change-list.ts';
import { releaseAnchor } from './changes-page.ts';
import type { ShownRelease } from './shown-release.ts';

type Told = Pick<ShownRelease, 'id' | 'number' | 'madeAt' | 'corrects' | 'changes'>;

/**
 * The feed, `feed.xml`.
 *
 * @param address of the dossier, with "/" at its end
 * @example
 * atomFeed(view, release, 'https://example.org/kessar/').path; // 'feed.xml'
 */
export function atomFeed(view: View, release: ShownRelease, address: string): DossierFile {
  const { profile, earlier } = release;
  const text = escapeText;
  const rights = profile.licence;
  const content = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageOf(view)}">
<id>${text(address)}</id>
<title>${text(view.title)}</title>
<updated>${text(release.madeAt)}</updated>
<author><name>${text(profile.publisher ?? view.title)}</name></author>
<link rel="self" type="application/atom+xml" href="${text(`${address}feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${text(address)}"/>
<generator version="${text(view.options.version)}">onrecord</generator>
${rights === null ? '' : `<rights>${text([rights.name, rights.url ?? ''].join(' ').trim())}</rights>\n`}${[release, ...earlier.toReversed()].map((one) => entry(view, one, address)).join('')}</feed>
`;
  return { path: 'feed.xml', content };
}

function entry(view: View, { id, number, madeAt, corrects, changes }: Told, address: string): string {
  const link = `${address}changes.html#${releaseAnchor(id)}`;
  const told =
    corrects === null
      ? html`<p>The first of these releases.</p>`
      : html`<p>${corrects.reason}</p>${changeList(view, changes, address)}`;
  const language = languageOf(view);
  const sayIn = language === 'en' ? undefined : catalogueOf(language);
  const title =
    corrects === null
      ? html`Release ${number}`
      : html`Release ${number}: ${counted(changes.length, 'change')}`;
  // The content is HTML as text: it is escaped once more.
  return `<entry>
<id>${escapeText(link)}</id>
<title>${htmlText(title, sayIn)}</title>
<updated>${escapeText(madeAt)}</updated>
<link rel="alternate" type="text/html" href="${escapeText(link)}"/>
<content type="html">${escapeText(htmlText(told, sayIn))}</content>
</entry>
`;
}

/** In which language the program speaks in it: that of the pages. */
function languageOf({ options }: View): DossierLang {
  return options.lang ?? 'en';
}
