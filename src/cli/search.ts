/** `onrecord search`: finds words in all texts. */

import { idLetters } from '../desk/find-by-id.ts';
import { searchRecord } from '../desk/search-record.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { LIMIT, limitOf } from './figure-options.ts';
import { emptyLines } from './next-step.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { counted, para, shortId } from './words.ts';

export const search: CommandFile = {
  name: 'search',
  summary: 'find words in all texts',
  description:
    'Searches the stored texts. All words must stand in the text; words in quotation marks stand one after the other. Case and accents do not matter.',
  args: [['<words...>', 'what to look for']],
  options: [LIMIT],
  examples: [['onrecord search \'"grain depot" detained\'', 'texts with that phrase and that word']],
  usesVault: true,
  async run(call) {
    const { terminal, options } = call;
    const desk = await call.open('read');
    const { limit = 1000 } = limitOf(options, { json: terminal.json, name: 'search', usual: 20 });
    const { hits, whole } = await searchRecord(desk, call.args.join(' '), limit);
    if (terminal.json) {
      terminal.outJson({ hits, whole });
      return EXIT.ok;
    }
    const { paper } = terminal;
    const counts = await desk.store.counts();
    const page = { paper, letters: idLetters(counts) };
    for (const hit of hits) {
      const head = `${hit.title ?? 'untitled'} — ${hit.publisher ?? 'publisher unknown'}, ${hit.publishedAt ?? 'date unknown'} · ${shortId(hit.source, page)}`;
      terminal.out(
        '',
        ...wrap(paper, oneLine(head)).map((line) => ink(paper, 'strong', line)),
        ...para(hit.snippet, paper, '  '),
      );
    }
    if (!whole)
      terminal.out(
        '',
        ...para(
          'These words stand together in very many texts; the latest alone were weighed. Add a word.',
          paper,
        ),
      );
    if (hits.length > 0) terminal.out('', `${counted(hits.length, 'place')} found.`);
    else if (counts.sources > 0) terminal.out('Nothing found.');
    else terminal.out(...emptyLines('Nothing found.', { counts, waiting: 0, place: call, paper }));
    return EXIT.ok;
  },
};
