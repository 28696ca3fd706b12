# What may come next on faceidctl's command line, in fish: the program itself is asked.

function __faceidctl_words
    set -l typed (commandline --tokenize --cut-at-cursor --current-process)
    for line in ($typed[1] --complete $typed[2..] (commandline --cut-at-cursor --current-token) 2>/dev/null)
        if string match --quiet ':files*' -- $line
            set -l front (string replace --regex '^:files ?' '' -- $line)
            set -l path (string replace -- "$front" '' (commandline --cut-at-cursor --current-token))
            for file in (__fish_complete_path $path)
                echo $front$file
            end
        else
            echo $line
        end
    end
end
complete --command faceidctl --no-files --arguments '(__faceidctl_words)'
