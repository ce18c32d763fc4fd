/** Invented Spanish sentences, fourth part: what whole reports showed to be misread. */

/** Rows of the table; places, bodies and people are fictional. */
export const ES_REPORTED = `
# infinitive | mx
El notario Abundio Zacapa aseguró desconocer el paradero de los jóvenes.
> alleges | Abundio Zacapa | desconocer el paradero de los jóvenes |
# infinitive | andean
Cinco arrieros dijeron haber visto los camiones.
> alleges | ? | haber visto los camiones |
# new-somebody | centroamérica
La maestra Petrona Ixcot contó que un funcionario le aseguró que el archivo se quemó.
> alleges | Petrona Ixcot > ? | el archivo se quemó |
# new-somebody | caribe
El coronel Librado Sosa dijo que otro oficial informó que hubo nueve bajas.
> alleges | Librado Sosa > ? | nueve bajas |
# named-before | cono sur
Contó que el capitán Evaristo Lugones golpeó a su padre. Lugones negó haberlo hecho.
> alleges | ? | golpeó a su padre |
> denies | Evaristo Lugones | haberlo hecho |
# named-before | andean
El parte menciona al sargento Tadeo Arizmendi. Arizmendi aseguró que estaba de licencia.
> alleges | Tadeo Arizmendi | estaba de licencia |
# refusal-in-words | españa
El Ministerio de Justicia dijo que no comenta procesos abiertos.
> declines | Ministerio de Justicia | no comenta procesos abiertos |
# refusal-in-words | mx
La Secretaría de Marina respondió que no hará comentarios sobre los traslados.
> declines | Secretaría de Marina | no hará comentarios |
# order | cono sur
El tribunal ordenó que se entreguen los restos.
> asks | tribunal | se entreguen los restos |
# order | andean
La testigo dijo que el mayor ordenó matar a los prisioneros.
> alleges | ? | el mayor ordenó matar a los prisioneros |
# who-asked | caribe
Enfermeros consultados por el diario Costa Clara aseguraron que entraron ocho heridos.
> alleges | Costa Clara > ? | entraron ocho heridos | injured 8/8/8
# who-asked | centroamérica
Vecinas entrevistadas por Radio Ocotal dijeron que la patrulla volvió de noche.
> alleges | Radio Ocotal > ? | la patrulla volvió de noche |
# told-organisation | mx
Dos albañiles contaron al Centro Tepozán que los encerraron en un sótano.
> alleges | Centro Tepozán > ? | los encerraron en un sótano |
# told-organisation | andean
Una viuda dijo a la organización Semilla y Memoria que enterró sola a su marido.
> alleges | Semilla y Memoria > ? | enterró sola a su marido |
# article-name | españa
La Casa del Olvido de Ribaleda recogió 40 testimonios. La organización sostiene que hubo tres fosas.
> alleges | Casa del Olvido de Ribaleda | hubo tres fosas |
# article-name | cono sur
Las Voces del Estuario Viejo publicaron una lista. El juez la incorporó a la causa.
# age | caribe
"Nos dejaron sin agua", recordó Eufemia Batlle, de 58 años.
> alleges | Eufemia Batlle | Nos dejaron sin agua |
# age | mx
«Gritaban toda la noche», contó Ángel Tecolutla, de 19 años.
> alleges | Ángel Tecolutla | Gritaban toda la noche |
# confirms-nothing | andean
El Ejército confirmó que no hubo bajas civiles.
> denies | Ejército | no hubo bajas civiles |
# confirms-nothing | españa
La Policía Foral confirmó que ningún detenido resultó herido.
> denies | Policía Foral | ningún detenido resultó herido |
`;
