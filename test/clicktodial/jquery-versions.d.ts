declare module "jquery-1" {
  const jQuery: JQueryStatic;
  export = jQuery;
}
declare module "jquery-3" {
  const jQuery: JQueryStatic;
  export = jQuery;
}
declare module "jquery-4" {
  const jQuery: JQueryStatic;
  export = jQuery;
}
