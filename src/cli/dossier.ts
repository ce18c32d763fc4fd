/** `onrecord dossier`: writes the record as a folder of pages. */
import { loadDossierAssets, openOutput, programVersion } from '../compose.ts';
import { buildDossier } from '../desk/build-dossier.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { wordsOf } from './figure-options.ts';
import { counted, waitingLines } from './words.ts';

export const dossier: CommandFile = {
  name: 'dossier',
  summary: 'write the record as a folder of pages',
  description:
    'Writes one folder of static pages that open from disk without a server: figures with low, best and high, origins, positions, a timeline, answers of states, sources, and every figure leading to the exact words. Sealed sources are never in it. A folder that onrecord wrote before is replaced; any other is left alone.',
  args: [],
  options: [
    ['--out <folder>', 'where to write it (./onrecord-dossier when not given)'],
    ['--title <words>', 'title of the dossier'],
    ['--include-proposed', 'put machine proposals in that nobody has reviewed, marked on every page'],
  ],
  examples: [['onrecord dossier --out ./dossier', 'writes the accepted claims to ./dossier/index.html']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const includeProposed = options.includeProposed === true;
    const desk = await call.open('read');
    const [assets, output, version] = await Promise.all([
      loadDossierAssets(),
      openOutput(),
      programVersion(),
    ]);
    const folder = wordsOf(options, 'out') ?? './onrecord-dossier';
    const order = { folder, includeProposed, title: wordsOf(options, 'title'), version, assets, output };
    const outcome = await buildDossier(desk, order);
    if (terminal.json) {
      terminal.outJson(outcome);
      return EXIT.ok;
    }
    const claims = includeProposed
      ? `${counted(outcome.accepted, 'accepted claim')}, ${counted(outcome.proposed, 'proposal')}`
      : counted(outcome.accepted, 'accepted claim');
    terminal.out(`Dossier written: ${counted(outcome.files, 'file')}, ${claims}.`);
    terminal.out(
      ...waitingLines({
        waiting: outcome.waiting,
        includeProposed,
        unreviewed: outcome.proposed,
        vault: call.vault,
        paper: terminal.paper,
      }),
    );
    terminal.out('', outcome.page);
    return EXIT.ok;
  },
};
