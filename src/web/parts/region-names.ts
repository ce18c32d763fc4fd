/** Countries and areas by their code, as the browser names them. */
import { language } from '../words/language.ts';

/**
 * The name of a country in the person's language; the code where there is none.
 *
 * @example
 * countryName('IS'); // 'Iceland'
 */
export function countryName(code: string): string {
  try {
    return (
      new Intl.DisplayNames([language.value === 'ru' ? 'ru' : 'en'], { type: 'region' }).of(code) ?? code
    );
  } catch {
    return code;
  }
}
