### The words that people use. Members of a list stand between bars; accents, capitals and hyphens do not matter.
### Every list must be safe wherever it stands: a word that can change what is meant belongs into none but its own.

## Answers of every question
words-yes = yes | ya | yea | yeah | yep | yup | yes i do | yes i have | yes i am | yes i did | i do | i have | i am | i did | of course | sure | certainly | correct | true | right | that is right | thats right | exactly | yess | yesss | 👍 | ✅ | ✔ | ☑ | yes sure | sure do | sure did | sure am | yes correct | yes indeed | indeed | definitely | absolutely | totally | for sure | certainly yes | yes definitely | yes absolutely | yes maam | yes sir | aye | uh huh | mhm | they did | they have | he did | she did | he has told me | they told me | yes they did | yes they have | yes they told me | i was told so | yes that is right | yes thats right | yes yes | oh yes | yes of course | affirmative | yes i was | yess sir | yes it is | yes it was | yes it did | yes it has | it did | it has
words-no = no | n | nope | nah | no i dont | no i do not | no i havent | no i have not | no i am not | no im not | no i didnt | no i did not | i dont | i do not | i havent | i have not | i am not | im not | i didnt | i did not | not at all | noo | nooo | 👎 | ❌ | 🚫 | ✖ | ✘ | no no | no no no | no way | hell no | no chance | certainly not | definitely not | absolutely not | of course not | no of course not | no never have | no i wasnt | i wasnt | no i never did | i never did | i never have | havent had any | i havent had any | i have not had any | no i havent had any | havent had it | i havent had it | not me | no sir | no maam | no they didnt | no they havent | they didnt | they havent | no it isnt | no it wasnt | no it hasnt | no it didnt | nah not really | nuh uh | nay | oh no
words-doubt-no = i dont think so | i do not think so | not that i know of | no not that i know of | not as far as i know | probably not | maybe not | i think not | i guess not | not that im aware of | not to my knowledge | not as far as im aware | as far as i know no | no not as far as i know | not that i remember | not that i recall | i dont believe so | i doubt it | not that ive been told | dont think so | dont believe so
words-none = none | none of them | none of these | none of those | nothing | no none | neither | none whatsoever | none at all | nothing at all | none of the above | none of them at all | neither of them | neither of these | neither of those | neither one | zero | zilch | nada | nothing like that | nothing of the sort | not any | not any of them | not any of these | not a single one | no nothing | no none of them | no none of these | no neither | nothing yet | none yet | none so far | nothing so far | nope none | nope nothing
words-never = never | no never | never had one | i never had one | i have never had one | i have never had it | never had it | never had any | i have never had any | not ever | not once | i never had it | ive never had it | never have | never ever | never once | never in my life | never taken it | never taken any | ive never taken it | i have never taken it | never had that | never done it | never been in one | ive never been in one | not in my life | never had one done | never had any done | ive never had any | ive never had one done | nope never | not ever had one
words-unsure = not sure | im not sure | i am not sure | not really sure | unsure | dont know | i dont know | i do not know | i really dont know | dunno | i dunno | idk | no idea | i have no idea | no clue | i cant remember | i dont remember | cant remember | dont remember | i do not remember | i cant recall | i dont recall | nobody told me | i was not told | i was never told | skip | skip it | skip this | skip this question | pass | id rather not say | i would rather not say | rather not say | prefer not to say | i prefer not to say | i would prefer not to say | i dont want to say | i dont want to answer | who knows | unknown | not known | i dont have it with me | i dont have it here | i dont have the report | i dont have the results | i dont have the sheet | 🤷 | 🤷‍♀ | 🤷‍♂ | 🤷🏻 | never heard of it | it does not say | it doesnt say | the report does not say | the report doesnt say | we dont know | he doesnt know | she doesnt know | i dont remember when | dont remember when | no idea when | cant remember when | i forget | i forget when | i forgot | not certain | im not certain | not quite sure | not 100 sure | not entirely sure | i am not entirely sure | not too sure | im unsure | i dont know yet | dont know yet | not known yet | i dont know which | not sure which | not sure when | dont know when | i dont know when | dont know the number | i dont know the number | i dont know my number | i dont know the value | dont know mine | i dont know mine | never told | i wasnt told | they never told me | they didnt tell me | they havent told me | no one told me | no one has told me | nobody has told me | nobody ever told me | ive not been told | havent been told | i havent been told | dont have the report | dont have the results | dont have the sheet | dont have the letter | i dont have the letter | i dont have my results | dont have my results | i dont have the paperwork | dont have the paperwork | dont have it with me | dont have it on me | i dont have it on me | not on my sheet | not on the sheet | not on my report | not in the report | its not on the report | not on there | report doesnt say | doesnt say | it isnt on the report | i would have to check | id have to check | id have to ask | i need to check | i need to ask | i will have to ask | couldnt tell you | i couldnt tell you | couldnt say | i couldnt say | cant say | i cant say | cant tell | i cant tell | hard to say | beats me | no clue sorry | sorry no idea | ive no idea | havent a clue | i havent a clue | i have no clue | not a clue | dont recall | i do not recall | i really dont remember | decline to answer | i decline to answer | no comment | prefer not to answer | i prefer not to answer | id prefer not to say | id rather not answer | dont want to say | dont want to answer | i would rather not | id rather not | thats private | its private | thats personal | its personal | i dont understand the report | undecided | i havent decided

