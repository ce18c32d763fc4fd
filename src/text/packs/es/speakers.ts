/** Spanish nouns and pronouns that can speak. */
import type { PackPronoun, PackSpeakerNoun } from '../pack.ts';

type Row = readonly [forms: string, more: Partial<PackSpeakerNoun>];

const base: PackSpeakerNoun = {
  forms: '',
  oblique: '',
  kind: 'person',
  sort: 'role',
  gender: 'm',
  plural: false,
};

/** Bodies whose noun is part of their name. */
const BODIES: readonly Row[] = [
  [
    'ministerio|ejercito|gobierno|comando|consejo|tribunal|juzgado|congreso|parlamento|senado|ayuntamiento|municipio|departamento|instituto|servicio|estado mayor|cuerpo|comando conjunto|consulado|poder judicial|poder ejecutivo|ejecutivo|viceministerio|registro civil|batallon|regimiento|interior|exteriores|proteccion civil|salvamento',
    { kind: 'public-body' },
  ],
  [
    'fiscalia|procuraduria|policia|guardia|gobernacion|cancilleria|secretaria|presidencia|defensoria|defensoria del pueblo|alcaldia|intendencia|prefectura|embajada|corte|direccion|delegacion|subdelegacion|oficina|marina|armada|fuerza aerea|gendarmeria|magistratura|comisaria|municipalidad|superintendencia|contraloria|consejeria|generalitat|junta|vicepresidencia|jefatura|inspeccion|agencia de migracion|audiencia',
    { kind: 'public-body', gender: 'f' },
  ],
  [
    '(autoridad|autoridades) (militar|militares)|fuerzas armadas|naciones unidas',
    { kind: 'public-body', gender: 'f', plural: true },
  ],
  [
    'centro|comite|observatorio|frente|sindicato|colectivo|movimiento|grupo|partido|colegio|equipo|albergue|hospital|cartel|foro|bloque|gremio|obispado|arzobispado|hogar|refugio',
    { kind: 'organisation', apart: true },
  ],
  [
    'organizacion|comision|coordinadora|federacion|confederacion|asociacion|fundacion|red|ong|plataforma|liga|union|alianza|central|pastoral|diocesis|cruz|iglesia|parroquia|asamblea|mesa|comunidad|cooperativa|mision|corporacion|universidad|vicaria|oposicion|guerrilla|banda|sociedad',
    { kind: 'organisation', gender: 'f', apart: true },
  ],
  [
    'diario|periodico|semanario|portal|canal|noticiero|noticiario|medio|rotativo',
    { kind: 'media', apart: true },
  ],
  [
    'agencia|radio|revista|emisora|cadena|television|televisora|radioemisora',
    { kind: 'media', gender: 'f', apart: true },
  ],
];

/** Those who hold an office or speak for somebody. */
const ROLES: readonly Row[] = [
  [
    'presidente|expresidente|vicepresidente|ministro|exministro|viceministro|secretario|subsecretario|gobernador|exgobernador|alcalde|exalcalde|intendente|prefecto|diputado|senador|congresista|concejal|regidor|fiscal|juez|magistrado|procurador|defensor|defensor del pueblo|embajador|consul|canciller|comisario|comandante|general|coronel|capitan|teniente|mayor|sargento|almirante|jefe|director|exdirector|subdirector|rector|delegado|subdelegado|portavoz|vocero|mandatario|oficial|ejecutivo|relator|comisionado|presidente municipal|premier|lider|dirigente|vocero presidencial|funcionario|titular|responsable|coordinador|encargado',
    { official: true },
  ],
  [
    'presidenta|expresidenta|vicepresidenta|ministra|exministra|viceministra|secretaria general|gobernadora|alcaldesa|intendenta|diputada|senadora|concejala|fiscal|fiscala|jueza|magistrada|procuradora|defensora|defensora del pueblo|embajadora|consulesa|comisaria general|jefa|directora|rectora|delegada|portavoz|vocera|mandataria|relatora|comisionada|lideresa|dirigenta|funcionaria|coordinadora nacional|encargada',
    { gender: 'f', official: true },
  ],
  [
    'abogado|letrado|forense|medico|sacerdote|parroco|obispo|arzobispo|cardenal|padre|fray|pastor|activista|analista|experto|investigador|periodista|reportero|profesor|maestro|doctor|sindicalista|campesino|comunero|pescador|obrero|empresario|escritor|criminologo|antropologo|psicologo|historiador|enfermero|lider comunitario|sociologo|catedratico|economista|defensor de derechos humanos',
    {},
  ],
  [
    'abogada|letrada|medica|activista|analista|experta|investigadora|periodista|reportera|profesora|maestra|doctora|monja|religiosa|trabajadora|enfermera|antropologa|psicologa|historiadora|hermana|sindicalista|campesina|empresaria|escritora|defensora de derechos humanos',
    { gender: 'f' },
  ],
];

