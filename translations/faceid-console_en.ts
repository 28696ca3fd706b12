<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchWords</name>
    <message numerus="yes">
        <source>This batch was begun before: going on sends no row twice. %Ln row(s). To send all of them again, as new requests, remove %1.</source>
        <translation>
            <numerusform>This batch was begun before: going on sends no row twice. %Ln row. To send it again, as a new request, remove %1.</numerusform>
            <numerusform>This batch was begun before: going on sends no row twice. %Ln rows. To send all of them again, as new requests, remove %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), %1 of them would be refused. Put the cells below right; nothing has been sent.</source>
        <translation>
            <numerusform>%Ln row, %1 would be refused. Put the cells below right; nothing has been sent.</numerusform>
            <numerusform>%Ln rows, %1 of them would be refused. Put the cells below right; nothing has been sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln problem(s) are listed.</source>
        <translation>
            <numerusform>The first problem is listed.</numerusform>
            <numerusform>The first %Ln problems are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can be sent, with the warnings below.</source>
        <translation>
            <numerusform>%Ln row can be sent, with the warnings below.</numerusform>
            <numerusform>%Ln rows can be sent, with the warnings below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), and nothing speaks against any of them.</source>
        <translation>
            <numerusform>%Ln row, and nothing speaks against it.</numerusform>
            <numerusform>%Ln rows, and nothing speaks against any of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n request(s) of an earlier run never ended and are Unknown now: a token may have been issued.</source>
        <translation>
            <numerusform>%n request of an earlier run never ended and is Unknown now: a token may have been issued.</numerusform>
            <numerusform>%n requests of an earlier run never ended and are Unknown now: a token may have been issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of an earlier run never ended: see faceidctl history list.</source>
        <translation>
            <numerusform>%n request of an earlier run never ended: see faceidctl history list.</numerusform>
            <numerusform>%n requests of an earlier run never ended: see faceidctl history list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit trail is whole: %n entries.</source>
        <translation>
            <numerusform>The audit trail is whole: %n entry.</numerusform>
            <numerusform>The audit trail is whole: %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Personal data erased from %n row(s).</source>
        <translation>
            <numerusform>Personal data erased from %n row.</numerusform>
            <numerusform>Personal data erased from %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) erased.</source>
        <translation>
            <numerusform>%n row erased.</numerusform>
            <numerusform>%n rows erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) about somebody carry no key by which persons are told apart: whether they are this person&apos;s is not known. --before erases them.</source>
        <translation>
            <numerusform>%n row about somebody carries no key by which persons are told apart: whether it is this person&apos;s is not known. --before erases it.</numerusform>
            <numerusform>%n rows about somebody carry no key by which persons are told apart: whether they are this person&apos;s is not known. --before erases them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n other request(s).</source>
        <translation>
            <numerusform>Left out: %n other request.</numerusform>
            <numerusform>Left out: %n other requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1 of them would be refused.</source>
        <translation>
            <numerusform>%n row, %1 would be refused.</numerusform>
            <numerusform>%n rows, %1 of them would be refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sign</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::BatchPace</name>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::BatchWindow</name>
    <message numerus="yes">
        <source>Issue %n token(s)</source>
        <translation>
            <numerusform>Issue %n token</numerusform>
            <numerusform>Issue %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) checked …</source>
        <translation>
            <numerusform>%Ln row checked …</numerusform>
            <numerusform>%Ln rows checked …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Profile “%1” is production: the %Ln token(s) are real, and they may be charged.</source>
        <translation>
            <numerusform>Profile “%1” is production: the token is real, and it may be charged.</numerusform>
            <numerusform>Profile “%1” is production: the %Ln tokens are real, and they may be charged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::CompareDialog</name>
    <message numerus="yes">
        <source>%Ln thing(s) differ.</source>
        <translation>
            <numerusform>%Ln thing differs.</numerusform>
            <numerusform>%Ln things differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln masked value(s) are alike; whether they are the same is not known.</source>
        <translation>
            <numerusform>%Ln masked value is alike; whether it is the same is not known.</numerusform>
            <numerusform>%Ln masked values are alike; whether they are the same is not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) saved: %1</source>
        <translation>
            <numerusform>%n row saved: %1</numerusform>
            <numerusform>%n rows saved: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All rows: %Ln</source>
        <translation>
            <numerusform>All rows: %Ln</numerusform>
            <numerusform>All rows: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), as the list shows them</source>
        <translation>
            <numerusform>%Ln row, as the list shows it</numerusform>
            <numerusform>%Ln rows, as the list shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln row(s) with personal data…</source>
        <translation>
            <numerusform>Export %Ln row with personal data…</numerusform>
            <numerusform>Export %Ln rows with personal data…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln row(s)…</source>
        <translation>
            <numerusform>Export %Ln row…</numerusform>
            <numerusform>Export %Ln rows…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::FormDesk</name>
    <message numerus="yes">
        <source>The archive holds no token request, and %n other(s).</source>
        <translation>
            <numerusform>The archive holds no token request, and %n other.</numerusform>
            <numerusform>The archive holds no token request, and %n others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::HarDialog</name>
    <message numerus="yes">
        <source>%n other request(s) are left out.</source>
        <translation>
            <numerusform>%n other request is left out.</numerusform>
            <numerusform>%n other requests are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::HistoryView</name>
    <message numerus="yes">
        <source>%Ln row(s) found</source>
        <translation>
            <numerusform>%Ln row found</numerusform>
            <numerusform>%Ln rows found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::ImagesEditor</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) did not fit into the free places.</source>
        <translation>
            <numerusform>%n photo did not fit into the free places.</numerusform>
            <numerusform>%n photos did not fit into the free places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::IssueBar</name>
    <message numerus="yes">
        <source>%n to fix: %1</source>
        <translation>
            <numerusform>%n to fix: %1</numerusform>
            <numerusform>%n to fix: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::IssueFlow</name>
    <message numerus="yes">
        <source>Do not ask again for %n minute(s)</source>
        <translation>
            <numerusform>Do not ask again for %n minute</numerusform>
            <numerusform>Do not ask again for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::PrivacyDialog</name>
    <message numerus="yes">
        <source>Personal data erased from %n row(s).</source>
        <translation>
            <numerusform>Personal data erased from %n row.</numerusform>
            <numerusform>Personal data erased from %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) erased.</source>
        <translation>
            <numerusform>%n row erased.</numerusform>
            <numerusform>%n rows erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) about somebody carry no key by which persons are told apart: whether they are this person&apos;s is not known.</source>
        <translation>
            <numerusform>%n row about somebody carries no key by which persons are told apart: whether it is this person&apos;s is not known.</numerusform>
            <numerusform>%n rows about somebody carry no key by which persons are told apart: whether they are this person&apos;s is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries, nothing was changed. Last hash: %1</source>
        <translation>
            <numerusform>%n entry, nothing was changed. Last hash: %1</numerusform>
            <numerusform>%n entries, nothing was changed. Last hash: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::ProfileDialog</name>
    <message numerus="yes">
        <source>%n profile(s) added. Type their secrets.</source>
        <translation>
            <numerusform>%n profile added. Type its secret.</numerusform>
            <numerusform>%n profiles added. Type their secrets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) written, without secrets.</source>
        <translation>
            <numerusform>%n profile written, without secrets.</numerusform>
            <numerusform>%n profiles written, without secrets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::ResponsePage</name>
    <message numerus="yes">
        <source>%n string(s) shortened</source>
        <translation>
            <numerusform>%n string shortened</numerusform>
            <numerusform>%n strings shortened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faceid::UnresolvedLine</name>
    <message numerus="yes">
        <source>%Ln attempt(s) have an unknown outcome: a token may have been issued.</source>
        <translation>
            <numerusform>%Ln attempt has an unknown outcome: a token may have been issued.</numerusform>
            <numerusform>%Ln attempts have an unknown outcome: a token may have been issued.</numerusform>
        </translation>
    </message>
</context>
</TS>
