/** Neutral Arabic wording of an act. */
import type { LanguagePack } from '../pack.ts';

const NOUNS: Readonly<Record<string, string>> = {
  killed: 'قتل',
  injured: 'إصابة',
  detained: 'احتجاز',
  abducted: 'خطف',
  disappeared: 'اختفاء',
  tortured: 'تعذيب',
  'sexual-violence': 'عنف جنسي',
  displaced: 'تهجير',
  released: 'إفراج',
  'detention-sites': 'أماكن احتجاز',
  visa: 'تأشيرات',
  asylum: 'لجوء',
  relocation: 'إعادة توطين',
  evacuation: 'إجلاء',
  investigation: 'تحقيق',
  statement: 'بيان',
};

/**
 * Words an act without its figure.
 *
 * @example
 * wordArabicAct('killed', { group: 'مدنيون', place: null, by: null }); // 'قتل: مدنيون'
 */
export const wordArabicAct: LanguagePack['wordAct'] = (measure, { group, place, by }) => {
  const rest = [group, by === null ? null : `على يد ${by}`, place === null ? null : `في ${place}`].filter(
    (part) => part !== null,
  );
  const noun = NOUNS[measure] ?? measure;
  return rest.length === 0 ? noun : `${noun}: ${rest.join('، ')}`;
};
