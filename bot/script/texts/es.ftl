### El documento para el comité: sus propias palabras. Lo que leen las personas está en otro lugar y se cita.

quoted = «{ $text }»
none = ninguno
not-told = no consta en los archivos de este estudio
footer = { $study } · versión { $version } · { $date } · huella { $fingerprint }
page = página
title = Guion de un asistente de elegibilidad, para un comité de ética
only-web = Web
only-telegram = Telegram

## Cover
chapter-cover = De qué trata este documento
cover-study = Estudio
cover-published = Registro y número
cover-record = Versión del registro
cover-record-status = Estado en ese registro
cover-record-cut = La copia del registro está cortada; pueden faltar requisitos.
cover-amended = Registro modificado
cover-sponsor = Promotor
cover-sites = Centros
cover-contact = A quién pueden llamar o escribir las personas
cover-recruiting = Reclutamiento, como se informa ahora
cover-approval = Comité de ética
cover-approved = Aprobado por { $committee }, referencia { $reference }, el { $date }, con la huella { $fingerprint }. El texto de este documento tiene la misma huella.
cover-moved = Aprobado por { $committee }, referencia { $reference }, el { $date }, con la huella { $fingerprint }. El texto ha cambiado después; el estudio no se ofrece hasta que se apruebe el texto nuevo.
cover-not-approved = Sin aprobación. Mientras no la haya, el inicio, el aviso y cada resultado dicen que es una demostración.
cover-version = Versión y fecha de este documento
cover-fingerprint = Huella del texto (todas las lenguas)
cover-own-fingerprint = Huella de las frases propias del programa
cover-languages = Lenguas
cover-length = Número de preguntas
cover-length-told = { $longest } como máximo, { $mean } de media (según la estimación del autor sobre la frecuencia de cada respuesta)
cover-operator = Quién ofrece el asistente
cover-help = Persona a quien preguntar
cover-privacy = Para preguntas sobre privacidad
cover-how = La huella al pie de cada página se calcula a partir de todos los textos que pueden leer las personas que usan este estudio, en todas las lenguas, y de todas las reglas. Si cambia una palabra o una regla, cambia la huella, y el estudio no se ofrece hasta que se apruebe de nuevo. Lo que puede cambiar sin ello está en el capítulo «{ $chapter }».

## Purpose
chapter-purpose = Finalidad, y lo que el asistente no es
purpose-what = El asistente es una conversación escrita. Hace preguntas cortas, una a una, y dice si la persona podría cumplir los requisitos publicados de un estudio clínico, y por qué. Se usa antes de que alguien se ponga en contacto con un estudio.
purpose-intended = Finalidad prevista: una comprobación administrativa previa de los requisitos publicados, antes de contactar con el equipo de un estudio. No diagnostica, trata, vigila, predice ni aconseja, y no da información sobre la salud de la persona. Solo el equipo del estudio decide quién participa.
purpose-research = El estudio es una investigación. No se sabe si lo que se prueba ayuda; se dice con estas palabras:
purpose-machine = Qué hace la máquina: compara las respuestas con reglas que han escrito personas en un archivo y que se imprimen todas aquí. No hay aprendizaje automático, ni estadística sobre personas, ni texto inventado por una máquina. Las mismas respuestas dan siempre el mismo resultado, en cualquier orden. Antes de ofrecer un estudio, el programa recorre todas las situaciones a las que puede llegar una entrevista ({ $states } en este estudio) y comprueba que haya una pregunta siguiente o un resultado.
purpose-unsure = «No lo sé» es una respuesta a todas las preguntas. Nunca cuenta como sí ni como no: esos puntos figuran como «por confirmar con el equipo del estudio».
purpose-voluntary = El uso es voluntario. Se puede dejar sin responder cualquier pregunta y parar en cualquier momento; la atención médica no cambia por ello. Ningún botón dice ni insinúa que se deba empezar, dejar o cambiar un medicamento, repetir una prueba o retrasar la atención, y cada resultado dice que nadie lo haga.
purpose-kept = Qué se guarda: nada que diga quién es la persona, y ninguna respuesta. La conversación está, sellada, en los botones que tiene la persona. Solo se cuentan totales, con un error aleatorio añadido a propósito. En la web, la dirección de la página lleva las respuestas selladas y el navegador puede recordarla; se avisa de ello y de cómo borrarla. Telegram guarda en sus servidores las conversaciones con bots, sin cifrado de extremo a extremo; se avisa antes de la primera pregunta.
purpose-leaving = Si se deja a medias: no ocurre nada. No se envía ningún recordatorio, porque no se conoce a nadie. Quien conserve la página o el mensaje puede seguir durante { $web } horas en la web y { $telegram } días en Telegram; después, las preguntas empiezan de nuevo.
purpose-out = Quien no cumple los requisitos lee qué requisito publicado no se cumple por ahora y en qué respuesta se basa (de una pregunta privada, solo el apartado), qué puede cambiar con el tiempo, que los demás puntos no se preguntaron y que la atención médica no debe esperar. Nadie lee «no apto». Hay un camino para cambiar una respuesta, para ver otros estudios y para leer información general.
purpose-burden = Carga: ninguna visita, ninguna prueba, ninguna muestra y ningún pago. Quien cumple los requisitos lee unas { $words } palabras, { $minutes } minutos a un ritmo tranquilo de 150 palabras por minuto, y pulsa unos { $taps } botones. Lo que el estudio pide a las personas (visitas, pruebas, tratamiento) no es parte de este documento, sino de los del propio estudio; lo que el asistente dice de ello se cita en el capítulo «{ $chapter }».

