/** What the gates of a release say: sentences of the program, each known by its pattern. */
import type { GATES as EN } from '../en/gates.ts';

export const GATES: Readonly<Record<keyof typeof EN, string>> = {
  'why.gate.proposals.none': 'Ни одно предложение не ждёт проверки.',
  'why.gate.proposals.left-out':
    '{n|предложение ждёт|предложения ждут|предложений ждут} проверки; в выпуске их нет, и он это говорит.',
  'why.gate.proposals.refused':
    '{n|предложение ждёт|предложения ждут|предложений ждут} проверки: проверьте их или выберите «оставить их вне выпуска».',
  'why.gate.names.none': 'В словах к выпуску не назван никто, кого нельзя называть.',
  'why.gate.names.named':
    'Назван человек, которого нельзя называть, здесь: {one}. Скажите без имени или разрешите его назвать.',
  'why.gate.people.none': 'Те, кого нельзя называть, показаны под псевдонимами.',
  'why.gate.people.withdrawn':
    '{n|человека|человек|человек} можно было назвать на том месте журнала, а теперь нельзя: возьмите более позднее место или разрешите снова.',
  'why.gate.handling.none': 'Каждый источник в нём может выйти так, как выходит.',
  'why.gate.redaction.none': 'Вместо подлинников стоят копии с закрытыми словами.',
  'why.gate.redaction.since': 'После того места закрыты слова: {one}. Возьмите более позднее место.',
  'why.gate.counts.none': 'Чисел из дел в нём нет.',
  'why.gate.counts.signed': 'Числа из дел подписаны двумя людьми.',
  'why.gate.counts.unsigned':
    'На том месте не подписано вторым человеком: {one}. Пусть подпишет, или уберите из выпуска.',
  'why.gate.method.told': 'О методе сказано.',
  'why.gate.method.missing':
    'О методе ничего не сказано на языке: {one}. Напишите, как выбраны источники и что осталось вне выпуска.',
  'why.gate.licence.none': 'Скажите, по какой лицензии другие могут этим пользоваться.',
  'why.gate.licence.given': 'Другие могут пользоваться этим по лицензии: {one}.',
  'why.gate.embargo.none': 'Эмбарго нет.',
  'why.gate.embargo.until': 'Раздавать можно с {one} (UTC), не раньше.',
};
