"""The fingerprint of what a course teaches, by which a copy tells whether its source has changed."""

from __future__ import annotations

import hashlib
import json

from generator.kinds.course.model import Course

_BOOKKEEPING = {
    "status",
    "keywords",
    "published",
    "updated",
    "redirect_from",
    "see_also",
    "experiences",
    "based_on",
    "tags",
    "picture",
}
"""Fields that say something about the course's life and looks rather than its content."""
_LATER = {"picture", "sheets", "homework", "language", "made_by", "alternative", "optional", "pictures"}
"""Optional fields of a course and its parts that there were not always."""
_NESTED = (dict, list)


def fingerprint(course: Course) -> str:
    """`sha256:…` of what the course teaches: the same for the same content, however its file is written."""
    content = _as_it_was(course.model_dump(mode="json", exclude=_BOOKKEEPING))
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _as_it_was(value: object) -> object:
    """Content without the fields that came later and say nothing: copies have noted the fingerprint from before."""
    if isinstance(value, dict):
        first, *further = value.get("pictures") or (None,)
        if first and not value["picture"]:
            value = {**value, "picture": first, "pictures": further}  # one that stands alone was called so
        kept = ((name, one) for name, one in value.items() if one or name not in _LATER)
        return {name: _as_it_was(one) if isinstance(one, _NESTED) else one for name, one in kept}
    return [_as_it_was(one) for one in value] if isinstance(value, list) else value
