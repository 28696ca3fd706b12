"""The archives that faceidctl writes before a public validator of HAR 1.2: har-validator of npm, in the version named here. It
is installed once, into FACEID_VALIDATOR. Where that is not possible, the test says why and counts as skipped (77)."""

import os
import shutil
import subprocess
import sys

from support import NAME, CtlTest, main, request

FOLDER = os.environ["FACEID_VALIDATOR"]
PACKAGE = "har-validator@5.1.5"
SCRIPT = """
const validator = require('har-validator');
let text = '';
process.stdin.on('data', piece => { text += piece; });
process.stdin.on('end', () => validator.har(JSON.parse(text)).then(
    () => process.exit(0),
    error => { console.error(JSON.stringify(error.errors, null, 1)); process.exit(1); }));
"""


def install():
    """Nothing when the validator is there, otherwise why it is not."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            return program + " is not installed"
    if not os.path.exists(os.path.join(FOLDER, "node_modules", "har-validator", "package.json")):
        os.makedirs(FOLDER, exist_ok=True)
        run = subprocess.run(["npm", "install", "--prefix", FOLDER, "--no-audit", "--no-fund", "--loglevel=error", PACKAGE],
                             capture_output=True, text=True, check=False)
        if run.returncode:
            return f"npm cannot install {PACKAGE}: {run.stderr.strip()[-300:]}"
    return None


class ValidatorTest(CtlTest):
    def validate(self, archive):
        return subprocess.run(["node", "-e", SCRIPT], input=archive, cwd=FOLDER, capture_output=True, text=True, timeout=60,
                              check=False)

    def test_what_is_written(self):
        """With photos and without, with personal values, and never answered."""
        self.run_json("issue", *request("get_biz_token", "0", biz_no="b-1"), "--sandbox")
        self.run_json("issue", *request("get_token", "1", biz_no="b-2"), "--sandbox")
        self.run_json("issue", *request("get_token", "-1", biz_no="测试 \"b\"\n"), "--sandbox")
        self.run_ctl("issue", *request("get_token", "-1", biz_no="b-4"), "--base-url", "http://127.0.0.1:9", "--api-key", "k",
                     secret="s")
        rows = self.history()
        self.assertEqual({row["outcome"] for row in rows}, {"Issued", "NotSent"})
        status, archive, _ = self.run_ctl("har", "export", *[row["id"] for row in rows])
        self.assertEqual(status, 0)
        whole = self.run_ctl("har", "export", *[row["id"] for row in rows], "--with-personal")[1]
        for text in (archive, whole):
            self.assertNotIn(NAME, text)
            run = self.validate(text)
            self.assertEqual(run.returncode, 0, run.stderr)

    def test_the_validator_sees_a_flaw(self):
        run = self.validate('{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{"time":1}]}}')
        self.assertEqual(run.returncode, 1)
        self.assertIn("startedDateTime", run.stderr)


if __name__ == "__main__":
    why_not = install()
    if why_not:
        print("skipped: " + why_not)
        sys.exit(77)
    main()
