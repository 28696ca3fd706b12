"""faceidctl curl import: reads a command without running it. What it says is held against what the command really sends: bash
runs it against the sandbox."""

import json
import os
import subprocess
import time

from support import ID_NUMBER, NAME, PHOTO, REFUSED, USAGE, CtlTest, main

PC, SDK = "/faceid/liveness/v2/get_token", "/face/v1.2/sdk/get_biz_token"
# What people write; BASE stands for the sandbox's address, which is set by the script as people do.
COMMANDS = {
    "plain": "curl -s $BASE{pc} -F comparison_type=-1 -F biz_no=b-1",
    "quotes": "curl -s \"$BASE\"'{pc}' --form 'comparison_type=-1' -F \"biz_no=a \\\"b\\\" \\$x \\\\\" -F 'scene_id=it'\\''s'",
    "lines": "curl --silent \\\n  --url ${{BASE}}{pc} \\\n  -F comparison_type=-1 \\\n  -F biz_no=b-1 # a word on it\n",
    "ansi": "curl -s $BASE{pc} -Fcomparison_type=-1 -F $'biz_no=\\u6d4b\\xe8\\xaf\\x95\\t\\101\\'' --form-string $'scene_id=a\\nb'",
    "suffixes": "curl -s $BASE{pc} -F 'comparison_type=-1;type=text/plain' -F 'biz_no=\"a;b\\\"c\";type=x/y' -F 'scene_id= a b ;c'",
    "literal": "curl -s $BASE{pc} -F comparison_type=-1 --form-string 'biz_no=@x;type=y' --form-string 'scene_id=\"q\"'",
    "urlencoded": "curl -s $BASE{pc} -d comparison_type=-1 --data-urlencode 'biz_no=a b&c=测试+' --data-raw '@=1&scene_id=x%2By+z'",
    "variables": "ID=\"b 1\"; NAME='x'\ncurl -s $BASE{pc} -F comparison_type=-1 -F \"biz_no=$ID-${{NAME}}\" -F scene_id=${{UNSET:-'d e'}}",
    "redirected": "curl -s $BASE{pc} -F comparison_type=-1 -F biz_no=b-1 2>/dev/null >out.json",
    "a photo": "curl -s $BASE{sdk} -F comparison_type=0 -F uuid='u 1' -F \"image_ref1=@$PHOTO;type=image/png\"",
    "chained": "true && curl -s $BASE{pc} -F comparison_type=-1 -F biz_no=b-1 | cat",
}


