### Las palabras solo del chat de Telegram; las de la conversación están en bot/conversation/texts.

## En las tarjetas
tg-page = Página { $page } de { $pages }
tg-continued = { $title } (continuación)
tg-next = Página siguiente
tg-previous = Página anterior
tg-of-study = { $study }: { $what }
tg-left = { $more ->
    [0] la última pregunta
   *[other] hasta { $more } más
}
tg-answered = Su respuesta: { $answer }
tg-answered-unseen = Su respuesta no se muestra aquí; toque el número para verla.
tg-change = Para cambiar una respuesta, toque su número.
tg-explain = Ayuda
tg-more = Más
tg-fold = Volver a las respuestas

## Lo que se dice encima de una tarjeta
tg-echo = ✓ { $answer }
tg-outdated = Las preguntas han cambiado desde entonces, o esta conversación es demasiado antigua. Por favor, empiece de nuevo; son unos minutos.
tg-understood = He entendido: «{ $answer }».
tg-understood-private = He tomado su respuesta. Es privada, así que no la repito.
tg-understood-back = Si no es así, toque «{ $way }».
tg-unit = No sé a qué unidad se refiere y no quiero adivinarla. Por favor, toque un botón o escriba el número con su unidad.
tg-number = Ese número no corresponde a esta pregunta, así que no lo he guardado. Por favor, revíselo o toque un botón.
tg-buttons = No he querido adivinar su respuesta, así que no la he guardado. Por favor, toque un botón.
tg-unclear = No lo he entendido como una de las respuestas y no lo he guardado. Por favor, toque un botón de abajo.
tg-no-question = Ahora no hay ninguna pregunta abierta. Por favor, use los botones de abajo.
tg-not-wanted = Solo puedo leer texto. Por favor, no envíe fotos, archivos, mensajes de voz, contactos ni lugares; no los guardo.
tg-not-yours = Eso era un mensaje reenviado o llegó por medio de otro bot, así que no lo he tomado. Solo tomo lo que usted escribe.
tg-unchanged = No he cambiado nada; aquí seguimos.
tg-unknown-study = No conozco el estudio que nombra su enlace. Aquí puede elegir uno.
tg-withheld = Estas preguntas no están abiertas en este momento: su texto ha cambiado y el comité de ética tiene que verlo antes. No he guardado nada de lo que usted contó. Si tiene alguna pregunta sobre este estudio, consulte a su equipo o a su médico.
tg-help =
    Cómo funciona: yo pregunto y usted toca un botón. También puede escribir, por ejemplo «34», «sí» o «no sé». «No lo sé» siempre es una buena respuesta.
    { "" }
    /start – empezar, o empezar de nuevo
    /language – cambiar de idioma
    /about – información general: estudios, células, riesgos
    /privacy – qué se sabe de usted y qué no
    /stop – parar
    /delete – borrar lo que puedo borrar de este chat

## Mensajes aparte
tg-use-buttons = No guardo nada de nuestra conversación, así que no sé dónde estábamos. Si ya habíamos empezado, siga con los botones de mi último mensaje (ahí están también «Más» y «Menú») o responda a ese mensaje.
tg-first-time = Es mi primera vez: empezar
tg-leave = Está a mitad de las preguntas: lleva { $count ->
    [one] 1 respuesta
   *[other] { $count } respuestas
}.
tg-leave-loses = Si empieza de nuevo, sus respuestas se pierden.
tg-leave-back = Seguir donde estaba
tg-leave-again = Empezar de nuevo
tg-leave-open = Abrir { $study }
tg-private-only = Solo funciono en chats privados, para que nadie más lea la conversación. Por favor, escríbame directamente: @{ $name }
tg-forged = Este botón ya no funciona. Por favor, envíe /start para empezar de nuevo. Disculpe la molestia.
tg-removed = Este mensaje está cerrado.
tg-deleted-card = He borrado mi mensaje con las preguntas. No guardo nada sobre usted.
tg-deleted-emptied = Mi mensaje con las preguntas es demasiado antiguo para borrarlo, así que lo he vaciado. No guardo nada sobre usted.
tg-deleted-missing = Mi mensaje con las preguntas ya no está. No guardo nada sobre usted.
tg-deleted-kept = Telegram no me deja borrar mi mensaje con las preguntas. Usted sí puede: mantenga el dedo sobre él y elija «Eliminar». No guardo nada sobre usted.
tg-deleted-unknown = No he borrado mi mensaje con las preguntas: no guardo nada sobre usted, así que no sé cuál es. Si todavía lo ve, respóndale con /delete; o toque en él «Menú» y después «Borrar lo que hay en este chat».
tg-deleted-words = También he borrado lo último que usted escribió.
tg-deleted-rest = Lo que queda en Telegram: los mensajes y archivos anteriores, si los hay, y las copias en los servidores de Telegram. Para borrarlos también, abra el menú de este chat (en el teléfono, mantenga el dedo sobre el chat en la lista), elija «Eliminar chat» y marque que se elimine también para este bot.
tg-again = Empezar de nuevo
tg-sheet-caption = La misma hoja, como archivo que se puede imprimir.
tg-sheet-file = hoja-para-mi-medico.html
tg-remove = Quitar este mensaje
tg-too-old = Telegram solo me deja quitar mensajes durante dos días. Puede quitar este usted: mantenga el dedo sobre él y elija «Eliminar».

## Antes del primer chat y en el menú de Telegram
tg-about = Preguntas cortas sobre su salud; al final, si podría participar en un estudio clínico y por qué.
tg-description = Hago preguntas cortas sobre su salud, de una en una, y le digo si podría participar en un estudio clínico y por qué. No guardo ningún nombre, ningún número ni ninguna respuesta. Telegram guarda los chats con bots en sus servidores y no están cifrados de extremo a extremo. Nada de lo que digo es un consejo médico; solo el equipo de un estudio decide quién participa.
tg-command-start = Empezar, o empezar de nuevo
tg-command-help = Cómo funciona
tg-command-language = Cambiar de idioma / Change the language
tg-command-about = Información general: estudios, células, riesgos
tg-command-privacy = Qué se sabe de usted y qué no
tg-command-stop = Parar
tg-command-delete = Borrar lo que puedo borrar de este chat

## Qué guarda este medio de una conversación, y dónde
notice-begin = Acepto. Empezar
notice-begin-other = Por otra persona, con su permiso
notice-face = Telegram guarda los chats con bots en sus servidores, sin cifrado de extremo a extremo. «Acepto» vale para este uso de sus respuestas de salud.
privacy-face = Telegram guarda los chats con bots en sus servidores y no están cifrados de extremo a extremo. Para borrar todo allí, borre este chat en Telegram. Para que nadie pueda falsear los totales, este programa cuenta en su memoria, de forma cifrada y por unas semanas como máximo, cuántas conversaciones empieza un mismo chat. No lo escribe en ningún sitio.
stopped-face = Siguen, selladas, en los botones de este chat. Para no dejar rastro, borre este chat en Telegram.
