/** Spanish words for acts and for the answers of states. */
import type { PackAct, PackAnswers } from '../pack.ts';
import { ar } from './conjugate.ts';

const BE =
  '(fue|fueron|sido|era|eran|está|están|estaba|estaban|sigue|siguen|permanece|permanecen|resultó|resultaron|quedó|quedaron|ser)';

/** Participles: bare in the plural, where they stand behind the people; with an auxiliary in the singular. */
function participle(stem: string): string {
  return `${stem}(os|as)|${BE} ${stem}(o|a|os|as)`;
}

const act = (measure: PackAct['measure'], form: PackAct['form'], forms: string, weak?: true): PackAct =>
  weak === undefined ? { measure, form, forms } : { measure, form, forms, weak };

const KILLED: readonly PackAct[] = [
  act(
    'killed',
    'suffered',
    'muri(ó|o|eron|endo|era|eran)|muere(|n)|(ha|han|habia|habian|habria|habrian|haya|hayan) muerto|falleci(ó|o|eron|era)|fallece(|n)|(ha|han|habia|habian|habria|habrian) fallecido|pereci(ó|eron)|perdi(ó|eron) la vida|(perdieron|perdió) la vida|perece(|n)|perdido la vida',
  ),
  act(
    'killed',
    'suffered',
    `${participle('asesinad')}|${participle('ejecutad')}|${participle('abatid')}|${participle('acribillad')}|${participle('masacrad')}|${participle('ultimad')}|${participle('fusilad')}|${participle('degollad')}|${participle('linchad')}|(fue|fueron|han sido|ha sido) muert(o|a|os|as)|(fue|fueron) hallad(o|a|os|as) muert(o|a|os|as)|(fue|fueron) encontrad(o|a|os|as) (muert|sin vid)(o|a|os|as)`,
  ),
  act(
    'killed',
    'did',
    `${ar('mat')}|${ar('asesin')}|${ar('ejecut')}|ultim(ó|aron)|acribill(ó|aron)|masacr(ó|aron)|fusil(ó|aron)|abati(ó|eron)|linch(ó|aron)|(ha|han) dado muerte|dio muerte|dieron muerte|matar|asesinar|ejecutar|asesinando|matando|degoll(ó|aron)`,
  ),
  act(
    'killed',
    'noun',
    '(muerte|muertes|asesinato|asesinatos|homicidio|homicidios|fallecimiento|fallecimientos|ejecucion|ejecuciones|masacre|matanza|fusilamiento|deceso|decesos|feminicidio|feminicidios) (de|del)',
  ),
  act(
    'killed',
    'toll',
    '(numero|cifra|saldo|total|recuento|balance|cantidad) de (muertos|fallecidos|asesinados|victimas mortales|victimas|muertes|decesos|fallecimientos)|(muertos|fallecidos) (suman|son|ascienden a|asciende a|llegan a)|(fallecidos|muertos|heridos) a|saldo mortal|cadaveres (eran|son)',
  ),
  act(
    'killed',
    'state',
    'muert(os|as)|fallecid(os|as)|victimas mortales|cadaveres|cuerpos|muertes|ejecuciones|asesinatos|bajas civiles|osamentas|homicidios|decesos|feminicidios|bajas',
  ),
];

