"""The eligibility assistant: a chat that tells a person whether they may fit a clinical study, and why."""
