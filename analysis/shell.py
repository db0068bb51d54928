"""What the commands at the shell share: the language they speak, and one sentence for what is wrong with a command."""

import argparse
import re
from collections.abc import Mapping

from analysis.errors import InputError
from analysis.text import _, languages

_NAMED_IN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class ShellParser(argparse.ArgumentParser):
    """A parser whose fault is an InputError, so that it is said as all others are."""

    def error(self, message: str):
        """Raise the fault as one sentence."""
        raise InputError(_("{message} (see --help).").format(message=message))


def shell_language(environment: Mapping[str, str]) -> str:
    """The first language of ours that an environment asks for, in the manner of gettext; English where it asks none."""
    asked = next(filter(None, map(environment.get, _NAMED_IN)), None) or ""
    codes = [re.split("[_.@]", wanted)[0] for wanted in asked.split(":")]
    return next((code for code in codes if code in languages()), "en")
