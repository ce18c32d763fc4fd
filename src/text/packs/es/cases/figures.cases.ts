/** Invented Spanish sentences, third part: numbers, several figures, dates, places of detention, headlines, dispatches. */

/** Rows of the table; places, bodies and people are fictional. */
export const ES_FIGURES = `
# numbers | mx
El albergue reportó que más de un centenar de personas fueron deportadas.
> alleges | ? | más de un centenar de personas | displaced 101/-/-
# numbers | andean
La parroquia contabilizó una veintena de heridos.
> alleges | ? | una veintena de heridos | injured -/20/-
# numbers | cono sur
Decenas de jubilados fueron detenidos, dijo la Coordinadora contra la Violencia Policial.
> alleges | Coordinadora contra la Violencia Policial | Decenas de jubilados fueron detenidos | detained -/-/-
# numbers | españa
SOS Estrecho cifra entre 30 y 40 los desaparecidos en el naufragio.
> alleges | SOS Estrecho | entre 30 y 40 los desaparecidos | disappeared 30/-/40
# numbers | mx
El número de muertos ascendió a 41, informó Protección Civil.
> alleges | Protección Civil | ascendió a 41 | killed 41/41/41
# numbers | centroamérica
El informe de la Procuraduría eleva a 132 el número de asesinados.
> alleges | Procuraduría | a 132 el número de asesinados | killed 132/132/132
# numbers | caribe
No menos de ocho reclusos resultaron heridos, según la Pastoral Penitenciaria.
> alleges | Pastoral Penitenciaria | No menos de ocho reclusos | injured 8/-/-
# numbers | andean
Cerca de mil quinientas personas abandonaron el valle, señaló la alcaldesa Nélida Huarachi.
> alleges | Nélida Huarachi | Cerca de mil quinientas personas abandonaron el valle | displaced -/1500/-
# numbers | españa
Hasta 70 personas podrían estar retenidas en la nave, advirtió el sindicato.
> alleges | ? | Hasta 70 personas | detained -/-/70
# numbers | mx
La Fiscalía dijo que 1.250 migrantes fueron asegurados en el operativo.
> alleges | Fiscalía | 1.250 migrantes | detained 1250/1250/1250
# numbers | centroamérica
La alcaldía calcula que unas tres mil familias huyeron.
> alleges | alcaldía | unas tres mil familias huyeron | displaced -/3000/-
# numbers | cono sur
Según el hospital, treinta y dos manifestantes sufrieron heridas de perdigones.
> alleges | ? | treinta y dos manifestantes | injured 32/32/32
# numbers | andean
Murieron alrededor de 200 soldados, estimó el analista Rubén Catacora.
> alleges | Rubén Catacora | alrededor de 200 soldados | killed -/200/-
# numbers | mx
Menos de diez detenidos recuperaron la libertad, lamentó la defensora Citlali Ehécatl.
> alleges | Citlali Ehécatl | Menos de diez detenidos | released -/-/9
# numbers | españa
Medio centenar de presos fueron trasladados y dos docenas siguen aislados, aseguró la asociación.
> alleges | ? | Medio centenar de presos |
# numbers | caribe
Casi 60 personas fueron apresadas, según la Fundación Alba Nueva.
> alleges | Fundación Alba Nueva | Casi 60 personas fueron apresadas | detained -/60/-
# numbers | mx
La cifra de desaparecidos superó los 300, alertó el colectivo.
> alleges | ? | superó los 300 | disappeared 301/-/-
# numbers | andean
Un par de jóvenes murieron y cientos resultaron heridos, dijo el párroco.
> alleges | ? | Un par de jóvenes murieron | killed 2/2/2
> alleges | ? | cientos resultaron heridos | injured -/-/-
# several-figures | mx
La Guardia Estatal informó que 26 personas murieron y más de 100 fueron detenidas.
> alleges | Guardia Estatal | 26 personas murieron | killed 26/26/26
> alleges | Guardia Estatal | más de 100 fueron detenidas | detained 101/-/-
# several-figures | andean
El saldo es de 18 muertos, 75 heridos y nueve desaparecidos, según la Defensoría del Pueblo.
> alleges | Defensoría del Pueblo | 18 muertos | killed 18/18/18
> alleges | Defensoría del Pueblo | 75 heridos | injured 75/75/75
> alleges | Defensoría del Pueblo | nueve desaparecidos | disappeared 9/9/9
# several-figures | cono sur
La policía detuvo a 60 personas, de las cuales 45 fueron liberadas, precisó el juez Octavio Mansur.
> alleges | Octavio Mansur | detuvo a 60 personas | detained 60/60/60
> alleges | Octavio Mansur | 45 fueron liberadas | released 45/45/45
# several-figures | centroamérica
El ataque dejó seis muertos y una docena de heridos, reportó la Cruz Verde.
> alleges | Cruz Verde | seis muertos | killed 6/6/6
> alleges | Cruz Verde | una docena de heridos | injured 12/12/12
# several-figures | españa
Cuatro mujeres y dos niños perecieron, dijo Salvamento.
> alleges | Salvamento | Cuatro mujeres y dos niños perecieron | killed 6/6/6
# several-figures | mx
La activista Rosalba Nieblas dijo que mataron a su hermano y que secuestraron a otros tres vecinos.
> alleges | Rosalba Nieblas | mataron a su hermano | killed 1/1/1
> alleges | Rosalba Nieblas | secuestraron a otros tres vecinos | abducted 3/3/3
# several-figures | caribe
La Pastoral Penitenciaria elevó la cifra a 14 muertos, mientras que el Gobierno habla de nueve.
> alleges | Pastoral Penitenciaria | 14 muertos | killed 14/14/14
> alleges | Gobierno | nueve | killed 9/9/9
# ages | mx
El joven Noé Tlapala, de 19 años, fue asesinado, informó la Fiscalía.
> alleges | Fiscalía | fue asesinado | killed 1/1/1
# ages | andean
Dos adolescentes de 15 y 17 años fueron violadas por soldados, denunció Tinkuy.
> alleges | Tinkuy | fueron violadas por soldados | sexual-violence 2/2/2
# ages | españa
Un hombre de 34 años murió en el calabozo, según la Policía Foral.
> alleges | Policía Foral | murió en el calabozo | killed 1/1/1
# ages | cono sur
Los muertos tenían entre 20 y 25 años, indicó la forense Clara Bidegain.
> alleges | Clara Bidegain | tenían entre 20 y 25 años |
# single-victim | mx
El periodista Gildardo Amezcua fue asesinado a tiros, confirmó el Comité de Prensa Libre.
> confirms | Comité de Prensa Libre | fue asesinado a tiros | killed 1/1/1
# single-victim | andean
La lideresa Tomasa Quispealaya fue hallada muerta, informó la Central Obrera.
> alleges | Central Obrera | fue hallada muerta | killed 1/1/1
# single-victim | centroamérica
Denuncian la desaparición del abogado Mynor Chacaj.
> alleges | ? | la desaparición del abogado Mynor Chacaj | disappeared 1/1/1
# single-victim | cono sur
El obrero Luis Abelardo Frías fue torturado hasta la muerte, aseguró su viuda.
> alleges | ? | fue torturado hasta la muerte | tortured 1/1/1
# dates | mx
La Comisión de Búsqueda informó que el martes fueron hallados siete cuerpos.
> alleges | Comisión de Búsqueda | siete cuerpos | killed 7/7/7 | 2031-03-04
# dates | andean
Según Tinkuy, 12 comuneros fueron detenidos el 12 de enero.
> alleges | Tinkuy | 12 comuneros fueron detenidos | detained 12/12/12 | 2031-01-12
# dates | cono sur
Ayer fueron liberados cuatro dirigentes, dijo el abogado Pablo Irazusta.
> alleges | Pablo Irazusta | fueron liberados cuatro dirigentes | released 4/4/4 | 2031-03-06
# dates | españa
Los dos presos murieron el 3 de marzo de 2029, recuerda la asociación Memoria Abierta.
> alleges | Memoria Abierta | Los dos presos murieron | killed 2/2/2 | 2029-03-03
# dates | centroamérica
Cinco mujeres desaparecieron en febrero, reportó el Instituto de la Mujer.
> alleges | Instituto de la Mujer | Cinco mujeres desaparecieron | disappeared 5/5/5 | 2031-02
# dates | caribe
En 2028 hubo 31 ejecuciones, según Justicia Isleña.
> alleges | Justicia Isleña | 31 ejecuciones | killed 31/31/31 | 2028
# detention-sites | mx
La ONG Nombre y Verdad identificó seis cárceles secretas en Quillarey.
> alleges | Nombre y Verdad | seis cárceles secretas | detention-sites 6/6/6
# detention-sites | andean
Los detenidos permanecen en dos cuarteles y una escuela, relató un exdetenido.
> alleges | ? | permanecen en dos cuarteles |
# detention-sites | cono sur
Funcionaban al menos tres centros clandestinos de detención, declaró el testigo Héctor Zamudio.
> alleges | Héctor Zamudio | tres centros clandestinos de detención | detention-sites 3/-/-
# detention-sites | centroamérica
Según la Procuraduría, los estudiantes fueron encerrados en un sótano de la fábrica Textiles Río.
> alleges | Procuraduría | los estudiantes fueron encerrados | detained
# own-voice | mx
Al menos 26 personas murieron el lunes en Cerro Tunal.
> alleges | - | 26 personas murieron | killed 26/-/- | 2031-03-03
# own-voice | andean
Soldados dispararon contra una marcha en Huarcapampa y mataron a ocho personas. El Gobierno no ha comentado el hecho.
> alleges | - | mataron a ocho personas | killed 8/8/8
> silent | Gobierno | no ha comentado |
# own-voice | cono sur
La policía detuvo a 22 estudiantes durante la madrugada.
> alleges | - | detuvo a 22 estudiantes | detained 22/22/22
# own-voice | españa
Tres trabajadores migrantes fallecieron en el incendio de la nave. La Fiscalía pidió diligencias.
> alleges | - | Tres trabajadores migrantes fallecieron | killed 3/3/3
> asks | Fiscalía | diligencias |
# headline | mx
Asesinan a dos periodistas en Ocales; fiscalía promete justicia
> alleges | - | Asesinan a dos periodistas | killed 2/2/2
> undertakes | fiscalía | justicia |
# headline | cono sur
Denuncian torturas a seis presos en el penal de Rincón Hondo
> alleges | ? | torturas a seis presos | tortured 6/6/6
# headline | españa
Interior: «No hubo disparos en la valla»
> denies | Interior | No hubo disparos en la valla |
# headline | andean
Tinkuy: hay 14 desaparecidos tras desalojo
> alleges | Tinkuy | hay 14 desaparecidos | disappeared 14/14/14
# upper-case | centroamérica dispatch
LA RADIO LIBERTAD INFORMO QUE SEIS GUERRILLEROS FUERON CAPTURADOS POR EL EJERCITO.
> alleges | RADIO LIBERTAD | SEIS GUERRILLEROS FUERON CAPTURADOS | detained 6/6/6
# upper-case | andean dispatch
EL COMANDO CONJUNTO NEGO QUE HAYA PRISIONEROS EN LA BASE.
> denies | COMANDO CONJUNTO | HAYA PRISIONEROS EN LA BASE | detained
# upper-case | cono sur dispatch
AL MENOS DIEZ CIVILES MURIERON EN EL BOMBARDEO, DIJO EL OBISPO MARCIAL UGARTE.
> alleges | MARCIAL UGARTE | AL MENOS DIEZ CIVILES MURIERON | killed 10/-/-
# upper-case | mx dispatch
SEGUN LA POLICIA JUDICIAL, TRES GANADEROS FUERON SECUESTRADOS.
> alleges | POLICIA JUDICIAL | TRES GANADEROS FUERON SECUESTRADOS | abducted 3/3/3
# comunicado | andean
COMUNICADO. El Ministerio de Defensa lamenta el fallecimiento de dos ciudadanos y niega haber empleado armas de guerra.
> alleges | Ministerio de Defensa | el fallecimiento de dos ciudadanos | killed 2/2/2
> denies | Ministerio de Defensa | haber empleado armas de guerra |
# comunicado | mx
La Secretaría de Seguridad rechaza categóricamente que sus elementos hayan participado en el secuestro de los tres comerciantes.
> denies | Secretaría de Seguridad | sus elementos hayan participado | abducted 3/3/3
# comunicado | centroamérica
En un comunicado, la Cancillería expresó su preocupación por la muerte de cuatro connacionales.
> alleges | Cancillería | la muerte de cuatro connacionales | killed 4/4/4
# redes | mx
URGENTE: mi primo Beto no aparece desde ayer, se lo llevaron los marinos
> alleges | - | se lo llevaron los marinos | abducted 1/1/1
# redes | caribe
según mi tía hay 3 muertos en el barrio
> alleges | ? | hay 3 muertos en el barrio | killed 3/3/3
# perpetrator | mx
La fiscal Irma Zubieta acusó a cinco marinos de torturar a dos campesinos.
> alleges | Irma Zubieta | torturar a dos campesinos | tortured 2/2/2
# perpetrator | andean
La comisión responsabilizó al Batallón Cóndor de la muerte de 21 comuneros.
> alleges | ? | la muerte de 21 comuneros | killed 21/21/21
# perpetrator | cono sur
El Grupo Sombra se atribuyó el secuestro de dos empresarios.
> confirms | Grupo Sombra | el secuestro de dos empresarios | abducted 2/2/2
# exclude | mx
La gobernadora inauguró un hospital y visitó dos escuelas.
# exclude | españa
El Ayuntamiento aprobó el presupuesto con 12 votos a favor.
# exclude | andean
El partido terminó con tres goles y la hinchada celebró en la plaza.
# multi | mx
«Son 16 los detenidos», dijo el comandante Joel Arvizu a La Voz de Ocampía. La vocera de las familias, Antonia Cuapio, replicó que son más de 40 y exigió verlos. La Secretaría de Gobernación no contestó los mensajes.
> alleges | La Voz de Ocampía > Joel Arvizu | Son 16 los detenidos | detained 16/16/16
> alleges | Antonia Cuapio | son más de 40 | detained 41/-/-
> asks | Antonia Cuapio | verlos |
> silent | Secretaría de Gobernación | no contestó |
# multi | andean
Tinkuy sostiene que la policía mató a siete personas en Huarcapampa. El general Óscar Pumacayo lo negó. «No se usó munición letal», afirmó.
> alleges | Tinkuy | la policía mató a siete personas | killed 7/7/7
> denies | Óscar Pumacayo | lo |
> denies | Óscar Pumacayo | No se usó munición letal |
# multi | españa
Fronteras Dignas eleva los fallecidos a 23 y acusa a Interior de ocultar cadáveres. El ministerio, que solo reconoce cinco muertes, no quiso valorar el informe.
> alleges | Fronteras Dignas | los fallecidos a 23 | killed 23/23/23
> alleges | Fronteras Dignas | ocultar cadáveres |
> confirms | Interior | cinco muertes | killed 5/5/5
> declines | Interior | el informe |
# multi | cono sur
La madre de Ariel Sosa dijo que su hijo fue detenido el domingo. Desde entonces no volvió a verlo, agregó. El comisario Darío Bentancor aseguró que Sosa nunca estuvo en la seccional.
> alleges | ? | su hijo fue detenido el domingo | detained 1/1/1 | 2031-03-02
> alleges | ? | Desde entonces no volvió a verlo |
> denies | Darío Bentancor | Sosa nunca estuvo en la seccional |
`;
