import type { Configuration } from "webpack";

export default function configure(env: object, options: { mode?: string }): Configuration[];
export function testBundle(options: object): Configuration;
