/** How the figures came about: rules and versions, what the words mean, what this cannot tell, how to verify it. */

import { STANCES } from '../record/stance.ts';
import type { TollRule } from '../record/toll.ts';
import { dataTable } from './data-table.ts';
import type { DossierFile } from './dossier-file.ts';
import { type Html, html, inEnglish, isolated } from './html.ts';
import { heading, pageFile } from './page.ts';
import { methodNotes } from './releases/method-notes.ts';
import { counted } from './said-words.ts';
import { STANCE_SIGNS, stanceMark } from './stance-sign.ts';
import type { View } from './view.ts';

const RULES: Readonly<Record<TollRule, string>> = {
  conservative: 'the lowest number over independent origins',
  representative: 'the number that most independent origins give',
  informative: 'the highest number over independent origins',
};

const STANDING_WORDS: readonly (readonly [string, string])[] = [
  ['discounted', 'reviewers rejected it, with a public reason'],
  ['conceded', 'the actor alleged to be responsible confirms it'],
  ['contested', 'two alleged causes or perpetrators exclude each other'],
  ['corroborated', 'at least 2 independent origins'],
  ['single origin', 'at most 1 independent origin'],
  ['origins unclear', 'it may be 1 origin or more: the record cannot tell'],
];

const WORDS: readonly (readonly [string, string])[] = [
  ['source', 'a thing published or given to us; a capture is one copy of its bytes'],
  ['passage', 'exact words at an exact place of a captured text'],
  ['claim', 'one actor’s speech act about one proposition, in one passage, with its chain'],
  ['chain', 'who says that who says, outermost first'],
  ['proposition', 'the neutral sentence that claims are about; it holds no speaker and no number'],
  ['position', 'what one actor says about one proposition over time'],
  ['origin', 'where knowledge of a claim starts; counted as an interval'],
  ['toll', 'low, best and high of what is reported, by a named rule'],
  ['response', 'a state’s or institution’s answer'],
];

function programs(view: View): Html {
  const extractors = new Set<string>();
  let byHand = 0;
  for (const claim of view.record.claims.values()) {
    if (claim.extraction === null) byHand += 1;
    else extractors.add(claim.extraction.by);
  }
  const normalisers = new Set(
    [...view.record.captures.values()].flatMap((capture) =>
      capture.text === null ? [] : [capture.text.normaliser],
    ),
  );
  const versions = new Set(
    view.propositions.flatMap((item) =>
      (item.toll?.rules ?? []).map((rule) => `${rule.rule} ${rule.version}`),
    ),
  );
  const list = (values: ReadonlySet<string>): string =>
    values.size === 0 ? 'none' : [...values].sort().join(', ');
  return html`<dl class="facts"><div><dt>Program</dt><dd>onrecord ${view.options.version}</dd></div>
<div><dt>Read by</dt><dd>${isolated(list(extractors))}; ${counted(byHand, 'claim')} entered by hand</dd></div>
<div><dt>Texts made by</dt><dd>${isolated(list(normalisers))}: the same bytes and the same version give the same text</dd></div>
<div><dt>Toll rules and versions</dt><dd>${isolated(list(versions))}</dd></div></dl>`;
}

function reviewed(view: View): Html {
  const { leftOut, unreviewed } = view.published;
  const accepted = view.record.claims.size - unreviewed;
  const waiting = unreviewed + leftOut.proposed;
  return html`<section aria-labelledby="review"><h2 id="review">What people decided</h2><ul>
<li>${counted(accepted, 'claim')} accepted by a person.</li>
<li>${counted(leftOut.rejected, 'claim')} rejected, each with its reason kept in the record; rejected claims move no figure.</li>
<li>${counted(leftOut.superseded, 'claim')} superseded by a corrected claim.</li>
<li>${counted(waiting, 'machine proposal')} waiting for review${
    unreviewed > 0
      ? ': they are in this dossier, counted in its figures, and marked “unreviewed” wherever they stand'
      : leftOut.proposed > 0
        ? ': none of them is in this dossier'
        : null
  }.</li></ul>
<p>Sources sealed in a compartment, if there are any, are left out whole: no title, no name, no count.</p></section>`;
}

