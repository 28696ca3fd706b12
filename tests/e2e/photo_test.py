"""How a photo gets into the real window: by the file dialog, as an argument, dropped by another program, and pasted."""

import os
import subprocess

from desktop import MAIN_WINDOW, PHOTO, DesktopTest, key, main, xdotool


class PhotoTest(DesktopTest):
    def source(self):
        """Another program that has the photo; see tests/support/photosource.cpp."""
        process = subprocess.Popen([os.environ["FACEID_PHOTOSOURCE"], PHOTO], env=self.environment, stdout=subprocess.PIPE,
                                   text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline(), "ready\n")
        return process

    def issue_with(self, console, photos=1):
        for number in range(1, photos + 1):
            console.await_photo(f"image_ref{number}", "512 × 512")
        console.await_window(MAIN_WINDOW)
        key("ctrl+Return")
        row = self.await_rows(console, 1)[0]
        self.assertEqual((row["outcome"], row["comparison_type"]), ("Issued", "0"))
        console.quit()

    def test_chosen_in_the_file_dialog(self):
        console = self.start()
        console.click("Photo image_ref1")
        console.await_window("Choose a photo")
        console.type(PHOTO)
        key("Return")
        self.issue_with(console)

    def test_named_on_the_command_line(self):
        self.issue_with(self.start(PHOTO, PHOTO), photos=2)

    def test_named_to_a_second_start(self):
        console = self.start()
        second = subprocess.run([os.environ["FACEID_CONSOLE"], PHOTO], env=self.environment, timeout=60, check=False)
        self.assertEqual(second.returncode, 0)
        self.issue_with(console)

    def test_pasted(self):
        console = self.start()
        self.source()
        xdotool("windowactivate", "--sync", console.window)
        console.await_window(MAIN_WINDOW)
        key("ctrl+shift+v")
        self.issue_with(console)

    def test_dropped_by_another_program(self):
        console = self.start()
        source = self.source()
        window = xdotool("search", "--sync", "--onlyvisible", "--pid", source.pid, "--name", "^Photo source$")
        xdotool("windowmove", "--sync", window, 20, 20)
        xdotool("mousemove", "--sync", 120, 80, "mousedown", 1, "mousemove", "--sync", 150, 110)
        x, y = console.place("Photo image_ref1")
        xdotool("mousemove", "--sync", x - 40, y - 20, "mousemove", "--sync", x, y)
        self.assertEqual(source.stdout.readline(), "over\n")
        xdotool("mouseup", 1)
        self.assertEqual(source.stdout.readline(), "dropped\n")
        xdotool("windowactivate", "--sync", console.window)
        self.issue_with(console)


if __name__ == "__main__":
    main()
