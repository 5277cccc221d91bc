"""The strict YAML dialect: `parser` reads a text into plain values, `errors` finds places and explains refusals."""
