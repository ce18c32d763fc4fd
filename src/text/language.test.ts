import { describe, expect, test } from 'vitest';
import { isEnglish } from './language.ts';
import { PACKS } from './packs/read-other.ts';
import { packFor } from './packs/recognise.ts';

function languageOf(text: string): string | null {
  return isEnglish(text, null) ? 'en' : (packFor(text, null, PACKS)?.code ?? null);
}

/** Short posts and headlines, and the neighbours that have no pack: read in no language rather than in a wrong one. */
const TEXTS: readonly (readonly [code: string | null, text: string])[] = [
  [
    'en',
    'BREAKING: 3 dead, 12+ injured in Vesk market blast, local officials say. Army denies strike. #Vesk',
  ],
  ['en', 'Police: 4 hurt, 2 missing after Tarn shelling #Tarn https://tarn.example/z'],
  ['en', 'They took my brother last night. Please share!!'],
  ['en', '3 dead in Vesk blast'],
  [
    'ru',
    'СРОЧНО!!! в Лесном районе силовики задержали около 20 активистов, двоих избили. Полиция пока молчит',
  ],
  ['ru', 'Трое погибших в Заречье'],
  ['uk', 'Троє загиблих у Верхньому Яру'],
  ['uk', 'Поранено двох людей, сказали в лікарні'],
  ['es', 'Mataron a mi hermano anoche en San Telmo, ayuda'],
  ['es', '3 muertos en San Telmo'],
  [
    'ar',
    'قال مدير المستشفى سامي الخطيب إن 15 شخصا قتلوا وأصيب 30 آخرون في قصف على بلدة الزهراء يوم الأحد. ونفى الجيش استهداف المدنيين.',
  ],
  ['ar', 'وفقا لشهود عيان، خطف مسلحون ثلاثة معلمين قرب القرية. ورفضت وزارة الداخلية التعليق.'],
  [null, 'Полицията съобщи, че двама души са били убити при нападението в града, а трима са ранени.'],
  [null, 'Паліцыя паведаміла, што ў горадзе былі затрыманыя дзесяць чалавек. Гэта пацвердзілі сваякі.'],
  [null, 'Полиција је саопштила да су две особе убијене у нападу на село.'],
  [null, 'La polizia ha detto che due persone sono state uccise a Roma e altre tre ferite in un attacco.'],
  [null, 'Le ministre a refusé de commenter. Selon des témoins, sept hommes ont disparu.'],
  [null, 'O governo negou o ataque. Segundo moradores, sete homens foram levados pelos soldados.'],
  [
    null,
    'La policia va dir que dues persones van morir i tres van resultar ferides en un atac amb els veïns.',
  ],
  [null, 'A policía dixo que dúas persoas foron asasinadas e outras tres feridas nun ataque á aldea.'],
  [null, 'De politie zei dat twee mensen in de stad zijn gedood en drie gewond bij een aanval op het huis.'],
  [null, 'Die Polizei sagte, zwei Menschen seien bei einem Angriff in der Stadt getötet worden.'],
  [null, 'Twee doden in Gent'],
  [null, 'پلیس گفت دو نفر در حمله به روستا کشته شدند و سه نفر زخمی شدند.'],
  [null, 'پولیس نے کہا کہ گاؤں پر حملے میں دو افراد ہلاک اور تین زخمی ہوئے۔'],
];

describe('the language of a text that does not state it', () => {
  test.each(TEXTS)('%s: %s', (code, text) => expect(languageOf(text)).toBe(code));
});
