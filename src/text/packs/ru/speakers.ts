/** Russian nouns and pronouns that can speak: subject forms, then the other cases. */
import type { ActorKind } from '../../../record/actor.ts';
import type { Connection } from '../../../record/attribution.ts';
import type { Gender, PackPronoun, PackSpeakerNoun } from '../pack.ts';

/** Case endings by kind of stem: [singular subject, other singular, plural subject, other plural]. */
const ENDINGS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  /** врач */
  m: ['', '(а|у|ом|ем|е)', '(ы|и)', '(ов|ей|ам|ами|ах)'],
  /** житель */
  ь: ['ь', '(я|ю|ем|е)', 'и', '(ей|ям|ями|ях)'],
  /** газета */
  а: ['а', '(ы|и|у|е|ой|ей)', '(ы|и)', '(|ам|ами|ах)'],
  /** министерство */
  о: ['о', '(а|у|ом|е)', 'а', '(|ам|ами|ах)'],
};

interface Sort {
  readonly kind: ActorKind;
  readonly sort: PackSpeakerNoun['sort'];
  readonly gender: Gender;
  readonly connection?: Connection;
}

/** Singular and plural nouns of "stem/ending" words. */
function nouns(sort: Sort, list: string): PackSpeakerNoun[] {
  return list.split(' ').flatMap((word): PackSpeakerNoun[] => {
    const [stem = '', ending = 'm'] = word.split('/');
    const [one, cases, many, manyCases] = ENDINGS[ending] ?? ['', '', '', ''];
    const plural = sort.sort === 'role' && sort.kind === 'person' ? 'nobody' : sort.sort;
    const single: PackSpeakerNoun = { ...sort, plural: false, forms: stem + one, oblique: stem + cases };
    const several: PackSpeakerNoun = {
      ...sort,
      sort: plural,
      plural: true,
      forms: stem + many,
      oblique: stem + manyCases,
    };
    return [single, several];
  });
}

