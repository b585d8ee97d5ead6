"""What an experiment claims, and the list of all of them."""

CLAIMS = []


class Claim:
    """One row of the table: a function that runs the experiment and gives (what was measured, whether the claim holds).

    The function's name is the claim's: `private_module_cache` is `private-module-cache`, by which the rules' pages name it.
    """

    def __init__(self, rules, text, function, is_short, is_rpm):
        self.rules, self.text, self.function, self.is_short, self.is_rpm = rules, text, function, is_short, is_rpm
        self.name = function.__name__.replace("_", "-")


def claim(rules, text, short=True, rpm=False):
    """Registers an experiment.

    - rules: ids of the rules whose pages rest on it and name it.
    - text: the claim, in one clause, with the figures that those pages quote.
    - short: part of the short form that every check of the project runs.
    - rpm: about rpm or with rpmbuild, so that one release of Go is enough.
    """

    def register(function):
        CLAIMS.append(Claim(rules.split(), text, function, short, rpm))
        return function

    return register
