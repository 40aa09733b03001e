import type { Configuration } from "webpack";

export default function configure(env: object, options: { mode?: string }): Configuration[];
export function laterRelease(options: { folder: string; protocol: string }): Configuration;
export function testBundle(options: object): Configuration;
