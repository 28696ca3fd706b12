#pragma once

#include "history/historyrow.h"

#include <QMetaType>

#include <variant>

namespace faceid {

/// What an operator found out about a row, and how; None takes it back. Only where canBeResolved().
struct ResolutionRemark
{
    Resolution resolution;
    QString note;
};
struct NoteRemark
{
    QString note;
};
/// Words with commas between them, by which rows are found again.
struct TagsRemark
{
    QString tags;
};
/// Number of the row's case in the operator's other system.
struct TicketRemark
{
    QString ticket;
};
/// The row's token left this program.
struct CopiedRemark
{
    QDateTime when;
};
/// The result of the token was looked up, or a callback brought it. It adds to the calls of the note before.
struct ResultRemark
{
    ResultNote note;
};
/// What becomes of a row after its exchange has ended.
using Remark =
    std::variant<ResolutionRemark, NoteRemark, TagsRemark, TicketRemark, CopiedRemark, ResultRemark>;

} // namespace faceid

Q_DECLARE_METATYPE(faceid::Remark)
