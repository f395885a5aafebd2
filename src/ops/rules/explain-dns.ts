import type { Explanation } from "./explanation.ts";

/** What `dns` can refuse, and what can go wrong while it pushes an update. */
export const DNS_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "no-usable-member",
    wrong: "no member of the fallback pool has a weight above 0",
    reason: "a pool without addresses would answer nobody",
    cure: "give a member a weight above 0, its own or in mirrors.json",
    before: '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"], "weight": 0 }',
    after: '{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"], "weight": 10 }',
  },
  {
    code: "not-our-file",
    wrong: "the file that would be replaced was not made by fairmirror",
    reason: "most likely another file was named by mistake, such as the zone of the whole domain",
    cure: "name another file, or move this one away",
    before: "fairmirror dns --format zone --output /etc/bind/project.example.zone --write",
    after: "fairmirror dns --format zone --output /etc/bind/dl.project.example.zone --write",
  },
  {
    code: "no-serial",
    wrong: "the zone that was served until now has no serial that can be read",
    reason: "servers load a zone only when its serial grows, so the next one must be known to be larger",
    cure: 'name the file that the server has loaded with "--previous"',
    before: "fairmirror dns --format zone --previous notes.txt",
    after: "fairmirror dns --format zone --previous /etc/bind/dl.project.example.zone",
  },
  {
    code: "other-update-way",
    wrong: 'the format does not fit the "update" way of fallback.json',
    reason: "a server whose zone is updated dynamically loses updates, or the zone, when its file is written over",
    cure: 'ask for the other format, or change "update" in fallback.json',
    before: '"update": "file" with "fairmirror dns --push"',
    after: '"update": "dynamic" with "fairmirror dns --push"',
  },
  {
    code: "bad-key-file",
    wrong: "the key for updates cannot be used, or everyone on the machine can read it",
    reason: "whoever reads the key can send visitors without JavaScript anywhere",
    cure: "name the file that tsig-keygen wrote, and let its owner alone read it",
    before: "-rw-r--r-- pool-update.key",
    after: "chmod 600 pool-update.key",
  },
  {
    code: "no-nsupdate",
    wrong: "the program nsupdate cannot be run",
    reason: "fairmirror sends updates through it, so that the key is never on a command line",
    cure: "install it: on Debian, the package bind9-dnsutils",
    before: "fairmirror dns --push",
    after: "sudo apt-get install bind9-dnsutils\nfairmirror dns --push",
  },
  {
    code: "server-silent",
    wrong: "the server that takes updates does not say what it has now",
    reason: "nothing is sent blindly: an update is made of what has changed",
    cure: 'check "server" in fallback.json, and that the server answers from here',
    before: '"server": { "host": "ns9.project.example" }',
    after: '"server": { "host": "ns1.project.example" }',
  },
  {
    code: "update-failed",
    wrong: "the server refused the update, or did not answer it in time",
    reason: "the pool there is as it was: an update is taken whole or not at all",
    cure: "do what the message says: most often the key's name or secret, or the server's update policy is another",
    before: "update-policy { };",
    after: "update-policy { grant pool-update name dl.project.example A AAAA; };",
  },
];
