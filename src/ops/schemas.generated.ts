// Made by "npm run schema" from doc comments: edit those.

/** The schema of MaintainedPool in src/core/pool.ts. */
export const MAINTAINED_POOL_SCHEMA = {
  "description": "The pool of mirrors as its maintainers write it.",
  "type": "object",
  "properties": {
    "$schema": {
      "description": "Where editors find this schema.",
      "type": "string"
    },
    "trace_path": {
      "description": "A path below every `url_prefix` to a small file that each synchronisation brings along: its first line is the time when it\nwas written at the source, as ISO 8601, Unix seconds, or the way `date -u` prints it. Never published. Example:\n\"project/trace/master\".",
      "pattern": "^(?!(.{0,}/)?\\.{1,2}(/|$))[A-Za-z0-9._~%+-]+(/[A-Za-z0-9._~%+-]+){0,}$",
      "maxLength": 200,
      "type": "string"
    },
    "trace_max_age_hours": {
      "description": "For how many hours that time may be past before a mirror counts as outdated. When left out, the age is shown, and no mirror\nis judged by it. Never published.",
      "type": "integer",
      "minimum": 1,
      "maximum": 8760
    },
    "mirrors": {
      "description": "The mirrors, in any order: the order does not change who is drawn.",
      "minItems": 1,
      "maxItems": 10000,
      "type": "array",
      "items": {
        "$ref": "#/definitions/MaintainedMirror"
      }
    },
    "version": {
      "description": "The major version of this format. A client leaves the links alone when it meets a newer one than it knows.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1,
      "default": 1
    },
    "fallback_prefix": {
      "description": "The address that the links of the site begin with: the fallback for visitors without JavaScript. Only links below it are\nrewritten. Same rules as `url_prefix`. When left out, the script tag names it (`data-fallback-prefix`).",
      "pattern": "^(https:\\/\\/[^/@]+|http:\\/\\/[^/@:]+\\.onion(:\\d+)?)\\/([^?#]*\\/)?$",
      "format": "url-prefix",
      "type": "string"
    }
  },
  "additionalProperties": false,
  "required": [
    "mirrors"
  ],
  "definitions": {
    "MaintainedMirror": {
      "description": "A mirror in `mirrors/mirrors.json`: what maintainers know of it. The additional fields are never published, except the country and sponsor above.",
      "type": "object",
      "properties": {
        "email": {
          "description": "Where the operator is reached when something breaks. Never published.",
          "minLength": 1,
          "maxLength": 200,
          "type": "string"
        },
        "notes": {
          "description": "Words between maintainers, such as why the mirror is disabled. Never published.",
          "maxLength": 2000,
          "type": "string"
        },
        "rsync_url": {
          "description": "The address maintainers can inspect the mirror's files at. Never published. Example: \"rsync://mirror.example.org/project/\".",
          "pattern": "^rsync://[^\\s]+$",
          "type": "string"
        },
        "max_clients": {
          "description": "The most clients the mirror is meant to serve at once; balancing moves those above it first. Never published.",
          "type": "integer",
          "minimum": 1
        },
        "url_prefix": {
          "description": "The address that stands before every path, up to and including its final \"/\". It begins with \"https://\" (or \"http://\"\nfor a .onion name) and has no user name, query or fragment. Example: \"https://mirror.example.org/pub/project/\".",
          "pattern": "^(https:\\/\\/[^/@]+|http:\\/\\/[^/@:]+\\.onion(:\\d+)?)\\/([^?#]*\\/)?$",
          "format": "url-prefix",
          "type": "string"
        },
        "weight": {
          "description": "How much of the traffic the mirror gets: its weight over the sum of all weights. 0 disables it: it is never drawn.",
          "type": "integer",
          "minimum": 0,
          "maximum": 1000
        },
        "country": {
          "description": "The country the mirror stands in, as two capital letters (ISO 3166-1 alpha-2). Example: \"DE\".",
          "pattern": "^[A-Z]{2}$",
          "type": "string"
        },
        "sponsor": {
          "description": "Who gives the bandwidth, as shown to visitors.",
          "minLength": 1,
          "maxLength": 200,
          "type": "string"
        }
      },
      "additionalProperties": false,
      "required": [
        "url_prefix",
        "weight"
      ]
    }
  },
  "$schema": "http://json-schema.org/draft-07/schema#"
};

