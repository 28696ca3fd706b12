// photosource FILE: another program with a photo, as a file manager or a picture viewer is. It says on stdout
// what happens: "ready" once it is on screen and its picture lies on the clipboard, "over" when what is below
// a drag would take the file, and "dropped" or "left" when the drag has ended.

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDrag>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QTimer>
#include <QUrl>

#include <cstdio>

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

class Source : public QLabel
{
public:
    explicit Source(const QString &file)
        : m_file(file)
    {
        setWindowTitle(QStringLiteral("Photo source"));
        setText(QStringLiteral("Drag the photo from here"));
        setAlignment(Qt::AlignCenter);
        resize(240, 120);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!(event->buttons() & Qt::LeftButton))
            return;
        auto *drag = new QDrag(this);
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(m_file)});
        drag->setMimeData(data);
        connect(drag, &QDrag::actionChanged, this, [](Qt::DropAction action) {
            if (action == Qt::CopyAction)
                say("over");
        });
        say(drag->exec(Qt::CopyAction) == Qt::CopyAction ? "dropped" : "left");
    }

private:
    const QString m_file;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QString file = QApplication::arguments().value(1);
    // Encoded before anybody asks: whoever pastes must wait for that, and is not to blame.
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!QImage(file).save(&buffer, "png"))
        return 64;
    Source source(file);
    source.show();
    QTimer::singleShot(0, &source, [&png] {
        auto *data = new QMimeData;
        data->setData(QStringLiteral("image/png"), png);
        QGuiApplication::clipboard()->setMimeData(data);
        say(QGuiApplication::clipboard()->ownsClipboard() ? "ready" : "the clipboard was not given");
    });
    return QApplication::exec();
}
