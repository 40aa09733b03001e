import { callsSchema } from "./schema-calls.ts";
import { audioSchema } from "./schema-audio.ts";
import { daySchema } from "./schema-day.ts";
import { logSchema } from "./schema-log.ts";
import {
  apexMethod,
  choice,
  country,
  digitCount,
  flag,
  headerNames,
  iceAddresses,
  namedNumbers,
  ownPath,
  prefix,
  seconds,
  shortNumbers,
  socketAddresses,
  text,
  times,
} from "./setting-kinds.ts";

/**
 * Every setting of a call centre, by section and item, as an administrator sees them in Setup.
 *
 * It drives the decoder, the definition files and their check. Everything in it reaches the agent's browser:
 * a secret has no place here.
 */
export const settingsSchema = {
  reqDialingOptions: {
    label: "Dialing Options",
    items: {
      reqOutsidePrefix: prefix({
        label: "Outside Prefix",
        help: "Dialled before every number that leaves the company.",
      }),
      reqLongDistPrefix: prefix({
        label: "Long Distance Prefix",
        help: "Dialled before a national number of ten digits or more.",
      }),
      reqInternationalPrefix: prefix({
        label: "International Prefix",
        help: "Dialled in place of the + of an international number. Empty: the + is dialled.",
      }),
    },
  },
  numbers: {
    label: "Numbers",
    items: {
      homeCountry: country({
        label: "Home country",
        help: "Two letters, such as US: in which country a number without + is dialled. Empty: numbers go as they are written.",
      }),
      sendAs: choice({
        label: "Send numbers as",
        help: "automatic puts the dialing options' prefixes before numbers, or sends +14155550101 where there are none; e164 always sends that; national sends what is dialled at home.",
        of: ["automatic", "e164", "national"],
        default: "automatic",
      }),
      internalDigits: digitCount({
        label: "Internal numbers up to",
        help: "Numbers of as many digits are the company's own: nothing is put before them.",
        default: 6,
      }),
      emergency: shortNumbers({
        label: "More emergency numbers",
        help: "Dialled untouched, as 112, 911 and the home country's always are.",
      }),
      speedDial: namedNumbers({
        label: "Speed dial",
        help: "Names and numbers that every agent finds beside the number field: Reception: 100; Help: +1 415 555 0199.",
      }),
      contactSearch: flag({
        label: "Find contacts by name",
        help: "Looks in Salesforce for the name that an agent types into the number field, in the objects that the softphone layout lists for outgoing calls.",
        default: true,
      }),
    },
  },
  sip: {
    label: "SIP Server",
    items: {
      servers: socketAddresses({
        label: "Server addresses",
        help: "WebSocket addresses of the SIP server, the preferred one first, separated by blanks.",
      }),
      domain: text({
        label: "Domain",
        help: "The host part of the agents' SIP addresses; also the realm they sign in to.",
      }),
      user: text({
        label: "User",
        help: "Fills in the sign-in form. Leave it empty where each agent has a user name of their own.",
      }),
      displayName: text({
        label: "Display name",
        help: "What the other side sees beside the number.",
      }),
      credentialsUrl: ownPath({
        label: "Credentials path",
        help: "Where on its own host the softphone may fetch user and a short-lived password. Empty: the agent types them.",
      }),
      dtmf: choice({
        label: "Press keys by",
        help: "rtp sends keys in the sound (RFC 4733), which most servers want; info sends them by the signalling (SIP INFO).",
        of: ["rtp", "info"],
        default: "rtp",
      }),
      dtlsClient: flag({
        label: "Start DTLS ourselves",
        help: "Keeps the sound's gap at a page load under half a second. Switch it off only for a server that refuses it.",
        default: true,
      }),
      iceServers: iceAddresses({
        label: "STUN and TURN servers",
        help: "Addresses of servers that find a way through firewalls: stun:, turn: or turns:, over UDP or, with ?transport=tcp, TCP and TLS. The TURN servers' short-lived password comes from the credentials path.",
      }),
      relayOnly: flag({
        label: "Relayed sound only",
        help: "Sends all sound through the TURN servers, so that nobody learns an agent's network address.",
        default: false,
      }),
    },
  },
  features: {
    label: "Server Features",
    items: {
      voicemail: text({
        label: "Voicemail number",
        help: "What is dialled to hear the mailbox, such as *97. With it the softphone asks the server whether messages wait, and callers can be sent there.",
      }),
      colleagues: namedNumbers({
        label: "Keys of colleagues",
        help: "Names and numbers whose telephones are shown as free, ringing or busy: Anna: 201; Bob: 202. The server must know dialog events (BLF).",
      }),
      autoAnswer: flag({
        label: "Answer by itself",
        help: "Answers a call that asks for it (Alert-Info, Call-Info or Answer-Mode) when the agent is in no other call.",
        default: false,
      }),
      attachedHeaders: headerNames({
        label: "Attached data",
        help: "Names of SIP header fields that are kept with an incoming call, such as X-Case or User-to-User.",
      }),
      park: text({
        label: "Park to",
        help: "The number a call is transferred to so that it is parked, as the server has it, such as *68. Empty: no button.",
      }),
      retrieve: text({
        label: "Retrieve with",
        help: "The number that is dialled to take a parked call back, such as *88. Empty: no button.",
      }),
    },
  },
  ...callsSchema,
  ...audioSchema,
  ...daySchema,
  ...logSchema,
  pages: {
    label: "Other Pages",
    items: {
      dial: choice({
        label: "Pages may dial",
        help: "What numbers in Visualforce lists and other components of the org may do: dial calls them, fill writes them into the phone for the agent to call, never lets nothing in. Calling lists come in with dial and fill.",
        of: ["never", "fill", "dial"],
        default: "fill",
      }),
      announce: flag({
        label: "Tell pages of calls",
        help: "Other components learn when a call begins and ends, with whom, and what came along with it.",
        default: true,
      }),
    },
  },
  lists: {
    label: "Calling Lists",
    items: {
      mode: choice({
        label: "Next number",
        help: "preview: the agent looks at each row and presses Call. progressive: the next number is called as soon as the agent is ready again after call and wrap-up. Each agent may change it for a list.",
        of: ["preview", "progressive"],
        default: "preview",
      }),
      pause: seconds({
        label: "Pause between two calls",
        help: "Seconds before a progressive list calls the next number, beside any wrap-up.",
        default: 5,
        from: 0,
        to: 600,
      }),
      retryAfter: seconds({
        label: "Try again after",
        help: "Seconds until a number that was busy, did not answer or could not be reached is called again.",
        default: 900,
        from: 1,
        to: 86_400,
      }),
      retries: times({
        label: "Tries after the first",
        help: "How often such a number is called again. 0: never.",
        default: 2,
        to: 10,
      }),
      doNotCall: apexMethod({
        label: "Apex method that allows a call",
        help: "Class.method with phone and recordId, asked before each number of a list is dialled; it answers true or false, as callcenter/SwitchhookCalls.cls does. Empty: what the list says counts.",
      }),
    },
  },
} as const;

type Schema = typeof settingsSchema;
type ValueOf<Given> = Given extends { readonly read: (text: string) => infer Value }
  ? Exclude<Value, undefined>
  : never;

/** The settings of a call centre, decoded: `settings.calls.pop`. */
export type Settings = {
  readonly [Section in keyof Schema]: {
    readonly [Item in keyof Schema[Section]["items"]]: ValueOf<Schema[Section]["items"][Item]>;
  };
};
