"""faceidctl history purge: by date, by what is due, and of one person; with a keyring (FACEID_INSIDE) and without.

Inside packaging/with-desktop.sh the keyring is a real one; main() of the person test starts that.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
import unittest

from support import FACEIDCTL, ID_NUMBER, ISSUED, NAME, REFUSED, USAGE, CtlTest, request

INSIDE = "FACEID_INSIDE" in os.environ
OTHER_NUMBER = "110101199003070011"


class PurgeCase(CtlTest):
    def setUp(self):
        super().setUp()
        if INSIDE:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]

    def purge(self, *options, person=None):
        run = subprocess.run([FACEIDCTL, "history", "purge", *options], input=person, capture_output=True, text=True,
                             env=self.environment, cwd=self.home, timeout=120, check=False)
        return run.returncode, run.stdout, run.stderr

    def search(self, person, *words):
        run = subprocess.run([FACEIDCTL, "history", "search", "--person", "--json", *words], input=person + "\n",
                             capture_output=True, text=True, env=self.environment, cwd=self.home, timeout=120, check=False)
        return run.returncode, run.stdout, run.stderr

    def found(self, person, *words):
        status, out, err = self.search(person, *words)
        self.assertEqual((status, err), (0, ""))
        return [row["biz_no"] for row in json.loads(out)]

    def issue(self, biz_no, **fields):
        status, answer = self.run_json("issue", *request("get_biz_token", "1", biz_no=biz_no, **fields), "--sandbox")
        self.assertEqual(status, ISSUED)
        return answer

    def files_hold(self, text):
        found = []
        for folder, _, names in os.walk(self.environment["XDG_DATA_HOME"]):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    if text.encode() in file.read():
                        found.append(name)
        return found


@unittest.skipIf(INSIDE, "needs no keyring")
class DateTest(PurgeCase):
    def test_before(self):
        self.run_ctl("issue", *request("get_biz_token", "0", biz_no="b-1", uuid="planted-uuid-1"), "--sandbox")
        self.assertTrue(self.files_hold("planted-uuid-1"))
        status, out, err = self.purge("--before", "2001-01-01")
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(self.files_hold("planted-uuid-1"))
        status, out, err = self.purge("--before", time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(time.time() + 60)))
        self.assertEqual((status, err), (0, ""))
        self.assertIn("1 row.", out)
        self.assertEqual(self.files_hold("planted-uuid-1"), [])
        row = self.history()[0]
        self.assertEqual((row["biz_no"], row["outcome"], row["token"], row["person"]), ("b-1", "Issued", None, None))
        self.assertEqual(self.purge("--before", "2100-01-01", "--rows")[0], 0)
        self.assertEqual(self.history(), [])
        self.assertEqual(self.files_hold("b-1"), [])
        self.assertEqual(self.run_json("history", "verify")[1]["entries"], 3)

    def test_due_by_the_settings(self):
        self.issue("b-1")
        path = os.path.join(self.environment["XDG_DATA_HOME"], "faceid-console", "history.sqlite")
        with sqlite3.connect(path) as database:
            database.execute("UPDATE requests SET started_at = started_at - 5 * 86400000")
        self.assertEqual(self.purge("--due")[:1], (0,))
        self.assertIsNotNone(self.history()[0]["person"])
        folder = os.path.join(self.environment["XDG_CONFIG_HOME"], "faceid-console")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "faceid-console.ini"), "w", encoding="utf-8") as file:
            file.write("[history]\npersonalDays=4\n")
        self.assertEqual(self.purge("--due")[0], 0)
        self.assertIsNone(self.history()[0]["person"])

    def test_without_a_keychain_it_is_said_who_cannot_be_found(self):
        self.issue("b-1")
        status, out, err = self.purge("--person", person=ID_NUMBER + "\n")
        self.assertEqual(status, REFUSED)
        self.assertIn("no keychain", err)
        self.assertIn("1 row", err)
        self.assertIsNotNone(self.history()[0]["person"])

    def test_without_a_keychain_only_a_uuid_is_found(self):
        self.issue("b-1")
        self.run_ctl("issue", *request("get_biz_token", "0", biz_no="b-2", uuid="customer-17"), "--sandbox")
        for person, rows in ((ID_NUMBER, []), ("customer-17", ["b-2"])):
            status, out, err = self.search(person)
            self.assertEqual(status, REFUSED)
            self.assertIn("no keychain", err)
            self.assertEqual([row["biz_no"] for row in json.loads(out)], rows)

    def test_usage(self):
        for options in ([], ["--before", "soon"], ["--before", "2001-01-01", "--person"], ["--person", "--rows"],
                        ["--due", "--rows"], ["--person", ID_NUMBER]):
            self.assertEqual(self.purge(*options, person="x\n")[0], USAGE, options)
        self.assertEqual(self.purge("--person", person="\n")[0], USAGE)
        self.assertEqual(self.search("")[0], USAGE)
        self.assertEqual(self.search("x", "one", "two")[0], USAGE)


@unittest.skipUnless(INSIDE, "needs a keyring")
class PersonTest(PurgeCase):
    def test_one_person(self):
        self.issue("b-1")
        self.issue("b-2", idcard_name="测试二", idcard_number=OTHER_NUMBER)
        self.issue("b-3")
        self.assertEqual(self.found(ID_NUMBER), ["b-3", "b-1"])
        self.assertEqual(self.found(NAME), ["b-3", "b-1"])
        self.assertEqual(self.found("测试二", "b-2"), ["b-2"])
        self.assertEqual(self.found("测试二", "b-1"), [])
        self.assertEqual(self.found("somebody"), [])
        status, out, err = self.purge("--person", person=" " + ID_NUMBER.lower() + " \n")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("2 rows.", out)
        persons = {row["biz_no"]: row["person"] for row in self.history()}
        self.assertEqual((persons["b-1"], persons["b-3"]), (None, None))
        self.assertIsNotNone(persons["b-2"])
        status, out, err = self.purge("--person", person="测试二\n")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("1 row.", out)
        self.assertEqual(self.purge("--person", person=NAME + "\n")[0], 0)
        for text in (NAME, ID_NUMBER, OTHER_NUMBER):
            self.assertEqual(self.files_hold(text), [])


if __name__ == "__main__":
    if "--with-keyring" in sys.argv and not INSIDE:
        os.environ["FACEID_INSIDE"] = "1"
        os.execvp("bash", ["bash", os.environ["FACEID_DESKTOP"], sys.executable, "-B", sys.argv[0]])
    unittest.main(verbosity=2, argv=sys.argv[:1])
