import { createContext, useContext } from "react";
import { type Language, type Message, type MessageParams, formatMessage } from "../../../domain/message.ts";

const LanguageContext = createContext<Language>("ja");

/** Sets the language of everything below it. */
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Returns the function that says a message in the user's language. */
export function useText(): (message: Message, params?: MessageParams) => string {
  const language = useLanguage();
  return (message, params) => formatMessage(message, language, params);
}
