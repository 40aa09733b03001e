/** The request by which a call came that still rings, so that another line can go on ringing for it. */
export interface Invitation {
  /** As it was received. */
  readonly text: string;
  /** The tag by which the caller knows whom it rings at. */
  readonly tag: string;
}
