### What people read, but for the definitions. The same names stand in es.ftl.

## Greeting and language
welcome-title = Hello. Could you be eligible for a clinical study?
welcome-what = I am an automatic assistant. I ask short questions about your health, one at a time. At the end I tell you whether you may be eligible for a study, and why.
welcome-how = You do not need any papers to begin. "I'm not sure" is always a good answer. You can stop whenever you like.
language-begin = Begin in English

## Choosing a study
choice-condition-title = Which illness is it about?
choice-title = { $condition }: which study?
choice-all =
    { $count ->
        [2] Both studies together
       *[other] All { $count } studies together
    }
choice-one = { $study } ({ $country })
recruiting-open = According to the people who run this assistant, it takes new people.
recruiting-paused = It takes no new people for the time being.
recruiting-closed = It takes no new people now, as far as we know.
demonstration = Demonstration: no ethics committee has approved these questions. Please do not base any decision on them.

## Notice
notice-title = Before we begin
notice-length =
    { $count ->
        [one] At most 1 question, about one minute.
       *[other] At most { $count } questions, a few minutes.
    }
notice-points = Good to know
notice-operator = Who runs this: { $operator }.
notice-demo-operator = This is a demonstration; nobody who runs it is named.
notice-adults = It is for adults. If you are younger, please talk with your doctor.
notice-health = The questions are about health, and some are personal. You may skip any of them and stop at any time; your care does not change.
notice-kept = We keep no name, no number and no answer. At most we count totals, with deliberate random error, so that nobody can be found in them.
notice-web = Your answers travel, sealed, in the address of this page. Whoever has this address, or uses this browser after you, can read them. On a shared device, use "Finish and clear" and close the window.
notice-telegram = Telegram keeps chats with bots on its servers, and they are not end-to-end encrypted. You can delete this chat at any time.
notice-no-advice = The result is neither medical advice nor a place in a study. Only the study team decides.
notice-else = You may answer for somebody else, if that person agrees: answer as that person would.
notice-help = Questions? { $contact }
notice-privacy = Questions about privacy: { $contact }
notice-approval = { $study }: these questions were approved by { $committee }, reference { $reference }, { $date }.
notice-begin = I have read this. Begin
notice-other = Choose another study

## Questions
answer-unsure = I'm not sure / I'd rather not say
answer-yes = Yes
answer-no = No
proposal-title = Did you mean: “{ $answer }”?
proposal-yes = Yes, I meant that
proposal-no = No, show me the answers again
why-title = Your answer helps to check this:
why-skip = You may skip it with "I'm not sure / I'd rather not say".
settled = One study already has its result.
settled-see = See the result for { $study }
interval-below =
    { $unit ->
        [years] Younger than { $high }
        [months_ago] Less than { $high } { $count ->
            [one] month
           *[other] months
        } ago
        [weeks_ago] Less than { $high } { $count ->
            [one] week
           *[other] weeks
        } ago
        [days_ago] Less than { $high } { $count ->
            [one] day
           *[other] days
        } ago
       *[other] Less than { $high }
    }
interval-up-to =
    { $unit ->
        [years] { $high } or younger
        [months_ago] { $high } { $count ->
            [one] month
           *[other] months
        } ago or less
        [weeks_ago] { $high } { $count ->
            [one] week
           *[other] weeks
        } ago or less
        [days_ago] { $high } { $count ->
            [one] day
           *[other] days
        } ago or less
       *[other] { $high } or less
    }
interval-above =
    { $unit ->
        [years] Older than { $low }
        [months_ago] More than { $low } { $count ->
            [one] month
           *[other] months
        } ago
        [weeks_ago] More than { $low } { $count ->
            [one] week
           *[other] weeks
        } ago
        [days_ago] More than { $low } { $count ->
            [one] day
           *[other] days
        } ago
       *[other] More than { $low }
    }
