/** Links between reports on a terminal: below each report what it rests on, who says so, the exact words, and what was decided. */
import type { EvidenceView, LinkTargetView, LinkView } from '../desk/link-view.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { type Page, para, shortId } from './words.ts';

const TYPE_WORDS: Readonly<Record<LinkView['type'], string>> = {
  cites: 'cites',
  told: 'was told by',
  copies: 'shares words with',
  syndicates: 'carries',
  translates: 'translates',
  'same-informant': 'heard the informant of',
};

const STATUS_WORDS: Readonly<Record<LinkView['status'], string>> = {
  proposed: '? proposed',
  confirmed: '● confirmed',
  cut: '✕ cut',
};

/**
 * The lines of some links, grouped by the report that they lead from.
 *
 * @example
 * terminal.out(...linkLines(list.links, page));
 */
export function linkLines(links: readonly LinkView[], page: Page): string[] {
  const { paper } = page;
  const groups = Map.groupBy(links, ({ from }) => from.source);
  return [...groups].flatMap(([source, own]) => {
    const from = own[0]?.from;
    const name = `${from?.publisher ?? 'unknown outlet'} — ${from?.title ?? 'untitled'} — ${from?.publishedAt ?? 'day unknown'} · ${shortId(source, page)}`;
    return [
      '',
      ...wrap(paper, oneLine(name)).map((line) => ink(paper, 'strong', line)),
      ...own.flatMap((link) => linesOf(link, page)),
    ];
  });
}

function linesOf(link: LinkView, page: Page): string[] {
  const { paper } = page;
  const { proposal, proposition } = link;
  const head = `${shortId(link.id, page)} ${STATUS_WORDS[link.status]}: ${TYPE_WORDS[link.type]} ${targetWords(link.to, page)}`;
  const sure =
    proposal.version === null
      ? `said by ${proposal.by}`
      : `found by ${proposal.by} ${proposal.version}, confidence ${proposal.confidence ?? 'unknown'}`;
  const certainty = link.certainty === 'certain' ? 'certain by the words of the report itself' : 'possible';
  const dim = (text: string): string[] => para(text, paper, '      ').map((line) => ink(paper, 'dim', line));
  return [
    ...wrap(paper, oneLine(head), { first: '  ', rest: '      ' }),
    ...dim(`${certainty}; ${sure}`),
    ...para(`because ${proposal.reason}`, paper, '      '),
    ...(link.to.url === null ? [] : para(link.to.url, paper, '      ')),
    ...link.evidence.from.flatMap((passage) => evidenceLines('here', passage, page)),
    ...link.evidence.to.flatMap((passage) => evidenceLines('there', passage, page)),
    ...(proposition === null
      ? []
      : para(`only for: ${proposition.text} · ${shortId(proposition.id, page)}`, paper, '      ')),
    ...link.reviews.flatMap(({ decision, by, at, reason }) =>
      para(`${decision} by ${by} on ${at.slice(0, 10)}: ${reason}`, paper, '      '),
    ),
  ];
}

function targetWords({ kind, id, name, publisher, publishedAt }: LinkTargetView, page: Page): string {
  const from = publisher === null || name.includes(publisher) ? '' : `${publisher} — `;
  const day = publishedAt === null ? '' : ` — ${publishedAt}`;
  const where = id === null ? ' (not held: to obtain)' : ` · ${shortId(id, page)}`;
  return `${kind === 'document' ? 'the document ' : ''}${from}${name}${day}${where}`;
}

/** Exact words between ⟦ and ⟧; short ones with the words around them. */
function evidenceLines(side: 'here' | 'there', passage: EvidenceView, page: Page): string[] {
  const { exact, prefix, suffix, start, end } = passage;
  const words = exact.length < SHORT ? `…${prefix}⟦${exact}⟧${suffix}…` : `⟦${exact}⟧`;
  return para(`${side}: ${words} (characters ${start}–${end})`, page.paper, '      ');
}

/** UTF-16 code units. */
const SHORT = 60;
