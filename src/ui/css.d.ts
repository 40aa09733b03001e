/** Style sheets are bundled, and bring nothing into the program. */
declare module "*.css";

/** The same as text. */
declare module "*.css?text" {
  const text: string;
  export { text as default };
}