interval-from =
    { $unit ->
        [years] { $low } or older
        [months_ago] { $low } { $count ->
            [one] month
           *[other] months
        } ago or more
        [weeks_ago] { $low } { $count ->
            [one] week
           *[other] weeks
        } ago or more
        [days_ago] { $low } { $count ->
            [one] day
           *[other] days
        } ago or more
       *[other] { $low } or more
    }
interval-between =
    { $unit ->
        [years] { $low } to { $high }
        [months_ago] { $low } to { $high } months ago
        [weeks_ago] { $low } to { $high } weeks ago
        [days_ago] { $low } to { $high } days ago
       *[other] { $low } to { $high }
    }
interval-above-up-to =
    { $unit ->
        [years] Older than { $low }, up to { $high }
        [months_ago] More than { $low }, up to { $high } months ago
        [weeks_ago] More than { $low }, up to { $high } weeks ago
        [days_ago] More than { $low }, up to { $high } days ago
       *[other] More than { $low }, up to { $high }
    }
interval-from-below =
    { $unit ->
        [years] { $low } or older, but younger than { $high }
        [months_ago] { $low } months ago or more, but less than { $high }
        [weeks_ago] { $low } weeks ago or more, but less than { $high }
        [days_ago] { $low } days ago or more, but less than { $high }
       *[other] { $low } or more, but less than { $high }
    }
interval-above-below =
    { $unit ->
        [years] Older than { $low } and younger than { $high }
        [months_ago] More than { $low } and less than { $high } months ago
        [weeks_ago] More than { $low } and less than { $high } weeks ago
        [days_ago] More than { $low } and less than { $high } days ago
       *[other] More than { $low } and less than { $high }
    }
interval-exactly =
    { $unit ->
        [years] Exactly { $low }
        [months_ago] Exactly { $low } { $count ->
            [one] month
           *[other] months
        } ago
        [weeks_ago] Exactly { $low } { $count ->
            [one] week
           *[other] weeks
        } ago
        [days_ago] Exactly { $low } { $count ->
            [one] day
           *[other] days
        } ago
       *[other] Exactly { $low }
    }
interval-any =
    { $unit ->
        [years] I know it
        [months_ago] I have had it, some time ago
        [weeks_ago] I have had it, some time ago
        [days_ago] I have had it, some time ago
       *[other] I know the value
    }

## Review
review-title = Your answers
review-text = You can change any of them.
review-empty = You have not answered anything yet.

## Results
results-title = Your results
results-text = Each study is looked at on its own.
result-title = Your result
result-see = See the whole result
result-fits = Your answers fit what this study asks for. You may be eligible.
result-so-far = You may be eligible: your answers fit so far, and some points are open.
result-cannot-tell = Nothing you told us rules you out so far. Many points are open, so we cannot tell yet whether you may be eligible.
result-not-now =
    { $count ->
        [one] From your answers, one requirement of this study is not met at present.
       *[other] From your answers, { $count } requirements of this study are not met at present.
    }
result-count = Of the { $asked } requirements that can be asked about, your answers confirm { $met }.
result-decided = What this rests on
result-answer = You answered "{ $answer }" to "{ $question }"
result-section = A requirement in the part "{ $section }"
result-window = Here we count from today. The study team counts the time exactly, from the dates that the study uses.
result-later = This may be different at a later time.
result-stopped = We stopped here. Other points were not asked.
result-to-confirm = To confirm with the study team
result-team = Checked by the study team
result-topics = You may like to read, under "Background":
result-sites = Where it is done
site-contact = Contact: { $contact }
site-languages = Languages: { $languages }
site-hours = Hours: { $hours }
result-record = From the record at { $registry }. Version: { $as_of }. Status in that record: { $status }
result-only-team = Only the study team decides who takes part.
result-sheet = Doctor's sheet
result-change = Change the answer this rests on
result-review = Change an answer
result-others = Look at other studies
safety-treatment = Please do not start, stop or change any medicine, repeat a test or put off any care because of this result. Talk with your doctor first.
safety-emergency = If you feel suddenly or clearly worse, do not wait for a study: call your doctor or the emergency service.

