/**
 * The language pack for Spanish: the press, organisations and authorities of Spain and of Latin America. Rules and word
 * lists only, no model. Source: written for onrecord; checked on the invented texts of `es.cases.ts`.
 */
import type { LanguagePack } from '../pack.ts';
import { ES_ACTS, ES_STATE_ANSWERS } from './acts.ts';
import { ES_ANSWERS } from './answers.ts';
import { foldSpanish } from './fold.ts';
import { ES_GLOSSES, ES_NUMBERS } from './numbers.ts';
import { ES_SAY } from './say.ts';
import { ES_PRONOUNS, ES_SPEAKERS } from './speakers.ts';
import { wordSpanishAct } from './word-act.ts';

const ADJECTIVES =
  /(?:ales?|nal|ario|aria|arios|arias|ivo|iva|ivos|ivas|ense|enses|ero|era|ico|ica|icos|icas|ista|istas|oso|osa|ado|ada|ados|adas|ares?|ntes?|eño|eña|ano|ana|anos|anas|propio|propia|nuevo|nueva|joven|viejo|vieja|mismo|misma|gran|ex|primer|primera|actual|general)$/;

/**
 * Spanish.
 *
 * @example
 * ES.fold('Según'); // 'segun'
 */
export const ES: LanguagePack = {
  code: 'es',
  extractor: 'rules-es-1',
  script: 'latin',
  functionWords:
    'de la que el en y a los del se las por un para con no una su al lo como mas o pero sus le ya fue este ha si porque esta son entre cuando muy sin sobre tambien me hasta hay donde han quien desde todo nos durante uno segun',
  foreignWords:
    'che di il gli della delle nel stato dei et les des est dans du pour avec em um uma foi foram das pela ao amb els dels i unha polos polas cunha oito nun nunha dixo din nu pe sunt fost het een op bij zijn zei werd trois deux',
  ownLetters: 'ñ¿¡',
  foreignLetters: 'ãõçßäöàèìòùâêîôûœ',
  capitals: true,
  fold: foldSpanish,
  split: () => [],
  sameName: () => false,
  abbreviations:
    'sr sra srta dr dra lic ing gral cnel cap tte av prof art núm num no pág fig ee uu ed etc mons pbro arq d dña ud uds ene feb mar abr jun jul ago sep oct nov dic aprox vol sto sta',
  cues: [...ES_ANSWERS, ...ES_SAY],
  negators: 'no|nunca|jamas|tampoco|ni',
  nobody: 'nadie|ningun|ninguna|ninguno|nada|no hubo|no hay|no habia|no se usó|no se utilizó',
  falseWords:
    'mentira|mentiras|falso|falsa|falsos|falsas|falsedad|falsedades|invento|inventos|infundio|infundios|infundadas|infundado|calumnia|calumnias|montaje|fantasia|bulo|patraña|exagerad(o|a|os|as)|inexacto|inexacta|absurdo|absurda|propaganda|tendencioso|tendenciosa',
  figureWords: 'cifra|cifras|numero|numeros|saldo|recuento|conteo|balance|estadistica|estadisticas',
  pointsBack: 'lo|esto|eso|ello|asi lo|lo anterior',
  complementizers: 'que|de que|a que|en que|si',
  demands: 'para que|a que',
  asWords: 'como|segun|tal como|conforme',
  joints: 'y|e|pero|aunque|mientras|mientras que|o|sino|pues|ya que|porque|por lo que',
  adverbs:
    'tambien|ademas|asimismo|igualmente|ayer|hoy|anoche|luego|despues|antes|posteriormente|finalmente|por su parte|a su vez|en tanto|entretanto|sin embargo|no obstante|incluso|solo|ya|aun|todavia|siempre|categoricamente|rotundamente|publicamente|oficialmente|inicialmente|previamente|recientemente|este (lunes|martes|miercoles|jueves|viernes|sabado|domingo)|el (lunes|martes|miercoles|jueves|viernes|sabado|domingo)|le|les|lo|nos|me|se|ha|han|habia|habian|fue|en un comunicado|en una nota|en redes sociales|en rueda de prensa|en conferencia de prensa|entre lagrimas|llorando|visiblemente|por otra parte|por otro lado|de nuevo|nuevamente|al respecto|aqui|alli|ahora|asi|entonces',
  prepositions:
    'a|ante|bajo|con|contra|desde|durante|en|entre|hacia|hasta|mediante|para|por|segun|sin|sobre|tras|al',
  bodyPrepositions: '',
  articles:
    'el|la|los|las|un|una|unos|unas|este|esta|estos|estas|ese|esa|dicho|dicha|su|sus|otro|otra|otros|otras|varios|varias|algunos|algunas|ambos|ambas|nuestro|nuestra|mi|aquel|aquella|cada|lo',
  addressees:
    'a|al|a la|a los|a las|para|ante|a traves de|en declaraciones a|en entrevista con|en conversacion con',
  relatives: 'que|quien|quienes|cuyo|cuya|cuyos|cuyas|el cual|la cual|los cuales|donde',
  nameJoints: 'de|del|la|los|las|y|e|contra|por|para|sin|en|al',
  tacitSubject: true,
  isPlural: (word) => /[aeo]n$/.test(word),
  anaphors:
    'emisora|radio|revista|cadena|canal|semanario|portal|rotativo|mandatari(o|a)|oficial|magistrad(o|a)|funcionari(o|a)|organismo|entidad|organizacion|agencia|institucion|dependencia|colectivo|medio|diario|periodico|dirigente|lider|religios(o|a)|prelado|abogad(o|a)|letrad(o|a)|legislador|legisladora|jurista|forense|titular|general|coronel|comandante|ministr(o|a)|gobernador|gobernadora|alcalde|alcaldesa|fiscal|activista|comision|centro|ministerio|ong|uniformado|militar|mujer|joven|defensora|victima|sacerdote|obispo',
  affirms: ['confirmar', 'ratificar'],
  askedBy: '(consultad|entrevistad|preguntad|interrogad)(o|a|os|as) por',
  recorders:
    'organizacion|centro|comite|observatorio|red|ong|colectivo|coordinadora|fundacion|plataforma|asociacion',
  indefinites: 'un|una|otro|otra|algun|alguna',
  isInfinitive: (word) =>
    /^(?:haber|ser|estar|tener|no|desconocer|saber|ignorar|temer|creer|contar|sentir|sentirse|haberlo|haberla)$/.test(
      word,
    ),
  noComment:
    'no (puede|pueden|podia|podian|podra|va a|van a) (comentar|hacer comentarios|hacer declaraciones|dar detalles|pronunciarse)|no (comenta|comentan|comentara|comentaran|comentaba)|no (hace|hacen|hara|haran|haria) (comentarios|declaraciones)|no se pronunciara',
  laws: 'ley|leyes|constitución|código|artículo|reglamento|convención|estatuto',
  mouthpieces: 'portavoz|vocero|vocera|comunicado|representante|informe|funcionario|parte',
  statesArePeople: true,
  contracted: 'al|del',
  contrasts: 'mientras|mientras que|en tanto|en tanto que|pero|en cambio|por el contrario',
  mediaWords:
    'voz|faro|diario|heraldo|mercurio|nacion|tiempo|universal|comercio|pais|mundo|prensa|tribuna|jornada|espectador|observador|cronica|correo|clarin|radio|canal|noticias|periodico|imparcial|opinion|republica|debate|informador|centinela|eco|telegrafo|gaceta|vanguardia|television|informativo|semanario|revista|cadena',
  unknowing:
    'informacion|informaciones|conocimiento|comentarios|comentar|saber|sabe|saben|sabemos|sabia|constancia|datos|detalles|claro|plazo|seguro|descart(a|an|ó)|evidencia|pruebas|respuesta|fecha',
  labels:
    'urgente|ultima hora|video|videos|foto|fotos|exclusiva|exclusivo|saldo|balance|nota|fuente|resumen|contexto|alerta|atencion|opinion|analisis|editorial|entrevista|lugar|fecha|motivo|resultado|cifras|aviso|comunicado|galeria|ojo',
  oughts: '(debe|deben|debera|deberan|tiene que|tienen que|debemos|exigimos|pedimos|reclamamos)',
  isPledge: (word) =>
    /(?:remos)$|^(?:vamos|abrira|abriran|investigara|investigaran|sancionara|castigara|indemnizara|publicara|retirara)$/.test(
      word,
    ),
  speakers: ES_SPEAKERS,
  pronouns: ES_PRONOUNS,
  personStart: () => 0,
  toldNouns: '',
  completesOffice: () => false,
  isAdjective: (word) => ADJECTIVES.test(word),
  agents: 'por|por parte de|a manos de|a cargo de|en manos de',
  perpetrators:
    'soldados|militares|policias|agentes|uniformados|efectivos|guardias|gendarmes|paramilitares|guerrilleros|sicarios|pistoleros|hombres armados|desconocidos|encapuchados|marinos|carabineros|funcionarios|rebeldes|pandilleros|custodios|elementos|tropas|fuerzas (de seguridad|armadas|especiales)|grupo armado|comando|comandos|civiles armados|presuntos (policias|militares|sicarios|soldados)|antimotines',
  byForms: '',
  acts: ES_ACTS,
  answers: ES_STATE_ANSWERS,
  among: 'entre los|entre las',
  placePrepositions:
    'en|cerca de|hacia|desde|en las afueras de|al norte de|al sur de|contra la aldea de|contra el pueblo de|contra la localidad de|contra la comunidad de|contra el caserio de|sobre la aldea de|sobre la localidad de|sobre la ciudad de',
  placeNouns:
    'ciudad|ciudad de|provincia|provincia de|departamento de|estado de|municipio de|municipio|poblado de|poblado|pueblo de|pueblo|comunidad de|region de|distrito de|localidad de|localidad|aldea|aldea de|caserio|caserio de|canton|valle de|isla de|puerto de|barrio|barrio de|colonia|vereda|las afueras de|afueras de|las inmediaciones de|inmediaciones de|el|la|los|las',
  numbers: ES_NUMBERS,
  numberJoints: 'y',
  unitsFirst: false,
  glosses: ES_GLOSSES,
  agoBefore: 'hace',
  dateJoints: 'de|del|de el',
  wordAct: wordSpanishAct,
};
