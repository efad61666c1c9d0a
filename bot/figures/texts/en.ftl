### What coordinators read. The same names are in es.ftl.

## Names of what is counted
funnel-notice = The notice before the first question
funnel-started = Started
funnel-completed = Came to a result
funnel-may-fit = May fit
funnel-completed-share = Came to a result, of starts
funnel-may-fit-share = May fit, of starts
funnel-verdict-likely = May fit, nothing to confirm
funnel-verdict-likely_few = May fit, 1 or 2 points to confirm
funnel-verdict-likely_open = May fit, 3 or more points to confirm
funnel-likely-all = May fit
funnel-incidence = Incidence
funnel-went-on = went on
funnel-screened-here = a requirement is not met
funnel-left-here = left here
funnel-whisker = error bar; alone: too few to tell
funnel-channel-none = No channel, or another one

## Figures
funnel-too-few-to-tell = too few to tell
funnel-at-least = at least { $figure }
funnel-between = { $low } to { $high }
funnel-at-most = at most { $high }
funnel-of-starts = { $figure } of starts
funnel-course-up = rising
funnel-course-down = falling
funnel-next-short = Next release
funnel-every = { $weeks ->
    [one] then every week
   *[other] then every { $weeks } weeks
}

## What coordinators ask first
funnel-ask-trend = Is it getting better?
funnel-ask-most-screened = Where do we lose most?
funnel-ask-most-leave = Where do people leave?
funnel-ask-trust = Can I trust these numbers?
funnel-trend-up = Yes. { $moved } This is clear over { $count } releases.
funnel-trend-down = No, it is getting worse. { $moved } This is clear over { $count } releases.
funnel-trend-mixed = In part. { $moved } This is clear over { $count } releases.
funnel-trend-none = No clear change. Over { $count } releases, nothing moves by more than noise and chance.
funnel-trend-too-short = Too early to tell: choose { $fewest } releases or more.
funnel-trend-started-up = More people start.
funnel-trend-started-down = Fewer people start.
funnel-trend-completed-up = A larger share comes to a result.
funnel-trend-completed-down = A smaller share comes to a result.
funnel-trend-may-fit-up = A larger share may fit.
funnel-trend-may-fit-down = A smaller share may fit.
funnel-fact-most-screened = “{ $what }” screens out most: { $count } people, { $figure } of those who came so far.
funnel-fact-most-screened-count = “{ $what }” screens out most: { $count } people.
funnel-fact-most-screened-two = “{ $what }” or “{ $other }” screens out most; which of the two cannot be told.
funnel-fact-most-screened-none = Which requirement screens out most cannot be told yet.
funnel-fact-most-leave = Most leave at “{ $what }”: { $count } people, { $figure } of those who came this far.
funnel-fact-most-leave-count = Most leave at “{ $what }”: { $count } people.
funnel-fact-most-leave-two = Most leave at “{ $what }” or at “{ $other }”; which of the two cannot be told.
funnel-fact-most-leave-none = Where most leave cannot be told yet.
funnel-trust = Yes: at least 95 of 100 such ranges hold the true number. The error is made on purpose, to protect people.
funnel-trust-demonstration = No: these people are invented. With real ones, at least 95 of 100 such ranges hold the true number.
funnel-too-few = { $count ->
    [one] Too few people to read anything: after the deliberate random error, this release shows fewer than 20 starts. Please look again when there are more releases to read together.
   *[other] Too few people to read anything: after the deliberate random error, these { $count } releases together show fewer than 20 starts.
}
funnel-too-few-short = Too few people to read anything.
funnel-empty = Nothing has been released yet. The first figures come on { $day }.
funnel-empty-what = Then you will see here how many people start, at which question they leave, which requirement screens out how many, and how many may fit the study, each with its error bar. Until then, nobody can see anything, and that is on purpose: it protects those who ask first.
funnel-no-span = No release yet

