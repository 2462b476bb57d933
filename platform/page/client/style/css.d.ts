/** Style sheets are bundled for their effect and export nothing. */
declare module "*.css";
