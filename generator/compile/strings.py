"""The texts that scripts show: English message ids by the key that the script asks for."""

COPY: dict[str, str] = {}
