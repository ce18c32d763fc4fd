/**
 * Sentences about invented events in English, Russian and Spanish, two wordings each, with slots for the details. Written by
 * hand, about nowhere and nobody. Names are made of Russian syllables and spelt as each language spells Russian names (BGN
 * in English, the press' way in Spanish): the reader's own table of sounds is not used here.
 */

export type NewsLanguage = 'en' | 'ru' | 'es';

/** What a slot is filled with: "n" a number, "c" how it is compared, "d" a day, "x" and "y" people, "p" and "q" places ("P" and "Q": in the case after "in"). */
export interface Fact {
  /** Which sentence. */
  readonly kind: number;
  readonly n: number;
  readonly compared: number;
  /** Days since 1970. */
  readonly day: number;
  readonly x: Name;
  readonly y: Name;
  readonly p: Name;
  readonly q: Name;
}

/** A name in Russian letters, in the first case: "Туров", or given and family name. */
export type Name = string;

type Wordings = Readonly<Record<NewsLanguage, readonly [string, string]>>;

/** The first four are what every report on an event tells. */
export const FACTS: readonly Wordings[] = [
  {
    en: ['{c} {n} people were killed in {p} {d}.', 'In {p}, {c} {n} people lost their lives {d}.'],
    ru: ['{d} в {P} погибли {c} {n} человек.', 'В {P} убиты {c} {n} человек, это случилось {d}.'],
    es: ['{c} {n} personas murieron en {p} {d}.', 'En {p} perdieron la vida {c} {n} personas {d}.'],
  },
  {
    en: ['{n} others were wounded, said {x}.', '{x} said that {n} people had been wounded.'],
    ru: ['Еще {n} человек ранены, сообщил {x}.', '{x} сообщил, что ранены {n} человек.'],
    es: ['Otras {n} personas resultaron heridas, dijo {x}.', '{x} dijo que {n} personas estaban heridas.'],
  },
  {
    en: ['Police detained {c} {n} people near {p}.', '{c} {n} people were detained in the streets of {p}.'],
    ru: [
      'Полиция задержала {c} {n} человек, это было в {P}.',
      'На улицах, в {P}, задержаны {c} {n} человек.',
    ],
    es: ['La policía detuvo a {c} {n} personas cerca de {p}.', '{c} {n} personas fueron detenidas en {p}.'],
  },
  {
    en: ['The road from {p} to {q} has been closed.', 'Nobody may drive from {p} to {q} now.'],
    ru: ['Дорога закрыта: {p} и {q} отрезаны.', 'Теперь {p} и {q} отрезаны друг от друга.'],
    es: ['La carretera entre {p} y {q} está cerrada.', 'Nadie puede ir ahora de {p} a {q}.'],
  },
  {
    en: ['{n} houses burned down in {q}.', 'The fire in {q} took {n} houses.'],
    ru: ['В {Q} сгорели {n} домов.', 'Огонь уничтожил {n} домов, они стояли в {Q}.'],
    es: ['En {q} se quemaron {n} casas.', 'El fuego destruyó {n} casas en {q}.'],
  },
  {
    en: ['The damage is put at {n} million dollars.', 'Repairs will cost {n} million dollars, {x} believes.'],
    ru: [
      'Ущерб оценивают в {n} миллионов долларов.',
      '{x} считает, что ремонт обойдется в {n} миллионов долларов.',
    ],
    es: [
      'Los daños se calculan en {n} millones de dólares.',
      '{x} cree que la reparación costará {n} millones de dólares.',
    ],
  },
  {
    en: [
      'About {n} percent of the families have left.',
      '{x} says that about {n} percent of the families are gone.',
    ],
    ru: ['Уехали около {n} процентов семей.', '{x} говорит, что уехали около {n} процентов семей.'],
    es: [
      'Se ha ido cerca del {n} por ciento de las familias.',
      '{x} dice que cerca del {n} por ciento de las familias se fue.',
    ],
  },
  {
    en: ['{x}, who is {m} years old, lost two brothers.', 'Two brothers of {x}, aged {m}, are dead.'],
    ru: ['{x}, ему {m} лет, потерял двух братьев.', 'Погибли два брата, их оплакивает {x}, ему {m} лет.'],
    es: ['{x}, de {m} años, perdió a dos hermanos.', 'Han muerto dos hermanos de {x}, que tiene {m} años.'],
  },
  {
    en: ['{q} lies {n} kilometres from the border.', 'It is {n} kilometres from {q} to the border.'],
    ru: [
      'От границы до места, где стоит {q}, {n} километров.',
      '{q} находится за {n} километров от границы.',
    ],
    es: ['{q} está a {n} kilómetros de la frontera.', 'Hay {n} kilómetros entre {q} y la frontera.'],
  },
  {
    en: [
      'A similar attack took place {e}, when {n} people died.',
      'Already {e} the same had happened: {n} people died.',
    ],
    ru: [
      'Похожее нападение было {e}, тогда погибли {n} человек.',
      'То же случилось {e}: погибли {n} человек.',
    ],
    es: [
      'Un ataque parecido ocurrió {e}, cuando murieron {n} personas.',
      'Ya {e} pasó lo mismo: murieron {n} personas.',
    ],
  },
  {
    en: [
      'The lawyer {x} asked for an inquiry, and {y} declined to speak.',
      'While {y} kept silent, the lawyer {x} wants an inquiry.',
    ],
    ru: [
      'Адвокат {x} требует расследования, а {y} отказался говорить.',
      'Пока {y} молчит, адвокат {x} требует расследования.',
    ],
    es: [
      'El abogado {x} pidió una investigación y {y} no quiso hablar.',
      'Mientras {y} calla, el abogado {x} quiere una investigación.',
    ],
  },
  {
    en: ['Up to {n} soldiers had entered {q} {e}.', 'It was {e} that up to {n} soldiers came to {q}.'],
    ru: ['До {n} солдат вошли {e}, они стоят в {Q}.', 'В {Q} с того дня, {e}, стоят до {n} солдат.'],
    es: [
      'Hasta {n} soldados habían entrado en {q} {e}.',
      'Fue {e} cuando llegaron a {q} hasta {n} soldados.',
    ],
  },
  {
    en: ['A list of {n} names was handed to {x}.', '{x} has been given a list with {n} names.'],
    ru: ['Список, в нем {n} имен, получил {x}.', '{x} получил список, в котором {n} имен.'],
    es: ['Una lista de {n} nombres fue entregada a {x}.', '{x} recibió una lista con {n} nombres.'],
  },
  {
    en: [
      '{x} had written to {y} {e} and got no answer.',
      'No answer came to the letter that {x} sent {e} to {y}.',
    ],
    ru: ['{x} написал письмо {e}, но {y} не ответил.', 'На письмо, его {e} отправил {x}, не ответил {y}.'],
    es: [
      '{x} había escrito a {y} {e} y no tuvo respuesta.',
      'No hubo respuesta a la carta que {x} envió {e} a {y}.',
    ],
  },
  {
    en: ['The siege lasted {m} hours, {y} recalls.', '{y} remembers a siege of {m} hours.'],
    ru: ['Осада длилась {m} часов, вспоминает {y}.', '{y} вспоминает, что осада длилась {m} часов.'],
    es: ['El asedio duró {m} horas, recuerda {y}.', '{y} recuerda que el asedio duró {m} horas.'],
  },
];

