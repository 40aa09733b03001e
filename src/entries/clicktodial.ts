// The plug-in for Visualforce lists, as a static resource: it adds itself to the jQuery that the page has.
import { install } from "../clicktodial/plugin.ts";

const { jQuery } = window as { jQuery?: JQueryStatic };
if (!jQuery) throw new Error("clicktodial.js: load jQuery before it.");
install(jQuery);
