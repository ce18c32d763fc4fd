/** Values as they are compared: one script, one case, no marks; dates as EDTF; numbers without grouping. */
import anyAscii from 'any-ascii';
import type { ColumnKind } from '../../reckon/linkage/columns.ts';
import { ownLetters, scriptOfName } from '../../reckon/linkage/names/name-letters.ts';

/**
 * Folds a value of a kind; empty when nothing comparable is in it.
 *
 * @example
 * foldValue('family', ' Čović-Ilić'); // 'covic ilic'
 * foldValue('date', '19081209'); // '1908-12-09'
 */
export function foldValue(kind: ColumnKind, value: string): string {
  const trimmed = value.trim();
  switch (kind) {
    case 'given':
    case 'family':
    case 'name':
    case 'place':
      return latin(trimmed)
        .replace(/['’ʼ`´]/g, '')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();
    case 'date':
      return foldDate(trimmed);
    case 'year':
    case 'month':
    case 'day':
      return trimmed.replace(/^0+(?=\d)/, '');
    case 'age':
      return /^\d{1,3}$/.test(trimmed) ? String(Number(trimmed)) : '';
    case 'across-scripts':
      return '';
    case 'sex':
    case 'code':
    case 'text':
      return latin(trimmed).replace(/\s+/g, ' ');
  }
}

function latin(value: string): string {
  return (/^[\x20-\x7e]*$/.test(value) ? value : anyAscii(value.normalize('NFC'))).toLowerCase();
}

function foldDate(value: string): string {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  if (compact !== null) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  return value.replace(/[?~%]$/, '');
}

/**
 * The consonants of a folded name by how they sound, the same for its usual spellings in Latin letters and in other scripts.
 *
 * @example
 * soundKey('muhammad') === soundKey('mhmd'); // true
 */
export function soundKey(folded: string): string {
  return folded
    .replace(/kh|gh|ck|[hqgk]/g, 'k')
    .replace(/dzh|zh|dj|j/g, 'j')
    .replace(/shch|sh|sch|ch|tch|[sczx]/g, 's')
    .replace(/ph|[fv]/g, 'f')
    .replace(/[td]/g, 't')
    .replace(/[aeiouyw ]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/**
 * A name in its own letters where it is in another script than Latin: the script's first letter, a colon, then its parts;
 * `?:` where the spelling cannot be judged across scripts. Empty for Latin names.
 *
 * @example
 * ownSpelling('Ана Кос'); // 'c:ана кос'
 * ownSpelling('Ana Kos'); // ''
 */
export function ownSpelling(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return '';
  const script = scriptOfName(value);
  if (script === 'latin') return '';
  if (script === null) return '?:';
  const parts = value.split(/[\s,\-\u2010-\u2015]+/).map((part) => ownLetters(script, part));
  return `${script[0]}:${parts.filter((part) => part !== '').join(' ')}`;
}

/**
 * The parts of a folded name in the order of the alphabet.
 *
 * @example
 * sortedParts('ilic marko'); // 'ilic marko'
 */
export function sortedParts(folded: string): string {
  return folded.split(' ').sort().join(' ');
}
