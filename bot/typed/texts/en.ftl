### The words that people use. Members of a list stand between bars; accents, capitals and hyphens do not matter.
### Every list must be safe wherever it stands: a word that can change what is meant belongs into none but its own.

## Answers of every question
words-yes = yes | ya | yea | yeah | yep | yup | yes i do | yes i have | yes i am | yes i did | i do | i have | i am | i did | of course | sure | certainly | correct | true | right | that is right | thats right | exactly | yess | yesss | 👍 | ✅ | ✔ | ☑
words-no = no | n | nope | nah | no i dont | no i do not | no i havent | no i have not | no i am not | no im not | no i didnt | no i did not | i dont | i do not | i havent | i have not | i am not | im not | i didnt | i did not | not at all | noo | nooo | 👎 | ❌ | 🚫 | ✖ | ✘
words-doubt-no = i dont think so | i do not think so | not that i know of | no not that i know of | not as far as i know | probably not | maybe not | i think not | i guess not
words-none = none | none of them | none of these | none of those | nothing | no none | neither
words-never = never | no never | never had one | i never had one | i have never had one | i have never had it | never had it | never had any | i have never had any | not ever | not once
words-unsure = not sure | im not sure | i am not sure | not really sure | unsure | dont know | i dont know | i do not know | i really dont know | dunno | i dunno | idk | no idea | i have no idea | no clue | i cant remember | i dont remember | cant remember | dont remember | i do not remember | i cant recall | i dont recall | nobody told me | i was not told | i was never told | skip | skip it | skip this | skip this question | pass | id rather not say | i would rather not say | rather not say | prefer not to say | i prefer not to say | i would prefer not to say | i dont want to say | i dont want to answer | who knows | unknown | not known | i dont have it with me | i dont have it here | i dont have the report | i dont have the results | i dont have the sheet | 🤷 | 🤷‍♀ | 🤷‍♂ | 🤷🏻 | never heard of it | it does not say | it doesnt say | the report does not say | the report doesnt say | we dont know | he doesnt know | she doesnt know

## Around an answer
words-polite = hi | hello | dear | good morning | good afternoon | good evening | please | thanks | thank you | thank you very much | thx | doctor | well | um | uh | ok | okay | 🙏 | 😊 | 🙂 | ❤ | 💜 | thank god | thank goodness | dear doctor | sir | madam
words-denying = no | not | dont | doesnt | didnt | havent | hasnt | isnt | wasnt | without | never | none | neither
words-link = and | or | also | & | + | /
words-being = i am | im | i have | ive | it is | its | it was | he is | she is | he has | she has | it showed | they were | there were | a | an | the | my | answer | my answer | my answer is | the answer is | answer is | is | of | i take | i use | he takes | she takes | he uses | she uses
words-doubt = i think | i think so | i guess | i believe | maybe | perhaps | probably | possibly | i suppose | i suppose so | could be | it could be | it may be | might be | more likely | my mother | my father | my mum | my mom | my dad | my wife | my husband | my son | my daughter | my sister | my brother | my partner | as far as i know | that i know of | that i remember | i would say | id say

## Buttons by their place or letter
words-button = answer | option | letter | button | the answer | the option | the letter | the button
words-place-before = the | answer | option | number | answer number | option number | button | button number | the answer | the option | i choose the | i pick the
words-place-after = one | answer | option | button | of them
words-places = first=1 | 1st=1 | second=2 | 2nd=2 | third=3 | 3rd=3 | fourth=4 | 4th=4 | fifth=5 | 5th=5 | sixth=6 | 6th=6 | last=-1

## Ways
words-way-menu = menu | main menu | the menu | show me the menu | show the menu | open the menu
words-way-help = help | help me | i need help | how does this work | how do i do this | how do i answer | commands | instructions
words-way-back = back | go back | previous | undo | previous question | change my last answer | i made a mistake | i was wrong | that was wrong | wrong answer | oops | ⬅ | 🔙
words-way-stop = stop | quit | exit | end | cancel | enough | leave | i want to stop | stop it | stop this | please stop | i want to finish | finish | bye | goodbye | good bye | 🛑
words-way-meaning = what does this mean | what does that mean | what does it mean | what is this | what is that | what is it | what do you mean | i dont understand | i do not understand | i dont understand the question | i dont get it | i dont understand this | explain | explain please | can you explain | please explain | meaning | more information | more info
words-way-why = why | why do you ask | why do you ask this | why do you ask that | why are you asking | why are you asking this | why do you need this | why do you need to know | what for | why this question
words-language = in | change to | change the language to | speak | language
words-way-language = language | change language | change the language | another language | other language

## Amounts
words-less = less than | under | below | fewer than | younger than | lower than | smaller than | <
words-more = more than | over | above | older than | higher than | greater than | bigger than | beyond | >
words-not-less = not less than | no less than | not under | not below
words-not-more = not more than | no more than | not over | not above
words-from = at least | minimum | minimum of | ≥
words-or-more = or more | or older | or over | or above | or higher | and more | and over | and older | and up | at least | minimum
words-plus = plus | +
words-up-to = up to | at most | maximum | maximum of | ≤
words-or-less = or less | or younger | or under | or below | or fewer | or lower | and younger | at most | maximum
words-equals = =
words-between = between | from
words-to = to | until | till | up until | -
words-and = and | but
words-or = or
words-about = about | around | roughly | approximately | approx | circa | some | more or less | or so | or thereabouts | ish | give or take
words-about-sign = ~
words-nearly = nearly | almost | just under | close to
words-over = and a bit | and a little | something | odd
words-years = years | year | yrs | yr | years old | year old | yo | y o | y / o | y | years of age
words-months = months | month | mos | mths | mth
words-weeks = weeks | week | wks | wk
words-days = days | day
words-half = half | a half | half a | half an | ½
words-several = many | several | quite a few
words-article = a | an
words-per = per
words-numbers = a couple of=2 | a couple=2 | couple of=2 | a dozen=12 | a fortnight=14 days | fortnight=14 days
words-filler-years = i am | im | i was | my age is | my age | age | aged | of age | he is | she is | its | it is | has | is | just turned | turned | old | yes | only | im only | i am only
words-filler-ago = it was | it is | its | it has been | ive had it | was | is | been | ago | old | the last one was | the last one | last one | mine was | mine | i had it | i had one | i had mine | i had it done | it was done | was done | done | they did it | back | just | already | yes | exactly
words-filler-value = it was | it is | its | was | is | i have | i had | my | the | a | an | of | at | it came out at | came out at | came out | it came back as | came back as | came back at | mine is | mine was | result | my result | value | level | number | latest | in | now | yes
words-born = born | born in | i was born in | year of birth | i was born

## Dates
words-today = today | this morning | just now
words-yesterday = yesterday
words-this-week = this week
words-last-week = last week
words-this-month = this month
words-last-month = last month
words-this-year = this year | of this year
words-last-year = last year | the year before | of last year
words-before = before
words-after = after | since
words-date-filler = in | on | of | the | year | the year | early | late | mid | at the beginning of | at the end of | the end of | end of | beginning of | start of | around | about | last | past | this past | back in | month of | st | nd | rd | th
