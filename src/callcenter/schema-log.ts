import { fieldValues, methodName, recordId, words } from "./day-kinds.ts";
import { flag, text } from "./setting-kinds.ts";

/** Settings of what is kept of a call in Salesforce. */
export const logSchema = {
  log: {
    label: "Call Log",
    items: {
      dispositions: words({
        label: "Outcomes",
        help: "What an agent can choose for Call Result, separated by semicolons. Empty: the phone's own words.",
      }),
      types: words({
        label: "Types",
        help: "What an agent can choose for the task's Type, separated by semicolons. Empty: Type is not set.",
      }),
      quickTexts: words({
        label: "Quick texts",
        help: "Texts for the notes, separated by semicolons; {name}, {number}, {record}, {date} and {time} are filled in.",
      }),
      fields: fieldValues({
        label: "More fields",
        help: "Fields of the task and their values: CallQuality__c={mos}; Priority=Normal. Also {loss}, {resumed}, {recording}, and {X-Header} for what came along with the call.",
      }),
      recordType: recordId({
        label: "Record type",
        help: "Id of the task's record type. Empty: the profile's own.",
        prefix: "012",
      }),
      apex: methodName({
        label: "Apex method",
        help: "Class.method that saves the log instead: it gets the task's fields as JSON text in its argument log, and returns the task's Id.",
      }),
      recordingHeader: text({
        label: "Recording header",
        help: "Name of the SIP header field that holds the recording's address, for {recording}.",
      }),
      missed: flag({
        label: "Log missed calls",
        help: "Also calls that rang and that nobody took.",
        default: true,
      }),
      unanswered: flag({
        label: "Log unanswered calls",
        help: "Also calls we made and that nobody took.",
        default: true,
      }),
    },
  },
} as const;
