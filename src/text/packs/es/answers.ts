/** Spanish words with which something is confirmed, denied, disputed, declined, left unanswered, demanded or pledged. */
import type { Stance } from '../../../record/stance.ts';
import type { PackCue } from '../pack.ts';
import { ar, around, erir } from './conjugate.ts';

type Row = readonly [
  lemma: string,
  forms: string,
  frames?: PackCue['frames'],
  more?: Partial<Pick<PackCue, 'negated' | 'barredBy'>>,
];

/** Infinitives of speaking: to refuse these is to decline; to refuse others is an act. */
const SPEAK =
  ' (hacer comentarios|hacer declaraciones|hacer algun comentario|hacer ningun comentario|dar declaraciones|dar detalles|dar informacion|dar explicaciones|dar entrevistas|emitir comentarios|emitir opinion|ofrecer detalles|ofrecer comentarios|comentar|opinar|responder|contestar|confirmar|pronunciarse|declarar|hablar|valorar|referirse|entrar en detalles|decir|dar nombres|identificar a|aclarar|explicar|desmentir|revelar|precisar|ser entrevistado)';

/** Behind "negó" and "rechazó": something is withheld, nothing is said. */
const WITHHELD =
  'visa|visas|visado|visados|asilo|ingreso|entrada|acceso|atencion medica|fianza|permiso|permisos|salida|solicitud|solicitudes|pedidos de asilo|refugio|libertad';

/** A condition of speaking, no demand. */
const COVER =
  'anonimato|no ser identificad(o|a|os|as)|no ser nombrad(o|a)|reserva|no revelar|mantener en reserva|permanecer anonim(o|a)|que no se|asilo|visa';

/** To order these is an act that is told, no demand of whoever speaks. */
const HARM =
  'desaparicion|ejecucion|muerte|asesinato|matar|asesinar|ejecutar|fusilar|disparar|torturar|tortura|secuestrar|secuestro|desaparecer|eliminar|matanza|masacre|atacar|bombardear';

const NEITHER = [
  'ni (confirma|confirman|confirmó|confirmaron) ni (desmiente|desmienten|desmintió|desmintieron|niega|niegan|negó|negaron|descartó|descarta)',
  'no (confirma|confirman|confirmó|confirmaron) ni (desmiente|desmienten|desmintió|desmintieron|niega|niegan|negó|negaron|descartó|descarta)',
  'no (ha|han) confirmado ni (desmentido|negado|descartado)',
].join('|');

const CONFIRMS: readonly Row[] = [
  ['confirmar', ar('confirm'), 'n'],
  ['corroborar', ar('corrobor'), 'n'],
  ['ratificar', ar('ratific'), 'n'],
  ['verificar', `${ar('verific')}|${ar('certific')}|${ar('aval')}|${ar('refrend')}|${ar('acredit')}`, 'n'],
  ['admitir', erir('admit'), 'n', { negated: 'denies' }],
  [
    'reconocer',
    'reconoce(|n)|reconoc(ió|io|ieron|ia|ian)|(ha|han|habia|habian) reconocido',
    'n',
    { negated: 'denies' },
  ],
  ['confesar', ar('confes', 'confies'), 'n'],
  ['aceptar', ar('acept')],
  ['atribuirse', 'se (atribuyó|atribuyeron|atribuye|adjudicó|adjudicaron)|reivindic(ó|aron|a)', 'n'],
  ['asumir', 'asumi(ó|eron) la responsabilidad (de|del|por)', 'n'],
];

