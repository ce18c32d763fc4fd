/** Invented Spanish sentences, second part: referents, denials and refusals, demands and pledges, answers of states. */

/** Rows of the table; places, bodies and people are fictional. */
export const ES_ANSWERS = `
# referent | mx
La Comisión de Derechos Humanos de Quillarey documentó nueve casos de tortura. El organismo agregó que seis personas fueron liberadas.
> alleges | Comisión de Derechos Humanos de Quillarey | nueve casos de tortura | tortured 9/9/9
> alleges | Comisión de Derechos Humanos de Quillarey | seis personas fueron liberadas | released 6/6/6
# referent | andean
La presidenta Lucrecia Maldón negó que el Ejército matara a civiles. La mandataria añadió que los muertos eran combatientes.
> denies | Lucrecia Maldón | el Ejército matara a civiles | killed
> alleges | Lucrecia Maldón | los muertos eran combatientes |
# referent | cono sur
El fiscal Ramiro Echazú imputó a cuatro policías. Según el magistrado, los agentes torturaron a un menor.
> alleges | Ramiro Echazú | los agentes torturaron a un menor | tortured 1/1/1
# referent | españa | outlet El Faro del Sur
El exministro Jacobo Ledrada aseguró a este diario que la orden vino de arriba.
> alleges | Jacobo Ledrada | la orden vino de arriba |
# referent | mx
Maribel Xochihua buscó a su esposo durante meses. Ella asegura que soldados lo desaparecieron.
> alleges | Maribel Xochihua | soldados lo desaparecieron | disappeared 1/1/1
# tacit-subject | mx
El procurador Hilario Camposeco informó que hallaron doce cadáveres en una barranca. Añadió que cinco de las víctimas eran mujeres.
> alleges | Hilario Camposeco | hallaron doce cadáveres | killed 12/12/12
> alleges | Hilario Camposeco | cinco de las víctimas eran mujeres |
# tacit-subject | andean
La dirigente Saturnina Chambi dijo que hay 30 heridos. También denunció que la policía impidió el paso de ambulancias.
> alleges | Saturnina Chambi | hay 30 heridos | injured 30/30/30
> alleges | Saturnina Chambi | la policía impidió el paso de ambulancias |
# tacit-subject | cono sur
La Red de Abogados del Litoral presentó una denuncia el lunes. Sostiene que 18 obreros fueron detenidos sin orden judicial.
> alleges | Red de Abogados del Litoral | 18 obreros fueron detenidos | detained 18/18/18
# tacit-subject | centroamérica
El cardenal Benito Solórzano visitó la zona. Lamentó que "el pueblo siga poniendo los muertos" y exigió el fin de los desalojos.
> alleges | Benito Solórzano | el pueblo siga poniendo los muertos |
> asks | Benito Solórzano | el fin de los desalojos |
# tacit-subject | españa
El delegado del Gobierno, Fermín Ardanza, compareció ayer. Aseguró que no hubo uso excesivo de la fuerza.
> denies | Fermín Ardanza | no hubo uso excesivo de la fuerza |
# referent | caribe
El coronel Wilfredo Paulino dirige la cárcel. El oficial admitió que dos internos murieron.
> confirms | Wilfredo Paulino | dos internos murieron | killed 2/2/2
# referent | mx
La organización Nombre y Verdad publicó su informe. En él afirma que 240 personas fueron desplazadas.
> alleges | Nombre y Verdad | 240 personas fueron desplazadas | displaced 240/240/240
# referent | andean
La agencia InfoSierra difundió el video el miércoles. La agencia sostiene que muestra la ejecución de tres hombres.
> alleges | InfoSierra | la ejecución de tres hombres | killed 3/3/3
# referent | cono sur
Ema Larrondo fue la primera en declarar. "Nos vendaron los ojos", recordó la mujer. Quilodrán, su abogada, pidió protección para ella.
> alleges | Ema Larrondo | Nos vendaron los ojos |
> asks | Quilodrán | protección para ella |
# surname | españa
El forense Damián Otaegui examinó los cuerpos. «Tenían disparos en la nuca», precisó Otaegui.
> alleges | Damián Otaegui | Tenían disparos en la nuca |
# acronym | mx
El Frente de Pueblos del Nauque (FPN) denunció el asesinato de dos ejidatarios. El FPN responsabilizó del crimen a la policía estatal.
> alleges | Frente de Pueblos del Nauque | el asesinato de dos ejidatarios | killed 2/2/2
> alleges | Frente de Pueblos del Nauque | policía estatal |
# negation-deny | mx
El secretario de Seguridad, Óscar Villaseca, negó que haya detenidos en la base naval.
> denies | Óscar Villaseca | haya detenidos en la base naval | detained
# negation-deny | andean
El Comando Conjunto desmintió que sus tropas hubieran disparado contra la población.
> denies | Comando Conjunto | sus tropas hubieran disparado |
# negation-deny | cono sur
La Gobernación rechazó las acusaciones de tortura.
> denies | Gobernación | las acusaciones de tortura | tortured
# negation-deny | centroamérica
"Aquí no hay desaparecidos", aseveró el ministro de Gobernación, Leonel Cutz.
> denies | Leonel Cutz | no hay desaparecidos |
# negation-deny | españa
Interior descartó que la muerte de los cuatro inmigrantes se debiera a disparos de la Guardia Civil.
> denies | Interior | muerte de los cuatro inmigrantes | killed 4/4/4
# negation-deny | caribe
El director de Prisiones calificó de falsas las denuncias de abusos.
> denies | director de Prisiones | las denuncias de abusos |
# negation-deny | mx
El gobierno estatal tachó de "absoluta mentira" el reporte sobre fosas clandestinas.
> denies | gobierno estatal | el reporte sobre fosas clandestinas |
# negation-deny | andean
El general Óscar Pumacayo aseguró que ningún soldado participó en la matanza.
> denies | Óscar Pumacayo | ningún soldado participó en la matanza |
# negation-not-deny | cono sur
El ministro Bruno Galceráz no negó que hubiera muertos.
> confirms | Bruno Galceráz | hubiera muertos | killed
# negation-not-confirm | mx
La Secretaría de Marina no confirmó la detención de los tres pescadores.
> declines | Secretaría de Marina | la detención de los tres pescadores | detained
# negation-not-confirm | andean
El hospital no quiso confirmar si hay fallecidos.
> declines | ? | si hay fallecidos |
# neither-nor | españa
La Embajada de Sirania ni confirmó ni desmintió la muerte del opositor.
> declines | Embajada de Sirania | la muerte del opositor | killed
# neither-nor | mx
Un portavoz del Ejército no confirmó ni negó el operativo.
> declines | Ejército | el operativo |
# no-comment | cono sur
La Cancillería rehusó hacer comentarios sobre el caso.
> declines | Cancillería | comentarios sobre el caso |
# no-comment | centroamérica
El jefe de la policía, Selvin Ordóñez Paz, rechazó hacer comentarios sobre las torturas.
> declines | Selvin Ordóñez Paz | las torturas |
# no-comment | andean
El ministro se negó a responder preguntas sobre los desaparecidos.
> declines | ? | los desaparecidos |
# no-comment | caribe
La Dirección de Migración declinó comentar.
> declines | Dirección de Migración | comentar |
# no-comment | españa
«Sin comentarios», respondió el portavoz de la Policía Foral.
> declines | Policía Foral | Sin comentarios |
# no-comment | mx
El vocero de la Guardia evitó pronunciarse sobre los cateos.
> declines | Guardia | los cateos |
# silent | mx
La Secretaría de Gobernación no respondió a las solicitudes de comentario hasta el viernes.
> silent | Secretaría de Gobernación | no respondió a las solicitudes de comentario |
# silent | andean
El Ministerio de Defensa no respondió de inmediato a un pedido de comentarios.
> silent | Ministerio de Defensa | un pedido de comentarios |
# silent | cono sur
Hasta el cierre de esta edición, la Gobernación de Quillarey no había contestado a las consultas de Diario Litoral.
> silent | Gobernación de Quillarey | no había contestado |
# silent | españa
No fue posible contactar con el director de la cárcel.
> silent | director de la cárcel | contactar |
# silent | centroamérica
Las autoridades no se han pronunciado sobre la desaparición de los once pescadores.
> silent | ? | no se han pronunciado | disappeared 11/11/11
# silent | caribe
La embajada guardó silencio sobre las visas de los refugiados.
> silent | embajada | las visas de los refugiados | visa
# confirms | mx
La fiscal Irma Zubieta confirmó el hallazgo de 19 cuerpos.
> confirms | Irma Zubieta | el hallazgo de 19 cuerpos | killed 19/19/19
# confirms | andean
El Ejército reconoció que sus efectivos mataron a ocho civiles en Huarcapampa.
> confirms | Ejército | sus efectivos mataron a ocho civiles | killed 8/8/8
# confirms | cono sur
El comisario admitió ante la jueza que el detenido fue golpeado.
> confirms | ? | el detenido fue golpeado |
# confirms | españa
El Gobierno corroboró las cifras de Fronteras Dignas: 19 desaparecidos.
> confirms | Gobierno | las cifras |
# disputes | mx
El gobernador Saúl Barrientes puso en duda la cifra de 63 desaparecidos.
> disputes | Saúl Barrientes | la cifra de 63 desaparecidos | disappeared 63/63/63
# disputes | andean
El Ministerio del Interior cuestionó el número de víctimas difundido por Tinkuy.
> disputes | Ministerio del Interior | el número de víctimas |
# disputes | cono sur
La ministra Paula Errázola dijo que el número de detenidos es exagerado.
> disputes | Paula Errázola | el número de detenidos es exagerado | detained
# disputes | españa
Delegación del Gobierno rebajó la cifra: habla de seis heridos.
> disputes | Delegación del Gobierno | seis heridos | injured 6/6/6
# asks | mx
Las madres exigieron al gobierno que presente con vida a sus hijos.
> asks | ? | presente con vida a sus hijos |
# asks | andean
La Oficina de Derechos Humanos de las Naciones Unidas pidió una investigación independiente de las 49 muertes.
> asks | Oficina de Derechos Humanos de las Naciones Unidas | una investigación independiente |
# asks | cono sur
La Asociación de Prensa reclamó la liberación inmediata de los dos reporteros.
> asks | Asociación de Prensa | la liberación inmediata de los dos reporteros | released 2/2/2
# asks | centroamérica
La Diócesis de Santa Ríola instó a las autoridades a detener los desalojos.
> asks | Diócesis de Santa Ríola | detener los desalojos |
# asks | españa
Puerta Abierta solicitó al Gobierno que conceda asilo a 45 refugiados.
> asks | Puerta Abierta | conceda asilo a 45 refugiados | asylum 45/45/45
# asks | caribe
Justicia Isleña hizo un llamado a cerrar la prisión de Cabo Manso.
> asks | Justicia Isleña | cerrar la prisión de Cabo Manso |
# asks | mx
“El Estado debe investigar la muerte de Noé Tlapala”, señaló la organización Memoria Viva.
> asks | Memoria Viva | El Estado debe investigar la muerte |
# undertakes | mx
La gobernadora Elena Macuspana prometió que se investigará la desaparición de los seis estudiantes.
> undertakes | Elena Macuspana | se investigará la desaparición de los seis estudiantes |
# undertakes | andean
El Ministerio de Justicia se comprometió a indemnizar a las familias.
> undertakes | Ministerio de Justicia | indemnizar a las familias |
# undertakes | cono sur
“Vamos a llegar hasta las últimas consecuencias”, garantizó el intendente.
> undertakes | ? | Vamos a llegar hasta las últimas consecuencias |
# undertakes | españa
Exteriores anunció que abrirá una investigación sobre la negativa de visados.
> undertakes | Exteriores | abrirá una investigación | investigation
# visa | centroamérica
El consulado de Norlandia negó la visa a 14 activistas, denunció la Red Sin Fronteras.
> alleges | Red Sin Fronteras | negó la visa a 14 activistas | visa 14/14/14
# visa | cono sur
Ocampía concedió asilo a 52 perseguidos políticos, informó la Cancillería.
> alleges | Cancillería | concedió asilo a 52 perseguidos políticos | asylum 52/52/52
# visa | españa
El Ministerio de Exteriores confirmó que ha otorgado visados humanitarios a siete personas.
> confirms | Ministerio de Exteriores | otorgado visados humanitarios a siete personas | visa 7/7/7
# visa | andean
Sirania rechazó 21 solicitudes de asilo, según la organización Puerta Abierta.
> alleges | Puerta Abierta | rechazó 21 solicitudes de asilo | asylum 21/21/21
# visa | mx
La Oficina de Refugio dijo que las solicitudes siguen en trámite.
> alleges | Oficina de Refugio | las solicitudes siguen en trámite |
# visa | caribe
Nueve personas esperan todavía una visa humanitaria, aseguró la abogada Delia Ponciano.
> alleges | Delia Ponciano | Nueve personas esperan todavía una visa humanitaria | visa 9/9/9
`;
