/** The page of a release: what it is, under which terms, what changed since the one it corrects and why, and every earlier one. */
import type { DossierFile } from '../dossier-file.ts';
import { numberWords } from '../figure-words.ts';
import { type Content, type Html, html, isolated, joined, said } from '../html.ts';
import { heading, pageFile } from '../page.ts';
import { safeUrl } from '../safe-url.ts';
import { counted, instantWords } from '../said-words.ts';
import type { View } from '../view.ts';
import { changeList } from './change-list.ts';
import type { EarlierRelease, ShownRelease } from './shown-release.ts';

/** Where a release stands on the page of changes. */
export const releaseAnchor = (id: string): string => `r-${id}`;

function licenceOf({ profile: { licence } }: ShownRelease): Content {
  if (licence === null) return said('none given');
  const url = safeUrl(licence.url);
  return url === null
    ? isolated(licence.name)
    : html`<a href="${url}" rel="license noreferrer external"><bdi>${licence.name}</bdi></a>`;
}

function aboutOf({ profile: { about } }: ShownRelease): Content {
  if (about.propositions === null && about.places === null) return said('the whole record');
  const parts = [
    ...(about.propositions === null ? [] : [counted(about.propositions.length, 'chosen proposition')]),
    ...(about.places === null ? [] : [html`what is said of ${isolated(about.places.join(', '))}`]),
  ];
  return html`a part of the record: ${joined(parts, said(' and '))}`;
}

function facts(release: ShownRelease): Html {
  const { profile, waiting, position, madeAt } = release;
  const rows: readonly (readonly [string, Content])[] = [
    ['Published by', profile.publisher === null ? said('nobody is named') : isolated(profile.publisher)],
    ['Made', instantWords(madeAt)],
    ['From', counted(position, 'log entry', 'log entries')],
    ['Holds', aboutOf(release)],
    ['Licence', licenceOf(release)],
    [
      'Left out',
      waiting === 0 ? null : html`${counted(waiting, 'machine proposal')} that nobody had reviewed`,
    ],
    ['Stands at', profile.address === null ? null : isolated(profile.address)],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => (value === null ? null : html`<div><dt>${said(name)}</dt><dd>${value}</dd></div>`))}</dl>`;
}

type Corrected = Pick<ShownRelease, 'id' | 'number' | 'corrects' | 'changes' | 'madeAt'>;

function correction(view: View, { id, number, corrects, changes, madeAt }: Corrected): Html {
  const all = [...(view.options.release?.earlier ?? [])];
  const before = all.find((one) => one.id === corrects?.release);
  return html`<section aria-labelledby="${releaseAnchor(id)}"><h2 id="${releaseAnchor(id)}">Release ${number}, ${instantWords(madeAt)}</h2>${
    corrects === null
      ? html`<p>The first of these releases.</p>`
      : html`<p>Takes the place of release ${before === undefined ? html`<code>${corrects.release}</code>` : numberWords(before.number)}. Why: <bdi>${corrects.reason}</bdi></p>${changeList(view, changes, '')}`
  }</section>`;
}

function kept(release: EarlierRelease): Html {
  return html`<li id="${`k-${release.id}`}">Release ${release.number}, made ${instantWords(release.madeAt)} from ${counted(release.position, 'log entry', 'log entries')}. SHA-256 of the list of its files: <code class="hash">${release.dossierSha256}</code></li>
`;
}

/**
 * The page, `changes.html`.
 *
 * @example
 * changesPage(view, release).path; // 'changes.html'
 */
export function changesPage(view: View, release: ShownRelease): DossierFile {
  const { earlier, number } = release;
  const newestFirst = [release, ...earlier.toReversed()];
  const main = html`<div class="frame">${heading('Changes', html`Release ${number}`)}<p class="lede">A release is never changed. What was wrong is put right in a new one, which says what changed and why; the earlier one stays as it was.</p>
${facts(release)}${newestFirst.map((one) => correction(view, one))}${
  earlier.length === 0
    ? null
    : html`<section aria-labelledby="kept"><h2 id="kept">Earlier releases</h2><p>Whoever has a copy can hold it against these hashes; whoever keeps the record can make them again, to the byte.</p><ul>${earlier.toReversed().map(kept)}</ul></section>`
}</div>`;
  return pageFile(view, { path: 'changes.html', title: `Release ${number}`, main, kind: 'reading' });
}
