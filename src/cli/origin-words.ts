/** Origins in sentences, and as a graph for Graphviz. */
import type { OriginGraphView, PropositionOrigins, QuestionView } from '../desk/origins-of.ts';
import { counted, originsWords, type Page, shortId } from './words.ts';

/**
 * The interval in a sentence, with the denials' own.
 *
 * @example
 * intervalSentence(one); // '11 reports. At least 1, at most 2 independent origins; none identified with direct knowledge.'
 */
export function intervalSentence(one: PropositionOrigins): string {
  const words = originsWords(one.atLeast, one.atMost);
  const direct = one.direct === 0 ? 'none' : String(one.direct);
  const denied =
    one.denials === null ? '' : ` Denied: ${originsWords(one.denials.atLeast, one.denials.atMost)}.`;
  return `${counted(one.reports, 'report')}. ${words.charAt(0).toUpperCase()}${words.slice(1)}; ${direct} identified with direct knowledge.${denied}`;
}

/** An open question, and what each answer gives. */
export interface QuestionWords {
  /** "how does Lark News know it?" */
  readonly ask: string;
  /** "from a voice counted here: 1; at first hand: 1 to 2" */
  readonly answers: string;
}

/**
 * A question in words.
 *
 * @example
 * questionWords(question, page).ask; // 'how does Lark News know it?'
 */
export function questionWords({ ask, voices, link, ifYes, ifNo }: QuestionView, page: Page): QuestionWords {
  const [a = 'it', b = 'it'] = voices.map(({ name }) => name);
  const yes = `${shortWords(ifYes)} ${ifYes.atMost === 1 ? 'origin' : 'origins'}`;
  const no = shortWords(ifNo);
  const known = `if from a voice counted here: ${yes}; if at first hand: ${no}`;
  switch (ask) {
    case 'link':
      return {
        ask: `does ${a} rest on ${b}?${link === null ? '' : ` (${shortId(link, page)})`}`,
        answers: `yes: ${yes}; no: ${no}`,
      };
    case 'obtain':
      return { ask: `obtain what ${a} published: how does it know?`, answers: known };
    case 'basis':
      return { ask: `how does ${a} know it?`, answers: known };
    case 'same':
      return { ask: `are ${a} and ${b} one voice?`, answers: `yes: ${yes}; no: ${no}` };
    default:
      return ask satisfies never;
  }
}

function shortWords({ atLeast, atMost }: QuestionView['ifYes']): string {
  if (atMost === null) return `${atLeast} or more`;
  return atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
}

/**
 * The graph in Graphviz's language: solid lines are certain, dashed ones doubtful; a thick frame is where knowledge starts.
 *
 * @example
 * dotLines(one)[0]; // 'digraph origins {'
 */
export function dotLines(one: Pick<PropositionOrigins, 'graph' | 'proposition'>): readonly string[] {
  const { nodes, links } = one.graph;
  return [
    'digraph origins {',
    `  label=${quoted(one.proposition.text)}; labelloc=t; rankdir=LR; node [fontname="sans-serif"];`,
    ...nodes.map((node) => `  ${quoted(node.id)} [label=${quoted(labelOf(node))}, ${looksOf(node)}];`),
    ...links.map(
      ({ from, to, certainty, type }) =>
        `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(type)}, style=${certainty === 'certain' ? 'solid' : 'dashed'}];`,
    ),
    '}',
  ];
}

function labelOf({ name, day, held }: OriginGraphView['nodes'][number]): string {
  return [name, ...(day === null ? [] : [day]), ...(held ? [] : ['to obtain'])].join(', ');
}

function looksOf({ kind, origin, held }: OriginGraphView['nodes'][number]): string {
  const shape = kind === 'report' ? 'box' : kind === 'document' ? 'note' : 'ellipse';
  return `shape=${shape}, penwidth=${origin ? 3 : 1}${held ? '' : ', style=dotted'}`;
}

function quoted(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"');
  return `"${line}"`;
}