const person: Sort = { kind: 'person', sort: 'role', gender: 'm' };
const OFFICES: PackSpeakerNoun[] = [
  ...nouns(
    { ...person, kind: 'public-body' },
    'губернатор премьер-министр прокурор генерал полковник майор капитан лейтенант подполковник комендант министр президент премьер омбудсмен депутат сенатор посол консул чиновник',
  ).map((noun): PackSpeakerNoun => ({ ...noun, kind: 'person', official: true })),
  ...nouns(person, 'мэр комендант командир').map((noun): PackSpeakerNoun => ({ ...noun, official: true })),
  ...nouns(
    person,
    'директор адвокат юрист журналист корреспондент активист правозащитник врач медик хирург фельдшер священник учитель волонтер координатор эксперт сторож редактор секретар/ь руководител/ь представител/ь заместител/ь председател/ь следовател/ь учител/ь водител/ь пресс-секретар/ь спикер лидер сотрудник охранник надзирател/ь главврач гособвинител/ь судмедэксперт пенсионер',
  ),
  ...nouns(
    { ...person, gender: 'f' },
    'представительниц/а активистк/а пресс-секретарш/а учительниц/а медсестр/а журналистк/а правозащитниц/а сотрудниц/а адвокатк/а пенсионерк/а подписчиц/а читательниц/а',
  ),
  {
    ...person,
    plural: false,
    official: true,
    forms: 'глава|начальник',
    oblique: 'глав(ы|е|у|ой)|начальник(а|у|ом|е)',
  },
  {
    ...person,
    plural: false,
    forms: 'старшина|старейшина|судья',
    oblique: 'старшин(ы|е|у|ой)|судь(и|е|ю|ей)',
  },
  {
    ...person,
    plural: false,
    forms:
      'уполномоченный|дежурный|подсудимый|обвиняемый|подозреваемый|официальный представитель|главный врач',
    oblique:
      '(уполномоченн|подсудим|обвиняем|подозреваем)(ого|ому|ым|ом)|официального представителя|официальному представителю',
  },
];
const CLOSE: PackSpeakerNoun[] = [
  ...nouns({ ...person, sort: 'nobody', connection: 'witness' }, 'свидетел/ь'),
  {
    ...person,
    sort: 'nobody',
    connection: 'witness',
    plural: true,
    forms: 'очевидцы',
    oblique: 'очевидц(ев|ам|ами|ах)',
  },
  {
    ...person,
    sort: 'nobody',
    connection: 'witness',
    plural: false,
    forms: 'очевидец|очевидица',
    oblique: 'очевидц(а|у|ем)',
  },
  {
    ...person,
    sort: 'nobody',
    connection: 'victim',
    plural: true,
    forms:
      '(пострадавш|выживш)ие|беженцы|бывшие заключенные|бывшие задержанные|задержанные|освобожденные|заключенные|узники',
    oblique:
      '(пострадавш|выживш)(их|им|ими)|беженц(ев|ам|ами)|бывших заключенных|бывшим заключенным|бывших задержанных|узников|заключенных|задержанных',
  },
  {
    ...person,
    sort: 'nobody',
    connection: 'victim',
    plural: false,
    forms:
      '(пострадавш|выживш)ий|(пострадавш|выживш)ая|потерпевший|потерпевшая|бывший заключенный|бывший задержанный|бывшая заключенная|заключенный|задержанный|освобожденный|беженец|беженка',
    oblique:
      '(пострадавш|выживш|потерпевш)(его|ему|ей)|бывшего заключенного|бывшего задержанного|задержанного|заключенного',
  },
  ...nouns({ ...person, sort: 'nobody', connection: 'relative', gender: 'f' }, 'мам/а вдов/а жен/а сестр/а'),
  {
    ...person,
    sort: 'nobody',
    connection: 'relative',
    gender: 'f',
    plural: false,
    forms: 'мать|дочь|дочка|бабушка|тетя',
    oblique: 'матер(и|ью)|дочер(и|ью)|бабушк(и|е|у)',
  },
  {
    ...person,
    sort: 'nobody',
    connection: 'relative',
    plural: false,
    forms: 'отец|брат|сын|муж|дядя|дед|родственник|родственница|двоюродный брат',
    oblique: '(отц|брат|сын|муж|дед|родственник)(а|у|ом|е)|дяди|родственницы',
  },
  {
    ...person,
    sort: 'nobody',
    connection: 'relative',
    plural: true,
    forms: 'родственники|родные|близкие|родители|семьи|матери|жены|братья|соседи',
    oblique:
      'родственник(ов|ам|ами)|родных|родным|близких|близким|родител(ей|ям)|семей|матерей|соседей|соседям',
  },
  {
    ...person,
    sort: 'nobody',
    plural: true,
    forms:
      'местные жители|жители|жители села|крестьяне|рыбаки|шахтеры|рабочие|моряки|студенты|прохожие|собеседники|люди',
    oblique:
      '(местных |)жителей|(местным |)жителям|крестьян|рыбаков|шахтеров|рабочих|моряк(ов|ам)|студентов|собеседников',
  },
  {
    ...person,
    sort: 'nobody',
    plural: false,
    forms:
      'местный житель|житель|местная жительница|жительница|собеседник|собеседница|сосед|соседка|женщина|мужчина|солдат|надзиратель|охранник|рыбак|шахтер|подписчик|читатель|сослуживец|моряк',
    oblique: '(местного |)жителя|местной жительницы|жительницы|собеседника|соседа|соседки|женщины|мужчины',
  },
  {
    ...person,
    sort: 'nobody',
    kind: 'unnamed',
    plural: false,
    forms: 'источник|собеседник агентства|источник, близкий',
    oblique: 'источник(а|у|ом|е|)|собеседника',
  },
  {
    ...person,
    sort: 'nobody',
    kind: 'unnamed',
    plural: true,
    forms: 'источники',
    oblique: 'источник(ов|ам|ами|ах|и)|собеседников',
  },
];
const BODIES: PackSpeakerNoun[] = [
  {
    kind: 'public-body',
    sort: 'name',
    gender: 'f',
    plural: false,
    forms: 'прокуратура|генпрокуратура',
    oblique: '(ген|)прокуратур(ы|е|у|ой)',
  },
  ...nouns(
    { kind: 'public-body', sort: 'name', gender: 'n' },
    'министерств/о ведомств/о правительств/о посольств/о генконсульств/о консульств/о',
  ),
  {
    kind: 'public-body',
    sort: 'name',
    gender: 'n',
    plural: false,
    forms:
      'управление|министерство внутренних дел|министерство обороны|министерство юстиции|министерство иностранных дел|министерство здравоохранения',
    oblique:
      'управлени(я|ю|ем|и)|министерств(а|у|ом|е) (внутренних дел|обороны|юстиции|иностранных дел|здравоохранения)',
  },
  {
    kind: 'public-body',
    sort: 'name',
    gender: 'f',
    plural: false,
    forms:
      'полиция|администрация|мэрия|пресс-служба|служба безопасности|пограничная служба|миграционная служба|тюремная служба|комендатура|дирекция|резиденция|канцелярия|избирательная комиссия',
    oblique:
      'полици(и|ю|ей)|администраци(и|ю|ей)|мэри(и|ю|ей)|пресс-служб(ы|е|у|ой)|служб(ы|е|у|ой) безопасности|(пограничной|миграционной|тюремной) служб(ы|е|ой)|комендатур(ы|е|у|ой)|канцеляри(и|ю)',
  },
  {
    kind: 'public-body',
    sort: 'name',
    gender: 'm',
    plural: false,
    forms:
      'штаб|следственный комитет|суд|парламент|кремль|совет безопасности|мид|департамент|комитет|районный суд|верховный суд',
    oblique:
      '(штаб|суд|парламент|кремл|департамент)(а|у|ом|е)|следственн(ого|ому|ым|ом) комитет(а|у|ом|е)|(районного|верховного) суда',
  },
  {
    kind: 'public-body',
    sort: 'name',
    gender: 'n',
    plural: false,
    forms: 'мвд|мчс|мид|фсб|фсин|овд|сизо|гувд|минюст|минздрав|минобороны',
    oblique: 'минюст(а|е|у)|минздрав(а|е|у)',
  },
  {
    kind: 'public-body',
    sort: 'name',
    gender: 'm',
    plural: true,
    forms: 'власти|городские власти|местные власти|региональные власти|чиновники',
    oblique: 'власт(ей|ям|ями|ях)|(городских|местных|региональных) властей|чиновников',
  },
  {
    kind: 'unit',
    sort: 'name',
    gender: 'f',
    plural: false,
    forms: 'армия|гвардия|национальная гвардия|бригада|рота|дивизия|милиция',
    oblique:
      'арми(и|ю|ей)|гварди(и|ю|ей)|национальной гвардии|бригад(ы|е|у|ой)|рот(ы|е|у)|дивизи(и|ю)|милици(и|ю|ей)',
  },
  {
    kind: 'unit',
    sort: 'name',
    gender: 'm',
    plural: true,
    forms: 'военные|силовики|боевики|повстанцы|полицейские|пограничники|гвардейцы|солдаты',
    oblique:
      'военн(ых|ым|ыми)|силовик(ов|ам|ами)|боевик(ов|ам|ами)|повстанц(ев|ам|ами)|полицейск(их|им|ими)|пограничник(ов|ам)|гвардейц(ев|ам)',
  },
];
const OTHERS: PackSpeakerNoun[] = [
  {
    kind: 'media',
    sort: 'name',
    gender: 'f',
    plural: false,
    forms: 'газета|радиостанция|редакция|телекомпания|радиокомпания|русская служба',
    oblique: 'газет(ы|е|у|ой)|радиостанци(и|ю|ей)|редакци(и|ю|ей)|телекомпани(и|ю)',
  },
  {
    kind: 'media',
    sort: 'name',
    gender: 'n',
    plural: false,
    forms: 'издание|агентство|информагентство|радио|сми',
    oblique: 'издани(я|ю|ем|и)|(информ|)агентств(а|у|ом|е)',
  },
  {
    kind: 'media',
    sort: 'name',
    gender: 'm',
    plural: false,
    forms: 'телеканал|журнал|портал|сайт|телеграм-канал|канал',
    oblique: '(телеканал|журнал|портал|сайт|телеграм-канал|канал)(а|у|ом|е)',
  },
  {
    kind: 'media',
    sort: 'nobody',
    gender: 'n',
    plural: true,
    forms: 'местные сми|сми|журналисты|репортеры|корреспонденты',
    oblique: 'журналист(ов|ам|ами)|репортер(ов|ам)|корреспондент(ов|ам)',
  },
  {
    kind: 'organisation',
    sort: 'name',
    gender: 'f',
    plural: false,
    connection: 'ngo',
    forms:
      'правозащитная организация|организация|правозащитная группа|наблюдательная комиссия|общественная наблюдательная комиссия|комиссия|миссия|ассоциация|коалиция|партия',
    oblique:
      '(правозащитн(ой|ую) |)организаци(и|ю|ей)|правозащитн(ой|ую) групп(ы|е|у|ой)|(наблюдательной |)комисси(и|ю|ей)|мисси(и|ю|ей)|ассоциаци(и|ю)|коалици(и|ю)|парти(и|ю|ей)',
  },
  {
    kind: 'organisation',
    sort: 'name',
    gender: 'm',
    plural: false,
    connection: 'ngo',
    forms: 'правозащитный центр|центр|фонд|союз|профсоюз|комитет матерей|красный крест',
    oblique:
      '(правозащитн(ого|ому|ым|ом) |)центр(а|у|ом|е)|фонд(а|у|ом|е)|(союз|профсоюз)(а|у|ом|е)|комитета матерей|красного креста',
  },
  {
    kind: 'organisation',
    sort: 'nobody',
    gender: 'm',
    plural: true,
    connection: 'ngo',
    forms: 'правозащитники|активисты|волонтеры|наблюдатели',
    oblique: '(правозащитник|активист|волонтер)(ов|ам|ами)|наблюдател(ей|ям)',
  },
  {
    kind: 'organisation',
    sort: 'name',
    gender: 'f',
    plural: false,
    forms: 'больница|клиника|оон',
    oblique: 'больниц(ы|е|у|ей)|клиник(и|е|у|ой)',
  },
  {
    kind: 'public-body',
    sort: 'nobody',
    gender: 'm',
    plural: true,
    connection: 'medical',
    forms: 'врачи|медики|спасатели',
    oblique: '(врач|медик)(ей|ов|ам|ами)|спасател(ей|ям)',
  },
];

