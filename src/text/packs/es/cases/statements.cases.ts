/** Invented Spanish sentences, first part: who says it, in which form. Rows are read by `pack-case.cases.ts`. */

/** Rows of the table; places, bodies and people are fictional. */
export const ES_STATEMENTS = `
# que-clause | mx wire
La Fiscalía General de Ocampía informó este martes que al menos 26 personas murieron en el ataque contra el poblado de Cerro Tunal.
> alleges | Fiscalía General de Ocampía | al menos 26 personas murieron | killed 26/-/-
# que-clause | andean ngo
El Centro de Derechos Humanos Tinkuy denunció que doce comuneros fueron detenidos de manera arbitraria en Alto Sirena.
> alleges | Centro de Derechos Humanos Tinkuy | doce comuneros fueron detenidos | detained 12/12/12
# que-clause | cono sur
La abogada Marta Quilodrán sostuvo que su defendido fue torturado en la comisaría de Puerto Cardenal.
> alleges | Marta Quilodrán | su defendido fue torturado | tortured 1/1/1
# que-clause | centroamérica
El Comité de Familiares de Nauque aseguró que otros nueve jóvenes siguen desaparecidos desde enero.
> alleges | Comité de Familiares de Nauque | otros nueve jóvenes siguen desaparecidos | disappeared 9/9/9
# que-clause | españa
La Defensora del Pueblo de Valdemora, Inés Carbonell, señaló que más de un centenar de migrantes fueron expulsados sin trámite.
> alleges | Inés Carbonell | más de un centenar de migrantes | displaced 101/-/-
# que-clause | mx
Vecinos de San Jerónimo de Ocales relataron que hombres armados se llevaron a tres maestros.
> alleges | ? | se llevaron a tres maestros | abducted 3/3/3
# que-clause | andean
El alcalde de Villa Arazúa, Celso Ayavire, manifestó que la policía disparó contra los manifestantes.
> alleges | Celso Ayavire | la policía disparó contra los manifestantes |
# que-clause | cono sur
La Coordinadora contra la Violencia Policial advirtió que unos 40 estudiantes permanecen detenidos.
> alleges | Coordinadora contra la Violencia Policial | unos 40 estudiantes permanecen detenidos | detained -/40/-
# que-clause | centroamérica
Un sobreviviente contó que los soldados quemaron once viviendas y mataron a su padre.
> alleges | ? | los soldados quemaron once viviendas |
# que-clause | mx
El Observatorio Ciudadano de Quillarey documentó que 57 personas fueron desplazadas de sus tierras entre mayo y agosto.
> alleges | Observatorio Ciudadano de Quillarey | 57 personas fueron desplazadas | displaced 57/57/57
# que-clause | andean
Ignacio Urrieta, vocero de la Federación Campesina del Alto Sirena, dijo que los militares dispararon "a matar".
> alleges | Ignacio Urrieta | los militares dispararon |
# que-clause | españa
El sindicato penitenciario Custodia Justa alertó de que cuatro internos fallecieron en la cárcel de Soto Largo.
> alleges | Custodia Justa | cuatro internos fallecieron | killed 4/4/4
# que-clause | caribe
El Ministerio de Salud Pública reportó que los heridos suman 18.
> alleges | Ministerio de Salud Pública | los heridos suman 18 | injured 18/18/18
# que-clause | mx
La Comisión Estatal de Búsqueda indicó que se localizaron 14 cuerpos en la fosa de El Mezquital.
> alleges | Comisión Estatal de Búsqueda | se localizaron 14 cuerpos | killed 14/14/14
# direct-guillemets | españa
«Los golpearon durante horas», afirmó la letrada Nuria Abelenda.
> alleges | Nuria Abelenda | Los golpearon durante horas |
# direct-guillemets | españa
El director de la ONG Puerta Abierta, Tomás Legaza, declaró: «Hemos contado 32 muertos en la valla».
> alleges | Tomás Legaza | Hemos contado 32 muertos en la valla | killed 32/32/32
# direct-quotes | mx
"Nos sacaron de la casa y nos subieron a una camioneta", narró Elvia Tecanhuey, de 41 años.
> alleges | Elvia Tecanhuey | Nos sacaron de la casa |
# direct-quotes | cono sur
“Mi hijo no volvió más”, dijo llorando la madre de uno de los jóvenes.
> alleges | ? | Mi hijo no volvió más |
# direct-quotes | andean
“No vamos a permitir que se repita la masacre”, prometió la presidenta Lucrecia Maldón. “Habrá justicia”, agregó la mandataria.
> undertakes | Lucrecia Maldón | No vamos a permitir que se repita la masacre |
> alleges | Lucrecia Maldón | Habrá justicia |
# direct-quotes | centroamérica
"Hay por lo menos cinco cárceles clandestinas en la capital", afirmó el diputado Rolando Esquit.
> alleges | Rolando Esquit | cinco cárceles clandestinas | detention-sites 5/-/-
# direct-quotes | mx redes
El colectivo Buscadoras de Quillarey escribió en redes sociales: "Van 63 desaparecidos este año y nadie responde".
> alleges | Buscadoras de Quillarey | Van 63 desaparecidos este año | disappeared 63/63/63
# direct-quotes | caribe
"Me negaron la visa tres veces", relató Yadira Monteagudo a la agencia InfoSierra.
> alleges | InfoSierra > Yadira Monteagudo | Me negaron la visa | visa
# raya | españa
—Los guardias abrieron fuego sin avisar —dijo el pescador Anselmo Rial—. Murieron seis de mis compañeros.
> alleges | Anselmo Rial | Los guardias abrieron fuego sin avisar |
> alleges | Anselmo Rial | Murieron seis de mis compañeros | killed 6/6/6
# raya | cono sur
—No sabemos dónde están —respondió la hermana de los detenidos.
> alleges | ? | No sabemos dónde están |
# raya | andean
Los comuneros —denunció la dirigente Saturnina Chambi— fueron torturados en el cuartel de Huarcapampa.
> alleges | Saturnina Chambi | fueron torturados en el cuartel | tortured
# raya | mx
“Al menos quince migrantes —precisó el sacerdote Abel Montúfar— fueron secuestrados en el retén”.
> alleges | Abel Montúfar | fueron secuestrados en el retén | abducted 15/-/-
# parenthetical | cono sur
Los tres detenidos, dijo la jueza Amalia Brizzolara, presentaban signos de tortura.
> alleges | Amalia Brizzolara | presentaban signos de tortura | tortured 3/3/3
# parenthetical | mx
La cifra de muertos, según la Cruz Blanca de Ocampía, asciende a 41.
> alleges | Cruz Blanca de Ocampía | asciende a 41 | killed 41/41/41
# inverted | mx wire
Al menos 26 personas fueron detenidas durante los cateos, aseguró la fiscalía.
> alleges | fiscalía | Al menos 26 personas fueron detenidas | detained 26/-/-
# inverted | andean
Dos campesinos murieron por impacto de bala, informó el Ministerio del Interior.
> alleges | Ministerio del Interior | Dos campesinos murieron | killed 2/2/2
# inverted | centroamérica
Más de 300 familias huyeron hacia la frontera, reportó la Diócesis de Santa Ríola.
> alleges | Diócesis de Santa Ríola | Más de 300 familias huyeron | displaced 301/-/-
# inverted | españa
El joven falleció a causa de los golpes, concluyó el Instituto de Medicina Legal.
> alleges | Instituto de Medicina Legal | El joven falleció a causa de los golpes | killed 1/1/1
# inverted | cono sur
Fueron liberados 17 de los 25 detenidos, confirmó la ministra de Seguridad, Paula Errázola.
> confirms | Paula Errázola | Fueron liberados 17 | released 17/17/17
# inverted | caribe
El periodista fue secuestrado por agentes encubiertos, acusó el Colegio de Periodistas.
> alleges | Colegio de Periodistas | El periodista fue secuestrado | abducted 1/1/1
# according-to | mx
Según la organización Memoria Viva, 112 personas desaparecieron en la región durante el operativo.
> alleges | Memoria Viva | 112 personas desaparecieron | disappeared 112/112/112
# according-to | andean
De acuerdo con la Defensoría del Pueblo, 49 civiles murieron en las protestas de diciembre.
> alleges | Defensoría del Pueblo | 49 civiles murieron | killed 49/49/49
# according-to | centroamérica
De acuerdo a testigos, los policías dispararon contra la multitud.
> alleges | ? | los policías dispararon contra la multitud |
# according-to | mx
A decir de los familiares, los cuatro jóvenes fueron llevados a un cuartel naval.
> alleges | ? | los cuatro jóvenes fueron llevados a un cuartel |
# according-to | cono sur
Hay 22 heridos, según pudo saber Diario Litoral de fuentes del hospital.
> alleges | Diario Litoral > ? | Hay 22 heridos | injured 22/22/22
# according-to | españa
Para la plataforma Fronteras Dignas, las devoluciones dejaron 19 desaparecidos.
> alleges | Fronteras Dignas | 19 desaparecidos | disappeared 19/19/19
# according-to | andean
En palabras de la viuda, los soldados "entraron a matar".
> alleges | ? | los soldados |
# according-to | caribe
Según un informe de Justicia Isleña publicado el jueves, seis reclusos murieron por falta de atención médica.
> alleges | Justicia Isleña | seis reclusos murieron | killed 6/6/6
# according-to | mx
Tres mujeres fueron violadas por agentes, según consta en la denuncia presentada ante la Fiscalía.
> alleges | ? | Tres mujeres fueron violadas por agentes | sexual-violence 3/3/3
# according-to | centroamérica
Conforme al parte policial, un menor resultó herido.
> alleges | ? | un menor resultó herido | injured 1/1/1
# according-to | cono sur
Según dijo el comisario Darío Bentancor, no hubo disparos.
> denies | Darío Bentancor | no hubo disparos |
# according-to | españa
Según fuentes diplomáticas, el consulado denegó 30 visados a refugiados sirianos.
> alleges | ? | denegó 30 visados | visa 30/30/30
# rumour-conditional | cono sur
El dirigente habría muerto bajo custodia en la cárcel de Punta Raulí.
> alleges | ? | habría muerto bajo custodia | killed 1/1/1
# rumour-conditional | andean
Unos veinte mineros habrían sido detenidos por la Guardia Minera.
> alleges | ? | habrían sido detenidos por la Guardia Minera | detained -/20/-
# rumour-conditional | mx
El comandante habría ordenado la desaparición de seis estudiantes, según la organización Nombre y Verdad.
> alleges | Nombre y Verdad | habría ordenado la desaparición de seis estudiantes | disappeared 6/6/6
# alleged-adjective | mx
Presuntos policías secuestraron a dos comerciantes en el mercado de Ocales.
> alleges | ? | secuestraron a dos comerciantes | abducted 2/2/2
# alleged-adjective | españa
Los agentes supuestamente golpearon a tres detenidos en el calabozo.
> alleges | ? | golpearon a tres detenidos | tortured 3/3/3
# alleged-adjective | cono sur
La presunta ejecución de cinco presos en el penal de Rincón Hondo fue denunciada por la Red de Abogados del Litoral.
> alleges | Red de Abogados del Litoral | ejecución de cinco presos | killed 5/5/5
# hearsay | andean
Presuntamente, los uniformados quemaron los cuerpos.
> alleges | ? | los uniformados quemaron los cuerpos |
# hearsay | caribe
Se dice que los presos fueron trasladados de noche.
> alleges | ? | los presos fueron trasladados de noche |
# hearsay | mx
Se informó que dos elementos de la Guardia resultaron lesionados.
> alleges | ? | dos elementos de la Guardia resultaron lesionados | injured 2/2/2
# hearsay | centroamérica
Trascendió que siete reos fueron torturados en el módulo tres.
> alleges | ? | siete reos fueron torturados | tortured 7/7/7
# nesting | sur
El diario El Faro del Sur informó que la fiscalía de Quillarey dijo que 34 personas habían sido asesinadas.
> alleges | El Faro del Sur > fiscalía de Quillarey | 34 personas habían sido asesinadas | killed 34/34/34
# nesting | andean
La agencia InfoSierra, citando a fuentes militares, reportó que dos pilotos fueron capturados.
> alleges | InfoSierra > ? | dos pilotos fueron capturados | detained 2/2/2
# nesting | mx
La Voz de Ocampía publicó que, según la organización Memoria Viva, 88 hombres fueron detenidos en febrero.
> alleges | La Voz de Ocampía > Memoria Viva | 88 hombres fueron detenidos | detained 88/88/88
# nesting | centroamérica
El obispo Efraín Tzoc dijo que sobrevivientes le contaron que los soldados mataron a doce niños.
> alleges | Efraín Tzoc > ? | los soldados mataron a doce niños | killed 12/12/12
# nesting | cono sur
"La policía mató a mi hijo", dijo a Radio Nauque la madre del detenido.
> alleges | Radio Nauque > ? | La policía mató a mi hijo | killed 1/1/1
# nesting | españa
Fuentes consultadas por Diario Litoral aseguran que ocho migrantes murieron ahogados.
> alleges | Diario Litoral > ? | ocho migrantes murieron ahogados | killed 8/8/8
# nesting | caribe
Tres exreclusos dijeron a El Faro del Sur que los guardias usaban descargas eléctricas.
> alleges | El Faro del Sur > ? | los guardias usaban descargas eléctricas |
# nesting | andean
La Federación Campesina afirma que el Ejército admitió que hubo 16 bajas civiles.
> confirms | Federación Campesina > Ejército | 16 bajas civiles | killed 16/16/16
# nesting | mx
Según Diario Litoral, el gobernador Saúl Barrientes reconoció que la policía estatal retuvo a 29 jornaleros.
> confirms | Diario Litoral > Saúl Barrientes | retuvo a 29 jornaleros | detained 29/29/29
# nesting | cono sur
El vocero presidencial desmintió, en declaraciones a Radio Nauque, que existan centros clandestinos de detención.
> denies | Radio Nauque > ? | existan centros clandestinos de detención | detention-sites
# nesting | centroamérica
De acuerdo con un comunicado de la Policía Nacional citado por la agencia InfoSierra, 13 pandilleros fueron abatidos.
> alleges | InfoSierra > Policía Nacional | 13 pandilleros fueron abatidos | killed 13/13/13
# nesting | mx
La directora del albergue La Esperanza, Rosa Inchaurre, explicó a La Voz de Ocampía que 15 mujeres denunciaron abusos sexuales.
> alleges | La Voz de Ocampía > Rosa Inchaurre > ? | abusos sexuales | sexual-violence 15/15/15
# anonymous | mx
Un funcionario que pidió el anonimato dijo que los cadáveres eran 37.
> alleges | ? | los cadáveres eran 37 | killed 37/37/37
# anonymous | andean
Fuentes cercanas a la investigación indicaron que los disparos provinieron de un helicóptero.
> alleges | ? | los disparos provinieron de un helicóptero |
# anonymous | cono sur
Un exmilitar, cuyo nombre se reserva por seguridad, confesó que enterraron a 20 prisioneros en el campo La Tapera.
> confirms | ? | enterraron a 20 prisioneros |
# anonymous | centroamérica
Testigos dijeron que un helicóptero disparó contra las casas. Otros afirmaron que hubo cinco muertos.
> alleges | ? | un helicóptero disparó contra las casas |
> alleges | ? | hubo cinco muertos | killed 5/5/5
# anonymous | españa
Una trabajadora del centro, bajo condición de anonimato, reveló que dos menores fueron agredidos sexualmente.
> alleges | ? | dos menores fueron agredidos sexualmente | sexual-violence 2/2/2
# anonymous | caribe
Allegados a la víctima afirman que la muerte de Nelson Batúa no fue un suicidio.
> alleges | ? | no fue un suicidio |
`;
