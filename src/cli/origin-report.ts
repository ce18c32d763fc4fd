/** All that is known of the origins of one proposition, on a terminal: interval, trees, circles, denials, what to obtain, what to ask. */
import type { PropositionOrigins, QuestionView } from '../desk/origins-of.ts';
import { treeLines } from './origin-tree-lines.ts';
import { intervalSentence, questionWords } from './origin-words.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { counted, heading, originsWords, type Page, para, shortId, withShortIds } from './words.ts';

/** Questions that are put to a person at once. */
const MOST_QUESTIONS = 12;

/**
 * The report of one proposition.
 *
 * @example
 * terminal.out(...originReport(one, page, call));
 */
export function originReport(one: PropositionOrigins, page: Page, place: Place): string[] {
  const { paper } = page;
  const { proposition, denials } = one;
  return [
    '',
    ...wrap(paper, oneLine(`${proposition.text} · ${shortId(proposition.id, page)}`)).map((line) =>
      ink(paper, 'strong', line),
    ),
    ...para(intervalSentence(one), paper),
    ...heading('Where it starts, and what rests on it', paper),
    ...treeLines(one.trees, page),
    ...circleLines(one, page),
    ...(denials === null
      ? []
      : [
          ...heading('Denied', paper),
          ...para(
            `${counted(denials.reports, 'report')} of a denial. ${sentence(originsWords(denials.atLeast, denials.atMost))}; ${denials.direct === 0 ? 'none' : denials.direct} identified with direct knowledge. Denials are counted by themselves and lower nothing above.`,
            paper,
          ),
          ...treeLines(denials.trees, page),
        ]),
    ...(one.toObtain.length === 0
      ? []
      : [
          ...heading('To obtain', paper),
          ...one.toObtain.flatMap(({ name }) =>
            wrap(
              paper,
              oneLine(`what ${name} published or wrote: it is cited, and the record does not hold it`),
              {
                first: '- ',
                rest: '  ',
              },
            ),
          ),
        ]),
    ...questionLines(one, page, place),
    ...heading('Read this with it', paper),
    ...one.notes.flatMap((note) =>
      wrap(paper, oneLine(withShortIds(note, page)), { first: '- ', rest: '  ' }).map((line) =>
        ink(paper, 'dim', line),
      ),
    ),
  ];
}

function circleLines({ circles }: PropositionOrigins, { paper }: Page): string[] {
  if (circles.length === 0) return [];
  return [
    ...heading('Closed circles', paper),
    ...circles.flatMap((circle) =>
      wrap(
        paper,
        oneLine(
          `${circle.map(({ name }) => name).join(' ⇄ ')}: rest only on each other. Nothing is established by it; at most one unknown voice brought it in.`,
        ),
        { first: '- ', rest: '  ' },
      ),
    ),
  ];
}

function questionLines({ questions }: PropositionOrigins, page: Page, place: Place): string[] {
  const { paper } = page;
  if (questions.length === 0) return [];
  const flags = placeFlags(place);
  const asked = new Set(questions.map(({ ask }) => ask));
  const left = questions.length - MOST_QUESTIONS;
  const ways: readonly (readonly [QuestionView['ask'], string])[] = [
    ['link', `onrecord link confirm LINK${flags}, or cut`],
    ['same', `onrecord voice same A B${flags}, or distinct`],
  ];
  const answers = ways.flatMap(([ask, words]) => (asked.has(ask) ? [words] : []));
  return [
    ...heading('What would narrow it', paper),
    ...questions.slice(0, MOST_QUESTIONS).flatMap((question, at) => {
      const { ask, answers } = questionWords(question, page);
      const first = `${String(at + 1).padStart(2)}. `;
      return [
        ...wrap(paper, oneLine(sentence(ask)), { first, rest: '    ' }),
        ...para(answers, paper, '    '),
      ];
    }),
    ...(left > 0 ? para(`… and ${counted(left, 'more question')}: add --json`, paper) : []),
    ...(answers.length === 0 ? [] : para(`Answer with: ${answers.join('; ')}.`, paper)),
  ];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