/** All speakers' nouns of Russian; the first of equal forms wins. */
export const SPEAKERS: readonly PackSpeakerNoun[] = [...OTHERS, ...CLOSE, ...BODIES, ...OFFICES].map(
  (noun) => {
    const medical = /^(?:врач|медик|хирург|фельдшер|медсестр|главный врач)/.test(noun.forms);
    const lawyer = /^(?:адвокат|юрист)/.test(noun.forms);
    if (medical) return { ...noun, kind: 'person', connection: 'medical' };
    return lawyer ? { ...noun, connection: 'lawyer' } : noun;
  },
);

/** Pronouns that can speak. */
export const PRONOUNS: readonly PackPronoun[] = [
  {
    forms: 'он|по его (словам|данным|информации|сведениям|мнению|утверждению)',
    gender: 'm',
    plural: false,
    first: false,
  },
  {
    forms: 'она|по ее (словам|данным|информации|сведениям|мнению|утверждению)',
    gender: 'f',
    plural: false,
    first: false,
  },
  { forms: 'оно', gender: 'n', plural: false, first: false },
  {
    forms: 'они|те|по их (словам|данным|информации|сведениям|мнению|утверждению)',
    gender: null,
    plural: true,
    first: false,
  },
  { forms: 'я|мы', gender: null, plural: false, first: true },
  { forms: 'тот', gender: 'm', plural: false, first: false },
  { forms: 'та', gender: 'f', plural: false, first: false },
];
