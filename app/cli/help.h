#pragma once

#include <QString>

namespace faceid {

struct Verb;

/// What `faceidctl --help` prints.
QString generalHelp();
/// What `faceidctl history --help` prints, where the verbs have \a group as the first of two words; empty
/// where none has.
QString groupHelp(const QString &group);
/// What `faceidctl VERB --help` prints.
QString verbHelp(const Verb &verb);
/// All of it as one manual page, in the language of the program, for man(1).
QString manualPage();

} // namespace faceid
