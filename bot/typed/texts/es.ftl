### Las palabras que usan las personas. Los miembros de una lista van entre barras; acentos y mayúsculas no importan.

## Respuestas de todas las preguntas
words-yes = sí | s | sip | sii | siii | claro | claro que sí | sí claro | por supuesto | sí señor | sí señora | así es | correcto | cierto | exacto | verdad | desde luego | sipi | eso es | sí lo tengo | sí la tengo | sí tengo | sí he tenido | sí tuve | afirmativo | obvio | ya po | 👍
words-no = no | n | nop | no no | noo | nooo | para nada | en absoluto | de ninguna manera | que no | claro que no | no señor | no señora | qué va | 👎
words-doubt-no = no que yo sepa | que yo sepa no | no me parece | me parece que no | que recuerde no | no que recuerde | no lo creo | no creo
words-none = ningún | ninguno | ninguna | no ninguno | no ninguna | ninguno de ellos | ninguna de ellas | ninguna de estas cosas | ninguno de estos | ninguna de estas | ninguna de esas | nada | nada de eso | nada de esto | no nada | ni uno | ni una
words-never = nunca | no nunca | jamás | nunca jamás | nunca en la vida | nunca me la hicieron | nunca me la han hecho | nunca me han hecho | nunca he tenido | nunca lo he tenido | nunca la he tenido | nunca tuve
words-unsure = no sé | no lo sé | no se | nose | no sabo | no se sabe | no estoy seguro | no estoy segura | no estoy muy seguro | no estoy muy segura | no sabría decir | no sabría decirle | no le sabría decir | ni idea | no tengo idea | no tengo ni idea | no me acuerdo | no me acuerdo bien | no recuerdo | no lo recuerdo | no recuerdo bien | desconozco | lo desconozco | no me lo han dicho | no me han dicho | no me dijeron | nadie me lo ha dicho | nadie me ha dicho | ns | ns / nc | nsnc | saltar | saltar esta | pasar | omitir | omitir pregunta | paso | prefiero no decirlo | prefiero no decir | prefiero no responder | prefiero no contestar | no quiero decirlo | no quiero contestar | no quiero responder | quién sabe | sepa | no lo tengo a mano | no tengo el informe | no tengo la hoja | no tengo los resultados | no lo tengo aquí | no sé qué poner | no sé decirle | 🤷 | no c | nc | no lo pone | no lo pone el informe | no lo dice | no lo dice el informe | no viene | no aparece | no tengo el informe aquí | no lo sabe | no sabemos

## Alrededor de una respuesta
words-polite = hola | buenas | buenos días | buenas tardes | buenas noches | por favor | porfa | gracias | muchas gracias | mil gracias | doctor | doctora | doctorcito | señorita | pues | bueno | eh | mmm | ok | oiga | mire | fíjese | disculpe | perdone | saludos | un saludo | gracias a Dios | hija | hijo | para servirle | para servirla | a Dios gracias | señor | señora | querida
words-denying = no | sin | ni | nunca | jamás | ningún | ninguno | ninguna | nada | tampoco
words-link = y | e | o | u | también
words-being = soy | estoy | tengo | me dio | me dieron | tiene | es | fue | fueron | está | salió | salieron | me salió | un | una | el | la | los | las | mi | de | del | lo mío es | mi respuesta | mi respuesta es | la respuesta es | respuesta | en mi caso | tomo | toma | uso | usa | llevo | lleva | desde hace | ella tiene | él tiene | ella es | él es | ella está
words-doubt = creo | creo que | yo creo | yo creo que | me parece | me parece que | supongo | supongo que | quizá | quizás | tal vez | a lo mejor | puede | puede ser | puede que | puede ser que | posiblemente | probablemente | diría que | yo diría que | diría | parece | parece que | igual sí | mi madre | mi mamá | mi padre | mi papá | mi esposa | mi esposo | mi marido | mi mujer | mi pareja | mi hijo | mi hija | mi hermana | mi hermano | mi abuela | mi abuelo | que yo sepa | que yo recuerde | que recuerde

## Botones por su lugar o su letra
words-button = respuesta | opción | letra | botón | la | la respuesta | la opción | la letra | el botón
words-place-before = la | el | opción | respuesta | la opción | la respuesta | el botón | botón | número | la número | opción número | elijo la | marco la | pongo la
words-place-after = respuesta | opción | de ellas | de todas
words-places = primera=1 | primero=1 | primer=1 | 1ª=1 | 1º=1 | 1era=1 | segunda=2 | segundo=2 | 2ª=2 | 2º=2 | tercera=3 | tercero=3 | 3ª=3 | 3º=3 | cuarta=4 | cuarto=4 | 4ª=4 | quinta=5 | quinto=5 | 5ª=5 | sexta=6 | sexto=6 | 6ª=6 | última=-1 | último=-1

