// Built into every target with FACEID_SANITIZE: what the leak sanitizer is to overlook, whoever starts the
// program.

extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    // QThread::wait() returns a moment before the thread's own clean-up has run. When the program ends within
    // that moment, OpenSSL's clean-up comes first, and the thread's error queue (904 bytes) is never freed.
    return "leak:CRYPTO_zalloc\n";
}

extern "C" const char *__lsan_default_options();
extern "C" const char *__lsan_default_options()
{
    return "print_suppressions=0"; // stderr belongs to the program
}