/** The schema of Releases in src/verify/releases.ts. */
export const RELEASES_SCHEMA = {
  "description": "The files of the current release, `mirrors/releases.json`: what every mirror must carry, and how to know it is right.",
  "type": "object",
  "properties": {
    "$schema": {
      "description": "Where editors find this schema.",
      "type": "string"
    },
    "version": {
      "description": "The major version of this format.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1
    },
    "generated": {
      "description": "When the list was made (ISO 8601, UTC). A client that has seen a newer list refuses this one: an old list, signed in its time,\ncould bring an old file back.",
      "format": "utc-time",
      "type": "string"
    },
    "expires": {
      "description": "When a newer list should have been made (ISO 8601, UTC). Clients use an expired list, but say so.",
      "format": "utc-time",
      "type": "string"
    },
    "files": {
      "description": "The files, the one that the download button gives first.",
      "minItems": 1,
      "maxItems": 1000,
      "type": "array",
      "items": {
        "$ref": "#/definitions/ReleaseFile"
      }
    }
  },
  "additionalProperties": false,
  "required": [
    "files",
    "version"
  ],
  "definitions": {
    "ReleaseFile": {
      "description": "A file that every mirror must carry.",
      "type": "object",
      "properties": {
        "path": {
          "description": "The place of the file below each mirror's `url_prefix`, as it stands in an address. Example: \"project/1.0/project-1.0.img\".",
          "pattern": "^[^/?#][^?#]{0,1000}$",
          "format": "release-path",
          "type": "string"
        },
        "size": {
          "description": "The size of the file in bytes.",
          "type": "integer",
          "minimum": 1,
          "maximum": 9007199254740991
        },
        "sha256": {
          "description": "The SHA-256 of the file, as 64 hexadecimal digits.",
          "pattern": "^[0-9a-f]{64}$",
          "type": "string"
        },
        "pieces": {
          "description": "The hashes of a file's pieces, kept in a binary file beside it: its `path` with \".pieces\" at the end, 32 bytes a piece.",
          "$ref": "#/definitions/Pieces"
        }
      },
      "additionalProperties": false,
      "required": [
        "path",
        "sha256",
        "size"
      ]
    },
    "Pieces": {
      "description": "The hashes of a file's pieces, kept in a binary file beside it: its `path` with \".pieces\" at the end, 32 bytes a piece.",
      "type": "object",
      "properties": {
        "length": {
          "description": "The length of each piece in bytes; the last may be shorter.",
          "type": "integer",
          "minimum": 65536,
          "maximum": 16777216
        },
        "sha256": {
          "description": "The SHA-256 of the binary file, as 64 hexadecimal digits.",
          "pattern": "^[0-9a-f]{64}$",
          "type": "string"
        }
      },
      "additionalProperties": false,
      "required": [
        "length",
        "sha256"
      ]
    }
  },
  "$schema": "http://json-schema.org/draft-07/schema#"
};

