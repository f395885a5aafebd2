import type { SchemaObject } from "ajv";

const NAME = {
  type: "string",
  pattern: "^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$",
  description: 'a short name of letters, digits, "." and "-", such as "a.example"',
};
const MINUTE = { type: "integer", minimum: 0, maximum: 10_080 };

const MIRROR = {
  type: "object",
  required: ["name", "weight"],
  properties: {
    name: NAME,
    weight: { type: "integer", minimum: 1, maximum: 1000 },
    max_clients: { type: "integer", minimum: 1 },
    joins_minute: MINUTE,
    leaves_minute: MINUTE,
    breaks_minute: MINUTE,
    slows_minute: MINUTE,
    slows_by: { type: "number", minimum: 1, maximum: 1000 },
  },
  additionalProperties: false,
};

const GROUP = {
  type: "object",
  required: ["part"],
  properties: {
    part: { type: "number", minimum: 0, maximum: 1 },
    pinned_to: { type: "array", items: NAME, minItems: 1, maxItems: 1000 },
    blocked_from: NAME,
  },
  additionalProperties: false,
};

const CLIENTS = {
  type: "object",
  required: ["at_start", "arrivals_per_hour"],
  properties: {
    at_start: { type: "integer", minimum: 0, maximum: 1_000_000 },
    arrivals_per_hour: { type: "number", minimum: 0, maximum: 1_000_000 },
    stay_minutes: { type: "number", minimum: 1, maximum: 1_000_000 },
    daily_wave: { type: "number", minimum: 0, maximum: 1 },
    groups: { type: "array", items: GROUP, maxItems: 100 },
  },
  additionalProperties: false,
};

/** What a file of a scenario must look like. */
export const SCENARIO_SCHEMA: SchemaObject = {
  type: "object",
  required: ["title", "seed", "hours", "mirrors", "clients"],
  properties: {
    title: { type: "string", minLength: 1, maxLength: 200 },
    seed: { type: "string", maxLength: 200 },
    hours: { type: "integer", minimum: 1, maximum: 168 },
    mirrors: { type: "array", items: MIRROR, minItems: 1, maxItems: 1000 },
    clients: CLIENTS,
  },
  additionalProperties: false,
};
