/**
 * Spanish verb forms as patterns: third persons in the tenses of reports, and the perfect with its auxiliary. Written
 * as `foldSpanish` leaves them. Not meant: first persons, imperatives, forms with pronouns behind ("decirle").
 */

const HAVE = '(ha|han|habia|habian|habria|habrian|haya|hayan|hubiera|hubieran)';

/** Stems of a verb that are not its first one. */
export interface Irregular {
  /** Stem under stress ("nieg" of "negar"). */
  readonly stressed?: string;
  /** Stem of the preterite ("pidi" gives "pidió", "pidieron"). */
  readonly past?: string;
  /** Participle ("dicho"). */
  readonly participle?: string;
}

/**
 * Forms of a verb in -ar. "-ó" is kept apart from "-o", which is a noun in many ("el reporte", "un reclamo"); capitals
 * without accents are helped by `fold`.
 *
 * @example
 * ar('neg', 'nieg').split('|')[0]; // 'nieg(a|an)'
 */
export function ar(stem: string, stressed = stem): string {
  return [
    `${stressed}(a|an)`,
    `${stem}(ó|aron|aba|aban|aria|arian|ando)`,
    `${stem}ar(a|an)`,
    `${HAVE} ${stem}ado`,
  ].join('|');
}

/**
 * Forms of a verb in -er or -ir.
 *
 * @example
 * erir('admit').includes('admiti(ó|eron)'); // false: see the pattern
 */
export function erir(stem: string, irregular: Irregular = {}): string {
  const { stressed = stem, past = stem, participle = `${stem}ido` } = irregular;
  return [
    `${stressed}(e|en)`,
    `${past}(ió|ieron|iera|ieran)`,
    `${stem}(ia|ian|ira|iran|era|eran|iria|irian|eria|erian|iendo)`,
    `${HAVE} ${participle}`,
  ].join('|');
}

/**
 * A phrase for each form: what stands before and behind every alternative of a pattern.
 *
 * @example
 * around('no ', 'respond(e|en)|contesta', ' a'); // 'no respond(e|en) a|no contesta a'
 */
export function around(before: string, forms: string, after = ''): string {
  return forms
    .split(/\|(?![^(]*\))/)
    .map((form) => `${before}${form}${after}`)
    .join('|');
}
