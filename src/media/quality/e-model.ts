/** What a conversation suffers from. */
export interface Impairments {
  /** Milliseconds from mouth to ear, one way. */
  readonly delay: number;
  /** Share of packets lost, from 0 to 1. */
  readonly loss: number;
}

/** R of a conversation without delay or loss, with every parameter of G.107 at its default. */
const best = 93.2;
/** G.711 with concealment of lost packets, from ITU-T G.113 Appendix I; no value is published for Opus, which conceals no worse. */
const robustness = 25.1;

/**
 * Transmission rating of a conversation, from 0 to 93.2: the E-model of ITU-T G.107 with all but delay and loss at
 * their defaults.
 *
 * Loss enters as Ie,eff of G.107, equation 7-29, for random loss (BurstR = 1). Delay enters as the two straight lines
 * that R. G. Cole and J. H. Rosenbluth fitted to Id ("Voice over IP Performance Monitoring", ACM SIGCOMM Computer
 * Communication Review 31(2), 2001).
 */
export function rating({ delay, loss }: Impairments): number {
  const percent = loss * 100;
  const byLoss = (95 * percent) / (percent + robustness);
  const byDelay = 0.024 * delay + 0.11 * Math.max(0, delay - 177.3);
  return Math.max(0, best - byDelay - byLoss);
}

/** Mean opinion score, from 1 to 4.5, that a rating stands for: G.107, Annex B. */
export function meanOpinion(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}
