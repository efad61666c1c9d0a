"""Warnings for what a hand mistypes; each may be meant, so none keeps a study from being served."""
