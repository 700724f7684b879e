"""The parts of a brief, one file each: what a part says, where it stands, and in which order.

A module gives KEY, PLACE ("head", "card", "left" or "right"), ORDER (a number; small ones stand above) and
`build(material)`: a `Head`, a `Card`, or a `Block`, None where it has nothing to say. A new file is a new block: no
list names them. Names that begin with an underscore are not read.
"""