/** The schema of Status in src/ops/status.ts. */
export const STATUS_SCHEMA = {
  "description": "What the program knows of the pool, `mirrors/status.json`: written by `probe` and `balance`, never by hand.",
  "type": "object",
  "properties": {
    "$schema": {
      "description": "Where editors find this schema.",
      "type": "string"
    },
    "version": {
      "description": "The major version of this format.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1
    },
    "probed": {
      "description": "When the pool was last probed (ISO 8601, UTC).",
      "type": "string"
    },
    "vantage_points": {
      "description": "The places it was probed from, such as \"fra1\"; one unless results were merged.",
      "type": "array",
      "items": {
        "type": "string"
      }
    },
    "weight_scale": {
      "description": "How many units of effective weight one unit of the maintainers' own is worth; 1 when left out. Small weights are multiplied, so\nthat balancing can change them by less than a whole one.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1000
    },
    "weight_step": {
      "description": "The last step of balancing; absent when no weight was changed in it.",
      "$ref": "#/definitions/KeptStep"
    },
    "balance": {
      "description": "What balancing remembers from run to run; absent when there is nothing to remember.",
      "$ref": "#/definitions/BalanceMemory"
    },
    "mirrors": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/MirrorStatus"
      }
    }
  },
  "additionalProperties": false,
  "required": [
    "mirrors",
    "probed",
    "version"
  ],
  "definitions": {
    "KeptStep": {
      "description": "The last step of balancing, for runs that follow it in the same term.",
      "type": "object",
      "properties": {
        "taken": {
          "description": "When it was taken (ISO 8601, UTC).",
          "type": "string"
        },
        "before": {
          "description": "The mirrors whose weight it changed.",
          "type": "array",
          "items": {
            "$ref": "#/definitions/WeightBefore"
          }
        }
      },
      "additionalProperties": false,
      "required": [
        "before",
        "taken"
      ]
    },
    "WeightBefore": {
      "description": "The weight that a mirror had.",
      "type": "object",
      "properties": {
        "url_prefix": {
          "type": "string"
        },
        "weight": {
          "description": "In units of the maintainers' own.",
          "minimum": 0,
          "type": "number"
        }
      },
      "additionalProperties": false,
      "required": [
        "url_prefix",
        "weight"
      ]
    },
    "BalanceMemory": {
      "description": "What balancing remembers from run to run.",
      "type": "object",
      "properties": {
        "began": {
          "description": "When the present balance began (ISO 8601, UTC); absent while no mirror is saturated.",
          "type": "string"
        },
        "term": {
          "description": "When the last term began (ISO 8601, UTC).",
          "type": "string"
        },
        "mirrors": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/RememberedMirror"
          }
        }
      },
      "additionalProperties": false,
      "required": [
        "mirrors",
        "term"
      ]
    },
    "RememberedMirror": {
      "description": "What balancing remembers of one mirror.",
      "type": "object",
      "properties": {
        "url_prefix": {
          "type": "string"
        },
        "clients": {
          "description": "How many clients it had as the last term began; absent once that term was judged.",
          "type": "integer",
          "minimum": 0
        },
        "expected": {
          "description": "How many clients were to come in that term.",
          "type": "integer",
          "minimum": 0
        },
        "excesses": {
          "description": "By how many clients it was over its fair share while saturated, in the last 6 terms, the latest last; absent when by none.",
          "maxItems": 6,
          "type": "array",
          "items": {
            "type": "number"
          }
        },
        "broken_since": {
          "description": "Since when it is out as broken (ISO 8601, UTC): under a tenth of those who should have come there came.",
          "type": "string"
        }
      },
      "additionalProperties": false,
      "required": [
        "url_prefix"
      ]
    },
    "MirrorStatus": {
      "description": "What the program found out about one mirror.",
      "type": "object",
      "properties": {
        "url_prefix": {
          "type": "string"
        },
        "verdict": {
          "$ref": "#/definitions/Verdict",
          "description": "The verdict after hysteresis: a single finding to the contrary does not change it."
        },
        "reason": {
          "description": "Why, in words for the operator. Example: \"answers 404 for project/1.0/image.iso\".",
          "type": "string"
        },
        "since": {
          "description": "When the verdict began (ISO 8601, UTC).",
          "type": "string"
        },
        "checked": {
          "description": "When the mirror was last asked (ISO 8601, UTC).",
          "type": "string"
        },
        "contrary": {
          "description": "How many findings in a row spoke against the verdict, up to now.",
          "type": "number"
        },
        "lacks": {
          "description": "The paths of the release that the mirror does not carry.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "latency_ms": {
          "description": "The time to the first byte, in milliseconds.",
          "type": "number"
        },
        "bytes_per_second": {
          "description": "What a download got, in bytes a second; only where it was measured.",
          "type": "number"
        },
        "synced": {
          "description": "When the mirror last synchronised, as its trace file tells (ISO 8601, UTC); only where the pool names one.",
          "type": "string"
        },
        "certificate_days": {
          "description": "How many days the certificate is still good.",
          "type": "number"
        },
        "ipv4": {
          "description": "Whether the mirror answers over each address family that its name has.",
          "type": "boolean"
        },
        "ipv6": {
          "type": "boolean"
        },
        "ranges": {
          "description": "Whether it serves ranges (`Accept-Ranges`, and a 206).",
          "type": "boolean"
        },
        "cors": {
          "description": "Whether pages may read what it sends (`Access-Control-Allow-Origin`).",
          "type": "boolean"
        },
        "effective_weight": {
          "description": "The weight that balancing gives it for now, on the scale that `weight_scale` tells; absent when the maintainers' own counts.",
          "type": "integer",
          "minimum": 0,
          "maximum": 1000
        },
        "history": {
          "description": "The last 30 days that had checks, the oldest first.",
          "type": "array",
          "items": {
            "$ref": "#/definitions/DayHistory"
          }
        }
      },
      "additionalProperties": false,
      "required": [
        "checked",
        "contrary",
        "history",
        "lacks",
        "reason",
        "since",
        "url_prefix",
        "verdict"
      ]
    },
    "Verdict": {
      "description": "What is thought of a mirror: up (it carries the release, right), down (it does not answer), outdated (it answers, but does\nnot carry the current release yet), wrong (it sends something else than the release, or in a way that harms visitors).",
      "enum": [
        "down",
        "outdated",
        "up",
        "wrong"
      ],
      "type": "string"
    },
    "DayHistory": {
      "description": "How the checks of one day (UTC) ended.",
      "type": "object",
      "properties": {
        "day": {
          "description": "The day, as in \"2026-11-21\".",
          "type": "string"
        },
        "checks": {
          "description": "How many checks there were.",
          "type": "number"
        },
        "up": {
          "description": "How many of them found the mirror up.",
          "type": "number"
        }
      },
      "additionalProperties": false,
      "required": [
        "checks",
        "day",
        "up"
      ]
    }
  },
  "$schema": "http://json-schema.org/draft-07/schema#"
};

