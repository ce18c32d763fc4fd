/** `onrecord case`: people and families at risk, sealed. */
import type { CaseTools } from '../compose.ts';
import type { OpenCompartment } from '../desk/cases/open-compartment.ts';
import { withCaseNamed, withWordsTyped } from './asked-case.ts';
import { addDocument, addOrChange, dropCase, takeDocument } from './case-changes.ts';
import { countCases } from './case-counts.ts';
import { listAll, searchAll, showDue, showOne, showReads, showVersions } from './case-views.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { GROUP_OPTION, RULE_OPTIONS } from './disclosure-options.ts';
import type { ExitCode } from './exit-codes.ts';
import {
  COMPARTMENT_OPTION,
  MEMBER_OPTIONS,
  type MemberCall,
  openCases,
  withCompartment,
} from './member-secret.ts';

type Step = (call: Call, opened: MemberCall, room: OpenCompartment) => Promise<ExitCode>;

/** How many words each action takes, what it does, and whether the first word is a case. */
const ACTIONS: Readonly<
  Record<
    string,
    { readonly least: number; readonly most: number; readonly run: Step; readonly first?: 'case' | 'words' }
  >
> = {
  new: { least: 0, most: 1, run: addOrChange },
  list: { least: 0, most: 0, run: listAll },
  show: { least: 0, most: 1, run: showOne, first: 'case' },
  versions: { least: 0, most: 1, run: showVersions, first: 'case' },
  change: { least: 1, most: 2, run: addOrChange, first: 'case' },
  attach: { least: 1, most: 2, run: addDocument, first: 'case' },
  get: { least: 2, most: 3, run: takeDocument, first: 'case' },
  search: { least: 0, most: 20, run: searchAll, first: 'words' },
  erase: { least: 0, most: 1, run: dropCase, first: 'case' },
  due: { least: 0, most: 0, run: showDue },
  reads: { least: 0, most: 0, run: showReads },
  counts: { least: 1, most: 4, run: countCases },
};

/**
 * The command over what it needs.
 *
 * @example
 * caseCommand(loadCaseTools).name; // 'case'
 */
export function caseCommand(load: () => Promise<CaseTools>): CommandFile {
  return {
    name: 'case',
    summary: 'people and families at risk, sealed',
    description:
      'Works on the cases of a compartment. Everything is opened on this machine, for a member who types their passphrase; vault and server hold ciphertext alone. new [FILE] makes a case from a file in YAML or JSON, from standard input (-), or from --retain-until and a pseudonym that it asks for; change [ID] FILE puts the fields of a file in place of those of a case, and leaves the others. list, show [ID] and search [WORDS] read; versions [ID] says who saved it and when, and show --version N shows how it was; due shows what is due: retention, tasks, risks that nobody looked at for 90 days. attach [ID] FILE seals a document, get [ID] DOCUMENT FILE writes it out again. Leave the ID out and you are asked which case is meant, leave out the words and you are asked for them: what you answer stays nowhere, while pseudonyms and words on the command line stay in the history of your shell. To either the pseudonym of a case is as good as its id, which says nothing to others: all cases are opened to find it, and the log of reads says so. erase [ID] destroys the keys of a case and its documents, or of one document: nobody can bring it back. reads shows who read what; that log is sealed, too. counts AXIS… counts applications or cases by one to four of state, kind, answer, period and risk, withholds small numbers with as many others as it takes, attacks the result together with everything that was released before, and seals it for a second member; labels are published as they were typed, and one that holds the pseudonym or the id of a case is refused; counts list, counts show ID, and counts sign ID, which logs it as released: only who did not prepare it can; counts drop ID erases what shall not be signed. When somebody else saved a case since you read it, your change is refused: give --version with what show said to be sure of what you change.',
    args: [
      ['<action>', `one of ${Object.keys(ACTIONS).join(', ')}`],
      [
        '[words...]',
        'ids or their beginnings, or the pseudonym of a case (else it asks); a file, or words to look for',
      ],
    ],
    options: [
      COMPARTMENT_OPTION,
      ...MEMBER_OPTIONS,
      ['--pseudonym <words>', 'new: what the team calls it; not a name (else it asks)'],
      ['--retain-until <day>', 'new: when it is looked at again or erased'],
      ['--version <number>', 'show: an earlier version; change: the version that you changed'],
      ['--document <id>', 'erase: this document alone'],
      ['--media-type <type>', 'attach: its type (else told from the name)'],
      ['--until <day>', 'due: what is due until that day (else today)'],
      ['--limit <number>', 'search: how many to show'],
      ['--yes', 'erase, counts sign: do not ask'],
      ['--unit <unit>', 'counts: cases or applications (applications where an axis speaks of them)'],
      ['--period <length>', 'counts: year, quarter or month in which was asked (year)'],
      ...[GROUP_OPTION, ...RULE_OPTIONS].map(([flag, words]) => [flag, `counts: ${words}`] as const),
    ],
    examples: [
      [
        'onrecord case new --retain-until 2027-11-30',
        'a new case with nothing in it yet; asks what it is called',
      ],
      ['onrecord case show', 'asks which case, and shows it'],
      ['onrecord case change cas_7d2 - < heron.yaml', 'takes fields from standard input'],
      ['onrecord case search', 'asks for words, such as: insulin "safe flat"; finds cases in any script'],
      [
        'onrecord case counts state answer',
        'counts applications by authority and answer, for a second member to sign',
      ],
      [
        'onrecord case counts state --group "the north=Embassy of Tavria+Embassy of Corland"',
        'shows a sum of two authorities as well',
      ],
    ],
    usesVault: true,
    async run(call) {
      const [name = '', ...words] = call.args;
      const action = ACTIONS[name];
      if (action === undefined)
        throw usageError(
          `The first word after case must be one of ${Object.keys(ACTIONS).join(', ')}`,
          'case',
        );
      if (words.length < action.least || words.length > action.most)
        throw usageError(
          `${name} takes ${takes(action)} after it, and ${words.length === 1 ? 'there is 1' : `there are ${words.length}`}`,
          'case',
        );
      // Reads are logged, too: whoever may not write may not read.
      const opened = await openCases(call, 'write', load);
      const reads = ['list', 'search', 'due'].includes(name) ? 'all' : 'some';
      return withCompartment(
        opened,
        call,
        async (room) => {
          const asked = await allWords(opened, name, words);
          return action.run({ ...call, args: [name, ...asked] }, opened, room);
        },
        reads,
      );
    },
  };
}

/** The words after the action, with those that the person is asked for. */
async function allWords(
  { tools: { source } }: MemberCall,
  name: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const action = ACTIONS[name];
  if (action?.first === 'words') return withWordsTyped(source, words);
  return action?.first === 'case' ? withCaseNamed(source, { action: name, words, most: action.most }) : words;
}

function takes({ least, most }: { readonly least: number; readonly most: number }): string {
  if (most === 0) return 'no word';
  const many = least === most ? `${most}` : `${least} to ${most}`;
  return `${many} ${most === 1 ? 'word' : 'words'}`;
}
