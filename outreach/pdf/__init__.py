"""PDFs that are printed and read aloud: a canvas that writes tags, and the typefaces that are embedded."""