/** The schema of Fallback in src/ops/dns/fallback.ts. */
export const FALLBACK_SCHEMA = {
  "description": "The DNS pool that visitors without JavaScript are served by, `mirrors/fallback.json`: 3 to 5 fast mirrors behind one name.",
  "type": "object",
  "properties": {
    "$schema": {
      "description": "Where editors find this schema.",
      "type": "string"
    },
    "version": {
      "description": "The major version of this format.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1
    },
    "name": {
      "description": "The DNS name of the pool: the host of `fallback_prefix` in mirrors.json. Example: \"dl.example.org\".",
      "format": "hostname",
      "type": "string"
    },
    "ttl": {
      "description": "For how many seconds resolvers may keep an answer. Short, because a member that fails is asked until then.",
      "type": "integer",
      "minimum": 1,
      "maximum": 86400,
      "default": 60
    },
    "zone": {
      "$ref": "#/definitions/FallbackZone"
    },
    "update": {
      "description": "How a change comes to the name servers: as a \"file\" that is written and loaded, or as a \"dynamic\" update that is sent\n(RFC 2136). Never both: a server whose zone is updated loses updates, or the zone, when its file is written over.",
      "default": "file",
      "enum": [
        "dynamic",
        "file"
      ],
      "type": "string"
    },
    "server": {
      "description": "Needed only for dynamic updates to another server than the first of `nameservers`.",
      "$ref": "#/definitions/UpdateServer"
    },
    "certificates": {
      "description": "Needed when `fallback_prefix` begins with https:// and the pool has several members.",
      "enum": [
        "each",
        "shared"
      ],
      "type": "string"
    },
    "check_path": {
      "description": "The path below `fallback_prefix` that engines with health checks ask each member for: a small file that every mirror\ncarries. The prefix itself when left out. Example: \"project/1.0/project-1.0.img.sha256\".",
      "pattern": "^[A-Za-z0-9._~/-]{1,200}$",
      "type": "string"
    },
    "members": {
      "description": "The mirrors behind the name, 3 to 5 of the fastest, in any order.",
      "minItems": 1,
      "maxItems": 64,
      "type": "array",
      "items": {
        "$ref": "#/definitions/FallbackMember"
      }
    }
  },
  "additionalProperties": false,
  "required": [
    "members",
    "name",
    "version",
    "zone"
  ],
  "definitions": {
    "FallbackZone": {
      "description": "What the zone says beside the members.",
      "type": "object",
      "properties": {
        "origin": {
          "description": "The name of the zone: the pool's name itself, when it is delegated, or a domain above it. The zone that is written holds\nthe pool and nothing else, so delegate the pool's name when the domain has other names. Example: \"dl.example.org\".",
          "format": "hostname",
          "type": "string"
        },
        "nameservers": {
          "description": "The names of the servers that answer for the zone, the primary first; at least two, all outside of the zone.\nExample: [\"ns1.example.org\", \"ns2.example.net\"].",
          "minItems": 2,
          "maxItems": 13,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "format": "hostname"
          },
          "type": "array"
        },
        "contact": {
          "description": "The e-mail address of those who answer for the zone. Everyone can read it in the DNS. Example: \"hostmaster@example.org\".",
          "format": "email",
          "type": "string"
        }
      },
      "additionalProperties": false,
      "required": [
        "contact",
        "nameservers",
        "origin"
      ]
    },
    "UpdateServer": {
      "description": "The server that takes dynamic updates (RFC 2136).",
      "type": "object",
      "properties": {
        "host": {
          "description": "Its name or address. Example: \"ns1.example.org\".",
          "format": "dns-host",
          "type": "string"
        },
        "port": {
          "description": "The port that it listens on.",
          "type": "integer",
          "minimum": 1,
          "maximum": 65535,
          "default": 53
        }
      },
      "additionalProperties": false,
      "required": [
        "host"
      ]
    },
    "FallbackMember": {
      "description": "A mirror of the pool that also answers for the name of the fallback.",
      "type": "object",
      "properties": {
        "url_prefix": {
          "description": "The mirror, as it stands in mirrors.json.",
          "minLength": 1,
          "maxLength": 2000,
          "type": "string"
        },
        "a": {
          "description": "Its IPv4 addresses. Example: [\"192.0.2.10\"].",
          "maxItems": 16,
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "aaaa": {
          "description": "Its IPv6 addresses. Visitors who have IPv6 try these first, and so never come to a member without one while another member\nhas some: give them to all members, or to none. Example: [\"2001:db8::10\"].",
          "maxItems": 16,
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "weight": {
          "description": "How much of the fallback's traffic the member gets, in place of its weight in mirrors.json. 0 leaves it out. Plain DNS\nrecords cannot tell weights: there all addresses are equal.",
          "type": "integer",
          "minimum": 0,
          "maximum": 1000
        }
      },
      "additionalProperties": false,
      "required": [
        "url_prefix"
      ]
    }
  },
  "$schema": "http://json-schema.org/draft-07/schema#"
};
