### Lo que leen quienes coordinan. Los mismos nombres están en en.ftl.

## Nombres de lo que se cuenta
funnel-notice = El aviso antes de la primera pregunta
funnel-started = Empezaron
funnel-completed = Con resultado
funnel-may-fit = Podrían participar
funnel-completed-share = Con resultado, del total
funnel-may-fit-share = Podrían participar, del total
funnel-verdict-likely = Podrían participar, sin puntos por confirmar
funnel-verdict-likely_few = Podrían participar, con 1 o 2 puntos por confirmar
funnel-verdict-likely_open = Podrían participar, con 3 o más puntos por confirmar
funnel-likely-all = Podrían participar
funnel-incidence = Incidencia
funnel-went-on = siguieron
funnel-screened-here = no cumplen un requisito
funnel-left-here = se fueron aquí
funnel-whisker = margen de error; solo: muy pocos datos
funnel-channel-none = Ninguna vía, u otra

## Cifras
funnel-too-few-to-tell = muy pocos datos
funnel-at-least = al menos { $figure }
funnel-between = de { $low } a { $high }
funnel-at-most = como mucho { $high }
funnel-of-starts = { $figure } del total
funnel-course-up = sube
funnel-course-down = baja
funnel-next-short = Próxima publicación
funnel-every = { $weeks ->
    [one] y luego cada semana
   *[other] y cada { $weeks } semanas
}

## Lo primero que preguntan quienes coordinan
funnel-ask-trend = ¿Va mejor?
funnel-ask-most-screened = ¿Dónde se pierde más?
funnel-ask-most-leave = ¿Dónde se van las personas?
funnel-ask-trust = ¿Puedo fiarme de estas cifras?
funnel-trend-up = Sí. { $moved } Está claro en { $count } publicaciones.
funnel-trend-down = No, va peor. { $moved } Está claro en { $count } publicaciones.
funnel-trend-mixed = En parte. { $moved } Está claro en { $count } publicaciones.
funnel-trend-none = Sin cambio claro. En { $count } publicaciones nada se mueve más que el ruido y el azar.
funnel-trend-too-short = Es pronto para decirlo: elija { $fewest } publicaciones o más.
funnel-trend-started-up = Empiezan más personas.
funnel-trend-started-down = Empiezan menos personas.
funnel-trend-completed-up = Una parte mayor llega a un resultado.
funnel-trend-completed-down = Una parte menor llega a un resultado.
funnel-trend-may-fit-up = Una parte mayor podría participar.
funnel-trend-may-fit-down = Una parte menor podría participar.
funnel-fact-most-screened = «{ $what }» es lo que más descarta: { $count } personas, { $figure } de las que llegaron ahí.
funnel-fact-most-screened-count = «{ $what }» es lo que más descarta: { $count } personas.
funnel-fact-most-screened-two = «{ $what }» o «{ $other }» es lo que más descarta; cuál de los dos no se puede decir.
funnel-fact-most-screened-none = Todavía no se puede decir qué requisito descarta más.
funnel-fact-most-leave = Donde más se van es en «{ $what }»: { $count } personas, { $figure } de las que llegaron ahí.
funnel-fact-most-leave-count = Donde más se van es en «{ $what }»: { $count } personas.
funnel-fact-most-leave-two = Donde más se van es en «{ $what }» o en «{ $other }»; cuál de los dos no se puede decir.
funnel-fact-most-leave-none = Todavía no se puede decir dónde se van más.
funnel-trust = Sí: al menos 95 de cada 100 márgenes así contienen la cifra verdadera. El error se añade a propósito, para proteger a las personas.
funnel-trust-demonstration = No: son personas inventadas. Con personas reales, al menos 95 de cada 100 márgenes así contienen la cifra verdadera.
funnel-too-few = { $count ->
    [one] Demasiado pocas personas para leer nada: con el error aleatorio añadido, esta publicación muestra menos de 20 comienzos. Vuelva a mirar cuando haya más publicaciones que leer juntas.
   *[other] Demasiado pocas personas para leer nada: con el error aleatorio añadido, estas { $count } publicaciones juntas muestran menos de 20 comienzos.
}
funnel-too-few-short = Demasiado pocas personas para leer nada.
funnel-empty = Todavía no se ha publicado nada. Las primeras cifras llegan el { $day }.
funnel-empty-what = Entonces verá aquí cuántas personas empiezan, en qué pregunta se van, qué requisito descarta a cuántas y cuántas podrían participar, cada cifra con su margen de error. Hasta entonces nadie puede ver nada, y es a propósito: protege a las primeras personas que preguntan.
funnel-no-span = Sin publicaciones todavía

