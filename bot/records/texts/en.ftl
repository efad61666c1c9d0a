# What a draft says by itself: the record's header as criteria.
age-from-to = { $from } to { $to } years old
age-from = { $from } years or older
age-to = { $to } years or younger
age-other = The age that the study asks for
sex-female = Women only
sex-male = Men only
undated = an undated copy of the record
