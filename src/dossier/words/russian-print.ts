/** Russian: words of cards and of the printed dossier. English to Russian, `{}` for each value in its order. */
export const RUSSIAN_PRINT: Readonly<Record<string, string>> = {
  // cards
  'in {}': '({})',
  '{} on {}.': '{}; {}.',
  'of the whole': 'обо всём происшествии',
  'Release {}': 'Выпуск {}',
  'Release {}: {}': 'Выпуск {}: {}',
  'Denied by {}.': 'Отрицает: {}.',
  'No denial is on record.': 'Опровержения в записях нет.',
  'Published by {}.': 'Публикует: {}.',
  'Licence: {}.': 'Лицензия: {}.',
  'Reported: what independent origins say, with every denial beside it. Never a verdict.':
    'Сообщено: что говорят независимые первоисточники, и рядом опровержения. Никогда не приговор.',
  'Holds proposals of a machine that nobody has reviewed': 'Есть предложения программы, никем не проверенные',
  // print
  'not reviewed in full': 'проверено не всё',
  'not reviewed': 'не проверено',
  'Steps: low, best and high over independent origins. Signs: single claims. Reported only; nothing here estimates what nobody reported.':
    'Ступени: низшее, лучшее и высшее по независимым первоисточникам. Знаки: отдельные утверждения. Только сообщённое; того, о чём никто не сообщил, здесь никто не оценивает.',
  'Places that a person put on record; an area where only an area is known. Shapes: Natural Earth, public domain. Borders as published there; they take no side.':
    'Места, которые записал человек; область, где известна только область. Очертания: Natural Earth, общественное достояние. Границы как там опубликованы; они не занимают ничьей стороны.',
  'Numbers from the work with people at risk. They are no claims of a source, and nothing here adds them to a toll.':
    'Числа из работы с людьми в опасности. Это не утверждения источника, и здесь их ни к чему не прибавляют.',
  'This dossier contains {} that nobody has reviewed. Each is marked.':
    'В этом досье есть {}, никем не проверенные. Каждое отмечено.',
  '{} in the folder of this dossier.': '{} — в папке этого досье.',
  // charts
  '{} drawn on': '{} — на',
  'the page of the proposition': 'странице положения',
};
