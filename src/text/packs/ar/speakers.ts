/** Arabic nouns and pronouns that can speak; the article stands apart ("ال شرطة"), so none is written here. */
import type { PackPronoun, PackSpeakerNoun } from '../pack.ts';

type Row = readonly [forms: string, more: Partial<PackSpeakerNoun>];

const base: PackSpeakerNoun = {
  forms: '',
  oblique: '',
  kind: 'person',
  sort: 'role',
  gender: 'm',
  plural: false,
};

const BODIES: readonly Row[] = [
  [
    'نائب ال عام|جيش|حرس|دفاع|هلال|برلمان|قضاء|جهاز|أمن|دفاع مدني|مكتب|ديوان|هلال|صليب',
    { kind: 'public-body' },
  ],
  [
    'وزارة|نيابة|نيابة ال عامة|أمم|شرطة|حكومة|سفارة|قنصلية|خارجية|داخلية|بحرية|رئاسة|محكمة|بلدية|محافظة|هيئة|إدارة|مديرية|قيادة|لجنة|لجنة وطنية|أمم متحدة|مفوضية|أمانة|قوات مسلحة|كتيبة|مخابرات|استخبارات',
    { kind: 'public-body', gender: 'f' },
  ],
  ['مركز|مرصد|اتحاد|حزب|تنظيم|فصيل|مستشفى|تحالف|ائتلاف|معهد|مجمع|نادي|تيار|منتدى', { kind: 'organisation' }],
  [
    'منظمة|جمعية|شبكة|رابطة|نقابة|حركة|مؤسسة|جماعة|جبهة|تنسيقية|كنيسة|حملة|مبادرة|جامعة|شركة|هيئة حقوقية',
    { kind: 'organisation', gender: 'f' },
  ],
  ['موقع|تلفزيون|راديو', { kind: 'media' }],
  ['صحيفة|جريدة|مجلة|أسبوعية|يومية', { kind: 'media', gender: 'f', apart: true }],
  ['وكالة|وكالة أنباء|إذاعة|قناة', { kind: 'media', gender: 'f' }],
];

const ROLES: readonly Row[] = [
  [
    'رئيس|رئيس(ه|ها|هم)|محافظ|مدير|مدير(ه|ها|هم)|ملازم|رقيب|فريق|قائد|ناطق|ناطق رسمي|متحدث|متحدث رسمي|نائب|نائب عام|سفير|قاض|قاضي|أمين|أمين عام|عقيد|عميد|لواء|مقدم|رائد|نقيب|ضابط|عمدة|حاكم|مفوض|مبعوث|مستشار|زعيم|مدع|مدعي|مسؤول',
    { official: true },
  ],
  [
    'وزير|وزيرة|ملك|أمير|قائد ال جيش|رئيس ال وزراء|رئيس وزراء|رئيسة ال وزراء',
    { unique: true, official: true },
  ],
  [
    'رئيسة|مديرة|مديرت(ه|ها|هم)|رئيست(ه|ها|هم)|ناطقة|متحدثة|نائبة|سفيرة|قاضية|مدعية|محافظة سابقة|مسؤولة',
    { gender: 'f' },
  ],
  [
    'محاميه|محاميها|محاميهم|محامي|محام|طبيب|صحفي|صحافي|ناشط|باحث|خبير|مدون|أب|مطران|شيخ|إمام|أستاذ|دكتور|محلل|معارض|نقيب|كاهن|مدرس|والد|كاتب|حقوقي',
    {},
  ],
  [
    'محاميته|محاميتها|محاميتهم|محامية|طبيبة|صحفية|صحافية|ناشطة|باحثة|خبيرة|أستاذة|معلمة|كاتبة|حقوقية',
    { gender: 'f' },
  ],
];

/** They may be followed by a name ("الشاهد ماهر قاسم"). */
const WITNESSES: readonly Row[] = [
  ['شاهد', { connection: 'witness' }],
  ['شاهدة', { connection: 'witness', gender: 'f' }],
];

const UNNAMED: readonly Row[] = [
  ['شهود|شهود عيان|سكان|سكان محليون|أهالي|جيران|ناجون|ناجين|قرويون', { connection: 'witness', plural: true }],
  ['شاهد عيان|شاهدة عيان|ناج|ناجي', { connection: 'witness' }],
  ['والدة|أم|زوجة|شقيقة|ابنة|أرملة|زوجته|والدته|شقيقته', { connection: 'relative', gender: 'f' }],
  ['خالتي|عمتي|خالي|عمي|أختي|أخي|والدي|والدتي|ابنتي|زوجي|زوجتي', { connection: 'relative' }],
  ['جارة|جارتنا|جارنا|جارتي|جاري|صديق|صديقي|صديقة|صديقتي', {}],
  ['عائلة|أسرة|عائلته', { connection: 'relative', gender: 'f' }],
  ['عائلات|أقارب|أهل|ذوو|ذوي', { connection: 'relative', plural: true }],
  [
    'مصادر|سلطات|منظمات|وسائل إعلام|تقارير|نساء|مصادر طبية|مصادر محلية|مصادر مطلعة',
    { gender: 'f', plural: true },
  ],
  [
    'مصدر|مصدر طبي|مصدر أمني|مصدر عسكري|مسؤول طلب|معتقل سابق|ضابط سابق|معتقل|سجين|جندي|أحد|تقرير|بيان|مواطن|عامل|لاجئ',
    {},
  ],
  [
    'ناشطون|مسؤولون|محامون|متمردون|معتقلون|سجناء|جنود|مسلحون|نشطاء|حقوقيون|أطباء|صحفيون|معارضون|متظاهرون|لاجئون|خبراء|دبلوماسيون|ناشطين',
    { plural: true },
  ],
];

/**
 * Nouns that can speak.
 *
 * @example
 * AR_SPEAKERS.some((noun) => noun.kind === 'media'); // true
 */
export const AR_SPEAKERS: readonly PackSpeakerNoun[] = [
  ...BODIES.map(([forms, more]): PackSpeakerNoun => ({ ...base, sort: 'name', ...more, forms })),
  ...[...ROLES, ...WITNESSES].map(([forms, more]): PackSpeakerNoun => ({ ...base, ...more, forms })),
  ...UNNAMED.map(
    ([forms, more]): PackSpeakerNoun => ({
      ...base,
      sort: 'nobody',
      kind: 'unnamed',
      ...more,
      forms,
    }),
  ),
];

/**
 * Pronouns that can speak; most stay inside the verb.
 *
 * @example
 * AR_PRONOUNS.length > 1; // true
 */
export const AR_PRONOUNS: readonly PackPronoun[] = [
  { forms: 'هو', gender: 'm', plural: false, first: false },
  { forms: 'هي', gender: 'f', plural: false, first: false },
  { forms: 'هم', gender: 'm', plural: true, first: false },
  { forms: 'هن', gender: 'f', plural: true, first: false },
  { forms: 'أنا', gender: null, plural: false, first: true },
  { forms: 'نحن', gender: null, plural: true, first: true },
];
