# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_optimactl_global_optspecs
    string join \n store= config= identity= passphrase-file= format= output= overwrite n/dry-run y/yes confirm= no-input reason= ticket= operator-code-file= wait= q/quiet v/verbose progress color= utc h/help V/version
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
complete -c optimactl -n "__fish_optimactl_needs_command" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "calendar" -d 'See, import and check the public holidays that statutory dates are counted by'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "config" -d 'See what is set and where, or start a configuration file'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "consent" -d 'Prove consents, and take them back as easily as they were given (GDPR Art. 7)'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "doctor" -d 'Look for trouble and say what mends it'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "group" -d 'Put accounts into groups that hold roles'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "hold" -d 'Keep data from being deleted while a law or a claim needs them'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "init" -d 'Make a new store'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "key" -d 'See and change who opens the store, and rotate its keys'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "notice" -d 'See what accounts are to be told, and note what was sent'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "optout" -d 'Honor opt-outs (CCPA) and objections (GDPR Art. 21)'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "password" -d 'Set, reset, check, make and strengthen passwords'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "request" -d 'Answer data requests under GDPR and CCPA in time'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "restriction" -d 'Store an account\'s data and do nothing else with them (GDPR Art. 18)'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "retention" -d 'Keep each class of data as long as its rule says, and no longer'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "role" -d 'Say what may be done, and by whom'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "session" -d 'Record, list, end and check the sign-ins that a platform keeps open'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "status" -d 'Show what needs attention today'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "store" -d 'Check, measure, compact and migrate the database'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "token" -d 'Give out, rotate, revoke and check API tokens'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "tour" -d 'Show the main job on a throw-away store'
complete -c optimactl -n "__fish_optimactl_needs_command" -f -a "2fa" -d 'Enroll second factors, check their codes, recover from losing them'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "create" -d 'Make an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "list" -d 'List accounts'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "show" -d 'Show one account'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "change" -d 'Change an account\'s name, address, kind, region or expiry'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "disable" -d 'Keep accounts from signing in until they are enabled again'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "enable" -d 'Let disabled accounts sign in again'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "lock" -d 'Keep accounts from signing in for a time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "unlock" -d 'End the lock of accounts before its time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "remove" -d 'Remove accounts; they can be restored for 30 days'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "restore" -d 'Bring removed accounts back'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "export" -d 'Export accounts, sorted by name'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "history" -d 'Show what happened to an account and what it did, newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "import" -d 'Import accounts from a file of another program'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "sweep" -d 'Report or disable accounts that nobody uses'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and not __fish_seen_subcommand_from create list show change disable enable lock unlock remove restore export history import sweep review" -f -a "review" -d 'Review who has access'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l email -d 'The e-mail address; a person needs one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l display-name -d 'The name that people see' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l role -d 'A role that it holds; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l kind -d 'Who signs in with it' -r -f -a "person\t''
service\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l region -d 'Where the person lives: a code of two letters (ISO 3166-1)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l expires -d 'When it ends: a date, RFC 3339, or a period from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l password-file -d 'Read the password from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l password-fd -d 'Read the password from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l invite-ttl -d 'How long the invitation works, 1m to 30d' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l invite -d 'Give out a code with which the holder sets the password'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l password-stdin -d 'Read the password from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from create" -l hash-stdin -d 'Read a password hash that another program made from standard input'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l sort -d 'The order: `name`, `email` or a time; `-FIELD` or `FIELD:desc` turns it round. Accounts that are equal in it stand by id, those without a value last' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l after -d 'Begin behind this account, or behind the page whose `next` this is' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from list" -l count -d 'Only say how many there are'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from change" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from disable" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from enable" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from lock" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from unlock" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from remove" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from restore" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l as -d 'The form' -r -f -a "jsonl\t'One JSON object a line: for `account import`'
csv\t'A header and rows, RFC 4180; cells that a spreadsheet would run begin with `\'`'
scim\t'A `ListResponse`, RFC 7644'
ldif\t'RFC 2849, below `ou=people`'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l filter -d 'Only accounts that match: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l recipient -d 'Encrypt to this recipient: `age1…`, `ssh-ed25519 …`; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l with-hashes -d 'Password hashes and second factors, too; for `jsonl` and, without second factors, `csv`'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from history" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l as -d 'The format' -r -f -a "auto\t'What the content looks like'
jsonl\t'One JSON object a line, as `account export` writes it'
csv\t'RFC 4180 with a header; comma, semicolon or tab'
htpasswd\t'`name:hash` of web servers'
shadow\t'shadow(5)'
ldif\t'RFC 2849'
django\t'`dumpdata auth.User`'
keycloak\t'A realm with its users'
scim\t'RFC 7643, as a list or a `ListResponse`'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l map -d 'What a column or attribute of the file holds; `-` leaves it out; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l if-exists -d 'What to do with an account that is there already' -r -f -a "fail\t'A bad row; if there are no others, end with 15'
skip\t'Leave it as it is'
update\t'Write over it what the file says'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l role -d 'A role for every account that is made or changed; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l group -d 'A group for every account that is made or changed; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l passwd -d 'Display names for `shadow`: a file in the form of passwd(5)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l report -d 'Write every row that was not simply taken to this file: JSON lines with line, name, outcome, field, error' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l batch -d 'Write in transactions of this many rows (1 to 1000000)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l max -d 'Refuse a file with more rows than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l administrators -d 'Let the import give roles that permit everything, by the file, `--role` or `--group`'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l continue-on-error -d 'Take the good rows although others are bad'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l inactive-after -d 'The last sign-in is longer ago than this, 1d or more: `90d`, `6 months`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l never-signed-in-after -d 'Made longer ago than this, 1d or more, and never signed in; without it the same as `--inactive-after`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l action -d 'What happens to them' -r -f -a "report\t''
disable\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l warn-before -d 'Also name those that will be dormant within this time' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l filter -d 'Only accounts that match' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l kind -d 'Persons or services' -r -f -a "person\t''
service\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l exclude-role -d 'Leave out who holds this role; may repeat' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l max -d 'Refuse if there are more dormant accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from sweep" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l filter -d 'Only accounts that match' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l inactive-after -d 'Without a sign-in for longer than this an account is dormant' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l digest -d 'Sign off only if the rows still have this SHA-256' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l findings -d 'Only show accounts with findings'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l check -d 'End with 4 if there are findings'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l sign-off -d 'Record that these rows were reviewed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l last -d 'Only say when a review was last signed off; ends with 4 if none ever was'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand account; and __fish_seen_subcommand_from review" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "list" -d 'List events, the newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "follow" -d 'Show events as they come'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "show" -d 'Show one event with every field'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "count" -d 'Count events, also by what they have in common and over time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "verify" -d 'Verify the log, or a proof that came from one'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "checkpoint" -d 'Sign the present state of the log'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "prove" -d 'Prove that an event is in the log'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "witness" -d 'Have others sign what the log holds, and take their signatures in'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "anchor" -d 'Put the log\'s state where nobody here can change it'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "record" -d 'Record an event of another program'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "ingest" -d 'Add the events of foreign logs'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "export" -d 'Export events as lines for other tools, as evidence, or as a tree of tiles'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "redact" -d 'Erase personal values from the log; the events stay'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "expire" -d 'Delete personal values that are older than they are kept'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and not __fish_seen_subcommand_from list follow show count verify checkpoint prove witness anchor record ingest export redact expire prune" -f -a "prune" -d 'Move old events out of the store into an archive'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l filter -d 'An expression over all of it: `outcome=failure and (actor=tom or severity>=high)`' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from list" -l explain -d 'Tell how the log would be searched, and do not search it'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l last -d 'Begin with so many of the newest events that fit, at most 1000' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l since -d 'Events from this time on: RFC 3339, a date, or a period back from now (`7d`)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l until -d 'Events before this time' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l actor -d 'Who acted: an account\'s name, address or id, or another name; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l target -d 'On whom or what: a name or an id; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l action -d 'What was done: `auth.login`, or `auth.*` for all of a noun; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l outcome -d 'How it ended: success, failure, refused, intent; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l severity -d 'How much it matters: info, low, medium, high, critical; also `>=high`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l source -d 'Which program told it; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l seq -d 'Only these numbers: `17`, `100..200` (both included), `100..`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l field -d 'A field with this value; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l ip -d 'From this address or network; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l grep -d 'This text anywhere in the event, upper and lower case alike' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l filter -d 'An expression over all of it: `outcome=failure and (actor=tom or severity>=high)`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l limit -d 'At most so many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l reverse -d 'In the other order'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from follow" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l filter -d 'An expression over all of it: `outcome=failure and (actor=tom or severity>=high)`' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from count" -l explain -d 'Tell how the log would be searched, and do not search it'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l trusted-checkpoint -d 'A checkpoint that was kept where nobody could change it: the file, or the mail or syslog line it left in' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l accept-epoch -d 'Accept that a restore lost the newest events of this epoch' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l proof -d 'Verify this proof of an event; with `--checkpoint` and `--consistency`, too, that the log in which it lies continues that checkpoint' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l checkpoint -d 'Verify this checkpoint: the file, or the mail or syslog line it left in' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l consistency -d 'Verify, too, that the checkpoint in this file continues the one of `--checkpoint`' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l vkey -d 'The log\'s public key, or a file that holds it' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l handover -d 'A note by which the log\'s key handed over to the next (`recovery/handover-GEN.note` beside a backup), so that an older key verifies newer files, and a newer one older files; may repeat' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l witness -d 'The public key of a witness, or a file that holds it: it must have signed the checkpoint; may repeat, and then all must have' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l since-checkpoint -d 'Put the proof in front that the log continues this older checkpoint: what `audit witness sign` wants to see' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l cosigned -d 'Sign nothing new: the newest checkpoint under which enough witnesses stand, with their lines'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prove" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -f -a "init" -d 'Make a witness\'s key'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -f -a "sign" -d 'Sign a checkpoint as a witness'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -f -a "add" -d 'Take in the cosignatures of witnesses'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from witness" -f -a "list" -d 'List the witnesses and what they signed last'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -f -a "create" -d 'Write a checkpoint in a form that leaves this machine'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -f -a "add" -d 'Take in the response to a time-stamp request'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from anchor" -f -a "list" -d 'List the anchors'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from record" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l as -d 'The format' -r -f -a "auto\t'What most of the first lines look like'
jsonl\t'One JSON object a line, with the keys of `audit record --stdin`'
journald\t'What `journalctl -o json` prints'
syslog\t'RFC 5424, RFC 3164, RFC 3339 and message'
cef\t'Common Event Format'
web\t'Combined or common logs of web servers'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l map -d 'Read lines as this TOML file says' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l source -d 'The source of every event, in the place of what the lines tell' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l origin -d 'From where the lines come, at most 128 bytes: the same line of another origin is another event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l tz -d 'The zone of times without one: `Europe/Berlin`, `+01:00` (UTC by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l year -d 'The year of the first line without one; more than half a year back is the next year' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l max-unparsed -d 'End with 3 if more than so many percent of the lines were not understood (0 to 100)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l last-line -d 'Take the last line although it has no line end; without this it is left for the next run'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l follow -d 'Go on as the files grow, until Ctrl-C or SIGTERM; renamed and cut files are followed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from ingest" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l as -d 'The form' -r -f -a "jsonl\t'One JSON object a line'
csv\t'A header and rows, RFC 4180'
ocsf\t'Open Cybersecurity Schema Framework, one JSON object a line'
ecs\t'Elastic Common Schema, one JSON object a line'
cef\t'Common Event Format, version 0'
syslog\t'Syslog lines, RFC 5424'
tlog-tiles\t'Checkpoint, tiles and entries as files'
evidence\t'A folder with entries, proofs, key, values and how to check them'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l since-seq -d 'Only events from this number on' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l cursor -d 'Go on where the last run with this file ended, and keep in it how far this one came' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l filter -d 'An expression over all of it: `outcome=failure and (actor=tom or severity>=high)`' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from export" -l redacted -d 'Leave personal values and names out; digests and ids stay'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l subject -d 'Whose values: an account\'s name, address or id, or the name or id of anybody else in the log' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l text -d 'Also every value that contains this, in whatever event (case does not matter); can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l seq -d 'Only in these events (`17`, `100..200`); without `--subject` and `--text` all their values; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l field -d 'Only values of this field; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from redact" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from expire" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l before -d 'Events recorded before this: a period back from now (`2y`), a date, or RFC 3339' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l archive -d 'The folder for archives' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l recipient -d 'Who can read the personal values: an age recipient; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l with-disclosures -d 'Keep their personal values in the archive, encrypted to `--recipient`'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand audit; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -f -a "check" -d 'Check one sign-in: JSON on standard input, JSON as the answer'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -f -a "checkpassword" -d 'Check a sign-in by the checkpassword interface, then become PROG'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -f -a "pam" -d 'Check a sign-in for PAM, behind `pam_exec`'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and not __fish_seen_subcommand_from check checkpassword pam serve-batch" -f -a "serve-batch" -d 'Check many sign-ins for a long-lived program: JSON lines in, JSON lines out'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from check" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l code -d 'Where the one-time code stands' -r -f -a "none\t'There is none: accounts with a second factor cannot come in this way'
appended\t'The last digits, as many as its codes have, for accounts with a second factor; a recovery code cannot stand there'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from checkpassword" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l code -d 'Where the one-time code stands' -r -f -a "none\t'There is none: accounts with a second factor cannot come in this way'
appended\t'The last digits, as many as its codes have, for accounts with a second factor; a recovery code cannot stand there'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from pam" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l jobs -d 'How many hashes run at once (default: one a core); each takes the memory of a hash, 19 MiB' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l unordered -d 'Answer as soon as each is known, not in the order of the lines'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand auth; and __fish_seen_subcommand_from serve-batch" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "create" -d 'Make a backup'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "copy" -d 'Copy backups to other places'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "list" -d 'List the backups in a folder'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "show" -d 'Show what a backup\'s manifest says'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "verify" -d 'Prove that backups open'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "restore" -d 'Restore a backup into a new folder or over the store'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "schedule" -d 'Write what makes backups happen by themselves'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "watch" -d 'Find out that backups are not made any more'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "rewrap" -d 'Give old backups new recipients'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "pin" -d 'Keep a backup from being pruned'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "unpin" -d 'Take a backup\'s pin away'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "prune" -d 'Remove backups that no rule keeps'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "target" -d 'The places that backups go to'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and not __fish_seen_subcommand_from create copy list show verify restore schedule watch rewrap pin unpin prune target discard-replaced" -f -a "discard-replaced" -d 'Remove what restores replaced'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l to -d 'Where it goes: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be repeated; else `backup.to` in the configuration' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l label -d 'A short word that is kept with the backup' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l recipient -d 'Somebody else who can open it: `age1…` or an ssh public key; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l level -d 'How hard it is compressed, 1 to 19' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l on-success -d 'A program that is run when all went well: facts in its environment, JSON on its standard input; else `backup.on_success` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l on-failure -d 'The same for everything that does not end with 0; else `backup.on_failure` in the configuration' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from create" -l delta -d 'Store only the pages that changed since the last full backup that a run with `--delta` made; a full one is made when there is none at a target, when it is older than `backup.full_every` in the configuration (7 days), or when more than 40 % of the pages changed'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l to -d 'Where to copy to, one or more places: a folder, which is made when it is missing, the name of a target, `s3://…` or `sftp://…`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l all -d 'Every backup there (also when nothing is named)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l latest -d 'The newest one'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from copy" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from list" -l all -d 'Also those that were pruned and are gone'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l budget -d 'Begin no further backup that would not end within this time: `90s`, `30m`, `2h`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l scratch -d 'The folder in which scratch folders are made; else beside the store, else where the backups lie' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l report -d 'Check the signed report of a drill instead' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l from -d 'Where the backups lie, one or more places: a folder, the name of a target, `s3://…` or `sftp://…`; else every one of `backup.to` in the configuration, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l on-success -d 'A program that is run when all went well: facts in its environment, JSON on its standard input; else `backup.on_success` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l on-failure -d 'The same for everything that does not end with 0; else `backup.on_failure` in the configuration' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l all -d 'Every backup there'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l latest -d 'The newest one (also when nothing is named)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l quick -d 'Signatures, numbering and SHA-256 only'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l restore-test -d 'Restore into a scratch folder, check the result and verify its log'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l drill -d 'The same with a recovery unlocker given by hand, for a signed report (`--output FILE`; JSON when it ends in `.json`, else text)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l everyday -d 'Let a drill use the unlocker that also opens the store every day'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from verify" -l oldest-first -d 'Every backup, the one that was not verified so for the longest first'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l latest -d 'The newest one'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l replace -d 'Put it in the place of the store here; needs a reason and the store\'s name'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from restore" -l undo -d 'Put back the database that was replaced last'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l at -d 'The time of day, local, as `HH:MM`; 03:17 if nothing is said' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l every -d 'How often instead of once a day: minutes that divide an hour, hours that divide a day, `1d` or `1w`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l to -d 'Where the backups go: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be repeated; else `backup.to` in the configuration, read at each run' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l user -d 'Whom the units run as; else the owner of the store\'s folder' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l name -d 'How the units are called, for several stores on one machine' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l vkey -d 'The store\'s verification key for the watch; else `audit.vkey` in the configuration, else the store is opened' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l systemd -d 'Units for systemd: `--output` is a folder'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l cron -d 'Lines for the crontab of the store\'s owner'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l delta -d 'Backups are deltas, and a full one is made as often as `backup.full_every` in the configuration says'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l encrypted-credential -d 'The unlocker is a credential that systemd keeps encrypted: `systemd-creds encrypt` made it'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l devices -d 'The unlocker is a token on USB: its devices stay within reach'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from schedule" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l target -d 'A place to look at; can be repeated; else every one of `backup.to` in the configuration' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l max-age -d 'How old the newest backup may be at each place; else `backup.max_age`, which is 26h' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l max-verified-age -d 'How long ago a backup was last verified there, `never` to leave it out; else `backup.max_verified_age`, which is 8d' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l on-success -d 'A program that is run when all went well: facts in its environment, JSON on its standard input; else `backup.on_success` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l on-failure -d 'The same for everything that does not end with 0; else `backup.on_failure` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from watch" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l recipient -d 'Somebody else who can open them: `age1…` or an ssh public key; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l all -d 'Every backup there; without `--from` at each place of `backup.to` in the configuration'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from rewrap" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l until -d 'Until when: a date, RFC 3339, or a period from now; else until it is unpinned' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l latest -d 'The newest one'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from pin" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l from -d 'Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else the first of `backup.to`, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l vkey -d 'The store\'s verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the store\'s own' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l latest -d 'The newest one'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from unpin" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l from -d 'The place that is pruned: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be repeated; else every one of `backup.to` in the configuration, else where the store last put one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l vkey -d 'The store\'s verification key, for `--dry-run` without a store; else `audit.vkey` in the configuration' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-last -d 'The newest N backups' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-hourly -d 'The newest backup of each of N hours' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-daily -d 'The newest backup of each of N days' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-weekly -d 'The newest backup of each of N weeks' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-monthly -d 'The newest backup of each of N months' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-yearly -d 'The newest backup of each of N years' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep-within -d 'Every backup this close to the newest one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l expire-after -d 'None older than this, counted from now, whatever the rules say' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l max -d 'How many may go at once; else at most half of them. `--dry-run` shows more, and then ends with 4' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l trash -d 'How long the trash holds them; else `backup.trash` in the configuration, or 7 days' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l on-success -d 'A program that is run when all went well: facts in its environment, JSON on its standard input; else `backup.on_success` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l on-failure -d 'The same for everything that does not end with 0; else `backup.on_failure` in the configuration' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l no-trash -d 'Remove at once, and empty the trash'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l despite-findings -d 'Go by what is there although the list has gaps or damage; needs `--reason`'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -f -a "list" -d 'List the places that the configuration names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from target" -f -a "check" -d 'Try out a place that backups go to'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l all -d 'Everything that is kept'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand backup; and __fish_seen_subcommand_from discard-replaced" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -f -a "show" -d 'Show the public holidays of a place, or the places that are known'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -f -a "import" -d 'Import a holiday table of your own'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and not __fish_seen_subcommand_from show import check" -f -a "check" -d 'Check that the holidays of this year and the next are known'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l code -d 'Its code, such as `DE-BE`: none that is compiled in' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l tz -d 'The zone in which the place\'s days begin' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l name -d 'The name of the place; its code if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l years -d 'The years that the file covers, such as `2026-2028`; from its first to its last holiday if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l if-exists -d 'What becomes of a table that has this code' -r -f -a "fail\t''
skip\t''
update\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand calendar; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand completions" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and not __fish_seen_subcommand_from show template" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand config; and __fish_seen_subcommand_from template" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -f -a "record" -d 'Record that an account agreed to a text'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -f -a "withdraw" -d 'Withdraw consents of an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -f -a "list" -d 'List consents, the newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -f -a "show" -d 'Show one consent with the text that was agreed to'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and not __fish_seen_subcommand_from record withdraw list show receipt" -f -a "receipt" -d 'Give out the receipt of a consent'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l purpose -d 'What for: a word such as `newsletter`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l version -d 'Which version of the text: a word such as `2026-11`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l text -d 'The text that was agreed to, at most 256 KiB; needed once for each version' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l source -d 'Where it was given' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l given -d 'When it was given: RFC 3339, a date, or a period back from now; now if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l purpose -d 'Only those for this purpose' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l source -d 'Where it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from withdraw" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l purpose -d 'Only those for this purpose' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l all -d 'Also those that ended'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand consent; and __fish_seen_subcommand_from receipt" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand doctor" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -f -a "create" -d 'Make a group'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -f -a "list" -d 'List the groups, their roles and how many accounts are in them'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -f -a "show" -d 'Show a group: its roles and who is in it'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -f -a "remove" -d 'Remove a group'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -f -a "add" -d 'Put accounts into a group'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and not __fish_seen_subcommand_from create list show remove add drop" -f -a "drop" -d 'Take accounts out of a group'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand group; and __fish_seen_subcommand_from drop" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -f -a "place" -d 'Keep data from being deleted'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -f -a "list" -d 'List holds, the next review first'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -f -a "show" -d 'Show one hold and the requests that wait for it'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -f -a "review" -d 'Record that a hold is still needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and not __fish_seen_subcommand_from place list show review release" -f -a "release" -d 'Release a hold'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l class -d 'A class of data, or `all`; may repeat' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l basis -d 'The law and paragraph that it rests on' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l owner -d 'The office that answers for it; `operator` if not given. No person: it stays in the rights journal' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l review -d 'When somebody must look again: a date, RFC 3339, or a period from now; at most `holds.review` ahead (6 months)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l everybody -d 'Hold the data of everybody'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from place" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l within -d 'How far ahead `--due` looks' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l all -d 'Also released ones'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l due -d 'Only those that must be reviewed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l next -d 'When somebody must look again: a date, RFC 3339, or a period from now; `holds.review` ahead if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from review" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand hold; and __fish_seen_subcommand_from release" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand init" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "list" -d 'List unlockers and keys'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "add" -d 'Add an unlocker'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "remove" -d 'Remove an unlocker'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "rotate" -d 'Rotate keys'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "retire" -d 'Take away peppers that nothing needs any more'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "verify" -d 'Check unlockers and slots'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and not __fish_seen_subcommand_from list add remove rotate retire verify kit" -f -a "kit" -d 'Write the recovery kit'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l recipient -d '`age1…`, `age1NAME1…`, `ssh-ed25519 …` or `ssh-rsa …`' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from add" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from remove" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l signing -d 'Rotate the key that signs checkpoints and backups'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l master -d 'Rotate the master identity, the data key and the signing key'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l pepper -d 'Add a pepper for new password hashes'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from rotate" -l journal -d 'Add a key for new lines of the rights journal'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l gone -d 'A place of old backups that is gone for good, as it is named where it cannot be listed; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from retire" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand key; and __fish_seen_subcommand_from kit" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -f -a "list" -d 'List notices, oldest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -f -a "show" -d 'Look at one notice and its text'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and not __fish_seen_subcommand_from list show mark" -f -a "mark" -d 'Note that queued notices were sent, or will not be'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state' -r -f -a "queued\t''
sent\t''
dropped\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l since -d 'Only those since then: a date, RFC 3339, or a period back from now' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l sent -d 'They were sent'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l dropped -d 'They will not be sent'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand notice; and __fish_seen_subcommand_from mark" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -f -a "set" -d 'Record an opt-out or objection, in force at once'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -f -a "clear" -d 'Take back an opt-out or objection by its maker\'s wish'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and not __fish_seen_subcommand_from set clear list" -f -a "list" -d 'List opt-outs and objections, the newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l email -d 'The address of somebody without an account; it is kept only as a keyed digest' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l what -d 'What is to end' -r -f -a "sale-sharing\t''
limit\t''
direct-marketing\t''
legitimate-interests\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l source -d 'How it reached you: said by the person, sent by the browser (`gpc`), by an agent, or decided by you' -r -f -a "request\t''
gpc\t''
agent\t''
operator\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l channel -d 'The channel on which it came' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l received -d 'When it reached you: RFC 3339, a date, or a period back from now; now if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l email -d 'The address of somebody without an account; it is kept only as a keyed digest' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l what -d 'What may be done again' -r -f -a "sale-sharing\t''
limit\t''
direct-marketing\t''
legitimate-interests\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l confirmed -d 'The person confirmed it apart'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from clear" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l email -d 'The address of somebody without an account; it is kept only as a keyed digest' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l what -d 'Only this kind' -r -f -a "sale-sharing\t''
limit\t''
direct-marketing\t''
legitimate-interests\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l all -d 'Also those that were taken back'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand optout; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "set" -d 'Set the password of an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "reset" -d 'Give out a code that sets a new password'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "redeem" -d 'Choose a new password with a code'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "require-change" -d 'Ask holders to change their passwords by a date'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "check" -d 'See whether a password meets the rules'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "generate" -d 'Make a password'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "report" -d 'See how the stored passwords are hashed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "upgrade" -d 'Put argon2id around weak hashes'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "calibrate" -d 'Find hashing parameters for this machine'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "policy" -d 'See the rules for new passwords, and try them on a list'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and not __fish_seen_subcommand_from set reset redeem require-change check generate report upgrade calibrate policy corpus" -f -a "corpus" -d 'Hold passwords against lists of leaked ones, offline'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from set" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from reset" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from redeem" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l within -d 'How long the present password works, 0s to 90d' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l revoke-sessions -d 'End the sessions of these accounts now'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from require-change" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from check" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l words -d 'How many English words, 7 to 64' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l syllables -d 'How many words of syllables, 4 to 64' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l length -d 'How many letters and digits, 15 to 1024' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l separator -d 'What stands between words, up to 5 characters' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l count -d 'How many passwords, 1 to 1000' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from generate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l check -d 'End with 4 if a hash is weak'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from report" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l scheme -d 'Hashes of this scheme, weak or not; repeatable: `ssha`, `md5-crypt`, `bcrypt`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l filter -d 'Of the accounts that match: `role=admin`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l max -d 'Refuse if there are more hashes than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l wrap -d 'Wrap the hashes; there is no other upgrade without the passwords'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l all -d 'Every weak hash'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from upgrade" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l target -d 'How long checking a password may take: `10ms` to `10s`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l max-memory -d 'The most memory that a check may take: `19MiB` to `1GiB`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from calibrate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -f -a "show" -d 'See the rules for new passwords, each with its clause'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from policy" -f -a "test" -d 'Count how many passwords of a list the rules would take'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -f -a "add" -d 'Take a list of leaked passwords into use'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -f -a "list" -d 'Show the lists of leaked passwords in use'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -f -a "verify" -d 'Read lists of leaked passwords from end to end'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -f -a "remove" -d 'Take a list of leaked passwords out of use'
complete -c optimactl -n "__fish_optimactl_using_subcommand password; and __fish_seen_subcommand_from corpus" -f -a "build" -d 'Sort a plain list of passwords into a file of fingerprints'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "open" -d 'Record a request that came in'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "ack" -d 'Record that receipt was confirmed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "agent" -d 'Record what an agent showed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "ask-identity" -d 'Record that the person was asked who they are'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "verify" -d 'Record that it is certain who asks'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "suspend" -d 'Record that the person was asked what they mean'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "resume" -d 'Record that the answer to a question came'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "extend" -d 'Take more time, and print what the person must be told'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "fee" -d 'Record a fee, and print what the person must be told'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "start" -d 'Record that somebody works on a request'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "build" -d 'Build the bundle that answers a request'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "deliver" -d 'Record that the newest bundle went out'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "plan" -d 'Put an erasure forward for approval'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "approve" -d 'Approve an erasure that was planned'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "erase" -d 'Erase the person of a request for good'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "tell-recipients" -d 'Record that who received the data was told'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "fulfil" -d 'Close a request that is answered'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "deny" -d 'Deny a request, and print what the person must be told'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "withdraw" -d 'Close a request that the person took back'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "dismiss" -d 'Put aside what is no request of its own'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "appeal" -d 'Record that somebody is not content with the answer'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "decide" -d 'Decide about an appeal, and print what the person must be told'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "list" -d 'List requests with their states and dates'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "show" -d 'Show a request with its dates, steps and bundles'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "due" -d 'Show what is overdue or must be done soon'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "certificate" -d 'Show what an erasure did'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "metrics" -d 'Count the requests of a year by type and answer'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "import" -d 'Take requests of an earlier register over'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and not __fish_seen_subcommand_from open ack agent ask-identity verify suspend resume extend fee start build deliver plan approve erase tell-recipients fulfil deny withdraw dismiss appeal decide list show due certificate metrics import deadline" -f -a "deadline" -d 'Compute statutory dates, without a store'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l email -d 'Who asks, where no account is named; an account with this address is found by itself' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l type -d 'What is asked for; each law has its own names, and where a right is in both, either name opens a request under both' -r -f -a "access\t'GDPR Art. 15'
portability\t'GDPR Art. 20'
rectification\t'GDPR Art. 16'
erasure\t'GDPR Art. 17'
restriction\t'GDPR Art. 18'
objection\t'GDPR Art. 21'
withdraw-consent\t'GDPR Art. 7(3)'
human-review\t'GDPR Art. 22(3)'
know-categories\t'Civ. Code §1798.110(a)(1)-(4)'
know-specific\t'Civ. Code §1798.110(a)(5)'
delete\t'Civ. Code §1798.105'
correct\t'Civ. Code §1798.106'
opt-out\t'Civ. Code §1798.120'
limit\t'Civ. Code §1798.121'"
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l contested -d 'What is said to be wrong, where something is to be corrected: it cannot show who asks' -r -f -a "email\t''
name\t''
account-name\t''
phone\t''
address\t''
birth-date\t''
purchase\t''
device\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l agent -d 'An authorized agent asks for somebody else: who (11 CCR §7063); kept until the request is closed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l agent-proof -d 'What the agent showed; it can be recorded later with `request agent`' -r -f -a "signed-permission\t''
power-of-attorney\t''"
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from open" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ack" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l proof -d 'What was shown' -r -f -a "signed-permission\t''
power-of-attorney\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from agent" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from ask-identity" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l method -d 'How it was made sure' -r -f -a "sign-in\t''
two-factor\t''
email\t''
data-points\t''
document\t''
declaration\t''
in-person\t''
agent\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l points -d 'Data of the person that matched what you hold: at least two for `data-points`, three for `declaration`' -r -f -a "email\t''
name\t''
account-name\t''
phone\t''
address\t''
birth-date\t''
purchase\t''
device\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l account -d 'Whose account it turned out to be, where the request named none' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l email -d 'The address that the request came from, where it was closed meanwhile: only its digest was kept' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l answered -d 'The day on which the proof came, where you had to ask for it; today if not given' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from suspend" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l answered -d 'The day on which the answer came, in the request\'s time zone; today if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l question -d 'Which question was answered, where two are open' -r -f -a "identity\t''
clarify\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from resume" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l reason -d 'Why it takes longer, in plain words for the person' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from extend" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l amount -d 'How much, with its currency: `12.50 EUR`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l text -d 'Why, in plain words for the person' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fee" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from start" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from build" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deliver" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from plan" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from approve" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from erase" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l how -d 'Whether they were told, or why not' -r -f -a "told\t''
no-recipients\t''
impossible\t''
disproportionate\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l count -d 'How many were told' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l text -d 'Why it is impossible or disproportionate' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from tell-recipients" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l partial -d 'Why a part was withheld' -r -f -a "no-match\t'nothing held matches what the person gave'
insufficient-verification\t'it could not be made sure who asks'
suspected-fraud\t'a documented belief that it is fraudulent'
claim-not-covered\t'the law gives no such right in this case'
outside-jurisdiction\t'the law does not apply to the person'
too-many-requests\t'more often than the law allows'
manifestly-unfounded\t'manifestly unfounded or excessive'
legal-obligation\t'the law obliges to keep the data'
legal-claims\t'needed for legal claims'
expression\t'freedom of expression and information'
security\t'needed for security and integrity'
rights-of-others\t'it would harm the rights of others'
hold\t'the data are under a legal hold'
not-holding-data\t'no data of the person are held'
other\t'another reason, told in the text'"
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l local-only -d 'Close an erasure although no copy of the rights journal lies off the store\'s disk; wants `--reason`'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from fulfil" -l mentions-reviewed -d 'Close an erasure although values of events about others may name the person: you looked at them'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l code -d 'Why' -r -f -a "no-match\t'nothing held matches what the person gave'
insufficient-verification\t'it could not be made sure who asks'
suspected-fraud\t'a documented belief that it is fraudulent'
claim-not-covered\t'the law gives no such right in this case'
outside-jurisdiction\t'the law does not apply to the person'
too-many-requests\t'more often than the law allows'
manifestly-unfounded\t'manifestly unfounded or excessive'
legal-obligation\t'the law obliges to keep the data'
legal-claims\t'needed for legal claims'
expression\t'freedom of expression and information'
security\t'needed for security and integrity'
rights-of-others\t'it would harm the rights of others'
hold\t'the data are under a legal hold'
not-holding-data\t'no data of the person are held'
other\t'another reason, told in the text'"
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deny" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from withdraw" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l why -d 'Why it is none' -r -f -a "mistake\t''
not-a-request\t''
spam\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l duplicate-of -d 'The request that answers it, too' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from dismiss" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l channel -d 'The channel on which it was said' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l by -d 'Who is not content: the person, or a supervisory authority' -r -f -a "person\t''
authority\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from appeal" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l text -d 'Why, in plain words for the person' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l uphold -d 'The answer stands'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l reverse -d 'The answer does not stand'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from decide" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l type -d 'Only this type' -r -f -a "access\t'GDPR Art. 15'
portability\t'GDPR Art. 20'
rectification\t'GDPR Art. 16'
erasure\t'GDPR Art. 17'
restriction\t'GDPR Art. 18'
objection\t'GDPR Art. 21'
withdraw-consent\t'GDPR Art. 7(3)'
human-review\t'GDPR Art. 22(3)'
know-categories\t'Civ. Code §1798.110(a)(1)-(4)'
know-specific\t'Civ. Code §1798.110(a)(5)'
delete\t'Civ. Code §1798.105'
correct\t'Civ. Code §1798.106'
opt-out\t'Civ. Code §1798.120'
limit\t'Civ. Code §1798.121'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l law -d 'Only this law; `gdpr` and `ccpa` include requests under both' -r -f -a "gdpr\t''
ccpa\t''
both\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l state -d 'Only this state; a final one looks among the closed' -r -f -a "received\t''
acknowledged\t''
identity-pending\t''
verified\t''
in-progress\t''
awaiting-approval\t''
ready\t''
delivering\t''
recipients-told\t''
fulfilled\t''
partial\t''
denied\t''
withdrawn\t''
dismissed\t''
appealed\t''
upheld\t''
reversed\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l due-within -d 'Only what must be acted on within this time, or is past it' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l all -d 'Closed ones, too'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l open -d 'Only open ones, which is what is shown anyhow'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from list" -l overdue -d 'Only what is past its last day'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l ics -d 'Write all open duties as a calendar file (RFC 5545), however far ahead: references and dates, nobody\'s name' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from due" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from certificate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l year -d 'The year; the last whole one if not given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l law -d 'Only this law; `gdpr` and `ccpa` include requests under both' -r -f -a "gdpr\t''
ccpa\t''
both\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from metrics" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l calendar -d 'Whose public holidays count where a line does not say it' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l tz -d 'The zone in which days are counted where a line does not say it' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand request; and __fish_seen_subcommand_from deadline" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -f -a "set" -d 'Restrict the processing of accounts\' data'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -f -a "lift" -d 'Lift the restriction of accounts'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and not __fish_seen_subcommand_from set lift list" -f -a "list" -d 'List restricted accounts, the longest restricted first'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l ground -d 'Why: the person contests the accuracy, the processing is unlawful, the person needs the data for claims, or objected (Art. 18(1)(a) to (d))' -r -f -a "accuracy\t''
unlawful\t''
claims\t''
objection\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l filter -d 'Every account that matches: `role=admin and 2fa=none`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l names-from -d 'The accounts that a file names, one a line (`-` for standard input)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l max -d 'Refuse if there are more accounts than this' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l informed -d 'The channel on which the person was told before' -r -f -a "web\t''
email\t''
post\t''
phone\t''
in-person\t''
portal\t''
api\t''
other\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from lift" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand restriction; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -f -a "rule" -d 'Say how long a class of data is kept, and why'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -f -a "run" -d 'Delete what is older than its rule'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and not __fish_seen_subcommand_from rule run report" -f -a "report" -d 'Show how long each class of data is kept, why, and what is due'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -f -a "add" -d 'Say how long a class of data is kept'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -f -a "list" -d 'List the rules of retention'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from rule" -f -a "remove" -d 'Remove a rule of retention'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l class -d 'Only the rule for this class of data' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from run" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand retention; and __fish_seen_subcommand_from report" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "create" -d 'Make a role'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "list" -d 'List the roles, what they permit and how many accounts hold them'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "show" -d 'Show what a role permits and who holds it'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "remove" -d 'Remove a role, also from the accounts that hold it'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "grant" -d 'Give a role to accounts, or to a group'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "revoke" -d 'Take a role from accounts, or from a group'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "permit" -d 'Let a role do more, or less'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "check" -d 'Check whether an account may do something'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and not __fish_seen_subcommand_from create list show remove grant revoke permit check operator" -f -a "operator" -d 'Bind users of the operating system to accounts, and let only them act'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from create" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from remove" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l group -d 'Give it to this group instead of single accounts' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from grant" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l group -d 'Take it from this group instead of single accounts' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from revoke" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from permit" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from check" -l explain -d 'Tell every role that was looked at, how it is held and which permission decides'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -f -a "bind" -d 'Bind a user of the operating system to an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -f -a "list" -d 'List users of the operating system and the accounts that act for them'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -f -a "unbind" -d 'Unbind a user, or every user of an account'
complete -c optimactl -n "__fish_optimactl_using_subcommand role; and __fish_seen_subcommand_from operator" -f -a "enforce" -d 'Let only operators act, or everybody who can open the store'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -f -a "record" -d 'Record a sign-in that a platform keeps open'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -f -a "list" -d 'List sessions, the newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -f -a "revoke" -d 'End sessions'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -f -a "verify" -d 'Ask whether a session still holds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and not __fish_seen_subcommand_from record list revoke verify purge" -f -a "purge" -d 'Delete sessions that ended long ago'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l key-file -d 'Read it from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l key-fd -d 'Read it from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l ip -d 'From which address: IPv4 or IPv6' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l user-agent -d 'With which program; 1,024 bytes of it are kept' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l expires -d 'When it ends: a date, RFC 3339, or a period from its beginning (`session.ttl` by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l time -d 'When it was seen: a date, RFC 3339, or a period back from now (now by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l key-stdin -d 'Read the platform\'s own name for the session from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l stdin -d 'Read JSON lines from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l continue-on-error -d 'Leave out lines that cannot be recorded'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from record" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l filter -d 'Only those that match; see optimactl-filter(7)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l after -d 'Begin behind the one with this id' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l fields -d 'Which fields, in this order' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l all -d 'Also those that expired or were revoked'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l key-file -d 'Read it from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l key-fd -d 'Read it from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l account -d 'Every open session of this account' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l filter -d 'Every open session that matches; within `--account`, if that is given' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l except -d 'But this one' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l key-stdin -d 'Read the platform\'s own name for the session from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l all -d 'Every open session of everybody'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l key-file -d 'Read it from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l key-fd -d 'Read it from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l key-stdin -d 'Read the platform\'s own name for the session from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l older-than -d 'How long ago it must have ended (`session.keep` by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand session; and __fish_seen_subcommand_from purge" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand status" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and not __fish_seen_subcommand_from check stats compact migrate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from check" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from stats" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from compact" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l to -d 'Where the backup goes: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be repeated; else `backup.to` in the configuration' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand store; and __fish_seen_subcommand_from migrate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -f -a "create" -d 'Give out a token'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -f -a "list" -d 'List tokens, the newest first'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -f -a "show" -d 'Show one token'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -f -a "rotate" -d 'Put a fresh token in the place of one'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -f -a "revoke" -d 'Revoke tokens'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and not __fish_seen_subcommand_from create list show rotate revoke verify" -f -a "verify" -d 'Check a token'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l name -d 'What it is called, like the program that uses it' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l scope -d 'What it is for; can be repeated. `mail.*` covers what begins so, `*` everything' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l expires -d 'When it ends: a date, RFC 3339, a period from now, or `never` (`token.ttl` by default)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l filter -d 'Only those that match; see optimactl-filter(7)' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l limit -d 'At most this many' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l after -d 'Begin behind the one with this id' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l fields -d 'Which fields, in this order' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l all -d 'Also those that expired or were revoked'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l overlap -d 'How long the old one goes on working: `0s` to `30d`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l expires -d 'When the fresh one ends: a date, RFC 3339, a period from now, or `never`' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from rotate" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l token-file -d 'Read the token from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l token-fd -d 'Read the token from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l account -d 'Every working token of this account' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l token-stdin -d 'Read the token from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l all -d 'Every working token of everybody'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l token-file -d 'Read the token from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l token-fd -d 'Read the token from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l scope -d 'What it must be for; can be repeated' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l token-stdin -d 'Read the token from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand token; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand tour" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "enroll" -d 'Enroll an authenticator app (TOTP)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "confirm" -d 'Confirm a pending factor with its first code'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "verify" -d 'Check a code of an account, and use it up'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "diagnose" -d 'Find out why a code is not accepted, without using it up'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "status" -d 'See who has which second factor'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "remove" -d 'Remove a second factor'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "reset" -d 'Remove every second factor, and give out a code that binds a new one'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "recovery" -d 'Make recovery codes, and see how many are left'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "import" -d 'Take over second factors from another system'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and not __fish_seen_subcommand_from enroll confirm verify diagnose status remove reset recovery import policy" -f -a "policy" -d 'Require second factors of roles, with time to comply'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l code-file -d 'Read the code from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l code-fd -d 'Read the code from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l label -d 'What its holder calls the factor, to tell several apart; 1 to 64 characters' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l qr -d 'How the QR code is drawn' -r -f -a "auto\t'On a terminal that is wide enough: in black on white where colors can be set'
ansi\t'Black on white by color codes, whatever the terminal\'s own colors are'
utf8\t'Half blocks without color codes, for terminals that are dark'
none\t''"
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from enroll" -l code-stdin -d 'Read the code from standard input'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from confirm" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from verify" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l code-file -d 'Read the code from this file' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l code-fd -d 'Read the code from this open descriptor' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l code-stdin -d 'Read the code from standard input'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from diagnose" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l filter -d 'Only accounts that match: `role=admin and 2fa=none`' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l all -d 'Every account'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from status" -l missing -d 'Only accounts that need a factor by a rule and have none'
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from remove" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l ttl -d 'How long the code works, 1m to 24h' -r
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from reset" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from recovery" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
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
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l as -d 'How it is written' -r -f -a "auto\t'By what stands in the file'
otpauth\t''
authelia\t''
keycloak\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l if-exists -d 'What happens to an account that has a factor already' -r -f -a "fail\t''
skip\t''
add\t'The new factor stands beside those it has'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l report -d 'Write what became of every row to this file, as CSV without secrets' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l store -d 'The store\'s folder (environment: `OPTIMACTL_STORE`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l config -d 'The configuration file (environment: `OPTIMACTL_CONFIG`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l identity -d 'An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l passphrase-file -d 'An unlocker: a file with a passphrase (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l format -d 'How the answer is written' -r -f -a "text\t'For people: a table on a terminal, tab-separated lines when piped'
json\t'One object: `{"schema":"optimactl/…/1","data":…}`'
jsonl\t'One object a line, for lists and streams'
csv\t'A header and rows, RFC 4180'"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l output -d 'Where an artifact goes: a file, a folder for many files, `-` for standard output' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l confirm -d 'The name that a severe operation wants typed' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l reason -d 'Why; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l ticket -d 'The ticket this belongs to; recorded with the event' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l operator-code-file -d 'A fresh code of the operator, for severe commands (`-` for standard input)' -r -F
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l wait -d 'How long to wait for a busy store' -r
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l color -d 'When to use color' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`'
always\t''
never\t''"
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l overwrite -d 'Replace the file that `--output` names'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -s n -l dry-run -d 'Show what would change and change nothing'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -s y -l yes -d 'Answer a question with yes (never one that wants a name typed)'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l no-input -d 'Never ask; refuse where an answer is needed'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'Write no text answer and no progress'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'Say more on standard error; can be repeated'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l progress -d 'Without a terminal, write a line of progress every 30 seconds'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -l utc -d 'Show times in UTC instead of local time'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -s V -l version -d 'Print version'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -f -a "set" -d 'Require a second factor of those who hold a role'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -f -a "show" -d 'See which roles require a second factor'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -f -a "remove" -d 'Require no second factor of a role any longer'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -f -a "deadline" -d 'See or extend the deadline of one account'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -f -a "report" -d 'See who still needs a second factor, and by when'
complete -c optimactl -n "__fish_optimactl_using_subcommand 2fa; and __fish_seen_subcommand_from policy" -f -a "enforce" -d 'Write deadlines, warn those before theirs, bar those after: for cron or a timer'
