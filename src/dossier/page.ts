/**
 * The frame of every page: head with a strict content policy, way through the dossier, banner for unreviewed
 * proposals, footer with the log position. No inline script or style, no address outside the folder; a script only on the page that searches.
 */

import type { DossierFile } from './dossier-file.ts';
import { numberWords } from './figure-words.ts';
import { type Content, type Html, html, htmlText, isolated, plainLine, said } from './html.ts';
import { headLines } from './releases/page-head.ts';
import { counted, edtfWords, instantWords } from './said-words.ts';
import type { View } from './view.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Nothing is loaded but this folder's style, fonts and pictures. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";

export interface Page {
  /** Inside the folder, with `/`; at most one folder deep. */
  readonly path: string;
  /** Of a page on top but the first: words of the program. */
  readonly title: string;
  readonly main: Content;
  /** Widest text column is dropped for reading pages. */
  readonly kind: 'sheet' | 'reading';
  /** Of this folder; absent: none, and the policy lets none run. */
  readonly scripts?: readonly string[];
}

const WAY = [
  ['index.html', 'Summary'],
  ['propositions.html', 'Propositions'],
  ['responses.html', 'Answers of states'],
  ['counts.html', 'Counts from cases'],
  ['incidents.html', 'Incidents'],
  ['places.html', 'Places'],
  ['timeline.html', 'Timeline'],
  ['actors.html', 'Actors'],
  ['sources.html', 'Sources'],
  ['method.html', 'How we count'],
  ['search.html', 'Search'],
] as const;

/**
 * The way from a page to the top folder.
 *
 * @example
 * rootOf('sources/a.html'); // '../'
 */
export function rootOf(path: string): string {
  return path.includes('/') ? '../' : '';
}

function navigation(view: View, page: Page): Html {
  const root = rootOf(page.path);
  const empty = new Set<string>([
    ...(view.incidents.length > 0 ? [] : ['incidents.html']),
    ...(view.counts.length > 0 ? [] : ['counts.html']),
  ]);
  const way = WAY.filter(([path]) => !empty.has(path));
  return html`<nav aria-label="Pages of this dossier"><ul>${way.map(([path, name]) =>
    path === page.path
      ? html`<li><a href="${root}${path}" aria-current="page">${said(name)}</a></li>`
      : html`<li><a href="${root}${path}">${said(name)}</a></li>`,
  )}</ul></nav>`;
}

/**
 * The sentence that marks a dossier with proposals; null when every claim in it was reviewed.
 *
 * @example
 * bannerWords(3); // 'This dossier contains 3 machine proposals that nobody has reviewed.'
 */
function bannerWords(unreviewed: number): Html | null {
  return unreviewed === 0
    ? null
    : html`This dossier contains ${counted(unreviewed, 'machine proposal')} that nobody has reviewed.`;
}

function banner(view: View): Content {
  const words = bannerWords(view.published.unreviewed);
  return words === null
    ? null
    : html`<section class="banner" aria-label="Unreviewed proposals"><strong>${words}</strong> Each is marked <span class="tag dashed">unreviewed</span>; no person has accepted that the words say this.</section>`;
}

function footer(view: View, root: string): Html {
  const { options, record, published } = view;
  const reviewed = record.claims.size - published.unreviewed;
  return html`<footer><div class="frame">
<p><strong>${isolated(plainLine(view.title))}</strong>. ${counted(record.sources.size, 'source')}, ${counted(reviewed, 'reviewed claim')}, ${counted(published.unreviewed, 'unreviewed proposal')}.</p>
<dl class="proof"><div><dt>As known on</dt><dd>${record.asOf === null ? said('nothing recorded yet') : instantWords(record.asOf)}</dd></div>
<div><dt>Log position</dt><dd>${numberWords(options.head?.seq ?? record.logPosition)}</dd></div>
<div><dt>Root of the log</dt><dd>${options.head === null ? said('none') : html`<code class="hash">${options.head.root}</code>`}</dd></div>
<div><dt>Written</dt><dd>${instantWords(options.generatedAt)} by onrecord ${options.version}</dd></div></dl>
<p><a href="${root}${checkPath(view)}">Check it yourself</a> ·${changesLink(view, root)} <a href="${root}method.html">How we count</a> · <a href="${root}record.json">record.json</a></p>
</div></footer>`;
}

/**
 * Where a reader finds how to check the dossier.
 *
 * @example
 * checkPath(view); // 'method.html#verify'
 */
export function checkPath({ options }: View): string {
  return options.release === undefined ? 'method.html#verify' : 'check.html';
}

function changesLink({ options }: View, root: string): Content {
  return options.release === undefined
    ? null
    : html` <a href="${root}changes.html">Release ${options.release.number} and its changes</a> ·`;
}

/** Shortened, signs of direction taken out. */
function titleOf(view: View, { path, title }: Page): Content {
  if (title === view.title) return plainLine(title, 120);
  return rootOf(path) === ''
    ? html`${said(title)} · ${plainLine(view.title, 100)}`
    : plainLine(`${title} · ${view.title}`, 120);
}

/**
 * A whole page as a file.
 *
 * @example
 * pageFile(view, { path: 'index.html', title: 'Record', main: html`<h1>…</h1>`, kind: 'sheet' });
 */
export function pageFile(view: View, page: Page): DossierFile {
  const root = rootOf(page.path);
  const { scripts = [] } = page;
  const language = view.options.lang ?? 'en';
  const title = page.title === view.title ? page.title : `${page.title} · ${view.title}`;
  const whole = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${scripts.length === 0 ? CONTENT_POLICY : `${CONTENT_POLICY}; script-src 'self'`}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${headLines(view, { path: page.path, title }, root)}
<meta name="color-scheme" content="light dark">
<title>${titleOf(view, page)}</title>
<link rel="stylesheet" href="${root}assets/style.css">${scripts.map((path) => html`<script defer src="${root}${path}"></script>`)}</head>
<body class="${page.kind}"><a class="skip" href="#main">Skip to the record</a>
<header class="top"><div class="frame"><a class="home" href="${root}index.html">${isolated(plainLine(view.title, 80))}</a>${navigation(view, page)}</div></header>
${banner(view)}
<main id="main" tabindex="-1">
${page.main}
</main>
${footer(view, root)}
</body></html>
`;
  return { path: page.path, content: htmlText(whole, language === 'en' ? undefined : catalogueOf(language)) };
}

/**
 * Heading of a page with the small line above it.
 *
 * @example
 * heading('Source 3', 'Guards deny killings');
 */
export function heading(kicker: Content, title: Content): Html {
  return html`<p class="kicker">${typeof kicker === 'string' ? said(kicker) : kicker}</p><h1>${title}</h1>`;
}

/**
 * "As known on" for the summary line.
 *
 * @example
 * asKnown('2017-05-18T14:05:00Z'); // '18 May 2017, 14:05 UTC'
 */
export function asKnown(instant: string | null): Html {
  if (instant === null) return said('nothing recorded yet');
  return instant.includes('T') ? instantWords(instant) : edtfWords(instant);
}
