// The server writes pages with the same catalogue form; client files import it from here, beside their messages.
export { defineMessages, formatMessage, type Message } from "../../message.ts";
