import { type ReactNode, StrictMode } from "react";
import { type Root, createRoot } from "react-dom/client";
import { LanguageProvider } from "../../core/ui/language.tsx";
import type { Language } from "../../../domain/message.ts";
import type { RoadmapEnv } from "./roadmap-env.ts";

export type Mounting = { readonly element: HTMLElement; readonly env: RoadmapEnv; readonly language: Language };

const roots = new WeakMap<HTMLElement, Root>();

/** Draws into an element; kintone shows a list again without a new page, then the same root draws anew. */
export function mountRoot({ element, language }: Mounting, page: ReactNode): void {
  const root = roots.get(element) ?? createRoot(element);
  roots.set(element, root);
  element.classList.add("mdx-root");
  element.lang = language;
  root.render(
    <StrictMode>
      <LanguageProvider value={language}>{page}</LanguageProvider>
    </StrictMode>,
  );
}
