# Las palabras propias de la página web. Las de la conversación están en bot/conversation/texts.

web-name = Asistente de estudios
# El título de cada clase de página en el navegador: dice dónde se está, nunca de qué se trata.
web-title = { $page } · { web-name }
web-page-welcome = Inicio
web-page-choice = Estudios
web-page-menu = Menú
web-page-topics = Información
web-page-topic = Información
web-page-review = Sus respuestas
web-page-result = Resultado
web-page-sheet = Hoja para su médico
web-page-privacy = Privacidad
web-page-stopped = Preguntas detenidas
web-page-notice = Antes de empezar
web-page-question = Pregunta
web-page-elsewhere = Otra enfermedad
web-page-said = Aviso
web-finish = Terminar y borrar
web-change = Cambiar
# Se lee después de la palabra anterior, para distinguir cada botón de los demás.
web-change-what = la respuesta a: { $asked }
web-earlier = Sus respuestas hasta ahora
web-folded = Sus respuestas sobre asuntos personales
web-you = Usted:
web-marked = su respuesta actual
web-left = { $count ->
    [one] La última
   *[other] Quedan hasta { $count }
}
web-more = Otros pasos
# Bajo una página cuya dirección lleva una conversación; bajo su primera página; bajo la que no es de ninguna.
web-footer-held = Sin cookies y sin guardar aquí ninguna respuesta. La dirección de esta página contiene lo que eligió y respondió, en forma sellada, y se abre hasta { $hours } horas después de empezar: quien la tenga puede abrir la página. En un dispositivo compartido, elija «{ web-finish }» al acabar.
web-footer-first = Sin cookies y sin guardar aquí nada. Desde que pulse por primera vez, la dirección de cada página contiene lo que elija y responda, en forma sellada.
web-footer-said = Sin cookies y sin guardar aquí nada. La dirección de esta página no contiene nada sobre usted.
web-print = Para imprimir esta página, use la función de imprimir de su navegador: cabe en una hoja.
web-start = Empezar de nuevo

web-share = Compartir este estudio
web-square = Código cuadrado (QR) con el enlace del estudio
web-reach = Accesibilidad
web-poster-title = { $condition }: ¿podría participar en un estudio?
web-poster-how = Unas preguntas cortas, sin dar su nombre, le dicen si podría participar y por qué. Abra esta dirección o enfoque el código con la cámara:
web-poster-voluntary = Participar es voluntario. Decida con calma y hable con su médico. No cambie ningún tratamiento por un estudio.
web-poster-picture = Código cuadrado (QR) con la dirección
web-poster-foot = { $study } · Comité: { $committee } · Referencia: { $reference } · Huella del texto: { $fingerprint }
web-accessibility-title = Accesibilidad
web-accessibility-1 = Estas páginas quieren ser accesibles para todas las personas. Se hicieron según la norma EN 301 549 y las WCAG 2.2, nivel AA. En España, el Real Decreto 1112/2018 pide lo mismo a los sitios del sector público.
web-accessibility-2 = Funcionan sin programas en la página, con teclado y con lector de pantalla, con letra al doble, con ampliación al 400 % y con colores propios. Cada cambio se prueba con programas en un navegador; personas con discapacidad no las han probado todavía.
web-accessibility-3 = Para ver la letra más grande en todas las páginas, abra «Menú» y pulse «Letra más grande»; aquí abajo puede empezar con ella. También sirven la ampliación y el tamaño de letra de su navegador o teléfono: el texto se adapta y no se corta.
web-accessibility-4 = Lo que sabemos que falta: algunos textos del registro y enlaces llevan a páginas de otros, que no controlamos; algunos documentos enlazados están solo en inglés.
web-accessibility-5 = Si encuentra una barrera, avise a quien ofrece este asistente; su contacto está en el aviso antes de la primera pregunta. Esta declaración es de noviembre de 2026 y se basa en una evaluación propia.

