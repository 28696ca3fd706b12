#pragma once

namespace faceid {

/// What the imitation is told about itself: the choices that the documents leave open, each with what it does
/// when nobody chooses.
struct SandboxRules
{
    /// Where the number of faces in a photo comes from.
    enum class Faces {
        Search, ///< a detector looks; a program built without one sees one face in every photo
        One,
        None,
        Several,
    };

    /// What goes wrong with the callback to notify_url.
    struct Callbacks
    {
        bool twice = false;
        bool never = false;
        bool wrongSign = false; ///< at return_url too
        int lateSeconds = 0; ///< after the outcome, so that return_url is first
        int retries = 0; ///< a second apart, after an answer other than 2xx
    };

    /// How a sign of the SDK is judged.
    struct Signs
    {
        int toleranceSeconds = 0; ///< that a sign is good beyond its time, for clocks that differ
        bool invalidIsAReason = false; ///< AUTHORIZATION_ERROR:INVALID_SIGN; the document has both forms
    };

    Faces faces = Faces::Search;
    Callbacks callbacks = {};
    Signs signs = {};
    bool spacedColon = false; ///< error codes as "CODE: key"; the documents write both
    bool refusesRepeatedBizNo = false; ///< no document says what a repeated biz_no does
};

} // namespace faceid
