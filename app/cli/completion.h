#pragma once

#include <QStringList>

namespace faceid {

/// What may stand in place of the last of \a words, which is being typed; \a words are those behind the
/// program's name. Each line of it is a word and, behind a tab, what it means. A word that ends with '=' goes
/// on.
/// ":files" stands for the names of files, with what goes before them behind a blank.
///
/// The scripts in packaging/linux/completion ask for it, so that what each shell offers is what the verbs and
/// the contract say.
QString completionText(const QStringList &words);

} // namespace faceid
