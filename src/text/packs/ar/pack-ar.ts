/**
 * The language pack for Arabic: Modern Standard as agencies, organisations and authorities write it. Rules and word
 * lists only, no model; dialect is not meant. Arabic has no capitals and writes no short vowels: names are found by the
 * words around them, and a passive is the active in writing. Source: written for onrecord; checked on `ar.cases.ts`.
 */
import type { LanguagePack, PackAct, PackCue, PackSpeakerNoun } from '../pack.ts';
import { AR_ACTS, AR_STATE_ANSWERS } from './acts.ts';
import { AR_ANSWERS } from './answers.ts';
import { foldArabic } from './fold.ts';
import { arabicPerson, arabicPhraseEnd, isArabicOwned } from './noun-phrase.ts';
import { AR_GLOSSES, AR_NUMBERS } from './numbers.ts';
import { AR_SAY } from './say.ts';
import { AR_PRONOUNS, AR_SPEAKERS } from './speakers.ts';

import { splitter } from './split.ts';
import { wordArabicAct } from './word-act.ts';

const fold = foldArabic;

function folded<Entry extends PackAct | PackCue>(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, forms: fold(entry.forms) }));
}

function foldedCue(cue: PackCue): PackCue {
  const { readings, barredBy } = cue;
  return {
    ...cue,
    ...(readings === undefined
      ? {}
      : { readings: readings.map((one) => ({ ...one, needs: fold(one.needs) })) }),
    ...(barredBy === undefined ? {} : { barredBy: fold(barredBy) }),
  };
}

function foldedValues<Key extends string>(
  table: Readonly<Partial<Record<Key, string>>>,
): Readonly<Record<Key, string>> {
  return Object.fromEntries(
    Object.entries<string | undefined>(table).map(([key, forms]) => [key, fold(forms ?? '')]),
  ) as Record<Key, string>;
}

const cues = folded([...AR_ANSWERS, ...AR_SAY].map(foldedCue));
const acts = folded(AR_ACTS);
const speakers: PackSpeakerNoun[] = AR_SPEAKERS.map((noun) => ({ ...noun, forms: fold(noun.forms) }));
const numbers = AR_NUMBERS.map(([value, forms]): readonly [number, string] => [value, fold(forms)]);
const glosses = foldedValues(AR_GLOSSES);
const asked = foldedValues(AR_STATE_ANSWERS.asked);
const answers = foldedValues(AR_STATE_ANSWERS.answers);

const SMALL =
  'أن|إن|أنه|أنها|أنهم|أنهن|إنه|إنها|إنهم|إنهن|لم|لا|لن|ما|قد|كان|كانت|كانوا|في|من|على|عن|إلى|هذا|هذه|ذلك|هو|هي|هم|كما|حيث|أي|أيا|أكثر|أقل|ليس|عدد|هناك|حصيلة|جثة|باسم|وجود|اتهامات|مزاعم|تعليق|مع|بعد|بين|حسب|وفق|كل|غير|حقوق|إنسان|حماية|دعم|دفاع|سجناء|مفقودين|لاجئين|شؤون|رعاية|محاربة|مناهضة|مكافحة|توثيق|تحقيق|رصد|إنقاذ|نساء|أطفال|عائلات|أسر|كلام|ما';

const split = splitter([
  SMALL,
  ...[...cues, ...acts, ...speakers].map(({ forms }) => forms),
  ...numbers.map(([, forms]) => forms),
  ...Object.values(glosses),
  ...Object.values(asked),
  ...Object.values(answers),
]);

/**
 * Arabic.
 *
 * @example
 * AR.split('وقالت'); // [1]
 */
