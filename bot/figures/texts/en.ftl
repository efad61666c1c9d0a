### What coordinators read. The same names are in es.ftl.

## Names of what is counted
funnel-notice = The notice before the first question
funnel-starts = Started
funnel-verdict-likely = May fit, nothing to confirm
funnel-verdict-likely_few = May fit, 1 or 2 points to confirm
funnel-verdict-likely_open = May fit, 3 or more points to confirm
funnel-likely-all = May fit, all together
funnel-incidence = Incidence
funnel-went-on = went on
funnel-screened-here = a requirement is not met
funnel-left-here = left here
funnel-whisker = error bar from the noise
funnel-channel-none = No channel, or another one

## Sentences on top
funnel-fact-most_screened = “{ $what }” screens out more people than any other requirement: { $figure } of those who come to it.
funnel-fact-most_leave = More people leave at “{ $what }” than anywhere else: { $figure } of those who reach it.
funnel-fact-incidence = Of those who come to a result, { $figure } may fit the study.
funnel-fact-completed = Of those who start, { $figure } come to a result.
funnel-no-fact = No sentence stands clear of the noise yet. A longer span shows more.
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
funnel-column-result = Result
funnel-column-count = Sessions
funnel-column-of-starts = Of those who started
funnel-column-rank = Rank
funnel-column-criterion = Requirement
funnel-column-screened = Screened out
funnel-column-asked = Came to it
funnel-column-of-asked = Of those who came to it
funnel-column-place = Place
funnel-column-left = Left here
funnel-column-of-reached = Of those who reached it
funnel-column-reached = Reached
funnel-column-of-before = Of the step before
funnel-column-measure = Measure
funnel-column-earlier = Earlier span
funnel-column-later = This span
funnel-column-difference = Difference, in points
funnel-column-channel = Channel
funnel-measure-left = Left at: { $what }
funnel-measure-screened = Screened out by: { $what }
funnel-no-difference = No difference can be told
funnel-incidence-note = Incidence: may fit ÷ (may fit + screened out). “May fit” is what people said, not enrolment.
funnel-rank-note = The biggest loss first. Where ranks overlap, the order cannot be told; without a rank, a loss cannot be told from none.
funnel-left-note = Only places that stand clear of the noise are listed; where ranks overlap, the order cannot be told.
funnel-reached-note = Reached: got as far as this place in the order. After ± stands the error bar from the deliberate noise; it covers at least 95 of 100 such figures. Chance in who came is not in it. People who open a study's link and go no further are not counted.
funnel-lower-bound-note = * Not everybody who comes this far is asked, so at least this share of those who are asked leaves.
funnel-comparison-note = A difference is shown only if its interval, for the noise and for chance, does not cover “none”. The intervals are wide enough for all lines together: of twenty such tables about equal spans, about one shows any difference.
funnel-channels-few = Too few people to tell channels apart: { $starts } starts; 200 are needed. Please choose a longer span.
funnel-channels-noise = The channels have noise of their own: ε = { $epsilon } more for each release.

## How the figures were made
funnel-span = { $count ->
    [one] { $first } to { $last }, one release
   *[other] { $first } to { $last }, { $count } releases
}
funnel-next = The next release comes on { $day }, shortly after 03:00 UTC, whatever was counted; then every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
}.
funnel-noise = To every count, zeros too, a random number was added on purpose, once, when it was released. Looking again changes nothing. Only counts with noise are kept.
funnel-epsilon = ε = { $epsilon } for each study and release. A session is counted for at most two studies, so for one session the bound is { $bound } in all.
funnel-unit = What is protected is one session: one way from the notice on. Somebody who comes twice is two sessions.
funnel-demonstration = Demonstration: these people are invented. A simulated population played through the real chat.
funnel-demonstration-short = Demonstration, invented people

## The pages
funnel-page-title = Study figures
funnel-page-studies = Studies
funnel-page-open = See the figures
funnel-page-leave = Sign out
funnel-page-back = All studies
funnel-page-span = Choose a span
funnel-page-first = From
funnel-page-last = To
funnel-page-compare = Compare with an earlier span
funnel-page-than-first = Earlier span from
funnel-page-than-last = Earlier span to
funnel-page-nothing = not compared
funnel-page-definition = Definition
funnel-page-show = Show
funnel-page-files = Take with you
funnel-page-csv = Table (CSV)
funnel-page-json = Data (JSON)
funnel-page-png = Picture (PNG)
funnel-page-picture = Picture
funnel-page-made = How these figures were made
funnel-page-no-span = There is no release in this span, or the earlier span does not end before it begins.
funnel-page-footer = Only totals with deliberate random error are kept. This page sets one cookie, which keeps you signed in for 12 hours.
funnel-enter-title = Sign in
funnel-enter-what = This link is good once. Press the button to sign in on this device for 12 hours.
funnel-enter-button = Sign in
funnel-door-title = For study coordinators
funnel-door-what = To see the figures, open a sign-in link. Whoever runs this assistant makes one with: python -m bot coordinator-link
funnel-https-title = Please use https
funnel-https-what = This page was opened without https, and then the browser cannot stay signed in. Please open the link with https:// in front. It has not been used up.
funnel-gone-title = Signed out
funnel-gone-what = This device no longer shows the figures.
funnel-trouble-400-title = This does not work that way
funnel-trouble-400-what = Something was added or lost on the way. Please go back and try again.
funnel-trouble-403-title = This link does not open
funnel-trouble-403-what = It was used already, has expired, or is incomplete. Please ask for a new one.
funnel-trouble-404-title = There is nothing at this address
funnel-trouble-404-what = Please start from the list of studies.
funnel-trouble-429-title = Too many attempts
funnel-trouble-429-what = Please wait a minute, and then open the link again. It has not been used up.
funnel-trouble-503-title = The figures cannot be read just now
funnel-trouble-503-what = The database does not answer. The chat goes on and nothing that was released is lost. Please try again in a few minutes.

## In a chat
funnel-chat-link =
    All tables and files, on the pages: { $link }
    The link is good once and for five minutes.
funnel-chat-news = New figures of the studies have been released. Send /funnel to see them.