const DENIES: readonly Row[] = [
  ['negar', ar('neg', 'nieg'), 'n', { negated: 'confirms', barredBy: WITHHELD }],
  ['desmentir', erir('desment', { stressed: 'desmient', past: 'desmint' }), 'n'],
  ['rechazar', ar('rechaz'), 'n', { barredBy: WITHHELD }],
  ['descartar', ar('descart'), 'n', { negated: null }],
  ['refutar', `${ar('refut')}|${erir('rebat')}`, 'n'],
  ['desestimar', `${ar('desestim')}|${ar('desautoriz')}|${ar('descalific')}|${ar('desmont')}`, 'n'],
  ['desvincularse', 'se (desvinculó|desvincularon|deslindó|deslindaron) de', 'n'],
  [
    'calificar de falso',
    around('', ar('calific'), ' (de|como) (falsas|falsos|falso|falsa|mentira|infundadas)'),
    'n',
  ],
  [
    'tachar',
    `${around('', ar('tach'), ' de')}|${around('', ar('tild'), ' de')}|${around('', ar('calific'), ' de')}`,
    'n',
  ],
];

/** What a report is called by whoever says that it is not true. */
const FALSE_WORDS =
  'inventos|invento|invención|invenciones|mentiras|mentira|falsas|falsos|falso|falsa|falsedad|falsedades|montaje|calumnia|calumnias|infundio|infundios|infundada|infundadas|infundado|infundados|patraña|patrañas|difamación|novela|fantasía|fantasías|rumores|bulo|bulos';
const CALLS_FALSE: PackCue = {
  forms: `${ar('calific')}|${ar('tach')}|${ar('tild')}`,
  lemma: 'calificar',
  shape: 'active',
  does: 'denies',
  force: 'neutral',
  frames: 'n',
  readings: [
    {
      needs: `de (${FALSE_WORDS})|como (${FALSE_WORDS})|de " (${FALSE_WORDS})|de “ (${FALSE_WORDS})|de « (${FALSE_WORDS})`,
      does: 'denies',
      frames: 'n',
    },
  ],
};

const DISPUTES: readonly Row[] = [
  ['cuestionar', ar('cuestion'), 'n'],
  ['poner en duda', '(pone|ponen|puso|pusieron) en (duda|entredicho)', 'n'],
  ['dudar', around('', ar('dud'), ' (de|del)'), 'n'],
  [
    'rebajar',
    `${ar('rebaj')}|${ar('minimiz')}|${ar('relativiz')}|(restó|restaron) (importancia|credibilidad) a`,
    'n',
  ],
  ['disputar', `${ar('disput')}|${ar('objet')}`, 'n'],
];

const DECLINES: readonly Row[] = [
  ['rehusar', `${around('', ar('rehus'), SPEAK)}|${around('se ', ar('rehus'), ` a${SPEAK}`)}`, 's'],
  ['rechazar', around('', ar('rechaz'), SPEAK), 's'],
  ['negarse', around('se ', ar('neg', 'nieg'), ` a${SPEAK}`), 's'],
  ['declinar', `${around('', ar('declin'), SPEAK)}|${ar('declin')}`, 's'],
  ['evitar', `${around('', ar('evit'), SPEAK)}|${around('', 'elud(e|en|ió|ieron)', SPEAK)}`, 's'],
  ['no querer', around('no ', 'quiso|quisieron|quiere|quieren|ha querido|han querido', SPEAK), 's'],
  ['abstenerse', around('se ', 'abstuv(o|ieron)|excus(ó|aron)', ` de${SPEAK}`), 's'],
  ['ni confirmar ni desmentir', NEITHER, 'n'],
];

const SILENT: readonly Row[] = [
  [
    'no responder',
    'no (respondió|respondieron|responde|responden|contestó|contestaron|contesta|contestan|atendió|atendieron) (a|al|las|los|la|el|de|ninguna|nuestras|nuestros|ningun)|no (ha|han|habia|habian) (respondido|contestado|atendido|comentado)|(tampoco|nunca) (respondió|respondieron|contestó|contestaron)',
    's',
  ],
  [
    'no pronunciarse',
    'no se (ha|han|habia|habian) pronunciado|no se pronunci(ó|aron)|no (ha|han) (comentado|hecho comentarios|emitido comentarios)|no (hizo|hicieron|emitió|emitieron) comentarios|no coment(ó|aron)|no reaccion(ó|aron)',
    's',
  ],
  [
    'guardar silencio',
    '(guarda|guardan|guardó|guardaron|mantuvo|mantiene|mantienen) silencio|(ha|han) guardado silencio',
    's',
  ],
  [
    'no estar disponible',
    'no (estaba|estuvo) disponible|no pudo ser (contactado|contactada|localizado|localizada)|no (devolvió|devolvieron) las llamadas',
    's',
  ],
];

