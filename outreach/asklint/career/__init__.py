"""Understands who asks for a post, a place, pay, a referral or standing, whatever the words.

A sentence becomes a row of tokens with the fields of meaning that its words belong to (`rows`, `tables/fields.toml`).
Small frames over those fields (`asks`, `tables/frames`) speak for an ask, other templates (`tables/innocent.toml`)
against; `judgment` weighs both and names the clause that asks.
"""
