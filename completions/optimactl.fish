# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_optimactl_global_optspecs
    string join \n store= config= identity= passphrase-file= format= output= overwrite n/dry-run y/yes confirm= no-input reason= ticket= wait= q/quiet v/verbose progress color= utc h/help V/version
end

function __fish_optimactl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_optimactl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_optimactl_using_subcommand
    set -l cmd (__fish_optimactl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c optimactl -n "__fish_optimactl_needs_command" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_needs_command" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_needs_command" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_needs_command" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_needs_command" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_needs_command" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_needs_command" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_needs_command" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_needs_command" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_needs_command" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_needs_command" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_needs_command" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_needs_command" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_needs_command" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_needs_command" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_needs_command" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_needs_command" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_needs_command" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_needs_command" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_needs_command" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "config" -d 'See what is set and where, or start a configuration file'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -f -a "show" -d 'Show every setting with its value and its origin'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -f -a "template" -d 'Print a commented configuration file'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l static -d 'Print the script that knows commands and flags by itself, as packages install it'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -s V -l version -d 'Print version'
