/** Names of months, whole and short, in the languages that lists are most often in. */

/** January to December; forms after dates ("марта") beside the plain ones. */
const NAMES: readonly string[] = [
  'january jan enero ene janvier janv январь января янв січень січня يناير كانون-الثاني',
  'february feb febrero février fevrier févr fev февраль февраля фев лютий лютого فبراير شباط',
  'march mar marzo mars март марта мар березень березня مارس آذار',
  'april apr abril abr avril avr апрель апреля апр квітень квітня أبريل ابريل نيسان',
  'may mayo mai май мая травень травня مايو أيار',
  'june jun junio juin июнь июня июн червень червня يونيو حزيران',
  'july jul julio juillet juil июль июля июл липень липня يوليو تموز',
  'august aug agosto ago août aout август августа авг серпень серпня أغسطس اغسطس آب',
  'september sept sep septiembre septembre сентябрь сентября сен вересень вересня سبتمبر أيلول',
  'october oct octubre octobre октябрь октября окт жовтень жовтня أكتوبر اكتوبر تشرين-الأول',
  'november nov noviembre novembre ноябрь ноября ноя листопад листопада نوفمبر تشرين-الثاني',
  'december dec diciembre dic décembre decembre déc декабрь декабря дек грудень грудня ديسمبر كانون-الأول',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name.replace('-', ' '), at + 1] as const)),
);

/**
 * The month of a name, 1 to 12; null when it is none.
 *
 * @example
 * monthNamed('Марта'); // 3
 */
export function monthNamed(name: string): number | null {
  return MONTHS.get(name.toLowerCase().replace(/\.$/, '').normalize('NFC')) ?? null;
}
