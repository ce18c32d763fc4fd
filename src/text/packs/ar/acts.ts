/** Arabic words for acts and for the answers of states. Patterns stand as written; `pack-ar.ts` folds them. */
import type { PackAct, PackAnswers } from '../pack.ts';

const act = (measure: PackAct['measure'], form: PackAct['form'], forms: string): PackAct => ({
  measure,
  form,
  forms,
});

/** The written passive is the active: who is counted with the verb suffered it. */
const KILLED: readonly PackAct[] = [
  act(
    'killed',
    'suffered',
    'قتل(|ت|وا|ا|تا|ن)|(ي|ت)قتل(|ون)|توفي(|ت)|توفيا|توفوا|مات(|ت|وا)|لق(ي|وا|يت|يا) (حتفهم|حتفه|حتفها|مصرعهم|مصرعه|مصرعها|حتفهما|مصرعهما)|استشهد(|ت|وا)|قضى نحبه|أعدم(|ت|وا)|أعدموا|سقط(|ت|وا) قتلى|ذبح(|ت|وا)',
  ),
  act('killed', 'noun', 'مقتل|وفاة|قتل|إعدام|اغتيال|استشهاد|مصرع|موت|لمقتل'),
  act(
    'killed',
    'toll',
    '(عدد|حصيلة) (ال|) (قتلى|ضحايا|جثث|شهداء|وفيات)|(حصيلة) ضحايا (ال هجوم|ال قصف|ال غارة)|ال حصيلة',
  ),
  act('killed', 'state', 'قتيل(|ا|ين|ان|ة)|قتلى|جثة|جثث|شهيد(|ا)|شهداء|وفيات'),
];

const HARMED: readonly PackAct[] = [
  act('injured', 'suffered', 'أصيب(|ت|وا|ا|تا)|جرح(|ت|وا)'),
  act('injured', 'noun', 'إصابة|جرح'),
  act('injured', 'toll', 'عدد (ال|) (جرحى|مصابين)'),
  act('injured', 'state', 'جريح(|ا|ين)|جرحى|مصاب(|ا|ين|ون)'),
  act('tortured', 'suffered', '(تعرض|تعرضت|تعرضوا|تعرضن) (ل|لل) (تعذيب|ضرب|صعق)|عذب(|ت|وا)'),
  act('tortured', 'did', 'ضرب(وا|وهم|وهن|ونا)|عذب(وا|وه)'),
  act('tortured', 'noun', 'تعذيب|ضرب'),
  act('tortured', 'state', '(حالة|حالات) تعذيب'),
  act(
    'sexual-violence',
    'suffered',
    '(تعرض|تعرضت|تعرضوا|تعرضن) (ل|لل) (اغتصاب|تحرش|اعتداء جنسي)|اغتصب(|ت|وا)',
  ),
  act('sexual-violence', 'noun', 'اغتصاب'),
];

const TAKEN: readonly PackAct[] = [
  act(
    'detained',
    'suffered',
    'اعتقل(|ت|وا|ا)|أوقف(|ت|وا)|احتجز(|ت|وا)|سجن(|ت|وا)|أسر(|ت|وا|ا)|اعتقلت|حبس(|ت)|ضبط(|ت)',
  ),
  act('detained', 'noun', 'اعتقال|احتجاز|توقيف|حبس|أسر|سجن'),
  act('detained', 'toll', 'عدد (ال|) (معتقلين|محتجزين|موقوفين|سجناء|أسرى)'),
  act('detained', 'state', 'معتقل(|ا|ين|ون|ات)|محتجز(|ا|ين|ون)|موقوف(|ا|ين|ون)'),
  act('abducted', 'suffered', 'خطف(|ت|وا)|اختطف(|ت|وا)'),
  act('abducted', 'noun', 'خطف|اختطاف'),
  act('abducted', 'state', 'مخطوف(|ا|ين|ون)|مختطف(|ا|ين)|رهينة|رهائن'),
  act(
    'disappeared',
    'suffered',
    'اختفى|اختفت|اختفوا|فقد(|ت|وا)|(ما زال|ما زالوا|ما زالت|لا يزال|لا يزالون) (مفقود|مفقودا|مفقودين|مفقودون)',
  ),
  act('disappeared', 'noun', 'اختفاء|فقدان|إخفاء'),
  act('disappeared', 'toll', 'عدد (ال|) مفقودين'),
  act('disappeared', 'state', 'مفقود(|ا|ين|ون)|مختف(|ين)'),
];

const MOVED: readonly PackAct[] = [
  act('displaced', 'suffered', 'نزح(|ت|وا)|فر(|ت|وا)|شرد(|ت|وا)|هجر(|ت|وا)|رحل(|ت|وا)|هرب(|ت|وا)'),
  act('displaced', 'noun', 'نزوح|تهجير|ترحيل|تشريد'),
  act('displaced', 'toll', 'عدد (ال|) (نازحين|مهجرين)'),
  act('displaced', 'state', 'نازح(|ا|ين|ون)'),
  act(
    'released',
    'suffered',
    '(أفرج|يفرج|أطلق سراح) عن(|هم|ه|ها|هما)|أفرج(|ت|وا) عن|أفرج أمس عن|أطلق(|ت|وا) سراح(|هم|ه)|أفرج عنهم',
  ),
  act('released', 'noun', 'إفراج عن|إطلاق سراح'),
  act(
    'detention-sites',
    'site',
    '(سجن|سجون|سجنا|معتقلات|معتقل|غرف|غرفا) (سرية|سري|سريا)|(مركز|مراكز|أماكن|مكان) احتجاز',
  ),
];

/**
 * Acts.
 *
 * @example
 * AR_ACTS.some(({ measure }) => measure === 'released'); // true
 */
export const AR_ACTS: readonly PackAct[] = [...KILLED, ...HARMED, ...TAKEN, ...MOVED];

/**
 * What states answer.
 *
 * @example
 * AR_STATE_ANSWERS.asked.visa?.includes('تأشيرة'); // true
 */
export const AR_STATE_ANSWERS: PackAnswers = {
  asked: {
    visa: 'تأشيرة|تأشيرات',
    asylum: 'لجوء|حق ال لجوء',
    evacuation: 'إجلاء',
    investigation: 'تحقيق|تحقيقا',
  },
  answers: {
    granted: 'منح(|ت|وا)|(ي|ت)منح|أصدر(|ت)|(س|)(ي|ت)فتح|فتح(|ت)|وافق(|ت) على',
    refused: 'رفض(|ت|وا)|(ي|ت)رفض',
    pending: '(ي|ت)نتظر(|ون)|قيد ال دراسة|قيد ال نظر',
  },
};
