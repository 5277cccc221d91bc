"""`hub edit`: forms in a browser on this machine, for people who do not write YAML.

What a form asks is `generator.forms`. Read in this order: `form_state` (what somebody has filled in, as a browser sends
it), `document_edit` (what a file is to say after that, in the smallest edit), `checking` (the real check of it, in
memory), `desk` (opening, checking, saving, publishing), `listing` (what there is), `findable` (what search does not
find of it), `form_view` (a form over a document), `deleting`, `recording` (clicks on a page of another site),
`recorded_steps` (those as steps), `recording_page`, `uploads` (pictures that are dropped on a form), `crop_margins` and
`crop_image` (what is cut off them), `access` (whom the desk answers) and `server`.
"""

from __future__ import annotations
