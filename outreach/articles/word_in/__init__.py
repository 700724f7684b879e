"""Word files that come back with tracked changes and comments: `reading.read` reads one, `comparing.compare` compares.

`container` opens the zip, `parts` finds what belongs together, `markup` streams the XML, `body` reads a part into
`story`s, `numbering` counts lists, `grouping` makes suggestions of the marks. Knows neither web nor database.
"""
