// Style sheets are bundled, and bring nothing into the program.
declare module "*.css";
