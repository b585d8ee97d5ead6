"""What an experiment claims, and the list of all of them."""

CLAIMS = []


class Claim:
    """One row of the table: a function that runs the experiment and gives (what was measured, whether the claim holds)."""

    def __init__(self, rules, text, function, is_short, is_rpm):
        self.rules, self.text, self.function, self.is_short, self.is_rpm = rules, text, function, is_short, is_rpm


def claim(rules, text, short=True, rpm=False):
    """Registers an experiment.

    - rules: ids of the rules whose pages rest on it.
    - text: the claim, in one clause.
    - short: part of the short form that every check of the project runs.
    - rpm: about rpm or with rpmbuild, so that one release of Go is enough.
    """

    def register(function):
        CLAIMS.append(Claim(rules.split(), text, function, short, rpm))
        return function

    return register
