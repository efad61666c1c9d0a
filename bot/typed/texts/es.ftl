## Las palabras que usan las personas. Los miembros de una lista van entre barras.
words-yes = sí | s | sip | claro | claro que sí | por supuesto | sí señor | así es | correcto | verdad | sí lo tengo | sí la tengo
words-no = no | n | nop | no no | para nada | ninguno | ninguna | no ninguno | no ninguna | no nunca | en absoluto
words-never = nunca | no nunca | jamás | nunca me la hicieron | nunca me la han hecho | nunca me han hecho | no me han hecho ninguna | nunca he tenido
words-unsure = no sé | no lo sé | nose | no se sabe | no estoy seguro | no estoy segura | no sabría decir | ni idea | no tengo idea | no me acuerdo | no recuerdo | no lo recuerdo | desconozco | lo desconozco | ns | ns/nc | saltar | pasar | omitir | paso | prefiero no decirlo | prefiero no responder | prefiero no contestar | quién sabe
words-negations = no | ni | nunca | jamás | sin | ninguno | ninguna | nada | tampoco
words-less = menos | menor | menores
words-more = más | mayor | mayores
words-from = o más | o mayor | al menos | por lo menos | como mínimo | desde | mínimo
words-up-to = o menos | o menor | hasta | como máximo | no más de | a lo sumo | máximo
words-between = entre | de entre
words-and = y | hasta los
words-about = cerca de | unos | unas | alrededor de | aproximadamente | más o menos | como | casi | aprox
words-years = años | año | añitos
words-months = meses | mes
words-weeks = semanas | semana
words-days = días | día
words-filler = tengo | hace | hace ya | de edad | edad | mi edad es | cumplidos | de | fue | en | que | los | el | tiene | cumplí | he cumplido | ya | puntos | punto | año de
words-numbers = un=1 | una=1 | uno=1 | dos=2 | tres=3 | cuatro=4 | cinco=5 | seis=6 | siete=7 | ocho=8 | nueve=9 | diez=10 | once=11 | doce=12 | medio año=6 months | año y medio=18 months | un año y medio=18 months | un par de=2
