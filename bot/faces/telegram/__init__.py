"""The conversation on Telegram: one message with buttons, in private chats."""
