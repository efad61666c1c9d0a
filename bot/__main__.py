"""`python -m bot`: the same as the command `eligibility-assistant`."""

from bot.commands.main import main

if __name__ == "__main__":
    main()
