/** Двое изменили одно и то же. */
export const VERSIONS = {
  'versions.title': 'Это изменили двое',
  'versions.why':
    'Пока ничего не сохранено и ничего не потеряно: выберите для каждой части и продолжайте в форме.',
  'versions.alike': 'Вы оба изменили одинаково.',
  'versions.base': 'С чего оба начали',
  'versions.theirs': 'Другой вариант',
  'versions.yours': 'Ваш вариант',
  'versions.both': 'Оба вместе',
  'versions.empty': 'ничего',
  'versions.use': 'Перенести в форму',
  'versions.all-the-same':
    'Посмотрите, что сделано. Если сохранить ещё раз, на это место встанет ваше; прежнее останется в истории.',
  'versions.first': 'Так уже решено: {by}, {day}.',
  'versions.field.words': 'Слова',
} as const;
