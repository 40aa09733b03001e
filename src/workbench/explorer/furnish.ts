import { phonebook } from "../records/phonebook.ts";
import type { SalesforceOptions } from "../players/options.ts";
import type { SalesforceOnStage } from "../players/play-salesforce.ts";

/** What an administrator has set up so that every method of the toolkits has something to work on. */
export const furniture: Pick<SalesforceOptions, "features" | "directory" | "apexFunctions"> = {
  features: { macros: ["0JZj00000000001"] },
  directory: phonebook()
    .slice(0, 12)
    .map(({ name, number }) => ({ name, phone: number })),
  apexFunctions: {
    "CallNotes.latest": ({ phone = "" }) =>
      JSON.stringify([{ phone, note: "Asked for a quote", daysAgo: 3 }]),
  },
};

/** Gives the agent something to work on: two open tabs, two pieces of work, two chats. */
export function furnish({ tabs, presence, chats }: SalesforceOnStage): void {
  const customer = tabs.openPrimary({
    url: "/003j0000000EMJNAA4",
    activate: true,
    label: "Fatima Haddad",
    name: "customer",
  });
  tabs.openSubtab(customer, {
    url: "/500j0000000EMKKAA4",
    activate: false,
    label: "00001070",
    name: "case",
  });
  presence.setStatus("0N5j00000008QNQ");
  presence.accept(presence.assign("500j0000000EMKK").workId);
  presence.assign("003j0000000EMJN");
  chats.setAgentState("Online");
  chats.request("visitor-1", "Vera");
  chats.request("visitor-2", "Wim");
  const url = "/chat?key=visitor-2";
  chats.accept("visitor-2", tabs.openPrimary({ url, activate: false, label: "Wim" }));
}
