#pragma once

#include "help/helpfacts.h"

#include <QStringList>

namespace faceid {

/// The user guide: pages of resources/help, one folder for each language, every page in each under the same
/// name. They are HTML, because links go to places within pages, which Qt's Markdown cannot name.
class HelpBook
{
public:
    explicit HelpBook(HelpFacts facts);

    /// Names of all pages, in the order in which they are listed.
    static QStringList pages();
    static QString firstPage() { return QStringLiteral("index"); }
    /// The folder of the window's language. It stands in the translation, so that the guide speaks what the
    /// window speaks.
    static QString folder();

    /// A page with its facts filled in; empty for a name that none has. A fact that no table knows stays in
    /// its braces.
    QString html(const QString &page) const;
    /// The page's heading.
    QString title(const QString &page) const;
    /// The page as it is read, for a search.
    QString text(const QString &page) const;

private:
    HelpFacts m_facts;
};

} // namespace faceid
