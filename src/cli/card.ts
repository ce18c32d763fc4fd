/** `onrecord card`: one figure as a picture for the press, with its range, claims, denials and sources in it. */
import { paperTools, programVersion } from '../compose.ts';
import { MACHINE } from '../desk/desk.ts';
import { makeCard } from '../desk/make-card.ts';
import { DOSSIER_LANGS, type DossierLang } from '../dossier/words/catalogues.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, INCLUDE_PROPOSED, wordsOf } from './figure-options.ts';
import { unsetLines } from './unset-lines.ts';
import { para } from './words.ts';

export const card: CommandFile = {
  name: 'card',
  summary: 'one figure as a picture for the press',
  description:
    'Draws one proposition as a card of 1200 by 630 pixels (PNG: twice that): the number with low, best and high, who claims it, who denies it, on how many independent origins it rests, the sources, and from which state of the record it was made. All of it is in the picture, so that it travels with the number. Names of persons are hidden as in a dossier. Prints the card in words, to be given where the picture is shown. A file that is there already is left as it is.',
  args: [['<proposition>', 'the proposition, by its id or the beginning of it']],
  options: [
    ['--svg <file>', 'write it as SVG'],
    ['--png <file>', 'write it as PNG, in the fonts of this program'],
    INCLUDE_PROPOSED,
    ['--title <words>', 'title of the record, above the figure'],
    [
      '--lang <language>',
      'in which language the card speaks; what sources say stays in theirs',
      DOSSIER_LANGS,
    ],
    BY,
  ],
  examples: [['onrecord card prp_7d2kq --png killed.png', 'draws the figure for a newspaper']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const [svg, png] = [wordsOf(options, 'svg'), wordsOf(options, 'png')];
    if (svg === null && png === null) throw usageError('Give --svg or --png, with a file to write', 'card');
    const desk = await call.open('try-write');
    const [{ files, painter }, version] = await Promise.all([paperTools(), programVersion()]);
    const lang = wordsOf(options, 'lang') as DossierLang | null;
    const made = await makeCard(desk, {
      proposition: call.args[0] ?? '',
      svg,
      png,
      includeProposed: options.includeProposed === true,
      title: wordsOf(options, 'title'),
      ...(lang === null ? {} : { lang }),
      version,
      painter,
      files,
      log: desk.readOnly ? null : (byOf(options) ?? MACHINE),
    });
    if (png !== null && made.unset.length > 0) terminal.err(...unsetLines(made.unset, terminal.paper));
    if (terminal.json) terminal.outJson(made);
    else terminal.out(...para(made.alt, terminal.paper), '', ...made.files);
    return EXIT.ok;
  },
};
