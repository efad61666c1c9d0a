### Lo que leen las personas, aparte de las definiciones. Los mismos nombres están en en.ftl.

## Saludo e idioma
welcome-title = Hola. ¿Podría participar en un estudio clínico?
welcome-what = Elija un estudio: unas preguntas cortas dirán si podría participar y por qué.
welcome-of = { $condition }: elija un estudio. Unas preguntas cortas dirán si podría participar y por qué.
language-name = Español
language-missing-title = Todavía no está en español
language-missing = Lo sentimos: estas preguntas todavía no están en español. Puede seguir en otro idioma, si lo lee bien.
emergency-of = { $condition }: { $text }

## Elegir un estudio
choice-condition-title = ¿De qué enfermedad se trata?
choice-title = { $condition }: ¿qué estudio?
choice-elsewhere = Sobre otras enfermedades solo hay preguntas en otro idioma.
choice-all =
    { $count ->
        [2] Los dos a la vez
       *[other] Los { $count } a la vez
    }
choice-none = Ninguna de estas
elsewhere-title = Otra enfermedad
elsewhere-text = Aquí solo hay preguntas sobre: { $conditions }. Puede haber estudios sobre su enfermedad en otros lugares. En su consulta médica pueden ayudarle a buscar.
search-tells = La dirección de esa búsqueda dice qué enfermedad busca.
recruiting-open = Admite a personas nuevas.
recruiting-not_yet = Todavía no admite a personas nuevas.
recruiting-paused = Por el momento no admite a personas nuevas.
recruiting-closed = No admite a personas nuevas.
recruiting-ended = Ha terminado y ya no admite a nadie.
recruiting-unknown = No sabemos si ahora admite a personas nuevas. Pregunte al equipo del estudio o consulte el registro.
recruiting-was-open = El { $date } admitía a personas nuevas.
recruiting-was-not_yet = El { $date } todavía no admitía a personas nuevas.
recruiting-was-paused = El { $date }, de momento, no admitía a personas nuevas.
recruiting-asked = (Dato del { $date }.)
recruiting-tag-unknown = Estado sin confirmar
recruiting-tag-ended = Terminado
recruiting-tag-closed = No admite ahora
recruiting-tag-not_yet = Aún no abierto
recruiting-tag-paused = En pausa
recruiting-tag-open = Admite personas
demonstration = Demostración: ningún comité de ética ha aprobado estas preguntas. Por favor, no tome decisiones a partir de ellas.
preview = BORRADOR, solo para revisión: sus preguntas y textos no están terminados y ningún comité de ética los ha aprobado. Por favor, no tome decisiones a partir de ellos.

## Aviso
notice-title =
    Antes de empezar: { $count ->
        [one] 1 pregunta
       *[other] hasta { $count } preguntas
    }
notice-operator = Lo ofrece { $operator }.
notice-demo-operator = Demostración: no se nombra a ningún responsable.
notice-adults = Solo para adultos. Salte preguntas o pare cuando quiera.
notice-kept = No guardamos sus respuestas, solo totales.
notice-help = Preguntas: { $contact }
notice-privacy = Preguntas sobre la privacidad: { $contact }
notice-approval = { $study }: estas preguntas fueron aprobadas por { $committee }, referencia { $reference }, { $date }.
unwell = ¿Se siente mal?
your-data = Sus datos
taking-part = Qué supone participar
notice-rules =
    Reglas fijas comparan sus respuestas de salud con lo que pide { $count ->
        [one] el estudio
       *[other] cada estudio
    }. No es consejo médico ni inscripción.

## Preguntas
answer-unsure = No lo sé / Prefiero no decirlo
answer-yes = Sí
answer-no = No
proposal-title = ¿Quiere decir: «{ $answer }»?
proposal-yes = Sí, quiero decir eso
proposal-no = No, ver de nuevo las respuestas
question-help = Ayuda
question-else = Responda como lo haría la persona por quien pregunta.
why-title = Su respuesta ayuda a comprobar esto:
why-skip = Puede saltarla con «No lo sé / Prefiero no decirlo».
settled = Un estudio ya tiene resultado.
settled-see = Resultado: { $study }
amount =
    { $unit ->
        [days] { $value } { $count ->
            [one] día
           *[other] días
        }
        [weeks] { $value } { $count ->
            [one] semana
           *[other] semanas
        }
        [months] { $value } { $count ->
            [one] mes
           *[other] meses
        }
       *[years] { $value } { $count ->
            [one] año
           *[other] años
        }
    }
