#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QLatin1String>

#include <chrono>

namespace faceid {

struct Policy;

// Names of options that several verbs have; those of one verb alone stand in its file.
inline constexpr QLatin1String apiKeyOption("api-key");
inline constexpr QLatin1String baseUrlOption("base-url");
inline constexpr QLatin1String caOption("ca");
inline constexpr QLatin1String fieldOption("f");
inline constexpr QLatin1String formatOption("format");
inline constexpr QLatin1String logOption("log");
inline constexpr QLatin1String outOption("out");
inline constexpr QLatin1String outcomeOption("outcome");
inline constexpr QLatin1String personOption("person");
inline constexpr QLatin1String photoOption("i");
inline constexpr QLatin1String profileOption("profile");
inline constexpr QLatin1String sandboxOption("sandbox");
inline constexpr QLatin1String sinceOption("since");
inline constexpr QLatin1String timeoutOption("timeout");
inline constexpr QLatin1String untilOption("until");
inline constexpr QLatin1String validOption("valid");

/// `--ca FILE`.
QCommandLineOption caChoice();

/// `--format csv|json`, and whether it says csv. Throws UsageError where it is missing or says neither.
QCommandLineOption formatChoice();
bool wantsCsv(const QCommandLineParser &parser);

/// `--person`, of which personFromInput() reads who is meant.
QCommandLineOption personChoice();

/// The option `--with-personal` of what exports rows, with \a help for what it brings, and whether it is
/// given; throws Forbidden when it is and the administrator has personal data masked.
QCommandLineOption personalChoice(const QString &help);
bool wantsPersonal(const QCommandLineParser &parser, const Policy &policy);

/// `--timeout SECONDS` of a request, and its time. Throws UsageError.
QCommandLineOption deadlineChoice();
std::chrono::milliseconds deadlineFrom(const QCommandLineParser &parser);

} // namespace faceid
