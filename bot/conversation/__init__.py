"""The conversation, pure: a state, the step from one to the next, the card that shows it, the ticket that holds it."""
