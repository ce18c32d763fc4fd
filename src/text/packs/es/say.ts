/** Spanish words with which something is put forward: verbs, "según", "citando a", adverbs of hearsay. */
import { type CueRow, sayingCues } from '../cue-rows.ts';
import type { PackCue } from '../pack.ts';
import { ar, around, erir } from './conjugate.ts';

const DECIR = 'dice|dicen|dijo|dijeron|decia|decian|diciendo|(ha|han|habia|habian|habria|habrian|haya) dicho';

/** What they say follows with "que", in quotation marks or behind a colon. */
const SAY: readonly CueRow[] = [
  ['decir', DECIR],
  ['afirmar', ar('afirm')],
  ['asegurar', ar('asegur')],
  ['señalar', `${ar('señal')}|${ar('senal')}`, 'n'],
  ['indicar', ar('indic')],
  ['informar', `${ar('inform')}|${around('', ar('inform'), ' (de|sobre)')}`, 'n'],
  ['reportar', ar('report'), 'n'],
  ['manifestar', ar('manifest', 'manifiest')],
  ['expresar', ar('expres'), 'n'],
  ['declarar', ar('declar')],
  ['sostener', 'sostiene(|n)|sostuv(o|ieron)|sosten(ia|ian)|(ha|han) sostenido'],
  ['mantener', 'mantiene(|n) que|mantuv(o|ieron) que'],
  ['explicar', ar('explic')],
  ['agregar', ar('agreg')],
  ['añadir', 'añad(e|en|ió|ieron|ia|ian)|anad(e|en|ió|io|ieron)|(ha|han) añadido'],
  ['precisar', ar('precis')],
  ['detallar', ar('detall')],
  ['relatar', ar('relat'), 'n'],
  ['narrar', ar('narr'), 'n'],
  ['contar', 'cuenta(|n) que|cont(ó|aron|aba|aban)|(ha|han|habia|habian) contado'],
  ['comentar', ar('coment')],
  ['apuntar', ar('apunt')],
  ['advertir', erir('advert', { stressed: 'adviert', past: 'advirt' }), 'n'],
  ['alertar', `${ar('alert')}|${around('', ar('alert'), ' (de|sobre)')}`, 'n'],
  ['subrayar', ar('subray')],
  ['recordar', ar('record', 'recuerd'), 'n'],
  ['recalcar', ar('recalc')],
  ['remarcar', ar('remarc')],
  ['destacar', ar('destac')],
  ['lamentar', ar('lament'), 'n'],
  ['condenar', ar('conden'), 'n'],
  ['repudiar', ar('repudi'), 'n'],
  ['criticar', ar('critic'), 'n'],
  ['considerar', ar('consider')],
  ['estimar', ar('estim'), 'n'],
  ['calcular', ar('calcul'), 'n'],
  ['cifrar', `${around('', ar('cifr'), ' en')}|${ar('cifr')}`, 'n'],
  ['contabilizar', ar('contabiliz'), 'n'],
  ['documentar', ar('document'), 'n', 'endorsing'],
  ['registrar', ar('registr'), 'n', 'endorsing'],
  ['identificar', ar('identific'), 'n', 'endorsing'],
  ['revelar', ar('revel'), 'n', 'endorsing'],
  ['elevar', ar('elev'), 'n'],
  ['publicar', ar('public'), 'n'],
  ['difundir', 'difund(e|en|ió|ieron)|(ha|han) difundido'],
  ['divulgar', ar('divulg')],
  ['concluir', 'conclu(ye|yen|yó|yeron)|(ha|han) concluido'],
  ['insistir', around('', erir('insist'), ' en')],
  ['reiterar', ar('reiter'), 'n'],
  ['argumentar', ar('argument')],
  ['alegar', ar('aleg'), '', 'distancing'],
  ['sugerir', erir('suger', { stressed: 'sugier', past: 'sugir' })],
  ['notificar', ar('notific'), 'n'],
  ['comunicar', ar('comunic'), 'n'],
  ['anunciar', ar('anunci'), 'n'],
  ['escribir', erir('escrib', { participle: 'escrito' })],
  ['tuitear', ar('tuite')],
  ['testificar', `${ar('testific')}|${ar('testimoni')}|${ar('atestigu')}`],
  ['responder', erir('respond')],
  ['replicar', ar('replic')],
  ['contestar', ar('contest')],
  ['aclarar', ar('aclar')],
  ['puntualizar', ar('puntualiz')],
  ['enfatizar', ar('enfatiz')],
  ['opinar', ar('opin')],
  ['exclamar', ar('exclam')],
  ['gritar', ar('grit')],
  ['aseverar', ar('asever')],
  ['acotar', ar('acot')],
  ['resaltar', ar('resalt')],
  ['observar', ar('observ')],
  ['deplorar', `${ar('deplor')}|${ar('reproch')}`, 'n'],
  ['avisar', `${ar('avis')}|${ar('adelant')}|${ar('avanz')}|${ar('plante')}|${ar('matiz')}|${ar('ironiz')}`],
  ['sentenciar', `${ar('sentenci')}|${ar('zanj')}|${ar('apostill')}|${ar('insinu')}|${ar('intu')}`],
  ['prever', 'prev(é|e|en|ió|ieron)|(ha|han) previsto'],
  ['describir', `${erir('describ', { participle: 'descrito' })}`, 'n'],
  ['referir', 'refier(e|en)|refiri(ó|eron)|(ha|han) referido'],
  ['transmitir', `${erir('transmit')}|${ar('traslad')} que`],
  [
    'mostrar',
    'muestra(|n) que|mostr(ó|aron) que|demuestra(|n) que|demostr(ó|aron) que|evidencia(|n) que',
    '',
    'endorsing',
  ],
  ['sospechar', ar('sospech'), '', 'distancing'],
  ['atribuir', 'atribuy(ó|eron|e|en)', 'n'],
  ['comprobar', ar('comprob', 'comprueb'), 'n', 'endorsing'],
  ['constatar', ar('constat'), 'n', 'endorsing'],
  ['saber', 'supo que|pudo saber'],
  ['hablar', 'habl(a|an|ó|aron) de', 'n'],
  ['denunciar', ar('denunci'), 'n'],
  ['acusar', ar('acus'), 'n'],
  [
    'responsabilizar',
    `${ar('responsabiliz')}|${ar('culp')}|${ar('inculp')}|${ar('señal')} a|${ar('señal')} como`,
    'n',
  ],
  ['imputar', ar('imput'), 'n'],
];

