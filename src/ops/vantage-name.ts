/** The form of a vantage point's name, as a regular expression; no "+", which joins the names of several. */
export const VANTAGE_NAME = "^[\\w.-]{1,64}$";
