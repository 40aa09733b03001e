/** What a robot can be asked for. */
export const allowed =
  "INVITE, ACK, PRACK, CANCEL, BYE, INFO, UPDATE, REFER, NOTIFY, OPTIONS, MESSAGE";
