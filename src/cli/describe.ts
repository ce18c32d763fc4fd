/** `onrecord describe`: gives or corrects what is known about a source. */
import { describeSource } from '../desk/describe-source.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf } from './figure-options.ts';
import { GIVEN_OPTIONS, givenOf } from './given-options.ts';

export const describe: CommandFile = {
  name: 'describe',
  summary: 'give or correct what is known about a source',
  description:
    'Gives a source a title, publisher, author, date, language, address, kind or handling that its file does not state, or corrects it. The former description stays in the log. Claims proposed before keep the outlet they were read with.',
  args: [['<source>', 'id of the source or its beginning']],
  options: [...GIVEN_OPTIONS, BY],
  examples: [
    [
      'onrecord describe src_7d2kq --publisher "Harbour Radio" --date 2021-04-08',
      'says who published it and when',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { terminal, options } = call;
    const given = givenOf(options, new Date());
    const desk = await call.open('write');
    const source = await describeSource(desk, { source: call.args[0] ?? '', given, by: byOf(options) });
    if (terminal.json) terminal.outJson({ source });
    else terminal.out('The description is stored; the former one stays in the log.');
    return EXIT.ok;
  },
};
