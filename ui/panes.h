#pragma once

namespace faceid {

class EnvironmentBand;
class FormStack;
class HistoryView;
class IssueBar;
class MessageBar;
class OriginLine;
class OutcomeCard;
class ResponseInspector;

/// What the window is put together from, for those who arrange it or carry something through it. Owned by the
/// window.
struct Panes
{
    EnvironmentBand *band;
    MessageBar *message;
    FormStack *forms;
    OriginLine *origin;
    IssueBar *bar;
    OutcomeCard *card;
    ResponseInspector *inspector;
    HistoryView *history;
};

} // namespace faceid
