"""Understands who asks for a post, a place, pay, a referral or standing, whatever the words.

A sentence becomes a row of tokens with the fields of meaning that its words belong to (`rows`, `tables/fields.toml`).
Small frames over those fields (`asks`, `tables/frames`) speak for an ask, other templates (`tables/innocent.toml`)
against. Beside them stands a learned judge (`learned`): weights of words and fields (`features`) made by `training` of
the labeled sentences in `sentences`. `judgment` reads a message as both do, `verdicts` weighs what they say and names
the clause that asks.
"""
