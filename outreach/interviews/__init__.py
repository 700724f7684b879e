"""The interview: the guide of questions that it is prepared with, tied to the facts that they hang on."""
