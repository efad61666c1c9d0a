"""The participants' chat: cards as pages, tickets in addresses; no script, no cookie."""
