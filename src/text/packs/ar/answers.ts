/** Arabic words with which something is confirmed, denied, disputed, declined, left unanswered, demanded or pledged. */
import type { Stance } from '../../../record/stance.ts';
import type { PackCue } from '../pack.ts';

type Row = readonly [lemma: string, forms: string, frames?: PackCue['frames'], negated?: Stance | null];

const CONFIRMS: readonly Row[] = [
  ['أكد', 'أكد(|ت|وا)|(ي|ت)ؤكد(|ون)|مؤكد(ا|ة)', 'n'],
  ['أقر', 'أقر(|ت|وا)|(ي|ت)قر(|ون)', 'n', 'denies'],
  ['اعترف', 'اعترف(|ت|وا)|(ي|ت)عترف', 'n', 'denies'],
  ['تبنى', 'تبنى|تبنت|تبنوا', 'n'],
];

const DENIES: readonly Row[] = [
  ['نفى', 'نفى|نفت|نفوا|(ي|ت)نفي|(ي|ت)نف|نفيه(|ا|م)|نافي(ا|ة)', 'n', 'confirms'],
  ['كذب', 'كذب(|ت|وا)|فند(|ت|وا)|دحض(|ت|وا)|استنكر(|ت|وا)', 'n'],
];

const DISPUTES: readonly Row[] = [['شكك', 'شكك(|ت|وا)|(ي|ت)شكك|طعن(|ت) في', 'n']];

const DECLINES: readonly Row[] = [
  ['امتنع', 'امتنع(|ت|وا)|اعتذر(|ت|وا)|أحجم(|ت|وا)', 's'],
  ['لم يدل', 'لم (ي|ت)دل', 's'],
];

const SILENT: readonly Row[] = [
  ['لم يرد', 'لم (ي|ت)رد(|وا)|لم (ي|ت)ستجب|لم (ي|ت)جب|لم (ي|ت)علق', 's'],
  ['التزم الصمت', 'التزم(|ت|وا)', 's'],
];

const ASKS: readonly Row[] = [
  ['طالب', 'طالب(|ت|وا)|(ي|ت)طالب(|ون)', 'n'],
  ['دعا', 'دعا|دعت|دعوا|(ي|ت)دعو', 'n'],
  ['حث', 'حث(|ت|وا)|(ي|ت)حث', 'n'],
  ['ناشد', 'ناشد(|ت|وا)|(ي|ت)ناشد', 'n'],
  ['طلب', 'طلب(ت|وا)|طلب من', 'n'],
];

const UNDERTAKES: readonly Row[] = [
  ['تعهد', 'تعهد(|ت|وا)|(ي|ت)تعهد', 'n'],
  ['وعد', 'وعد(|ت|وا)|(ي|ت)عد ب', 'n'],
];

function cues(rows: readonly Row[], does: Stance): PackCue[] {
  return rows.map(([lemma, forms, frames = '', negated]) => ({
    forms,
    lemma,
    shape: 'active',
    does,
    force: 'neutral',
    frames,
    ...(negated === undefined ? {} : { negated }),
  }));
}

/** An order; to order harm is an act that is told, no demand of whoever speaks. */
const ORDERS: PackCue = {
  forms: 'أمر(|ت|وا)',
  lemma: 'أمر',
  shape: 'active',
  does: 'asks',
  force: 'neutral',
  frames: 'n',
  barredBy: '(|ب|ب )(إعدام|قتل|تعذيب|إطلاق|تصفية|خطف|اغتيال|قصف|ضرب)',
};

