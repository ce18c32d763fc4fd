/** Russian: sentences of the pages. English to Russian, `{}` for each value in its order. */
export const RUSSIAN_PHRASES: Readonly<Record<string, string>> = {
  'What has been claimed, by whom, and on whose knowledge it rests. A figure here is never a verdict: it is the sum of what independent origins say, with every denial beside it.':
    'Что утверждалось, кем и на чьём знании это держится. Число здесь никогда не приговор: это то, что говорят независимые первоисточники, и рядом каждое опровержение.',
  'Each actor’s latest position on each proposition. A sign leads to the words; a proposition leads to everything said about it.':
    'Последняя позиция каждого по каждому положению. Знак ведёт к словам, положение — ко всему, что о нём сказано.',
  'Each actor’s latest position. A sign leads to the words.':
    'Последняя позиция каждого. Знак ведёт к словам.',
  'Steps: low, best and high over independent origins. Signs: single claims, in the shape of their stance. Reported only; nothing here estimates what nobody reported.':
    'Ступени: низшее, лучшее и высшее по независимым первоисточникам. Знаки: отдельные утверждения, по форме их позиции. Только сообщённое; того, о чём никто не сообщил, здесь никто не оценивает.',
  'No number on record has changed over time.': 'Ни одно число в записях со временем не менялось.',
  'No number has been claimed in this record.': 'Чисел в этих записях никто не называл.',
  'Nobody’s position is on record yet.': 'Ничьей позиции в записях ещё нет.',
  'The latest {} on which something was said.': 'Последние дни, в которые что-то было сказано: {}.',
  'Declining to speak, refusing and staying silent are three different answers.':
    'Уклониться, отказать и промолчать — три разных ответа.',
  'No answer of a state or institution is on record.': 'Ответа государства или учреждения в записях нет.',
  'No source has been captured yet.': 'Ни одного источника ещё не сохранено.',
  'Each leads to the exact words in the stored copy of the source.':
    'Каждая ведёт к точным словам в сохранённой копии источника.',
  'A proposition is the neutral sentence that claims are about. It holds no speaker and no verdict.':
    'Положение — нейтральное предложение, о котором говорят утверждения. В нём нет ни говорящего, ни приговора.',
  'No proposition is on record yet.': 'Положений в записях ещё нет.',
  'Who speaks in this record, and through whom. Unnamed voices have no entry: two of them may be one person.':
    'Кто говорит в этих записях и через кого. У безымянных голосов нет страницы: двое из них могут быть одним человеком.',
  'Nobody is on record yet.': 'Никого в записях ещё нет.',
  'Places in the words of the sources. Where one lies is told only when a person put it on record, and of points and sites never.':
    'Места словами источников. Где находится место, сказано, только если человек это записал; о точках и объектах — никогда.',
  'No source names a place.': 'Ни один источник не называет места.',
  'Places that a person put on record. An area is drawn where only an area is known.':
    'Места, которые записал человек. Область начерчена там, где известна только область.',
  'Map of places. The list of places says the same in words.':
    'Карта мест. Список мест говорит то же словами.',
  '{} on record without published coordinates': '{} в записях без опубликованных координат',
  '{} that nobody has placed': '{}, которые никто не нашёл на карте',
  'Not on the map: {}. Points and sites are never drawn.':
    'Не на карте: {}. Точки и объекты не чертятся никогда.',
  'Shapes of countries: Natural Earth, public domain. Borders as published there; they take no side.':
    'Очертания стран: Natural Earth, общественное достояние. Границы как там опубликованы; они не занимают ничьей стороны.',
  '{}, with what is claimed of each': '{}, и что утверждается о каждом',
  'Propositions that a person judged to speak of one occurrence. Nothing is added up.':
    'Положения, которые, как решил человек, говорят об одном происшествии. Ничего не складывается.',
  'Somebody who worked on this record judged that these propositions speak of one occurrence. Each keeps its own claims, origins and denials; nothing is added up.':
    'Кто-то из работавших над записями решил, что эти положения говорят об одном происшествии. У каждого свои утверждения, первоисточники и опровержения; ничего не складывается.',
  'A person judged that these propositions speak of one occurrence. Nothing is added up: each figure is of its own proposition.':
    'Человек решил, что эти положения говорят об одном происшествии. Ничего не складывается: каждое число относится к своему положению.',
  '{} on other propositions that {} it': '{} по другим положениям называют это место',
  'By the day on which it was said or published, not the day on which it is said to have happened.':
    'По дню, когда это сказано или опубликовано, а не когда оно, как сообщается, произошло.',
  'Nothing has been said yet.': 'Ещё ничего не сказано.',
  'Each leads to the stored copy of its text with every cited passage marked; of an internal source only the quoted passages are shown.':
    'Каждый ведёт к сохранённой копии текста, где отмечено каждое приведённое место; от внутреннего источника показаны только цитаты.',
  'What was asked of whom, and what came back. “Declined” answers without answering; “silent” was asked and gave no reply; neither is “refused”.':
    'О чём кого спросили и что ответили. «Уклонились» — ответ без ответа; «молчит» — спросили, и ответа не было; ни то, ни другое не «отказано».',
  'What was answered on which day, and in whose words. “Declined” answers without answering; “silent” was asked and gave no reply; neither is “refused”. That no answer is on record does not say that none was given.':
    'Что и в какой день ответили и чьими словами. «Уклонились» — ответ без ответа; «молчит» — спросили, и ответа не было; ни то, ни другое не «отказано». Если ответа в записях нет, это не значит, что его не было.',
  'No answer is on record.': 'Ответа в записях нет.',
  'Reason given:': 'Названная причина:',
  'by the responder itself': 'самим отвечающим',
  'asked by {}, no answer on record since: {}': 'спрошено к {}, с тех пор ответа в записях нет: {}',
  '{}, as of {}.': '{}, на {}.',
  ', {} people': ', людей: {}',
  // proposition page
  'Computed from the claims below by': 'Вычислено из утверждений ниже по',
  '. A denial is shown beside it and lowers nothing.': '. Опровержение стоит рядом и ничего не снижает.',
  'What each has said, oldest first. Nothing is dropped and nothing is averaged.':
    'Что говорил каждый, начиная со старого. Ничего не выброшено и не усреднено.',
  'Said of the whole occurrence or of a part of it, shown here too.':
    'Сказано обо всём происшествии или о его части, показано и здесь.',
  'Ten outlets that cite one newspaper are one origin.':
    'Десять изданий, которые ссылаются на одну газету, — один первоисточник.',
  'How origins are counted': 'Как считают первоисточники',
  '; {} identified with direct knowledge.': '; названных с прямым знанием: {}.',
  'To obtain:': 'Достать:',
  '{} used, {} left out, {} shown beside.': 'Учтено: {}, не учтено: {}, показано рядом: {}.',
  'Each with the chain of mouths from the outlet to whoever knows, and the exact words.':
    'Каждое с цепочкой уст, от издания до того, кто знает, и с точными словами.',
  'Nothing that was put forward here stood up to review, so there is no position, no origin and no number to show.':
    'Ничто из выдвинутого здесь не выдержало проверки: нет ни позиции, ни первоисточника, ни числа.',
  '{} rejected': '{} отклонено',
  'by reviewers, {} kept in the record. Rejected claims move no figure and are not shown.':
    'проверяющими, в записях осталось: {}. Отклонённые утверждения не меняют чисел и не показаны.',
  '{}: see the claims below.': '{}: см. утверждения ниже.',
  'version {}': 'версия {}',
  'claim {}': 'утверждение {}',
  'a claim on another proposition': 'утверждение по другому положению',
  'No other claim on record has changed it.': 'Ни одно другое утверждение его не изменило.',
  '{}, {}: {}: {}. No other claim on record has changed it.':
    '{}, {}: {}: {}. Ни одно другое утверждение его не изменило.',
  'since {}': 'с {}',
  '{} without a known day not drawn.': 'Без известного дня, не начерчено: {}.',
  'small: a copy, or replaced since': 'мелко: копия или заменено',
  // figures
  '{} {} on {}.{}{}{}': '{} {}: {}.{}{}{}',
  'Denied by {}{}.': 'Отрицает: {}{}.',
  'Those that state a number: {}.': 'Те, что называют число: {}.',
  'Beside it: {}': 'Рядом: {}',
  'Footnote {}: the words in {}': 'Сноска {}: слова в источнике {}',
  'also:': 'также:',
  'worded “{}”': 'словами «{}»',
  'of the whole occurrence{}': 'обо всём происшествии{}',
  'earlier: {}, {}': 'раньше: {}, {}',
  'not reviewed by a person.': 'не проверено человеком.',
  'and {} more': 'и ещё {}',
  '+{} more': 'ещё {}',
  'and {} more that day': 'и ещё {} в тот день',
  'and {}': 'и {}',
  'and {}, on the pages of their propositions.': 'и {}, на страницах их положений.',
  'Page {} of {}': 'Страница {} из {}',
  // claims
  'unnamed: “{}”': 'без имени: «{}»',
  'unnamed “{}”': 'без имени «{}»',
  '(“{}”)': '(«{}»)',
  '· where: {}': '· где: {}',
  '· about {}': '· о времени: {}',
  '· proposed by {}, not reviewed': '· предложено: {}, не проверено',
  '· accepted by a person': '· принято человеком',
  '{} on': '{} —',
  'said {}': 'сказано {}',
  'reported {}': 'сообщено {}',
  'as told by {}': 'со слов: {}',
  'as told by {} in {}': 'со слов: {}, в {}',
  'in its own words, as told by {}': 'своими словами, как передаёт {}',
  'by {}, {}': '{}, {}',
  '{} of its own': 'Собственное: {}',
  '{} of others, passed on': 'Чужое, переданное: {}',
  '{} put out by it': 'Опубликовано: {}',
  'what it answered, and in whose words': 'что оно ответило и чьими словами',
  // source page
  'unnamed sources ({})': 'источники без имени ({})',
  ', unreviewed': ', не проверено',
  ', no text': ', текста нет',
  '{} taken from it': 'Взято из него: {}',
  'No claim has been taken from this source.': 'Из этого источника не взято ни одного утверждения.',
  'No text to show.': 'Текста нет.',
  'no text:': 'текста нет:',
  'Nothing was captured of this source.': 'От этого источника ничего не сохранено.',
  'Passages quoted from it': 'Цитаты из него',
  'Passages not found in this text': 'Места, которых нет в этом тексте',
  'the claim': 'утверждение',
  '{} by {}, {}': '{}, {}, {}',
  // frame
  'This dossier contains {} that nobody has reviewed.': 'В этом досье есть {}, которые никто не проверил.',
  'Each is marked': 'Каждое помечено',
  '; no person has accepted that the words say this.':
    '; ни один человек не подтвердил, что слова говорят это.',
  'Unreviewed proposals': 'Непроверенные предложения',
  '{} by onrecord {}': '{}, onrecord {}',
  'Latest position of each actor on each proposition': 'Последняя позиция каждого по каждому положению',
  'What the signs mean': 'Что значат знаки',
  'What the marks mean': 'Что значат пометки',
  'The toll by each named rule': 'Итог по каждому названному правилу',
  'Claims left out of the toll, and why': 'Утверждения, не учтённые в итоге, и почему',
  'The toll on each day on which it changed': 'Итог на каждый день, когда он менялся',
  'States and institutions by answer, in claims': 'Государства и учреждения по ответам, в утверждениях',
  '† said of the whole occurrence or of a part of it.': '† сказано обо всём происшествии или о его части.',
  // search
  'The search needs a script, which your browser does not run here. Everything can be read without it:':
    'Для поиска нужен сценарий, а ваш браузер его здесь не выполняет. Всё можно прочесть и без него:',
  'Your browser’s own search finds words on each of these pages and in the texts of the sources.':
    'Поиск самого браузера найдёт слова на каждой из этих страниц и в текстах источников.',
  'Propositions, incidents, places, actors, titles of sources, and the exact words of claims. In any script; accents and case do not matter.':
    'Положения, события, места, действующие лица, названия источников и точные слова утверждений. На любом письме; ударения и регистр не важны.',
  'The search runs in this page and asks nobody for anything.':
    'Поиск идёт на этой странице и никого ни о чём не спрашивает.',
  'Nothing found. All words that you type must stand together in one place.':
    'Ничего не найдено. Все слова должны стоять вместе в одном месте.',
  '# found': 'Найдено: #',
  'and # more: type further words': 'и ещё #: добавьте слова',
};
