"""A portable copy: beside a file named "portable" both programs keep settings and data beside themselves."""

import json
import os
import shutil
import subprocess

import support
from support import CtlTest, Server, main, png, request

CONSOLE = os.environ["FACEID_CONSOLE"]


class PortableTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.stick = self.path("stick")
        os.mkdir(self.stick)
        self.ctl = shutil.copy(support.FACEIDCTL, self.stick)
        self.file("stick/portable", b"")

    def run_copy(self, *args):
        done = subprocess.run([self.ctl, *args], env=self.environment, cwd=self.home,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def below(self, folder):
        return sorted(os.path.relpath(os.path.join(place, name), folder)
                      for place, _, names in os.walk(folder) for name in names)

    def issue(self):
        return self.run_copy("issue", "get_biz_token", "--sandbox", "-f", "comparison_type=1",
                             "-f", "idcard_name=" + support.NAME, "-f", "idcard_number=" + support.ID_NUMBER)

    def test_everything_is_beside_the_program(self):
        self.issue()
        self.assertEqual(len(self.run_copy("history", "list").splitlines()), 2)  # with the heading
        self.assertIn("data/history.sqlite", self.below(self.stick))
        self.file("stick/data/faceid-console.ini", b"[profiles]\np1\\name=Mine\n")
        self.assertIn("Mine", self.run_copy("profile", "list"))
        for folder in ("config_home", "data_home"):
            self.assertEqual(self.below(self.path(folder)), [])

    def test_request_of_a_killed_copy_is_unknown(self):
        server = Server(self, reads_body=False)
        photo = self.file("large.png", png(1800, 1500, level=0))
        process = subprocess.Popen(
            [self.ctl, "issue", *request("get_biz_token", "0", image_ref1=photo), "--base-url", server.url,
             "--api-key", "k"], env={**self.environment, "FACEID_API_SECRET": "planted"}, cwd=self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.end, process)
        self.assertTrue(server.head_taken.wait(60))
        process.kill()
        process.wait(timeout=60)
        # Elsewhere it is cut off; but a stick that was pulled out may not have all that was written to it.
        rows = json.loads(self.run_copy("history", "list", "--json"))
        self.assertEqual([row["outcome"] for row in rows], ["Unknown"])

    def test_without_the_mark_nothing_is(self):
        os.remove(os.path.join(self.stick, "portable"))
        self.issue()
        self.assertEqual(self.below(self.stick), ["faceidctl"])
        self.assertIn("faceid-console/history.sqlite", self.below(self.path("data_home")))

    def test_the_window_too(self):
        console = shutil.copy(CONSOLE, self.stick)
        subprocess.run([console, "--measure", "--exit-when-usable"], check=True, timeout=120, stdout=subprocess.DEVNULL,
                       env={**self.environment, "QT_QPA_PLATFORM": "offscreen"})
        self.assertIn("data/faceid-console.ini", self.below(self.stick))
        self.assertIn("data/history.sqlite", self.below(self.stick))
        for folder in ("config_home", "data_home"):
            self.assertEqual([name for name in self.below(self.path(folder)) if "faceid" in name], [])


if __name__ == "__main__":
    main()
