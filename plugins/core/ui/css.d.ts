/** Style sheets are imported for their effect; webpack puts them into the plugin's own CSS file. */
declare module "*.css";
