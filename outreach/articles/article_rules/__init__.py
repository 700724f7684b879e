"""The rules that an article is checked by: one file each kind, every rule with its source and its examples.

A module gives its RULES; `registry.all_rules()` finds them. Adding a rule is one file, or one more entry in one.
"""
