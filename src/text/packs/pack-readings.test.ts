import { describe, expect, test } from 'vitest';
import { readOther } from './read-other.ts';

/** Speaker, measure, words for the people, figure, place and doer of each claim. */
function told(language: string, text: string): unknown[] {
  const reading = readOther({ text, publishedAt: '2024-05-14', outlet: null, language });
  return (reading?.claims ?? []).map(({ chain, draft, quantity, where }) => [
    chain.map(({ resolved, named }) => resolved ?? named).join(' > '),
    draft.measure,
    draft.scope.group,
    quantity?.wording ?? null,
    where,
    draft.scope.by,
  ]);
}

describe('some of those whom an act befell are counted behind them', () => {
  test.each([
    [
      'es',
      'Según la alcaldesa Rosa Quintel, entre los muertos hay cuatro niños.',
      'killed',
      'niños',
      'cuatro',
    ],
    ['es', 'Entre los heridos figuran dos médicos, dijo Rosa Quintel.', 'injured', 'médicos', 'dos'],
    ['ru', 'По словам врачей, среди раненых двое детей.', 'injured', 'детей', 'двое'],
    ['ru', 'Среди погибших — четверо детей, сообщил глава района.', 'killed', 'детей', 'четверо'],
    ['uk', 'За словами лікарів, серед поранених двоє дітей.', 'injured', 'дітей', 'двоє'],
  ])('%s: %s', (language, text, measure, group, figure) =>
    expect(told(language, text).map((row) => (row as unknown[]).slice(1, 4))).toEqual([
      [measure, group, figure],
    ]),
  );
});

test('an article may stand before the doer', () =>
  expect(
    told('es', 'La organización Madres de Arrabal dijo que los estudiantes fueron detenidos por la policía.'),
  ).toEqual([['Madres de Arrabal', 'detained', null, null, null, 'policía']]));

test('in capitals a place is no run of words that goes on with a preposition', () =>
  expect(
    told('es', 'HALLAN 11 CUERPOS EN UNA FOSA EN LAS AFUERAS DE MONTERA, SEGÚN LA FISCALÍA.')[0],
  ).toEqual(['FISCALÍA', 'killed', 'CUERPOS', '11', 'MONTERA', null]));

test('whoever heads a community speaks behind the verb', () =>
  expect(
    told(
      'uk',
      'Унаслідок обстрілу Верхнього Яру загинули троє людей, повідомив очільник громади Іван Тополь.',
    ),
  ).toEqual([['Іван Тополь', 'killed', 'людей', 'троє', null, null]]));

test('a number behind its sign is a name and counts nobody', () => {
  expect(told('ru', 'Светлана Ким опровергла сообщения о пытках в колонии № 5.')[0]).toEqual([
    'Светлана Ким',
    'tortured',
    null,
    null,
    null,
    null,
  ]);
  expect(
    (told('es', 'En el penal n.º 3 torturaron a los presos, dijo la fiscalía.')[0] as unknown[])[3],
  ).toBeNull();
});

test('whoever is told of as part of a figure is no further figure', () =>
  expect(
    told('ar', 'أعلنت وزارة الصحة مقتل 22 مدنيا بينهم ستة أطفال في غارة على مدينة النور.').map((row) =>
      (row as unknown[]).slice(1, 4),
    ),
  ).toEqual([['killed', 'مدنيا', '22']]));

test.each(['Олена Мак', 'Ірина Коваль', 'Оксана Лев'])('a given name may end as an adjective: %s', (name) =>
  expect((told('uk', `${name} повідомила, що затримано 44 людини.`)[0] as unknown[]).slice(0, 2)).toEqual([
    name,
    'detained',
  ]),
);

/** Stance and chain of each claim; an outlet that publishes may be given. */
function answered(language: string, text: string, outlet: string | null = null): unknown[] {
  const reading = readOther({ text, publishedAt: '2024-05-14', outlet, language });
  return (reading?.claims ?? []).map(({ chain, stance }) => [
    stance,
    ...chain.map(({ resolved }) => resolved),
  ]);
}

