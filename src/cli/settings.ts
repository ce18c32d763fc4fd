/** `onrecord settings`: how this record is kept: who stamps and witnesses it, and whether views are written down. */
import { loggedSettings } from '../desk/change-settings.ts';
import { MACHINE } from '../desk/desk.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf } from './figure-options.ts';
import { counted, para } from './words.ts';

export const settings: CommandFile = {
  name: 'settings',
  summary: 'how this record is kept',
  description:
    'Shows the time-stamp authorities and witnesses of this record, whether opening a source is written to its chain of custody, and whether claims made by hand and releases are accepted by a second person, here as in the desk of a team. With --log-views it is from now on, under the name in ONRECORD_AGENT. A change of the settings is an entry of the log.',
  args: [],
  options: [
    ['--log-views <state>', 'write down who opened which source with show', ['on', 'off']],
    [
      '--second-person <state>',
      'claims made by hand and releases are accepted by somebody else than who made them',
      ['on', 'off'],
    ],
    BY,
  ],
  examples: [
    ['onrecord settings', 'shows them'],
    [
      'onrecord settings --second-person on --by "A. Archivist"',
      'two people for every claim made by hand and every release from now on',
    ],
    ['onrecord settings --log-views on --by "A. Archivist"', 'keeps who opened what from now on'],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const given = {
      ...(options.logViews === undefined ? {} : { logViews: options.logViews === 'on' }),
      ...(options.secondPerson === undefined ? {} : { secondPerson: options.secondPerson === 'on' }),
    };
    const change = Object.keys(given).length === 0 ? null : given;
    const desk = await call.open(change === null ? 'read' : 'write');
    const now =
      change === null
        ? await desk.store.settings()
        : await loggedSettings(desk, change, byOf(options) ?? MACHINE);
    const { paper } = terminal;
    if (terminal.json) {
      const { pseudonymKey: _, ...shown } = now;
      terminal.outJson(shown);
      return EXIT.ok;
    }
    terminal.out(`Views of sources: ${now.logViews ? 'written down' : 'not written down'}.`);
    const second = now.secondPerson === true ? 'somebody else than who made it' : 'anybody who may decide';
    terminal.out(...para(`A claim made by hand, and a release, is accepted by: ${second}.`, paper));
    terminal.out(
      ...para(`${counted(now.authorities.length, 'time-stamp authority', 'time-stamp authorities')}.`, paper),
    );
    for (const { url, rootsPem } of now.authorities)
      terminal.out(...para(`${url}${rootsPem === '' ? '' : ' · with roots of its own'}`, paper, '  '));
    terminal.out(...para(`${counted(now.witnesses.length, 'witness', 'witnesses')}.`, paper));
    for (const { name, vkey } of now.witnesses) terminal.out(...para(`${name} · ${vkey}`, paper, '  '));
    return EXIT.ok;
  },
};
