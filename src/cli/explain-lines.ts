/** Why a claim was proposed, in lines for a person: its words with the cues marked, what decided, and how sure it was. */
import type { ClaimExplanation } from '../desk/explain-claims.ts';
import { ink, oneLine, type Paper, wrap } from './paper.ts';
import { type Page, shortId, stanceWords } from './words.ts';

/** Features that are worth a line. */
const MOST_FEATURES = 6;

/**
 * The lines of one claim.
 *
 * @example
 * terminal.out(...explanationLines(why, page));
 */
export function explanationLines(why: ClaimExplanation, page: Page): string[] {
  const { paper } = page;
  const words = why.words.map((part) => `“${oneLine(part)}”`).join(' … ');
  return [
    '',
    ...wrap(paper, oneLine(`${stanceWords(why.stance)}: ${chainWords(why)} ${words}`), {
      first: '',
      rest: '    ',
    }),
    ...indented(paper, `${shortId(why.claim, page)} · ${why.status}`, 'dim'),
    ...indented(paper, decisionWords(why)),
    ...why.features.slice(0, MOST_FEATURES).flatMap(({ what, weight }) => {
      const sign = weight < 0 ? '−' : '+';
      return indented(paper, `${sign}${Math.abs(weight).toFixed(2)}  ${oneLine(what)}`, 'dim', '      ');
    }),
    ...(why.groupedBecause === null ? [] : indented(paper, `proposition: ${oneLine(why.groupedBecause)}`)),
    ...(why.note === null ? [] : indented(paper, oneLine(why.note), 'dim')),
  ];
}

/** "Lark News → Police ⟨said⟩ → the ministry ⟨denied⟩": outermost first, each with the words that attribute. */
function chainWords({ chain }: ClaimExplanation): string {
  return chain
    .map(({ named, cue, speaker }) => {
      const who = speaker === null || speaker === named ? named : `${named} (${speaker})`;
      return cue === null ? who : `${who} ⟨${cue}⟩`;
    })
    .join(' → ');
}

const BY = { rule: 'rule', model: 'model', endpoint: 'endpoint', person: 'a person' } as const;

function decisionWords({ by, rule, confidence, extractor }: ClaimExplanation): string {
  if (by === 'person') return 'made by a person';
  const sure = confidence === null ? '' : ` · confidence ${confidence.toFixed(2)}`;
  return `${BY[by]}: ${oneLine(rule ?? '')}${sure} · ${extractor ?? ''}`;
}

function indented(paper: Paper, text: string, role: 'dim' | null = null, indent = '    '): string[] {
  const lines = wrap(paper, text, { first: indent, rest: `${indent}  ` });
  return role === null ? lines : lines.map((line) => ink(paper, role, line));
}
