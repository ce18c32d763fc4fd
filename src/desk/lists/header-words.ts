/** Words by which lists head their columns, in English, Spanish, French, Russian, Ukrainian and Arabic. */
import type { ListProperty } from '../../record/victim-list.ts';

/** Whole headers, folded; the first that fits wins. Then words that a header begins with or holds. */
const WHOLE: Readonly<Partial<Record<ListProperty, string>>> = {
  id: 'id|no|nr|num|number|n|code|case|case id|case no|record id|ref|reference|serial|serial no|entry|номер|код|№|п п|id no|número|numero|código|numéro|رقم|الرقم|م|كود',
  name: 'name|full name|fullname|names|victim|victim name|person|nombre|nombre completo|nom|nom complet|имя|фио|полное имя|піб|ім я|імя|الاسم|اسم|الاسم الكامل|name ar|name en|name arabic|name english',
  given:
    'given|given name|first name|firstname|forename|nombres|prénom|prenom|имя собственное|власне ім я|الاسم الأول',
  family:
    'family|family name|last name|lastname|surname|apellido|apellidos|nom de famille|фамилия|прізвище|اسم العائلة|العائلة|الكنية',
  father:
    'father|father name|fathers name|father s name|patronymic|middle name|отчество|по батькові|padre|père|اسم الأب|الأب',
  sex: 'sex|gender|sexo|sexe|genre|género|genero|пол|стать|الجنس|جنس',
  age: 'age|age years|age at death|edad|âge|возраст|вік|العمر|عمر|السن',
  born: 'born|birth|dob|date of birth|birth date|birthdate|birthday|fecha de nacimiento|nacimiento|date de naissance|naissance|дата рождения|день рождения|дата народження|تاريخ الميلاد|الميلاد',
  'born-year':
    'birth year|year of birth|by|yob|born year|año de nacimiento|année de naissance|год рождения|рік народження|سنة الميلاد',
  'born-month': 'birth month|month of birth|bm|mob',
  'born-day': 'birth day|day of birth|bd',
  died: 'died|death|dod|date of death|death date|date killed|killed on|fecha de muerte|fecha de fallecimiento|date de décès|date du décès|дата смерти|дата гибели|дата смерті|дата загибелі|تاريخ الوفاة|تاريخ الاستشهاد',
  'died-year': 'death year|year of death|año de muerte|год смерти|سنة الوفاة',
  'died-month': 'death month|month of death',
  'died-day': 'death day|day of death',
  event:
    'date|event date|incident date|date of event|date of incident|missing since|date missing|date of arrest|fecha|дата|дата события|дата події|التاريخ|تاريخ الحادثة|تاريخ',
  status: 'status|state|estado|statut|situation|статус|состояние|стан|الحالة',
  manner:
    'cause|cause of death|manner|manner of death|weapon|causa|causa de muerte|cause du décès|причина|причина смерти|причина смерті|سبب الوفاة|سبب',
  'born-at':
    'birthplace|place of birth|lugar de nacimiento|lieu de naissance|место рождения|місце народження|مكان الميلاد',
  'lived-at':
    'residence|place of residence|address|home|home town|village|town|city|lived in|residencia|domicilio|résidence|адрес|место жительства|город|село|адреса|місце проживання|العنوان|مكان الإقامة|القرية|المدينة',
  'died-at':
    'place|place of death|location|death place|incident place|lugar|lugar de muerte|lieu|lieu de décès|место|место смерти|место гибели|місце смерті|місце|المكان|مكان الوفاة|مكان الاستشهاد',
  note: 'note|notes|remark|remarks|comment|comments|observaciones|remarques|примечание|примечания|примітка|примітки|ملاحظات|ملاحظة',
};

const BY_WORDS: ReadonlyMap<string, ListProperty> = new Map(
  Object.entries(WHOLE).flatMap(([property, words]) =>
    words.split('|').map((word) => [foldHeader(word), property as ListProperty] as const),
  ),
);

/**
 * What a header says its column holds; null when it is not known.
 *
 * @example
 * propertyNamed('Date_of_Death'); // 'died'
 * propertyNamed('Name (Arabic)'); // 'name'
 */
export function propertyNamed(header: string): ListProperty | null {
  const folded = foldHeader(header);
  const whole = BY_WORDS.get(folded);
  if (whole !== undefined) return whole;
  const bare = foldHeader(header.replace(/[([][^)\]]*[)\]]/g, ' '));
  return BY_WORDS.get(bare) ?? null;
}

/** Headers that mean a whole name where they stand alone, and a given or a family name beside the other part. */
const SHORT_GIVEN: ReadonlySet<string> = new Set(['name', 'nombre', 'имя', 'ім я', 'імя'].map(foldHeader));
const SHORT_FAMILY: ReadonlySet<string> = new Set(['nom'].map(foldHeader));

/**
 * What headers say that their columns hold, seen together: “Имя” beside “Фамилия” is a given name.
 *
 * @example
 * propertiesNamed(['Имя', 'Фамилия']); // ['given', 'family']
 */
export function propertiesNamed(headers: readonly string[]): readonly (ListProperty | null)[] {
  const alone = headers.map(propertyNamed);
  const [given, family] = [alone.includes('given'), alone.includes('family')];
  return alone.map((property, at) => {
    const header = foldHeader(headers[at] ?? '');
    if (property !== 'name' || given === family) return property;
    if (family && SHORT_GIVEN.has(header)) return 'given';
    return given && SHORT_FAMILY.has(header) ? 'family' : property;
  });
}

/** Lower case, without accents and signs; letters that begin a new word inside ("birthDate") set it apart. */
function foldHeader(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim();
}
