#pragma once

#include <QString>

/// Texts as literals of programming languages and shells. Each function takes any text and gives one that, at
/// its place in a program, stands for exactly that text.
namespace faceid::literal {

/// In double quotes, for Python, Go, JavaScript and C#: control characters, and those that change the
/// direction of writing, as `\uXXXX`.
QString quoted(const QString &text);
/// The same for Java, in ASCII: a compiler may read a source in the desktop's encoding.
QString java(const QString &text);
/// In single quotes, for PHP.
QString php(const QString &text);
/// In single quotes, for POSIX shells.
QString shell(const QString &text);
/// In single quotes, for PowerShell, which knows five characters that are one.
QString powerShell(const QString &text);
/// One argument for a program that reads its command line as Microsoft's C library does, in a batch file of
/// cmd.exe.
QString cmd(const QString &text);
/// A value in double quotes in curl's configuration files.
QString curlConfig(const QString &text);
/// A file name in double quotes in an argument of curl's --form.
QString curlForm(const QString &text);

} // namespace faceid::literal
