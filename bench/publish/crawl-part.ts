/**
 * A reader of the example dossier, as a program: follows every figure to the words that it rests on. What a figure rests on is taken
 * from `record.json`, not from the page: the claims that its toll was reckoned with, or the claim that states it. A click is a link in
 * the figure's own block (its article, row or item); a second one is any link of the page that the first leads to. The words are
 * reached when the target holds the claim's anchor and the exact words stand on that page.
 *
 * Figures: `figures` on the front page, `figures_over_two_clicks` of them; `figures_all` on all pages that can be reached from it,
 * `figures_all_over_two_clicks`; `dead_links`, `pages_not_reached`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishPart } from '../publish.ts';
import { exampleDossier } from './example-dossier.ts';
import { type PageElement, type ReadPage, readPages, type Target, targetsIn } from './read-pages.ts';

interface Told {
  readonly propositions: readonly {
    readonly id: string;
    readonly claims: readonly string[];
    readonly toll: { readonly used: readonly string[] } | null;
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly passages: readonly { readonly exact: string }[];
  }[];
}

/** What a number is shown in: marked figures, and any other that is set as one. */
const FIGURES = '[data-figure], .num, .n';
const BLOCK = 'article, tr, li, dd, figure, section';

export const crawlPart: PublishPart = async ({ folder }) => {
  const pages = readPages(exampleDossier(folder));
  const told = JSON.parse(readFileSync(join(folder, 'example', 'record.json'), 'utf8')) as Told;
  const words = new Map(told.claims.map(({ id, passages }) => [id, passages.map(({ exact }) => exact)]));
  const restsOn = new Map(told.propositions.map(({ id, toll, claims }) => [id, toll?.used ?? claims]));
  const texts = new Map<string, string>();
  const textOf = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const copy = pages.get(path)?.document.cloneNode(true);
    // The signs after a passage stand between words of the text and are not of it.
    for (const sign of copy?.querySelectorAll('a.back') ?? []) sign.remove();
    const text = bare(copy?.querySelector('main')?.textContent ?? '');
    texts.set(path, text);
    return text;
  };
  /** The claim whose words a target shows; null when it is not such a place. */
  const claimAt = ({ path, anchor }: Target): string | null => {
    const claim = /^c-(clm_\w+?)(?:-\d+)?$/.exec(anchor ?? '')?.[1];
    if (claim === undefined || pages.get(path)?.document.getElementById(anchor ?? '') == null) return null;
    return (words.get(claim) ?? []).some((exact) => textOf(path).includes(bare(exact))) ? claim : null;
  };
  const wantedFor = (figure: PageElement): ReadonlySet<string> | null => {
    const of = figure.getAttribute('data-figure');
    return of === null ? null : new Set(of.startsWith('clm_') ? [of] : (restsOn.get(of) ?? []));
  };
  /** Null: more than two. */
  const clicksTo = (
    page: ReadPage,
    figure: PageElement,
    wanted: ReadonlySet<string> | null = wantedFor(figure),
  ): number | null => {
    const fits = (target: Target): boolean => {
      const claim = claimAt(target);
      return claim !== null && (wanted === null || wanted.has(claim));
    };
    const first = targetsIn(page.path, figure.closest(BLOCK) ?? figure);
    if (first.some(fits)) return 1;
    return first.flatMap(({ path }) => targetsOf(path)).some(fits) ? 2 : null;
  };
  const all = new Map<string, readonly Target[]>();
  const targetsOf = (path: string): readonly Target[] => {
    const known = all.get(path);
    if (known !== undefined) return known;
    const page = pages.get(path);
    const found = page === undefined ? [] : targetsIn(path, page.document.documentElement);
    all.set(path, found);
    return found;
  };

  const reached = new Set(['index.html']);
  for (const path of reached)
    for (const target of targetsOf(path)) if (pages.has(target.path)) reached.add(target.path);
  const dead = [...reached].flatMap((path) =>
    targetsOf(path).filter(
      ({ path: to, anchor }) =>
        to.endsWith('.html') &&
        (!pages.has(to) || (anchor !== null && pages.get(to)?.document.getElementById(anchor) === null)),
    ),
  );
  const counts = [...reached].map((path) => {
    const page = pages.get(path) as ReadPage;
    const figures = [...page.document.querySelectorAll(FIGURES)].filter((one) => !isCount(one));
    const lost = figures.filter((figure) => clicksTo(page, figure) === null);
    return { path, figures: figures.length, lost };
  });
  const front = counts.find(({ path }) => path === 'index.html');
  const lost = counts.flatMap(({ path, lost: some }) =>
    some.map((figure) => `${path}: ${figure.outerHTML.slice(0, 120)}`),
  );
  const sum = counts.reduce((total, { figures }) => total + figures, 0);
  const unreached = [...pages.keys()].filter((path) => !reached.has(path));
  console.log(
    `The dossier of the example reports: ${pages.size} pages, ${reached.size} reached from the front page, ${dead.length} dead links.`,
  );
  console.log(
    `  ${front?.figures ?? 0} figures on the front page, ${front?.lost.length ?? 0} of them more than two clicks from their words.`,
  );
  // A check that finds everything would prove nothing: the words of a claim that is nowhere must not be found.
  const index = pages.get('index.html') as ReadPage;
  const nowhere = [...index.document.querySelectorAll('[data-figure]')].filter(
    (figure) => clicksTo(index, figure, new Set(['clm_nowhere'])) !== null,
  );
  if (nowhere.length > 0) throw new Error('the crawler found the words of a claim that is nowhere');
  console.log(`  ${sum} figures on all pages, ${lost.length} of them more than two clicks from their words.`);
  for (const one of lost.slice(0, 12)) console.log(`  ! ${one}`);
  return {
    figures: front?.figures ?? 0,
    figures_over_two_clicks: front?.lost.length ?? 0,
    figures_all: sum,
    figures_all_over_two_clicks: lost.length,
    dead_links: dead.length,
    pages_not_reached: unreached.length,
  };
};

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}

/** Numbers of the record itself, not of what it tells: how many origins or claims there are. */
function isCount(element: PageElement): boolean {
  return (
    element.getAttribute('data-figure') === null &&
    element.closest('[data-label="Origins"], .states') !== null
  );
}
