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
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "account" -d 'Create, look at, change, bar and remove accounts'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "audit" -d 'Read, verify, prove and export the audit log'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "auth" -d 'Check sign-ins for other programs'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "backup" -d 'Make backups, prove that they open, restore them'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "calendar" -d 'See the public holidays that statutory dates are counted by'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "config" -d 'See what is set and where, or start a configuration file'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "doctor" -d 'Look for trouble and say what mends it'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "init" -d 'Make a new store'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "key" -d 'See and change who opens the store, and rotate its keys'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "password" -d 'Set, reset, check and make passwords'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "request" -d 'Answer data requests under GDPR and CCPA in time'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "role" -d 'Say what may be done, and by whom'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "status" -d 'Show what needs attention today'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "store" -d 'Check, measure, compact and migrate the database'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "tour" -d 'Show the main job on a throw-away store'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "2fa" -d 'Enroll second factors, check their codes, recover from losing them'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "create" -d 'Make an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "list" -d 'List accounts'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "show" -d 'Show one account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "change" -d 'Change an account\'s name, address, kind, region or expiry'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "disable" -d 'Keep accounts from signing in until they are enabled again'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "enable" -d 'Let disabled accounts sign in again'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "lock" -d 'Keep accounts from signing in for a time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "unlock" -d 'End the lock of accounts before its time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "remove" -d 'Remove accounts; they can be restored for 30 days'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "restore" -d 'Bring removed accounts back'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore history" -f -a "history" -d 'Show what happened to an account and what it did, newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l email -d 'The e-mail address; a person needs one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l display-name -d 'The name that people see' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l role -d 'A role that it holds; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l kind -d 'Who signs in with it' -r -f -a "person\t''
service\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l region -d 'Where the person lives: a code of two letters (ISO 3166-1)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l expires -d 'When it ends: a date, RFC 3339, or a period from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l password-file -d 'Read the password from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l password-fd -d 'Read the password from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l if-exists -d 'What to do when there is an account with this name; credentials of it always stay' -r -f -a "fail\t'End with 15'
skip\t'Leave it as it is'
update\t'Write what is given over it, and add the roles'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l invite -d 'Give out a code with which the holder sets the password'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l password-stdin -d 'Read the password from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l hash-stdin -d 'Read a password hash (PHC string) from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l no-password -d 'It cannot sign in until it gets a password'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l filter -d 'Only accounts that match: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l sort -d 'The order; accounts that are equal in it stand by name' -r -f -a "name\t''
email\t''
created\t''
changed\t''
expires\t''
last-sign-in\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l after -d 'Begin behind this account' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l fields -d 'Which fields, in this order' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l removed -d 'Removed accounts, too'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l name -d 'A new name' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l email -d 'A new e-mail address' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l display-name -d 'A new name that people see' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l kind -d 'Who signs in with it' -r -f -a "person\t''
service\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l region -d 'Where the person lives: a code of two letters (ISO 3166-1)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l expires -d 'When it ends: a date or RFC 3339 (also in the past), or a period from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l clear -d 'Take a value away; can be repeated' -r -f -a "email\t''
display-name\t''
region\t''
expires\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l for -d 'For how long: `24h`, `7d`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l until -d 'Until when: a date, RFC 3339, or a period from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l since -d 'Only from then on: a date, RFC 3339, or a period back from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l limit -d 'At most this many, the newest' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "list" -d 'List events, the newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "show" -d 'Show one event with every field'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "count" -d 'Count events, also by what they have in common and over time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "verify" -d 'Verify the log, or a proof that came from one'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "checkpoint" -d 'Sign the present state of the log'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "prove" -d 'Prove that an event is in the log'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "record" -d 'Record an event of another program'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list show count verify checkpoint prove record export" -f -a "export" -d 'Export events as lines, or the log as a tree of tiles'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l since -d 'Events from this time on: RFC 3339, a date, or a period back from now (`7d`)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l until -d 'Events before this time' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor -d 'Who acted: an account\'s name, address or id, or another name; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l target -d 'On whom or what: a name or an id; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'What was done: `auth.login`, or `auth.*` for all of a noun; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l outcome -d 'How it ended: success, failure, refused, intent; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l severity -d 'How much it matters: info, low, medium, high, critical; also `>=high`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l source -d 'Which program told it; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l seq -d 'Only these numbers: `17`, `100..200` (both included), `100..`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l field -d 'A field with this value; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l ip -d 'From this address or network; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l grep -d 'This text anywhere in the event, upper and lower case alike' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'At most so many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l reverse -d 'In the other order'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l by -d 'Count by these: action, actor, target, source, outcome, severity' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l per -d 'Count per interval: `1h`, `1d`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l since -d 'Events from this time on: RFC 3339, a date, or a period back from now (`7d`)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l until -d 'Events before this time' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l actor -d 'Who acted: an account\'s name, address or id, or another name; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l target -d 'On whom or what: a name or an id; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l action -d 'What was done: `auth.login`, or `auth.*` for all of a noun; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l outcome -d 'How it ended: success, failure, refused, intent; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l severity -d 'How much it matters: info, low, medium, high, critical; also `>=high`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l source -d 'Which program told it; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l seq -d 'Only these numbers: `17`, `100..200` (both included), `100..`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l field -d 'A field with this value; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l ip -d 'From this address or network; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l grep -d 'This text anywhere in the event, upper and lower case alike' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l limit -d 'At most so many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l reverse -d 'In the other order'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l trusted-checkpoint -d 'A checkpoint that was kept where nobody could change it' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l accept-epoch -d 'Accept that a restore lost the newest events of this epoch' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l proof -d 'Verify this proof of an event' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l checkpoint -d 'Verify this checkpoint' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l consistency -d 'Verify, too, that the checkpoint in this file continues the one of `--checkpoint`' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l vkey -d 'The log\'s public key, or a file that holds it' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l quick -d 'Leave out search columns, dictionaries and zones, which lie outside the tree'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l since-checkpoint -d 'Prove, too, that the log continues the one of this older checkpoint; goes to `FILE.consistency`' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l action -d 'What was done: a noun and a verb, like `auth.login`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l outcome -d 'How it ended: success, failure, refused' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l severity -d 'How much it matters: info, low, medium, high, critical' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l actor -d 'Who acted: an account\'s name, or any other name' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l target -d 'On whom or what' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l source -d 'Which program tells it (`external` by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l time -d 'When it happened (now by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l ip -d 'From which address' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l user-agent -d 'With which program' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l note -d 'Free text' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l field -d 'Another field; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l id -d 'The event\'s own key at its source: told again, nothing is added' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l stdin -d 'Read the event as one JSON object from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l as -d 'The form' -r -f -a "jsonl\t'One JSON object a line'
csv\t'A header and rows, RFC 4180'
tlog-tiles\t'Checkpoint, tiles and entries as files'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l since -d 'Events from this time on: RFC 3339, a date, or a period back from now (`7d`)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l until -d 'Events before this time' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l actor -d 'Who acted: an account\'s name, address or id, or another name; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l target -d 'On whom or what: a name or an id; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l action -d 'What was done: `auth.login`, or `auth.*` for all of a noun; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l outcome -d 'How it ended: success, failure, refused, intent; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l severity -d 'How much it matters: info, low, medium, high, critical; also `>=high`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l source -d 'Which program told it; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l seq -d 'Only these numbers: `17`, `100..200` (both included), `100..`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l field -d 'A field with this value; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l ip -d 'From this address or network; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l grep -d 'This text anywhere in the event, upper and lower case alike' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l limit -d 'At most so many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l redacted -d 'Leave personal values out'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l reverse -d 'In the other order'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check" -f -a "check" -d 'Check one sign-in: JSON on standard input, JSON as the answer'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -f -a "create" -d 'Make a backup'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -f -a "list" -d 'List the backups in a folder'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -f -a "show" -d 'Show what a backup\'s manifest says'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -f -a "verify" -d 'Prove that backups open'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create list show verify restore" -f -a "restore" -d 'Restore a backup into a new folder'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l to -d 'The folder that the backup goes to; can be repeated; else `backup.to` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l label -d 'A short word that is kept with the backup' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l recipient -d 'Somebody else who can open it: `age1…` or an ssh public key; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l level -d 'How hard it is compressed, 1 to 19' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l from -d 'The folder that the backups lie in; else the first of `backup.to` in the configuration, else where the store last put one' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l from -d 'The folder that the backups lie in; else the first of `backup.to` in the configuration, else where the store last put one' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l latest -d 'The newest one'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l scratch -d 'Where `--restore-test` restores to; the folder must not exist' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l from -d 'The folder that the backups lie in; else the first of `backup.to` in the configuration, else where the store last put one' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l all -d 'Every backup in the folder'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l latest -d 'The newest one (also when nothing is named)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l quick -d 'Signatures, numbering and SHA-256 only'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l restore-test -d 'Restore into a scratch folder and check the result'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l to -d 'The new store\'s folder' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l from -d 'The folder that the backups lie in; else the first of `backup.to` in the configuration, else where the store last put one' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l latest -d 'The newest one'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l unsigned -d 'Restore a file that no manifest of this store vouches for; needs `--reason` and the store\'s name'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show" -f -a "show" -d 'Show the public holidays of a place, or the places that are known'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l year -d 'The year; this one if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l name -d 'The store\'s name, used in file names of backups' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l new-identity -d 'Write a new identity to this file; it opens the store' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l recipient -d 'Somebody who can open the store: `age1…` or an ssh public key; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l new-passphrase-file -d 'A file with a new passphrase that opens the store' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l if-exists -d 'What to do when there is a store already' -r -f -a "fail\t''
skip\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -f -a "list" -d 'List unlockers and keys'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -f -a "add" -d 'Add an unlocker'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -f -a "remove" -d 'Remove an unlocker'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -f -a "rotate" -d 'Rotate keys'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -f -a "verify" -d 'Check unlockers and slots'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate verify kit" -f -a "kit" -d 'Write the recovery kit'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l recipient -d '`age1…`, `ssh-ed25519 …` or `ssh-rsa …`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l new-passphrase-file -d 'A file with the new passphrase' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l signing -d 'Rotate the key that signs checkpoints and backups'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l master -d 'Rotate the master identity, the data key and the signing key'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -f -a "set" -d 'Set the password of an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -f -a "reset" -d 'Give out a code that sets a new password'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -f -a "redeem" -d 'Choose a new password with a code'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -f -a "check" -d 'See whether a password meets the rules'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem check generate" -f -a "generate" -d 'Make a password'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l password-file -d 'Read the password from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l password-fd -d 'Read the password from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l own -d 'It is my own account: the password stays'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l password-stdin -d 'Read the password from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l ttl -d 'How long the code works, 1m to 24h' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l code-file -d 'Read the code from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l code-fd -d 'Read the code from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l password-file -d 'Read the password from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l password-fd -d 'Read the password from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l code-stdin -d 'Read the code from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l password-stdin -d 'Read the password from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l account -d 'The account it is for: name, e-mail address or id' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l password-file -d 'Read the password from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l password-fd -d 'Read the password from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l with-factor -d 'It is used together with a second factor only'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l password-stdin -d 'Read the password from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l words -d 'How many words, 4 to 64' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l length -d 'How many letters and digits instead, 15 to 1024' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "open" -d 'Record a request that came in'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "ack" -d 'Record that receipt was confirmed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "verify" -d 'Record that it is certain who asks'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "build" -d 'Build the bundle that answers a request'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "deliver" -d 'Record that the newest bundle went out'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "fulfil" -d 'Close a request that is answered'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "deny" -d 'Deny a request, and print what the person must be told'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "list" -d 'List requests with their states and dates'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "show" -d 'Show a request with its dates, steps and bundles'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "due" -d 'Show what is overdue or must be done soon'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack verify build deliver fulfil deny list show due deadline" -f -a "deadline" -d 'Compute statutory dates, without a store'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l email -d 'Who asks, where no account is named; an account with this address is found by itself' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l type -d 'What is asked for (`know-specific` is the CCPA\'s name for `access`)' -r -f -a "access\t''
portability\t''
know-specific\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l law -d 'The law that it is answered under' -r -f -a "gdpr\t''
ccpa\t''
both\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l received -d 'When it reached you: RFC 3339, a date, or a period back from now; now if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l channel -d 'How it came in' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l calendar -d 'Whose public holidays count' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l tz -d 'The zone in which the days are counted' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l agent -d 'An authorized agent asks for somebody else (11 CCR §7063)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l channel -d 'How the confirmation went out' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l method -d 'How it was made sure' -r -f -a "sign-in\t''
two-factor\t''
email\t''
document\t''
declaration\t''
in-person\t''
agent\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l account -d 'Whose account it turned out to be, where the request named none' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l recipient -d 'Whom to encrypt to: `age1…` or an ssh public key; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l new-passphrase-file -d 'Encrypt with the passphrase in this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l passphrase -d 'Encrypt with a generated passphrase, shown once'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l channel -d 'How the bundle went out' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l partial -d 'Why a part was withheld' -r -f -a "no-match\t''
insufficient-verification\t''
suspected-fraud\t''
claim-not-covered\t''
outside-jurisdiction\t''
too-many-requests\t''
manifestly-unfounded\t''
legal-obligation\t''
legal-claims\t''
expression\t''
security\t''
rights-of-others\t''
hold\t''
not-holding-data\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l text -d 'What the person was told about the part that was withheld' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l code -d 'Why' -r -f -a "no-match\t''
insufficient-verification\t''
suspected-fraud\t''
claim-not-covered\t''
outside-jurisdiction\t''
too-many-requests\t''
manifestly-unfounded\t''
legal-obligation\t''
legal-claims\t''
expression\t''
security\t''
rights-of-others\t''
hold\t''
not-holding-data\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l text -d 'Why, in plain words for the person' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l all -d 'Closed ones, too'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l within -d 'How far ahead to look' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l law -d 'The law' -r -f -a "gdpr\t''
ccpa\t''
breach\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l received -d 'When the request was received: RFC 3339, a date, or a period back from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l calendar -d 'Whose public holidays count' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l tz -d 'The controller\'s time zone; the calendar\'s own if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l suspended-days -d 'Days on which the GDPR clock stood still' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l kind -d 'The kind of breach duty' -r -f -a "gdpr_art33_72h\t''
ca_1798_82\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l aware -d 'When you became aware of the breach' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l discovered -d 'When the breach was discovered' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l individuals-notified -d 'When the people concerned were told' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "create" -d 'Make a role'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "list" -d 'List the roles, what they permit and how many accounts hold them'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "show" -d 'Show what a role permits and who holds it'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "remove" -d 'Remove a role, also from the accounts that hold it'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "grant" -d 'Give a role to accounts'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "revoke" -d 'Take a role from accounts'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "permit" -d 'Let a role do more, or less'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check" -f -a "check" -d 'Check whether an account may do something'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l permit -d 'What it permits: `account.show`, `backup.*`, `*`; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l withdraw -d 'Take these permissions from the role'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l explain -d 'Tell which role permits it, or what is missing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -f -a "check" -d 'Check the database for damage and tampering'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -f -a "stats" -d 'Show sizes and counts of the database'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -f -a "compact" -d 'Rewrite the database without its empty pages'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -f -a "migrate" -d 'Bring the database up to date after an upgrade of the program'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l deep -d 'Also compare every index entry with its row'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l to -d 'The folder that the backup goes to; can be repeated; else `backup.to` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l keep -d 'Keep everything in this new folder' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l accounts -d 'How many people' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l events -d 'How many events' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l seed -d 'What the made-up data is drawn from' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l data-only -d 'Stop when the data is there'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "enroll" -d 'Enroll an authenticator app (TOTP)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "confirm" -d 'Confirm a pending factor with its first code'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "verify" -d 'Check a code of an account, and use it up'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "status" -d 'See who has which second factor'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "remove" -d 'Remove a second factor'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "reset" -d 'Remove every second factor and recovery code of an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify status remove reset recovery" -f -a "recovery" -d 'Make recovery codes, and see how many are left'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l code-file -d 'Read the code from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l code-fd -d 'Read the code from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l code-stdin -d 'Read the code from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l code-file -d 'Read the code from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l code-fd -d 'Read the code from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l code-stdin -d 'Read the code from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l factor -d 'Which factor, where there are several (`fac_…`)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -f -a "new" -d 'Make ten new recovery codes; the old ones are void'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -f -a "status" -d 'See which recovery codes are used'
