/** `onrecord export`: hands sources over as a package that a court can check without onrecord. */
import { openPackages, programVersion, publicRoots } from '../compose.ts';
import { custodyChain } from '../desk/custody/custody-chain.ts';
import { custodyPage } from '../desk/custody/custody-page.ts';
import { exportPackage } from '../desk/package/export-package.ts';
import type { CommandFile } from './command.ts';
import { usageError } from './command.ts';
import { custodyLines } from './custody-lines.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { counted, para } from './words.ts';

export const exportCommand: CommandFile = {
  name: 'export',
  summary: 'hand sources over as a package that a court can check',
  description:
    'Writes a folder (BagIt 1.0) with the untouched bytes of the sources, their text, their chain of custody, and everything needed to check them: the signed head of the log, a proof for each entry, time-stamps, and a page of steps that need only sha256sum and openssl. The export is logged before anything is written. An internal source is handed over only to somebody who is named (--to), a sealed one only with --include-sealed. Of a redacted source the package holds the redacted copies, without its chain of custody, unless --originals is given. The package is not encrypted: whoever has it can read everything in it.',
  args: [['<source...>', 'ids of sources or their beginnings']],
  options: [
    ['--out <folder>', 'where to write it; a folder that is new or empty'],
    ['--to <name>', 'who gets it; it stays in the log'],
    ['--title <words>', 'what the package is called'],
    ['--note <words>', 'a remark for the log'],
    ['--hide-agents', 'prove that the entries are in the log without showing who made them'],
    ['--originals', 'hand over the originals of redacted sources, not their redacted copies'],
    ['--include-sealed', 'export sealed sources, too'],
    BY,
  ],
  examples: [
    [
      'onrecord export src_7d2kq --out ./for-the-court --to "The prosecutor" --by "A. Archivist"',
      'writes one source with its proofs',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal, args } = call;
    const out = wordsOf(options, 'out');
    if (out === null) throw usageError('--out names the folder that the package is written to', 'export');
    const desk = await call.open('write');
    const [folder, version, roots] = await Promise.all([openPackages(), programVersion(), publicRoots()]);
    const custody = async (source: string) => {
      const chain = await custodyChain(desk, source, { publicRoots: roots });
      const txt = `${custodyLines(chain, { width: 78, colour: false }).join('\n')}\n`;
      return { txt, html: custodyPage(chain, version), json: `${JSON.stringify(chain, null, 2)}\n` };
    };
    const done = await exportPackage(
      desk,
      {
        sources: args,
        out,
        by: byOf(options),
        to: wordsOf(options, 'to'),
        title: wordsOf(options, 'title'),
        note: wordsOf(options, 'note'),
        openBodies: options.hideAgents !== true,
        originals: options.originals === true,
        includeSealed: options.includeSealed === true,
      },
      { folder, software: `onrecord ${version}`, publicRoots: roots, custody },
    );
    if (terminal.json) {
      const { folder: written, sources, files, bytes } = done;
      terminal.outJson({ folder: written, sources, files, bytes });
      return EXIT.ok;
    }
    terminal.out(
      ...para(
        `${counted(done.sources.length, 'source')} in ${counted(done.files, 'file')}: ${done.folder}`,
        terminal.paper,
      ),
      ...para(
        'The package is NOT encrypted. Whoever gets it finds the steps to check it in verify/README.txt.',
        terminal.paper,
      ),
      '',
      'Check it as they would:',
      `  $ sh ${done.folder}/verify/verify.sh`,
      `  $ onrecord verify ${done.folder}`,
    );
    return EXIT.ok;
  },
};
