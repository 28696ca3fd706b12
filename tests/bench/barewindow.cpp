// What any Qt program must pay: a table and a line edit, measured as the console measures itself.

#include "shell/measure.h"

#include <QApplication>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidget>

#include <optional>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QWidget window;
    window.setWindowTitle(QStringLiteral("Bare window"));
    auto *search = new QLineEdit;
    auto *table = new QTableView;
    QStandardItemModel model(50, 9);
    table->setModel(&model);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(search);
    layout->addWidget(table);
    window.resize(1280, 820);
    search->setFocus();
    const QStringList arguments = QApplication::arguments();
    std::optional<faceid::Measure> measure;
    if (arguments.contains(QStringLiteral("--measure")))
        measure.emplace(window, arguments.contains(QStringLiteral("--exit-when-usable")));
    window.show();
    return QApplication::exec();
}