interval-below =
    { $kind ->
        [ago] Hace menos de { $high }
        [date] Antes del { $high }
       *[plain] Menos de { $high }
    }
interval-up-to =
    { $kind ->
        [ago] Hace { $high } o menos
        [date] El { $high } o antes
       *[plain] { $high } o menos
    }
interval-above =
    { $kind ->
        [ago] Hace más de { $low }
        [date] Después del { $low }
       *[plain] Más de { $low }
    }
interval-from =
    { $kind ->
        [ago] Hace { $low } o más
        [date] El { $low } o después
       *[plain] { $low } o más
    }
interval-between =
    { $kind ->
        [ago] Hace entre { $low-short } y { $high }
        [date] Del { $low } al { $high }
       *[plain] De { $low-short } a { $high }
    }
interval-above-up-to =
    { $kind ->
        [ago] Hace más de { $low-short } y hasta { $high }
       *[plain] Más de { $low-short } y hasta { $high }
    }
interval-from-below =
    { $kind ->
        [ago] Hace { $low } o más, pero menos de { $high-short }
       *[plain] { $low } o más, pero menos de { $high-short }
    }
interval-above-below =
    { $kind ->
        [ago] Hace más de { $low-short } y menos de { $high }
       *[plain] Más de { $low-short } y menos de { $high }
    }
interval-exactly =
    { $kind ->
        [ago] Hace exactamente { $low }
        [date] El { $low }
       *[plain] Exactamente { $low }
    }
interval-any =
    { $kind ->
        [age] Lo sé
        [ago] Sí, hace algún tiempo
        [date] Sé el día
       *[plain] Conozco el valor
    }

## Repaso
review-title = Sus respuestas
review-text = Puede cambiar cualquiera de ellas.
review-empty = Todavía no ha respondido nada.

## Resultados
results-title = Cada estudio
result-see = Detalles
status-open = el estudio está abierto
status-unknown = no sabemos si el estudio está abierto
status-was-open = estudio abierto el { $date }; no sabemos si sigue
status-was-not_yet = estudio aún sin abrir el { $date }; no sabemos si sigue
status-was-paused = estudio en pausa el { $date }; no sabemos si sigue
status-closed = Este estudio está cerrado
status-not_yet = Este estudio todavía no está abierto
status-paused = Este estudio está en pausa
status-ended = Este estudio ha terminado
status-as-of = { $status } (visto: { $date })
result-fits =
    { $shut ->
        [yes] { $status }, aunque sus respuestas coinciden con lo que pudimos preguntar.
       *[no] Podría participar: sus respuestas coinciden con lo que pudimos preguntar; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, aunque las respuestas coinciden con lo que pudimos preguntar.
       *[no] Esa persona podría participar: sus respuestas coinciden con lo que pudimos preguntar; { $status }.
    }
result-so-far =
    { $shut ->
        [yes] { $status }, aunque sus respuestas coinciden hasta ahora, con { $count ->
            [one] 1 requisito
           *[other] { $count } requisitos
        } por confirmar.
       *[no] Podría participar, con { $count ->
            [one] 1 requisito
           *[other] { $count } requisitos
        } por confirmar; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, aunque las respuestas coinciden hasta ahora, con { $count ->
            [one] 1 requisito
           *[other] { $count } requisitos
        } por confirmar.
       *[no] Esa persona podría participar, con { $count ->
            [one] 1 requisito
           *[other] { $count } requisitos
        } por confirmar; { $status }.
    }
result-cannot-tell =
    { $shut ->
        [yes] { $status }, y todavía no podemos saber si podría participar: faltan datos.
       *[no] Todavía no podemos saber si podría participar: faltan datos; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, y todavía no podemos saber si esa persona podría participar: faltan datos.
       *[no] Todavía no podemos saber si esa persona podría participar: faltan datos; { $status }.
    }
result-not-met =
    { $shut ->
        [yes] { $status }, y usted no cumple un requisito.
       *[no] Usted no cumple un requisito; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, y esa persona no cumple un requisito.
       *[no] Esa persona no cumple un requisito; { $status }.
    }
