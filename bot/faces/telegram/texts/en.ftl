### The words of the Telegram chat alone; those of the conversation stand in bot/conversation/texts.

## On cards
tg-page = Page { $page } of { $pages }
tg-continued = { $title } (continued)
tg-next = Next page
tg-previous = Previous page
tg-of-study = { $study }: { $what }
tg-left = { $count ->
    [one] the last question
   *[other] at most { $count } questions left
}
tg-answered = Your answer: { $answer }
tg-change = To change an answer, tap its number.
tg-letters = Tap the letter of your answer.

## Said above a card
tg-outdated = The questions have changed since, or this conversation is too old. Please begin again; it takes a few minutes.
tg-understood = I understood: “{ $answer }”.
tg-understood-back = If that is wrong, tap “Back”.
tg-unit = I cannot tell which unit you mean, and I do not want to guess. Please tap a button, or write the number with its unit.
tg-unclear = I did not understand that as one of the answers, and I have not kept it. Please tap a button below.
tg-no-question = No question is open just now. Please use the buttons below.
tg-not-wanted = Please send no photos, files, voice messages, contacts or places. I cannot read them and do not keep them. The buttons below are all you need.
tg-help =
    How this works: I ask, you tap a button. You may also type, for example “34”, “yes” or “not sure”. “I'm not sure” is always a good answer.
    { "" }
    /start – begin, or begin again
    /language – change the language
    /about – background: studies, cells, risks
    /privacy – what is known about you, and what is not
    /stop – stop
    /delete – remove what I can remove from this chat

## Messages of their own
tg-use-buttons = I keep nothing about our conversation, so I cannot tell which question this belongs to. Please use the buttons of my last message, or reply to that message. With /start you begin again.
tg-private-only = I work in private chats only, so that nobody else reads along. Please write to me directly: @{ $name }
tg-forged = This button no longer works. Please send /start to begin again. I am sorry for the trouble.
tg-removed = This message is closed.
tg-deleted =
    I have removed what I could: my message with the questions, and your last words. I keep nothing about you.
    { "" }
    What stays with Telegram: older messages and files, if there are any, and copies on Telegram's servers. To delete them, too, open this chat's menu (on a phone, hold your finger on the chat in the list), choose “Delete chat”, and tick “Also delete for” this bot.
tg-again = Start again
tg-sheet-caption = The same sheet as a file that you can print.
tg-sheet-file = sheet-for-my-doctor.html
tg-remove = Remove this message
tg-too-old = Telegram lets me remove messages for two days only. You can remove this one yourself: hold your finger on it and choose “Delete”.

## Before the first chat, and in Telegram's menu
tg-about = Short questions about your health; at the end, whether you may be eligible for a clinical study, and why.
tg-description = I ask short questions about your health, one at a time, and tell you whether you may be eligible for a clinical study, and why. I keep no name, no number and no answer. Telegram keeps chats with bots on its servers, and they are not end-to-end encrypted. Nothing I say is medical advice; only a study team decides who takes part.
tg-command-start = Begin, or begin again
tg-command-help = How this works
tg-command-language = Change the language / Cambiar de idioma
tg-command-about = Background: studies, cells, risks
tg-command-privacy = What is known about you, and what is not
tg-command-stop = Stop
tg-command-delete = Remove what I can remove from this chat

## What this face keeps of a conversation, and where
notice-face = Telegram keeps chats with bots on its servers, and they are not end-to-end encrypted. You can delete this chat at any time.
privacy-face = Telegram keeps chats with bots on its servers, and they are not end-to-end encrypted. To delete everything there, delete this chat in Telegram.
stopped-face = To leave no trace, delete this chat in Telegram.
