"""What the user guide says of faceidctl is what faceidctl says of itself: verbs, options, and no verb left out."""

import glob
import html
import os
import re

from support import CtlTest, main

HELP = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "help")


def commands(language):
    """(page, words) of every command line on the pages."""
    for path in sorted(glob.glob(os.path.join(HELP, language, "*.html"))):
        with open(path, encoding="utf-8") as file:
            for text in re.findall(r"<code>faceidctl (.*?)</code>", file.read()):
                yield os.path.basename(path), html.unescape(text).split()


class GuideTest(CtlTest):
    def verbs(self):
        text = self.run_ctl("--help")[1]
        return [line.split() for line in re.findall(r"^  faceidctl ([a-z]+(?: [a-z]+)?)(?= |$)", text, re.M)]

    def test_every_command_exists(self):
        helps, verbs = {}, self.verbs()
        for language in ("en", "zh_CN"):
            for page, words in commands(language):
                if words[0].startswith("--"):
                    continue
                verb = max((v for v in verbs if words[:len(v)] == v), key=len, default=None)
                self.assertIsNotNone(verb, (language, page, words))
                name = " ".join(verb)
                if name not in helps:
                    helps[name] = self.run_ctl(*verb, "--help")[1]
                for option in (word for word in words if re.match(r"--?[a-z]", word)):
                    self.assertRegex(helps[name], rf"(?m)^  (-\w, )?{re.escape(option)}\b", (language, page, words))

    def test_no_verb_is_left_out(self):
        for language in ("en", "zh_CN"):
            said = [words for _, words in commands(language)]
            for verb in self.verbs():
                self.assertTrue(any(words[:len(verb)] == verb for words in said), (language, verb))


if __name__ == "__main__":
    main()
