"""Background work. The `job` table is the truth: a job is written in the transaction that needs it, then announced.

`table` keeps jobs, `registry` knows what they do, `run` is the only place where they run; `embedded` (threads of this
process), `distributed` (a queue for a team) and `periodic` only say when. Every job may run twice, and must be safe so.
"""
