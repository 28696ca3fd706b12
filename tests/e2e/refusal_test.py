"""What the service refuses gets the keyboard, in each kind of field, and says why."""

import json
import time

from desktop import PHOTO, DesktopTest, key, main
from support import Server


class RefusalTest(DesktopTest):
    def setUp(self):
        super().setUp()
        self.refusal = b""
        self.server = Server(self, lambda connection: connection.sendall(self.refusal))
        self.profile(self.server.url)

    def refuse(self, code, key_of_error):
        body = json.dumps({"request_id": "1532412036,c26ac9b4-2d14-4f8a-9a7a-8f8a2f6f0001", "time_used": 9,
                           key_of_error: code}).encode()
        self.refusal = (b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def test_each_kind_of_field(self):
        console = self.start(PHOTO, PHOTO)
        console.await_photo("image_ref2")
        for count, (code, name) in enumerate((
                ("BAD_ARGUMENTS:uuid", "User ID (uuid)"),
                ("NO_FACE_FOUND:image_ref2", "Photo image_ref2"),
                ("BAD_ARGUMENTS:biz_no", "Serial number (biz_no)"),
                ("BAD_ARGUMENTS:liveness_timeout", "Liveness time limit (s) (liveness_timeout)")), 1):
            with self.subTest(code):
                self.refuse(code, "error")
                time.sleep(1)  # a press that comes sooner after an answer counts as the second half of a double click
                key("ctrl+Return")
                row = self.await_rows(console, count)[0]
                self.assertEqual((row["outcome"], row["error_code"]), ("Refused", code))
                console.await_focus(name)
                console.await_node(code, "label")  # on the card
        console.quit()


if __name__ == "__main__":
    main()
