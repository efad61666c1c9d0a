### The committee's document: its own words. What participants read stands elsewhere and is quoted.

quoted = “{ $text }”
none = none
not-told = not stated in the files of this study
footer = { $study } · version { $version } · { $date } · fingerprint { $fingerprint }
page = page
title = Script of an eligibility assistant, for an ethics committee
only-web = Web
only-telegram = Telegram

## Cover
chapter-cover = What this document is about
cover-study = Study
cover-published = Registry and number
cover-record = Version of the record
cover-record-status = Status in that record
cover-record-cut = The copy of the record is cut; some requirements may be missing.
cover-amended = Amended record
cover-sponsor = Sponsor
cover-sites = Sites
cover-contact = Whom participants can call or write to
cover-recruiting = Recruiting, as people are told now
cover-approval = Ethics committee
cover-approved = Approved by { $committee }, reference { $reference }, on { $date }, with the fingerprint { $fingerprint }. The wording of this document has the same fingerprint.
cover-moved = Approved by { $committee }, reference { $reference }, on { $date }, with the fingerprint { $fingerprint }. The wording has changed since; the study is not served until the new wording is approved.
cover-not-approved = Not approved. While it is not, every start, notice and result says that it is a demonstration.
cover-version = Version and date of this document
cover-fingerprint = Fingerprint of the wording (all languages)
cover-own-fingerprint = Fingerprint of the program's own sentences
cover-languages = Languages
cover-length = Number of questions
cover-length-told = { $longest } at most, { $mean } on average (by the author's estimate of how often each answer is given)
cover-operator = Who runs the assistant
cover-help = A person to ask
cover-privacy = For questions about privacy
cover-how = The fingerprint in the footer of every page is worked out from every text that this study's participants can read, in all languages, and from every rule. If one word or rule changes, so does the fingerprint, and the study is not served until it is approved again. What may change without this stands in the chapter “{ $chapter }”.

## Purpose
chapter-purpose = Purpose, and what the assistant is not
purpose-what = The assistant is a chat. It asks a person short questions, one at a time, and says whether the person may fit the published requirements of one clinical study, and why. It is used before a person contacts a study.
purpose-intended = Intended purpose: an administrative pre-check of published requirements before a person contacts a study team. It does not diagnose, treat, monitor, predict or advise, and it gives no information about the person's health. Only the study team decides who takes part.
purpose-research = The study is research. It is not known whether what is tested helps; people are told so in these words:
purpose-machine = What the machine does: it compares the answers with rules that people wrote in a file and that are all printed here. There is no learning, no statistics about people and no text made up by a machine. The same answers always give the same result, in whatever order they are given. Before the assistant serves a study, it walks through every situation that an interview can reach ({ $states } for this study) and checks that there is a next question or a result.
purpose-unsure = “I'm not sure” is an answer to every question. It never counts as yes or as no: such points are listed as “to confirm with the study team”.
purpose-voluntary = Using the assistant is voluntary. Every question can be skipped, and a person can stop at any moment; it makes no difference to their care. No button says or suggests that a person should start, stop or change a medicine, repeat a test or put off care, and each result says that nobody should.
purpose-kept = What is kept: nothing that tells who a person is, and no answer. The conversation stands, sealed, in the buttons that the person holds. Only totals are counted, with deliberate random error. On the web, the address of a page holds the sealed answers, and the browser may remember it; people are told so, and how to clear it. Telegram keeps chats with bots on its servers, without end-to-end encryption; people are told so before the first question.
purpose-leaving = Leaving half-way: nothing happens. No reminder is sent, since nobody is known. Whoever keeps the page or message can go on for { $web } hours on the web and { $telegram } days on Telegram; after that, the questions begin again.
purpose-out = Who does not fit reads which published requirement is not met at present and on which answer this rests (of a private question only the part that it belongs to), what time may change, that the other points were not asked, and that care should not wait. Nobody reads “ineligible”. There is a way to change an answer, to other studies and to background texts.
purpose-burden = Burden: no visit, no test, no sample and no payment. Whoever fits reads about { $words } words, { $minutes } minutes at a calm 150 words a minute, and presses about { $taps } buttons. What the study itself asks of people (visits, tests, treatment) is no part of this document but of the study's own; what the assistant says of it is quoted in the chapter “{ $chapter }”.

## Reach
chapter-reach = How people reach the assistant
reach-link = By a link to this study: the address of the assistant followed by /s/{ $study }. Nobody is written to, and no list of patients is used.
reach-poster = By a poster or leaflet with that link or its square code. A poster carries the fingerprint of this wording; without a matching approval it is marked as a demonstration.
reach-telegram = By a link to the same chat on Telegram, where the assistant is offered there. It writes to nobody who has not written first.
reach-channel = A link may name where it was published (for example, a waiting room), so that totals can be counted for each place. It names no person.
reach-sites = Sites where people are sent: the contact below is shown with each result that is not a result of somebody without the illness.

## Screens
chapter-screens = Everything that participants read
screens-how = All sentences are printed as people read them, in the order of asking. A sentence that only one face shows is marked “{ $web }” or “{ $telegram }”. Sentences that several cards share stand where they are read first. A program has walked through every card of both faces that the study's link leads to, and has listed every text on it: nothing is missing here, and nothing else is claimed.
screens-welcome = The greeting
screens-choice = Choosing a study
screens-notice = Before the first question
screens-questions = The questions
screens-result = The result
screens-result-first = A whole result, of somebody whose answers fit
screens-result-rest = Every other sentence that a result can have
screens-sheet = The doctor's sheet
screens-topics = Background texts
screens-topic = Each background text
screens-review = The list of one's answers
screens-menu = The menu
screens-privacy = About privacy
screens-stopped = After stopping
screens-leaving = Leaving for something else
screens-elsewhere = An illness that is not here
screens-other = Another card
screens-rest = What else is read on such cards
question-section = Part: { $section }
question-private = Private: a result names only the part, never the question or the answer.
question-help = On request, “{ $way }”:
question-more = Read beside this question:
question-implausible = If a number is typed that is hardly meant (Telegram):
question-answer = Answer
question-effect = What this answer does
question-serves = Requirement that it serves
question-for = It serves the requirement “{ $label }” ({ $items }).
question-item = Item of the record
question-words = The record's own words

## Rules
chapter-rules = The requirements, and the rules in words
rules-how = A requirement is met, not met, or to confirm. Questions are named by their numbers in the chapter before; “I'm not sure” makes a requirement “to confirm”, never “not met”.
rules-requirement = Requirement
rules-rule = Rule in words
rules-met = Met if { $rule }.
rules-confirm = To confirm if { $rule }.
rules-team = Never asked: the study team judges it.
rules-permits = The record only allows this: nothing is asked.
rules-weaker = Asks less than the item says; the rest is left to the study team.
rules-window = Counts a time from the day of the answers; people are told that the team counts exactly.
rules-private = Private.
rule-answer = the answer to question { $number } is { $answers }
rule-and = and
rule-or = or
rule-at-least = at least { $count } of these hold: { $parts }
effect-fails = Not met: { $labels }.
effect-confirms = To confirm: { $labels }.
effect-depends = Decides together with other answers: { $labels }.
effect-ends = The questions end here.
effect-skips = Not asked any more: { $numbers }.
effect-goes-on = Goes on.

## Flow
chapter-flow = The way through the questions
flow-how = From top to bottom, in the order of asking. An answer on the right ends the questions, because a requirement is then surely not met. A question that can no longer decide anything is left out.
flow-ends = ends the questions: { $answers }
flow-begin = Notice read
flow-result = Result
flow-in-words = The questions in order, with the answers that end the questions: { $text }
flow-length = Number of questions: { $longest } at most; { $mean } on average, by the author's estimate of how often each answer is given.

## Cases
chapter-cases = Test people, and what the rules decide about them
cases-how = Invented people with their answers. Each time the files are checked, the program decides about every one of them, as the chat would, and compares.
cases-person = Person
cases-expected = Expected
cases-found = Decided
cases-checked = Checked by
cases-same = the same
cases-likely = may be eligible, nothing to confirm
cases-confirm = may be eligible; to confirm: requirement { $labels }
cases-not = not met: requirement { $labels }
cases-open = not decided
cases-nobody = nobody is named
cases-count = { $count } people, { $checked } of them checked by a named person.
cases-unfilled = still to be said by a physician
coverage-what = What the test people show of the rules
coverage-shown = Shown
coverage-of = { $shown } of { $every }
coverage-rule = Each rule fails somebody, and is met by somebody
coverage-limit = Just below each limit, on it, and just above
coverage-confirm = What leaves a requirement to confirm, with yes and with no
coverage-only-if = What a requirement applies to, with yes and with no
coverage-slip = Small slips of a hand in a rule (another limit, another answer, a lost “not”) that a test person would show
coverage-open = { $count ->
    [0] Nothing is left open.
    [one] 1 point is left open; `check` names it.
   *[other] { $count } points are left open; `check` names them.
}

## Readability
chapter-reading = How easy the texts are to read
reading-how = Measured by { $formula } ({ $source }). From { $plain } on, a text counts as plain; the higher, the easier.
reading-none = There is no established formula for this language here; a native speaker has to read the texts.
reading-what = Texts
reading-words = Words
reading-length = Words a sentence
reading-score = Score
reading-questions = Questions and answers
reading-help = Help texts
reading-notice = Notice
reading-result = Results
reading-topics = Background
reading-all = All together

## Without approval
chapter-outside = What may change without a new approval
outside-how = Only what follows stands outside the fingerprint. All of it has a fixed form, so that no sentence can be added.
outside-recruiting = Whether the study takes people (open, paused, closed, ended, unknown), and the day on which that was last asked. The sentences for each are fixed and stand in this document.
outside-contact = Of each site: the telephone number, the mail address, and the hours in the form “mo-fr 09:00-14:00”.
outside-operator = Who runs the assistant, and whom to ask; these are settings of the program: { $operator }.
outside-own = The program's own sentences (buttons, notice, the frame of a result) have a fingerprint of their own. If an upgrade of the program changes it, the next script, compared with this one, shows each changed sentence.
outside-approval = The line about the approval itself, which is written after it was given.

## Other sentences
chapter-other = Other sentences of the program
other-headlines = How a result begins in each recruiting status
other-headlines-how = Whether the study takes people may change without a new approval. These are all the sentences that a result can begin with; a number stands for any number, … for a day.
other-rest = Sentences that no card of this study's own way shows
other-how = Sentences that the program has and that no card of this study's own way shows: on the first page of several studies, in answer to typed words, for links that do not open, and the like. […] stands for what is filled in; a stroke divides the forms of a sentence.
other-text = On both faces
other-web = On the web
other-telegram = On Telegram

## Changes
chapter-changes = What has changed
changes-since = Compared with version { $version } of { $date } (fingerprint { $fingerprint }). New words are underlined, words that are gone are struck out. A clean copy stands beside this one.
changes-none = No word has changed.
changes-name = Text
changes-words = Change
changes-wording = The study's texts and rules
changes-own = The program's own sentences