/** Sentences without a detail. */
export const FILLERS: Readonly<Record<NewsLanguage, readonly string[]>> = {
  en: [
    'Nobody could say what would come next.',
    'The families waited in front of the hospital until the evening.',
    'The ministry has not published anything about it so far.',
    'Shops stayed closed and the streets were empty.',
    'It was not clear who had given the order.',
    'Neighbours spoke of a night without sleep.',
  ],
  ru: [
    'Никто не мог сказать, что будет дальше.',
    'Семьи ждали перед больницей до самого вечера.',
    'Министерство пока ничего об этом не опубликовало.',
    'Магазины были закрыты, и на улицах никого не было.',
    'Пока не ясно, кто отдал такой приказ.',
    'Соседи говорили о ночи без сна.',
  ],
  es: [
    'Nadie podía decir qué pasaría después.',
    'Las familias esperaron delante del hospital hasta la noche.',
    'El ministerio no ha publicado nada sobre esto hasta ahora.',
    'Las tiendas estaban cerradas y las calles vacías.',
    'No estaba claro quién había dado la orden.',
    'Los vecinos hablaban de una noche sin dormir.',
  ],
};

const MONTHS: Readonly<Record<NewsLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const WEEKDAYS: Readonly<Record<NewsLanguage, readonly string[]>> = {
  en: 'on Sunday|on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|on Saturday'.split('|'),
  ru: 'в воскресенье|в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу'.split('|'),
  es: 'el domingo|el lunes|el martes|el miércoles|el jueves|el viernes|el sábado'.split('|'),
};
const COMPARED: Readonly<Record<NewsLanguage, readonly string[]>> = {
  en: ['', 'at least', 'more than', 'about'],
  ru: ['', 'не менее', 'более', 'около'],
  es: ['', 'al menos', 'más de', 'unas'],
};
const DIGITS: Readonly<Record<NewsLanguage, readonly string[]>> = {
  en: 'two three four five six seven eight nine ten'.split(' '),
  ru: 'два три четыре пять шесть семь восемь девять десять'.split(' '),
  es: 'dos tres cuatro cinco seis siete ocho nueve diez'.split(' '),
};