## Doctor's sheet
sheet-title = For your doctor
sheet-language = This sheet in English
sheet-back = Back to the result
sheet-send = Send it to forward or print
sheet-likely =
    { $confirm ->
        [0] Automatic pre-screening: may be eligible; no point to confirm.
        [one] Automatic pre-screening: may be eligible; 1 point to confirm.
       *[other] Automatic pre-screening: may be eligible; { $confirm } points to confirm.
    }
sheet-ineligible =
    { $unmet ->
        [one] Automatic pre-screening: 1 requirement is not fulfilled at present.
       *[other] Automatic pre-screening: { $unmet } requirements are not fulfilled at present.
    }
sheet-date = Answers given on { $date }
sheet-not-met = Not fulfilled (inclusion absent or exclusion present), from the person's own answers
sheet-to-confirm = To confirm
sheet-met = Fulfilled (inclusion present or exclusion absent), from the person's own answers
sheet-open = Not asked
sheet-permits = Allowed by the record; nothing to check
sheet-team = For the study team; never asked
sheet-in-person = Personal matters: please discuss in person (no answer is printed)
sheet-source = Self-reported in an automatic chat, not checked. Numbers are those of the items in the registry record. Times are counted from the day of the answers, not from treatment or randomisation.
item-inclusion = Inclusion { $number }
item-exclusion = Exclusion { $number }
item-header = Record's header

## Script for a committee
script-fingerprint = Fingerprint of this document: { $fingerprint }. It changes with every word and every rule.
script-questions = Questions, in the order of asking; a question that can no longer decide is not asked
script-results = What a result can say
script-criteria = Criteria, with the items of the record and the rules
script-sensitive = Sensitive: a result names only the section.
script-needs = Met if:
script-excludes = Not met if:
script-only-if = Only for people of whom this is true:
script-confirm = To be confirmed by the study team if:
script-team = Never asked: the study team judges it.
script-permits = The record only allows this: never asked.

## Ways
way-help = What does this mean?
way-why = Why do you ask?
way-less = Close
way-back = Back
way-keep = Keep my answer
way-review = My answers
way-topics = Background
way-privacy = Privacy
way-menu = Menu
way-stop = Stop
way-previous = Previous page
way-next = Next page
to-choice = Choose a study
to-notice = Go on
to-question = Go on with the questions
to-result = To the result
to-results = To all results

## Menu, background, privacy, stop
menu-title = Menu
menu-review = My answers
menu-choice = Choose another study
menu-topics = Background: studies, cells, risks
menu-language = Go on in English
menu-privacy = Privacy
menu-stop = Stop
menu-new-messages = Send each question as a new message
menu-one-message = Keep everything in one message
menu-delete = Delete what is in this chat
topics-title = Background
topics-about = Short texts, each with its sources. They are information, not advice.
topic-sources = Sources
topic-others = Other topics
privacy-title = Privacy
privacy-kept = This assistant keeps no name, no account, no address and no answer. The whole conversation travels, sealed, in the buttons that you hold. When you close it, it is gone from us.
privacy-totals = If totals are published (for example, how many people stop at a question), deliberate random error is added first, so that they tell nothing about any one person.
privacy-web = The address of each page holds your answers, sealed. Your browser keeps addresses in its history, and whoever opens one can read the answers behind it. On a shared device, use "Finish and clear", close the window and clear the browser's history. We set no cookies.
privacy-telegram = Telegram keeps chats with bots on its servers, and they are not end-to-end encrypted. To delete everything there, delete this chat in Telegram.
privacy-rights = As we keep nothing about you, there is nothing of yours that we could show, correct or delete.
stopped-title = You have stopped
stopped-text = That is fine. Nothing you answered is kept, and your care does not change. If it was a slip, go on where you were.
stopped-web = To leave no trace on this screen, use "Finish and clear" and close the window.
stopped-telegram = To leave no trace, delete this chat in Telegram.
stopped-go-on = Go on where I was
outdated = The study's questions have changed, or this page is too old. Please begin again; it takes a few minutes.
