// Loaded where there is no phone, and nowhere else.

/**
 * Why there is no softphone at all.
 *
 * - `stranger`: a page that is not on the list embeds it.
 * - `browser`: the browser cannot keep a line.
 */
export type RefusalReason = "stranger" | "browser";

export const refusals: Record<RefusalReason, { readonly title: string; readonly text: string }> = {
  stranger: {
    title: "This page may not use the phone",
    text: "It is not on the list of Salesforce addresses your administrator allows. Open the phone in Salesforce, or ask your administrator.",
  },
  browser: {
    title: "The phone does not work in this browser",
    text: "Use a current Chrome or Edge, and allow this page to store data.",
  },
};
