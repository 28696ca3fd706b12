// What happens before what, where Qt hands something from a thread to another. Qt itself is not built for
// ThreadSanitizer, so its locks and reference counts order nothing for it, and every hand-over looks like a
// race. Here stand those functions of Qt by which this program hands over, each with the order that Qt keeps,
// then calling Qt's own. Only in programs built with FACEID_SANITIZE=thread; Qt's calls of itself stay as
// they are.

#include <QFutureInterfaceBase>
#include <QMetaObject>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>

#include <functional>
#include <memory>

extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);

namespace tsanorder {

/// Qt's own function of that mangled name.
template <typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

/// A call that waits in a thread's queue: it happens after it was put there, and it is deleted after it.
class QueuedCall : public QtPrivate::QSlotObjectBase
{
public:
    explicit QueuedCall(QtPrivate::QSlotObjectBase *call)
        : QSlotObjectBase(&run)
        , m_call(call)
    {
        __tsan_release(this);
    }

private:
    static void run(int operation, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *isSame)
    {
        auto *queued = static_cast<QueuedCall *>(self);
        switch (operation) {
        case Destroy:
            __tsan_acquire(queued);
            queued->m_call->destroyIfLastRef();
            delete queued;
            break;
        case Call:
            __tsan_acquire(queued);
            queued->m_call->call(receiver, arguments);
            __tsan_release(queued);
            __tsan_release(QThread::currentThread()); // whose end somebody may wait for
            break;
        case Compare:
            *isSame = queued->m_call->compare(arguments);
            break;
        }
    }

    QtPrivate::QSlotObjectBase *m_call;
};

} // namespace tsanorder

bool QMetaObject::invokeMethodImpl(
    QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    using Function = bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto original = tsanorder::original<Function>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return original(object, new tsanorder::QueuedCall(slot), type, result);
}

void QThreadPool::start(std::function<void()> work, int priority)
{
    using Function = void(QThreadPool *, std::function<void()>, int);
    static const auto original = tsanorder::original<Function>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    auto *held = new std::function<void()>(std::move(work));
    __tsan_release(held);
    const auto run = [held] {
        __tsan_acquire(held);
        const std::unique_ptr<std::function<void()>> owned(held);
        (*owned)();
    };
    original(this, run, priority);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    using Function = bool(QThread *, QDeadlineTimer);
    static const auto original = tsanorder::original<Function>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool hasEnded = original(this, deadline);
    __tsan_acquire(this);
    return hasEnded;
}

// A result is read after the promise was kept, and cleared away after everybody has let it go.

void QFutureInterfaceBase::reportFinished()
{
    using Function = void(QFutureInterfaceBase *);
    static const auto original = tsanorder::original<Function>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    __tsan_release(d);
    original(this);
}

int QFutureInterfaceBase::resultCount() const
{
    using Function = int(const QFutureInterfaceBase *);
    static const auto original = tsanorder::original<Function>("_ZNK20QFutureInterfaceBase11resultCountEv");
    const int count = original(this);
    __tsan_acquire(d);
    return count;
}

void QFutureInterfaceBase::waitForResult(int index)
{
    using Function = void(QFutureInterfaceBase *, int);
    static const auto original = tsanorder::original<Function>("_ZN20QFutureInterfaceBase13waitForResultEi");
    original(this, index);
    __tsan_acquire(d);
}

QFutureInterfaceBase::~QFutureInterfaceBase()
{
    using Function = void(QFutureInterfaceBase *);
    static const auto original = tsanorder::original<Function>("_ZN20QFutureInterfaceBaseD2Ev");
    if (d) {
        __tsan_release(d);
        __tsan_acquire(d);
    }
    original(this);
}

bool QFutureInterfaceBase::derefT() const
{
    using Function = bool(const QFutureInterfaceBase *);
    static const auto original = tsanorder::original<Function>("_ZNK20QFutureInterfaceBase6derefTEv");
    void *key = d; // of which the call may let go
    __tsan_release(key);
    const bool isHeld = original(this);
    __tsan_acquire(key);
    return isHeld;
}