export const AR: LanguagePack = {
  code: 'ar',
  extractor: 'rules-ar-1',
  script: 'arabic',
  functionWords:
    'في من على إن أن إلى عن ما لم قد مع كان هذا هذه التي الذي بعد قبل بين أو لا وفقا حسب نحو بن يوم قال قالت وقال وقالت أفاد أفادت وأفادت أعلن أعلنت وزارة قرب خلال منذ حتى بينهم آخرون شخصا أشخاص',
  foreignWords: 'از در که را این است برای شد سے نے میں اور کے ہے چې',
  ownLetters: 'يكةأإى',
  foreignLetters: 'پچژگکیۀےٹڈڑ',
  capitals: false,
  fold,
  split,
  sameName: () => false,
  abbreviations: '',
  cues,
  negators: 'لم|لا|لن|ليس|ليست',
  nobody: fold('لا أحد|أي من|أيا من|لا يوجد|لا توجد|لم يقتل|لا وفيات|لا معتقلين'),
  falseWords: fold(
    'كاذب|كاذبة|كذب|باطل|باطلة|ملفق|ملفقة|افتراء|مبالغ في(|ه|ها)|لا أساس لها|لا صحة|عارية عن ال صحة|عار عن ال صحة|مفبرك|مفبركة',
  ),
  figureWords: fold('عدد|أعداد|حصيلة|أرقام|رقم'),
  pointsBack: 'ذلك|هذا',
  complementizers: fold(
    'أن|إن|أنه|أنها|أنهم|أنهن|أننا|إنه|إنها|إنهم|إنهن|إننا|إنني|ب أن|ب أنه|ب أنها|ب أنهم|من أن|إلى أن|على أن',
  ),
  demands: fold('ل كي|كي'),
  asWords: fold('كما|حسبما'),
  joints: fold('و|ف|لكن|لكنه|لكنها|لكنهم|بينما|فيما|ثم|أو|إذ|حيث|لأن|غير أن|إلا أن'),
  adverbs: fold(
    'لي|لنا|له|لها|لهم|بي|بنا|ما زال|ما زالت|ما زالوا|لا يزال|لا تزال|لا يزالون|قد|أيضا|أمس|ال يوم|من جهته|من جهتها|ب دوره|بدوره|ب دورها|بدورها|كذلك|كانت|كان|كما|سابقا|لاحقا|رسميا|في بيان|في تقرير|خلال مؤتمر صحفي|نفيا قاطعا|على ال فور|في وقت سابق|مجددا|ال ثلاثاء|ال أربعاء|ال خميس|ال جمعة|ال سبت|ال أحد|ال اثنين|و|ف',
  ),
  prepositions: fold(
    'في|من|على|عن|إلى|مع|ب|ل|لل|بعد|قبل|خلال|ضد|منذ|حتى|حول|بشأن|عند|أمام|قرب|داخل|إثر|جراء|دون',
  ),
  bodyPrepositions: '',
  articles: fold('ال|هذا|هذه|أحد|إحدى|بعض'),
  addressees: fold('ل|لل'),
  relatives: fold('الذي|التي|الذين|الذي|بينهم|بينهن|من بينهم|منهم|بمن فيهم'),
  partitives: fold('بينهم|بينهن|من بينهم|منهم|بمن فيهم'),
  tacitSubject: true,
  isPlural: (word) => /(?:وا|ون)$/.test(word),
  closers: fold(
    'أي|ال وصول|وجود|مقتل|وفاة|اعتقال|احتجاز|توقيف|إصابة|خطف|اختطاف|إعدام|قتل|اغتيال|تعذيب|حبس|اختفاء|وقوع|تورط|ضلوع|صحة|مسؤولية|حصيلة|عدد|حالة|حالات|تسع|سبع|عشر|ال تعليق|ال عثور|ال إفراج|ال سلطات|ال حكومة|ال أنباء|ال كشف|ال صمت|ال إجابة|ال اتهامات|ال مزاعم|ال تقارير|ال تقرير|ذلك|منح|نفيا|نفيه|نفيها|تأكيد|قوله|قولها|قولهم|قولهن|إن|ال حصيلة|مشاركة|استخدام|قصف|هجوم|تحقيق|ال رئيس',
  ),
  anaphors: fold(
    'إذاعة|قناة|جريدة|مجلة|موقع|منظمة|مركز|وكالة|محامي|لجنة|وزارة|صحيفة|وزير|مسؤول|متحدث|شبكة|مرصد|هيئة|جمعية|رئيس|ناشط|ضابط|نائب',
  ),
  mouthpieces: fold('متحدث|متحدثة|ناطق|ناطقة|متحدث رسمي|ناطق رسمي|مصدر مسؤول|مصدر|تقرير|بيان|مسؤول'),
  statesArePeople: true,
  contrasts: fold('بينما|فيما|لكن|في حين'),
  unknowing: fold('معلومات|علم|معرفة|تعليق|تفاصيل|أدلة|نعلم|نعرف|نملك|تملك|خطط'),
  labels: fold('عاجل|خبر عاجل|فيديو|صور|تحديث|ال حصيلة|حصيلة|تنويه|مصدر'),
  oughts: fold('يجب|ينبغي|على ال دولة'),
  isPledge: (word) => /^س[نيت]\p{L}{3}/u.test(word),
  noComment: fold('لا (ي|ت)علق|لن (ي|ت)علق|لن (ي|ت)دلي|لا (ي|ت)دلي|لا تعليق|ليس لدينا تعليق'),
  affirms: ['أكد'],
  isOwned: isArabicOwned,
  indefinites: fold('أحد|إحدى|بعض'),
  recorders: fold('منظمة|مركز|مرصد|شبكة|جمعية|رابطة'),
  personBehind: arabicPerson,
  phraseLength: arabicPhraseEnd,
  speakers,
  pronouns: AR_PRONOUNS.map((pronoun) => ({ ...pronoun, forms: fold(pronoun.forms) })),
  personStart: () => 0,
  toldNouns: '',
  completesOffice: () => false,
  isAdjective: () => false,
  agents: fold('على يد|على أيدي|من قبل|من جانب|بنيران'),
  perpetrators: fold(
    'جنود|قوات|شرطة|مسلحون|مسلحين|مسلحو|عناصر|رجال ال أمن|ميليشيا|متمردون|حراس|ضباط|قوات ال أمن|جيش|مجهولون|سلطات',
  ),
  byForms: '',
  acts,
  answers: { asked, answers },
  placePrepositions: fold('في|قرب|من|ب'),
  placeNouns: fold('بلدة|مدينة|قرية|منطقة|محافظة|حي|إقليم|ولاية|ريف'),
  numbers,
  numberJoints: 'و',
  unitsFirst: true,
  glosses,
  agoBefore: fold('قبل|منذ'),
  dateJoints: '',
  wordAct: wordArabicAct,
};
