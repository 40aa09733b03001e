import type { Socket } from "jssip";
import { until } from "../until.ts";

/** A SIP message as text, taken apart just enough to look at it and answer it. */
export class SipMessage {
  readonly start: string;
  readonly body: string;
  readonly #lines: readonly string[];

  constructor(text: string) {
    const [head = "", body = ""] = text.split("\r\n\r\n");
    const [start = "", ...lines] = head.split("\r\n");
    this.start = start;
    this.body = body;
    this.#lines = lines;
  }

  /** `INVITE` for a request, `200` for a response. */
  get kind(): string {
    const [first = "", second = ""] = this.start.split(" ");
    return first === "SIP/2.0" ? second : first;
  }

  get cseq(): string {
    return this.header("CSeq");
  }

  header(name: string): string {
    return this.headers(name)[0] ?? "";
  }

  headers(name: string): readonly string[] {
    const prefix = `${name.toLowerCase()}:`;
    return this.#lines
      .filter((line) => line.toLowerCase().startsWith(prefix))
      .map((line) => line.slice(prefix.length).trim());
  }
}

interface Answer {
  /** Tells one who answers from another. */
  readonly tag?: string;
  readonly sdp?: string;
  readonly headers?: readonly string[];
}

/**
 * A SIP server inside the page: it challenges and takes registrations by itself (while `registers` says so), acknowledges BYE
 * and the like, and leaves every INVITE to the test.
 */
export class SipServerFake {
  /** Everything that came in, the oldest first. */
  readonly received: SipMessage[] = [];
  /** What a REGISTER with credentials is answered with; `silent` never answers. */
  registers: number | "silent" = 200;
  /** Whether connections are taken. */
  reachable = true;
  /** Addresses of servers that are gone, while others are there. */
  readonly unreachable = new Set<string>();
  /** Whether answers to an INVITE name the server that they came by; a text: as what. */
  recordRoute: boolean | string = false;
  /** Whether requests but INVITE, ACK and REGISTER are answered 200. */
  obliging = true;
  /** What a re-INVITE is answered with; left to the test while it is `undefined`. */
  reoffers: number | undefined;
  /** Whose offer of ours is acknowledged as soon as it is answered. */
  #acknowledged: InDialog | undefined;
  readonly #sockets = new Set<SocketFake>();
  #branch = 0;

  openSocket = (url: string): Socket =>
    // JsSIP's type lists members that its own code never looks at.
    new SocketFake(url, this) as unknown as Socket;

  connected(socket: SocketFake): void {
    this.#sockets.add(socket);
  }

  disconnected(socket: SocketFake): void {
    this.#sockets.delete(socket);
  }

  /** Cuts every connection, as a network does. */
  dropConnections(): void {
    for (const socket of [...this.#sockets]) socket.drop();
  }

  of(kind: string): readonly SipMessage[] {
    return this.received.filter((message) => message.kind === kind);
  }

  /** The `count`th message of a kind, as soon as it is there. */
  async nth(kind: string, count = 1): Promise<SipMessage> {
    const found = await until(() => this.of(kind)[count - 1], `${kind} number ${count}`);
    return found;
  }

  receive(text: string): void {
    const message = new SipMessage(text);
    this.received.push(message);
    this.#acknowledge(message);
    const isReoffer = message.kind === "INVITE" && message.header("To").includes("tag=");
    if (message.kind === "REGISTER") this.#register(message);
    else if (isReoffer && this.reoffers !== undefined)
      this.answer(message, this.reoffers, this.reoffers < 300 ? { sdp: remoteSdp } : {});
    else if (!["INVITE", "ACK"].includes(message.kind) && !message.start.startsWith("SIP/2.0"))
      if (this.obliging) this.answer(message, 200);
  }

  /** What it asks a REGISTER without credentials. */
  challenges: readonly string[] = ['Digest realm="test", nonce="n"'];

  /** Acknowledges the next answer to an offer of the other side's. */
  acknowledges(dialog: InDialog): void {
    this.#acknowledged = dialog;
  }

  #acknowledge(answer: SipMessage): void {
    const dialog = this.#acknowledged;
    if (!dialog || answer.kind !== "200" || !answer.cseq.endsWith("INVITE")) return;
    this.#acknowledged = undefined;
    this.request("ACK", dialog, { cseq: Number.parseInt(answer.cseq) });
  }

  #register(message: SipMessage): void {
    const status = message.header("Authorization") === "" ? 401 : this.registers;
    if (status === "silent") return;
    const asked = this.challenges.map((challenge) => `WWW-Authenticate: ${challenge}`);
    const headers = status === 401 ? asked : [];
    this.answer(message, status, {
      headers: [...headers, `Contact: ${message.header("Contact")}`],
    });
  }