const ASKS: readonly Row[] = [
  ['exigir', erir('exig'), 'n'],
  ['pedir', erir('ped', { stressed: 'pid', past: 'pid' }), 'n', { barredBy: COVER }],
  ['reclamar', ar('reclam'), 'n'],
  ['solicitar', ar('solicit'), 'n', { barredBy: COVER }],
  ['instar', ar('inst'), 'n'],
  [
    'demandar',
    `${ar('demand')}|${ar('emplaz')}|${ar('conmin')}|${ar('apremi')}|${erir('requer', { stressed: 'requier', past: 'requir' })}|abog(a|an|ó|aron) por`,
    'n',
  ],
  ['urgir', erir('urg'), 'n'],
  ['llamar', around('', ar('llam'), ' a'), 'n'],
  ['hacer un llamado', '(hizo|hicieron|hace|hacen) un (llamado|llamamiento) (a|al|para)', 'n'],
  ['exhortar', ar('exhort'), 'n'],
  ['apelar', around('', ar('apel'), ' a'), 'n'],
  ['rogar', ar('rog', 'rueg'), 'n'],
  ['suplicar', ar('suplic'), 'n'],
  ['ordenar', ar('orden'), 'n', { barredBy: HARM }],
  ['disponer', 'dispuso (que|la|el|las|los|su)|dispone que|dispusieron (que|la|el|las|los|su)', 'n'],
];

const UNDERTAKES: readonly Row[] = [
  ['prometer', erir('promet'), 'n'],
  ['comprometerse', around('se ', erir('compromet'), ' a'), 'n'],
  ['garantizar', ar('garantiz'), 'n'],
  ['jurar', ar('jur'), 'n'],
  [
    'asumir el compromiso',
    '(asumió|asumieron) el compromiso de|(dio|dieron) su palabra de|(se ofreció|se ofrecieron) a',
    'n',
  ],
];

function cues(rows: readonly Row[], does: Stance): PackCue[] {
  return rows.map(([lemma, forms, frames = '', more = {}]) => ({
    forms,
    lemma,
    shape: 'active',
    does,
    force: 'neutral',
    frames,
    ...more,
  }));
}

/** Whoever was asked follows. */
const UNREACHED: PackCue = {
  forms:
    '(no fue|no ha sido) posible (contactar|localizar|hablar|obtener respuesta|obtener una respuesta|obtener comentarios)|no se pudo (contactar|localizar|obtener respuesta|obtener|hablar|entrevistar)( con| al| a|)|no se obtuvo respuesta|no hubo respuesta|sin respuesta',
  lemma: 'no ser posible contactar',
  shape: 'unreached',
  does: 'silent',
  force: 'neutral',
  frames: 's',
};

/**
 * Cues that answer, demand or pledge.
 *
 * @example
 * ES_ANSWERS.find((cue) => cue.lemma === 'desmentir')?.does; // 'denies'
 */
export const ES_ANSWERS: readonly PackCue[] = [
  ...cues(DECLINES, 'declines'),
  UNREACHED,
  CALLS_FALSE,
  ...cues(SILENT, 'silent'),
  ...cues(CONFIRMS, 'confirms'),
  ...cues(DENIES, 'denies'),
  ...cues(DISPUTES, 'disputes'),
  ...cues(ASKS, 'asks'),
  ...cues(UNDERTAKES, 'undertakes'),
];
