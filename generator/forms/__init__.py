"""Forms made of the models of kinds: what they ask, and how templates show it.

One walk of the models serves the desk (`hub edit`) and the pages on which visitors write. Read in this order: `labels`
(what things are called), `shapes` (what can be asked), `value_texts` (days and numbers as people write them), `fields`
(the walk that finds what can be asked), `asked_fields` (what one form asks of it), `field_view` (fields as templates
show them).
"""

from __future__ import annotations
