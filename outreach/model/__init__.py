"""The optional language model: asked for other wording of a letter's sentences, and never believed.

It is off unless the settings name one (docs/model.md). What it writes is text like any other: it passes the check and
the grounding before anybody is offered it, and a person accepts it sentence by sentence.
"""