result-not-met-then =
    { $shut ->
        [yes] { $status }, y usted no cumple un requisito (reglas antiguas, quizá cambiadas).
       *[no] Usted no cumple un requisito (reglas antiguas, quizá cambiadas); { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, y esa persona no cumple un requisito (reglas antiguas, quizá cambiadas).
       *[no] Esa persona no cumple un requisito (reglas antiguas, quizá cambiadas); { $status }.
    }
result-without = Este estudio no es para la situación que nos cuenta.
    .else = Este estudio no es para la situación de esa persona.
result-decided = Por qué, y si es definitivo
result-answer = Usted respondió «{ $answer }» a «{ $question }»
result-section =
    { $count ->
        [one] Un requisito de la parte «{ $section }»
       *[other] { $count } requisitos de la parte «{ $section }»
    }
result-private = Es por una respuesta suya en { $sections }; por privacidad, no la mostramos.
    .else = Es por una respuesta en { $sections }; por privacidad, no la mostramos.
result-window = Aquí contamos desde hoy. El equipo del estudio cuenta el tiempo con exactitud, desde las fechas que usa el estudio.
result-later-date = A más tardar el { $date } habrá pasado ese tiempo.
result-stopped = Aquí paramos. Los demás puntos no se preguntaron.
result-to-confirm = Para confirmar con el equipo del estudio
result-team = Lo revisa el equipo del estudio
result-amended = Lo que el registro ha cambiado desde entonces
result-for-everyone = Para todos: embarazo, lactancia y otras enfermedades
result-topics = Quizá le interese leer, en «Información general»:
result-sites = Dónde se hace y a quién preguntar
result-asks = Requisito: «{ $label }».
result-asks-you = El estudio { $then ->
        [yes] pedía
       *[no] pide
    } «{ $label }». Usted: «{ $answer }».
    .else = El estudio { $then ->
        [yes] pedía
       *[no] pide
    } «{ $label }». Respuesta: «{ $answer }».
result-point = «{ $label }»
result-point-private = { $count ->
        [one] un requisito
       *[other] { $count } requisitos
    } de «{ $section }»
result-open = Falta saber si cumple: { $points }.
result-open-more = Falta saber si cumple: { $points } y { $more ->
        [one] otro requisito
       *[other] otros { $more } requisitos
    }.
result-elsewhere = Dónde más buscar
result-study = Datos de este estudio
result-take = Muestre la «{ result-sheet }».
    .else = Que muestre la «{ result-sheet }».
result-take-all = Muéstrelos a su médico. «{ result-see }»: a quién preguntar.
result-worried = Si algún síntoma le preocupa, pregunte a su médico.
result-older = Usamos reglas antiguas del estudio; pregunte por las de hoy.
result-ask = Puede preguntar a: { $unit }, { $place }.{ $shut ->
        [yes] {""}
       *[no] {" "}Solo ese equipo decide.
    }
result-call = Llamar a { $unit }: { $phone }
result-write = Escribir a { $unit }: { $mail }
result-no-site = No sabemos dónde se hace este estudio. Quizá lo diga la página del registro que figura abajo; en su consulta médica pueden ayudarle a buscar.
site-contact = Contacto: { $contact }
site-phone = Teléfono: { $phone }
site-mail = Correo: { $mail }
site-no-contact = No tenemos un contacto. Consulte la página del registro que figura abajo, o muéstrela en su consulta médica.
site-languages = Idiomas: { $languages }
site-hours = Horario: { $hours }
result-record = Según la ficha de { $registry }. Versión: { $as_of }. Estado en esa ficha: { $status }
result-record-cut = Solo tenemos una parte de esta ficha. Aquí pueden faltar requisitos; el equipo del estudio los conoce todos.
record-words = La ficha dice: «{ $words }»
result-only-team = Solo el equipo del estudio decide quién participa.
result-sheet = Hoja para su médico
result-review = Revisar mis respuestas
result-others = Ver otros estudios
safety-treatment = Por este resultado, no empiece, deje ni cambie medicamentos, ni pida pruebas o exámenes extra. No retrase sus citas.
safety-emergency = Si empeora de repente o con claridad, no espere a un estudio clínico para pedir ayuda: llame a su médico o a emergencias.

## Hoja para el médico
sheet-title = Para su médico
sheet-language = Esta hoja en español
sheet-back = Volver al resultado
sheet-send = Enviarla para reenviar o imprimir
sheet-fits = Preselección automática: podría participar; las respuestas coinciden con todo lo que se pudo preguntar.
sheet-so-far =
    { $confirm ->
        [one] Preselección automática: podría participar; 1 requisito por confirmar.
       *[other] Preselección automática: podría participar; { $confirm } requisitos por confirmar.
    }
sheet-cannot-tell =
    { $confirm ->
        [one] Preselección automática: todavía no puede saberse; 1 requisito por confirmar.
       *[other] Preselección automática: todavía no puede saberse; { $confirm } requisitos por confirmar.
    }
sheet-ineligible =
    { $unmet ->
        [one] Preselección automática: según estas respuestas, no se cumple 1 requisito.
       *[other] Preselección automática: según estas respuestas, no se cumplen { $unmet } requisitos.
    }
sheet-unfinished = Preselección automática: no se pudo preguntar todo, así que todavía no puede decirse nada.
sheet-private = Los requisitos personales no entran en esta valoración ni en ninguna cuenta de esta hoja, y sus respuestas no se imprimen. Pueden impedir participar.
sheet-date = Respuestas dadas el { $date }
sheet-answer = Respuesta: «{ $answer }»
sheet-unsure = no sabe o no dice
sheet-not-met = Requisitos que NO se cumplen, según estas respuestas
sheet-present = Exclusiones que SÍ se dan, según estas respuestas
sheet-to-confirm = Por confirmar
sheet-open = No se preguntó
sheet-met = Requisitos que se cumplen, según estas respuestas
sheet-absent = Exclusiones que NO se dan, según estas respuestas
sheet-in-part = { $items } (se preguntó en parte)
sheet-in-person = Requisitos personales: conviene hablarlos en persona (figuran todos, sea cual sea la respuesta)
sheet-team = Para el equipo del estudio; nunca se pregunta
sheet-permits = El registro lo permite; no hay nada que comprobar
sheet-blank-day = Fecha: __________
sheet-blank-value = Valor, unidad: __________ Fecha: __________
sheet-bring = Conviene llevar al equipo del estudio: los informes y resultados nombrados arriba, con sus fechas; una lista de medicamentos con dosis y fechas de inicio; informes de alta.
sheet-source = Lo declaró la propia persona, u otra en su nombre, en un chat automático; nadie lo ha comprobado. Los números son los de los puntos de la ficha del registro. Los plazos se cuentan desde el día de las respuestas, no desde el tratamiento ni la aleatorización.
item-inclusion = Inclusión { $number }
item-exclusion = Exclusión { $number }
item-header = Encabezado de la ficha

## Caminos
way-help = ¿Qué significa esto?
way-why = ¿Por qué se pregunta?
way-back = Atrás
way-keep = Mantener mi respuesta
way-review = Mis respuestas
way-topics = Información general
way-privacy = Privacidad
way-menu = Menú
way-stop = Parar
way-previous = Página anterior
way-next = Página siguiente
to-choice = Elegir un estudio
to-notice = Seguir
to-question = Seguir con las preguntas
to-result = Ir al resultado
to-results = Ir a todos los resultados

## Menú, información, privacidad, parar
menu-title = Menú
menu-review = Mis respuestas
menu-choice = Elegir otro estudio
menu-topics = Información: estudios y riesgos
menu-language = Seguir en español
menu-privacy = Privacidad
menu-stop = Parar
menu-new-messages = Cada pregunta en un mensaje nuevo
menu-new-messages-off = Todo en un solo mensaje
menu-larger-type = Letra más grande
menu-larger-type-off = Letra normal
menu-delete = Borrar lo que hay en este chat
topics-title = Información general
topics-about = Textos cortos, cada uno con sus fuentes. Son información, no consejos.
topic-sources = Fuentes
topic-others = Otros temas
privacy-title = Privacidad
privacy-kept = No guardamos sus respuestas, ni su nombre, ni ninguna cuenta. Toda la conversación viaja, sellada, en los botones que usted tiene.
privacy-totals = Si se cuentan totales (cuántas personas empiezan, dónde paran, qué requisito no se cumple, cuántas podrían participar), antes de mostrarlos se les añade una variación al azar, para que no digan nada de ninguna persona.
privacy-rights = Como no guardamos sus respuestas ni su nombre, no hay ninguna respuesta suya que podamos mostrar, corregir o borrar.
stopped-title = Ha detenido las preguntas
stopped-text = Está bien. Nosotros no guardamos sus respuestas y su atención médica no cambia. Si fue sin querer, siga donde estaba.
stopped-go-on = Seguir donde estaba
outdated = Las preguntas del estudio han cambiado o esta página es demasiado antigua. Por favor, empiece de nuevo; lleva unos minutos.
withheld = Estas preguntas no están abiertas en este momento: su texto ha cambiado y el comité de ética tiene que verlo antes. No se ha guardado nada de lo que usted contó. Si tiene alguna pregunta sobre este estudio, consulte a su equipo o a su médico.

## Exports for other programs
export-record = Número de registro
export-unit = Unidad: { $question }
export-other = En lugar de un valor: { $question }
export-time = { $unit ->
    [years] años
    [years-ago] hace cuántos años
    [months-ago] hace cuántos meses
    [weeks-ago] hace cuántas semanas
   *[days-ago] hace cuántos días
}
