/** Russian: words of cards and of the printed dossier. English to Russian, `{}` for each value in its order. */
export const RUSSIAN_PRINT: Readonly<Record<string, string>> = {
  // cards
  'in {}': '({})',
  '{} on {}.': '{}; {}.',
  'of the whole': 'обо всём происшествии',
  'Release {}': 'Выпуск {}',
  'Denied by {}.': 'Отрицает: {}.',
  'No denial is on record.': 'Опровержения в записях нет.',
  'Published by {}.': 'Публикует: {}.',
  'Licence: {}.': 'Лицензия: {}.',
  'Reported: what independent origins say, with every denial beside it. Never a verdict.':
    'Сообщено: что говорят независимые первоисточники, и рядом опровержения. Никогда не приговор.',
  'Holds proposals of a machine that nobody has reviewed': 'Есть предложения программы, никем не проверенные',
};
