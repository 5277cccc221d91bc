"""Every kind of problem the program can report: permanent codes, with English message ids."""

from __future__ import annotations

from generator.problems.problem import Rule, Severity

RULES: dict[str, Rule] = {}
"""All rules, by code."""


Row = tuple[str, Severity, str, str]
"""Code, severity, message and hint of a rule."""


def registered(*rows: Row) -> tuple[Rule, ...]:
    """Rules that problems can name by their codes. ValueError for a code that another rule has."""
    return tuple(_registered(Rule(*row)) for row in rows)


def _registered(rule: Rule) -> Rule:
    if RULES.setdefault(rule.code, rule) != rule:
        raise ValueError(f"two rules have the code {rule.code}")
    return rule


def _error(code: str, message: str, hint: str) -> Rule:
    return _registered(Rule(code, Severity.ERROR, message, hint))


def _warning(code: str, message: str, hint: str) -> Rule:
    return _registered(Rule(code, Severity.WARNING, message, hint))


# Loading: the files themselves

CONTENT_MISSING = _error(
    "content-missing",
    "There is no folder “{folder}”.",
    "Create it, or correct the name of the content folder in site_config.yml.",
)
FILE_KIND = _error(
    "file-kind",
    "“{name}” is not an ordinary file.",
    "Move it out of the content, or rename it so that it does not look like a content file.",
)
FILE_NAME = _error(
    "file-name",
    "“{name}” is not a name that an address can be made of.",
    "Use small letters a–z, digits and single hyphens, at most 80 characters, for instance “{wanted}”.",
)
FILE_NESTED = _error(
    "file-nested",
    "“{name}” lies in a subfolder, where content is not read.",
    "Move it up to {folder}.",
)
FILE_PLACE = _error(
    "file-place",
    "“{name}” lies where no such content is read.",
    "Move it to the folder of its kind, for instance content/{folder}/.",
)
FILE_PROBLEMS = _error(
    "file-problems",
    "This file has more problems than the {limit} that are shown.",
    "Correct these first, then check again.",
)
FILE_RESERVED = _error(
    "file-reserved",
    "“{name}” is a name that Windows keeps for itself.",
    "Choose another name, for instance “{wanted}”.",
)
FILE_SIZE = _error(
    "file-size",
    "The file is larger than {limit} bytes, which is the most that is read.",
    "Divide it into several files.",
)
FILE_SUFFIX = _error(
    "file-suffix",
    "“{name}” does not end in .yml and is therefore not read.",
    "Rename it to “{wanted}”.",
)
FILE_SPARE = _error(
    "file-spare",
    "“{name}” lies beside “{wanted}” and is not read.",
    "Remove it, or give it a name of its own that ends in .yml.",
)
FILE_SYMLINK = _error(
    "file-symlink",
    "“{name}” is a symbolic link, and the content may not contain links.",
    "Put the file or folder itself here in place of the link.",
)
FILE_TWIN = _error(
    "file-twin",
    "Some computers cannot tell the names “{name}” and “{other}” apart.",
    "Rename or delete one of the two.",
)
FILE_UNREADABLE = _error(
    "file-unreadable",
    "This cannot be read ({reason}).",
    "Check that it is still there and that you are allowed to read it.",
)

# Loading: the text of a file

TEXT_CONTROL = _error(
    "text-control",
    "Here is an invisible control character ({character}), which can hide or distort text.",
    "Delete it. It often comes along when text is pasted from another program.",
)
TEXT_BINARY = _error(
    "text-binary",
    "The file holds no text but {form}, whatever its name says.",
    "Give it the ending that it had. To write content from it, begin a file with “hub new”, or use “hub import”.",
)
TEXT_MERGE = _error(
    "text-merge",
    "Git has left both versions here, since two people changed the same lines.",
    "Keep the lines that are right, and delete the others with the lines that begin with <<<<<<<, ======= and >>>>>>>.",
)
TEXT_QUOTES = _warning(
    "text-quotes",
    "The quotation marks belong to the text and are shown: YAML only knows straight ones.",
    'Delete them, or write straight ones (").',
)
TEXT_ENCODING = _error(
    "text-encoding",
    "From here on the file is not UTF-8, so letters such as æ, ø and å cannot be read.",
    "Open the file in your editor and save it with the encoding UTF-8.",
)

# Loading: YAML

