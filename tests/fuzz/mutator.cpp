// Runs a fuzz target where libFuzzer is not there to do it: FOLDER... [-runs=N] [-seed=N], as libFuzzer has
// them. It knows nothing of coverage: each input is a seed with a few changes. What breaks is written to the
// file crash-input.

#include <QDir>
#include <QFile>
#include <QList>
#include <QString>

#include <csignal>
#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

namespace {

QByteArray current;

void onAbort(int)
{
    QFile file(QStringLiteral("crash-input"));
    if (file.open(QIODevice::WriteOnly))
        file.write(current);
    std::signal(SIGABRT, SIG_DFL);
    std::raise(SIGABRT);
}

class Mutator
{
public:
    Mutator(const QByteArrayList &seeds, quint32 seed)
        : m_seeds(seeds)
        , m_random(seed)
    { }

    QByteArray next()
    {
        QByteArray input = m_seeds.at(below(m_seeds.size()));
        for (qsizetype changes = below(6); changes >= 0; --changes)
            change(input);
        return input;
    }

private:
    qsizetype below(qsizetype limit) { return qsizetype(m_random() % quint32(limit)); }

    void change(QByteArray &input)
    {
        static const QByteArray bits[] = {"\r\n", "\n", "--", "\r\n--b", "--b--", "\"", "\\", ";", "=", "&",
            "%", "%2", "+", ":", " ", QByteArray(1, '\0'), "\xff", "name=", "filename*=", "boundary="};
        const qsizetype at = below(input.size() + 1);
        switch (below(6)) {
        case 0:
            input.insert(at, bits[below(std::size(bits))]);
            break;
        case 1:
            input.remove(at, 1 + below(16));
            break;
        case 2: // a piece again
            input.insert(at, input.mid(below(input.size() + 1), below(64)));
            break;
        case 3:
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
            break;
        case 4: // a piece of another
            input.insert(at, m_seeds.at(below(m_seeds.size())).mid(below(256), below(64)));
            break;
        case 5:
            input.truncate(at);
            break;
        }
    }

    const QByteArrayList m_seeds;
    std::mt19937 m_random;
};

} // namespace

int main(int argc, char **argv)
{
    QByteArrayList seeds;
    qint64 runs = 100'000;
    quint32 seed = 1;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument.startsWith(u"-runs=")) {
            runs = argument.sliced(6).toLongLong();
        } else if (argument.startsWith(u"-seed=")) {
            seed = argument.sliced(6).toUInt();
        } else {
            for (const QFileInfo &info : QDir(argument).entryInfoList(QDir::Files)) {
                QFile file(info.filePath());
                if (file.open(QIODevice::ReadOnly))
                    seeds.append(file.readAll());
            }
        }
    }
    if (seeds.isEmpty()) {
        std::fputs("no seeds\n", stderr);
        return 64;
    }
    std::signal(SIGABRT, &onAbort);
    Mutator mutator(seeds, seed);
    for (qint64 run = 0; run < runs; ++run) {
        current = run < seeds.size() ? seeds.at(run) : mutator.next();
        LLVMFuzzerTestOneInput(
            reinterpret_cast<const unsigned char *>(current.constData()), std::size_t(current.size()));
    }
    std::printf("%lld executions, nothing found\n", static_cast<long long>(runs));
    return 0;
}
