/** The languages other than English that can be read. */
import type { ReadInput, Reading } from '../proposed-claim.ts';
import { AR } from './ar/pack-ar.ts';
import { ES } from './es/pack-es.ts';
import type { LanguagePack } from './pack.ts';
import { readByPack } from './read-pack.ts';
import { packFor } from './recognise.ts';
import { RU } from './ru/ru.ts';
import { UK } from './uk/uk.ts';

/** Every language with a pack. */
export const PACKS: readonly LanguagePack[] = [RU, UK, ES, AR];

/**
 * Reads a text that is not English; null when there is no pack for it, or it is not clear which language it is.
 *
 * @example
 * readOther({ text: 'Полиция сообщила, что погибли шесть человек.', publishedAt: null, outlet: null, language: null })?.language; // 'ru'
 */
export function readOther(input: ReadInput): Reading | null {
  const pack = packFor(input.text, input.language, PACKS);
  return pack === null ? null : readByPack(input, pack);
}
