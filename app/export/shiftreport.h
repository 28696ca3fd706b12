#pragma once

#include "history/audit.h"
#include "history/shiftfigures.h"

class QIODevice;

namespace faceid {

/// The figures as a page to print: A4, in the language of the program, nothing about a person in it. Works in
/// the main thread of a QGuiApplication, for its fonts.
///
/// \a out is open for writing. False when it could not be written; its errorString() has the words.
bool writeShiftReport(QIODevice &out, const ShiftFigures &figures);

/// What it says, as rich text, and its default style sheet.
QString shiftReportHtml(const ShiftFigures &figures);
QString shiftReportStyle();

/// What the audit trail keeps of a report that was saved.
AuditNote shiftReportDeed();

} // namespace faceid
