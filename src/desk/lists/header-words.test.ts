import { expect, test } from 'vitest';
import { propertiesNamed, propertyNamed } from './header-words.ts';

test.each([
  [
    ['Имя', 'Фамилия'],
    ['given', 'family'],
  ],
  [
    ["Ім'я", 'Прізвище', 'По батькові'],
    ['given', 'family', 'father'],
  ],
  [
    ['Nom', 'Prénom'],
    ['family', 'given'],
  ],
  [
    ['Name', 'Surname'],
    ['given', 'family'],
  ],
  [
    ['Name', 'First name', 'Surname'],
    ['name', 'given', 'family'],
  ],
  [
    ['ФИО', 'Фамилия'],
    ['name', 'family'],
  ],
  [
    ['Имя', 'Возраст'],
    ['name', 'age'],
  ],
  [
    ['Nom', 'Âge'],
    ['name', 'age'],
  ],
])('%j hold %j', (headers, properties) => {
  expect(propertiesNamed(headers)).toEqual(properties);
});

test('a header alone; brackets aside', () => {
  expect(propertyNamed('Name (Arabic)')).toBe('name');
  expect(propertyNamed('Shoe size')).toBeNull();
});
