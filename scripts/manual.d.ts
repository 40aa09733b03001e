export const manualFile: string;
export function writeManual(): Promise<string>;
