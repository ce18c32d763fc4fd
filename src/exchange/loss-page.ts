/** The page beside every export: what it is, from which record, and what the format could not hold. */
import type { ExchangeFormat, LeftOut } from './format.ts';
import type { RecordFile } from './record-file/record-file.ts';

const WIDTH = 88;

function wrapped(words: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + word.length + 1 + indent.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, at) => (at === 0 ? one : `${indent}${one}`)).join('\n');
}

/**
 * The page.
 *
 * @example
 * lossPage({ file, format, leftOut: [] }); // 'Kessar, 2017\n…'
 */
export function lossPage(given: {
  readonly file: RecordFile;
  readonly format: ExchangeFormat;
  readonly leftOut: readonly LeftOut[];
}): string {
  const { file, format, leftOut } = given;
  const parts = [
    file.title,
    '',
    wrapped(`Format: ${format.standard}.`, '  '),
    `Made from entry ${file.logPosition} of the log${file.asOf === null ? '' : ` (${file.asOf})`} by ${file.program}.`,
    `${file.claims.length} claims${file.unreviewed === 0 ? ', each accepted by a person.' : `, of which ${file.unreviewed} are proposals of a program that nobody has reviewed.`}`,
    '',
    'A claim is what somebody says. Nothing here is said to be true or false by this program.',
    'An empty bound is not stated; it is not zero.',
    '',
    'WHAT THIS FORMAT CANNOT HOLD',
    ...format.losses.map(({ what, why }) => wrapped(`- ${what}: ${why}.`, '  ')),
  ];
  if (leftOut.length > 0)
    parts.push(
      '',
      'WHAT OF THIS RECORD WAS LEFT OUT',
      ...leftOut.map(({ what, count, why }) => wrapped(`- ${count} ${what}: ${why}.`, '  ')),
    );
  return `${parts.join('\n')}\n`;
}