function meanings(): Html {
  const definitions = (rows: readonly (readonly [string, string])[]): Html =>
    html`<dl class="facts">${rows.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`;
  const stances = dataTable({
    caption: 'The eight stances and their signs',
    columns: ['Sign', 'Meaning'],
    rows: STANCES.map((stance) => [stanceMark(stance), STANCE_SIGNS[stance].meaning]),
    look: 'plain narrow',
  });
  return html`<section aria-labelledby="words"><h2 id="words">What the words mean</h2>${definitions(WORDS)}</section>
<section aria-labelledby="signs"><h2 id="signs">Signs</h2>${stances}</section>
<section aria-labelledby="standing"><h2 id="standing">Standing</h2><p>The first of these that holds is shown; the others stand beside it as flags. A denial is always a flag: a party’s denial cannot downgrade a record.</p>${definitions(STANDING_WORDS)}</section>`;
}

function counting(): Html {
  return html`<section aria-labelledby="origins"><h2 id="origins">Origins</h2><p>Each claim’s chain is followed from the outlet to whoever knows. Ten outlets citing one newspaper are one origin. Somebody unnamed never adds to the minimum, because two unnamed voices may be one person. What cannot be decided widens the interval; a copy of a report never raises its lower end.</p></section>
<section aria-labelledby="rules"><h2 id="rules">Tolls</h2><p>Counted over independent origins, not over sources. A bound that nobody stated is “not stated”, never zero. Denials and refusals to answer stand beside a toll and move no bound.</p><dl class="facts">${Object.entries(
    RULES,
  ).map(([rule, meaning]) => html`<div><dt>${rule}</dt><dd>${meaning}</dd></div>`)}</dl></section>
<section aria-labelledby="limits"><h2 id="limits">What this cannot tell</h2><ul>
<li>Whether a claim is so. It says who claims it, through whom, and on whose knowledge.</li>
<li>What nobody reported. The highest number is the highest anyone reported, not a ceiling on what happened.</li>
<li>Links between sources that no source states and no reviewer found. Two reports may share an informant that neither names.</li>
<li>Who people are. Words for groups are the sources’ own; nothing is inferred about anybody.</li></ul></section>`;
}

function verification(view: View): Html {
  const { head } = view.options;
  return html`<section aria-labelledby="verify"><h2 id="verify">Check it yourself</h2><ol class="steps">
<li><p>Whoever holds the vault can rebuild every table from the log and compare:</p><pre><code>onrecord verify</code></pre>${
    head === null
      ? null
      : html`<p>It must report that its log of ${head.seq} entries or more begins with the root <code class="hash">${head.root}</code>; the signed head is the file <a href="checkpoint">checkpoint</a>, and holds the vault to this dossier:</p><pre><code>onrecord verify checkpoint</code></pre>`
  }</li>
<li><p>Whoever holds a captured file can compare its bytes with the hash on the page of its source, with standard tools:</p><pre><code>sha256sum FILE</code></pre></li>
<li><p>Every figure names its claims, every claim its passage, and every passage its place in the text: <a href="record.json">record.json</a> holds all of it, in canonical form (RFC 8785). Positions are code points, counted from 0, end exclusive.</p></li>
<li><p>The same record, options and program version give the same bytes of this folder.</p></li></ol></section>`;
}

/**
 * The page on method, made from the record and the rules that were used.
 *
 * @example
 * methodPage(view).path; // 'method.html'
 */
export function methodPage(view: View): DossierFile {
  const main = html`<div class="frame">${heading('Method', 'How we count')}<p class="lede">Made by the program from the rules it used, not written by hand.</p>
${methodNotes(view)}${programs(view)}${reviewed(view)}${counting()}${meanings()}${verification(view)}</div>`;
  const english = html`<div lang="en">${inEnglish(main)}</div>`;
  return pageFile(view, { path: 'method.html', title: 'How we count', main: english, kind: 'reading' });
}
