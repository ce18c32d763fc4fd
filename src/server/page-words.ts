/**
 * Sentences of the desk for whoever reads them in a browser. The desk words them for the terminal, with the command or the option
 * that mends what is wrong; on a page nobody can type one.
 */
import type { OnRecordError } from '../desk/desk.ts';

/** A command or an option, as the desk's sentences write them. */
const COMMAND = /--[a-z][a-z-]*|(?:[:(“]\s?|\b(?:use|with|and|or) )onrecord [a-z]+/u;
const ASIDE = / \([^()]*\)/gu;
const WITH_OPTION = / with --[a-z][a-z-]*(?: [A-Z]+\b)?/gu;
const VERIFY = /\brun: onrecord verify(?: [a-z]+_[\w-]+)?/gu;
const SENTENCES = /(?<=[.!?]) (?=[\p{Lu}"])/u;

/** In which room a page shows what a command lists; the first that fits. */
const ROOMS: readonly (readonly [command: string, room: string])[] = [
  ['place', 'Places'],
  ['incident', 'Incidents'],
  ['release', 'Releases'],
  ['case', 'Cases'],
  ['compartment', 'Cases'],
  ['member', 'Cases'],
  ['people', 'People'],
  ['list', 'People'],
  ['clear', 'What leaves'],
  ['claims', 'Propositions'],
  ['show --actors', 'Who said what'],
  ['show --sources', 'Inbox'],
];

/**
 * What is said of an error on a page: its own words for pages, or those for the terminal with rooms in the place of commands.
 *
 * @example
 * pageWords('There is no such compartment. See: onrecord compartment list'); // 'There is no such compartment. See: the room Cases.'
 */
export function pageWords(error: OnRecordError | string): string {
  if (typeof error !== 'string') return error.onPage ?? pageWords(error.message);
  const kept = error
    .replace(VERIFY, 'check everything in the room Custody')
    .replace(ASIDE, (aside) => (COMMAND.test(aside) ? '' : aside))
    .replace(WITH_OPTION, '')
    .split(SENTENCES)
    .map((sentence) => (COMMAND.test(sentence) ? onPage(sentence) : sentence))
    .filter((sentence) => sentence !== '');
  return kept.length === 0 ? error : kept.join(' ');
}

/** What is asked for (“Say why: --reason …”), or the room that shows it; nothing of a sentence that only names a command. */
function onPage(sentence: string): string {
  const [, asked] = /^((?:Say|Name) [^:]*): /u.exec(sentence) ?? [];
  if (asked !== undefined) return `${asked}.`;
  const [, lead, command = ''] = /^(See[^:]*): onrecord (.*)$/u.exec(sentence) ?? [];
  const room = ROOMS.find(([listed]) => command.startsWith(listed))?.[1];
  return lead === undefined || room === undefined ? '' : `${lead}: the room ${room}.`;
}
