/** `onrecord handle`: what of a source may leave the vault. */
import { handleSource } from '../desk/handle-source.ts';
import { HANDLINGS } from '../desk/vocabulary.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { para } from './words.ts';

const LEAVES = {
  public:
    'Its title, address, authors, text and hashes are published, and it may be handed over. Names of persons are still hidden in them.',
  internal:
    'Of it are published: who claims what, with the quoted words. Not its title, address, authors, text or hashes. It is handed over only to somebody who is named.',
  sealed: 'Nothing of it is published, and it is not even counted.',
} as const;

export const handle: CommandFile = {
  name: 'handle',
  summary: 'say what of a source may leave the vault',
  description:
    'Sets whether a source is public (all of it may be published, names of persons hidden), internal (only who claims what in it, with the quoted words; so it is from the start) or sealed (nothing). The change and its reason stand in the log. What was published before is not called back.',
  args: [['<source>', 'id of the source or its beginning']],
  options: [
    ['--as <handling>', 'what it is from now on', HANDLINGS],
    ['--because <words>', 'why; it stays in the log'],
    BY,
  ],
  examples: [
    [
      'onrecord handle src_7d2kq --as public --because "a newspaper printed it" --by "A. Archivist"',
      'lets its text be published',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { terminal, options, args } = call;
    const handling = HANDLINGS.find((one) => one === options.as);
    if (handling === undefined) throw usageError(`--as must be one of ${HANDLINGS.join(', ')}`, 'handle');
    const order = {
      source: args[0] ?? '',
      handling,
      reason: wordsOf(options, 'because'),
      by: byOf(options),
    };
    const source = await handleSource(await call.open('write'), order);
    if (terminal.json) terminal.outJson({ source });
    else
      terminal.out(...para(`${source.id.slice(0, 12)} is ${handling}. ${LEAVES[handling]}`, terminal.paper));
    return EXIT.ok;
  },
};
