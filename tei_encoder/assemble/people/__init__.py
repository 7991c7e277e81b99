"""People of a record: who is named, who is one person, who speaks.

`lexicon`, `wording` and `appellation` read one label or name; `sameness`, `identity`
and `joint` decide who is who; `roster`, `attendance`, `title_people` and `reported`
find whom the page names beside its labels; `participants` makes the entities.
"""
