/** The header by which a simulated visitor says that this mirror is not its first choice. */
export const RETRY_HEADER = "x-demo-retry";

/** The header by which simulated visitors are told apart. */
export const VISITOR_HEADER = "x-demo-visitor";
