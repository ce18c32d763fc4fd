/** `onrecord dossier`: writes the record as a folder of pages. */
import {
  loadDossierAssets,
  type OpenDesk,
  openOutput,
  paperTools,
  programVersion,
  readMapShapes,
} from '../compose.ts';
import { buildDossier } from '../desk/build-dossier.ts';
import { MACHINE } from '../desk/desk.ts';
import { printDossier } from '../desk/print-dossier.ts';
import { type PublishedCounts, releasedCounts } from '../desk/released-counts/released-counts.ts';
import { DOSSIER_LANGS, type DossierLang } from '../dossier/words/catalogues.ts';
import { type Call, type CommandFile, type Options, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { unsetLines } from './unset-lines.ts';
import { counted, numberWords, waitingLines } from './words.ts';

export const dossier: CommandFile = {
  name: 'dossier',
  summary: 'write the record as a folder of pages',
  description:
    'Writes one folder of static pages that open from disk without a server: figures with low, best and high, origins, positions, a timeline, answers of states, sources, and every figure leading to the exact words. Sealed sources are never in it. --counts puts counts from cases in that two members signed; what they withhold stays withheld, and members are not named. A folder that onrecord wrote before is replaced; any other is left alone. --pdf sets the same as one tagged PDF with the words as footnotes. The signed head of the log stands in it and is noted in the log as given away.',
  args: [],
  options: [
    ['--out <folder>', 'where to write it (./onrecord-dossier when not given)'],
    ['--title <words>', 'title of the dossier'],
    ['--include-proposed', 'put machine proposals in that nobody has reviewed, marked on every page'],
    [
      '--lang <language>',
      'in which language the pages speak; what sources say stays in theirs',
      DOSSIER_LANGS,
    ],
    ['--counts <release...>', 'released counts from cases to put in: ids or their beginnings'],
    ['--pdf <file>', 'write it as one PDF with footnotes instead of a folder'],
    BY,
  ],
  examples: [
    ['onrecord dossier --out ./dossier', 'writes the accepted claims to ./dossier/index.html'],
    ['onrecord dossier --counts cnt_7d2', 'with released counts as a table'],
    ['onrecord dossier --pdf dossier.pdf', 'the same to print or to send'],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const includeProposed = options.includeProposed === true;
    const pdf = wordsOf(options, 'pdf');
    if (pdf !== null && wordsOf(options, 'out') !== null)
      throw usageError('Give --out for a folder or --pdf for a PDF, not both', 'dossier');
    const desk = await call.open('try-write');
    const counts = await countsGiven(desk, options);
    if (pdf !== null) return print(call, desk, { file: pdf, counts });
    const [assets, output, version] = await Promise.all([
      loadDossierAssets(),
      openOutput(),
      programVersion(),
    ]);
    const folder = wordsOf(options, 'out') ?? './onrecord-dossier';
    const log = desk.readOnly ? null : (byOf(options) ?? MACHINE);
    const lang = wordsOf(options, 'lang') as DossierLang | null;
    const order = {
      folder,
      includeProposed,
      ...(lang === null ? {} : { lang }),
      title: wordsOf(options, 'title'),
      version,
      assets,
      counts,
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

/** Counts that two members let go, held to their signatures. */
async function countsGiven(desk: OpenDesk, options: Options): Promise<readonly PublishedCounts[]> {
  const asked = Array.isArray(options.counts) ? options.counts.map(String) : [];
  return asked.length === 0 ? [] : releasedCounts(desk.store, asked);
}

/** Sets the PDF; a file that is there already is left as it is. */
async function print(
  call: Call,
  desk: OpenDesk,
  to: { readonly file: string; readonly counts: readonly PublishedCounts[] },
): Promise<ExitCode> {
  const { options, terminal } = call;
  const [{ files, typesetter }, version] = await Promise.all([paperTools(), programVersion()]);
  const lang = wordsOf(options, 'lang') as DossierLang | null;
  const printed = await printDossier(desk, {
    ...to,
    includeProposed: options.includeProposed === true,
    ...(lang === null ? {} : { lang }),
    title: wordsOf(options, 'title'),
    version,
    shapes: readMapShapes,
    typesetter,
    files,
    log: desk.readOnly ? null : (byOf(options) ?? MACHINE),
  });
  if (desk.readOnly)
    terminal.err('The vault cannot be written here: the log does not say that this dossier was made.');
  if (printed.unset.length > 0) terminal.err(...unsetLines(printed.unset, terminal.paper));
  if (terminal.json) terminal.outJson(printed);
  else {
    const held = printed.checkedUa1 ? 'held to PDF/UA-1' : 'tagged';
    terminal.out(
      `PDF written: ${numberWords(printed.bytes)} bytes, ${held}, by ${printed.by}.`,
      '',
      printed.file,
    );
  }
  return EXIT.ok;
}