## Reach
chapter-reach = Cómo llegan las personas al asistente
reach-link = Por un enlace a este estudio: la dirección del asistente seguida de /s/{ $study }. No se escribe a nadie ni se usa ninguna lista de pacientes.
reach-poster = Por un cartel o folleto con ese enlace o su código cuadrado. El cartel lleva la huella de este texto; sin una aprobación que coincida, se marca como demostración.
reach-telegram = Por un enlace a la misma conversación en Telegram, si se ofrece allí. No escribe a nadie que no haya escrito antes.
reach-channel = Un enlace puede nombrar dónde se publicó (por ejemplo, una sala de espera), para contar totales de cada lugar. No nombra a ninguna persona.
reach-sites = Centros a los que se dirige a las personas: el contacto de abajo aparece en cada resultado, salvo en el de quien no tiene la enfermedad.

## Screens
chapter-screens = Todo lo que leen las personas
screens-how = Todas las frases se imprimen como se leen, en el orden de las preguntas. La frase que solo aparece en uno de los dos medios lleva la marca «{ $web }» o «{ $telegram }». Las frases comunes a varias tarjetas están donde se leen por primera vez. Un programa ha recorrido todas las tarjetas de los dos medios a las que lleva el enlace del estudio y ha anotado todos sus textos: aquí no falta nada, ni se afirma nada más.
screens-welcome = El saludo
screens-choice = Elegir un estudio
screens-notice = Antes de la primera pregunta
screens-questions = Las preguntas
screens-result = El resultado
screens-result-first = Un resultado completo, de alguien que cumple lo preguntado
screens-result-rest = Todas las demás frases que puede tener un resultado
screens-sheet = La hoja para el médico
screens-topics = Información general
screens-topic = Cada texto de información general
screens-review = La lista de las propias respuestas
screens-menu = El menú
screens-privacy = Sobre la privacidad
screens-stopped = Después de parar
screens-leaving = Dejarlo para otra cosa
screens-elsewhere = Una enfermedad que no está aquí
screens-other = Otra tarjeta
screens-rest = Qué más se lee en esas tarjetas
question-section = Apartado: { $section }
question-private = Privada: un resultado nombra solo el apartado, nunca la pregunta ni la respuesta.
question-help = A petición, «{ $way }»:
question-more = Se lee junto a esta pregunta:
question-implausible = Si se escribe un número poco probable (Telegram):
question-answer = Respuesta
question-effect = Qué hace esta respuesta
question-serves = Requisito al que sirve
question-for = Sirve al requisito «{ $label }» ({ $items }).
question-item = Punto del registro
question-words = Palabras del registro

## Rules
chapter-rules = Los requisitos y las reglas, en palabras
rules-how = Un requisito se cumple, no se cumple o queda por confirmar. Las preguntas se nombran por su número en el capítulo anterior; «No lo sé» deja un requisito «por confirmar», nunca «no cumplido».
rules-requirement = Requisito
rules-rule = Regla en palabras
rules-met = Se cumple si { $rule }.
rules-confirm = Por confirmar si { $rule }.
rules-team = No se pregunta: lo valora el equipo del estudio.
rules-permits = El registro solo lo permite: no se pregunta nada.
rules-weaker = Pregunta menos de lo que dice el punto; el resto queda para el equipo del estudio.
rules-window = Cuenta un tiempo desde el día de las respuestas; se avisa de que el equipo lo cuenta con exactitud.
rules-private = Privado.
rule-answer = la respuesta a la pregunta { $number } es { $answers }
rule-and = y
rule-or = o
rule-at-least = se dan al menos { $count } de estas condiciones: { $parts }
effect-fails = No se cumple: { $labels }.
effect-confirms = Por confirmar: { $labels }.
effect-depends = Decide junto con otras respuestas: { $labels }.
effect-ends = Las preguntas terminan aquí.
effect-skips = Ya no se pregunta: { $numbers }.
effect-goes-on = Sigue.

