import { colour, httpsAddress, pixels, recordId, words } from "./day-kinds.ts";
import { choice, flag, seconds } from "./setting-kinds.ts";

/** Settings of what fills an agent's day beside calls. */
export const daySchema = {
  presence: {
    label: "Presence",
    items: {
      reasons: words({
        label: "Reasons for not ready",
        help: "What an agent can choose from, separated by semicolons.",
        default: ["Break", "Lunch", "Meeting"],
      }),
      wrapUp: seconds({
        label: "Wrap-up",
        help: "Seconds after a conversation in which the agent finishes its log, and is not ready. 0 for none: the log is saved at once.",
        default: 0,
        from: 0,
        to: 3600,
      }),
      extendBy: seconds({
        label: "More wrap-up",
        help: "Seconds that an agent adds to the wrap-up with each click.",
        default: 30,
        from: 5,
        to: 3600,
      }),
      notReadyCalls: choice({
        label: "Calls while not ready",
        help: "ring lets them ring; refuse declines them, also during the wrap-up.",
        of: ["ring", "refuse"],
        default: "ring",
      }),
      available: recordId({
        label: "Omni-Channel: ready",
        help: "Id of the presence status that goes with a ready phone. Empty: Omni-Channel is left alone.",
        prefix: "0N5",
      }),
      onCall: recordId({
        label: "Omni-Channel: on a call",
        help: "Id of the presence status for calls and wrap-up. Empty: the one for not ready.",
        prefix: "0N5",
      }),
      away: recordId({
        label: "Omni-Channel: not ready",
        help: "Id of the presence status that goes with a phone that is not ready.",
        prefix: "0N5",
      }),
    },
  },
  notice: {
    label: "Being Noticed",
    items: {
      ring: flag({
        label: "Ring",
        help: "Incoming calls ring. An agent may switch this and the next five off in the phone.",
        default: true,
      }),
      forward: flag({
        label: "Come forward",
        help: "Shows the phone when a call comes in (console).",
        default: true,
      }),
      button: flag({
        label: "Mark the button",
        help: "The phone's button names the caller, in another colour (console).",
        default: true,
      }),
      blink: flag({ label: "Blink", help: "The button's text blinks (console).", default: true }),
      title: flag({
        label: "Browser title",
        help: "The browser's title names the caller (console).",
        default: true,
      }),
      desktop: flag({
        label: "Desktop notification",
        help: "With Answer and Decline. Browsers allow it in the phone's own window, not inside Salesforce's page.",
        default: true,
      }),
      colour: colour({
        label: "Colour of the marked button",
        help: "Six hexadecimal digits after #.",
        default: "#c23934",
      }),
      icon: httpsAddress({
        label: "Picture on the marked button",
        help: "Address of a picture that begins with https://.",
      }),
      maxHeight: pixels({
        label: "Greatest height",
        help: "Pixels up to which the phone grows with what it shows. 0 leaves the height in the console as this definition has it.",
        default: 700,
      }),
      minHeight: pixels({
        label: "Least height",
        help: "Pixels that the phone is given when it shows little.",
        default: 0,
      }),
      lockPlace: flag({
        label: "Lock its place during a call",
        help: "With multi-monitor components: the phone cannot be dragged out of its window while a call is up.",
        default: true,
      }),
      keys: flag({
        label: "Keyboard shortcuts",
        help: "Inside the phone, with Alt and Shift.",
        default: true,
      }),
      shortcuts: flag({
        label: "Console shortcuts",
        help: "The phone obeys the console's custom shortcuts, such as switchhook.answer. Any component of the console can send the same: so it can answer, hang up and dial, too.",
        default: false,
      }),
    },
  },
} as const;
