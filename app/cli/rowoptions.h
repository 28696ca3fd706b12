#pragma once

#include "history/historyquery.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

namespace faceid {

/// `--outcome`, `--since` and `--until`: which rows of the history are meant.
QList<QCommandLineOption> rowOptions();
/// What they say. Throws UsageError.
HistoryQuery queryFrom(const QCommandLineParser &parser);

} // namespace faceid
