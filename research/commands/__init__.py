"""The commands of `python -m research`: one module each, with `add_arguments` and `run`."""