## Tablas
funnel-table-verdicts = Quiénes empiezan y quiénes podrían participar
funnel-table-screened = Qué requisito descarta
funnel-table-left = Dónde se van
funnel-table-way = El recorrido del estudio
funnel-table-comparison = Comparación con: { $span }
funnel-table-channels = Vías de captación
funnel-table-releases = Cada publicación por separado
funnel-subject-result = Resultado
funnel-subject-criterion = Requisito
funnel-subject-question = Punto
funnel-subject-channel = Vía
funnel-subject-release = Desde
funnel-subject-measure = Medida
funnel-column-count = Sesiones
funnel-column-of-starts = De quienes empezaron
funnel-column-rank = Orden
funnel-column-screened = Descartadas
funnel-column-reached = Llegaron hasta ahí
funnel-column-of-reached = De quienes llegaron ahí
funnel-column-left = Se fueron aquí
funnel-column-of-before = Del paso anterior
funnel-column-earlier = Periodo anterior
funnel-column-later = Este periodo
funnel-column-difference = Diferencia, en puntos
funnel-column-started = Empezaron
funnel-column-completed = Llegaron a un resultado
funnel-column-may-fit = Podrían participar
funnel-column-noted = Anotado
funnel-measure-left = Se fueron en: { $what }
funnel-measure-screened = Descartadas por: { $what }
funnel-no-difference = No se puede afirmar ninguna diferencia
funnel-comparison-quiet = { $count ->
    [one] Sin diferencia que se pueda afirmar: una línea
   *[other] Sin diferencia que se pueda afirmar: { $count } líneas
}
funnel-later = { $count ->
    [one] Una línea más
   *[other] { $count } líneas más
}
funnel-quiet = { $count ->
    [one] Muy pocos datos: una línea
   *[other] Muy pocos datos: { $count } líneas
}
funnel-incidence-note = Incidencia: podrían participar ÷ (podrían participar + descartadas). «Podrían participar» es lo que dijeron las personas, no una inclusión.
funnel-rank-note = Primero la mayor pérdida. Donde los puestos se solapan no se puede saber el orden.
funnel-left-note = Solo figuran los puntos que sobresalen del ruido. Donde los puestos se solapan no se puede saber el orden.
funnel-reached-note = «Llegaron hasta ahí»: alcanzaron este punto del orden. Quien abre el enlace de un estudio y no sigue no se cuenta.
funnel-lower-bound-note = «Al menos»: no se pregunta a todas las personas que llegan hasta aquí, y no se cuenta a cuántas. Por eso, la parte de las preguntadas es esta o más.
funnel-comparison-note = Solo se muestra una diferencia si es mayor que el ruido y el azar, para todas las líneas a la vez: de veinte tablas así sobre periodos iguales, más o menos una muestra alguna diferencia.
funnel-channels-few = Demasiado pocas personas para distinguir las vías: { $starts } comienzos; hacen falta 200. Elija un periodo más largo.
funnel-channels-starts = Juntas suman { $here }; «Empezaron» dice { $there }. No coinciden porque cada una se contó con su propio error al azar.
funnel-channels-noise = Contar las vías permite que una publicación diga un poco más de cada sesión (ε = { $epsilon } más en cada publicación).

## Cómo se hicieron las cifras
funnel-span = { $count ->
    [one] Del { $first } al { $last }, una publicación
   *[other] Del { $first } al { $last }, { $count } publicaciones
}
funnel-next = La próxima publicación llega el { $day }, poco después de las 03:00 UTC, se haya contado lo que se haya contado; después, cada { $weeks ->
    [one] semana
   *[other] { $weeks } semanas
}.
funnel-noise = A cada recuento, también a los ceros, se le sumó a propósito un número al azar, una sola vez, al publicarlo; es de { $far } o menos en 99 de cada 100. Volver a mirar no cambia nada. Solo se guardan recuentos con él. El azar de quién vino no está en «±».
funnel-epsilon = Quien conociera las respuestas de todas las demás personas podría acertar un «sí» o un «no» de una persona en unos { $one } de 100 casos como mucho, en lugar de 50 (ε = { $epsilon } por estudio y publicación). La sesión de una persona cuenta para dos estudios como máximo; entonces son { $all } de 100 (ε = { $bound } en total).
funnel-unit = Lo que se protege es una sesión: un recorrido desde el aviso. Quien viene dos veces son dos sesiones.
funnel-demonstration = Demostración: estas personas son inventadas. Una población simulada recorrió el chat real.
funnel-demonstration-short = Demostración
funnel-demonstration-picture = Demostración, personas inventadas
funnel-demonstration-note = Nuevo texto de ayuda