## Tables
funnel-table-verdicts = Who starts and who may fit
funnel-table-screened = Which requirement screens out
funnel-table-left = Where people leave
funnel-table-way = The way through the study
funnel-table-comparison = Compared with { $span }
funnel-table-channels = Recruitment channels
funnel-table-releases = Each release by itself
funnel-subject-result = Result
funnel-subject-criterion = Requirement
funnel-subject-question = Place
funnel-subject-channel = Channel
funnel-subject-release = From
funnel-subject-measure = Measure
funnel-column-count = Sessions
funnel-column-of-starts = Of those who started
funnel-column-rank = Rank
funnel-column-screened = Screened out
funnel-column-reached = Came this far
funnel-column-of-reached = Of those who came this far
funnel-column-left = Left here
funnel-column-of-before = Of the step before
funnel-column-earlier = Earlier span
funnel-column-later = This span
funnel-column-difference = Difference, in points
funnel-column-started = Started
funnel-column-completed = Came to a result
funnel-column-may-fit = May fit
funnel-column-noted = Noted
funnel-measure-left = Left at: { $what }
funnel-measure-screened = Screened out by: { $what }
funnel-no-difference = No difference can be told
funnel-comparison-quiet = { $count ->
    [one] No difference can be told: one line
   *[other] No difference can be told: { $count } lines
}
funnel-later = { $count ->
    [one] One more line
   *[other] { $count } more lines
}
funnel-quiet = { $count ->
    [one] Too few to tell: one line
   *[other] Too few to tell: { $count } lines
}
funnel-incidence-note = Incidence: may fit ÷ (may fit + screened out). “May fit” is what people said, not enrolment.
funnel-rank-note = The biggest loss first. Where ranks overlap, the order cannot be told.
funnel-left-note = Only places that stand clear of the noise are listed. Where ranks overlap, the order cannot be told.
funnel-reached-note = “Came this far”: got to this place in the order. People who open a study's link and go no further are not counted.
funnel-lower-bound-note = “At least”: not everybody who comes this far is asked, and how many are asked is not counted. So the share of those who are asked is this or more.
funnel-comparison-note = A difference is shown only if it is more than noise and chance, for all lines together: of twenty such tables about equal spans, about one shows any difference.
funnel-channels-few = Too few people to tell channels apart: { $starts } starts; 200 are needed. Please choose a longer span.
funnel-channels-starts = Together { $here }; “Started” says { $there }. The two differ because each was counted with a random error of its own.
funnel-channels-noise = Counting channels lets a release tell a little more of each session (ε = { $epsilon } more for each release).

## How the figures were made
funnel-span = { $count ->
    [one] { $first } to { $last }, one release
   *[other] { $first } to { $last }, { $count } releases
}
funnel-next = The next release comes on { $day }, shortly after 03:00 UTC, whatever was counted; then every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
}.
funnel-noise = To every count, zeros too, a random number was added on purpose, once, when it was released; it is { $far } or less in 99 of 100 counts. Looking again changes nothing. Only counts with it are kept. Chance in who came is not in “±”.
funnel-epsilon = Somebody who knew all other people's answers could guess one person's “yes” or “no” right in about { $one } of 100 cases at most, instead of 50 (ε = { $epsilon } for each study and release). A person's session counts for two studies at most; then it is { $all } of 100 (ε = { $bound } in all).
funnel-unit = What is protected is one session: one way from the notice on. Somebody who comes twice is two sessions.
funnel-demonstration = Demonstration: these people are invented. A simulated population played through the real chat.
funnel-demonstration-short = Demonstration
funnel-demonstration-picture = Demonstration, invented people
funnel-demonstration-note = New help text

