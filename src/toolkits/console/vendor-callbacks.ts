/** Called once with the console's answer. */
export type Callback = (reply: unknown) => void;

/** Called at each occurrence of an event. */
export type Handler = (event: unknown, context?: { readonly frameId?: string }) => void;

/** The manual says number; on the wire there is only text. */
export type NumberText = number | string;
