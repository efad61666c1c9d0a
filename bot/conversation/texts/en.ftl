### What people read, but for the definitions. The same names stand in es.ftl.

## Greeting and language
welcome-title = Hello. Could you be eligible for a clinical study?
welcome-what = Choose a study: a few short questions tell whether you may be eligible, and why.
welcome-of = { $condition }: choose a study. A few short questions tell whether you may be eligible, and why.
language-name = English
language-missing-title = Not in English yet
language-missing = We are sorry: these questions are not in English yet. You can go on in another language, if you read it well.
emergency-of = { $condition }: { $text }

## Choosing a study
choice-condition-title = Which illness is it about?
choice-title = { $condition }: which study?
choice-elsewhere = Other illnesses can be asked about in another language only.
choice-all =
    { $count ->
        [2] Both together
       *[other] All { $count } together
    }
choice-none = None of these
elsewhere-title = Another illness
elsewhere-text = The questions here are about: { $conditions }. There may be studies of your illness elsewhere. Your own doctor can help you look.
search-tells = The address of that search tells which illness you look for.
recruiting-open = It takes new people.
recruiting-not_yet = It does not take people yet.
recruiting-paused = It is not taking new people for the time being.
recruiting-closed = It is not taking new people.
recruiting-ended = It has ended and takes nobody any more.
recruiting-unknown = We do not know whether it takes new people now. Please ask the study team, or look at the registry.
recruiting-was-open = On { $date } it took new people.
recruiting-was-not_yet = On { $date } it did not take people yet.
recruiting-was-paused = On { $date } it took no new people for the time being.
recruiting-asked = (As of { $date }.)
recruiting-tag-unknown = Status not confirmed
recruiting-tag-ended = Ended
recruiting-tag-closed = Takes nobody now
recruiting-tag-not_yet = Not open yet
recruiting-tag-paused = Paused
recruiting-tag-open = Takes people
demonstration = Demonstration: no ethics committee has approved these questions. Please do not base any decision on them.
preview = DRAFT, for review only: its questions and texts are not finished, and no ethics committee has approved them. Please do not base any decision on them.

## Notice
notice-title =
    Before we begin: { $count ->
        [one] 1 question
       *[other] up to { $count } questions
    }
notice-operator = Run by { $operator }.
notice-demo-operator = A demonstration: nobody who runs it is named.
notice-adults = For adults only. Skip questions and stop whenever you like.
notice-kept = We keep no answers, only totals.
notice-help = Questions: { $contact }
notice-privacy = Questions about privacy: { $contact }
notice-approval = { $study }: these questions were approved by { $committee }, reference { $reference }, { $date }.
unwell = Feeling unwell?
your-data = Your data
taking-part = What taking part means
notice-rules =
    Fixed rules compare your answers about health with what { $count ->
        [one] the study asks
       *[other] each study asks
    } for. No medical advice, no enrolment.

## Questions
answer-unsure = I'm not sure / I'd rather not say
answer-yes = Yes
answer-no = No
proposal-title = Did you mean: “{ $answer }”?
proposal-yes = Yes, I meant that
proposal-no = No, show me the answers again
question-help = Help
question-else = Answer as the person you ask for would.
why-title = Your answer helps to check this:
why-skip = You may skip it with "I'm not sure / I'd rather not say".
settled = One study already has its result.
settled-see = Result: { $study }
amount =
    { $unit ->
        [days] { $value } { $count ->
            [one] day
           *[other] days
        }
        [weeks] { $value } { $count ->
            [one] week
           *[other] weeks
        }
        [months] { $value } { $count ->
            [one] month
           *[other] months
        }
       *[years] { $value } { $count ->
            [one] year
           *[other] years
        }
    }
interval-below =
    { $kind ->
        [age] Younger than { $high-bare }
        [ago] Less than { $high } ago
        [date] Before { $high }
       *[plain] Less than { $high }
    }
interval-up-to =
    { $kind ->
        [age] { $high-bare } or younger
        [ago] { $high } ago or less
        [date] On { $high } or before
       *[plain] { $high } or less
    }
interval-above =
    { $kind ->
        [age] Older than { $low-bare }
        [ago] More than { $low } ago
        [date] After { $low }
       *[plain] More than { $low }
    }
interval-from =
    { $kind ->
        [age] { $low-bare } or older
        [ago] { $low } ago or more
        [date] On { $low } or after
       *[plain] { $low } or more
    }
interval-between =
    { $kind ->
        [age] { $low-bare } to { $high-bare }
        [ago] { $low-short } to { $high } ago
       *[plain] { $low-short } to { $high }
    }
interval-above-up-to =
    { $kind ->
        [age] Older than { $low-bare }, up to { $high-bare }
        [ago] More than { $low-short }, up to { $high } ago
       *[plain] More than { $low }, up to { $high }
    }
interval-from-below =
    { $kind ->
        [age] { $low-bare } or older, but younger than { $high-bare }
        [ago] { $low } ago or more, but less than { $high-short }
       *[plain] { $low } or more, but less than { $high }
    }