web-bye-title = Ha terminado. Gracias.
web-bye-1 = Aquí no se ha guardado nada: ni su nombre, ni sus respuestas, ni cookies.
web-bye-2 = Es posible que su navegador aún recuerde las direcciones de las páginas que vio. Si otras personas usan este dispositivo, borre el historial de hoy en los ajustes del navegador y después cierre esta pestaña.
web-bye-3 = En un teléfono encontrará el historial en el menú del navegador: suele estar detrás de tres puntos, tres rayas o un libro pequeño.

web-trouble-400-title = No se puede abrir esta página
web-trouble-400-1 = Su dirección está incompleta o cambió por el camino. Suele pasar cuando un enlace se copia solo en parte. Solo se pierden unos toques: puede empezar de nuevo.
web-trouble-404-title = No hay nada en esta dirección
web-trouble-404-1 = Puede que el enlace tenga un error o que el estudio ya no figure aquí. Desde el inicio puede ver todos los estudios.
web-trouble-405-title = Esta página no funciona así
web-trouble-405-1 = Vaya al inicio y use los botones de la página.
web-cleared-title = Ha terminado y se ha borrado. Gracias.
web-cleared-1 = Las direcciones de esta conversación ya no se abren aquí. No se guardó su nombre, ni sus respuestas, ni cookies.
web-cleared-2 = Lo que queda: es posible que su navegador aún recuerde esas direcciones. Podrían volver a abrirse si este programa se reinicia, o en otra máquina que atienda este chat, hasta { $hours } horas después de empezar. Si otras personas usan este dispositivo, borre el historial de hoy en los ajustes del navegador y después cierre esta pestaña.
web-cleared-3 = { web-bye-3 }

web-trouble-408-title = Ha tardado demasiado
web-trouble-408-1 = Quizá su conexión va lenta en este momento. Vuelva atrás e inténtelo otra vez, o empiece de nuevo.
web-trouble-410-title = Esta página está cerrada
web-trouble-410-1 = Se borró con «{ web-finish }», o han pasado más de { $hours } horas desde que se empezó. Las páginas se cierran para que nadie más pueda leerlas. No se guardó nada sobre usted; puede empezar de nuevo.
web-trouble-413-title = Llegó demasiado de una vez
web-trouble-413-1 = Esta página solo acepta los toques en sus propios botones. Puede empezar de nuevo.
web-trouble-414-title = Esta dirección es demasiado larga
web-trouble-414-1 = Algo se le añadió por el camino. Puede empezar de nuevo.
web-trouble-415-title = Esta página solo acepta sus propios botones
web-trouble-415-1 = Lo que se envió tiene una forma que no podemos leer. Puede empezar de nuevo.
web-trouble-431-title = Su navegador envió demasiados datos
web-trouble-431-1 = Esta página solo acepta peticiones pequeñas. Quizá ayude otro navegador o una ventana privada.
web-trouble-500-title = Algo falló de nuestro lado
web-trouble-500-1 = Lo sentimos. No es culpa suya y no se ha guardado nada sobre usted. Vuelva atrás e inténtelo otra vez, o empiece de nuevo.

## Qué guarda este medio de una conversación, y dónde
notice-begin = Acepto este uso de mis respuestas de salud. Empezar
notice-begin-other = Respondo por otra persona, con su permiso
notice-face = Quien abra la dirección de esta página puede verlas.
privacy-face = La dirección de cada página contiene sus respuestas, selladas. El navegador guarda las direcciones en su historial y quien abra una puede leer las respuestas que hay detrás. En un dispositivo compartido, use «Terminar y borrar», cierre la ventana y borre el historial del navegador. No usamos cookies. Cuando termina, este programa recuerda en su memoria una marca cifrada de la conversación, para que sus direcciones sigan cerradas hasta que caduquen. Para que nadie pueda falsear los totales, este programa cuenta en su memoria, de forma cifrada y por unas semanas como máximo, cuántas conversaciones llegan desde una misma dirección de red. No lo escribe en ningún sitio.
stopped-face = Siguen, selladas, en la dirección de esta página durante las horas que se indican abajo. Para no dejar rastro en esta pantalla, use «Terminar y borrar» y cierre la ventana.
