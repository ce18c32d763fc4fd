/**
 * Lists of one invented event, as offices would send them: in Latin letters, in Cyrillic, and in both, with other headings,
 * separators and dates, with slips and gaps, and the truth beside them. Nobody in them exists. The same in every run.
 */
import { chanceFrom } from '../fixtures/chance.ts';

export interface InventedList {
  readonly name: string;
  readonly file: string;
  readonly csv: string;
  /** By row: the person of it. */
  readonly persons: readonly number[];
}

export interface InventedLists {
  readonly lists: readonly InventedList[];
  /** People on one list at least. */
  readonly listed: number;
  /** All of them. */
  readonly people: number;
}

const PEOPLE = 110;
/** Syllables in Latin and in Cyrillic. */
const SYLLABLES = [
  'ba ба|be бе|bo бо|va ва|ve ве|vi ви|go го|gu гу|da да|de де|do до|ka ка|ko ко|ku ку|la ла|le ле|li ли|lo ло',
  'ma ма|me ме|mi ми|mo мо|na на|ne не|ni ни|pa па|pe пе|po по|ra ра|re ре|ri ри|ro ро|sa са|se се|so со|ta та|te те|to то',
]
  .join('|')
  .split('|')
  .map((one) => one.split(' ') as [string, string]);
const ENDS: readonly (readonly [string, string])[] = [
  ['n', 'н'],
  ['r', 'р'],
  ['l', 'л'],
  ['s', 'с'],
  ['m', 'м'],
];

interface Word {
  readonly latin: string;
  readonly cyrillic: string;
}

interface Person {
  readonly given: Word;
  readonly family: Word;
  readonly born: readonly [year: number, month: number, day: number];
  readonly village: Word;
  readonly sex: 'f' | 'm';
}

/**
 * The first three lists; about half of the people on each, whoever is on one no likelier on another.
 *
 * @example
 * threeLists().lists[0]?.csv.split('\n').length;
 */
export function threeLists(): InventedLists {
  return inventedLists(3);
}

/**
 * Up to five lists: after the three, one of a ministry in Cyrillic with few people, and one of families without days of birth.
 *
 * @example
 * inventedLists(5).lists.map(({ name }) => name); // ['Committee', 'Hospital', 'Registry', 'Ministry', 'Families']
 */
export function inventedLists(count: 3 | 5): InventedLists {
  const chance = chanceFrom(41);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const word = (syllables: number): Word => {
    const parts = [...Array.from({ length: syllables }, () => pick(SYLLABLES)), pick(ENDS)];
    const [latin, cyrillic] = [0, 1].map((at) => parts.map((part) => part[at]).join(''));
    return { latin: capital(latin ?? ''), cyrillic: capital(cyrillic ?? '') };
  };
  const given = Array.from({ length: 40 }, () => word(2));
  const villages = Array.from({ length: 9 }, () => word(2));
  const people = Array.from(
    { length: PEOPLE },
    (): Person => ({
      given: pick(given),
      family: word(3),
      born: [1940 + Math.floor(chance() * 70), 1 + Math.floor(chance() * 12), 1 + Math.floor(chance() * 28)],
      village: pick(villages),
      sex: pick(['f', 'm']),
    }),
  );
  const listed = (share: number): readonly number[] => [...people.keys()].filter(() => chance() < share);
  const slip = (text: string): string => {
    if (chance() > 0.12) return text;
    const at = 1 + Math.floor(chance() * (text.length - 2));
    return text.slice(0, at) + text.slice(at + 1);
  };
  const unless = (share: number, text: string): string => (chance() < share ? '' : text);
  const committee = listed(0.5);
  const hospital = listed(0.55);
  const registry = listed(0.45);
  const rowOf = (
    persons: readonly number[],
    row: (one: Person, at: number) => readonly string[],
    by: string,
  ) => persons.map((person, at) => row(people[person] as Person, at).join(by));
  const lists = [
    {
      name: 'Committee',
      file: 'committee.csv',
      persons: committee,
      csv: [
        'No,Given name,Surname,Date of birth,Sex,Village',
        ...rowOf(
          committee,
          ({ given: first, family, born, sex, village }, at) => [
            `K-${at + 1}`,
            slip(first.latin),
            slip(family.latin),
            unless(0.15, iso(born)),
            sex,
            unless(0.1, village.latin),
          ],
          ',',
        ),
      ],
    },
    {
      name: 'Hospital',
      file: 'hospital.csv',
      persons: hospital,
      csv: [
        'Номер;Имя;Фамилия;Дата рождения;Пол;Село',
        ...rowOf(
          hospital,
          ({ given: first, family, born, sex, village }, at) => [
            String(at + 1),
            slip(first.cyrillic),
            slip(family.cyrillic),
            unless(0.15, dotted(born)),
            sex === 'f' ? 'ж' : 'м',
            unless(0.1, village.cyrillic),
          ],
          ';',
        ),
      ],
    },
    {
      name: 'Registry',
      file: 'registry.csv',
      persons: registry,
      csv: [
        'ID,Name,Name (Cyrillic),Year of birth,Village',
        ...rowOf(
          registry,
          ({ given: first, family, born, village }, at) => [
            `R${100 + at}`,
            slip(`${first.latin} ${family.latin}`),
            unless(0.3, slip(`${first.cyrillic} ${family.cyrillic}`)),
            unless(0.1, String(born[0])),
            village.latin,
          ],
          ',',
        ),
      ],
    },
  ];
  if (count === 5) {
    const ministry = listed(0.3);
    const families = listed(0.4);
    lists.push({
      name: 'Ministry',
      file: 'ministry.csv',
      persons: ministry,
      csv: [
        'Фамилия;Имя;Год рождения',
        ...rowOf(
          ministry,
          ({ given: first, family, born }) => [slip(family.cyrillic), slip(first.cyrillic), String(born[0])],
          ';',
        ),
      ],
    });
    lists.push({
      name: 'Families',
      file: 'families.csv',
      persons: families,
      csv: [
        'Name,Village,Sex',
        ...rowOf(
          families,
          ({ given: first, family, village, sex }) => [
            slip(`${first.latin} ${family.latin}`),
            village.latin,
            sex,
          ],
          ',',
        ),
      ],
    });
  }
  return {
    lists: lists.map((list) => ({ ...list, csv: `${list.csv.join('\n')}\n` })),
    listed: new Set(lists.flatMap(({ persons }) => persons)).size,
    people: PEOPLE,
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function iso([year, month, day]: Person['born']): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function dotted([year, month, day]: Person['born']): string {
  return `${two(day)}.${two(month)}.${year}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
