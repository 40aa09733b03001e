/** The two sites that one server plays on one machine, told apart by the Host header. */
export type Site = "crm" | "phone";

/**
 * Which site a request is for; `undefined` for a host name that is not ours, such as a stranger's name
 * that resolves to this machine (DNS rebinding).
 */
export function siteOf(hostHeader: string | undefined): Site | undefined {
  const name = (hostHeader ?? "").replace(/:\d+$/, "").toLowerCase();
  if (name === "crm.localhost") return "crm";
  if (["phone.localhost", "localhost", "127.0.0.1", "[::1]"].includes(name)) return "phone";
  // Any other *.localhost is a stranger's page in tests and demonstrations: it gets the workbench's shell too.
  return name.endsWith(".localhost") ? "crm" : undefined;
}