const ENGLISH: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', я: 'ya' },
};
const SPANISH: Readonly<Record<string, string>> = { ...ENGLISH, х: 'j', ж: 'y', я: 'ia', г: 'g' };

function spelt(name: Name, language: NewsLanguage): string {
  if (language === 'ru') return name;
  const table = language === 'en' ? ENGLISH : SPANISH;
  return name
    .split(' ')
    .map((word) => {
      const latin = [...word.toLowerCase()].map((letter) => table[letter] ?? letter).join('');
      return latin.charAt(0).toUpperCase() + latin.slice(1);
    })
    .join(' ');
}

/** "Орск" to "Орске", "Тура" to "Туре". */
function inCase(name: Name): string {
  return /[аия]$/.test(name) ? `${name.slice(0, -1)}е` : `${name}е`;
}

function dayWords(day: number, published: number, language: NewsLanguage): string {
  const date = new Date(day * 86_400_000);
  if (published - day <= 5) return WEEKDAYS[language][date.getUTCDay()] ?? '';
  const month = MONTHS[language][date.getUTCMonth()] ?? '';
  const [dayOfMonth, year] = [date.getUTCDate(), date.getUTCFullYear()];
  if (language === 'en') return `on ${dayOfMonth} ${month} ${year}`;
  return language === 'ru'
    ? `${dayOfMonth} ${month} ${year} года`
    : `el ${dayOfMonth} de ${month} de ${year}`;
}

function numberWords(n: number, language: NewsLanguage): string {
  if (n <= 10) return DIGITS[language][n - 2] ?? String(n);
  if (n < 10_000) return String(n);
  const mark = language === 'en' ? ',' : language === 'ru' ? ' ' : '.';
  return String(n).replace(/\B(?=(\d{3})+$)/g, mark);
}

/** One fact in words. `wording` 0 or 1; `published` in days since 1970. */
export function wordFact(
  fact: Fact,
  {
    language,
    wording,
    published,
  }: { readonly language: NewsLanguage; readonly wording: 0 | 1; readonly published: number },
): string {
  const template = FACTS[fact.kind]?.[language][wording] ?? '';
  const filled = template
    .replace(/\{(\p{L}+)\}/gu, (_, slot: string) => slotWords(fact, slot, { language, published }))
    .replace(/\s+/g, ' ')
    .trim();
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function slotWords(
  fact: Fact,
  slot: string,
  { language, published }: { readonly language: NewsLanguage; readonly published: number },
): string {
  switch (slot) {
    case 'c':
      return COMPARED[language][fact.compared] ?? '';
    case 'n':
      return numberWords(fact.n, language);
    case 'm':
      return String(12 + (fact.n % 70));
    case 'd':
      return dayWords(fact.day, published, language);
    case 'e':
      return dayWords(fact.day - 40 - (fact.n % 300), published, language);
    case 'x':
    case 'y':
    case 'p':
    case 'q':
      return spelt(fact[slot], language);
    case 'P':
      return inCase(fact.p);
    case 'Q':
      return inCase(fact.q);
    default:
      throw new Error(`no such slot: ${slot}`);
  }
}
