/** The flags by which a person says what a file does not say about itself: the same for capture and describe. */

import { OnRecordError } from '../desk/desk.ts';
import { checkGiven, GIVEN_FIELDS, type GivenMetadata, type RawGiven } from '../desk/given-metadata.ts';
import { HANDLINGS, SOURCE_KINDS } from '../desk/vocabulary.ts';
import type { CommandFile, Options } from './command.ts';

/** Options of commander. */
export const GIVEN_OPTIONS: CommandFile['options'] = [
  ['--title <words>', 'title of the source'],
  ['--publisher <name>', 'outlet or body that put it out'],
  ['--author <name...>', 'author; may be given several times'],
  ['--date <day>', 'day, month or year of publication: 2017-05-18, 2017-05, 2017'],
  ['--lang <tag>', 'language: en, ru, sr-Latn'],
  ['--url <address>', 'canonical address; it is never fetched'],
  ['--kind <kind>', 'kind of source', SOURCE_KINDS],
  ['--handling <handling>', 'who may see it; internal when not said', HANDLINGS],
];

/**
 * Checks what the flags say.
 *
 * @throws OnRecordError `bad-usage` with every fault
 * @example
 * const given = givenOf(call.options, new Date());
 */
export function givenOf(options: Options, now: Date): GivenMetadata {
  const raw: RawGiven = Object.fromEntries(
    GIVEN_FIELDS.filter((field) => options[field] !== undefined).map((field) => [field, options[field]]),
  );
  const checked = checkGiven(raw, now);
  if (checked.ok) return checked.value;
  const faults = checked.faults.map(({ path, message }) => ({
    path: `--${path.replace(/\.\d+$/u, '')}`,
    message,
  }));
  throw new OnRecordError('bad-usage', 'Some flags cannot be used.', { faults });
}
