"""The rules, a file a subject. Each module gives RULES; a file whose name begins with `_` is no rule file."""