## Flow
chapter-flow = El camino de las preguntas
flow-how = De arriba abajo, en el orden de las preguntas. Una respuesta a la derecha termina las preguntas, porque entonces un requisito no se cumple con seguridad. La pregunta que ya no puede decidir nada se omite.
flow-ends = termina las preguntas: { $answers }
flow-begin = Aviso leído
flow-result = Resultado
flow-in-words = Las preguntas en orden, con las respuestas que las terminan: { $text }
flow-length = Número de preguntas: { $longest } como máximo; { $mean } de media, según la estimación del autor sobre la frecuencia de cada respuesta.

## Cases
chapter-cases = Personas de prueba, y qué deciden las reglas
cases-how = Personas inventadas con sus respuestas. Cada vez que se comprueban los archivos, el programa decide sobre todas ellas, como lo haría la conversación, y compara.
cases-person = Persona
cases-expected = Esperado
cases-found = Decidido
cases-checked = Revisado por
cases-same = lo mismo
cases-likely = podría participar, nada por confirmar
cases-confirm = podría participar; por confirmar: requisito { $labels }
cases-not = no se cumple: requisito { $labels }
cases-open = sin decidir
cases-nobody = no se nombra a nadie
cases-count = { $count } personas, { $checked } de ellas revisadas por alguien con nombre.
cases-unfilled = lo tiene que decir aún un médico
coverage-what = Qué muestran las personas de prueba sobre las reglas
coverage-shown = Mostrado
coverage-of = { $shown } de { $every }
coverage-rule = Cada regla la incumple alguien y la cumple alguien
coverage-limit = Justo por debajo de cada límite, en él y justo por encima
coverage-confirm = Lo que deja un requisito por confirmar, con sí y con no
coverage-only-if = A quién se aplica un requisito, con sí y con no
coverage-slip = Pequeños errores al escribir una regla (otro límite, otra respuesta, un «no» perdido) que mostraría una persona de prueba
coverage-open = { $count ->
    [0] No queda nada abierto.
    [one] Queda 1 punto abierto; «check» lo nombra.
   *[other] Quedan { $count } puntos abiertos; «check» los nombra.
}

## Readability
chapter-reading = Facilidad de lectura
reading-how = Medida con { $formula } ({ $source }). A partir de { $plain }, un texto se considera accesible; cuanto más alto, más fácil.
reading-none = Aquí no hay una fórmula establecida para esta lengua; los textos los tiene que leer una persona que la tenga como lengua materna.
reading-what = Textos
reading-words = Palabras
reading-length = Palabras por frase
reading-score = Puntuación
reading-questions = Preguntas y respuestas
reading-help = Textos de ayuda
reading-notice = Aviso
reading-result = Resultados
reading-topics = Información general
reading-all = Todo junto

## Without approval
chapter-outside = Qué puede cambiar sin una nueva aprobación
outside-how = Solo lo que sigue queda fuera de la huella. Todo tiene una forma fija, de modo que no se puede añadir ninguna frase.
outside-recruiting = Si el estudio admite personas (abierto, en pausa, cerrado, terminado, desconocido) y el día en que se preguntó por última vez. Las frases de cada caso son fijas y están en este documento.
outside-contact = De cada centro: el teléfono, el correo y el horario con la forma «mo-fr 09:00-14:00».
outside-operator = Quién ofrece el asistente y a quién preguntar; son ajustes del programa: { $operator }.
outside-own = Las frases propias del programa (botones, aviso, marco del resultado) tienen su propia huella. Si una versión nueva del programa la cambia, el guion siguiente, comparado con este, muestra cada frase cambiada.
outside-approval = La línea sobre la propia aprobación, que se escribe después de recibirla.

## Other sentences
chapter-other = Otras frases del programa
other-headlines = Cómo empieza un resultado en cada estado del reclutamiento
other-headlines-how = Si el estudio admite personas puede cambiar sin una nueva aprobación. Estas son todas las frases con las que puede empezar un resultado; un número representa cualquier número, … un día.
other-rest = Frases que no muestra ninguna tarjeta del camino de este estudio
other-how = Frases que tiene el programa y que no muestra ninguna tarjeta del camino de este estudio: en la primera página de varios estudios, como respuesta a palabras escritas, para enlaces que no se abren y similares. […] representa lo que se rellena; una barra separa las formas de una frase.
other-text = En los dos medios
other-web = En la web
other-telegram = En Telegram

## Changes
chapter-changes = Qué ha cambiado
changes-since = Comparado con la versión { $version } del { $date } (huella { $fingerprint }). Las palabras nuevas van subrayadas; las que ya no están, tachadas. Al lado hay una copia limpia.
changes-none = No ha cambiado ninguna palabra.
changes-name = Texto
changes-words = Cambio
changes-wording = Los textos y las reglas del estudio
changes-own = Las frases propias del programa
