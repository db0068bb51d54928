"""How many steps a backtracking matcher takes for a pattern: counted, since a time says nothing on a busy machine."""

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]


class Steps:
    """Counts each try of one part of a pattern at one place of a text; OverflowError after `most` of them."""

    def __init__(self, pattern: re.Pattern, most: int = 200_000):
        self._tree = list(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
        self._flags = pattern.flags
        self._groups: dict[int, str] = {}
        self._most = most
        self.count = 0

    def match(self, text: str, at: int = 0, whole: bool = True) -> bool:
        """Whether the pattern matches at a place, up to the end where the whole is asked for."""
        return any(end == len(text) or not whole for end in self._sequence(self._tree, 0, text, at))

    def search(self, text: str) -> bool:
        """Whether the pattern matches anywhere."""
        return any(self.match(text, at, whole=False) for at in range(len(text) + 1))

    def _sequence(self, parts: list, number: int, text: str, at: int) -> Iterator[int]:
        if number == len(parts):
            yield at
            return
        for end in self._part(*parts[number], text, at):
            yield from self._sequence(parts, number + 1, text, end)

    def _part(self, kind, value, text: str, at: int) -> Iterator[int]:
        self.count += 1
        if self.count > self._most:
            raise OverflowError("too many steps")
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            yield from self._repeat(kind, *value, text, at)
        elif kind is sre.SUBPATTERN:
            for end in self._sequence(list(value[3]), 0, text, at):
                self._groups[value[0]] = text[at:end]
                yield end
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from self._sequence(list(branch), 0, text, at)
        elif kind is sre.ATOMIC_GROUP:
            yield from list(self._sequence(list(value), 0, text, at))[:1]
        else:
            yield from self._place_or_sign(kind, value, text, at)

    def _place_or_sign(self, kind, value, text: str, at: int) -> Iterator[int]:
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from [at] * (self._looks(*value, text, at) == (kind is sre.ASSERT))
        elif kind is sre.AT:
            yield from [at] * self._is_place(value, text, at)
        elif kind is sre.GROUPREF:
            yield from [at + len(self._groups[value])] * text.startswith(self._groups.get(value, "\0"), at)
        elif kind is sre.GROUPREF_EXISTS:
            branch = value[1] if value[0] in self._groups else value[2] or []
            yield from self._sequence(list(branch), 0, text, at)
        elif at < len(text) and self._is_sign(kind, value, text[at]):
            yield at + 1

    def _repeat(self, kind, least: int, most, part, text: str, at: int) -> Iterator[int]:
        if kind is sre.POSSESSIVE_REPEAT:
            yield from list(self._greedy(least, most, list(part), text, at))[:1]
        elif kind is sre.MAX_REPEAT:
            yield from self._greedy(least, most, list(part), text, at)
        else:
            yield from self._lazy(least, most, list(part), text, at)

    def _greedy(self, least: int, most, part: list, text: str, at: int) -> Iterator[int]:
        if most is sre.MAXREPEAT or most > 0:
            for end in self._sequence(part, 0, text, at):
                if end > at:
                    yield from self._greedy(max(0, least - 1), _less(most), part, text, end)
        if least == 0:
            yield at

    def _lazy(self, least: int, most, part: list, text: str, at: int) -> Iterator[int]:
        if least == 0:
            yield at
        if most is sre.MAXREPEAT or most > 0:
            for end in self._sequence(part, 0, text, at):
                if end > at:
                    yield from self._lazy(max(0, least - 1), _less(most), part, text, end)

    def _looks(self, direction: int, part, text: str, at: int) -> bool:
        start = at if direction > 0 else at - part.getwidth()[0]
        return start >= 0 and any(direction > 0 or end == at for end in self._sequence(list(part), 0, text, start))

    def _is_place(self, kind, text: str, at: int) -> bool:
        if kind in (sre.AT_BOUNDARY, sre.AT_NON_BOUNDARY):
            words = [0 <= place < len(text) and bool(re.match(r"\w", text[place])) for place in (at - 1, at)]
            return (words[0] != words[1]) == (kind is sre.AT_BOUNDARY)
        return at == 0 if kind in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING) else at >= len(text)

    def _is_sign(self, kind, value, sign: str) -> bool:
        if kind is sre.ANY:
            return sign != "\n" or bool(self._flags & re.DOTALL)
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            same = sign == chr(value) or (bool(self._flags & re.IGNORECASE) and sign.lower() == chr(value).lower())
            return same == (kind is sre.LITERAL)
        if kind is sre.CATEGORY:
            return _is_of(value, sign)
        signs = [entry for entry in value if entry[0] is not sre.NEGATE]
        found = any(
            entry[1][0] <= ord(sign) <= entry[1][1] if entry[0] is sre.RANGE else self._is_sign(*entry, sign)
            for entry in signs
        )
        return found == (len(signs) == len(value))


def _less(most):
    return most if most is sre.MAXREPEAT else most - 1


def _is_of(category, sign: str) -> bool:
    name = str(category).removeprefix("CATEGORY_").removeprefix("UNI_")
    letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[name.removeprefix("NOT_")]
    return bool(re.match(letter, sign)) != name.startswith("NOT_")
