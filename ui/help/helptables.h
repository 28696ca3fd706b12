#pragma once

#include "client/exitstatus.h"
#include "contract/resultspec.h"
#include "shell/command.h"

/// Tables of the user guide as HTML for QTextBrowser, each made from the table of the program that knows.
namespace faceid::helptables {

QString outcomes();
QString exitStatuses();
QString errors(const EndpointSpec &spec);
QString parameters(const EndpointSpec &spec);
QString results(const EndpointSpec &spec);
QString keychainStates();
QString connectionSteps();
QString scenarios();
QString codeLanguages();
QString policies();
/// Commands that have keys.
QString shortcuts(const QList<Command> &commands);

} // namespace faceid::helptables
