## The words that people use. Members of a list stand between bars.
words-yes = yes | y | yeah | yep | yup | yes i do | yes i have | yes i am | of course | correct | true
words-no = no | n | nope | nah | no i dont | no i havent | no i have not | no i am not | none | no none | no never
words-never = never | no never | never had one | i never had one | i have never had it | never had it
words-unsure = not sure | im not sure | i am not sure | unsure | dont know | i dont know | i do not know | dunno | idk | no idea | i have no idea | i cant remember | i dont remember | cant remember | skip | pass | id rather not say | i would rather not say | rather not say | prefer not to say | i prefer not to say | who knows
words-negations = no | not | never | none | without | dont | havent | hasnt | isnt | arent | didnt | cannot | cant | wont
words-less = less | under | below | fewer | younger | <
words-more = more | over | above | older | >
words-from = or more | or older | or over | and more | at least | not less than | from | >= | ≥ | minimum
words-up-to = or less | or younger | or under | up to | at most | not more than | no more than | <= | ≤ | maximum
words-between = between
words-and = and | to | - | until
words-about = about | around | roughly | approximately | some | more or less | nearly | almost
words-years = years | year | yrs | yr | years old | year old | y/o
words-months = months | month | mos
words-weeks = weeks | week | wks
words-days = days | day
words-filler = i am | im | i was | it was | it is | its | ago | old | in | of | since | than | my | age | is | aged | he is | she is | was | the | last one | of age | have been | it has been | points | point | a score of | score
words-numbers = a=1 | an=1 | one=1 | two=2 | three=3 | four=4 | five=5 | six=6 | seven=7 | eight=8 | nine=9 | ten=10 | eleven=11 | twelve=12 | half a year=6 months | a half year=6 months | a year and a half=18 months | one year and a half=18 months | one and a half years=18 months | a couple of=2