describe('who speaks, and what the words come to', () => {
  test.each([
    [
      'ru',
      'Сотрудник изолятора, попросивший не называть его имени, рассказал «Голосу», что в подвале держат шестерых.',
      [['alleges', 'Голосу', null]],
    ],
    ['ru', '«Радио Прилив»: в Дольске задержаны семь человек.', [['alleges', 'Радио Прилив']]],
    ['ru', 'Говорит, что у школы убили двоих.', [['alleges', null]]],
    ['ru', 'В прокуратуре края подтвердили арест двух офицеров.', [['confirms', 'прокуратура края']]],
    ['ru', 'В городском управлении МВД заявили, что погибли трое.', [['alleges', 'МВД']]],
    ['ru', 'В администрации Дольска отрицают угрозы.', [['denies', 'администрация Дольска']]],
    ['ru', 'Как заявили в МИДе, визы получили двое.', [['alleges', 'МИД']]],
    [
      'ru',
      'Военная прокуратура это не подтверждает и не опровергает.',
      [['declines', 'Военная прокуратура']],
    ],
    ['ru', 'Мэр города Олег Тарн ранее говорил о шести погибших.', [['alleges', 'Олег Тарн']]],
    ['ru', 'Авторы письма утверждают, что капитан запер людей в трюме.', [['alleges', null]]],
    ['ru', 'Двое из них, по утверждению моряков, задохнулись.', [['alleges', null]]],
    ['ru', 'Начальник порта Егор Салт заявил, что задержанных не было.', [['denies', 'Егор Салт']]],
    [
      'ru',
      'Начальник порта Егор Салт заявил, что погибли не менее трёх человек.',
      [['alleges', 'Егор Салт']],
    ],
    [
      'uk',
      'У районній прокуратурі підтвердили затримання трьох осіб.',
      [['confirms', 'районна прокуратура']],
    ],
    ['uk', 'Староста Ігор Кіт запевнив, що поранених немає.', [['alleges', 'Ігор Кіт']]],
    ['ru', 'Прокуратура на запрос не ответила.', [['silent', 'Прокуратура']]],
    ['ru', 'Капитан Марк Доля вину не признал.', [['denies', 'Марк Доля']]],
    ['ru', 'Два санитара подтвердили рассказ врача.', [['confirms', null]]],
    ['uk', 'Капітан Лев Дуб провину не визнав.', [['denies', 'Лев Дуб']]],
    ['uk', 'Полковник Рябчук назвав ці повідомлення фейком.', [['denies', 'Рябчук']]],
    ['es', 'El gobernador Rafael Mena calificó la denuncia de "invento".', [['denies', 'Rafael Mena']]],
    ['es', 'El gobernador Rafael Mena calificó la denuncia de grave.', []],
    ['ar', 'لم يتسن التحقق من هذه الحصيلة من مصدر مستقل.', [['declines']]],
    [
      'ar',
      'قال سكان من قرية الوادي لصحيفة النهار الجديد إن جنوداً اعتقلوا ستة شبان.',
      [['alleges', 'النهار الجديد', null]],
    ],
  ])('%s: %s', (language, text, expected) => expect(answered(language, text)).toEqual(expected));

  test('the outlet that publishes is no step behind its own caption', () =>
    expect(answered('ru', '«Радио Прилив»: в Дольске задержаны семь человек.', 'Радио Прилив')).toEqual([
      ['alleges'],
    ]));

  test('a figure to which a toll has grown is no upper bound', () =>
    expect(told('ru', 'Число погибших выросло до 19, сообщил глава района Антон Белых.')[0]).toEqual([
      'Антон Белых',
      'killed',
      null,
      '19',
      null,
      null,
    ]));
});