  answer(
    request: SipMessage,
    status: number,
    { tag = "theirs", sdp, headers = [] }: Answer = {},
  ): void {
    const to = request.header("To");
    this.#send([
      `SIP/2.0 ${status} Phrase ${status}`,
      ...request.headers("Via").map((via) => `Via: ${via}`),
      `From: ${request.header("From")}`,
      `To: ${to.includes("tag=") || status === 100 ? to : `${to};tag=${tag}`}`,
      `Call-ID: ${request.header("Call-ID")}`,
      `CSeq: ${request.cseq}`,
      ...(["INVITE", "SUBSCRIBE"].includes(request.kind)
        ? ["Contact: <sip:peer@192.0.2.9;transport=ws>"]
        : []),
      ...(this.recordRoute ? this.#route() : []),
      ...headers,
      ...bodyLines(sdp),
    ]);
  }

  #route(): readonly string[] {
    const urls = [...this.#sockets].map(({ url }) => new URL(url).host);
    const names = typeof this.recordRoute === "string" ? [this.recordRoute] : urls;
    return names.map((host) => `Record-Route: <sip:${host};transport=ws;lr>`);
  }

  /** Calls the telephone that registered last. Returns the request, to be answered, cancelled or ended. */
  invite({
    from = '"Ada" <sip:+14155550101@test.example>',
    id = "call-in",
    sdp = remoteSdp,
    headers = [],
  }: InviteDetails = {}) {
    const contact = this.of("REGISTER").at(-1)?.header("Contact") ?? "";
    const target = /<([^>]+)>/.exec(contact)?.[1] ?? "";
    const invite: InDialog = {
      target,
      from: `${from};tag=caller`,
      to: "<sip:agent@test.example>",
      id,
    };
    this.request("INVITE", invite, { sdp, headers });
    return invite;
  }

  /** Sends a request of the other side, in the dialog that `invite` began. */
  request(
    method: string,
    dialog: InDialog,
    { sdp, cseq = 1, headers = [], text }: RequestDetails = {},
  ): void {
    const branch = method === "CANCEL" ? this.#branch : (this.#branch += 1);
    this.#send([
      `${method} ${dialog.target} SIP/2.0`,
      `Via: SIP/2.0/WS 192.0.2.9;branch=z9hG4bK${branch}`,
      "Max-Forwards: 70",
      `From: ${dialog.from}`,
      `To: ${dialog.to}`,
      `Call-ID: ${dialog.id}`,
      `CSeq: ${cseq} ${method}`,
      "Contact: <sip:peer@192.0.2.9;transport=ws>",
      ...headers,
      ...(text === undefined ? bodyLines(sdp) : fragmentLines(text)),
    ]);
  }

  #notified = 0;

  /** Tells something to whoever asked for it last. */
  async notify(event: string, body: string): Promise<void> {
    const asked = await until(
      () => this.of("SUBSCRIBE").findLast((each) => each.header("Event") === event),
      `SUBSCRIBE ${event}`,
    );
    // The answer to it is on its way before.
    await new Promise((resolve) => setTimeout(resolve));
    this.#notified += 1;
    const dialog = dialogOf(asked);
    const headers = [`Event: ${event}`, "Subscription-State: active;expires=600"];
    this.request("NOTIFY", dialog, { sdp: body, cseq: this.#notified, headers });
  }

  #send(lines: readonly string[]): void {
    for (const socket of this.#sockets) socket.ondata(lines.join("\r\n"));
  }
}

/** What names a dialog, from the other side's end. */
export interface InDialog {
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly id: string;
}

interface InviteDetails {
  readonly from?: string;
  readonly id?: string;
  readonly sdp?: string;
  readonly headers?: readonly string[];
}

interface RequestDetails {
  readonly sdp?: string;
  /** The status line that a NOTIFY reports. */
  readonly text?: string;
  readonly cseq?: number;
  readonly headers?: readonly string[];
}

/** The dialog of a call that we made, seen from the other side. */
export function dialogOf(invite: SipMessage): InDialog {
  return {
    target: /<([^>]+)>/.exec(invite.header("Contact"))?.[1] ?? "",
    from: withTag(invite.header("To")),
    to: invite.header("From"),
    id: invite.header("Call-ID"),
  };
}

const withTag = (address: string) => (address.includes("tag=") ? address : `${address};tag=theirs`);

export const remoteSdp = [
  "v=0",
  "o=- 1 1 IN IP4 192.0.2.9",
  "s=-",
  "t=0 0",
  "m=audio 4000 UDP/TLS/RTP/SAVPF 0",
  "c=IN IP4 192.0.2.9",
  "a=setup:passive",
  "a=mid:0",
  "a=sendrecv",
  "",
].join("\r\n");

function bodyLines(sdp: string | undefined): readonly string[] {
  const type = sdp === undefined ? [] : ["Content-Type: application/sdp"];
  return [...type, `Content-Length: ${sdp?.length ?? 0}`, "", sdp ?? ""];
}

function fragmentLines(text: string): readonly string[] {
  return ["Content-Type: message/sipfrag", `Content-Length: ${text.length}`, "", text];
}

class SocketFake {
  via_transport = "WS";
  readonly sip_uri = "sip:server.test;transport=ws";
  readonly url: string;
  readonly #server: SipServerFake;
  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean) => void = () => undefined;
  ondata: (text: string) => void = () => undefined;

  constructor(url: string, server: SipServerFake) {
    this.url = url;
    this.#server = server;
  }

  connect(): void {
    queueMicrotask(() => {
      if (!this.#server.reachable || this.#server.unreachable.has(this.url)) {
        this.drop();
        return;
      }
      this.#server.connected(this);
      this.onconnect();
    });
  }

  disconnect(): void {
    this.#server.disconnected(this);
  }

  drop(): void {
    this.#server.disconnected(this);
    this.ondisconnect(true);
  }

  send(text: string): boolean {
    queueMicrotask(() => this.#server.receive(text));
    return true;
  }
}
