### Lo que leen quienes coordinan. Los mismos nombres están en en.ftl.

## Nombres de lo que se cuenta
funnel-notice = El aviso antes de la primera pregunta
funnel-starts = Empezaron
funnel-verdict-likely = Podrían participar, sin puntos por confirmar
funnel-verdict-likely_few = Podrían participar, con 1 o 2 puntos por confirmar
funnel-verdict-likely_open = Podrían participar, con 3 o más puntos por confirmar
funnel-likely-all = Podrían participar, en total
funnel-incidence = Incidencia
funnel-went-on = siguieron
funnel-screened-here = no cumplen un requisito
funnel-left-here = se fueron aquí
funnel-whisker = margen de error por el ruido
funnel-channel-none = Ninguna vía, u otra

## Frases del comienzo
funnel-fact-most_screened = «{ $what }» descarta a más personas que ningún otro requisito: { $figure } de las que llegan a él.
funnel-fact-most_leave = En «{ $what }» se van más personas que en ningún otro punto: { $figure } de las que llegan ahí.
funnel-fact-incidence = De quienes llegan a un resultado, { $figure } podrían participar en el estudio.
funnel-fact-completed = De quienes empiezan, { $figure } llegan a un resultado.
funnel-no-fact = Ninguna frase sobresale todavía del ruido. Un periodo más largo permite ver más.
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
funnel-column-result = Resultado
funnel-column-count = Sesiones
funnel-column-of-starts = De quienes empezaron
funnel-column-rank = Orden
funnel-column-criterion = Requisito
funnel-column-screened = Descartadas
funnel-column-asked = Llegaron a él
funnel-column-of-asked = De quienes llegaron a él
funnel-column-place = Punto
funnel-column-left = Se fueron aquí
funnel-column-of-reached = De quienes llegaron ahí
funnel-column-reached = Llegaron
funnel-column-of-before = Del paso anterior
funnel-column-measure = Medida
funnel-column-earlier = Periodo anterior
funnel-column-later = Este periodo
funnel-column-difference = Diferencia, en puntos
funnel-column-channel = Vía
funnel-measure-left = Se fueron en: { $what }
funnel-measure-screened = Descartadas por: { $what }
funnel-no-difference = No se puede afirmar ninguna diferencia
funnel-incidence-note = Incidencia: podrían participar ÷ (podrían participar + descartadas). «Podrían participar» es lo que dijeron las personas, no una inclusión.
funnel-rank-note = Primero la mayor pérdida. Donde los puestos se solapan no se puede saber el orden; sin puesto, una pérdida no se distingue de ninguna.
funnel-left-note = Solo figuran los puntos que sobresalen del ruido; donde los puestos se solapan no se puede saber el orden.
funnel-reached-note = Llegaron: alcanzaron este punto del orden. Tras ± está el margen de error por el ruido añadido; cubre al menos 95 de cada 100 cifras así. No incluye el azar de quién vino. Quien abre el enlace de un estudio y no sigue no se cuenta.
funnel-lower-bound-note = * No se pregunta a todas las personas que llegan hasta aquí; de las preguntadas se va al menos esta parte.
funnel-comparison-note = Solo se muestra una diferencia si su intervalo, por el ruido y por el azar, no incluye «ninguna». Los intervalos bastan para todas las líneas a la vez: de veinte tablas así sobre periodos iguales, más o menos una muestra alguna diferencia.
funnel-channels-few = Demasiado pocas personas para distinguir las vías: { $starts } comienzos; hacen falta 200. Elija un periodo más largo.
funnel-channels-noise = Las vías llevan su propio ruido: ε = { $epsilon } más en cada publicación.

## Cómo se hicieron las cifras
funnel-span = { $count ->
    [one] Del { $first } al { $last }, una publicación
   *[other] Del { $first } al { $last }, { $count } publicaciones
}
funnel-next = La próxima publicación llega el { $day }, poco después de las 03:00 UTC, se haya contado lo que se haya contado; después, cada { $weeks ->
    [one] semana
   *[other] { $weeks } semanas
}.
funnel-noise = A cada recuento, también a los ceros, se le sumó a propósito un número al azar, una sola vez, al publicarlo. Volver a mirar no cambia nada. Solo se guardan recuentos con ruido.
funnel-epsilon = ε = { $epsilon } por estudio y publicación. Una sesión se cuenta para dos estudios como máximo, así que para una sesión el límite es { $bound } en total.
funnel-unit = Lo que se protege es una sesión: un recorrido desde el aviso. Quien viene dos veces son dos sesiones.
funnel-demonstration = Demostración: estas personas son inventadas. Una población simulada recorrió el chat real.
funnel-demonstration-short = Demostración, personas inventadas

## Las páginas
funnel-page-title = Cifras de los estudios
funnel-page-studies = Estudios
funnel-page-open = Ver las cifras
funnel-page-leave = Cerrar sesión
funnel-page-back = Todos los estudios
funnel-page-span = Elegir un periodo
funnel-page-first = Desde
funnel-page-last = Hasta
funnel-page-compare = Comparar con un periodo anterior
funnel-page-than-first = Periodo anterior desde
funnel-page-than-last = Periodo anterior hasta
funnel-page-nothing = sin comparar
funnel-page-definition = Definición
funnel-page-show = Mostrar
funnel-page-files = Para llevar
funnel-page-csv = Tabla (CSV)
funnel-page-json = Datos (JSON)
funnel-page-png = Imagen (PNG)
funnel-page-picture = Imagen
funnel-page-made = Cómo se hicieron estas cifras
funnel-page-no-span = No hay ninguna publicación en este periodo, o el periodo anterior no termina antes de que este empiece.
funnel-page-footer = Solo se guardan totales con un error aleatorio añadido a propósito. Esta página pone una cookie, que mantiene abierta la sesión durante 12 horas.
funnel-enter-title = Iniciar sesión
funnel-enter-what = Este enlace sirve una vez. Pulse el botón para iniciar la sesión en este dispositivo durante 12 horas.
funnel-enter-button = Iniciar sesión
funnel-door-title = Para quienes coordinan estudios
funnel-door-what = Para ver las cifras, abra un enlace de entrada. Quien gestiona este asistente lo crea con: python -m bot coordinator-link
funnel-https-title = Use https
funnel-https-what = Esta página se abrió sin https, y así el navegador no puede mantener la sesión. Abra el enlace con https:// delante. No se ha gastado.
funnel-gone-title = Sesión cerrada
funnel-gone-what = Este dispositivo ya no muestra las cifras.
funnel-trouble-400-title = Así no funciona
funnel-trouble-400-what = Algo se añadió o se perdió por el camino. Vuelva atrás e inténtelo de nuevo.
funnel-trouble-403-title = Este enlace no se abre
funnel-trouble-403-what = Ya se usó, ha caducado o está incompleto. Pida uno nuevo.
funnel-trouble-404-title = No hay nada en esta dirección
funnel-trouble-404-what = Empiece por la lista de estudios.
funnel-trouble-429-title = Demasiados intentos
funnel-trouble-429-what = Espere un minuto y vuelva a abrir el enlace. No se ha gastado.
funnel-trouble-503-title = Ahora mismo no se pueden leer las cifras
funnel-trouble-503-what = La base de datos no responde. El chat sigue funcionando y no se pierde nada de lo publicado. Inténtelo de nuevo en unos minutos.

## En un chat
funnel-chat-link =
    Todas las tablas y archivos, en las páginas: { $link }
    El enlace sirve una vez y durante cinco minutos.
funnel-chat-news = Se han publicado nuevas cifras de los estudios. Envíe /funnel para verlas.
