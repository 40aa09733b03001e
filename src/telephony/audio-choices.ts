/** A device that an agent chose. Ids are no secrets; they differ between the browser's partitions, labels do not. */
export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

/** What an agent chose to hear and to be heard with. What is left out is the system's, or the administrator's choice. */
export interface AudioChoices {
  readonly microphone?: DeviceChoice;
  readonly speaker?: DeviceChoice;
  /** Where it rings. */
  readonly ring?: DeviceChoice;
  readonly echoCancellation?: boolean;
  readonly noiseSuppression?: boolean;
  readonly autoGainControl?: boolean;
  readonly ringtone?: string;
  /** From 0 to 1. */
  readonly ringVolume?: number;
}
