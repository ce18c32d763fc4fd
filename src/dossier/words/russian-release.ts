/** Russian: words of the pages that only a release has. English to Russian, `{}` for each value in its order. */
export const RUSSIAN_RELEASE: Readonly<Record<string, string>> = {
  // changes.html
  Changes: 'Изменения',
  'Release {} and its changes': 'Выпуск {} и его изменения',
  'A release is never changed. What was wrong is put right in a new one, which says what changed and why; the earlier one stays as it was.':
    'Выпуск не меняют. Что было неверно, исправляет новый, и он говорит, что изменилось и почему; прежний остаётся, каким был.',
  'Published by': 'Публикует',
  'nobody is named': 'никто не назван',
  Made: 'Сделан',
  From: 'Из чего',
  Holds: 'Что в нём',
  'the whole record': 'все записи',
  'a part of the record: {}': 'часть записей: {}',
  'what is said of {}': 'что сказано о: {}',
  ' and ': ' и ',
  Licence: 'Лицензия',
  'none given': 'не дана',
  'Left out': 'Оставлено вне',
  '{} that nobody had reviewed': '{}, никем не проверенные',
  'Stands at': 'Где стоит',
  'Release {}, {}': 'Выпуск {}, {}',
  'The first of these releases.': 'Первый из этих выпусков.',
  'Takes the place of release {}. Why:': 'Заменяет выпуск {}. Почему:',
  'No proposition and no figure changed; words beside them may have.':
    'Ни одно положение и ни одно число не изменились; слова рядом могли.',
  '{}.': '{}.',
  'was added ({}).': 'добавлено ({}).',
  'is no longer in it (before {}).': 'больше не входит (прежде: {}).',
  'has other words.': 'сказано другими словами.',
  'has other figures: before {}; now {}.': 'другие числа: прежде {}; теперь {}.',
  'rests on other claims: before {}, now {}.': 'держится на других утверждениях: прежде {}, теперь {}.',
  'no claim': 'ни одного утверждения',
  'Earlier releases': 'Прежние выпуски',
  'Whoever has a copy can hold it against these hashes; whoever keeps the record can make them again, to the byte.':
    'У кого есть копия, может сверить её с этими хешами; кто хранит записи, может сделать их снова, байт в байт.',
  'Release {}, made {} from {}. SHA-256 of the list of its files:':
    'Выпуск {}, сделан {}; основа: {}. SHA-256 списка его файлов:',
  // a page of what is gone
  'No longer in this release': 'В этом выпуске больше нет',
  'An earlier release held the proposition': 'В прежнем выпуске было положение',
  '. Release {} took it out:': '. Выпуск {} его убрал:',
  'What changed with it': 'Что изменилось вместе с ним',
  // check.html
  'You need nobody’s word, no account and no network. These commands are for a shell (Linux, macOS, Git Bash or the Linux subsystem on Windows) in the folder that holds':
    'Не нужно ни чужого слова, ни учётной записи, ни сети. Эти команды — для оболочки (Linux, macOS, Git Bash или подсистема Linux в Windows) в папке, где лежит',
  '; this dossier lies there in': '; это досье лежит там в',
  'The short way': 'Коротко',
  'It needs': 'Нужны только',
  'and OpenSSL 3 alone, and ends with a line that begins with RESULT. Or, with onrecord:':
    'и OpenSSL 3; в конце — строка, которая начинается с RESULT. Или с onrecord:',
  'Both name every file that is not as it was released.':
    'Обе называют каждый файл, который не таков, каким был выпущен.',
  'By hand': 'Вручную',
  'No file was changed on the way. Every line must end with OK.':
    'Ни один файл не изменён в пути. Каждая строка должна кончаться на OK.',
  'These are all the pages of this release, and no others.':
    'Это все страницы этого выпуска, и никаких других.',
  'The first command prints the hash that': 'Первая команда печатает хеш, который',
  'names as': 'называет',
  'The owner of the log signed its head.': 'Владелец журнала подписал его главу.',
  'Whose key is it? Hold': 'Чей это ключ? Сверьте',
  'against the key that the organisation published elsewhere.':
    'с ключом, который организация опубликовала в другом месте.',
  'The log committed to this release, and to its approval.': 'Журнал закрепил этот выпуск и его одобрение.',
  'prints the commands with their keys, from the commitment up to the signed head.':
    'печатает команды с ключами, от закрепления до подписанной главы.',
  'Time-stamps, where there are any, show that the head of the log is not younger; witnesses, that others saw the same log. The same file prints the commands.':
    'Отметки времени, где они есть, показывают, что глава журнала не моложе; свидетели — что другие видели тот же журнал. Команды печатает тот же файл.',
  'Is it the newest, and the only log?': 'Новейший ли он, и один ли журнал?',
  'It was made from {} entries of the log{}. Keep the file':
    'Он сделан из {} записей журнала{}. Храните файл',
  ', whose root is': ', корень которого',
  'of every release that you get. Of the next one ask:':
    'каждого выпуска, который получаете. О следующем спросите:',
  'A log that does not go on from the head you kept, an older one that was signed anew, and a fork are refused.':
    'Журнал, который не продолжает вашу главу, более старый, подписанный заново, и раздвоенный отвергаются.',
  'One source': 'Один источник',
  'Whoever has the file of a public source can compare it with':
    'У кого есть файл открытого источника, может сверить его с',
  ', which also holds the key that opens what the log committed to when it came in.':
    '; там же ключ, открывающий то, что журнал закрепил, когда источник пришёл.',
  'The second must be the code after “bytes” in': 'Вторая должна дать код после «bytes» в',
  'What this does not show': 'Чего это не показывает',
  'That what a source says is so.': 'Что сказанное источником так и есть.',
  'Who wrote an entry of the log: names in it are what people called themselves, and they stay inside.':
    'Кто сделал запись в журнале: имена в нём — как люди назвали себя сами, и они остаются внутри.',
  'That nothing was left out: a release shows what it shows.':
    'Что ничего не опущено: выпуск показывает то, что показывает.',
};
