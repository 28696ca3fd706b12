# Tests of app/callback.
faceid_test(tst_callback SOURCES ${history_bench} LINKS app_callback Qt6::Sql)
faceid_test(tst_notifydoctor LINKS app_callback)
