"""Where in a text a credit stands, by the words of `credits.py`.

Only the last characters of a text are looked at, so that every look is bounded.
"""

import re

from newsclean.rules.credits import CREDITS
from newsclean.walk.run import is_invisible


def _of(where: str) -> str:
    return "|".join(f"(?:{row.pattern})" for row in CREDITS if row.where == where)


_LABEL = rf"(?:{_of('label')})\s{{0,2}}(?:[:：=／]|/(?!\d)|｜|\||©)\s{{0,2}}"
_OPENING = _of("opening")
_AGENCY = rf"(?:{_of('name')})"
# A name: capitals, or a script without them; particles stand between. What agencies and their people are joined by.
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐЎЂЈЉЊЋЏ"
_WORD = rf"[{_UPPER}][\w.'’&+@-]*"
_PERSON = (
    rf"{_WORD}(?: (?:(?:of|for|the|de|del|der|den|von|van|di|da|do|dos|la|le|al|bin|ibn|and|und|et|y|e|i)\s)?{_WORD}){{0,5}}"
)
_JOINT = r"\s?(?:/|,|\bvia\b|\||-|–|\bfor\b|\bthrough\b)\s?"
# In scripts without capitals only what stands beside an agency can be taken for a name.
_ANYBODY = rf"(?:{_PERSON}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0590-\u06ff]{{2,8}})"
_NAMES = rf"(?:{_ANYBODY}{_JOINT}){{0,3}}(?<![\w]){_AGENCY}(?:\s?/\s?{_ANYBODY}){{0,3}}"
# How far from the end a credit may begin, and how long a line may be that is nothing else.
_TAIL = 160
LONGEST_LINE = 120
_LONGEST_WORD = 24
_LONGEST_LABELLED = 130
_SPACE = " \n\t\u00a0\u3000\u200b"
_OPEN, _CLOSE = "([（【［〔", ")]）】］〕"
_DASHES = "—–-|/·•~"
# Before a credit a sentence or line has ended, or a bracket opens.
_BOUNDARY = rf"(?:(?<=[.!?…。！？»”\"'’)\]）」』,;:，；\n{re.escape(_OPEN)}])|(?<=[\s\u00a0]))"
_ANNOUNCED = re.compile(rf"(?:\A|{_BOUNDARY})(?:{_LABEL}|{_OPENING})", re.IGNORECASE)
_LINE = re.compile(rf"[\s{re.escape(_OPEN + _DASHES)}▲△]{{0,4}}(?:{_LABEL}|{_OPENING})", re.IGNORECASE)
_NAMED_LINE = re.compile(rf"[\s{re.escape(_OPEN + _DASHES)}]{{0,4}}{_NAMES}[\s.{re.escape(_CLOSE)}]{{0,3}}")
_NAMED_TAIL = re.compile(
    rf"(?:(?<=[.!?…。！？»”\"’)\]）」』\n])|(?<=\w)(?=[ \u00a0]/))"
    rf"[ \u00a0]?[{re.escape(_DASHES)}]?[ \u00a0]?{_NAMES}[\s.{re.escape(_CLOSE)}]{{0,3}}\Z"
)
_BRACKET = re.compile(rf"[{re.escape(_OPEN)}]([^{re.escape(_OPEN + _CLOSE)}]{{2,100}})[{re.escape(_CLOSE)}][\s.。]{{0,2}}\Z")
_BRACKETED_NAMES = re.compile(rf"(?=.*[/ ])(?:{_PERSON}(?:{_JOINT}|\Z)){{1,5}}")
_SENTENCE = '.!?…。！？»”"’'
_TERMS = re.compile(
    rf"[\s{re.escape(_OPEN)}]*(?:{next(row.pattern for row in CREDITS if row.name == 'licence')})[\s.{re.escape(_CLOSE)}]*",
    re.IGNORECASE,
)
# A sentence after the credit: the caption goes on, and the credit stands in its middle.
_MORE_TEXT = re.compile(r"[.)）]\s{1,2}\S.{40}", re.DOTALL)
# One search tells the many captions that hold no sign of a credit; what is not announced ends with the name of an agency, or
# with what was done.
_SIGNS = re.compile(r"[:：=©ⓒ|｜)）\]】/／]")
_LETTERS = re.compile("[A-Za-zА-я]")
_HINT = re.compile(
    r"\b(?:by|from|via|courtesy|copyright|creative|commons|CC|CC0|de|por|par|von|van|av|af|door|di|domaine?|dominio|dok|"
    r"sources?|cr[eé]dits?|quelle|bron|kilde|fuente|fonte|gemeinfrei|d['’]écran|cedida|від|из)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"[^\s/,(（]+\Z")
_LAST_WORDS = frozenset(
    word
    for row in CREDITS
    if row.where == "name"
    for word in re.findall(r"[^\W\d_]+", re.sub(r"\[(\w)\w\]", r"\1", row.pattern).replace("(?:", " "))
)
_LAST_SIGNS = frozenset("摄攝图圖供影社")
# A sentence goes on after these, so what they announce is no name.
_ENDS_SENTENCE = "。！？!?"


def is_credit_line(text: str) -> bool:
    """Tell whether a line says who made or owns a picture, and nothing else.

    >>> is_credit_line("Foto: Anna Muster"), is_credit_line("A. Muster/Reuters"), is_credit_line("Photos of the dam are rare.")
    (True, True, False)
    """
    core = text.strip(_SPACE)
    if not 0 < len(core) <= LONGEST_LINE or core[-1] in _ENDS_SENTENCE:
        return False
    if not _may_be_one(core):
        return False
    found = _LINE.match(core)
    if found is not None:
        return not is_invisible(core[found.end() :].strip(_CLOSE)) or _TERMS.fullmatch(core) is not None
    return _NAMED_LINE.fullmatch(core) is not None


def _may_be_one(core: str) -> bool:
    if _SIGNS.search(core):
        return True
    end = core.rstrip(_CLOSE + ". ")
    if end and end[-1] in _LAST_SIGNS:
        return True
    if not _LETTERS.search(core):
        return False
    last = _LAST.search(end[-_LONGEST_WORD:])
    return (last is not None and last[0] in _LAST_WORDS) or _HINT.search(core) is not None


def tail(text: str) -> int | None:
    """Find where the credit at the end of a caption begins; 0 if the caption is nothing else.

    >>> tail("A dam. Photo: B"), tail("A dam (Image: Getty)"), tail("A dam. (Anna Muster/AFP)"), tail("A dam near Foto, 1950")
    (7, 6, 7, None)
    """
    if not _may_be_one(text[-_TAIL:]):
        return None
    if is_credit_line(text):
        return 0
    start = max(len(text) - _TAIL, 0)
    bracket = _BRACKET.search(text, start)
    if bracket is not None and _is_bracketed(text, bracket):
        return bracket.start()
    for found in _ANNOUNCED.finditer(text, start):
        rest = text[found.end() :].strip(_SPACE)
        ends = _is_owner(rest) if rest.strip(_CLOSE + ".") else _TERMS.match(found[0]) is not None
        if found.start() > 0 and ends:
            return opened(text, found.start())
    named = _NAMED_TAIL.search(text, start)
    return None if named is None or not named.start() else named.end() - len(named[0].lstrip(_SPACE))


def _is_owner(rest: str) -> bool:
    """Tell whether what follows an announcing word may be a name: short, and no sentence."""
    core = rest.strip(_SPACE)
    if _MORE_TEXT.search(core):
        return False
    return 0 < len(core) <= _LONGEST_LABELLED and not any(sign in core for sign in _ENDS_SENTENCE)


def _is_bracketed(text: str, bracket: re.Match[str]) -> bool:
    inside = bracket[1].strip(_SPACE)
    if is_credit_line(inside):
        return True
    before = text[: bracket.start()].rstrip(_SPACE)
    return bool(before) and before[-1] in _SENTENCE and _BRACKETED_NAMES.fullmatch(inside) is not None


def opened(text: str, at: int) -> int:
    """Move the beginning of a credit before the bracket or dash that opens it."""
    start = at
    while start > 0 and text[start - 1] in _SPACE:
        start -= 1
    if start > 0 and text[start - 1] in _OPEN + _DASHES:
        start -= 1
        return start
    return at


_BEFORE = re.compile(rf"(?:\A|(?<=[\W_]))(?:{_LABEL}|{_OPENING})[\s\u00a0]{{0,2}}\Z", re.IGNORECASE)
_AFTER = re.compile(rf"[\s{re.escape(_CLOSE)}.]*\Z")
_GOES_ON = re.compile(r"\s{0,2}[/|,]")
_LONGEST_LABEL = 40
_LONGEST_REST = 80


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the words and signs around a name that announce it, where its element holds the name alone.

    >>> text = "A dam (Photo: B)"
    >>> widened(text, 14, 15)
    (6, 16)
    """
    near = text[max(start - _LONGEST_LABEL, 0) : start]
    label = _BEFORE.search(near)
    first = opened(text, start - len(near) + label.start() if label is not None else start)
    rest = text[end:]
    if _AFTER.match(rest) or (len(rest) <= _LONGEST_REST and _GOES_ON.match(rest)):
        return first, len(text)
    if text[first] in _OPEN and rest.lstrip(_SPACE)[:1] in _CLOSE:
        return first, len(text) - len(rest.lstrip(_SPACE)) + 1
    return first, end