class CurlTest(CtlTest):
    def read(self, text, *args):
        return self.run_json("curl", "import", self.file("command.txt", text.encode()), *args)

    def test_reads_what_bash_and_curl_would_send(self):
        log = self.path("log.jsonl")
        _, base = self.sandbox("--log", log)
        seen = 0
        for name, command in COMMANDS.items():
            with self.subTest(name):
                script = f"BASE={base}\nPHOTO={PHOTO}\n" + command.format(pc=PC, sdk=SDK)
                subprocess.run(["bash", self.file("script.sh", script.encode())], cwd=self.home, timeout=60, check=True,
                               capture_output=True, env={"PATH": os.environ["PATH"], "HOME": self.home, "LC_ALL": "C.UTF-8"})
                sent = self.line_of(log, seen)
                seen += 1
                status, found = self.read(script)
                self.assertEqual((status, found["shell"], found["url"][:len(base)]), (0, "bash", base))
                parts = {part["name"]: part["value"] for part in found["parts"] if part["name"] != "liveness_type"}
                self.assertEqual(parts, {part["name"]: part["value"] for part in sent
                                         if part["name"] in ("comparison_type", "biz_no", "scene_id", "uuid")})
                self.assertEqual([photo["path"] for photo in found["photos"]], [PHOTO] if name == "a photo" else [])

    def line_of(self, log, number):
        """The parts of a request in the sandbox's log, which is written when the answer is on its way."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with open(log, encoding="utf-8") as file:
                lines = [line for line in file if line.endswith("\n") and "get_" in line]
            if len(lines) > number:
                return json.loads(lines[number])["parts"]
            time.sleep(0.01)
        return self.fail("the sandbox wrote no line")

    def test_what_is_written_is_read(self):
        for language in ("curl", "curl-cmd", "curl-powershell"):
            status, code, _ = self.run_ctl("code", language, "get_biz_token", "-f", "comparison_type=0", "-f", "uuid=u \"1\"'测",
                                           "-i", f"image_ref1={PHOTO}")
            self.assertEqual(status, 0)
            status, found = self.read(code)
            self.assertEqual((status, found["endpoint"], found["url"]), (0, "get_biz_token", "https://openapi.faceid.com" + SDK))
            self.assertIn({"name": "uuid", "value": "u \"1\"'测"}, found["parts"])
            self.assertEqual(found["photos"], [{"name": "image_ref1", "path": PHOTO}])
            self.assertEqual(found["problems"], [])
            self.assertLessEqual({finding["kind"] for finding in found["does_not_fit"]}, {"credential", "option"})

    def test_nothing_secret_or_personal_is_printed(self):
        command = (f"curl https://api.megvii.com{PC} -u me:hidden-1 -H 'X-Api-Key: hidden-2' -F api_key=hidden-3 "
                   f"-F api_secret=hidden-4 -F comparison_type=1 -F idcard_name={NAME} -F idcard_number={ID_NUMBER} -F bizno=1")
        path = self.file("command.txt", command.encode())
        for args in ((), ("--json",)):
            status, out, err = self.run_ctl("curl", "import", path, *args)
            self.assertEqual((status, err), (0, ""))
            for text in ("hidden-", NAME, ID_NUMBER):
                self.assertNotIn(text, out)
            for text in ("api_secret", "--user", "bizno", "MISSING_ARGUMENTS:return_url"):
                self.assertIn(text, out)

    def test_what_cannot_be_read_is_not_missing(self):
        """A photo named relative to the customer's folder, and a value that only the customer's shell knows."""
        for photo in ("FACE.jpg", "$PHOTO", "C:/photos/x.jpg"):
            _, found = self.read(f"curl https://h.example.com{SDK} -F comparison_type=0 -F uuid=$ID -F image_ref1=@{photo}")
            self.assertEqual(found["problems"], [], photo)
        _, found = self.read(f"curl https://h.example.com{SDK} -F comparison_type=0 -F image_ref1=text")
        self.assertEqual(found["problems"], ["MISSING_ARGUMENTS:image_ref1", "MISSING_ARGUMENTS:uuid"])

    def test_stdin(self):
        process = subprocess.run([os.environ["FACEIDCTL"], "curl", "import"], env=self.environment, timeout=60, check=False,
                                 input=f"curl https://h.example.com{PC} -F comparison_type=-1".encode(), capture_output=True)
        self.assertEqual(process.returncode, 0)
        self.assertIn(b"comparison_type = -1", process.stdout)

    def test_nothing_is_run(self):
        status, found = self.read(f"curl https://h.example.com{PC} -F biz_no=$(touch ran) -F scene_id=`touch ran` -F uuid=@ran")
        self.assertEqual(status, 0)
        self.assertEqual([finding["kind"] for finding in found["does_not_fit"]], ["unknown-value", "unknown-value", "file-text"])
        self.assertFalse(os.path.exists(self.path("ran")))

    def test_what_is_no_command(self):
        for text in (b"", b"hello", b"curl https://example.com/", b"\xff\xfe\0"):
            status, out, err = self.run_ctl("curl", "import", self.file("x.txt", text))
            self.assertEqual((status, out), (REFUSED, ""))
            self.assertTrue(err)
        self.assertEqual(self.run_ctl("curl", "import", self.path("none.txt"))[0], REFUSED)
        self.assertEqual(self.run_ctl("curl", "import", "a", "b")[0], USAGE)


if __name__ == "__main__":
    main()