## Around an answer
words-polite = hi | hello | dear | good morning | good afternoon | good evening | please | thanks | thank you | thank you very much | thx | doctor | well | um | uh | ok | okay | 🙏 | 😊 | 🙂 | ❤ | 💜 | thank god | thank goodness | dear doctor | sir | madam | unfortunately | sadly | fortunately | luckily | thankfully | happily | alas | haha | hahaha | lol | oh | ah | hmm | hm | umm | erm | uhm | thanks so much | many thanks | cheers | sorry | excuse me | hey | hi there | hello there | kind regards | regards | honestly | to be honest | tbh | doc | nurse | touch wood | knock on wood | mate | dear sir | bless you | god bless | well then | 😢 | 😭 | 😔 | 😞 | ☹ | 🥲 | 😅 | 😂 | 🤣 | 😁 | 😀 | 😃 | 😄 | 😉 | 😌 | 😥 | 😓 | 😩 | 😫 | 😰 | 🥺 | 🙂‍↕ | 💔 | ❤‍🩹 | 💕 | 💗 | 🌸 | 🌹 | 🌷 | 🦋 | 🤗 | 😘 | 🥰 | 👋 | 🙌 | 🤞 | according to the report | according to the biopsy | according to my doctor
words-denying = no | not | dont | doesnt | didnt | havent | hasnt | isnt | wasnt | without | never | none | neither
words-link = and | or | also | & | + | /
words-being = i am | im | i have | ive | it is | its | it was | he is | she is | he has | she has | it showed | they were | there were | a | an | the | my | answer | my answer | my answer is | the answer is | answer is | is | of | i take | i use | he takes | she takes | he uses | she uses | they said | they said it was | they told me it was | it says | the report says | my report says | the biopsy says | the biopsy said | the biopsy showed | it came out as | it came back as | it came back | came back | they found | they saw | i suffer from | suffer from | i got | ive got | got | hes got | shes got | hes | shes | there was | there is | there are | im on | i am on | im taking | i am taking | i have got | we have | were
words-doubt = i think | i think so | i guess | i believe | maybe | perhaps | probably | possibly | i suppose | i suppose so | could be | it could be | it may be | might be | more likely | my mother | my father | my mum | my mom | my dad | my wife | my husband | my son | my daughter | my sister | my brother | my partner | as far as i know | that i know of | that i remember | i would say | id say | i reckon | i assume | i presume | i imagine | im not sure but | not sure but | if i remember right | if i remember correctly | if im not mistaken | i want to say | likely | most likely | apparently | my grandmother | my grandfather | my aunt | my uncle | my cousin | my friend | my girlfriend | my boyfriend | my child | my kid | i suspect | supposedly

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
