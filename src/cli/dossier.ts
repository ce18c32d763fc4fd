/** `onrecord dossier`: writes the record as a folder of pages. */
import { loadDossierAssets, openOutput, programVersion, readMapShapes } from '../compose.ts';
import { buildDossier } from '../desk/build-dossier.ts';
import { MACHINE } from '../desk/desk.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { counted, waitingLines } from './words.ts';

export const dossier: CommandFile = {
  name: 'dossier',
  summary: 'write the record as a folder of pages',
  description:
    'Writes one folder of static pages that open from disk without a server: figures with low, best and high, origins, positions, a timeline, answers of states, sources, and every figure leading to the exact words. Sealed sources are never in it. A folder that onrecord wrote before is replaced; any other is left alone. The signed head of the log stands in it and is noted in the log as given away.',
  args: [],
  options: [
    ['--out <folder>', 'where to write it (./onrecord-dossier when not given)'],
    ['--title <words>', 'title of the dossier'],
    ['--include-proposed', 'put machine proposals in that nobody has reviewed, marked on every page'],
    BY,
  ],
  examples: [['onrecord dossier --out ./dossier', 'writes the accepted claims to ./dossier/index.html']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const includeProposed = options.includeProposed === true;
    const desk = await call.open('try-write');
    const [assets, output, version] = await Promise.all([
      loadDossierAssets(),
      openOutput(),
      programVersion(),
    ]);
    const folder = wordsOf(options, 'out') ?? './onrecord-dossier';
    const log = desk.readOnly ? null : (byOf(options) ?? MACHINE);
    const order = {
      folder,
      includeProposed,
      title: wordsOf(options, 'title'),
      version,
      assets,
      shapes: readMapShapes,
      output,
      log,
    };
    const outcome = await buildDossier(desk, order);
    if (desk.readOnly)
      terminal.err('The vault cannot be written here: the log does not say that this dossier was made.');
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
        place: call,
        paper: terminal.paper,
      }),
    );
    terminal.out('', outcome.page);
    return EXIT.ok;
  },
};