## Caminos
words-way-menu = menú | el menú | menú principal | ver el menú | mostrar el menú | abrir el menú | volver al menú | ir al menú
words-way-help = ayuda | ayúdeme | ayúdame | necesito ayuda | cómo funciona | cómo funciona esto | cómo se usa | cómo contesto | cómo respondo | instrucciones | comandos
words-way-back = atrás | volver | vuelve | volver atrás | regresar | anterior | pregunta anterior | la anterior | deshacer | me equivoqué | me he equivocado | me confundí | me he confundido | error mío | corregir | quiero corregir | cambiar respuesta | cambiar mi respuesta
words-way-stop = parar | parar aquí | pare | para | salir | terminar | basta | cancelar | fin | acabar | finalizar | quiero parar | quiero salir | quiero terminar | no quiero seguir | no quiero continuar | dejarlo | lo dejo | adiós | chao | chau | hasta luego
words-way-meaning = qué significa esto | qué significa | qué significa eso | qué quiere decir | qué quiere decir esto | qué quiere decir eso | qué es esto | qué es eso | qué es | a qué se refiere | no entiendo | no lo entiendo | no entiendo la pregunta | no entendí | no le entiendo | no comprendo | explicar | explique | explíqueme | explícame | me lo explica | me lo puede explicar | más información
words-way-why = por qué | por qué lo pregunta | por qué pregunta eso | por qué pregunta esto | por qué me lo pregunta | por qué me pregunta eso | por qué me pregunta esto | por qué preguntan | por qué preguntan eso | por qué preguntan esto | para qué | para qué lo pregunta | para qué quieren saberlo | porqué
words-language = en | cambiar a | cambiar el idioma a | habla | idioma
words-way-language = idioma | cambiar idioma | cambiar de idioma | cambiar el idioma | otro idioma | lengua

## Cantidades
words-less = menos de | menor de | menor que | menor a | menos que | menores de | por debajo de | inferior a | - de
words-more = más de | mayor de | mayor que | mayor a | más que | mayores de | por encima de | superior a | + de
words-not-less = no menos de | no menor de | no menor que
words-not-more = no más de | no mayor de | no mayor que
words-from = al menos | por lo menos | como mínimo | mínimo
words-or-more = o más | o mayor | o mayores | o superior | y más | como mínimo | mínimo | por lo menos | al menos
words-plus = +
words-up-to = hasta | como máximo | máximo | a lo sumo | como mucho
words-or-less = o menos | o menor | o menores | o inferior | como máximo | máximo | a lo sumo | como mucho
words-equals = =
words-between = entre | de entre | entre los | desde
words-to = a | hasta | hasta los | a los | -
words-and = y | pero
words-or = o
words-about = cerca de | unos | unas | alrededor de | aproximadamente | aprox | más o menos | como | como unos | como unas | sobre | alrededor | aproximado | cosa de | o así | por ahí
words-about-sign = ~
words-nearly = casi | casi casi | poco menos de | va para
words-over = y pico | y algo | y tantos | y tantas | largos | y un poco
words-years = años | año | añitos | a
words-months = meses | mes | mesecitos
words-weeks = semanas | semana | sem
words-days = días | día
words-half = medio | media
words-several = muchos | muchas | varios | varias | bastantes | unos cuantos | unas cuantas
words-article = un | una
words-per = por
words-numbers = un par de=2 | par de=2 | una docena de=12 | una quincena=15 days | quincena=15 days | veintidós=22 | veintitrés=23
words-filler-years = de | de los | tengo | tiene | ya tengo | tengo ya | tengo ya los | edad | de edad | mi edad es | mi edad | la edad es | cumplidos | cumplidas | recién cumplidos | cumplí | he cumplido | ya he cumplido | acabo de cumplir | soy de | ella tiene | él tiene | sí | solo | solo tengo | apenas | apenas tengo | nada más
words-filler-ago = de | hace | hace ya | ya hace | hacen | hará | fue | fue hace | que | ya | me la hicieron | me la hice | me la han hecho | me lo hicieron | me hicieron | la hicieron | se hizo | se me hizo | la última fue | la última | fue la última | que fue | que me la hicieron | sí | se la hicieron | se la hicieron hace | le hicieron | se lo hicieron | se la hizo | atrás | exacto | exactos | exactamente | justo | justos
words-filler-value = me salió | salió | me sale | sale | me dio | me ha dado | dio | da | me dieron | es | fue | era | está | estaba | lo tengo | la tengo | tengo | mi | el | la | un | una | de | en | a | resultado | mi resultado | valor | el último | la última | último | última | ahora | sí
words-born = nací en | nací el | nacida en | nacido en | nacida el | nacido el | nací | nacida | nacido | año de nacimiento | soy del | soy del año | soy de

## Fechas
words-today = hoy | hoy mismo | esta mañana | recién hoy
words-yesterday = ayer | ayer mismo
words-this-week = esta semana | esta misma semana
words-last-week = la semana pasada | semana pasada
words-this-month = este mes | este mismo mes
words-last-month = el mes pasado | mes pasado | del mes pasado
words-this-year = este año | este mismo año | de este año | del presente año
words-last-year = el año pasado | año pasado | del año pasado | de el año pasado | del pasado año | el pasado año
words-before = antes de | antes del
words-after = después de | después del | desde
words-date-filler = en | el | la | de | del | año | el año | mes de | el mes de | a principios de | principios de | a comienzos de | comienzos de | a finales de | finales de | a fines de | fines de | a mediados de | mediados de | hacia | por | como en | pasado | último | fue en | fue el | sobre
