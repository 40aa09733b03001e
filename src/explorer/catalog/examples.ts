/** Things that are there in the workbench when its explorer opens; in an org of your own, fill in others. */
export const examples = {
  contactId: "003j0000000EMJNAA4",
  caseId: "500j0000000EMKKAA4",
  phone: "(415) 555-0101",
  /** Open, and named. */
  primaryTab: "scc-pt-1",
  primaryTabName: "customer",
  /** Open below it, and named. */
  subtab: "scc-st-2",
  subtabName: "case",
  /** Of a visitor who waits. */
  waitingChat: "visitor-1",
  /** Of a visitor whom the agent talks to. */
  engagedChat: "visitor-2",
  engagedChatTab: "scc-pt-2",
  /** Of Omni-Channel: offered, and accepted. */
  offeredWork: "0Bzx00000000002",
  acceptedWork: "0Bzx00000000001",
  presenceStatus: "0N5j00000008QNR",
  macro: "0JZj00000000001",
  call: "call-1",
} as const;
