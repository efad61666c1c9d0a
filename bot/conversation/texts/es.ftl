### Lo que leen las personas, aparte de las definiciones. Los mismos nombres están en en.ftl.

## Saludo e idioma
welcome-title = Hola. ¿Podría usted participar en un estudio clínico?
welcome-what = Soy un asistente automático. Hago preguntas cortas sobre su salud, de una en una. Al final le digo si podría participar en un estudio y por qué.
welcome-how = No necesita ningún papel para empezar. «No lo sé» siempre es una buena respuesta. Puede parar cuando quiera.
language-begin = Empezar en español
language-missing-title = Todavía no está en español
language-missing = Lo sentimos: estas preguntas todavía no están en español. Puede seguir en otro idioma, si lo lee bien.
emergency-of = { $condition }: { $text }

## Elegir un estudio
choice-condition-title = ¿De qué enfermedad se trata?
choice-title = { $condition }: ¿qué estudio?
choice-elsewhere = Sobre otras enfermedades solo hay preguntas en otro idioma.
choice-all =
    { $count ->
        [2] Los dos estudios a la vez
       *[other] Los { $count } estudios a la vez
    }
choice-one-anywhere = { $study }
choice-one = { $study } ({ $country })
recruiting-open = Según quienes ofrecen este asistente, admite a nuevas personas.
recruiting-paused = Por el momento no admite a nuevas personas.
recruiting-closed = Ahora no admite a nuevas personas, que sepamos.
recruiting-ended = Ha terminado y ya no admite a nadie.
recruiting-unknown = No sabemos si ahora admite a nuevas personas. Pregunte al equipo del estudio o consulte el registro.
recruiting-was-open = El { $date } admitía a nuevas personas.
recruiting-was-paused = El { $date }, de momento, no admitía a nuevas personas.
recruiting-asked = (A fecha de { $date }.)
demonstration = Demostración: ningún comité de ética ha aprobado estas preguntas. Por favor, no tome decisiones a partir de ellas.

## Aviso
notice-title = Antes de empezar
notice-length =
    { $count ->
        [one] Como máximo 1 pregunta, cerca de un minuto.
       *[other] Como máximo { $count } preguntas, unos minutos.
    }
notice-points = Conviene saber
notice-operator = Quién ofrece este asistente: { $operator }.
notice-demo-operator = Esto es una demostración; no se nombra a nadie como responsable.
notice-adults = Es para personas adultas. Si usted es menor de edad, hable con su médico.
notice-health = Las preguntas son sobre la salud y algunas son personales. Puede saltarse cualquiera y parar cuando quiera; su atención médica no cambia.
notice-kept = No guardamos ningún nombre, ningún número ni ninguna respuesta. A lo sumo contamos totales, con un error al azar añadido a propósito, para que nadie pueda ser reconocido en ellos.
notice-no-advice = El resultado no es un consejo médico ni una plaza en un estudio. Solo el equipo del estudio decide.
notice-else = Puede responder por otra persona, si ella está de acuerdo: responda como lo haría esa persona.
notice-help = ¿Tiene preguntas? { $contact }
notice-privacy = Preguntas sobre la privacidad: { $contact }
notice-approval = { $study }: estas preguntas fueron aprobadas por { $committee }, referencia { $reference }, { $date }.
notice-begin = Lo he leído. Empezar
notice-other = Elegir otro estudio

## Preguntas
answer-unsure = No lo sé / Prefiero no decirlo
answer-yes = Sí
answer-no = No
proposal-title = ¿Quiere decir: «{ $answer }»?
proposal-yes = Sí, quiero decir eso
proposal-no = No, ver de nuevo las respuestas
why-title = Su respuesta ayuda a comprobar esto:
why-skip = Puede saltarla con «No lo sé / Prefiero no decirlo».
settled = Un estudio ya tiene resultado.
settled-see = Ver el resultado de { $study }
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
results-title = Sus resultados
results-text = Cada estudio se mira por separado.
result-title = Su resultado
result-see = Ver el resultado completo
result-fits = Sus respuestas coinciden con lo que pide este estudio. Usted podría participar.
result-so-far = Usted podría participar: hasta ahora sus respuestas coinciden y quedan algunos puntos abiertos.
result-cannot-tell = Nada de lo que nos dijo le descarta por ahora. Quedan muchos puntos abiertos y todavía no podemos decir si podría participar.
result-not-now =
    { $count ->
        [one] Según sus respuestas, en este momento no se cumple un requisito de este estudio.
       *[other] Según sus respuestas, en este momento no se cumplen { $count } requisitos de este estudio.
    }
