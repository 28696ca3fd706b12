#pragma once

#include "client/exchange.h"

#include <QList>

class QCommandLineParser;

namespace faceid {

/// \a word as the id of a row; throws a UsageError that says where ids are listed.
QUuid idFrom(const QString &word);

/// The positional arguments as ids of rows, at least one; throws UsageError.
QList<QUuid> idsFrom(const QCommandLineParser &parser);

/// What the history keeps of these rows, in their order. \a error is one sentence when one of them is not
/// there or the history cannot be read.
QList<Exchange> exchangesOf(const QList<QUuid> &ids, QString &error);

} // namespace faceid
