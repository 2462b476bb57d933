/** The page of a benchmark imports the styles of what it measures. */
declare module "*.css";
