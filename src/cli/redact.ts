/** `onrecord redact`: takes parts of a source out into a copy; publications use the copy. */
import { redactSource } from '../desk/redaction/redact-source.ts';
import { REDACTION_REASONS, readBoxes, readSpans } from '../desk/vocabulary.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import type { CustodyNeeds } from './custody-needs.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { para } from './words.ts';

/**
 * The command over what it needs.
 *
 * @example
 * redactCommand(needs).name; // 'redact'
 */
export function redactCommand(needs: CustodyNeeds): CommandFile {
  return {
    name: 'redact',
    summary: 'take passages or parts of pages out into a copy',
    description:
      'Makes a copy without what you name. --passage takes stretches of the text out: each character becomes a block, so that all other places stay. --box covers parts of a picture or of PDF pages: these are drawn anew as pictures, without text layer and without metadata. The original stays as it is. Dossiers and packages use the copy from then on. The log holds who, when, which stretches and boxes, the hash of the copy and a category for the reason, never the words. What was taken out before stays out.',
    args: [['<source>', 'id of the source or its beginning']],
    options: [
      [
        '--passage <start-end...>',
        'code points of the stored text, counted from 0, end exclusive; several times',
      ],
      ['--words <words...>', 'take these words out wherever they stand in the text; several times'],
      [
        '--box <page,x,y,width,height...>',
        'from the upper left corner: pixels of a picture (page 1), points of a PDF page; several times',
      ],
      ['--why <category>', 'why, as a category', REDACTION_REASONS],
      BY,
    ],
    examples: [
      [
        'onrecord redact src_7d2kq --passage 120-134 --why person --by "A. Archivist"',
        'blocks a stretch of the text out',
      ],
      [
        'onrecord redact src_7d2kq --box 1,72,140,200,14 --why person --by "A. Archivist"',
        'covers a line on the first page',
      ],
    ],
    usesVault: true,
    async run(call) {
      const { options, terminal, args } = call;
      const passages = readSpans(listOf(options, 'passage').join(' '));
      if (passages === null)
        throw usageError('--passage must be START-END, code points from 0, end exclusive', 'redact');
      const boxes = readBoxes(listOf(options, 'box').join(' '));
      if (boxes === null)
        throw usageError('--box must be PAGE,X,Y,WIDTH,HEIGHT with a page from 1 on', 'redact');
      const desk = await call.open('write');
      const order = {
        source: args[0] ?? '',
        passages,
        words: listOf(options, 'words'),
        boxes,
        reason: wordsOf(options, 'why'),
        by: byOf(options),
      };
      const reader = await needs.reader();
      try {
        const version = await needs.version();
        const copies = await redactSource(desk, order, { reader, version, pictures: needs.pictures });
        if (terminal.json)
          terminal.outJson({
            copies: copies.map(({ capture, logged }) => ({
              capture: capture.id,
              sha256: capture.sha256,
              mediaType: capture.mediaType,
              entry: logged.seq,
            })),
          });
        for (const note of new Set(copies.flatMap(({ notes }) => notes)))
          terminal.err(...para(`! ${note}`, terminal.paper));
        for (const { capture, logged } of terminal.json ? [] : copies)
          terminal.out(
            ...para(
              `Redacted copy ${capture.id} (${capture.mediaType}), entry ${logged.seq}. The original stays as it is. See it with: onrecord copy ${capture.id} FILE`,
              terminal.paper,
            ),
          );
        return EXIT.ok;
      } finally {
        await reader.close();
      }
    },
  };
}

function listOf(options: Options, name: string): readonly string[] {
  const given = options[name];
  return Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
}