## Las páginas
funnel-page-title = Cifras de los estudios
funnel-page-studies = Estudios
funnel-page-open = Ver todas las cifras
funnel-page-leave = Cerrar sesión
funnel-page-back = Todos los estudios
funnel-page-back-study = Cifras del estudio
funnel-page-look = Ver la pregunta
funnel-page-recent = Periodo
funnel-page-last = Última
funnel-page-last3 = Últimas 3
funnel-page-all = Todas
funnel-page-before = Comparar con antes
funnel-page-before-not = No comparar
funnel-page-span = Elegir otras fechas
funnel-page-from = Desde
funnel-page-to = Hasta
funnel-page-than-first = Comparar: desde
funnel-page-than-last = Comparar: hasta
funnel-page-nothing = sin comparar
funnel-page-any = cualquiera
funnel-page-definition = Definición
funnel-page-show = Mostrar
funnel-page-files = Para llevar
funnel-page-csv = Tablas (CSV, en un zip)
funnel-page-json = Datos (JSON)
funnel-page-schema = Su esquema
funnel-page-png = Imagen del recorrido (PNG)
funnel-page-poster = Imagen para un informe (PNG)
funnel-page-one-csv = O una sola tabla (CSV):
funnel-page-picture = El recorrido del estudio
funnel-page-trend = Publicación a publicación
funnel-page-made = Cómo se hicieron las cifras
funnel-page-noted = Notas en el calendario
funnel-page-noted-what = Por ejemplo, «cartel colocado». Sin nombres, por favor: lo lee toda persona que entra.
funnel-page-noted-week = Semana desde el lunes
funnel-page-noted-text = Nota, hasta 80 letras
funnel-page-noted-add = Anotar
funnel-page-noted-remove = Quitar
funnel-page-people = Quién ve estas páginas
funnel-page-invite = Invitar a una persona
funnel-page-revoke = Cerrar todas las sesiones
funnel-page-wording = La pregunta, como la leen las personas
funnel-page-help = Su ayuda
funnel-page-answers = Las respuestas
funnel-page-rules = Requisitos que dependen de ella
funnel-page-items = Registro:
funnel-page-rule = Regla:
funnel-page-confirm = Por confirmar si:
funnel-page-no-span = No hay ninguna publicación en este periodo, o el periodo anterior no termina antes de que este empiece.
funnel-page-footer = Solo se guardan totales con un error aleatorio añadido a propósito. Esta página pone una cookie, que mantiene abierta la sesión 12 horas como máximo, o hasta que pase media hora sin abrir ninguna página.
funnel-noted-refused-title = Esta nota no se guardó
funnel-noted-refused-what = Una nota tiene de 1 a 80 letras, y ninguna dirección de correo o de internet ni número de teléfono.
funnel-invited-title = Un enlace para otra persona
funnel-invited-what = Sirve una vez, durante 72 horas. Entréguelo a una sola persona, por un medio seguro. Solo se muestra ahora.
funnel-revoke-title = ¿Cerrar todas las sesiones?
funnel-revoke-what = Terminan a la vez todas las sesiones abiertas, también la suya, y todos los enlaces sin usar. Quien gestiona este asistente crea enlaces nuevos con: python -m bot coordinator-link
funnel-revoke-button = Cerrar todas las sesiones
funnel-revoked-title = Todas las sesiones están cerradas
funnel-revoked-what = Ya no queda ninguna sesión ni ningún enlace abierto. Quien gestiona este asistente crea enlaces nuevos con: python -m bot coordinator-link
funnel-enter-title = Iniciar sesión
funnel-enter-what = Este enlace sirve una vez. Pulse el botón para iniciar la sesión en este dispositivo, por 12 horas como máximo. Tras media hora sin abrir ninguna página, se cierra.
funnel-enter-button = Iniciar sesión
funnel-door-title = Para quienes coordinan estudios
funnel-door-what = Para ver las cifras, abra un enlace de entrada. Quien gestiona este asistente lo crea con: python -m bot coordinator-link
funnel-https-title = Use https
funnel-https-what = Esta página se abrió sin https, y así el navegador no puede mantener la sesión. Abra el enlace con https:// delante. No se ha gastado.
funnel-gone-title = Sesión cerrada
funnel-gone-what = La sesión está cerrada, aquí y en cualquier otro lugar donde estuviera abierta.
funnel-trouble-400-title = Así no funciona
funnel-trouble-400-what = Algo se añadió o se perdió por el camino. Vuelva atrás e inténtelo de nuevo.
funnel-trouble-403-title = Este enlace no se abre
funnel-trouble-403-what = Ya se usó, ha caducado o está incompleto. Pida uno nuevo.
funnel-trouble-404-title = No hay nada en esta dirección
funnel-trouble-404-what = Empiece por la lista de estudios.
funnel-trouble-503-title = Ahora mismo no se pueden leer las cifras
funnel-trouble-503-what = La base de datos no responde. El chat sigue funcionando y no se pierde nada de lo publicado. Inténtelo de nuevo en unos minutos.

## En un chat
funnel-chat-link =
    Todas las tablas y archivos, en las páginas: { $link }
    El enlace sirve una vez y durante cinco minutos.
funnel-chat-news = Se han publicado nuevas cifras de los estudios. Envíe /funnel para verlas.
