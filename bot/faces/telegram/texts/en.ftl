### The words of the Telegram chat alone; those of the conversation stand in bot/conversation/texts.

## On cards
tg-page = Page { $page } of { $pages }
tg-continued = { $title } (continued)
tg-next = Next page
tg-previous = Previous page
tg-of-study = { $study }: { $what }
tg-left = { $more ->
    [0] the last question
   *[other] up to { $more } more
}
tg-answered = Your answer: { $answer }
tg-answered-unseen = Your answer is not shown here; tap the number to see it.
tg-change = To change an answer, tap its number.
tg-explain = Help
tg-more = More
tg-fold = Back to the answers

## Said above a card
tg-echo = ✓ { $answer }
tg-outdated = The questions have changed since, or this conversation is too old. Please begin again; it takes a few minutes.
tg-understood = I understood: “{ $answer }”.
tg-understood-private = I have taken your answer. It is private, so I do not repeat it.
tg-understood-back = If that is wrong, tap “{ $way }”.
tg-unit = I cannot tell which unit you mean, and I do not want to guess. Please tap a button, or write the number with its unit.
tg-number = That number does not fit this question, so I have not kept it. Please check it, or tap a button.
tg-buttons = I did not want to guess your answer, so I have not kept it. Please tap a button.
tg-unclear = I did not understand that as one of the answers, and I have not kept it. Please tap a button below.
tg-no-question = No question is open just now. Please use the buttons below.
tg-not-wanted = I can only read text. Please send no photos, files, voice messages, contacts or places; I do not keep them.
tg-not-yours = That was forwarded, or came by way of another bot, so I did not take it. I only take what you write yourself.
tg-unchanged = I have changed nothing; here we are.
tg-unknown-study = I do not know the study that your link names. You can choose one here.
tg-withheld = These questions are not open just now: their words have changed, and the ethics committee has to look at them first. I have kept nothing of what you told me. If you have a question about this study, ask its team or your own doctor.
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
tg-use-buttons = I keep nothing of our conversation, so I cannot tell where we were. If we had begun: please go on with the buttons of my last message (“More” and “Menu” are there, too), or reply to it.
tg-first-time = This is my first time: begin
tg-leave = You are in the middle of the questions: { $count ->
    [one] 1 answer
   *[other] { $count } answers
} so far.
tg-leave-loses = If you begin again, your answers are gone.
tg-leave-back = Go on where I was
tg-leave-again = Begin again
tg-leave-open = Open { $study }
tg-private-only = I work in private chats only, so that nobody else reads along. Please write to me directly: @{ $name }
tg-forged = This button no longer works. Please send /start to begin again. I am sorry for the trouble.
tg-removed = This message is closed.
tg-deleted-card = I have removed my message with the questions. I keep nothing about you.
tg-deleted-emptied = My message with the questions is too old to be removed, so I have emptied it. I keep nothing about you.
tg-deleted-missing = My message with the questions is no longer there. I keep nothing about you.
tg-deleted-kept = Telegram does not let me remove my message with the questions. You can: hold your finger on it and choose “Delete”. I keep nothing about you.
tg-deleted-unknown = I have not removed my message with the questions: I keep nothing about you, so I do not know which one it is. If you still see it, reply to it with /delete; or tap “Menu” in it, and then “Delete what is in this chat”.
tg-deleted-words = Your last words are removed.
tg-deleted-rest = What stays with Telegram: older messages and files, if there are any, and copies on Telegram's servers. To delete them, too, open this chat's menu (on a phone, hold your finger on the chat in the list), choose “Delete chat”, and tick “Also delete for” this bot.
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
notice-begin = I agree. Begin
notice-begin-other = For somebody else, who agrees
notice-face = Telegram keeps chats with bots on its servers, without end-to-end encryption. “I agree” stands for this use of your health answers.
privacy-face = Telegram keeps chats with bots on its servers, and they are not end-to-end encrypted. To delete everything there, delete this chat in Telegram. So that nobody can flood the totals, this program counts in its memory how many conversations one chat begins, scrambled, for a few weeks at most. It writes that down nowhere.
stopped-face = They stay, sealed, in the buttons of this chat. To leave no trace, delete this chat in Telegram.