interval-above-below =
    { $kind ->
        [age] Older than { $low-bare } and younger than { $high-bare }
        [ago] More than { $low-short } and less than { $high } ago
       *[plain] More than { $low } and less than { $high }
    }
interval-exactly =
    { $kind ->
        [age] Exactly { $low-bare }
        [ago] Exactly { $low } ago
        [date] On { $low }
       *[plain] Exactly { $low }
    }
interval-any =
    { $kind ->
        [age] I know it
        [ago] I have had it, some time ago
        [date] I know the day
       *[plain] I know the value
    }

## Review
review-title = Your answers
review-text = You can change any of them.
review-empty = You have not answered anything yet.

## Results
results-title = Each study
result-see = Details
status-open = the study is open
status-unknown = we do not know if the study is open
status-was-open = the study was open on { $date } (today: not known)
status-was-not_yet = the study was not open yet on { $date } (today: not known)
status-was-paused = the study was paused on { $date } (today: not known)
status-closed = This study is closed
status-not_yet = This study is not open yet
status-paused = This study is paused
status-ended = This study has ended
status-as-of = { $status } (as of { $date })
result-fits =
    { $shut ->
        [yes] { $status }, though your answers match what we could ask.
       *[no] You may be eligible: your answers match what we could ask; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, though the answers match what we could ask.
       *[no] This person may be eligible: the answers match what we could ask; { $status }.
    }
result-so-far =
    { $shut ->
        [yes] { $status }, though your answers match so far, with { $count ->
            [one] 1 requirement
           *[other] { $count } requirements
        } to confirm.
       *[no] You may be eligible, with { $count ->
            [one] 1 requirement
           *[other] { $count } requirements
        } to confirm; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, though the answers match so far, with { $count ->
            [one] 1 requirement
           *[other] { $count } requirements
        } to confirm.
       *[no] This person may be eligible, with { $count ->
            [one] 1 requirement
           *[other] { $count } requirements
        } to confirm; { $status }.
    }
result-cannot-tell =
    { $shut ->
        [yes] { $status }, and we cannot tell yet whether you may be eligible: facts are missing.
       *[no] We cannot tell yet whether you may be eligible: facts are missing; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, and we cannot tell yet whether this person may be eligible: facts are missing.
       *[no] We cannot tell yet whether this person may be eligible: facts are missing; { $status }.
    }
