"""The anonymised funnel: each session in one cell, noise drawn once, releases by the calendar.

Read in this order: `cells` (where a session can be), `tally` (what is counted), `calendar`,
`noise`, `release` (what is published); then what keeps and moves it all: `sealed`, `schema`, `sqlite`,
`database`, `store`, `links`, `counting`, `counter`, `service`. What is read from releases stands in `bot.figures`.
"""
