import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  RtpHeader,
  RtpPacket,
} from "werift";
import { randomInt } from "node:crypto";
import type { Direction } from "./sdp.ts";

const muLaw = { mimeType: "audio/PCMU", clockRate: 8000, channels: 1, payloadType: 0 };
const digits = {
  mimeType: "audio/telephone-event",
  clockRate: 8000,
  channels: 1,
  payloadType: 101,
};
const codecs = [muLaw, digits].map((codec) => new RTCRtpCodecParameters(codec));

/** One RTP packet, without what the peer connection itself knows. */
export type Packet = {
  readonly payloadType: number;
  readonly timestamp: number;
  readonly marker: boolean;
  readonly payload: Buffer;
};

/** A packet that came, with its number in the other end's stream. */
export type ReceivedPacket = Packet & { readonly sequence: number };

/** One peer connection in Node: ICE, DTLS and SRTP by werift, on the loopback address only. */
export class Peer {
  readonly #connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  #sequence = randomInt(65_536);
  #closed = false;

  /** @param ice - `lite` lets the other end do the work; two such ends would wait for each other. */
  constructor(ice: "lite" | "full", hear: (packet: ReceivedPacket) => void) {
    this.#connection = new RTCPeerConnection({
      iceLite: ice === "lite",
      iceServers: [],
      // Not even IPv4: the loopback address comes as an additional one, and a second address beside it
      // would give a connection that carries no sound.
      iceUseIpv4: false,
      iceUseIpv6: false,
      iceInterfaceAddresses: { udp4: "127.0.0.1" },
      iceAdditionalHostAddresses: ["127.0.0.1"],
      codecs: { audio: codecs, video: [] },
    });
    const track = new MediaStreamTrack({ kind: "audio" });
    this.#transceiver = this.#connection.addTransceiver(track, { direction: "sendrecv" });
    // Given no STUN server, werift would ask a public one.
    for (const { connection } of this.#connection.iceTransports) delete connection.stunServer;
    this.#transceiver.onTrack.subscribe((received) => {
      received.onReceiveRtp.subscribe(({ header, payload }) => {
        const { payloadType, timestamp, marker, sequenceNumber: sequence } = header;
        if (!this.#closed) hear({ payloadType, timestamp, marker, payload, sequence });
      });
    });
  }

  get connected(): boolean {
    return this.#connection.connectionState === "connected";
  }

  async answer(offer: string): Promise<string> {
    await this.#connection.setRemoteDescription({ type: "offer", sdp: offer });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    return this.#localSdp();
  }

  async offer(direction: Direction): Promise<string> {
    this.#transceiver.setDirection(direction);
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    return this.#localSdp();
  }

  async accept(answer: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: "answer", sdp: answer });
  }

  /** Sends if the way is there; before and after, packets fall silently, as they do on any network. */
  send({ payloadType, timestamp, marker, payload }: Packet): void {
    if (this.#closed || !this.connected) return;
    const { sender } = this.#transceiver;
    this.#sequence = (this.#sequence + 1) & 65_535;
    const header = new RtpHeader({
      version: 2,
      payloadType,
      timestamp,
      marker,
      sequenceNumber: this.#sequence,
      ssrc: sender.ssrc,
    });
    const usual = sender.codec;
    // werift writes the sender's codec into every packet, and reads it before its first pause.
    sender.codec = new RTCRtpCodecParameters({ ...muLaw, payloadType });
    // A connection that is just being closed may refuse; that is the same as a lost packet.
    sender.sendRtp(new RtpPacket(header, payload)).catch(() => undefined);
    if (usual) sender.codec = usual;
  }

  /** A packet is sent and never arrives. */
  lose(): void {
    this.#sequence = (this.#sequence + 1) & 65_535;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection.close();
  }

  #localSdp(): string {
    return this.#connection.localDescription?.sdp ?? "";
  }
}