/** People who are not named, with what ties them to the events. */
const UNNAMED: readonly Row[] = [
  ['testigo|testigo presencial', { sort: 'nobody', kind: 'unnamed', connection: 'witness' }],
  [
    'testigos|testigos presenciales|vecinos|pobladores|residentes|habitantes|lugareños',
    { sort: 'nobody', kind: 'unnamed', connection: 'witness', plural: true },
  ],
  ['vecino|poblador|residente|habitante', { sort: 'nobody', kind: 'unnamed', connection: 'witness' }],
  ['vecina|pobladora', { sort: 'nobody', kind: 'unnamed', connection: 'witness', gender: 'f' }],
  [
    'sobreviviente|superviviente|exdetenido|exdetenida|extrabajador|exrecluso|exprisionero|victima|detenido|preso|recluso|migrante|refugiado|exmilitar|exsoldado|exguardia|expolicia|exagente',
    { sort: 'nobody', kind: 'unnamed' },
  ],
  [
    'sobrevivientes|supervivientes|exdetenidos|exreclusos|exprisioneros|exmilitares|exagentes|exguardias|exsoldados|extrabajadores|victimas|detenidos|presos|reclusos|migrantes|refugiados',
    { sort: 'nobody', kind: 'unnamed', connection: 'victim', plural: true },
  ],
  [
    'madre|viuda|esposa|hija|hermana|tia|abuela|novia|prima',
    { sort: 'nobody', kind: 'unnamed', connection: 'relative', gender: 'f' },
  ],
  [
    'esposo|viudo|hijo|hermano|tio|abuelo|primo|marido',
    { sort: 'nobody', kind: 'unnamed', connection: 'relative' },
  ],
  [
    'madres|hijas|hermanas|esposas|viudas',
    { sort: 'nobody', kind: 'unnamed', connection: 'relative', gender: 'f', plural: true },
  ],
  [
    'familiares|parientes|padres|allegados|deudos|hijos|hermanos',
    { sort: 'nobody', kind: 'unnamed', connection: 'relative', plural: true },
  ],
  ['familia', { collective: true, sort: 'nobody', kind: 'unnamed', connection: 'relative', gender: 'f' }],
  [
    'familias',
    { collective: true, sort: 'nobody', kind: 'unnamed', connection: 'relative', gender: 'f', plural: true },
  ],
  [
    'fuentes|autoridades|organizaciones|ong|personas|mujeres',
    { sort: 'nobody', kind: 'unnamed', gender: 'f', plural: true },
  ],
  ['fuente|persona|mujer|joven|trabajadora|menor', { sort: 'nobody', kind: 'unnamed', gender: 'f' }],
  [
    'funcionarios|militares|soldados|policias|agentes|oficiales|activistas|manifestantes|medios|expertos|abogados|medicos|investigadores|periodistas|rebeldes|guerrilleros|dirigentes|opositores|estudiantes|trabajadores|hombres|voluntarios|diputados|legisladores|fiscales|organismos|grupos|colectivos|indigenas|campesinos|comuneros|sacerdotes|obispos|usuarios|otros|algunos|varios|muchos',
    { sort: 'nobody', kind: 'unnamed', plural: true },
  ],
  [
    'hombre|soldado|agente|informante|opositor|usuario|organismo|colega|amigo|amiga|companero|joven',
    { sort: 'nobody', kind: 'unnamed' },
  ],
  [
    'informe|reporte|comunicado|documento|estudio|boletin|parte policial|parte|video|dictamen|peritaje|expediente|testimonio',
    { sort: 'nobody', kind: 'unnamed' },
  ],
  ['denuncia|sentencia|autopsia', { sort: 'nobody', kind: 'unnamed', gender: 'f' }],
];

/**
 * Nouns that can speak.
 *
 * @example
 * ES_SPEAKERS.some((noun) => noun.kind === 'media'); // true
 */
export const ES_SPEAKERS: readonly PackSpeakerNoun[] = [
  ...BODIES.map(([forms, more]): PackSpeakerNoun => ({ ...base, sort: 'name', ...more, forms })),
  ...ROLES.map(([forms, more]): PackSpeakerNoun => ({ ...base, ...more, forms })),
  ...UNNAMED.map(([forms, more]): PackSpeakerNoun => ({ ...base, ...more, forms })),
];

/**
 * Pronouns that can speak.
 *
 * @example
 * ES_PRONOUNS.length > 3; // true
 */
export const ES_PRONOUNS: readonly PackPronoun[] = [
  { forms: 'él', gender: 'm', plural: false, first: false },
  { forms: 'ella', gender: 'f', plural: false, first: false },
  { forms: 'ellos', gender: 'm', plural: true, first: false },
  { forms: 'ellas', gender: 'f', plural: true, first: false },
  { forms: 'este|aquel', gender: 'm', plural: false, first: false },
  { forms: 'quien', gender: null, plural: false, first: false },
  { forms: 'quienes', gender: null, plural: true, first: false },
  { forms: 'yo', gender: null, plural: false, first: true },
  { forms: 'nosotros|nosotras', gender: null, plural: true, first: true },
];
