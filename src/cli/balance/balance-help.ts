/** What `balance --help` says below its options: how the sources differ, and what must follow. */
export const BALANCE_HELP = `
With --from capacity, weights follow what "probe --speed --write" measured. With --loads, a mirror that is over its fair share
(clients x weight / sum of weights) by 5 % and 50 clients, or over its max_clients, takes no new visitors, and the others have
their own weight; run it again when clients are counted anew, best every ten minutes (--watch): it remembers six terms in
status.json, and takes a mirror out as broken when under 10 % of the clients came that should have. --log counts them in access
logs: distinct addresses that a file was sent to, in the last whole window; no address is kept.

A mirror is found broken only by clients that were counted since half of the term's moves were due (:01:30): write the table anew
for each run, with a column "time" where they were counted well before that (as in 2026-11-28T04:10:00Z), and count logs over a
short time ("--window 5"), as --watch does.

Each term goes a step of the way: a run within :09:30 of another takes the place of its step. Only effective weights in
status.json change: those that maintainers set by hand stay as they are, and count again when nobody is saturated. "fairmirror
publish --write" must follow each run, or nobody hears of it: name a script that does so with --after. --watch begins a term at
every full ten minutes and judges it 30 seconds before its end; a published list cannot open a mirror for a pause, as that would
call all of its visitors back. SIGINT or SIGTERM stops it at once, a hook under way too: it ends with 0, or with 130 or 143
where a hook was cut.

A broken mirror stays out until a maintainer tries it again: set its weight in mirrors.json to 0, run balance with --write (from
whichever source), and set the weight back; it then has all of it at once, and is judged anew.

The sources don't add up: --loads and --log lead back to the maintainers' own weights what --from capacity made. To balance
clients over weights that follow capacities, first write those into mirrors.json (--propose).`;
