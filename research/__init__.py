"""A name in, a cited dossier out. Stands alone: no web framework, no database, no configuration.

The walk of a fact: `types.Query` -> `connectors/*` say what to ask -> `http` fetches -> connectors read `types.Claim`s
-> `resolve` judges whose record it is -> `merge` concludes facts -> `dossier` assembles.
"""