result-not-met =
    { $shut ->
        [yes] { $status }, and you do not meet a requirement.
       *[no] You do not meet a requirement; { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, and this person does not meet a requirement.
       *[no] This person does not meet a requirement; { $status }.
    }
result-not-met-then =
    { $shut ->
        [yes] { $status }, and you do not meet a requirement (older rules, perhaps changed since).
       *[no] You do not meet a requirement (older rules, perhaps changed since); { $status }.
    }
    .else = { $shut ->
        [yes] { $status }, and this person does not meet a requirement (older rules, perhaps changed since).
       *[no] This person does not meet a requirement (older rules, perhaps changed since); { $status }.
    }
result-without = This study is not for the situation you told us about.
    .else = This study is not for this person's situation.
result-decided = Why, and whether that is final
result-answer = You answered "{ $answer }" to "{ $question }"
result-section =
    { $count ->
        [one] A requirement in the part "{ $section }"
       *[other] { $count } requirements in the part "{ $section }"
    }
result-private = Reason: an answer of yours in { $sections }, not shown for privacy.
    .else = Reason: an answer in { $sections }, not shown for privacy.
result-window = Here we count from today. The study team counts the time exactly, from the dates that the study uses.
result-later-date = By { $date } at the latest, this time will have passed.
result-stopped = We stopped here. Other points were not asked.
result-to-confirm = To confirm with the study team
result-team = Checked by the study team
result-amended = Changed in the registry since
result-for-everyone = For everyone: pregnancy, breastfeeding, other illnesses
result-topics = You may like to read, under "Background":
result-sites = Where it is done, and whom to ask
result-asks = Requirement: “{ $label }”.
result-asks-you = The study { $then ->
        [yes] asked
       *[no] asks
    } for “{ $label }”. You: “{ $answer }”.
    .else = The study { $then ->
        [yes] asked
       *[no] asks
    } for “{ $label }”. Answer: “{ $answer }”.
result-point = “{ $label }”
result-point-private = { $count ->
        [one] a requirement
       *[other] { $count } requirements
    } in “{ $section }”
result-open = Not known yet: { $points }.
result-open-more = Not known yet: { $points } and { $more ->
        [one] another requirement
       *[other] { $more } other requirements
    }.
result-elsewhere = Where else to look
result-study = About this study and its record
result-take = Show your doctor the “{ result-sheet }”.
    .else = Let this person show the “{ result-sheet }”.
result-take-all = Show your doctor the results. “{ result-see }”: whom to ask.
result-worried = If symptoms worry you, ask your own doctor.
result-older = We used older rules of the study; ask about today's.
result-ask = You can ask: { $unit }, { $place }.{ $shut ->
        [yes] {""}
       *[no] {" "}Only that team decides.
    }
result-call = Call { $unit }: { $phone }
result-write = Write to { $unit }: { $mail }
result-no-site = We do not know where this study is done. The registry page below may tell; your own doctor can help you look.
site-contact = Contact: { $contact }
site-phone = Telephone: { $phone }
site-mail = Mail: { $mail }
site-no-contact = Whom to ask: we have no contact. Look at the registry page below, or show it to your own doctor.
site-languages = Languages: { $languages }
site-hours = Hours: { $hours }
result-record = From the record at { $registry }. Version: { $as_of }. Status in that record: { $status }
result-record-cut = We have only part of this record. Some requirements may be missing here; the study team knows them all.
record-words = The record says: “{ $words }”
result-only-team = Only the study team decides who takes part.
result-sheet = Doctor's sheet
result-review = Check my answers
result-others = Look at other studies
safety-treatment = Because of this result, do not start, stop or change medicines, or seek extra tests. Do not delay your care.
safety-emergency = If you feel suddenly or clearly worse, do not wait for a clinical study to get help: call your doctor or the emergency service.

## Doctor's sheet
sheet-title = For your doctor
sheet-language = This sheet in English
sheet-back = Back to the result
sheet-send = Send it to forward or print
sheet-fits = Automatic pre-screening: may be eligible; the answers match everything that could be asked.
sheet-so-far =
    { $confirm ->
        [one] Automatic pre-screening: may be eligible; 1 requirement to confirm.
       *[other] Automatic pre-screening: may be eligible; { $confirm } requirements to confirm.
    }
sheet-cannot-tell =
    { $confirm ->
        [one] Automatic pre-screening: it cannot be told yet; 1 requirement to confirm.
       *[other] Automatic pre-screening: it cannot be told yet; { $confirm } requirements to confirm.
    }
sheet-ineligible =
    { $unmet ->
        [one] Automatic pre-screening: 1 requirement is not fulfilled, by these answers.
       *[other] Automatic pre-screening: { $unmet } requirements are not fulfilled, by these answers.
    }
sheet-unfinished = Automatic pre-screening: not every point could be asked, so nothing can be said yet.
sheet-private = Personal requirements are not part of this verdict or of any count on this sheet, and their answers are not printed. They may rule out taking part.
sheet-date = Answers given on { $date }
sheet-answer = Answer: “{ $answer }”
sheet-unsure = not sure, or not said
sheet-not-met = Requirements that are NOT met, by these answers
sheet-present = Exclusions that ARE present, by these answers
sheet-to-confirm = To confirm
sheet-open = Not asked
sheet-met = Requirements that are met, by these answers
sheet-absent = Exclusions that are NOT present, by these answers
sheet-in-part = { $items } (asked in part)
sheet-in-person = Personal requirements: please discuss in person (all of them are listed, whatever was answered)
sheet-team = For the study team; never asked
sheet-permits = Allowed by the record; nothing to check
sheet-blank-day = Date: __________
sheet-blank-value = Value, unit: __________ Date: __________
sheet-bring = Please bring to the study team: the reports and results named above, with their dates; a list of medicines with doses and starting dates; discharge letters.
sheet-source = Told in an automatic chat by the person, or by somebody for them; not checked. Numbers are those of the items in the registry record. Times are counted from the day of the answers, not from treatment or randomisation.
item-inclusion = Inclusion { $number }
item-exclusion = Exclusion { $number }
item-header = Record's header

## Ways
way-help = What does this mean?
way-why = Why do you ask?
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
menu-new-messages-off = Keep everything in one message
menu-larger-type = Larger type
menu-larger-type-off = Usual type
menu-delete = Delete what is in this chat
topics-title = Background
topics-about = Short texts, each with its sources. They are information, not advice.
topic-sources = Sources
topic-others = Other topics
privacy-title = Privacy
privacy-kept = We keep no answers, no name and no account. The whole conversation travels, sealed, in the buttons that you hold.
privacy-totals = If totals are counted (how many people begin, where they stop, which requirement is not met, how many may be eligible), a random change is added before anybody sees them, so that they tell nothing about any one person.
privacy-rights = As we keep neither your answers nor your name, there is no answer of yours that we could show, correct or delete.
stopped-title = You have stopped the questions
stopped-text = That is fine. We do not keep your answers, and your care does not change. If it was a slip, go on where you were.
stopped-go-on = Go on where I was
outdated = The study's questions have changed, or this page is too old. Please begin again; it takes a few minutes.
withheld = These questions are not open just now: their words have changed, and the ethics committee has to look at them first. Nothing you told us was kept. If you have a question about this study, ask its team or your own doctor.

## Exports for other programs
export-record = Record number
export-unit = Unit: { $question }
export-other = In place of a value: { $question }
export-time = { $unit ->
    [years] years
    [years-ago] years ago
    [months-ago] months ago
    [weeks-ago] weeks ago
   *[days-ago] days ago
}
