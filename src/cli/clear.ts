/** `onrecord clear`: who may be named in what is published. */
import { clearPerson, listPersons } from '../desk/names/clear-person.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

export const clear: CommandFile = {
  name: 'clear',
  summary: 'say who may be named in what is published, and why',
  description:
    'A person is shown in dossiers and pictures by a pseudonym, the same in every release, until somebody clears them with a reason: whoever holds public office or speaks for an institution, or who consents. Institutions are public. With --withdraw the name is hidden again; what was published before is not called back. --list says who is a person in this record and who is cleared. Every decision stands in the log.',
  args: [['[person]', 'id of an actor or its beginning, a name as the record has it, or a pseudonym']],
  options: [
    ['--because <words>', 'why; it stays in the log, so do not tell there what must be hidden'],
    ['--withdraw', 'hide the name again from now on'],
    ['--list', 'who is a person, under which pseudonym, and who is cleared'],
    BY,
  ],
  examples: [
    ['onrecord clear --list', 'who is hidden and who is named'],
    [
      'onrecord clear "Pavel Orsk" --because "governor, speaks in office" --by "A. Archivist"',
      'publishes his name from now on',
    ],
    [
      'onrecord clear act_9abcd --withdraw --because "left office, threatened" --by "A. Archivist"',
      'hides it again',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { args, options } = call;
    const [person] = args;
    if (options.list === true) {
      if (person !== undefined) throw usageError('--list takes no person', 'clear');
      return list(call);
    }
    if (person === undefined) throw usageError('Name a person, or say --list', 'clear');
    return decide(call, person);
  },
};

async function decide(call: Call, person: string): Promise<ExitCode> {
  const { options, terminal } = call;
  const cleared = options.withdraw !== true;
  const order = { person, cleared, reason: wordsOf(options, 'because'), by: byOf(options) };
  const decided = await clearPerson(await call.open('write'), order);
  if (terminal.json) terminal.outJson(decided);
  else
    terminal.out(
      ...para(
        cleared
          ? `${decided.name} is named in what is published from now on, no longer ${decided.pseudonym}.`
          : `${decided.name} is ${decided.pseudonym} in what is published from now on. What was published before keeps the name.`,
        terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function list(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const desk = await call.open('read');
  const hasKey = (await desk.store.settings()).pseudonymKey !== undefined;
  const persons = (await listPersons(desk)).map(({ name, spellings, actors, pseudonym, cleared }) => ({
    name,
    spellings,
    actors,
    pseudonym: hasKey ? pseudonym : null,
    cleared,
  }));
  if (terminal.json) {
    terminal.outJson({ persons });
    return EXIT.ok;
  }
  for (const { name, actors, pseudonym, cleared } of persons) {
    const id = actors[0] === undefined ? '' : ` · ${actors[0].slice(0, 12)}`;
    const shown = cleared ? 'named' : (pseudonym ?? 'hidden');
    terminal.out(...para(`${cleared ? '▲' : '·'} ${name} · ${shown}${id}`, terminal.paper));
  }
  const named = persons.filter(({ cleared }) => cleared).length;
  terminal.out(
    ...para(
      `${counted(persons.length, 'person', 'people')} by name, ${named} cleared. Clear one with: onrecord clear PERSON${placeFlags(call)} --because "…" --by "YOUR NAME"`,
      terminal.paper,
    ),
  );
  return EXIT.ok;
}
