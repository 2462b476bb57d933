/** Style sheets are imported for their effect: webpack collects them into the plugin's own CSS file. */
declare module "*.css";