/** Refusing is an answer, a denial or an act, as what is refused tells. */
const REFUSES: PackCue = {
  forms: 'رفض(|ت|وا)|(ي|ت)رفض(|ون)',
  lemma: 'رفض',
  shape: 'active',
  does: 'declines',
  force: 'neutral',
  frames: 's',
  readings: [
    {
      needs: 'ال تعليق|ال إجابة|ال رد على|ال إدلاء|ال حديث|تأكيد|نفي|ال كشف|ال إفصاح',
      does: 'declines',
      frames: 's',
    },
    {
      needs:
        'ال اتهامات|ال اتهام|ال مزاعم|اتهامات|مزاعم|ال تقارير|ال ادعاءات|ال استنتاجات|ال نتائج|ال رواية|ال أقوال|ال شهادات|ال تصريحات|ال تهم|ال تهمة|ما ورد|ما جاء',
      does: 'denies',
      frames: 'n',
    },
  ],
};

/** What a report is called by whoever says that it is not true. */
const UNTRUE =
  '(كاذب|كاذبة|كذب|أكاذيب|باطل|باطلة|ملفق|ملفقة|تلفيق|افتراء|افتراءات|مفبرك|مفبركة|مغرض|مغرضة|شائعات|" كذب|« كذب|" كاذب|" ملفق)';

/** "وصف هذه الأقوال بأنها أكاذيب" denies them; "وصف ما جرى بالقول" only tells. */
const CALLS: PackCue = {
  forms: 'وصف(|ت|وا)|(ي|ت)صف',
  lemma: 'وصف',
  shape: 'active',
  does: 'alleges',
  force: 'neutral',
  frames: 'n',
  readings: [
    { needs: `(ب أنها|ب أنه|ب أنهم|ب) ${UNTRUE}`, does: 'denies', frames: 'o' },
    { needs: 'ب|ما|:|أن|كيف|ال', does: 'alleges', frames: 'n' },
  ],
};

/** What did not come. */
const ANSWER_WORDS = '(تعليق|أي تعليق|رد|أي رد|أي رد فعل|توضيح|أي توضيح|بيان|أي بيان)';

/** "وزارة التربية لم تصدر أي تعليق": whoever did not give it stands as the subject. */
const GAVE_NONE: PackCue = {
  forms: `لم (ي|ت)صدر`,
  lemma: 'لم يصدر',
  shape: 'active',
  does: 'silent',
  force: 'neutral',
  frames: 's',
};

/** "لم يصدر تعليق من الحكومة": whoever was asked follows behind a preposition. */
const NO_ANSWER: PackCue = {
  forms: `لم (ي|ت)صدر (عن|من)|لم (ي|ت)صدر ${ANSWER_WORDS}( رسمي|) (من|عن)`,
  lemma: 'لم يصدر',
  shape: 'unreached',
  does: 'silent',
  force: 'neutral',
  frames: 's',
};

/** "could not be verified" is the report's own word on its work; "could not be reached" is silence. */
const NOT_POSSIBLE: PackCue = {
  forms: 'لم يتسن|تعذر|لم يكن ممكنا|لم يكن من ال ممكن',
  lemma: 'لم يتسن',
  shape: 'impersonal',
  does: 'silent',
  force: 'neutral',
  frames: 's',
  readings: [
    { needs: 'ال تحقق|ال تأكد|تأكيد', does: 'declines', frames: 's' },
    { needs: 'ال حصول|ال وصول|ال اتصال|ال تواصل', does: 'silent', frames: 's' },
  ],
};

/**
 * Cues that answer, demand or pledge.
 *
 * @example
 * AR_ANSWERS.find((cue) => cue.lemma === 'نفى')?.does; // 'denies'
 */
export const AR_ANSWERS: readonly PackCue[] = [
  NO_ANSWER,
  GAVE_NONE,
  CALLS,
  ORDERS,
  NOT_POSSIBLE,
  REFUSES,
  ...cues(SILENT, 'silent'),
  ...cues(DENIES, 'denies'),
  ...cues(DECLINES, 'declines'),
  ...cues(CONFIRMS, 'confirms'),
  ...cues(DISPUTES, 'disputes'),
  ...cues(ASKS, 'asks'),
  ...cues(UNDERTAKES, 'undertakes'),
];
