// Plays what Salesforce does before a Visualforce page's own script runs.
import { loadToolkit, phoneOrigin } from "./rows.js";

document.getElementById("interaction-log").dataset.phone = phoneOrigin;
await loadToolkit();
await import("./interaction-log.js");