result-count = De los { $asked } requisitos sobre los que se puede preguntar, sus respuestas confirman { $met }.
result-decided = En qué se basa
result-answer = Usted respondió «{ $answer }» a «{ $question }»
result-section = Un requisito de la parte «{ $section }»
result-window = Aquí contamos desde hoy. El equipo del estudio cuenta el tiempo con exactitud, desde las fechas que usa el estudio.
result-later = Esto puede ser distinto más adelante.
result-stopped = Aquí paramos. Los demás puntos no se preguntaron.
result-to-confirm = Para confirmar con el equipo del estudio
result-team = Lo revisa el equipo del estudio
result-topics = Quizá le interese leer, en «Información general»:
result-sites = Dónde se hace
result-no-site = No sabemos dónde se hace este estudio. Quizá lo diga la página del registro que figura abajo; en su consulta médica pueden ayudarle a buscar.
site-contact = Contacto: { $contact }
site-phone = Teléfono: { $phone }
site-mail = Correo: { $mail }
site-no-contact = No tenemos un contacto. Consulte la página del registro que figura abajo, o enséñela en su consulta médica.
site-languages = Idiomas: { $languages }
site-hours = Horario: { $hours }
result-record = Según la ficha de { $registry }. Versión: { $as_of }. Estado en esa ficha: { $status }
result-record-cut = Solo tenemos una parte de esta ficha. Aquí pueden faltar requisitos; el equipo del estudio los conoce todos.
record-says = La ficha dice:
record-words = La ficha dice: «{ $words }»
result-only-team = Solo el equipo del estudio decide quién participa.
result-sheet = Hoja para su médico
result-change = Cambiar la respuesta en la que se basa
result-review = Cambiar una respuesta
result-others = Ver otros estudios
safety-treatment = Por favor, no empiece, deje ni cambie ningún medicamento, no repita ninguna prueba ni retrase su atención por este resultado. Hable antes con su médico.
safety-emergency = Si empeora de repente o con claridad, no espere a un estudio: llame a su médico o a urgencias.

## Hoja para el médico
sheet-title = Para su médico
sheet-language = Esta hoja en español
sheet-back = Volver al resultado
sheet-send = Enviarla para reenviar o imprimir
sheet-likely =
    { $confirm ->
        [0] Preselección automática: podría ser elegible; ningún punto por confirmar.
        [one] Preselección automática: podría ser elegible; 1 punto por confirmar.
       *[other] Preselección automática: podría ser elegible; { $confirm } puntos por confirmar.
    }
sheet-ineligible =
    { $unmet ->
        [one] Preselección automática: en este momento no se cumple 1 requisito.
       *[other] Preselección automática: en este momento no se cumplen { $unmet } requisitos.
    }
sheet-date = Respuestas dadas el { $date }
sheet-not-met = No se cumple (falta una inclusión o se da una exclusión), según las respuestas de la persona
sheet-to-confirm = Para confirmar
sheet-met = Se cumple (se da la inclusión o falta la exclusión), según las respuestas de la persona
sheet-open = No se preguntó
sheet-permits = El registro lo permite; no hay nada que comprobar
sheet-team = Para el equipo del estudio; nunca se pregunta
sheet-in-person = Asuntos personales: conviene hablarlos en persona (no se imprime ninguna respuesta)
sheet-source = Lo declaró la propia persona en un chat automático y nadie lo ha comprobado. Los números son los de los puntos de la ficha del registro. Los plazos se cuentan desde el día de las respuestas, no desde el tratamiento ni la aleatorización.
item-inclusion = Inclusión { $number }
item-exclusion = Exclusión { $number }
item-header = Encabezado de la ficha

## Caminos
way-help = ¿Qué significa esto?
way-why = ¿Por qué se pregunta?
way-less = Cerrar
way-back = Atrás
way-keep = Dejar mi respuesta
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
menu-one-message = Todo en un solo mensaje
menu-delete = Borrar lo que hay en este chat
topics-title = Información general
topics-about = Textos cortos, cada uno con sus fuentes. Son información, no consejos.
topic-sources = Fuentes
topic-others = Otros temas
privacy-title = Privacidad
privacy-kept = Este asistente no guarda ningún nombre, ninguna cuenta, ninguna dirección ni ninguna respuesta. Toda la conversación viaja, sellada, en los botones que usted tiene. Cuando la cierra, a nosotros no nos queda nada.
privacy-totals = Si se publican totales (por ejemplo, cuántas personas paran en una pregunta), antes se les añade un error al azar, para que no digan nada de ninguna persona.
privacy-rights = Como no guardamos nada sobre usted, no hay nada suyo que podamos mostrar, corregir o borrar.
stopped-title = Ha parado
stopped-text = Está bien. Nada de lo que respondió se guarda y su atención médica no cambia. Si fue sin querer, siga donde estaba.
stopped-go-on = Seguir donde estaba
outdated = Las preguntas del estudio han cambiado o esta página es demasiado antigua. Por favor, empiece de nuevo; lleva unos minutos.
withheld = Estas preguntas no están abiertas en este momento: su texto ha cambiado y el comité de ética tiene que verlo antes. No se ha guardado nada de lo que usted contó. Si tiene alguna pregunta sobre este estudio, consulte a su equipo o a su médico.