const ACCORDING: readonly CueRow[] = [
  [
    'según',
    'segun|segun (dijo|informó|indicó|afirmó|señaló|explicó|relató|contó|declaró|denunció|reportó|precisó|aseguró|manifestó|anunció|publicó|detalló|sostuvo)|segun (dijeron|informaron|indicaron|afirmaron|relataron|denunciaron)|segun (informa|dice|denuncia|afirma|reporta|publica)|segun consta en|segun lo informado por|segun datos de',
  ],
  ['de acuerdo con', 'de acuerdo (con|a|al)|conforme (a|al)'],
  ['a decir de', 'a decir de|al decir de|a juicio de|en opinion de|en palabras de|a criterio de'],
  ['citar', '(citad|reportad|informad|denunciad|publicad|confirmad)(o|a|os|as) por'],
];

const HEARSAY: readonly CueRow[] = [
  ['presuntamente', 'presuntamente|supuestamente|al parecer|aparentemente|segun se dice', '', 'distancing'],
  ['presunto', 'presunt(o|a|os|as)|supuest(o|a|os|as)', '', 'distancing'],
  [
    'haber',
    '(habria|habrian) (sido|muerto|fallecido|matado|asesinado|detenido|ordenado|desaparecido|secuestrado|torturado|resultado|participado|ejecutado|disparado|violado|huido|sufrido|recibido|dejado)',
    '',
    'distancing',
  ],
];

const IMPERSONAL: readonly CueRow[] = [
  [
    'informarse',
    'se (informó|informa|reportó|reporta|supo|dijo|indicó|conoció)|se ha informado|se dio a conocer',
  ],
  ['decirse', 'se (dice|rumorea|cree|teme|presume|estima|calcula|comenta)', '', 'distancing'],
  ['trascender', 'trascendió'],
];

const CITING: readonly CueRow[] = [
  ['citar', 'citando a|citando al|citando|que cita a|que citó a|que cita|que citó|con base en'],
];

/**
 * Cues that put forward.
 *
 * @example
 * ES_SAY.find((cue) => cue.lemma === 'afirmar')?.does; // 'alleges'
 */
export const ES_SAY: readonly PackCue[] = [
  ...sayingCues(IMPERSONAL, 'impersonal'),
  ...sayingCues(HEARSAY, 'hearsay'),
  ...sayingCues(SAY, 'active'),
  ...sayingCues(ACCORDING, 'according'),
  ...sayingCues(CITING, 'citing'),
];