## The pages
funnel-page-title = Study figures
funnel-page-studies = Studies
funnel-page-open = See all figures
funnel-page-leave = Sign out
funnel-page-back = All studies
funnel-page-back-study = Figures of the study
funnel-page-look = See the question
funnel-page-recent = Span
funnel-page-last = Last release
funnel-page-last3 = Last 3
funnel-page-all = All
funnel-page-before = Compare with before
funnel-page-before-not = Do not compare
funnel-page-span = Choose other days
funnel-page-from = From
funnel-page-to = To
funnel-page-than-first = Compare with: from
funnel-page-than-last = Compare with: to
funnel-page-nothing = not compared
funnel-page-any = any
funnel-page-definition = Definition
funnel-page-show = Show
funnel-page-files = Take with you
funnel-page-csv = Tables (CSV, in one zip)
funnel-page-json = Data (JSON)
funnel-page-schema = Its schema
funnel-page-png = Picture of the way (PNG)
funnel-page-poster = Picture for a report (PNG)
funnel-page-one-csv = Or one table (CSV):
funnel-page-picture = The way through the study
funnel-page-trend = Release by release
funnel-page-made = How these figures were made
funnel-page-noted = Notes on the calendar
funnel-page-noted-what = For instance “poster put up”. No names, please: everybody who signs in reads it.
funnel-page-noted-week = Week from Monday
funnel-page-noted-text = Note, up to 80 letters
funnel-page-noted-add = Write it down
funnel-page-noted-remove = Remove
funnel-page-people = Who sees these pages
funnel-page-invite = Invite a colleague
funnel-page-revoke = Sign everybody out
funnel-page-wording = The question, as people read it
funnel-page-help = Its help
funnel-page-answers = The answers
funnel-page-rules = Requirements that rest on it
funnel-page-items = Record:
funnel-page-rule = Rule:
funnel-page-confirm = To confirm if:
funnel-page-no-span = There is no release in this span, or the earlier span does not end before it begins.
funnel-page-footer = Only totals with deliberate random error are kept. This page sets one cookie, which keeps you signed in for 12 hours at most, or until half an hour passes without a page.
funnel-noted-refused-title = This note was not kept
funnel-noted-refused-what = A note has 1 to 80 letters, and no e-mail address, web address or telephone number.
funnel-invited-title = A link for your colleague
funnel-invited-what = It is good once, for 72 hours. Give it to one person, on a safe way. It is shown only now.
funnel-revoke-title = Sign everybody out?
funnel-revoke-what = All who are signed in, you too, and all links that are open, end at once. Whoever runs this assistant makes new links with: python -m bot coordinator-link
funnel-revoke-button = Sign everybody out
funnel-revoked-title = Everybody is signed out
funnel-revoked-what = No link and no session is open any more. Whoever runs this assistant makes new links with: python -m bot coordinator-link
funnel-enter-title = Sign in
funnel-enter-what = This link is good once. Press the button to sign in on this device, for 12 hours at most. After half an hour without a page you are signed out.
funnel-enter-button = Sign in
funnel-door-title = For study coordinators
funnel-door-what = To see the figures, open a sign-in link. Whoever runs this assistant makes one with: python -m bot coordinator-link
funnel-https-title = Please use https
funnel-https-what = This page was opened without https, and then the browser cannot stay signed in. Please open the link with https:// in front. It has not been used up.
funnel-gone-title = Signed out
funnel-gone-what = You are signed out here and wherever else this session was open.
funnel-trouble-400-title = This does not work that way
funnel-trouble-400-what = Something was added or lost on the way. Please go back and try again.
funnel-trouble-403-title = This link does not open
funnel-trouble-403-what = It was used already, has expired, or is incomplete. Please ask for a new one.
funnel-trouble-404-title = There is nothing at this address
funnel-trouble-404-what = Please start from the list of studies.
funnel-trouble-503-title = The figures cannot be read just now
funnel-trouble-503-what = The database does not answer. The chat goes on and nothing that was released is lost. Please try again in a few minutes.

## In a chat
funnel-chat-link =
    All tables and files, on the pages: { $link }
    The link is good once and for five minutes.
funnel-chat-news = New figures of the studies have been released. Send /funnel to see them.