const HARMED: readonly PackAct[] = [
  act(
    'injured',
    'suffered',
    '(resultó|resultaron|resulta|resultan|fue|fueron|quedó|quedaron|terminó|terminaron) (herid|lesionad|lastimad)(o|a|os|as)|(sufrió|sufrieron) (heridas|lesiones|quemaduras)',
  ),
  act('injured', 'did', `hiri(ó|o|eron)|herir|hiriendo|lesion(ó|aron)|dejando heridos`),
  act(
    'injured',
    'toll',
    '(numero|cifra|total|saldo) de (heridos|lesionados)|heridos (suman|son|ascienden a|llegan a)',
  ),
  act('injured', 'state', 'herid(os|as)|lesionad(os|as)|herido|herida'),
  act(
    'tortured',
    'suffered',
    `${participle('torturad')}|${participle('golpead')}|${participle('maltratad')}|(sufrió|sufrieron|padecieron) torturas|(presentaba|presentaban|presenta|presentan) (signos|señales|huellas) de tortura`,
  ),
  act('tortured', 'did', `${ar('tortur')}|${ar('golpe')}|torturar|golpear|maltrat(ó|aron|ar)`),
  act(
    'tortured',
    'noun',
    '(tortura|torturas|golpizas|malos tratos|tratos crueles) (a|de|contra)|(actos|denuncias|acusaciones|denuncia) de (tortura|torturas)|torturas',
  ),
  act('tortured', 'state', 'casos de tortura'),
  act(
    'sexual-violence',
    'suffered',
    `${participle('violad')}|${participle('abusad')} sexualmente|(fue|fueron) (agredid|abusad)(o|a|os|as) sexualmente|(sufrió|sufrieron) (abusos sexuales|violencia sexual|abuso sexual)|(denunció|denunciaron) abusos sexuales`,
  ),
  act('sexual-violence', 'did', 'viol(ó|aron|ar)|abus(ó|aron) sexualmente de|agredi(ó|eron) sexualmente'),
  act(
    'sexual-violence',
    'noun',
    '(violacion|violaciones|abuso sexual|abusos sexuales|agresion sexual|agresiones sexuales) (de|a|contra)|abusos sexuales|violencia sexual',
  ),
];

const TAKEN: readonly PackAct[] = [
  act(
    'detained',
    'suffered',
    `${participle('detenid')}|${participle('arrestad')}|${participle('capturad')}|${participle('apresad')}|${participle('encarcelad')}|${participle('retenid')}|${participle('aprehendid')}|${participle('encerrad')}|${participle('asegurad')}|${participle('recluid')}|(quedó|quedaron) bajo custodia|(fue|fueron) llevad(o|a|os|as) (a un|a una|al|a la) (cuartel|comisaria|base|penal|prision|carcel|seccional|sotano)`,
  ),
  act(
    'detained',
    'did',
    `detuv(o|ieron)|detiene(|n)|(ha|han|habia|habian) detenido|${ar('arrest')}|${ar('captur')}|apres(ó|aron)|encarcel(ó|aron)|retuv(o|ieron)|retiene(|n)|aprehendi(ó|eron)|detener|arrestar|encerr(ó|aron)`,
  ),
  act(
    'detained',
    'noun',
    '(detencion|detenciones|arresto|arrestos|captura|capturas|aprehension|encarcelamiento) (arbitraria|arbitrarias|ilegal|ilegales|masiva|masivas) (de|del)|(detencion|detenciones|arresto|arrestos|captura|capturas|aprehension|encarcelamiento|retencion) (de|del)',
  ),
  act(
    'detained',
    'toll',
    '(numero|cifra|total) de (detenidos|arrestados|presos)|(detenidos|arrestados) (suman|son|ascienden a)|detenidos a',
  ),
  act(
    'detained',
    'state',
    'detenid(os|as)|arrestad(os|as)|presos politicos|prisioner(os|as)|detenciones|arrestos',
  ),
  act(
    'abducted',
    'suffered',
    `${participle('secuestrad')}|${participle('raptad')}|${participle('plagiad')}|(fue|fueron) (levantad|privad)(o|a|os|as)`,
  ),
  act(
    'abducted',
    'did',
    `${ar('secuestr')}|rapt(ó|aron)|plagi(ó|aron)|(se llev|levant)(ó|aron|aban)|secuestrar|se lo llevaron|se la llevaron|se los llevaron|se las llevaron`,
  ),
  act('abducted', 'noun', '(secuestro|secuestros|plagio|rapto|levanton) (de|del)'),
  act('abducted', 'state', 'secuestrad(os|as)|rehenes|secuestros'),
  act(
    'disappeared',
    'suffered',
    `desapareci(ó|o|eron)|desaparece(|n)|(ha|han|habia|habian|habria|habrian) desaparecido|${participle('desaparecid')}|(sigue|siguen|continua|continuan|permanece|permanecen) desaparecid(o|a|os|as)|no aparece(|n)`,
  ),
  act('disappeared', 'did', 'desapareci(ó|eron) a|lo desaparecieron|la desaparecieron|los desaparecieron'),
  act(
    'disappeared',
    'noun',
    '(desaparicion|desapariciones) (forzada|forzadas|forzosa) (de|del)|(desaparicion|desapariciones|paradero) (de|del)',
  ),
  act(
    'disappeared',
    'toll',
    '(numero|cifra|total) de desaparecidos|desaparecidos (suman|son|ascienden a)|desaparecidos a',
  ),
  act(
    'disappeared',
    'state',
    'desaparecid(os|as)|desapariciones|casos de (desaparicion|desapariciones)( forzada| forzadas|)',
  ),
  act('disappeared', 'suffered', 'desaparecid(o|a)', true),
];

