/** `onrecord init`: makes an empty vault. */
import { makeVault } from '../compose.ts';
import { type CommandFile, DEFAULT_VAULT } from './command.ts';
import { EXIT } from './exit-codes.ts';

export const init: CommandFile = {
  name: 'init',
  summary: 'make an empty vault',
  description: 'Makes an empty vault: a folder that holds the record, the bytes of all sources and the log.',
  args: [['[folder]', `where to make it (else --vault, ONRECORD_VAULT or ${DEFAULT_VAULT})`]],
  options: [],
  examples: [['onrecord init ./kessar', 'makes a vault in ./kessar']],
  usesVault: true,
  async run({ args, terminal, vault }) {
    const folder = args[0] ?? vault;
    const dir = await makeVault(folder);
    if (terminal.json) terminal.outJson({ vault: dir });
    else {
      const flag = folder === DEFAULT_VAULT ? '' : ` --vault ${folder}`;
      terminal.out(
        `An empty vault is ready: ${dir}`,
        '',
        'Next:',
        `  $ onrecord capture FILES OR FOLDERS${flag}`,
      );
    }
    return EXIT.ok;
  },
};
