/**
 * Spanish words made comparable: lower case, without accents. Kept: the final "ó" of the preterite ("reclamó" is no
 * "reclamo"), "él" and "está". Capitals without accents (dispatches) get the "ó" back by way of `PRETERITES`.
 */

const KEPT = new Map([
  ['él', 'él'],
  ['está', 'está'],
  ['están', 'están'],
  ['pública', 'pública'],
  ['públicas', 'públicas'],
  ['crítica', 'crítica'],
  ['críticas', 'críticas'],
]);
const MARKS = /[\u0300\u0301\u0308]/g;
const ACCENTED = /[áéíóúüàèìòù]/;
const SHOUTED = /^[A-ZÁÉÍÓÚÜÑ]{3,}$/;
/** "INFORMO" in capitals: verbs of saying that end so in the preterite. */
const PRETERITES =
  /^(?:inform|neg|declar|afirm|asegur|anunci|report|señal|senal|indic|manifest|rechaz|confirm|rechaz|acus|denunci|revel|explic|agreg|precis|public|reclam|expres|lament|critic|conden|mat|asesin|secuestr|detect|captur|arrest|tortur|liber|dispar|llam|alert|destac|relat|coment|cit|instó?|solicit|conden|dej)o$/;

/**
 * Folds one word.
 *
 * @example
 * foldSpanish('Según'); // 'segun'
 */
export function foldSpanish(word: string): string {
  const low = word.toLowerCase();
  if (SHOUTED.test(word) && PRETERITES.test(low)) return `${low.slice(0, -1)}ó`;
  if (!ACCENTED.test(low)) return low;
  const kept = KEPT.get(low);
  if (kept !== undefined) return kept;
  const bare = low.normalize('NFD').replace(MARKS, '').normalize('NFC');
  return low.endsWith('ó') ? `${bare.slice(0, -1)}ó` : bare;
}
