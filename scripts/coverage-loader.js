import { createInstrumenter } from "istanbul-lib-instrument";

/** Counts executed lines, keeping esbuild's source map so that the report shows TypeScript. */
export default function count(source, map) {
  const instrumenter = createInstrumenter({ esModules: true, produceSourceMap: true });
  const code = instrumenter.instrumentSync(source, this.resourcePath, map);
  this.callback(null, code, instrumenter.lastSourceMap());
}
