# The web page's own words. Those of the conversation stand in bot/conversation/texts.

web-name = Study assistant
# The title of each kind of page in the browser: it tells where one is, never what about.
web-title = { $page } · { web-name }
web-page-welcome = Start
web-page-choice = Studies
web-page-menu = Menu
web-page-topics = Background
web-page-topic = Background
web-page-review = Your answers
web-page-result = Result
web-page-sheet = Doctor's sheet
web-page-privacy = Privacy
web-page-stopped = Stopped
web-page-notice = Before we begin
web-page-question = Question
web-page-elsewhere = Another illness
web-page-said = Notice
web-finish = Finish and clear
web-change = Change
# Read out after the word above, so that each such button can be told from the others.
web-change-what = the answer to: { $asked }
web-earlier = Your answers so far
web-folded = Your answers about personal matters
web-you = You:
web-marked = your answer now
web-left = { $count ->
    [one] The last one
   *[other] Up to { $count } left
}
web-more = Other steps
# Below a page whose address holds a conversation; below its first page; below one that belongs to none.
web-footer-held = No cookies, and no answers kept here. The address of this page holds what you chose and answered, in sealed form, and opens until { $hours } hours after you began: anybody who has it can open the page. On a shared device, choose “{ web-finish }” when you are done.
web-footer-first = No cookies, and nothing kept here. From your first press on, the address of each page holds what you choose and answer, in sealed form.
web-footer-said = No cookies, and nothing kept here. The address of this page holds nothing about you.
web-print = To print this page, use your browser's print function: it fits on one sheet of paper.
web-start = Start again

web-share = Share this study
web-square = Square code (QR) with the study's link
web-reach = Accessibility
web-poster-title = { $condition }: could you be eligible for a study?
web-poster-how = A few short questions, without your name, tell whether you may be eligible, and why. Open this address, or point your camera at the code:
web-poster-voluntary = Taking part is voluntary. Take your time and talk with your doctor. Do not change any treatment for a study.
web-poster-picture = Square code (QR) with the address
web-poster-foot = { $study } · Committee: { $committee } · Reference: { $reference } · Fingerprint of the wording: { $fingerprint }
web-accessibility-title = Accessibility
web-accessibility-1 = These pages are meant for everybody. They were made by the standard EN 301 549 and WCAG 2.2, level AA. In Spain, Royal Decree 1112/2018 asks the same of public bodies.
web-accessibility-2 = They work without any program in the page, by keyboard and screen reader, with text twice as large, at 400 % zoom, and in your own colours. Each change is tested by programs in a browser; people with disabilities have not tested them yet.
web-accessibility-3 = For larger type on every page, open “Menu” and press “Larger type”; below, you can begin with it. The zoom and the text size of your browser or phone work, too: the text adapts and nothing is cut.
web-accessibility-4 = What we know is missing: some words of the registry and some links lead to pages of others, which we do not control; some linked documents are in English only.
web-accessibility-5 = If you meet a barrier, please tell whoever runs this assistant; their contact stands in the notice before the first question. This statement is from November 2026 and rests on our own evaluation.

web-bye-title = Finished. Thank you.
web-bye-1 = Nothing was kept here: no name, no answer, no cookie.
web-bye-2 = Your browser may still remember the addresses of the pages you saw. If others use this device, please delete today's history in the browser's settings, and then close this tab.
web-bye-3 = On a phone you will find the history in the browser's menu, usually behind three dots, three lines or a small book.

web-trouble-400-title = This page cannot be opened
web-trouble-400-1 = Its address is incomplete or was changed on the way. That happens when a link is copied only in part. Nothing is lost but a few taps: you can start again.
web-trouble-404-title = There is nothing at this address
web-trouble-404-1 = The link may have a typing error, or the study may no longer be listed here. You can see all studies from the start.
web-trouble-405-title = This page does not work that way
web-trouble-405-1 = Please go to the start and use the buttons there.
web-cleared-title = Finished and cleared. Thank you.
web-cleared-1 = The addresses of this conversation no longer open here. No name, no answer and no cookie was kept.
web-cleared-2 = What remains: your browser may still remember those addresses. They could open again if this program is restarted, or on another machine that serves this chat, until { $hours } hours after you began. If others use this device, please delete today's history in the browser's settings, and then close this tab.
web-cleared-3 = { web-bye-3 }

web-trouble-408-title = That took too long
web-trouble-408-1 = Your connection may be slow just now. Please go back and try again, or start again.
web-trouble-410-title = This page is closed
web-trouble-410-1 = It was cleared with “{ web-finish }”, or more than { $hours } hours have passed since it was begun. Pages close so that nobody else can read them. Nothing about you was kept; you can start again.
web-trouble-413-title = That was too much at once
web-trouble-413-1 = This page takes only the taps on its own buttons. You can start again.
web-trouble-414-title = This address is too long
web-trouble-414-1 = Something was added to it on the way. You can start again.
web-trouble-415-title = This page takes only its own buttons
web-trouble-415-1 = What was sent has a form that we cannot read. You can start again.
web-trouble-431-title = Your browser sent too much along
web-trouble-431-1 = This page takes only small requests. Another browser or a private window may help.
web-trouble-500-title = Something went wrong on our side
web-trouble-500-1 = We are sorry. It is not your fault, and nothing about you was kept. Please go back and try again, or start again.

## What this face keeps of a conversation, and where
notice-begin = I agree to this use of my health answers. Begin
notice-begin-other = I answer for somebody else, who agrees
notice-face = Whoever opens this page's address can see yours.
privacy-face = The address of each page holds your answers, sealed. Your browser keeps addresses in its history, and whoever opens one can read the answers behind it. On a shared device, use "Finish and clear", close the window and clear the browser's history. We set no cookies. When you finish, this program remembers a scrambled mark of the conversation in its memory, to keep its addresses closed until they expire. So that nobody can flood the totals, this program counts in its memory how many conversations come from one network address, scrambled, for a few weeks at most. It writes that down nowhere.
stopped-face = They stay, sealed, in this page's address for the hours told below. To leave no trace on this screen, use "Finish and clear" and close the window.