const MOVED: readonly PackAct[] = [
  act(
    'displaced',
    'suffered',
    `huy(ó|eron)|huye(|n)|(ha|han) huido|${participle('desplazad')}|${participle('deportad')}|${participle('expulsad')}|${participle('desalojad')}|abandon(ó|aron) (sus|su|el|la|los|las)|se desplaz(ó|aron)|se exili(ó|aron)`,
  ),
  act('displaced', 'did', 'deport(ó|aron|ar)|desplaz(ó|aron)|expuls(ó|aron|ar)|desaloj(ó|aron|ar)'),
  act(
    'displaced',
    'noun',
    '(deportacion|expulsion|desplazamiento|exilio|exodo|huida) (forzado|forzada|masivo|masiva) (de|del)|(deportacion|deportaciones|expulsion|expulsiones|desplazamiento|exilio|huida) (de|del)',
  ),
  act('displaced', 'state', 'desplazad(os|as)|deportad(os|as)'),
  act(
    'released',
    'suffered',
    `${participle('liberad')}|${participle('excarcelad')}|(fue|fueron) puest(o|a|os|as) en libertad|recuper(ó|aron) (la|su) libertad|(salió|salieron) (libre|libres|en libertad)|qued(ó|aron) (libre|libres|en libertad)`,
  ),
  act(
    'released',
    'did',
    'liber(ó|aron|ar)|excarcel(ó|aron)|(puso|pusieron) en libertad|dej(ó|aron) en libertad',
  ),
  act(
    'released',
    'noun',
    '(liberacion|excarcelacion) (inmediata|incondicional) (de|del)|(liberacion|excarcelacion|puesta en libertad) (de|del)',
  ),
  act(
    'detention-sites',
    'site',
    '(carcel|carceles|prision|prisiones|centro|centros|casa|casas|penal|penales|calabozos) (clandestin|secret|ilegal)(a|o|as|os|es|)|(centro|centros) clandestinos de (detencion|tortura|reclusion)|(centro|centros) de (detencion|tortura|reclusion) (clandestinos|secretos|ilegales)|(carcel|carceles|prisiones) (secretas|clandestinas|ilegales)|campos de (detencion|concentracion|prisioneros)|centros de detencion',
  ),
];

/**
 * Acts.
 *
 * @example
 * ES_ACTS.some(({ measure }) => measure === 'displaced'); // true
 */
export const ES_ACTS: readonly PackAct[] = [...KILLED, ...HARMED, ...TAKEN, ...MOVED];

/**
 * What states answer.
 *
 * @example
 * ES_STATE_ANSWERS.asked.visa?.includes('visa'); // true
 */
export const ES_STATE_ANSWERS: PackAnswers = {
  asked: {
    visa: '(visa|visas|visado|visados|visum)',
    asylum: 'asilo|(estatuto|estatus|condicion) de refugiado|refugio politico|proteccion internacional',
    relocation: 'reubicacion|reasentamiento',
    evacuation: 'evacuacion',
    investigation: 'investigacion|pesquisa|pesquisas|investigaciones',
  },
  answers: {
    granted:
      'conced(e|en|ió|ieron|er|ido|ida|idos|idas|a|an)|otorg(a|an|ó|aron|ar|ado|ada|ados|adas|ue|uen)|aprob(ó|aron|ado|ada|adas|ados)|aprueba(|n)|expid(ió|ieron)|emiti(ó|eron)|dio|dieron|recibi(ó|eron)|obtuv(o|ieron)|abri(ó|eron|ra)|inici(ó|aron|ara)|acept(ó|aron)|acogi(ó|eron)',
    refused:
      'nieg(a|an)|neg(ó|aron|ar|aba|ado|ada|ados|adas|aban)|rechaz(a|an|ó|aron|ar|ado|ada|ados|adas)|deneg(ó|aron|ado|ada|ados|adas|ar)|denieg(a|an)|negativa|denegacion|rechazo',
    pending: 'esper(a|an|aba|aban)|pendiente|pendientes|en tramite|aguard(a|an)|a la espera',
  },
};
