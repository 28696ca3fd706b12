# What may come next on faceidctl's command line, in bash: the program itself is asked.
# shellcheck shell=bash

_faceidctl() {
    local cur words cword found word prefix=''
    _get_comp_words_by_ref -n '=:' cur words cword # bash takes these two for ends of words
    mapfile -t found < <("$1" --complete "${words[@]:1:cword}" 2>/dev/null | cut -f 1)
    [[ $cur != *=* ]] || prefix=${cur%%=*}=
    COMPREPLY=()
    for word in "${found[@]}"; do
        if [[ $word == :files* ]]; then
            cur=${cur#"$prefix"}
            _filedir
            return
        fi
        [[ $word != *= ]] || compopt -o nospace
        word=$(printf %q "${word#"$prefix"}")
        COMPREPLY+=("$word")
    done
    __ltrim_colon_completions "${cur#"$prefix"}"
}
complete -F _faceidctl faceidctl
