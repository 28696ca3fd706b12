# Tests of app/export.
faceid_test(tst_bundle SOURCES support/madeexchange.h LINKS app_export)
faceid_test(tst_exchangediff SOURCES support/madeexchange.h LINKS app_export)
faceid_test(tst_rowwriter SOURCES support/madeexchange.h LINKS app_export)
faceid_test(tst_curlreader LINKS app_export)
