/** Spanish words with which something is confirmed, denied, disputed, declined, left unanswered, demanded or pledged. */
import type { Stance } from '../../../record/stance.ts';
import type { PackCue } from '../pack.ts';
import { ar, around, erir } from './conjugate.ts';

type Row = readonly [
  lemma: string,
  forms: string,
  frames?: PackCue['frames'],
  more?: Pick<PackCue, 'force' | 'negated'>,
];

/** Infinitives of speaking: to refuse these is to decline; to refuse others is an act. */
const SPEAK =
  ' (hacer comentarios|hacer declaraciones|hacer algun comentario|hacer ningun comentario|dar declaraciones|dar detalles|dar informacion|dar explicaciones|dar entrevistas|emitir comentarios|emitir opinion|ofrecer detalles|ofrecer comentarios|comentar|opinar|responder|contestar|confirmar|pronunciarse|declarar|hablar|valorar|referirse|entrar en detalles|desmentir|revelar|precisar|ser entrevistado)';

const NEITHER = [
  'ni (confirma|confirman|confirmó|confirmaron) ni (desmiente|desmienten|desmintió|desmintieron|niega|niegan|negó|negaron|descartó|descarta)',
  'no (confirma|confirman|confirmó|confirmaron) ni (desmiente|desmienten|desmintió|desmintieron|niega|niegan|negó|negaron|descartó|descarta)',
  'no (ha|han) confirmado ni (desmentido|negado|descartado)',
].join('|');

const CONFIRMS: readonly Row[] = [
  ['confirmar', ar('confirm'), 'n'],
  ['corroborar', ar('corrobor'), 'n'],
  ['ratificar', ar('ratific'), 'n'],
  ['verificar', ar('verific'), 'n'],
  ['admitir', erir('admit'), 'n', { force: 'neutral', negated: 'denies' }],
  [
    'reconocer',
    'reconoce(|n)|reconoc(ió|io|ieron|ia|ian)|(ha|han|habia|habian) reconocido',
    'n',
    { force: 'neutral', negated: 'denies' },
  ],
  ['confesar', ar('confes', 'confies'), 'n'],
  ['aceptar', ar('acept')],
  ['atribuirse', 'se (atribuyó|atribuyeron|atribuye|adjudicó|adjudicaron)|reivindic(ó|aron|a)', 'n'],
  ['asumir', 'asumi(ó|eron) la responsabilidad (de|del|por)', 'n'],
];

const DENIES: readonly Row[] = [
  ['negar', ar('neg', 'nieg'), 'n', { force: 'neutral', negated: 'confirms' }],
  ['desmentir', erir('desment', { stressed: 'desmient', past: 'desmint' }), 'n'],
  ['rechazar', ar('rechaz'), 'n'],
  ['descartar', ar('descart'), 'n', { force: 'neutral', negated: null }],
  ['refutar', `${ar('refut')}|${erir('rebat')}`, 'n'],
  ['desestimar', ar('desestim'), 'n'],
  [
    'calificar de falso',
    around('', ar('calific'), ' (de|como) (falsas|falsos|falso|falsa|mentira|infundadas)'),
    'n',
  ],
  ['tachar', around('', ar('tach'), ' de'), 'n'],
];

const DISPUTES: readonly Row[] = [
  ['cuestionar', ar('cuestion'), 'n'],
  ['poner en duda', '(pone|ponen|puso|pusieron) en (duda|entredicho)', 'n'],
  ['dudar', around('', ar('dud'), ' (de|del)'), 'n'],
  ['rebajar', ar('rebaj'), 'n'],
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
    'no ser posible contactar',
    'no (fue|ha sido) posible (contactar|localizar|hablar|obtener)|no se pudo (contactar|localizar|obtener)|no pudo ser (contactado|contactada|localizado|localizada)|no estaba disponible|no estuvo disponible',
    's',
  ],
];

const ASKS: readonly Row[] = [
  ['exigir', erir('exig'), 'n'],
  ['pedir', erir('ped', { stressed: 'pid', past: 'pid' }), 'n'],
  ['reclamar', ar('reclam'), 'n'],
  ['solicitar', ar('solicit'), 'n'],
  ['instar', ar('inst'), 'n'],
  ['demandar', ar('demand'), 'n'],
  ['urgir', erir('urg'), 'n'],
  ['llamar', around('', ar('llam'), ' a'), 'n'],
  ['hacer un llamado', '(hizo|hicieron|hace|hacen) un (llamado|llamamiento) (a|al|para)', 'n'],
  ['exhortar', ar('exhort'), 'n'],
  ['apelar', around('', ar('apel'), ' a'), 'n'],
  ['rogar', ar('rog', 'rueg'), 'n'],
  ['suplicar', ar('suplic'), 'n'],
];

const UNDERTAKES: readonly Row[] = [
  ['prometer', erir('promet'), 'n'],
  ['comprometerse', around('se ', erir('compromet'), ' a'), 'n'],
  ['garantizar', ar('garantiz'), 'n'],
  ['jurar', ar('jur'), 'n'],
];

function cues(rows: readonly Row[], does: Stance): PackCue[] {
  return rows.map(([lemma, forms, frames = '', more = { force: 'neutral' }]) => ({
    forms,
    lemma,
    shape: 'active',
    does,
    frames,
    ...more,
  }));
}

/**
 * Cues that answer, demand or pledge.
 *
 * @example
 * ES_ANSWERS.find((cue) => cue.lemma === 'desmentir')?.does; // 'denies'
 */
export const ES_ANSWERS: readonly PackCue[] = [
  ...cues(DECLINES, 'declines'),
  ...cues(SILENT, 'silent'),
  ...cues(CONFIRMS, 'confirms'),
  ...cues(DENIES, 'denies'),
  ...cues(DISPUTES, 'disputes'),
  ...cues(ASKS, 'asks'),
  ...cues(UNDERTAKES, 'undertakes'),
];