YAML_ALIAS = _error(
    "yaml-alias",
    "“*{name}” is a reference inside YAML, and such references are not used here.",
    "Write the text out. If it should begin with an asterisk, put it in quotation marks.",
)
YAML_ANCHOR = _error(
    "yaml-anchor",
    "“&{name}” is a marker inside YAML, and such markers are not used here.",
    "Remove it. If the text should begin with &, put it in quotation marks.",
)
YAML_BRACKET = _error(
    "yaml-bracket",
    "The bracket that opens here is not closed, or a comma is missing inside it.",
    "Separate the entries with commas and close with ] or }}. "
    "A text that begins with a bracket must be in quotation marks.",
)
YAML_CHARACTER = _error(
    "yaml-character",
    "A text cannot begin with this character.",
    "Put the whole text in quotation marks.",
)
YAML_COLON = _error(
    "yaml-colon",
    "Here is a colon that YAML takes for a new key.",
    "Put the whole text in quotation marks if the colon is part of it; otherwise correct the indentation.",
)
YAML_DEPTH = _error(
    "yaml-depth",
    "Here more than {limit} levels lie inside one another.",
    "Write it with fewer levels.",
)
YAML_DOCUMENTS = _error(
    "yaml-documents",
    "Here a second document begins; a file holds one.",
    "Move the rest to a file of its own, or delete the line with the three hyphens.",
)
YAML_DUPLICATE_KEY = _error(
    "yaml-duplicate-key",
    "The key “{key}” already stands in line {line}.",
    "Keep one of the two. If a new entry of a list begins here, put “- ” before its first key.",
)
YAML_EMPTY = _error(
    "yaml-empty",
    "The file is empty.",
    "Fill it in, or delete it.",
)
YAML_ESCAPE = _error(
    "yaml-escape",
    "Inside double quotation marks, YAML does not know what this backslash means.",
    "Write two backslashes for one, or use single quotation marks around the text.",
)
YAML_INDENTATION = _error(
    "yaml-indentation",
    "This line does not fit the indentation of the lines above.",
    "Keys and hyphens that belong together begin in the same column. Indent with spaces.",
)
YAML_KEY = _error(
    "yaml-key",
    "A key must be a word, but here it is a list, a group of keys or nothing.",
    "Write a word before the colon. A text that begins with {{, [ or ? must be in quotation marks.",
)
YAML_MERGE = _error(
    "yaml-merge",
    "“<<” brings in keys from elsewhere, and that is not used here.",
    "Write the keys out.",
)
YAML_MISSING_COLON = _error(
    "yaml-missing-colon",
    "This line has no colon after its key.",
    "Write “key: value” with a space after the colon. If the line continues the text above, indent it more.",
)
YAML_NODES = _error(
    "yaml-nodes",
    "The file has more than {limit} values.",
    "Divide it into several files.",
)
YAML_QUOTE = _error(
    "yaml-quote",
    "The quotation marks do not fit together here.",
    "End the text with the same mark. "
    "If the text itself holds \", put all of it in '…'; if it holds ', put it in \"…\".",
)
YAML_SYNTAX = _error(
    "yaml-syntax",
    "From here on the file cannot be read as YAML.",
    "Look for a missing colon, hyphen, bracket or quotation mark in this line or the ones before it.",
)
YAML_AFTER_COLON = _error(
    "yaml-after-colon",
    "After the colon of a key there must be a space.",
    "Write “key: value”.",
)
YAML_BULLET = _error(
    "yaml-bullet",
    "An entry of a list begins with a plain hyphen; here is another sign, as word processors make of it.",
    "Write “- ” with the hyphen of the keyboard. Put the text in quotation marks if it should begin with the sign.",
)
YAML_CURLY = _error(
    "yaml-curly",
    "These quotation marks come from a word processor, and YAML knows only the straight ones.",
    'Write straight ones (") around the whole text.',
)
YAML_COMMA = _error(
    "yaml-comma",
    "The comma ends the number here, so that “{digits}” becomes a field of its own.",
    "Write a decimal point, for instance 0.3.",
)
YAML_FOR_COLON = _error(
    "yaml-for-colon",
    "After a key there must be a colon and a space, but here is another sign.",
    "Write “key: value”.",
)
YAML_HASH = _error(
    "yaml-hash",
    "From the # on the text is left out: YAML takes it for a comment.",
    "Put the whole text in quotation marks. If it is a comment, write it on a line of its own.",
)
YAML_HYPHEN = _error(
    "yaml-hyphen",
    "After the hyphen of an entry there must be a space.",
    "Write “- ” before the entry.",
)
YAML_LIST_HERE = _error(
    "yaml-list-here",
    "A list cannot begin in the line of its key.",
    "Begin the list in the next line. A text that begins with a hyphen must be in quotation marks.",
)
YAML_SPACE = _error(
    "yaml-space",
    "Here is a sign that looks like a space and is none, or that cannot be seen.",
    "Delete it and type a space. It often comes along when text is pasted from another program.",
)
YAML_TAB = _error(
    "yaml-tab",
    "Here is a tab, which YAML does not allow before a key or an entry.",
    "Indent with spaces.",
)
YAML_TAG = _error(
    "yaml-tag",
    "“{tag}” is a YAML tag, and tags are not used here.",
    "Remove it. If the text should begin with an exclamation mark, put it in quotation marks.",
)
YAML_TOP = _error(
    "yaml-top",
    "The file must consist of keys with values, such as “title: …”.",
    "Begin from an existing file of the same kind.",
)

# Checking: what the documents say
