"""`python -m generator.cli` is the command `hub`."""

from generator.cli import hub

if __name__ == "__main__":
    hub()
