/** The list of commands, light enough to load for `onrecord --help`: a command's own file is loaded when it is used. */
import type { CommandFile } from './command.ts';

/** A command's name, its line in the list, and how to get at it. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  readonly group: 'Begin' | 'Look' | 'Decide' | 'Publish' | 'Keep';
  load(): Promise<CommandFile>;
}

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'demo',
    group: 'Begin',
    summary: 'the whole way on the example reports, or on FILE…',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'init',
    group: 'Begin',
    summary: 'make an empty vault',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'capture',
    group: 'Begin',
    summary: 'take in files, folders, globs or standard input',
    load: async () => (await import('./capture.ts')).capture,
  },
  {
    name: 'describe',
    group: 'Begin',
    summary: 'give or correct what is known about a source',
    load: async () => (await import('./describe.ts')).describe,
  },
  {
    name: 'propose',
    group: 'Begin',
    summary: 'let the machine mark who says what',
    load: async () => (await import('./propose.ts')).propose,
  },
  {
    name: 'show',
    group: 'Look',
    summary: 'the record at a glance, or one thing by its id',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'claims',
    group: 'Look',
    summary: 'claims with their exact words',
    load: async () => (await import('./claims.ts')).claims,
  },
  {
    name: 'positions',
    group: 'Look',
    summary: 'who alleges, who denies, side by side',
    load: async () => (await import('./positions.ts')).positions,
  },
  {
    name: 'origins',
    group: 'Look',
    summary: 'how many independent origins stand behind a proposition',
    load: async () => (await import('./origins.ts')).origins,
  },
  {
    name: 'toll',
    group: 'Look',
    summary: 'low, best and high by named rules',
    load: async () => (await import('./toll.ts')).toll,
  },
  {
    name: 'responses',
    group: 'Look',
    summary: 'what states and institutions answered',
    load: async () => (await import('./responses.ts')).responses,
  },
  {
    name: 'search',
    group: 'Look',
    summary: 'find words in all texts',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'accept',
    group: 'Decide',
    summary: 'accept proposed claims',
    load: async () => (await import('./accept.ts')).accept,
  },
  {
    name: 'reject',
    group: 'Decide',
    summary: 'reject claims, with a reason',
    load: async () => (await import('./reject.ts')).reject,
  },
  {
    name: 'group',
    group: 'Decide',
    summary: 'join, split or undo which claims speak of the same',
    load: async () => (await import('./group.ts')).group,
  },
  {
    name: 'dossier',
    group: 'Publish',
    summary: 'write the record as a folder of pages',
    load: async () => (await import('./dossier.ts')).dossier,
  },
  {
    name: 'verify',
    group: 'Keep',
    summary: 'check every byte, text and log entry',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'doctor',
    group: 'Keep',
    summary: 'say whether this machine and vault are fit to work',
    load: async () => (await import('./doctor.ts')).doctor,
  },
];
