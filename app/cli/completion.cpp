#include "cli/completion.h"

#include "about.h"
#include "cli/console.h"
#include "cli/verb.h"
#include "client/exchange.h"
#include "contract/endpointspec.h"
#include "credentials/profilestore.h"
#include "export/codewriter.h"
#include "sandbox/outcome.h"
#include "sandbox/scenario.h"
#include "sandbox/tlsflaw.h"

#include <QSettings>

#include <algorithm>
#include <optional>

namespace faceid {

namespace {

struct Candidate
{
    QString word;
    QString meaning{};
};
using Candidates = QList<Candidate>;

constexpr QLatin1String anyFile(":files");

Candidates plain(const QStringList &words)
{
    Candidates found;
    for (const QString &word : words)
        found.append({word});
    return found;
}

/// A command line up to the word that is being typed.
struct Typed
{
    const Verb &verb;
    QStringList words; ///< behind the verb's name
    QList<QCommandLineOption> options;

    std::optional<QCommandLineOption> option(const QString &word) const
    {
        if (!word.startsWith(u'-'))
            return {};
        const QString name = word.sliced(word.startsWith(u"--") ? 2 : 1).section(u'=', 0, 0);
        for (const QCommandLineOption &option : options) {
            if (option.names().contains(name))
                return option;
        }
        return {};
    }
    /// The option that \a word leaves without its value.
    std::optional<QCommandLineOption> waiting(const QString &word) const
    {
        const auto found = option(word);
        return found && !found->valueName().isEmpty() && !word.contains(u'=') ? found : std::nullopt;
    }
    int positionals() const
    {
        int count = 0;
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (waiting(words[i]))
                ++i; // its value
            else if (!words[i].startsWith(u'-'))
                ++count;
        }
        return count;
    }
};

Candidates profileNames()
{
    Candidates found;
    const auto settings = openSettings();
    for (const Profile &profile : ProfileStore(*settings).profiles())
        found.append({profile.name});
    return found;
}

Candidates endpointNames()
{
    Candidates found;
    for (const EndpointSpec *spec : endpoints())
        found.append({spec->id, translated(spec->title)});
    return found;
}

Candidates languages()
{
    Candidates found;
    for (const CodeLanguage &language : codeLanguages())
        found.append({QLatin1String(language.id)});
    return found;
}

Candidates requestOutcomes()
{
    Candidates found;
    for (int i = int(Outcome::Pending); i <= int(Outcome::ServerError); ++i)
        found.append({outcomeName(Outcome(i))});
    return found;
}

Candidates checkOutcomes()
{
    Candidates found;
    for (const OutcomeSpec &spec : outcomes())
        found.append({QLatin1String(spec.name), QString::fromUtf8(spec.english)});
    return found;
}

Candidates scenarios()
{
    Candidates found;
    for (const ScenarioEntry &entry : scenarioCatalog())
        found.append({entry.name, entry.description});
    return found;
}

Candidates flaws()
{
    Candidates found;
    for (const TlsFlaw &flaw : tlsFlaws())
        found.append({QLatin1String(flaw.name), flaw.description()});
    return found;
}

bool isTyped(const FieldSpec &field)
{
    return field.role == Role::Parameter || field.role == Role::Selector;
}

/// NAME= for -f and -i, or the value behind it. Of both documents while none is named.
Candidates fields(const Typed &typed, const QString &current, bool photos)
{
    Candidates found;
    const QString name = current.section(u'=', 0, 0);
    const bool isNamed = current.contains(u'=');
    for (const EndpointSpec *spec : endpoints()) {
        const bool isOther = std::any_of(typed.words.cbegin(), typed.words.cend(),
            [spec](const QString &word) { return word != spec->id && endpointById(word); });
        if (isOther)
            continue;
        for (const FieldSpec &field : spec->fields) {
            if (!isTyped(field) || (field.kind == Kind::Image) != photos)
                continue;
            for (const QString &part : field.partNames()) {
                if (!isNamed)
                    found.append({part + u'=', translated(field.label)});
                else if (part == name && photos)
                    return {{anyFile + u' ' + name + u'='}};
                else if (part == name)
                    for (const FieldChoice &choice : field.choices)
                        found.append({name + u'=' + choice.value, translated(choice.label)});
            }
        }
    }
    return found;
}

/// What the value of an option, or an argument, is called in the help says what it may be.
Candidates values(const Typed &typed, const QString &called, const QString &current)
{
    if (called.contains(u'|'))
        return called.contains(endpoints().front()->id) ? endpointNames() : plain(called.split(u'|'));
    if (called == u"NAME=VALUE" || called == u"NAME=FILE")
        return fields(typed, current, called == u"NAME=FILE");
    if (called == u"NAME" && typed.verb.name != u"profile add")
        return profileNames();
    if (called == u"LANGUAGE")
        return languages();
    if (called == u"SCENARIO")
        return scenarios();
    if (called == u"FLAW")
        return flaws();
    if (called == u"OUTCOME")
        return typed.verb.name.startsWith(u"history") ? requestOutcomes() : checkOutcomes();
    if (called.startsWith(u"FILE") || called.startsWith(u"OUT") || called == u"DIR")
        return {{anyFile}};
    return {};
}

/// The arguments in a synopsis: "LANGUAGE get_biz_token|get_token [options]" has two.
QStringList argumentsOf(const Verb &verb)
{
    QStringList arguments;
    for (const QString &word : verb.synopsis.split(u' ')) {
        if (word == u"|" || word.startsWith(u'-'))
            break;
        if (!word.startsWith(u'['))
            arguments.append(word);
    }
    return arguments;
}

Candidates optionNames(const QList<QCommandLineOption> &options)
{
    Candidates found;
    for (const QCommandLineOption &option : options) {
        found.append({optionWords(option).constLast(), option.description()});
    }
    return found;
}

Candidates behind(const Typed &typed, const QString &current)
{
    if (const auto option = typed.waiting(typed.words.value(typed.words.size() - 1)))
        return values(typed, option->valueName(), current);
    if (const auto option = typed.option(current); option && current.contains(u'=')) {
        const QString front = current.section(u'=', 0, 0) + u'=';
        Candidates found = values(typed, option->valueName(), current.sliced(front.size()));
        for (Candidate &candidate : found)
            candidate.word = candidate.word == anyFile ? anyFile + u' ' + front : front + candidate.word;
        return found;
    }
    const QString argument = argumentsOf(typed.verb).value(typed.positionals());
    if (argument.isEmpty() || current.startsWith(u'-'))
        return optionNames(typed.options);
    return values(typed, argument, current);
}

/// The next word of the names that go on behind \a words.
Candidates namesBehind(const QStringList &words)
{
    Candidates found;
    for (const Verb &verb : allVerbs()) {
        const QStringList name = verb.name.split(u' ');
        if (name.size() <= words.size() || name.first(words.size()) != words)
            continue;
        const bool isWhole = name.size() == words.size() + 1;
        const auto same = std::find_if(found.begin(), found.end(),
            [&](const Candidate &candidate) { return candidate.word == name[words.size()]; });
        if (same == found.end())
            found.append({name[words.size()], isWhole ? verb.summary : QString()});
        else if (isWhole)
            same->meaning = verb.summary;
    }
    return found;
}

Candidates candidates(const QStringList &before, const QString &current)
{
    Candidates found = namesBehind(before);
    for (const Verb &verb : allVerbs()) {
        const QStringList name = verb.name.split(u' ');
        if (before.first(qMin(name.size(), before.size())) == name)
            return found + behind({verb, before.sliced(name.size()), allOptions(verb)}, current);
    }
    if (before.isEmpty() && current.startsWith(u'-'))
        found += plain({QStringLiteral("--help"), QStringLiteral("--version")});
    return found;
}

} // namespace

QString completionText(const QStringList &words)
{
    QStringList lines;
    const QString current = words.isEmpty() ? QString() : words.constLast();
    for (const Candidate &candidate :
        candidates(words.first(qMax(qsizetype(0), words.size() - 1)), current)) {
        if (!candidate.word.startsWith(current) && !candidate.word.startsWith(anyFile))
            continue;
        QString line = printable(candidate.word);
        if (!candidate.meaning.isEmpty())
            line += u'\t' + printable(candidate.meaning.section(u'\n', 0, 0));
        if (!lines.contains(line)) // both documents have it
            lines.append(line);
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

} // namespace faceid
